"""What every chapter asks: the main figure of a value, its number of cases, the areas beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paraplu.afspraken import gebieden
from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.inzage.keuze import aanloop, jaar_eerder
from paraplu.monitor.periode import Periode

from ..boek import Boek
from ..opzet import Opzet

#: The seven values, with inflow, outflow and stock apart, and what stands beside them (R193-R202).
WAARDEN = ("V1", "V1a", "V1b", "V2a", "V2b", "V2c", "V3", "V4", "V5", "V6", "V6b", "V6c", "V7")
#: On how many cases a share or duration rests, by value.
GEVALLEN = {
    "V3": "aantal",
    "V4": "kinderen",
    "V5": "kinderen",
    "V6": "bc_aantal",
    "V7": "opgevolgd",
}
#: A mean or a share: two areas can be compared by it, whatever their size.
VERGELIJKBAAR = frozenset({"aandeel", "dagen", "rang"})


@dataclass(frozen=True)
class Vraag:
    """The figures of one report, asked by chapters."""

    boek: Boek
    opzet: Opzet

    @property
    def indicatoren(self) -> list[Any]:
        """The values that the monitor has, in the order of the agreements."""
        bekend = self.boek.cijfers.indicatoren
        return [bekend[code] for code in WAARDEN if code in bekend]

    @property
    def eerder(self) -> Periode:
        """The same period of the year before."""
        return jaar_eerder(self.opzet.periode)

    @property
    def reeks(self) -> list[Periode]:
        """The periods of a trend, the oldest first."""
        bereik = self.boek.cijfers.bereik()
        return aanloop(self.opzet.periode, bereik[0] if bereik else self.opzet.periode.begin.year)

    def hoofdmaat(
        self, code: str, *, gebied: Gebied | None = None, periode: Periode | None = None
    ) -> Any:
        """The measure that a value is known by."""
        maat = self.boek.cijfers.indicatoren[code].maten[0].sleutel
        return self.maat(code, maat, gebied=gebied, periode=periode)

    def maat(
        self,
        code: str,
        maat: str,
        *,
        gebied: Gebied | None = None,
        periode: Periode | None = None,
        variant: str | None = None,
    ) -> Any:
        """A measure; of the area and period of the report unless told."""
        return self.boek.waarde(
            code, maat, periode or self.opzet.periode, gebied or self.opzet.gebied, variant
        )

    def gevallen(
        self, code: str, *, gebied: Gebied | None = None, periode: Periode | None = None
    ) -> Any:
        """On how many cases the main measure rests; None where it is a number of cases itself."""
        maat = gevallenmaat(self.boek.cijfers.indicatoren[code])
        return maat and self.maat(code, maat.sleutel, gebied=gebied, periode=periode)

    def naast(self) -> list[Gebied]:
        """The area of the report, and the larger ones that it lies in."""
        gebied = self.opzet.gebied
        rij = [gebied]
        if gebied.soort == "gemeente":
            gemeente = gebieden.gemeente(gebied.code)
            regio = gemeente and gebieden.regio(gemeente.regio)
            if regio:
                rij.append(Gebied("regio", regio.code, regio.naam))
        return rij if gebied == GELDERLAND else [*rij, GELDERLAND]

    def delen(self) -> list[Gebied]:
        """The parts of the area, or of a GI all GI's; none of a gemeente."""
        gebied = self.opzet.gebied
        if gebied == GELDERLAND:
            return [Gebied("regio", regio.code, regio.naam) for regio in gebieden.regios()]
        if gebied.soort == "regio":
            leden = gebieden.gemeenten_van(gebied.code)
            return [Gebied("gemeente", lid.code, lid.naam) for lid in leden]
        if gebied.soort == "gi":
            namen = self.boek.cijfers.namen()["gi"]
            return [Gebied("gi", code, naam) for code, naam in namen.items()]
        return []


def gevallenmaat(indicator: Any) -> Any:
    """The measure that says on how many cases a mean or share rests; None for a plain number."""
    if indicator.maten[0].eenheid not in VERGELIJKBAAR:
        return None
    gezocht = GEVALLEN.get(indicator.code)
    telbaar = [maat for maat in indicator.maten if maat.eenheid not in VERGELIJKBAAR | {"euro"}]
    return next(
        (maat for maat in telbaar if maat.sleutel == gezocht), telbaar[0] if telbaar else None
    )
