"""V1, V1a and V1b: what was declared and granted (P5, P52, P53)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.generated.naief.beeld import NA, Beeld
from tests.generated.naief.toewijzingen import is_jeugdhulp

Rij = dict[str, Any]


def toegekend_in(beeld: Beeld, begin: date, einde: date) -> list[Rij]:
    """Granted lines that begin in the period, of care after 1-1-2017."""
    return [
        rij
        for rij in beeld.declaraties
        if begin <= rij["begindatum"] <= einde
        and rij["toegekend"]
        and rij["ingangsdatum"] is not None
        and rij["ingangsdatum"] > NA
    ]


def rijen_v1a(beeld: Beeld, begin: date, einde: date, variant: str = "") -> list[Rij]:
    """Lines of 47, 48 and 49."""
    return [
        {**rij, "gi": rij["aanbieder"]}
        for rij in toegekend_in(beeld, begin, einde)
        if rij["productcategorie"] in ("47", "48", "49")
    ]


def rijen_v1(beeld: Beeld, begin: date, einde: date, variant: str = "") -> list[Rij]:
    """Those of measures and of 49, on allocations with more granted than taken back."""
    regels = rijen_v1a(beeld, begin, einde)
    saldo: dict[str, int] = {}
    for rij in regels:
        saldo[rij["toewijzing"]] = saldo.get(rij["toewijzing"], 0) + rij["toegekend_bedrag"]
    return [
        rij
        for rij in regels
        if (rij["groep"] is not None or rij["productcategorie"] == "49")
        and saldo[rij["toewijzing"]] > 0
    ]


def maten_v1(rijen: list[Rij]) -> Rij:
    """Allocations and children with a measure, and the same with category 49."""
    maatregel = [rij for rij in rijen if rij["productcategorie"] != "49"]
    return {
        "toewijzingen": len({rij["toewijzing"] for rij in maatregel}),
        "kinderen": len({rij["kind"] for rij in maatregel}),
        "toewijzingen_met_49": len({rij["toewijzing"] for rij in rijen}),
        "kinderen_met_49": len({rij["kind"] for rij in rijen}),
    }


def maten_v1a(rijen: list[Rij]) -> Rij:
    """Cents granted, of 47-49 and of 47-48."""
    return {
        "bedrag": sum(rij["toegekend_bedrag"] for rij in rijen),
        "bedrag_zonder_49": sum(
            rij["toegekend_bedrag"] for rij in rijen if rij["productcategorie"] != "49"
        ),
    }


def verwezen_door_gi(beeld: Beeld, rij: Rij) -> bool:
    """Whether a 315 with Verwijzer 04 stands at the base of the line's allocation."""
    toewijzing = beeld.toewijzingen.get(rij["toewijzing"])
    if toewijzing is None:
        return False
    return any(
        verzoek["bericht_soort"] == "JW315"
        and verzoek["referentie_aanbieder"] is not None
        and (verzoek["gemeente"], verzoek["aanbieder"], verzoek["referentie_aanbieder"])
        in toewijzing["referenties"]
        and verzoek["verwijzer_type"] == "04"
        for verzoek in beeld.zicht["verzoek"]
    )


def rijen_v1b(beeld: Beeld, begin: date, einde: date, variant: str) -> list[Rij]:
    """Lines of jeugdhulp: of children with a running measure, or referred by a GI."""
    uit = []
    for rij in toegekend_in(beeld, begin, einde):
        if not is_jeugdhulp(rij["productcategorie"]):
            continue
        maatregel = beeld.maatregel_bij(rij["kind"], rij["begindatum"], rij["einddatum"])
        if variant == "lopende_maatregel" and maatregel is None:
            continue
        if variant == "verwijzer_gi" and not verwezen_door_gi(beeld, rij):
            continue
        uit.append({**rij, "gi": maatregel["aanbieder"] if maatregel else None})
    return uit


def maten_v1b(rijen: list[Rij]) -> Rij:
    """Cents of jeugdhulp, and the children they are for."""
    return {
        "bedrag": sum(rij["toegekend_bedrag"] for rij in rijen),
        "kinderen": len({rij["kind"] for rij in rijen}),
    }
