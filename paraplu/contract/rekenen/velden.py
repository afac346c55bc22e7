"""What can be filled in for a reckoning: each number with its unit, its bounds and where it comes from.

A number that no source gives has no default: the sources do not have the hours of the Delta method
(R165), tariffs or costs. What somebody changes or adds is an assumption (`AANNAME`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

AANNAME: Final = "aanname"
BASISJAAR: Final = 2021
#: The frame is for four years (R7); the agreement began in 2022 (R154, P32).
JAREN: Final = (2021, 2022, 2023, 2024, 2025)
#: Kinds of measure that have norm hours of their own.
SOORTEN: Final = {
    "ots": "ondertoezichtstelling",
    "voogdij": "voogdij",
    "jr": "jeugdreclassering",
}


@dataclass(frozen=True, kw_only=True)
class Veld:
    """One number: `standaard` is "" where the sources give none; `herkomst` is of the default."""

    sleutel: str
    naam: str
    eenheid: str
    groep: str
    standaard: str = ""
    herkomst: str = AANNAME
    uitleg: str = ""
    verplicht: bool = False
    laagst: Decimal = Decimal(0)
    hoogst: Decimal = Decimal(1_000_000_000)


def _procent(sleutel: str, naam: str, groep: str, standaard: str, herkomst: str, **rest: object):
    grenzen = {"laagst": Decimal(0), "hoogst": Decimal(90), **rest}
    return Veld(
        sleutel=sleutel, naam=naam, eenheid="procent", groep=groep, standaard=standaard,
        herkomst=herkomst, **grenzen,
    )  # fmt: skip


def _euro(sleutel: str, naam: str, groep: str, **rest: object) -> Veld:
    return Veld(sleutel=sleutel, naam=naam, eenheid="euro", groep=groep, **rest)


def _kosten() -> Iterator[Veld]:
    groep = "Kosten en uren van één voltijds jeugdbeschermer in 2021"
    yield _euro(
        "personeel", "Loonkosten", groep, verplicht=True,
        uitleg="Loon en sociale lasten. De bronnen geven geen bedrag.",
    )  # fmt: skip
    yield _euro(
        "indirect_personeel", "Indirecte kosten van personeel", groep, verplicht=True,
        uitleg="Ingedeeld zoals Berenschot doet (R296), zonder overhead.",
    )  # fmt: skip
    yield _euro(
        "bbk", "Bijzondere bijkomende kosten", groep, verplicht=True,
        uitleg="Horen in het tarief (R163). Reis-, zak- en kleedgeld horen er niet in.",
    )  # fmt: skip
    yield Veld(
        sleutel="productieve_uren", naam="Productieve uren per jaar", eenheid="uur", groep=groep,
        verplicht=True, laagst=Decimal(100), hoogst=Decimal(2000),
        uitleg="De norm, bij het verloop van 2021 (R166).",
    )  # fmt: skip
    yield _procent(
        "overige_indirecte_tijd", "Andere tijd zonder het gezin", groep, "0", AANNAME,
        hoogst=Decimal(60), uitleg="Deel van de productieve uren, naast de zoektijd.",
    )  # fmt: skip


def _maatregelen() -> Iterator[Veld]:
    for soort, naam in SOORTEN.items():
        groep = "Uren en aantallen per soort maatregel"
        yield Veld(
            sleutel=f"normuren_{soort}", naam=f"Normuren per jaar, {naam}", eenheid="uur",
            groep=groep, laagst=Decimal(1), hoogst=Decimal(2000),
            uitleg="Uit de Deltamethodiek van 2014 (R165). De bronnen geven de uren niet.",
        )  # fmt: skip
        yield Veld(
            sleutel=f"aantal_{soort}", naam=f"Aantal in 2021, {naam}", eenheid="maatregelen",
            groep=groep, hoogst=Decimal(1_000_000),
        )  # fmt: skip


#: Per kind of path: name, lowest, highest, and per year the value with its source.
PADEN: Final[dict[str, tuple[str, int, int, tuple[tuple[str, str], ...]]]] = {
    "zoektijd": (
        "Tijd voor het zoeken van hulp", 0, 60,
        (("18", "R173"), ("16", "R173, P1"), ("14", "R173, P1"), ("14", AANNAME), ("14", AANNAME)),
    ),
    "overhead": (
        "Overhead", 0, 80,
        (("29,1", "R176"), ("28,6", AANNAME), ("28,1", "R176"), ("28,1", AANNAME), ("28,1", AANNAME)),
    ),
    "verloop": (
        "Verloop", 0, 100,
        (("20", "R178"), ("17,5", "R178"), ("15", "R178"), ("15", AANNAME), ("15", AANNAME)),
    ),
    "maatregelen": (
        "Verandering van het aantal maatregelen", -50, 50,
        (("0", AANNAME), ("-5", "R183, P16"), ("-5", "R183, P16"), ("0", "P45"), ("0", AANNAME)),
    ),
    "jeugdhulp": (
        "Verandering van de jeugdhulp op een bepaling", -50, 50,
        (("0", AANNAME), ("-1", "R175"), ("-1", "R175"), ("0", AANNAME), ("0", AANNAME)),
    ),
    "indexatie": (
        "Indexatie", -10, 30,
        (("0", AANNAME), ("0", AANNAME), ("0", AANNAME), ("0", AANNAME), ("0", AANNAME)),
    ),
}  # fmt: skip
UITLEG_PAD: Final = {
    "zoektijd": "Deel van de productieve uren, in procent. Het daalt elk jaar 2 punten.",
    "overhead": "Deel van alle kosten, in procent. Wanneer 28,1 is bereikt, zeggen de bronnen niet.",
    "verloop": "In procent per jaar. Elke 2,5 punt minder geeft 8 uur (R179).",
    "maatregelen": "Tegenover het jaar ervoor, in procent. Dat het aantal de instroom volgt, is een aanname.",
    "jeugdhulp": "Tegenover het jaar ervoor, in procent.",
    "indexatie": "Tegenover het jaar ervoor, in procent, boven op het tarief (R158).",
}


def _paden() -> Iterator[Veld]:
    for pad, (naam, laagst, hoogst, waarden) in PADEN.items():
        for jaar, (standaard, herkomst) in zip(JAREN, waarden, strict=True):
            if jaar == BASISJAAR and pad in {"maatregelen", "jeugdhulp", "indexatie"}:
                continue
            yield _procent(
                f"{pad}_{jaar}", f"{naam}, {jaar}", naam, standaard, herkomst,
                laagst=Decimal(laagst), hoogst=Decimal(hoogst), verplicht=True,
                uitleg=UITLEG_PAD[pad],
            )  # fmt: skip


def _tarief() -> Iterator[Veld]:
    groep = "Het tarief"
    yield _euro(
        "tarief_basis", "Betaald uurtarief in 2021", groep, hoogst=Decimal(1000),
        uitleg="Laat leeg om te rekenen met de kostprijs van 2021.",
    )  # fmt: skip
    yield _procent(
        "tariefstijging", "Stijging van het tarief in 2022", groep, "4,0", "R158",
        uitleg="Het gemiddelde van Centraal Gelderland, zonder indexatie. Elders zeggen de bronnen niets.",
    )  # fmt: skip
    yield Veld(
        sleutel="nieuw_tarief_vanaf", naam="Opnieuw berekend tarief vanaf", eenheid="jaar",
        groep=groep, standaard="2024", herkomst="R192, P33", laagst=Decimal(2022),
        hoogst=Decimal(2100), uitleg="Vanaf dit jaar geldt de kostprijs. Leeg: nooit.",
    )  # fmt: skip
    yield _procent(
        "deel_naar_caseload", "Deel van de vrije zoektijd voor meer gezinnen", groep, "0", "R7",
        hoogst=Decimal(100),
        uitleg="De rest is tijd voor de gezinnen die er al zijn. Winst blijft in de uitvoering.",
    )  # fmt: skip


def _begroting() -> Iterator[Veld]:
    groep = "De begroting"
    yield _euro(
        "basis", "Kader: de kosten van nu", groep,
        uitleg="Zonder indexatie en zonder preventieve jeugdbescherming (R7). Leeg: de berekende kosten van 2021.",
    )  # fmt: skip
    yield _euro(
        "preventief", "Preventieve jeugdbescherming per jaar", groep, standaard="0",
        uitleg="Een eigen regel, buiten kader, indexatie en volume (R7).",
    )  # fmt: skip
    yield _procent(
        "drempel", "Vanaf welke verandering telt het volume?", groep, "5", AANNAME,
        uitleg="Wat een wezenlijke verandering is, is nergens afgesproken (R7).",
    )  # fmt: skip
    yield _euro(
        "eenmalig_2021", "Eenmalige kosten in 2021", groep, standaard="25000", herkomst="R162",
        uitleg="Ongeveer, van Centraal Gelderland. De kosten van 2022 zijn niet bekend.",
    )  # fmt: skip
    yield _euro(
        "eenmalig_2022", "Eenmalige kosten in 2022", groep, uitleg="Leeg: niet bekend (R319)."
    )
    yield _euro(
        "jeugdhulp", "Jeugdhulp op een bepaling van een GI in 2021", groep,
        uitleg="Samen met de maatregelen telt dit voor de kosten van een gemeente (R171).",
    )  # fmt: skip


VELDEN: Final[dict[str, Veld]] = {
    veld.sleutel: veld
    for deel in (_kosten, _maatregelen, _paden, _tarief, _begroting)
    for veld in deel()
}
#: Public figures that fit a field, and their day: near the base year, so no default. Taken over as
#: they are, they keep their source.
BEKEND: Final = {
    "aantal_voogdij": ("1385", "F214 (eind 2020)"),
    "aantal_jr": ("480", "F170 (juni 2023)"),
}
#: Numbers to try the calculator with. Made up, but for those of `BEKEND`: no source gives them.
VOORBEELD: Final = {
    "personeel": "75000",
    "indirect_personeel": "9000",
    "bbk": "1080",
    "productieve_uren": "1200",
    "overige_indirecte_tijd": "22",
    "normuren_ots": "80",
    "aantal_ots": "2000",
    "normuren_voogdij": "40",
    "normuren_jr": "60",
    "jeugdhulp": "20000000",
    **{sleutel: waarde for sleutel, (waarde, _bron) in BEKEND.items()},
}
#: Texts with one line per gemeente or GI: a name, a number of measures, and an amount where there is one.
LIJSTEN: Final = {
    "gemeenten": "Per gemeente: naam; maatregelen in 2021; jeugdhulp in euro",
    "gis": "Per GI: naam; maatregelen in 2021",
}
