"""CD066: een verwijzer met een code heeft geen naam."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, aangevraagd
from tests.berichten.regels.voorbeeld import breekt, houdt, verwijzer


def bericht(**velden):
    """A 315 with this referrer."""
    return aangevraagd(Verwijzer=verwijzer(**velden))


def test_een_huisarts_met_alleen_een_code_mag():
    houdt(bericht(Type="02", ZorgverlenerCode="98000002"))


def test_een_huisarts_met_code_en_naam_mag_niet():
    gemaakt = bericht(Type="02", ZorgverlenerCode="98000002", Naam="Praktijk")

    breekt(gemaakt, "CD066", f"{PLEK['JW315']}/Verwijzer/Naam")


def test_een_rechter_mag_een_naam_hebben():
    houdt(bericht(Type="08", Naam="Rechtbank"))
