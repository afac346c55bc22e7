"""TR383: elk gevraagd product heeft een eigen referentie."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import (
    aangevraagd_product,
    breekt,
    houdt,
    verzoek_om_toewijzing,
)


def bericht(*referenties):
    """A 315 that asks for other months with each of these references."""
    return verzoek_om_toewijzing(
        producten=[
            aangevraagd_product(
                ReferentieAanbieder=referentie,
                ToewijzingIngangsdatum=f"2024-{maand:02}-01",
                ToewijzingEinddatum=f"2024-{maand:02}-28",
            )
            for maand, referentie in enumerate(referenties, 1)
        ]
    )


def test_verschillende_referenties_mogen():
    houdt(bericht("A1", "A2", "a1"))


def test_dezelfde_referentie_mag_niet():
    pad = "Client/AangevraagdeProducten/AangevraagdProduct[3]/ReferentieAanbieder"

    breekt(bericht("A1", "A2", "A1"), "TR383", pad, naast=("TR101",))
