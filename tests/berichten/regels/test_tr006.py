"""TR006: een contact heeft een telefoonnummer, of een huisnummer met postcode."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import (
    adres,
    breekt,
    contact,
    houdt,
    relatie,
    telefoon,
    toewijzingsbericht,
)

PAD = "Client/Contactgegevens/Contact[2]"
ZONDER_POSTCODE = adres(Postcode=None, LandCode=None)


def bericht(**velden):
    """A second contact, for correspondence."""
    return toewijzingsbericht(contacten=[contact(), contact(Soort="02", **velden)])


def test_een_huisnummer_met_postcode_of_een_telefoonnummer_mag():
    houdt(bericht())
    houdt(bericht(Adres=None, Telefoon=telefoon()))
    houdt(bericht(Adres=ZONDER_POSTCODE, Telefoon=telefoon()))


def test_geen_van_beide_mag_niet():
    breekt(bericht(Adres=None), "TR006", PAD)


def test_alleen_een_huisnummer_of_alleen_een_postcode_is_te_weinig():
    breekt(bericht(Adres=ZONDER_POSTCODE), "TR006", PAD)
    breekt(bericht(Adres=adres(Huis=None, LandCode="BE")), "TR006", PAD)


def test_ook_een_relatie_is_te_bereiken():
    gemaakt = toewijzingsbericht(relaties=[relatie(Contact=contact(Soort="02", Adres=None))])

    breekt(gemaakt, "TR006", "Client/Relaties/Relatie[1]/Contact")
