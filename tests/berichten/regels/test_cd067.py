"""CD067: van een verwijzer zonder code staat de naam er."""

from __future__ import annotations

import pytest

from tests.berichten.regels.productberichten import PLEK, aangevraagd
from tests.berichten.regels.voorbeeld import breekt, houdt, verwijzer


def bericht(**velden):
    """A 315 with this referrer."""
    return aangevraagd(Verwijzer=verwijzer(**velden))


@pytest.mark.parametrize("soort", ["02", "03", "04", "05"])
def test_wie_een_code_kan_hebben_heeft_een_code_of_een_naam(soort):
    houdt(bericht(Type=soort, Naam="Praktijk"))
    houdt(bericht(Type=soort, ZorgverlenerCode="98000002"))
    breekt(bericht(Type=soort), "CD067", f"{PLEK['JW315']}/Verwijzer/Naam")


@pytest.mark.parametrize("soort", ["01", "06", "08"])
def test_andere_verwijzers_mogen_zonder_naam(soort):
    houdt(bericht(Type=soort))
