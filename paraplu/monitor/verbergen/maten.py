"""From hidden groups to hidden measures, also of what is made of other figures: V3 and transfers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.monitor.indicator import Maat
from paraplu.monitor.verbergen.cel import Cel
from paraplu.monitor.verbergen.groepen import familie_van
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
    def stromen(self) -> frozenset[str]:
        """Transfers: few, and each is about two parties. They are not shared with others at all."""
        return frozenset(m.sleutel for m in self.vraag.indicator.maten if m.soort == "stroom")

    def maten(self, cel: Cel) -> frozenset[str]:
        """The keys of the measures that are hidden, beside the transfers."""
        code, variant, periode = self.vraag.indicator.code, self.vraag.variant, self.vraag.periode
        if code == "V3":
            return self._doorlooptijd(cel)
        weg = self.patroon.weg(code, variant, periode, cel)
        return frozenset(
            maat
            for lid in familie_van(self.vraag.indicator, variant).leden
            if (lid.code, lid.variant) == (code, variant)
            for maat, groep in lid.maten.items()
            if groep in weg
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
