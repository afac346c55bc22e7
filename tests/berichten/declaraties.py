"""Declarations of any size with plain values, to read in a stream."""

from __future__ import annotations

from typing import Any

from paraplu.berichten import Bericht, schrijf
from tests.berichten.maak import BSNS


def maak_323(clienten: int = 3, regels: int = 2, **anders: str) -> Bericht:
    """A 323 of so many clients with so many lines each; `anders` replaces fields of every line."""
    return Bericht(
        "JW323",
        "3.2",
        {
            "Header": {
                "BerichtCode": "490",
                "BerichtVersie": "3",
                "BerichtSubversie": "2",
                "Afzender": "65656055",
                "Ontvanger": "0202",
                "BerichtIdentificatie": {"Identificatie": "A1", "Dagtekening": "2024-03-05"},
                "XsdVersie": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"},
            },
            "Declaratie": {
                "DeclaratieNummer": "DN001",
                "DeclaratiePeriode": _periode(),
                "DeclaratieDagtekening": "2024-03-05",
                "TotaalIngediendBedrag": {"TotaalBedrag": "12", "DebetCredit": "D"},
                "Clienten": {"Client": [_client(c, regels, anders) for c in range(clienten)]},
            },
        },
    )


def schrijf_323(clienten: int = 3, regels: int = 2, **anders: str) -> bytes:
    """The same as bytes."""
    return schrijf(maak_323(clienten, regels, **anders))


def _client(nummer: int, regels: int, anders: dict[str, str]) -> dict[str, Any]:
    prestaties = [_prestatie(f"L{nummer}-{regel}", anders) for regel in range(regels)]
    return {"Bsn": BSNS[nummer % len(BSNS)], "Prestaties": {"Prestatie": prestaties}}


def _prestatie(referentie: str, anders: dict[str, str]) -> dict[str, Any]:
    prestatie = {
        "ProductReferentie": {"ReferentieNummer": referentie},
        "ToewijzingNummer": "0201",
        "ProductCategorie": "48",
        "ProductCode": "48B01",
        "ProductPeriode": _periode(),
        "GeleverdVolume": "1",
        "Eenheid": "82",
        "ProductTarief": "1250",
        "IngediendBedrag": {"Bedrag": "1250", "DebetCredit": "D"},
    }
    return prestatie | anders


def _periode() -> dict[str, str]:
    return {"Begindatum": "2024-02-01", "Einddatum": "2024-02-29"}
