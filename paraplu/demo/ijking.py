"""The public figures on which the demo is calibrated, scaled to Gelderland."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

#: Of a child with a measure; a little more than the target, because a measure that begins late in
#: the year often gets its help in the next.
MEER_NODIG = 1.03


@dataclass(frozen=True)
class Ijking:
    """The figures of `ijking.toml`, with what the simulation needs of them (numbers of the province)."""

    gegevens: dict[str, Any]

    def __getitem__(self, sleutel: str) -> Any:
        return self.gegevens[sleutel]

    @property
    def nodig(self) -> float:
        """Share of the children with a measure that get youth help."""
        return float(self.gegevens["hulp"]["deel_met_hulp"]) * MEER_NODIG

    def deel(self, groep: str) -> float:
        """Gelderland's share of a national figure about this group."""
        return float(self.gegevens["deel"]["JR" if groep == "JR" else "JB"]["waarde"])

    def stand(self, groep: str, jaar: int) -> float:
        """Running measures in the province on the first day of the year."""
        stromen = self.gegevens["stroom"][groep]
        stand = float(stromen["stand"]["waarde"])
        for tussen in range(int(stromen["stand"]["jaar"]), jaar):
            regel = self._jaar(groep, tussen)
            stand += regel["in"] - regel["uit"]
        return stand * self.deel(groep)

    def stroom(self, groep: str, maand: int, kant: str) -> float:
        """Inflow ("in") or outflow ("uit") of the province in one month."""
        return float(self._jaar(groep, maand // 12)[kant]) / 12 * self.deel(groep)

    def _jaar(self, groep: str, jaar: int) -> dict[str, Any]:
        """The flows of a year; outside the known years those of the nearest."""
        stromen = self.gegevens["stroom"][groep]
        bekend = sorted(int(sleutel) for sleutel in stromen if sleutel != "stand")
        regel: dict[str, Any] = stromen[str(min(max(jaar, bekend[0]), bekend[-1]))]
        return regel

    def hulp_per_groep(self, maand: int) -> dict[int, float]:
        """Running youth help of the province at the end of a month, per group of the tussentaal."""
        hulp = self.gegevens["hulp"]
        verloop = {int(jaar): deel for jaar, deel in hulp["verloop"].items()}
        jaar, over = maand // 12, (maand % 12 + 1) / 12
        jaar = min(max(jaar, min(verloop)), max(verloop))
        factor = verloop[jaar] + (verloop.get(jaar + 1, verloop[jaar]) - verloop[jaar]) * over
        # The factor is 1 on the day of the public figure.
        dag: date = hulp["peildag"]
        factor /= verloop[dag.year] + (verloop[dag.year + 1] - verloop[dag.year]) * dag.month / 12
        standen = {int(groep): stand for groep, stand in hulp["stand_per_tussentaal"].items()}
        standen[2] = hulp["pleegzorg"]
        standen[1] = hulp["stand"] - sum(standen.values())
        return {groep: standen[groep] * factor for groep in sorted(standen)}


@cache
def lees_ijking() -> Ijking:
    """The figures, read once."""
    blad = resources.files("paraplu.demo") / "ijking.toml"
    return Ijking(tomllib.loads(blad.read_text(encoding="utf-8")))
