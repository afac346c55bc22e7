"""OP191: in vrije tekst staat geen BSN."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    ANDER_BSN,
    BSN,
    aangevraagd_product,
    paden,
    toegewezen_product,
    toewijzingsbericht,
    verzoek_om_toewijzing,
)

COMMENTAAR = "Client/Commentaar"


@pytest.mark.parametrize(
    "tekst",
    [
        f"Het gaat om {BSN}.",
        f"BSN: {BSN}",
        "Nummer 9999.00.006 graag bellen",
        "9999 00006",
        f"zusje: bsn {ANDER_BSN}",
        f"Burgerservicenummer van broer is {ANDER_BSN}",
    ],
)
def test_op191_een_bsn_in_het_commentaar_wordt_gezien(tekst):
    assert paden(toewijzingsbericht(Commentaar=tekst), "OP191") == [COMMENTAAR]
    assert paden(verzoek_om_toewijzing(Commentaar=tekst), "OP191") == [COMMENTAAR]


@pytest.mark.parametrize(
    "tekst",
    [
        "Graag met een tolk.",
        f"Zie toewijzing {ANDER_BSN}",
        f"Bel {BSN}0 of 1{BSN}",
        "bsn 999900007",
        f"Het bsn staat hierboven. De vorige toewijzing had als nummer {ANDER_BSN}",
    ],
)
def test_op191_een_ander_nummer_is_geen_bsn(tekst):
    assert paden(toewijzingsbericht(Commentaar=tekst), "OP191") == []


def test_op191_het_commentaar_van_een_product_telt_ook():
    toewijzing = toewijzingsbericht(
        producten=[
            toegewezen_product(),
            toegewezen_product(ToewijzingNummer="2", Commentaar=BSN),
        ]
    )
    verzoek = verzoek_om_toewijzing(producten=[aangevraagd_product(Commentaar=BSN)])

    pad = "Client/ToegewezenProducten/ToegewezenProduct[2]/Commentaar"
    assert paden(toewijzing, "OP191") == [pad]
    pad = "Client/AangevraagdeProducten/AangevraagdProduct[1]/Commentaar"
    assert paden(verzoek, "OP191") == [pad]
