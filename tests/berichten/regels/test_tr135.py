"""TR135: een bericht is niet van na vandaag."""

from __future__ import annotations

from datetime import date

import pytest

from tests.berichten.regels.voorbeeld import (
    ALLE,
    breekt,
    codes,
    declaratieantwoord,
    houdt,
    startbericht,
)

DAGTEKENING = "Header/BerichtIdentificatie/Dagtekening"


@pytest.mark.parametrize("maak", ALLE, ids=lambda maak: maak.__name__)
def test_van_vandaag_mag_en_van_morgen_niet(maak):
    gemaakt = maak(dagtekening="2024-03-05")

    houdt(gemaakt, vandaag=date(2024, 3, 5))
    breekt(gemaakt, "TR135", DAGTEKENING, niveau=4, retourcode="8848", vandaag=date(2024, 3, 4))


def test_ook_de_declaratie_waarop_geantwoord_wordt_is_niet_van_morgen():
    gemaakt = declaratieantwoord(dagtekening="2024-03-01")
    gemaakt.inhoud["Header"]["DeclaratieIdentificatie"]["Dagtekening"] = "2024-03-02"
    pad = "Header/DeclaratieIdentificatie/Dagtekening"

    breekt(gemaakt, "TR135", pad, niveau=4, retourcode="8848", vandaag=date(2024, 3, 1))


def test_wie_niet_zegt_welke_dag_het_is_krijgt_geen_oordeel():
    assert codes(startbericht(dagtekening="2024-03-07"), vandaag=None) == set()
