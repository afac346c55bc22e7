"""From hidden groups to hidden measures, also of what is made of other figures: V3 and transfers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from paraplu.monitor import waarden
from paraplu.monitor.indicator import Maat
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen.cel import Cel, drempel_van
from paraplu.monitor.verbergen.groepen import GEHEEL, familie_van
from paraplu.monitor.verbergen.patroon import Patroon

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Vraag

LOPEND, BEEINDIGD = "_lopend", "_beeindigd"
VorigeStand = Callable[[Cel], bool]


class Verberger:
    """Says of each cell of one question which measures are hidden."""

    def __init__(self, patroon: Patroon, vraag: Vraag) -> None:
        self.patroon = patroon
        self.vraag = vraag
        self._klein: set[str] | None = None

    def maten(self, cel: Cel, sleutel: str) -> frozenset[str]:
        """The keys of the measures that are hidden; `sleutel`: of this row in the answer."""
        code, variant, periode = (
            self.vraag.indicator.code,
            self.vraag.variant,
            self.vraag.periode,
        )
        if code == "V3":
            return self._doorlooptijd(cel)
        weg = self.patroon.weg(code, variant, periode, cel)
        familie = familie_van(self.vraag.indicator, variant)
        verborgen = {
            maat
            for lid in familie.leden
            if (lid.code, lid.variant) == (code, variant)
            for maat, groep in lid.maten.items()
            if groep in weg
        }
        stromen = {m.sleutel for m in self.vraag.indicator.maten if m.soort == "stroom"}
        if stromen and (GEHEEL in weg or self._stroom(cel, sleutel)):
            verborgen |= stromen
        return frozenset(verborgen)

    def _doorlooptijd(self, cel: Cel) -> frozenset[str]:
        """V3 is about the measures of V2c and V2b: both together are shown where each of them is."""
        variant, periode = self.vraag.variant, self.vraag.periode
        lopend = bool(self.patroon.weg("V2c", variant, periode, cel))
        beeindigd = bool(self.patroon.weg("V2b", variant, periode, cel))

        def is_weg(maat: Maat) -> bool:
            if maat.sleutel.endswith(LOPEND):
                return lopend
            if maat.sleutel.endswith(BEEINDIGD):
                return beeindigd
            return lopend or beeindigd

        return frozenset(m.sleutel for m in self.vraag.indicator.maten if is_weg(m))

    def _stroom(self, cel: Cel, sleutel: str) -> bool:
        """Transfers: hidden with any of the figures that they link, in any period that adds up to it.

        Stand now = stand before + inflow - outflow + transfers in - transfers out. Where all of those
        are shown, only the difference of the transfers follows from them.
        """
        if self._klein is None:
            self._klein = self._kleine_stromen()
        return sleutel in self._klein or any(
            self.patroon.weg(code, self.vraag.variant, periode, cel)
            for binnen in _samen_geteld(self.vraag.periode, self.patroon.kring)
            for code, periode in (
                ("V2a", binnen),
                ("V2b", binnen),
                ("V2c", binnen),
                ("V2c", binnen.vorige()),
            )
        )

    def _kleine_stromen(self) -> set[str]:
        """Rows with few transfers in or out, in any reading."""
        gevonden = set()
        for periode in _samen_geteld(self.vraag.periode, self.patroon.kring):
            for code in ("V2a", "V2b"):
                indicator = waarden.indicator(code)
                maat = next(m.sleutel for m in indicator.maten if m.soort == "stroom")
                for variant in indicator.varianten:
                    vraag = replace(
                        self.vraag, indicator=indicator, variant=variant, periode=periode
                    )
                    for sleutel, rij in self.patroon.geopend.cijfers(vraag).items():
                        if 0 < rij[maat] < self._hoogste():
                            gevonden.add(sleutel)
        return gevonden

    def _hoogste(self) -> int:
        return drempel_van(frozenset(), self.patroon.drempels)


def _samen_geteld(periode: Periode, kring: str) -> Iterator[Periode]:
    """The period and those that can be subtracted with it: of a quarter the year and its quarters."""
    jaar = periode.begin.year
    yield Periode.jaar(jaar)
    if periode.soort == "jaar" or kring != "partijen":
        return
    yield from (Periode.kwartaal(jaar, nummer) for nummer in range(1, 5))
    if periode.soort == "maand":
        yield from Periode.kwartaal(jaar, (periode.begin.month + 2) // 3).maanden()
