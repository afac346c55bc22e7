"""The eleven resultaatafspraken: what both sides owe, how it is measured, and which norm per year.

One file per agreement, in our own words; its name is the code. What a figure is held to in a year
stands in `pad`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Final

from paraplu.afspraken.normen import PUNTEN, RELATIEF, NoNormInForce, Normwaarde, normen

#: Beside percent of the figure itself and percentage points (P1): a number that stands by itself.
ABSOLUUT: Final = "absoluut"
WIJZEN: Final = (RELATIEF, PUNTEN, ABSOLUUT)
HOOGSTENS, MINSTENS = "hoogstens", "minstens"
#: What a change counts from: the calendar year before (P16), or the baseline.
JAAR_ERVOOR, NULMETING = "jaar_ervoor", "nulmeting"
#: Who an agreement asks something of.
KANTEN: Final = {
    "gi": "de GI's",
    "gemeente": "de gemeenten",
    "regio": "de regio's",
    "lokaal_team": "de lokale teams",
    "aanbieder": "de zorgaanbieders",
    "rvdk": "de Raad voor de Kinderbescherming",
    "veilig_thuis": "Veilig Thuis",
    "rijk": "het Rijk",
}
#: Where the figure comes from.
BRONNEN: Final = ("berichten", "opgave", "enquete", "lijst", "register")

TEKSTEN: Final = (
    "naam", "kern", "tekst", "richting", "bron", "meting", "eis", "frequentie", "bespreking",
    "wijze", "tegen",
)  # fmt: skip
LIJSTEN: Final = ("vereisten", "lezingen", "levert", "partijen")


class OnbekendeAfspraak(LookupError):
    """There is no agreement with this code."""


@dataclass(frozen=True, kw_only=True)
class Plicht:
    """What one side does; as a `voorwaarde` what must be so before the agreement can be held to (R297)."""

    sleutel: str
    kant: str
    tekst: str
    vereiste: str


@dataclass(frozen=True, kw_only=True)
class Nulmeting:
    """Where the agreement starts: a number of before, the mean of years that we count, or not known.

    `waarde` is in the unit of the agreement. `jaren` are those of the baseline; without `waarde` it is
    the mean of what was counted over them. `onbekend` says why there is none.
    """

    jaren: tuple[int, ...]
    waarde: float | None = None
    bron: str = ""
    onbekend: str = ""


@dataclass(frozen=True, kw_only=True)
class Evaluatie:
    """A day on which the agreement is looked at again (R213, P17)."""

    op: date
    wat: str
    vereiste: str


@dataclass(frozen=True, kw_only=True)
class Resultaatafspraak:
    """One agreement. `eenheid`: aandeel (0–1), euro, maatregelen, dagen, mensen, regios, meldingen.

    `wijze` and `tegen` say how the norm works, `richting` whether less or more is better. `partijen`
    are the kinds of area with a figure, "" for all of Gelderland; the first is what was agreed about.
    `levert`: who brings the figure. `bespreking`: where it is talked about (R302).
    """

    code: str
    naam: str
    kern: str
    tekst: str
    vereisten: tuple[str, ...]
    lezingen: tuple[str, ...]
    eenheid: str
    wijze: str
    richting: str
    tegen: str
    bron: str
    meting: str
    eis: str
    frequentie: str
    levert: tuple[str, ...]
    bespreking: str
    partijen: tuple[str, ...]
    nulmeting: Nulmeting
    normen: tuple[Normwaarde, ...]
    plichten: tuple[Plicht, ...]
    voorwaarden: tuple[Plicht, ...]
    evaluaties: tuple[Evaluatie, ...]
    opmerkingen: tuple[str, ...] = ()

    @property
    def nummer(self) -> int:
        """7 of RA7."""
        return int(self.code.removeprefix("RA"))

    @property
    def is_minder_beter(self) -> bool:
        return self.richting == HOOGSTENS

    @property
    def normjaren(self) -> tuple[int, ...]:
        """The years with a norm, as far as the agreement names an end."""
        eerste = self.normen[0].vanaf.year
        laatste = self.normen[-1].vanaf.year - 1 if self.normen[-1].waarde is None else eerste
        return tuple(range(eerste, laatste + 1))

    def on(self, jaar: int) -> Decimal:
        """What the norm asks of this year, in percent, points or the unit. Raises NoNormInForce."""
        geldend = [norm for norm in self.normen if norm.vanaf <= date(jaar, 12, 31)]
        if not geldend:
            raise NoNormInForce(f"Vóór {self.normen[0].vanaf.year} is er geen norm.")
        if geldend[-1].waarde is None:
            raise NoNormInForce(geldend[-1].onbepaald)
        return geldend[-1].waarde

    def vragen_aan(self, kant: str) -> tuple[Plicht, ...]:
        """What this side has to do."""
        return tuple(plicht for plicht in self.plichten if plicht.kant == kant)


@cache
def resultaatafspraken() -> tuple[Resultaatafspraak, ...]:
    """All of them, RA1 first."""
    bestanden = resources.files(__name__).iterdir()
    codes = [b.name.removesuffix(".toml") for b in bestanden if b.name.endswith(".toml")]
    return tuple(_lees(code) for code in sorted(codes, key=lambda c: int(c.removeprefix("RA"))))


def find_afspraak(code: str) -> Resultaatafspraak:
    """The agreement with this code. Raises OnbekendeAfspraak.

    >>> find_afspraak("RA4").naam
    'Verloop van jeugdbeschermers'
    """
    for afspraak in resultaatafspraken():
        if afspraak.code == code:
            return afspraak
    raise OnbekendeAfspraak(code)


def _lees(code: str) -> Resultaatafspraak:
    tekst = (resources.files(__name__) / f"{code}.toml").read_text(encoding="utf-8")
    velden: dict[str, Any] = tomllib.loads(tekst, parse_float=Decimal)
    eenheid = velden["eenheid"]
    over: dict[str, Any] = {naam: velden[naam] for naam in TEKSTEN}
    over |= {naam: tuple(velden[naam]) for naam in LIJSTEN}
    return Resultaatafspraak(
        code=code,
        **over,
        eenheid=eenheid,
        nulmeting=_lees_nulmeting(velden["nulmeting"], eenheid),
        normen=_lees_normen(velden),
        plichten=tuple(Plicht(**rij) for rij in velden.get("plicht", ())),
        voorwaarden=tuple(Plicht(**rij) for rij in velden.get("voorwaarde", ())),
        evaluaties=tuple(Evaluatie(**rij) for rij in velden["evaluatie"]),
        opmerkingen=tuple(velden.get("opmerkingen", ())),
    )


def _lees_nulmeting(velden: dict[str, Any], eenheid: str) -> Nulmeting:
    waarde = velden.get("waarde")
    deel = 100 if eenheid == "aandeel" else 1
    return Nulmeting(
        jaren=tuple(velden.get("jaren", ())),
        waarde=None if waarde is None else float(waarde) / deel,
        bron=velden.get("bron", ""),
        onbekend=velden.get("onbekend", ""),
    )


def _lees_normen(velden: dict[str, Any]) -> tuple[Normwaarde, ...]:
    """The norm of the file itself, or that of a value of the monitor: a number stands in one place."""
    if sleutel := velden.get("norm_van"):
        return next(norm.waarden for norm in normen() if norm.sleutel == sleutel)
    return tuple(
        Normwaarde(
            vanaf=rij["vanaf"],
            waarde=Decimal(rij["waarde"]) if "waarde" in rij else None,
            onbepaald=rij.get("onbepaald", ""),
        )
        for rij in velden["norm"]
    )
