"""Where a row counts: the areas of a figure."""

from __future__ import annotations

from typing import Any

from paraplu.afspraken import gebieden

Rij = dict[str, Any]

BUITEN = "buiten"


def gemeenten_51() -> dict[str, str]:
    """The 51 gemeenten with their region."""
    return {g.code: g.regio for g in gebieden.gemeenten() if g.in_gvjb}


def sleutel(rij: Rij, per: str) -> str:
    """The key under which a row counts in a figure split by `per`."""
    if per == "alles":
        return "alles"
    if per in ("gelderland", "regio", "gemeente"):
        if rij["gemeente"] is None:
            return "gelderland" if per == "gelderland" else "onbekend"
        regio = gemeenten_51().get(rij["gemeente"])
        if regio is None:
            return BUITEN
        return {"gelderland": "gelderland", "regio": regio, "gemeente": rij["gemeente"]}[per]
    return "onbekend" if rij[per] is None else str(rij[per])


def altijd(per: str) -> list[str]:
    """Areas that get a row even without cases."""
    if per == "gelderland":
        return ["gelderland"]
    if per == "regio":
        return sorted(set(gemeenten_51().values()))
    if per == "gemeente":
        return sorted(gemeenten_51())
    return []


def past(rij: Rij, filters: dict[str, str]) -> bool:
    """Whether a row stays under all filters."""
    return all(sleutel(rij, per) == waarde for per, waarde in filters.items())
