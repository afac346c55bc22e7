"""IV028: de retourcodes in de header passen bij wat eronder staat."""

from __future__ import annotations

import pytest

from tests.berichten.regels.retouren import HEENBERICHTEN, goede, retour
from tests.berichten.regels.voorbeeld import paden


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_iv028_een_goed_retourbericht_houdt_zich_eraan(maak):
    assert [paden(gemaakt, "IV028") for gemaakt in goede(maak)] == [[]] * 4


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_iv028_zonder_fout_heeft_de_header_geen_code(maak):
    assert paden(retour(maak, header="0200"), "IV028") == ["Header"]


@pytest.mark.parametrize("header", ["", "0001", "8848"])
def test_iv028_alleen_onder_0200_staat_het_bericht(header):
    fout = retour(header=header, met_klasse=True, klasse="9019")

    assert paden(fout, "IV028") == ["Header"]
