"""V1, V1a and V1b: what was declared and granted (P5, P52, P53)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.generated.naief.beeld import NA, Beeld
from tests.generated.naief.ketens import deelt_dag
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


def rijen_v1(beeld: Beeld, begin: date, einde: date, variant: str = "") -> list[Rij]:
    """Lines of 47, 48 and 49."""
    return [
        {**rij, "gi": rij["aanbieder"]}
        for rij in toegekend_in(beeld, begin, einde)
        if rij["productcategorie"] in ("47", "48", "49")
    ]


def met_saldo(rijen: list[Rij], veld: str) -> int:
    """How many values of `veld` have more granted than taken back."""
    saldo: dict[str, int] = {}
    for rij in rijen:
        saldo[rij[veld]] = saldo.get(rij[veld], 0) + rij["toegekend_bedrag"]
    return len([naam for naam, bedrag in saldo.items() if bedrag > 0])


def maten_v1(rijen: list[Rij]) -> Rij:
    """Allocations and children with a measure, and the same with category 49."""
    maatregel = [rij for rij in rijen if rij["groep"] is not None]
    met_49 = [rij for rij in rijen if rij["groep"] is not None or rij["productcategorie"] == "49"]
    return {
        "toewijzingen": met_saldo(maatregel, "toewijzing"),
        "kinderen": met_saldo(maatregel, "kind"),
        "toewijzingen_met_49": met_saldo(met_49, "toewijzing"),
        "kinderen_met_49": met_saldo(met_49, "kind"),
    }


def maten_v1a(rijen: list[Rij]) -> Rij:
    """Cents granted, of 47-49 and of 47-48."""
    return {
        "bedrag": sum(rij["toegekend_bedrag"] for rij in rijen),
        "bedrag_zonder_49": sum(
            rij["toegekend_bedrag"] for rij in rijen if rij["productcategorie"] != "49"
        ),
    }


def maatregel_bij(beeld: Beeld, rij: Rij) -> Rij | None:
    """The measure that shares a day with the line: the latest begun, then the highest key."""
    lopend = [
        maatregel
        for maatregel in beeld.maatregelen("letterlijk")
        if maatregel["kind"] == rij["kind"]
        and deelt_dag(
            maatregel["begin"],
            maatregel["einde_of_toewijzing"],
            rij["begindatum"],
            rij["einddatum"],
        )
    ]
    lopend.sort(key=lambda maatregel: (maatregel["begin"], maatregel["toewijzing"]))
    return lopend[-1] if lopend else None


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
        maatregel = maatregel_bij(beeld, rij)
        if variant == "lopende_maatregel" and maatregel is None:
            continue
        if variant == "verwijzer_gi" and not verwezen_door_gi(beeld, rij):
            continue
        uit.append({**rij, "gi": maatregel["aanbieder"] if maatregel else None})
    return uit


def maten_v1b(rijen: list[Rij]) -> Rij:
    """Cents of jeugdhulp."""
    return {"bedrag": sum(rij["toegekend_bedrag"] for rij in rijen)}
