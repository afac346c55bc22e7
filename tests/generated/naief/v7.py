"""V7: whether the help that follows is lighter (P22, P23, P59, R311)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.generated.naief.beeld import Beeld
from tests.generated.naief.rekenen import gemiddelde, mediaan

Rij = dict[str, Any]

VROEGER = timedelta(days=31)
LATER = timedelta(days=92)


def afgerond(beeld: Beeld) -> list[Rij]:
    """Help that started, with its definitive end, length in days and cost per day."""
    uit = []
    for hulp in beeld.hulp:
        if hulp["start"] is None:
            continue
        laatste = hulp["perioden"][-1]
        einde = None if laatste["tijdelijk"] else laatste["einde"]
        uit.append(
            {
                **hulp,
                "tussentaal": laatste["tussentaal"],
                "rang": laatste["rang"],
                "eind": einde,
                "duur": None if einde is None else (einde - hulp["start"]).days,
                "kosten": kosten_per_dag(beeld, hulp, einde),
            }
        )
    return uit


def kosten_per_dag(beeld: Beeld, hulp: Rij, einde: date | None) -> Fraction | None:
    """Net granted cents per day from start to end, both included.

    Help that still runs is counted up to the last day that was granted.
    """
    regels = [
        rij
        for rij in beeld.declaraties
        if rij["toewijzing"] == hulp["toewijzing"] and rij["toegekend"]
    ]
    if not regels:
        return None
    laatste = einde if einde is not None else max(rij["einddatum"] for rij in regels)
    dagen = (laatste - hulp["start"]).days + 1
    if dagen < 1:
        return None
    return Fraction(sum(rij["toegekend_bedrag"] for rij in regels), dagen)


def opvolger(hulp: Rij, alle: list[Rij]) -> Rij | None:
    """The first other help of the child that starts around the end."""
    beste = None
    for ander in alle:
        if ander["kind"] != hulp["kind"] or ander["toewijzing"] == hulp["toewijzing"]:
            continue
        if ander["rang"] is None:
            continue
        zelfde = ("productcategorie", "productcode", "aanbieder")
        if all(ander[veld] == hulp[veld] for veld in zelfde):
            continue
        if not hulp["eind"] - VROEGER <= ander["start"] <= hulp["eind"] + LATER:
            continue
        if beste is None or (ander["start"], ander["toewijzing"]) < (
            beste["start"],
            beste["toewijzing"],
        ):
            beste = ander
    return beste


def lager(nieuw: Any, oud: Any) -> bool:
    """Less, where both are known."""
    return nieuw is not None and oud is not None and nieuw < oud


def criterium_volgorde(oud: Rij, nieuw: Rij) -> str | None:
    """Category first, then duration, then cost (P23)."""
    if nieuw["rang"] != oud["rang"]:
        return "categorie" if nieuw["rang"] < oud["rang"] else None
    beide = oud["duur"] is not None and nieuw["duur"] is not None
    if beide and nieuw["duur"] != oud["duur"]:
        return "duur" if nieuw["duur"] < oud["duur"] else None
    return "kosten" if lager(nieuw["kosten"], oud["kosten"]) else None


def criterium_letterlijk(oud: Rij, nieuw: Rij) -> str | None:
    """Any of the three (R202)."""
    if nieuw["rang"] < oud["rang"]:
        return "categorie"
    if lager(nieuw["duur"], oud["duur"]):
        return "duur"
    gelijke_duur = oud["duur"] is not None and oud["duur"] == nieuw["duur"]
    if (nieuw["rang"] == oud["rang"] or gelijke_duur) and lager(nieuw["kosten"], oud["kosten"]):
        return "kosten"
    return None


def rijen(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """Help that ended in the period and was followed by other help, with the criterium met."""
    alle = afgerond(beeld)
    kies = criterium_letterlijk if variant == "letterlijk" else criterium_volgorde
    uit = []
    for hulp in alle:
        if hulp["eind"] is None or not begin <= hulp["eind"] <= einde:
            continue
        if hulp["kind"] not in beeld.kinderen_met_maatregelgeld or hulp["rang"] is None:
            continue
        nieuw = opvolger(hulp, alle)
        if nieuw is None:
            continue
        gi = beeld.gi_op(hulp["kind"], hulp["eind"])
        uit.append({**hulp, "gi": gi, "criterium": kies(hulp, nieuw)})
    return uit


def maten(rijen: list[Rij]) -> Rij:
    """Share and number stepped down, by criterium, and what the help was like."""
    af = [rij for rij in rijen if rij["criterium"] is not None]
    uit: Rij = {
        "aandeel": Fraction(len(af), len(rijen)) if rijen else None,
        "afgeschaald": len(af),
        "opgevolgd": len(rijen),
    }
    for naam in ("categorie", "duur", "kosten"):
        uit[naam] = len([rij for rij in af if rij["criterium"] == naam])
    return uit | maten_algemeen(rijen)


def rijen_algemeen(beeld: Beeld, begin: date, einde: date, variant: str = "") -> list[Rij]:
    """All help that started in the period (R311)."""
    return [
        {**rij, "gi": beeld.gi_op(rij["kind"], rij["start"])}
        for rij in afgerond(beeld)
        if begin <= rij["start"] <= einde
    ]


def maten_algemeen(rijen: list[Rij]) -> Rij:
    """Mean rank, median length of what has ended, mean cost per day in cents."""
    return {
        "rang": gemiddelde([rij["rang"] for rij in rijen if rij["rang"] is not None]),
        "duur_mediaan": mediaan([rij["duur"] for rij in rijen if rij["duur"] is not None]),
        "kosten_per_dag": gemiddelde([rij["kosten"] for rij in rijen if rij["kosten"] is not None]),
    }
