"""OP065: een retourbericht heeft alleen een klasse als er iets is afgekeurd."""

from __future__ import annotations

import pytest

from tests.berichten.regels.retouren import HEENBERICHTEN, goede, retour
from tests.berichten.regels.voorbeeld import antwoordbericht, paden


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_op065_een_goed_retourbericht_houdt_zich_eraan(maak):
    assert [paden(gemaakt, "OP065") for gemaakt in goede(maak)] == [[]] * 4


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_op065_wie_niets_afkeurt_stuurt_geen_klasse(maak):
    naam = "Antwoord" if maak is antwoordbericht else "Client"

    assert paden(retour(maak, header="0200", met_klasse=True), "OP065") == [naam]
    niet_beoordeeld = retour(maak, header="0200", met_klasse=True, klasse="0233")
    assert paden(niet_beoordeeld, "OP065") == [naam]
