"""Messages with one product that is given or asked for, to change one thing in."""

from __future__ import annotations

from typing import Any

from paraplu.berichten import Bericht
from tests.berichten.regels.voorbeeld import (
    DAGTEKENING,
    aangevraagd_product,
    nieuw_product,
    product,
    te_wijzigen_product,
    toegewezen_product,
    toewijzingsbericht,
    verzoek_om_toewijzing,
    verzoek_om_wijziging,
)

#: Where the product stands in each.
PLEK = {
    "JW301": "Client/ToegewezenProducten/ToegewezenProduct[1]",
    "JW315": "Client/AangevraagdeProducten/AangevraagdProduct[1]",
    "nieuw": "Client/Verzoek/NieuweProducten/NieuwProduct[1]",
    "te wijzigen": "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]",
}
#: What makes a product one of a category with a budget.
BUDGET: dict[str, Any] = {"Product": product(code=None), "Omvang": None, "Budget": "1000"}


def toegewezen(**velden: Any) -> Bericht:
    """A 301."""
    return toewijzingsbericht(producten=[toegewezen_product(**velden)])


def aangevraagd(**velden: Any) -> Bericht:
    """A 315."""
    return verzoek_om_toewijzing(producten=[aangevraagd_product(**velden)])


def gevraagd_nieuw(*, dagtekening: str = DAGTEKENING, **velden: Any) -> Bericht:
    """A 317 with a new product."""
    return verzoek_om_wijziging(nieuw=[nieuw_product(**velden)], dagtekening=dagtekening)


def te_wijzigen(**velden: Any) -> Bericht:
    """A 317 with a product to change."""
    return verzoek_om_wijziging(te_wijzigen=[te_wijzigen_product(**velden)])
