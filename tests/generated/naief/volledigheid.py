"""Which declarations are missing: per gemeente, provider and month."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.generated.naief.beeld import Beeld
from tests.generated.naief.geld import antwoorden_op
from tests.generated.naief.ketens import deelt_dag

Rij = dict[str, Any]


def volledigheid(beeld: Beeld, maanden: list[tuple[date, date]]) -> list[Rij]:
    """Expected pairs with, per month, whether declarations are there and all answered."""
    uit = []
    for begin, einde in maanden:
        paren = {
            (rij["gemeente"], rij["aanbieder"])
            for rij in beeld.toewijzingen.values()
            if deelt_dag(rij["ingangsdatum"], rij["einddatum"], begin, einde)
        }
        for gemeente, aanbieder in sorted(paren):
            declaraties = [
                rij
                for rij in beeld.zicht["bericht"]
                if rij["soort"] in ("JW303", "JW323")
                and (rij["gemeente"], rij["aanbieder"]) == (gemeente, aanbieder)
                and rij["periode_begin"] is not None
                and deelt_dag(rij["periode_begin"], rij["periode_einde"], begin, einde)
            ]
            beantwoord = [bool(antwoorden_op(rij, beeld.zicht["bericht"])) for rij in declaraties]
            uit.append(
                {
                    "gemeente": gemeente,
                    "aanbieder": aanbieder,
                    "maand": begin,
                    "aanwezig": bool(declaraties),
                    "beantwoord": bool(declaraties) and all(beantwoord),
                }
            )
    return uit
