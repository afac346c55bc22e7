"""Per value and variant: how the second reading gives its rows and figures, and what they must match."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from paraplu.monitor import Periode
from tests.generated.naief import ra, v1, v2, v4, v6, v6b, v7
from tests.generated.naief.beeld import Beeld

Rij = dict[str, Any]
Rijen = Callable[[Beeld, date, date, str], list[Rij]]

DIMENSIES = ("gemeente", "gi", "aanbieder", "productcategorie", "tussentaal", "soort_maatregel")
MAATREGEL = ("aaneengesloten", "letterlijk", "toegewezen")
REGEL = ("bericht", "volgnummer", "toegekend_bedrag")


@dataclass(frozen=True)
class Lezing:
    """One value in one variant, by the second reading.

    `kenmerken`: what tells a row, in the second reading and in the monitor's list.
    """

    code: str
    variant: str
    rijen: Rijen
    maten: Callable[[list[Rij]], Rij]
    kenmerken: tuple[tuple[str, str], ...]
    dimensies: tuple[str, ...] = DIMENSIES

    def geteld(self, beeld: Beeld, periode: Periode) -> list[Rij]:
        """The rows that count."""
        return self.rijen(beeld, periode.begin, periode.einde, self.variant)


def gelijk(*namen: str) -> tuple[tuple[str, str], ...]:
    """Columns that have one name in both."""
    return tuple((naam, naam) for naam in namen)


def van_jaar(jaar: Callable[[Beeld, int], list[Rij]], eerder: int) -> Rijen:
    """Rows of the year of the period, or of one before it."""
    return lambda beeld, begin, einde, variant: jaar(beeld, begin.year - eerder)


REGELS = (("bericht", "bericht"), ("volgnummer", "volgnummer"), ("toegekend_euro", "toegekend"))
MAATREGELEN = (("naam", "maatregel"), ("begin", "begindatum"), ("einde", "einddatum"))
SAMENLOOP = (("toewijzing", "sleutel"), ("begin", "begindatum"), ("samenloop", "samenloop"))
WACHT = (("toewijzing", "sleutel"), ("is_eerste", "eerste"), *gelijk("a", "b", "c"))
UITNUTTING = (("gedeclareerd_euro", "gedeclareerd"), ("toegewezen_euro", "toegewezen"))
RUIMTE = (("aanbieder", "aanbieder"), ("toegewezen_euro", "toegewezen"))
AF = (("toewijzing", "sleutel"), *gelijk("start", "eind", "duur", "rang"))


def lezingen() -> Iterator[Lezing]:
    """Every value in every variant."""
    yield Lezing("V1", "toegekend", v1.rijen_v1, v1.maten_v1, REGELS)
    yield Lezing("V1a", "toegekend", v1.rijen_v1a, v1.maten_v1a, REGELS)
    for variant in ("lopende_maatregel", "verwijzer_gi"):
        yield Lezing("V1b", variant, v1.rijen_v1b, v1.maten_v1b, REGELS)
    for variant in MAATREGEL:
        yield Lezing("V2a", variant, v2.rijen_v2a, partial(v2.maten, "instroom"), MAATREGELEN)
        yield Lezing("V2b", variant, v2.rijen_v2b, partial(v2.maten, "uitstroom"), MAATREGELEN)
        yield Lezing("V2c", variant, v2.rijen_v2c, partial(v2.maten, "stand"), MAATREGELEN)
        duren = (*MAATREGELEN, *gelijk("dagen"))
        yield Lezing("V3", variant, v2.rijen_v3, v2.maten_v3, duren)
        yield Lezing("V6", variant, v6.rijen, v6.maten, WACHT)
    for variant in ("volledig", "letterlijk"):
        dimensies = tuple(naam for naam in DIMENSIES if naam != "tussentaal")
        crisis = partial(v4.rijen, alleen_crisis=True)
        yield Lezing("V4", variant, v4.rijen, v4.maten, SAMENLOOP, dimensies)
        yield Lezing("V5", variant, crisis, v4.maten, SAMENLOOP, dimensies)
    yield Lezing("V6b", "letterlijk", van_jaar(v6b.rijen, 1), v6b.maten, UITNUTTING)
    ruimte = van_jaar(v6b.rijen_ruimte, 0)
    yield Lezing("V6c", "letterlijk", ruimte, v6b.maten_ruimte, RUIMTE, ("aanbieder",))
    for variant in ("volgorde", "letterlijk"):
        yield Lezing("V7", variant, v7.rijen, v7.maten, (*AF, *gelijk("criterium")))
    yield Lezing("V7", "algemeen", v7.rijen_algemeen, v7.maten_algemeen, AF)
    duren = (*MAATREGELEN, *gelijk("dagen"))
    eindes = (*MAATREGELEN, *gelijk("voor_18", "overleden", "in_jaar_18"))
    yield Lezing("RA9", "aaneengesloten", ra.rijen_ra9, ra.maten_ra9, duren)
    yield Lezing("RA10", "aaneengesloten", ra.rijen_ra10, ra.maten_ra10, eindes)


LEZINGEN = {(lezing.code, lezing.variant): lezing for lezing in lezingen()}
