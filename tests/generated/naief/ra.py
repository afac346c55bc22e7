"""RA9 and RA10: how long extended OTS lasted, and which voogdij ended before 18 (R185, R188)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.generated.naief.beeld import Beeld
from tests.generated.naief.rekenen import gemiddelde, mediaan
from tests.generated.naief.v2 import rijen_v2b, rijen_v2c

Rij = dict[str, Any]
OVERLEDEN = "02"


def stopreden(beeld: Beeld, rij: Rij) -> str:
    """The reason of the definitive stop on the day that the measure ended."""
    redenen = [
        periode["stopreden"]
        for periode in beeld.zorgperioden
        if periode["toewijzing"] == rij["toewijzing"]
        and periode["stop"] == rij["einde"] is not None
        and not periode["tijdelijk"]
    ]
    return min(redenen, default="")


def rijen_ra9(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """Extended OTS that ended in the period."""
    uit = []
    for rij in rijen_v2b(beeld, begin, einde, variant):
        dagen = (rij["einde"] - rij["begin"]).days
        later = any(deel["soort_maatregel"] == "ots jaar 2 en verder" for deel in rij["delen"])
        if rij["groep"] != "OTS" or not (later or dagen > 366):
            continue
        if stopreden(beeld, rij) != OVERLEDEN:
            uit.append({**rij, "dagen": dagen})
    return uit


def maten_ra9(rijen: list[Rij]) -> Rij:
    """Mean, median and number."""
    dagen = [rij["dagen"] for rij in rijen]
    return {"gemiddelde": gemiddelde(dagen), "mediaan": mediaan(dagen), "aantal": len(dagen)}


def rijen_ra10(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """All voogdij of the period: that ended in it, and that runs on its last day."""
    klaar = [{**rij, "klaar": True} for rij in rijen_v2b(beeld, begin, einde, variant)]
    lopend = [{**rij, "klaar": False} for rij in rijen_v2c(beeld, begin, einde, variant)]
    return [{**rij, **leeftijd(beeld, rij)} for rij in klaar + lopend if rij["groep"] == "voogdij"]


def leeftijd(beeld: Beeld, rij: Rij) -> Rij:
    """What the year of birth says of an ending."""
    geboren = beeld.toewijzingen.get(rij["toewijzing"], {}).get("geboortejaar")
    wordt = None if geboren is None or rij["einde"] is None else rij["einde"].year - geboren
    jong = rij["klaar"] and wordt is not None and wordt < 18
    return {
        "voor_18": jong,
        "overleden": jong and stopreden(beeld, rij) == OVERLEDEN,
        "in_jaar_18": rij["klaar"] and wordt == 18,
        "leeftijd_onbekend": rij["klaar"] and wordt is None,
    }


def maten_ra10(rijen: list[Rij]) -> Rij:
    """Counts, and the part that ended before 18."""
    namen = ("voor_18", "overleden", "in_jaar_18", "leeftijd_onbekend")
    uit: Rij = {naam: sum(rij[naam] for rij in rijen) for naam in namen}
    return {**uit, "voogdij": len(rijen), "aandeel": gemiddelde([int(r["voor_18"]) for r in rijen])}
