"""Declarations of any size that keep every rule, to read in a stream; no child in them exists."""

from __future__ import annotations

from typing import Any

from paraplu.berichten import Bericht, schrijf
from tests.berichten.maak import BSNS


def maak_323(clienten: int = 3, regels: int = 2, **anders: Any) -> Bericht:
    """A 323 of so many clients with so many lines each; `anders` replaces fields of every line."""
    lijst = [_client(nummer, regels, anders) for nummer in range(clienten)]
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
                "TotaalIngediendBedrag": _totaal(lijst),
                "Clienten": {"Client": lijst},
            },
        },
    )


def tel_op(bericht: Bericht) -> Bericht:
    """The message with its total made right after a change in its lines."""
    declaratie = bericht.inhoud["Declaratie"]
    declaratie["TotaalIngediendBedrag"] = _totaal(declaratie["Clienten"]["Client"])
    return bericht


def schrijf_323(clienten: int = 3, regels: int = 2, **anders: str) -> bytes:
    """The same as bytes."""
    return schrijf(maak_323(clienten, regels, **anders))


def prestaties(bericht: Bericht) -> list[dict[str, Any]]:
    """Every line of a 323."""
    clienten = bericht.inhoud["Declaratie"]["Clienten"]["Client"]
    return [regel for client in clienten for regel in client["Prestaties"]["Prestatie"]]


def _totaal(clienten: list[dict[str, Any]]) -> dict[str, str]:
    bedragen = [
        regel["IngediendBedrag"]
        for client in clienten
        for regel in client["Prestaties"]["Prestatie"]
    ]
    som = sum(int(een["Bedrag"]) * (1 if een["DebetCredit"] == "D" else -1) for een in bedragen)
    return {"TotaalBedrag": str(abs(som)), "DebetCredit": "C" if som < 0 else "D"}


def _client(nummer: int, regels: int, anders: dict[str, Any]) -> dict[str, Any]:
    lijnen = [_prestatie(nummer, regel, anders) for regel in range(regels)]
    return {"Bsn": BSNS[nummer], "Prestaties": {"Prestatie": lijnen}}


def _prestatie(client: int, regel: int, anders: dict[str, Any]) -> dict[str, Any]:
    prestatie = {
        "ProductReferentie": {"ReferentieNummer": f"L{client}-{regel}"},
        "ToewijzingNummer": f"0{201 + 1000 * client + regel}",
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
