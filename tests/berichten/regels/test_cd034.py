"""CD034: bij een woonadres of verblijfadres hoort een postcode."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    adres,
    breekt,
    contact,
    houdt,
    telefoon,
    toewijzingsbericht,
)

ZONDER_POSTCODE = adres(Postcode=None, LandCode=None)


def bericht(soort, adres):
    """A second contact that can be called."""
    tweede = contact(Soort=soort, Adres=adres, Telefoon=telefoon())
    return toewijzingsbericht(contacten=[contact(Soort="02"), tweede])


@pytest.mark.parametrize("soort", ["01", "03"])
def test_een_woonadres_of_verblijfadres_zonder_postcode_mag_niet(soort):
    pad = "Client/Contactgegevens/Contact[2]/Adres/Postcode"

    breekt(bericht(soort, ZONDER_POSTCODE), "CD034", pad)
    breekt(bericht(soort, None), "CD034", pad)
    houdt(bericht(soort, adres()))


def test_een_tijdelijk_adres_mag_zonder_postcode():
    houdt(bericht("04", ZONDER_POSTCODE))
