"""CD005: bij een postcode hoort een landcode, en zonder postcode is er geen."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import (
    adres,
    breekt,
    contact,
    houdt,
    telefoon,
    toewijzingsbericht,
)

LANDCODE = "Client/Contactgegevens/Contact[2]/Adres/LandCode"


def bericht(**velden):
    """A second address: for correspondence, so that it may be without a postcode."""
    brieven = contact(Soort="02", Adres=adres(**velden), Telefoon=telefoon())
    return toewijzingsbericht(contacten=[contact(), brieven])


def test_een_postcode_met_een_landcode_mag():
    houdt(bericht())
    houdt(bericht(Postcode="B-1000", LandCode="BE"))


def test_een_adres_zonder_postcode_en_zonder_landcode_mag():
    houdt(bericht(Postcode=None, LandCode=None))


def test_een_postcode_zonder_landcode_mag_niet():
    breekt(bericht(LandCode=None), "CD005", LANDCODE)


def test_een_landcode_zonder_postcode_mag_niet():
    breekt(bericht(Postcode=None), "CD005", LANDCODE)
