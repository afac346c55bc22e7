"""V2a, V2b, V2c and V3: measures that start, end and run, and how long they take (P50, P51, P55)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.generated.naief.beeld import NA, Beeld
from tests.generated.naief.ketens import deel_op, laatste_deel, loopt, overdrachten
from tests.generated.naief.rekenen import gemiddelde, mediaan

Rij = dict[str, Any]


def plaats(rij: Rij, deel: Rij) -> Rij:
    """A measure with the gemeente, GI and kind of one of its parts."""
    velden = ("gemeente", "aanbieder", "productcategorie", "soort_maatregel", "toewijzing")
    return {**rij, **{veld: deel[veld] for veld in velden}, "gi": deel["aanbieder"]} | {
        "tussentaal": None
    }


def na_2017(beeld: Beeld, variant: str) -> list[Rij]:
    """Measures whose care came in after 1-1-2017."""
    return [
        rij
        for rij in beeld.maatregelen(variant)
        if rij["ingangsdatum"] is not None and rij["ingangsdatum"] > NA
    ]


def rijen_v2a(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """Started in the period."""
    return [
        plaats(rij, deel_op(rij, rij["begin"]))
        for rij in na_2017(beeld, variant)
        if begin <= rij["begin"] <= einde
    ]


def rijen_v2b(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """Ended in the period, tentative stops aside."""
    return [
        plaats(rij, laatste_deel(rij))
        for rij in na_2017(beeld, variant)
        if rij["einde"] is not None and begin <= rij["einde"] <= einde
    ]


def rijen_v2c(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """Running on the last day."""
    return [
        plaats(rij, deel_op(rij, einde)) for rij in na_2017(beeld, variant) if loopt(rij, einde)
    ]


def maten(naam: str, rijen: list[Rij]) -> Rij:
    """How many measures, of how many children."""
    return {naam: len(rijen), "kinderen": len({rij["kind"] for rij in rijen})}


def overgangen(beeld: Beeld, begin: date, einde: date, variant: str) -> list[tuple[Rij, Rij]]:
    """Who held a measure before and after, for each change in the period."""
    return [
        (plaats(rij, van), plaats(rij, naar))
        for rij in na_2017(beeld, variant)
        for dag, van, naar in overdrachten(rij)
        if begin <= dag <= einde
    ]


def rijen_v3(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """Running on the last day, to that day; ended in the period, to the end."""
    uit = []
    for rij in na_2017(beeld, variant):
        if rij["einde"] is not None and begin <= rij["einde"] <= einde:
            dagen = (rij["einde"] - rij["begin"]).days
            uit.append({**plaats(rij, laatste_deel(rij)), "stand": "beeindigd", "dagen": dagen})
        elif loopt(rij, einde):
            dagen = (einde - rij["begin"]).days
            uit.append({**plaats(rij, deel_op(rij, einde)), "stand": "lopend", "dagen": dagen})
    return uit


def maten_v3(rijen: list[Rij]) -> Rij:
    """Number, mean and median of days: together, running and ended."""
    uit: Rij = {}
    for naam in ("", "_lopend", "_beeindigd"):
        dagen = [rij["dagen"] for rij in rijen if naam in ("", f"_{rij['stand']}")]
        uit[f"aantal{naam}"] = len(dagen)
        uit[f"gemiddelde{naam}"] = gemiddelde(dagen)
        uit[f"mediaan{naam}"] = mediaan(dagen)
    return uit
