"""The groups of children that measures are about, and which of them add up to which.

A measure of some of the rows of a cell is hidden by the number of children behind those rows. What is
left of a larger group is a group too: who knows both, knows the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from paraplu.monitor.indicator import Indicator

#: Measures that leave rows without a value out.
OVER_WAARDEN = ("som", "gemiddelde", "mediaan", "p90")
#: All counted rows.
GEHEEL = ""


@dataclass(frozen=True)
class Groep:
    """Some of the counted rows: where `waar` holds, and `kolom` is there and not zero.

    `naam`: groups with one name are hidden alike, in every reading and indicator of the family.
    `binnen`: names of the groups that hold this one; where one of those is hidden, so is this one.
    """

    naam: str
    waar: str = ""
    kolom: str = ""
    binnen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lid:
    """An indicator in one reading, as part of a family.

    `maten`: the group behind each measure by its key; others do not get a measure without one.
    """

    code: str
    variant: str
    groepen: tuple[Groep, ...]
    maten: dict[str, str]


@dataclass(frozen=True)
class Familie:
    """Readings and indicators that are about the same children and so are hidden alike.

    `telt_op`: the quarters of a year are together the year, so that they can be subtracted.
    `stand`: what is counted on the last day, so that the year is the fourth quarter.
    `jaarcijfer`: there is one figure a year. `tussen`: the family of stands of which this one is the
    difference.
    """

    naam: str
    leden: tuple[Lid, ...]
    telt_op: bool = False
    stand: bool = False
    jaarcijfer: bool = False
    tussen: Familie | None = None


def _een(code: str, variant: str, *groepen: Groep, maten: dict[str, str]) -> Lid:
    return Lid(code, variant, groepen, maten)


def familie_van(indicator: Indicator, variant: str) -> Familie:
    """The family of an indicator in a reading."""
    code = indicator.code
    if code in {"V4", "V5"}:
        return SAMENLOOP
    if code == "V7":
        return ALGEMEEN if variant == "algemeen" else AFSCHALING
    if code == "V1b":
        return Familie(
            f"V1b-{variant}", (_geheel(code, variant, ("bedrag", "kinderen")),), telt_op=True
        )
    if code in FAMILIES:
        return FAMILIES[code]
    return Familie(
        code,
        tuple(_geheel(code, v, [m.sleutel for m in indicator.maten]) for v in indicator.varianten),
    )


def _geheel(code: str, variant: str, maten: tuple[str, ...] | list[str]) -> Lid:
    return _een(code, variant, Groep(GEHEEL), maten=dict.fromkeys(maten, GEHEEL))


_DRIE = ("aaneengesloten", "letterlijk", "toegewezen")


def _zonder_49(code: str, zonder: tuple[str, ...], met: tuple[str, ...]) -> Familie:
    """Measures without category 49 are the cell; with it is a larger group around them."""
    groepen = (Groep(GEHEEL, waar="zonder_49"), Groep("met_49", binnen=(GEHEEL,)))
    maten = {**dict.fromkeys(zonder, GEHEEL), **dict.fromkeys(met, "met_49")}
    return Familie(code, (Lid(code, "toegekend", groepen, maten),), telt_op=True)


def _samenloop(code: str, variant: str) -> Lid:
    naam = f"{code}-{variant}"
    ruimer = {
        "V4-volledig": (),
        "V4-letterlijk": ("V4-volledig",),
        "V5-volledig": ("V4-volledig",),
        "V5-letterlijk": ("V4-letterlijk", "V5-volledig"),
    }[naam]
    maten = {"kinderen": GEHEEL, "samenloop": naam, "aandeel": naam}
    groepen = (Groep(GEHEEL), Groep(naam, waar="samenloop", binnen=(GEHEEL, *ruimer)))
    return Lid(code, variant, groepen, maten)


SAMENLOOP = Familie(
    "V4V5",
    tuple(_samenloop(code, v) for code in ("V4", "V5") for v in ("volledig", "letterlijk")),
)


def _wachttijd(variant: str) -> Lid:
    """All help, and the help of it that has started since.

    The first help and what did not start are not shared: parts of parts, and mostly few children.
    """
    groepen = (Groep(GEHEEL), Groep("heeft_bc", waar="heeft_bc", binnen=(GEHEEL,)))
    maten = {
        f"{stuk}_{soort}": GEHEEL if stuk == "ab" else "heeft_bc"
        for stuk in ("bc", "ab", "ac")
        for soort in ("mediaan", "p90", "aantal")
    }
    return Lid("V6", variant, groepen, maten)


def _afschaling(variant: str) -> Lid:
    """What was followed up, and the part of it that was lighter; not by which criterion."""
    af = f"af-{variant}"
    ruimer = ("af-letterlijk",) if variant == "volgorde" else ()
    groepen = (Groep(GEHEEL), Groep(af, kolom="afgeschaald", binnen=(GEHEEL, *ruimer)))
    return Lid("V7", variant, groepen, {"aandeel": af, "afgeschaald": af, "opgevolgd": GEHEEL})


AFSCHALING = Familie("V7", (_afschaling("letterlijk"), _afschaling("volgorde")), telt_op=True)
ALGEMEEN = Familie(
    "V7-algemeen",
    (_geheel("V7", "algemeen", ["aandeel", "afgeschaald", "opgevolgd"]),),
    telt_op=True,
)

#: Declared and allocated amounts come from rows of their own: both must have enough children.
_BEDRAGEN = ("uitnutting", "gedeclareerd", "toegewezen")
UITNUTTING = Familie(
    "V6b",
    (
        _geheel("V6b", "letterlijk", _BEDRAGEN),
        _een("V6b", "letterlijk", Groep(GEHEEL, kolom="gedeclareerd"), maten={}),
        _een("V6b", "letterlijk", Groep(GEHEEL, kolom="toegewezen"), maten={}),
    ),
    jaarcijfer=True,
)

STAND = Familie("V2c", tuple(_geheel("V2c", v, ("stand", "kinderen")) for v in _DRIE), stand=True)
#: One stand and the next differ by inflow less outflow: those two are hidden together, and wherever
#: one of both stands is.
STROOM = Familie(
    "V2ab",
    tuple(
        _geheel(code, v, (maat, "kinderen"))
        for code, maat in (("V2a", "instroom"), ("V2b", "uitstroom"))
        for v in _DRIE
    ),
    telt_op=True,
    tussen=STAND,
)

#: Of all voogdij the part that ended early: few children, so the part is hidden by its own number.
VOOGDIJ = Familie(
    "RA10",
    tuple(
        Lid(
            "RA10",
            variant,
            (Groep(GEHEEL), Groep("voor_18", waar="voor_18", binnen=(GEHEEL,))),
            {"aandeel": "voor_18", "voor_18": "voor_18", "voogdij": GEHEEL},
        )
        for variant in ("aaneengesloten", "toegewezen")
    ),
)

FAMILIES = {
    "RA10": VOOGDIJ,
    "V1": _zonder_49(
        "V1", ("toewijzingen", "kinderen"), ("toewijzingen_met_49", "kinderen_met_49")
    ),
    "V1a": _zonder_49("V1a", ("bedrag_zonder_49",), ("bedrag",)),
    "V2a": STROOM,
    "V2b": STROOM,
    "V2c": STAND,
    "V6": Familie("V6", tuple(_wachttijd(v) for v in _DRIE), telt_op=True),
    "V6b": UITNUTTING,
    "V6c": Familie(
        "V6c",
        (
            _geheel(
                "V6c",
                "letterlijk",
                ("ruimte", "plafond", "verwacht", "toegewezen", "uitnutting"),
            ),
        ),
        jaarcijfer=True,
    ),
}
