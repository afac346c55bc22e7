"""CD068: alleen een zorgverlener heeft een zorgverlenercode."""

from __future__ import annotations

import pytest

from tests.berichten.regels.productberichten import PLEK, aangevraagd
from tests.berichten.regels.voorbeeld import breekt, houdt, verwijzer


def bericht(**velden):
    """A 315 with this referrer."""
    return aangevraagd(Verwijzer=verwijzer(**velden))


def test_een_medisch_specialist_mag_een_code_hebben():
    houdt(bericht(Type="05", ZorgverlenerCode="98000002"))


@pytest.mark.parametrize("soort", ["01", "06", "08"])
def test_wie_geen_zorgverlener_is_mag_geen_code_hebben(soort):
    gemaakt = bericht(Type=soort, ZorgverlenerCode="98000002", Naam="Gemeente")

    breekt(gemaakt, "CD068", f"{PLEK['JW315']}/Verwijzer/ZorgverlenerCode")
