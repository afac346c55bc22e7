"""CD025: bij een adres in Nederland hoort een huisnummer."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import (
    adres,
    breekt,
    contact,
    houdt,
    telefoon,
    toewijzingsbericht,
)


def bericht(**velden):
    """A contact that can be called, so that a house number is not needed for that."""
    return toewijzingsbericht(contacten=[contact(Adres=adres(**velden), Telefoon=telefoon())])


def test_een_adres_in_nederland_met_huisnummer_mag():
    houdt(bericht())


def test_een_adres_in_het_buitenland_mag_zonder_huisnummer():
    houdt(bericht(Huis=None, Postcode="B-1000", LandCode="BE"))


def test_een_adres_in_nederland_zonder_huisnummer_mag_niet():
    breekt(bericht(Huis=None), "CD025", "Client/Contactgegevens/Contact[1]/Adres/Huis")
