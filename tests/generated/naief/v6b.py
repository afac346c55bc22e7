"""V6b and V6c: how much of what was allocated is used, and what room the budget cap leaves (P4, P58)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.generated.naief.beeld import NA, Beeld
from tests.generated.naief.toewijzingen import is_jeugdhulp

Rij = dict[str, Any]

#: How often a day, by frequentie; 6 is for the whole period.
PER_DAG = {"1": Fraction(1), "2": Fraction(1, 7), "4": Fraction(12 * 4, 1461)}
EURO = "83"


def tarief(beeld: Beeld, toewijzing: Rij, jaar: int) -> int | None:
    """Cents per unit: of the sheet, else the last that this provider declared for the product."""
    if toewijzing["eenheid"] == EURO:
        return 1
    product = (toewijzing["productcategorie"], toewijzing["productcode"])
    for rij in beeld.tarieven:
        zelfde = (rij["productcategorie"], rij["productcode"]) == product
        eigen = rij["aanbieder"] in (None, toewijzing["aanbieder"])
        if zelfde and eigen and rij["eenheid"] == toewijzing["eenheid"] and rij["jaar"] == jaar:
            return rij["tarief"]
    bekend = [
        (rij["begindatum"], rij["tarief"])
        for rij in beeld.declaraties
        if rij["aanbieder"] == toewijzing["aanbieder"]
        and (rij["productcategorie"], rij["productcode"]) == product
        and rij["eenheid"] == toewijzing["eenheid"]
        and rij["tarief"] is not None
    ]
    return max(bekend)[1] if bekend else None


def dagen_van(begin: date, einde: date) -> int:
    """Days in a period, both ends included."""
    return (einde - begin).days + 1


def toegewezen(beeld: Beeld, toewijzing: Rij, jaar: int) -> tuple[str, Fraction]:
    """Cents allocated for `jaar`, or why there is no amount."""
    begin, einde = toewijzing["ingangsdatum"], toewijzing["einddatum"]
    eerste, laatste = date(jaar, 1, 1), date(jaar, 12, 31)
    dagen = dagen_van(max(begin, eerste), min(einde or laatste, laatste))
    ineens = toewijzing["budget"] is not None or toewijzing["frequentie"] == "6"
    if ineens and einde is None:
        return "geen einddatum", Fraction(0)
    if toewijzing["budget"] is not None:
        return "", Fraction(toewijzing["budget"]) * dagen / dagen_van(begin, einde)
    prijs = tarief(beeld, toewijzing, jaar)
    if prijs is None or toewijzing["volume"] is None or toewijzing["frequentie"] is None:
        return "geen tarief", Fraction(0)
    if ineens:
        return "", Fraction(toewijzing["volume"] * prijs) * dagen / dagen_van(begin, einde)
    return "", toewijzing["volume"] * prijs * dagen * PER_DAG[toewijzing["frequentie"]]


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
            uit.append({**rij, "gedeclareerd": rij["toegekend_bedrag"], "toegewezen": Fraction(0)})
    for rij in toewijzingen_in(beeld, jaar):
        reden, bedrag = toegewezen(beeld, rij, jaar)
        if not reden:
            uit.append({**rij, "gedeclareerd": 0, "toegewezen": bedrag})
    return [{**rij, "gi": beeld.gi_op(rij["kind"], dag_van(rij, jaar))} for rij in uit]


def dag_van(rij: Rij, jaar: int) -> date:
    """The first day in the year that a row is about."""
    return max(rij.get("begindatum") or rij["ingangsdatum"], date(jaar, 1, 1) - timedelta(0))


def maten(rijen: list[Rij]) -> Rij:
    """Granted, allocated, and the first as share of the second."""
    gedeclareerd = sum(rij["gedeclareerd"] for rij in rijen)
    toegewezen = sum((rij["toegewezen"] for rij in rijen), Fraction(0))
    return {
        "uitnutting": Fraction(gedeclareerd) / toegewezen if toegewezen else None,
        "gedeclareerd": gedeclareerd,
        "toegewezen": toegewezen,
    }


def ruimte(beeld: Beeld, jaar: int, aanbieder: str) -> Fraction | None:
    """Cents left under the cap of a provider, negative when there is none (R201)."""
    plafond = sum(
        rij["bedrag"]
        for rij in beeld.plafonds
        if rij["jaar"] == jaar and rij["aanbieder"] == aanbieder
    )
    vorig = maten([rij for rij in rijen(beeld, jaar - 1) if rij["aanbieder"] == aanbieder])
    nu = maten([rij for rij in rijen(beeld, jaar) if rij["aanbieder"] == aanbieder])
    if vorig["uitnutting"] is None:
        return None
    return plafond - nu["toegewezen"] * vorig["uitnutting"]
