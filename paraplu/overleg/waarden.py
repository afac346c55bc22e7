"""The seven values of the monitor beside the agreements, and what a region asks on top (R308, R309)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from paraplu.inzage.adressen import bewijs_adres
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.keuze import Keuze
from paraplu.monitor.periode import Periode
from paraplu.web.getallen import VAST, Waarde, toon
from paraplu.web.webadres import full_adres

from . import queries
from .models import Gegevenswens
from .standen import Vraag

#: Of these a pack shows two measures: what is counted and the children, mean and median.
TWEE_MATEN: Final = frozenset({"V1", "V3"})
#: The dimension by which a kind of party is counted; all of Gelderland by its gemeenten.
DIMENSIE: Final = {"gi": "gi", "regio": "gemeente", "gemeente": "gemeente", "": "gemeente"}


@dataclass(frozen=True, kw_only=True)
class Waarderegel:
    """One measure of one value for one party in a year, with the full address of its receipt."""

    code: str
    naam: str
    maat: str
    eenheid: str
    partij: Gebied
    jaar: int
    waarde: Waarde
    bewijs: str
    is_extra: bool = False

    @property
    def tekst(self) -> str:
        """The figure with its unit; a word where it is hidden or not known."""
        return str(toon(self.waarde, self.eenheid)).replace(VAST, " ")


def read_waarden(partijen: Iterable[Gebied], vraag: Vraag) -> list[Waarderegel]:
    """Every value that is counted for such a party, in its first reading; then what a region added."""
    regels: list[Waarderegel] = []
    alle = list(partijen)
    for indicator in vraag.cijfers.indicatoren.values():
        for partij in alle:
            regels.extend(_read(indicator, partij, vraag))
    for partij in alle:
        if partij.soort == "regio":
            regels.extend(_read_extra(partij, vraag))
    return regels


def _read(
    indicator: Any, partij: Gebied, vraag: Vraag, *, variant: str = "", is_extra: bool = False
) -> Iterator[Waarderegel]:
    if DIMENSIE.get(partij.soort) not in indicator.dimensies:
        return
    gekozen = variant or indicator.varianten[0]
    periode = Periode.jaar(vraag.jaar)
    bereik = vraag.cijfers.bereik()
    is_bekend = bereik is not None and bereik[0] <= vraag.jaar <= bereik[1]
    waarden = vraag.cijfers.waarden(indicator.code, periode, partij, gekozen) if is_bekend else {}
    keuze = Keuze(
        gebied=partij, periode=periode, bekend_op=vraag.cijfers.bekend_op, variant=variant or None
    )
    for maat in indicator.maten[: 2 if indicator.code in TWEE_MATEN else 1]:
        yield Waarderegel(
            code=indicator.code,
            naam=indicator.naam,
            maat=maat.naam,
            eenheid=maat.eenheid,
            partij=partij,
            jaar=vraag.jaar,
            waarde=waarden.get(maat.sleutel),
            bewijs=full_adres(bewijs_adres(keuze, indicator.code)),
            is_extra=is_extra,
        )


def _read_extra(regio: Gebied, vraag: Vraag) -> Iterator[Waarderegel]:
    """What was found meaningful for one region or for all, as far as the monitor counts it (R309)."""
    for wens in queries.list_wensen(regio.code):
        if wens.stand == Gegevenswens.Stand.ZINVOL and wens.cijfer:
            code, _spatie, variant = wens.cijfer.partition(" ")
            indicator = vraag.cijfers.find_indicator(code)
            if indicator is not None and variant in indicator.varianten:
                yield from _read(indicator, regio, vraag, variant=variant, is_extra=True)


def list_keuzes(cijfers: Cijfers) -> list[tuple[str, str]]:
    """Every reading of a value that is not in the common set, and figures of agreements (R309)."""
    from paraplu.monitor import resultaten  # noqa: PLC0415 - Ibis is slow to import

    gewoon = [(i, v) for i in cijfers.indicatoren.values() for v in i.varianten[1:]]
    eigen = [(i, v) for i in resultaten.indicatoren().values() for v in i.varianten]
    return [
        (f"{i.code} {v}", _("%(code)s %(naam)s, lezing %(lezing)s") % {"code": i.code, "naam": i.naam, "lezing": v})
        for i, v in (*gewoon, *eigen)
        if "gemeente" in i.dimensies
    ]  # fmt: skip
