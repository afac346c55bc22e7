"""TR061: een jeugdige heeft een adres dat niet tijdelijk is."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import breekt, contact, houdt, relatie, toewijzingsbericht


@pytest.mark.parametrize("soort", ["01", "02", "03"])
def test_een_vast_adres_is_genoeg(soort):
    houdt(toewijzingsbericht(contacten=[contact(Soort=soort)]))
    houdt(toewijzingsbericht(contacten=[contact(Soort="04"), contact(Soort=soort)]))


def test_alleen_een_tijdelijk_adres_mag_niet():
    gemaakt = toewijzingsbericht(contacten=[contact(Soort="04")])

    breekt(gemaakt, "TR061", "Client/Contactgegevens")


def test_het_adres_van_een_relatie_telt_niet():
    gemaakt = toewijzingsbericht(
        contacten=[contact(Soort="04")], relaties=[relatie(Contact=contact(Soort="01"))]
    )

    breekt(gemaakt, "TR061", "Client/Contactgegevens")
