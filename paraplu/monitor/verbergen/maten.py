"""From hidden groups to hidden measures, also of what is made of other figures: V3 and transfers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.monitor.indicator import Maat
from paraplu.monitor.verbergen.cel import Cel
from paraplu.monitor.verbergen.groepen import Lid, familie_van
from paraplu.monitor.verbergen.patroon import Patroon

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Vraag

LOPEND, BEEINDIGD = "_lopend", "_beeindigd"


class Verberger:
    """Says of each cell of one question which measures are hidden."""

    def __init__(self, patroon: Patroon, vraag: Vraag) -> None:
        self.patroon = patroon
        self.vraag = vraag

    @property
    def niet_gedeeld(self) -> frozenset[str]:
        """Measures that others do not get: transfers, and what no group of the family is behind.

        A transfer is about two parties, and such a part of a part mostly about few children.
        """
        alle = self.vraag.indicator.maten
        stromen = frozenset(m.sleutel for m in alle if m.soort == "stroom")
        if self.vraag.indicator.code == "V3":
            return stromen
        gedeeld = frozenset().union(*(lid.maten for lid in self._leden()))
        return stromen | (frozenset(m.sleutel for m in alle) - gedeeld)

    def _leden(self) -> list[Lid]:
        """The readings of the family that this question is about."""
        vraag = self.vraag
        familie = familie_van(vraag.indicator, vraag.variant)
        dit = (vraag.indicator.code, vraag.variant)
        return [lid for lid in familie.leden if (lid.code, lid.variant) == dit]

    def maten(self, cel: Cel) -> frozenset[str]:
        """The keys of the measures that are hidden, beside those that are not shared."""
        code, variant, periode = self.vraag.indicator.code, self.vraag.variant, self.vraag.periode
        if code == "V3":
            return self._doorlooptijd(cel)
        weg = self.patroon.weg(code, variant, periode, cel)
        return frozenset(
            maat for lid in self._leden() for maat, groep in lid.maten.items() if groep in weg
        )

    def sleutels(self) -> frozenset[str]:
        """Values of the split with something hidden: their row is there also where it counts nothing."""
        codes = (
            ("V2b", "V2c") if self.vraag.indicator.code == "V3" else (self.vraag.indicator.code,)
        )
        return frozenset().union(
            *(
                self.patroon.waarden_met_verborgen(
                    code, self.vraag.variant, self.vraag.periode, self.vraag.per, self.vraag.filters
                )
                for code in codes
            )
        )

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
