"""CS089: een Nederlandse postcode heeft vier cijfers en twee letters."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import adres, breekt, contact, houdt, toewijzingsbericht


def bericht(postcode, land="NL"):
    """A 301 with this postcode."""
    return toewijzingsbericht(contacten=[contact(Adres=adres(Postcode=postcode, LandCode=land))])


@pytest.mark.parametrize("postcode", ["6800AA", "1000zz"])
def test_vier_cijfers_en_twee_letters_mag(postcode):
    houdt(bericht(postcode))


@pytest.mark.parametrize(
    "postcode", ["0800AA", "6800 AA", "6800", "680AA", "6800AAA", "6800A1", "٦800AA"]
)
def test_iets_anders_mag_niet(postcode):
    breekt(bericht(postcode), "CS089", "Client/Contactgegevens/Contact[1]/Adres/Postcode")


def test_in_het_buitenland_mag_elke_postcode():
    houdt(bericht("B-1000", land="BE"))
