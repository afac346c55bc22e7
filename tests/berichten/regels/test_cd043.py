"""CD043: een nummer van een beschikking en haar ingangsdatum horen bij elkaar."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, aangevraagd
from tests.berichten.regels.voorbeeld import breekt, houdt

INGANG = f"{PLEK['JW315']}/BeschikkingIngangsdatum"


def test_allebei_of_geen_van_beide_mag():
    houdt(aangevraagd())
    houdt(aangevraagd(BeschikkingNummer="7", BeschikkingIngangsdatum="2024-01-01"))


def test_een_nummer_zonder_ingangsdatum_mag_niet():
    breekt(aangevraagd(BeschikkingNummer="7"), "CD043", INGANG)


def test_een_ingangsdatum_zonder_nummer_mag_niet():
    breekt(aangevraagd(BeschikkingIngangsdatum="2024-01-01"), "CD043", INGANG)
