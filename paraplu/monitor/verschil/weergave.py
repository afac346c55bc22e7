"""The difference between then and now as text: a table to read, JSON or CSV."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from paraplu.monitor.verbergen import Verborgen
from paraplu.monitor.verschil.soorten import Aanleiding, Verschil, Wijziging
from paraplu.monitor.weergave import show_rijen


def show_verschil(verschil: Verschil, *, formaat: str, hoogstens: int) -> str:
    """Figures, causes, deliveries and the first rows; as CSV the rows alone."""
    if formaat == "json":
        import json  # noqa: PLC0415

        return json.dumps(als_dict(verschil), indent=2, ensure_ascii=False)
    rijen = [rij_van(wijziging) for wijziging in verschil.wijzigingen]
    if formaat == "csv":
        return show_rijen(rijen, formaat="csv")
    indicator = verschil.indicator
    return "\n".join(
        [
            f"{indicator.code} {indicator.naam}, {verschil.periode.naam}, lezing {verschil.variant}",
            f"Toen: zoals bekend op {verschil.toen}. Nu: {verschil.nu}.",
            "",
            show_rijen(list_maten(verschil), formaat="tabel"),
            "",
            f"Regels: {verschil.regels_toen} toen, {verschil.aantal('gekomen')} erbij, "
            f"{verschil.aantal('weg')} eraf, {verschil.regels_nu} nu; "
            f"{verschil.aantal('veranderd')} veranderd.",
            "",
            show_rijen(list_oorzaken(verschil), formaat="tabel"),
            "",
            show_rijen(list_leveringen(verschil), formaat="tabel"),
            "",
            show_rijen(rijen[:hoogstens], formaat="tabel"),
            *([f"… en nog {len(rijen) - hoogstens} regels."] if len(rijen) > hoogstens else []),
        ]
    )


def list_maten(verschil: Verschil) -> list[dict[str, Any]]:
    """Per measure its value then and now."""
    return [
        {
            "maat": maat.naam,
            "toen": verschil.waarden_toen[maat.sleutel],
            "nu": verschil.waarden_nu[maat.sleutel],
        }
        for maat in verschil.indicator.maten
    ]


def list_oorzaken(verschil: Verschil) -> list[dict[str, Any]]:
    """Per cause what came, went, changed, and what that makes."""
    return [
        {
            "oorzaak": str(deel.oorzaak),
            "erbij": deel.gekomen,
            "eraf": deel.weg,
            "veranderd": deel.veranderd,
            "samen": deel.gekomen - deel.weg,
        }
        for deel in verschil.oorzaken
    ]


def list_leveringen(verschil: Verschil) -> list[dict[str, Any]]:
    """Per delivery or sheet what it moved."""
    return [
        {
            "levering": deel.blad or deel.levering,
            "dag": deel.dag,
            "brenger": deel.brenger,
            "berichten": deel.berichten,
            "regels": deel.regels,
        }
        for deel in verschil.leveringen
    ]


def rij_van(wijziging: Wijziging) -> dict[str, Any]:
    """One row that came, went or changed."""
    eerste = wijziging.aanleidingen[0] if wijziging.aanleidingen else None
    return {
        "wat": wijziging.soort,
        "kind": wijziging.kind,
        "regel": "|".join(str(deel) for deel in wijziging.sleutel),
        "oorzaak": str(wijziging.oorzaak),
        "bericht": (eerste.blad or f"{eerste.soort} {eerste.bericht}") if eerste else "",
        "dag": eerste.dag if eerste else None,
        "levering": eerste.levering if eerste else "",
        "veranderd": "; ".join(
            f"{kolom}: {_kort(oud)} → {_kort(nieuw)}"
            for kolom, (oud, nieuw) in wijziging.veranderd.items()
        ),
        "reden": wijziging.reden or wijziging.afgevallen_toen or wijziging.afgevallen_nu or "",
    }


def als_dict(verschil: Verschil) -> dict[str, Any]:
    """For JSON."""
    return {
        "code": verschil.indicator.code,
        "variant": verschil.variant,
        "periode": verschil.periode.naam,
        "filters": dict(verschil.filters),
        "toen": verschil.toen,
        "nu": verschil.nu,
        "waarden": _json(list_maten(verschil)),
        "regels": _json({"toen": verschil.regels_toen, "nu": verschil.regels_nu}),
        "oorzaken": list_oorzaken(verschil),
        "leveringen": _json(list_leveringen(verschil)),
        "wijzigingen": [
            _json(rij_van(w) | {"aanleidingen": [_aanleiding(a) for a in w.aanleidingen]})
            for w in verschil.wijzigingen
        ],
    }


def _aanleiding(aanleiding: Aanleiding) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in vars(aanleiding).items() if waarde}


def _json(waarde: Any) -> Any:
    if isinstance(waarde, Mapping):
        return {naam: _json(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_json(deel) for deel in waarde]
    if isinstance(waarde, Verborgen):
        return {"verborgen": waarde.reden}
    return str(waarde) if isinstance(waarde, Decimal | date) else waarde


def _kort(waarde: Any) -> str:
    return "-" if waarde is None else str(waarde)
