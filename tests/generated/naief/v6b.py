"""V6b and V6c: how much of what was allocated is used, and what room the budget cap leaves (P4, P58)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from tests.generated.naief.beeld import NA, Beeld
from tests.generated.naief.toewijzingen import is_jeugdhulp

Rij = dict[str, Any]

#: How often a day, by frequentie; 6 is for the whole period.
PER_DAG = {"1": Fraction(1), "2": Fraction(1, 7), "4": Fraction(12 * 4, 1461)}
EURO = "83"


def tarief(beeld: Beeld, toewijzing: Rij, dag: date) -> int | None:
    """Cents per unit: of the sheet on `dag`, else the last that this provider declared for it."""
    if toewijzing["eenheid"] == EURO:
        return 1
    velden = ("productcategorie", "productcode", "eenheid")
    bladen = [
        rij
        for rij in beeld.tarieven
        if all(rij[veld] == toewijzing[veld] for veld in velden)
        and rij["aanbieder"] in (None, toewijzing["aanbieder"])
        and rij["vanaf"] <= dag
        and (rij["tot"] is None or rij["tot"] > dag)
    ]
    if bladen:
        eigen = [rij for rij in bladen if rij["aanbieder"] is not None]
        return max(eigen or bladen, key=lambda rij: rij["vanaf"])["tarief"]
    bekend = [
        (rij["begindatum"], rij["tarief"])
        for rij in beeld.declaraties
        if rij["aanbieder"] == toewijzing["aanbieder"]
        and all(rij[veld] == toewijzing[veld] for veld in velden)
        and rij["tarief"] is not None
    ]
    return max(bekend)[1] if bekend else None


def dagen_van(begin: date, einde: date) -> int:
    """Days in a period, both ends included."""
    return (einde - begin).days + 1


def toegewezen(beeld: Beeld, toewijzing: Rij, jaar: int) -> tuple[str, int]:
    """Cents allocated for `jaar`, rounded, or why there is no amount."""
    begin, einde = toewijzing["ingangsdatum"], toewijzing["einddatum"]
    eerste, laatste = date(jaar, 1, 1), date(jaar, 12, 31)
    dagen = dagen_van(max(begin, eerste), min(einde or laatste, laatste))
    ineens = toewijzing["budget"] is not None or toewijzing["frequentie"] == "6"
    if ineens and einde is None:
        return "geen einddatum", 0
    if toewijzing["budget"] is not None:
        return "", afgerond(Fraction(toewijzing["budget"]) * dagen / dagen_van(begin, einde))
    prijs = tarief(beeld, toewijzing, max(begin, eerste))
    if prijs is None or toewijzing["volume"] is None or toewijzing["frequentie"] is None:
        return "geen tarief", 0
    geheel = Fraction(toewijzing["volume"] * prijs * dagen)
    if ineens:
        return "", afgerond(geheel / dagen_van(begin, einde))
    return "", afgerond(geheel * PER_DAG[toewijzing["frequentie"]])


def afgerond(bedrag: Fraction) -> int:
    """The nearest cent, half a cent upwards."""
    return floor(bedrag + Fraction(1, 2))


def toewijzingen_in(beeld: Beeld, jaar: int) -> list[Rij]:
    """Help allocations with a day in the year."""
    return [
        rij
        for rij in beeld.toewijzingen.values()
        if is_jeugdhulp(rij["productcategorie"])
        and rij["ingangsdatum"] is not None
        and rij["ingangsdatum"] > NA
        and rij["ingangsdatum"] <= date(jaar, 12, 31)
        and (
            rij["einddatum"] is None
            or rij["einddatum"] >= max(rij["ingangsdatum"], date(jaar, 1, 1))
        )
    ]


def rijen(beeld: Beeld, jaar: int) -> list[Rij]:
    """Lines granted and allocations of `jaar`, each with its part of the figure."""
    uit = []
    for rij in beeld.declaraties:
        if (
            is_jeugdhulp(rij["productcategorie"])
            and rij["toegekend"]
            and rij["begindatum"].year == jaar
            and rij["ingangsdatum"] is not None
            and rij["ingangsdatum"] > NA
        ):
            uit.append({**rij, "gedeclareerd": rij["toegekend_bedrag"], "toegewezen": 0})
    for rij in toewijzingen_in(beeld, jaar):
        reden, bedrag = toegewezen(beeld, rij, jaar)
        if not reden:
            uit.append({**rij, "gedeclareerd": 0, "toegewezen": bedrag})
    return [{**rij, "gi": beeld.gi_op(rij["kind"], dag_van(rij, jaar))} for rij in uit]


def dag_van(rij: Rij, jaar: int) -> date:
    """The first day in the year that a row is about."""
    return rij.get("begindatum") or max(rij["ingangsdatum"], date(jaar, 1, 1))


def maten(rijen: list[Rij]) -> Rij:
    """Granted, allocated, and the first as share of the second."""
    gedeclareerd = sum(rij["gedeclareerd"] for rij in rijen)
    toegewezen = sum(rij["toegewezen"] for rij in rijen)
    return {
        "uitnutting": Fraction(gedeclareerd, toegewezen) if toegewezen else None,
        "gedeclareerd": gedeclareerd,
        "toegewezen": toegewezen,
    }


def rijen_ruimte(beeld: Beeld, jaar: int) -> list[Rij]:
    """Per provider with a cap: what is left of it, negative when there is no room (R201)."""
    uit = []
    for plafond in beeld.plafonds:
        if plafond["jaar"] != jaar:
            continue
        aanbieder = plafond["aanbieder"]
        vorig, nu = (
            maten([rij for rij in rijen(beeld, van) if rij["aanbieder"] == aanbieder])
            for van in (jaar - 1, jaar)
        )
        if vorig["uitnutting"] is None:
            continue
        verwacht = afgerond(nu["toegewezen"] * vorig["uitnutting"])
        uit.append(
            {
                "aanbieder": aanbieder,
                "gemeente": None,
                "plafond": plafond["bedrag"],
                "verwacht": verwacht,
                "ruimte": plafond["bedrag"] - verwacht,
                "toegewezen": nu["toegewezen"],
                "vorig_gedeclareerd": vorig["gedeclareerd"],
                "vorig_toegewezen": vorig["toegewezen"],
            }
        )
    return uit


def maten_ruimte(rijen: list[Rij]) -> Rij:
    """Sums over providers, and their utilisation together."""
    uit = {
        naam: sum(rij[naam] for rij in rijen)
        for naam in ("ruimte", "plafond", "verwacht", "toegewezen")
    }
    vorig = sum(rij["vorig_toegewezen"] for rij in rijen)
    gedeclareerd = sum(rij["vorig_gedeclareerd"] for rij in rijen)
    return uit | {"uitnutting": Fraction(gedeclareerd, vorig) if vorig else None}
