"""IV032: code 0001 staat in een retourbericht alleen in de header."""

from __future__ import annotations

import pytest

from tests.berichten.regels.retouren import HEENBERICHTEN, goede, retour
from tests.berichten.regels.voorbeeld import paden


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_iv032_een_goed_retourbericht_houdt_zich_eraan(maak):
    assert [paden(gemaakt, "IV032") for gemaakt in goede(maak)] == [[]] * 4


@pytest.mark.parametrize("maak", HEENBERICHTEN, ids=lambda maak: maak.__name__)
def test_iv032_code_0001_staat_niet_in_een_klasse(maak):
    fout = retour(maak, header="0200", met_klasse=True, klasse="0001")

    assert paden(fout, "IV032")
    assert all(pad.endswith("RetourCodes") for pad in paden(fout, "IV032"))


def test_iv032_het_pad_wijst_de_klasse_aan():
    fout = retour(header="0200", met_klasse=True, klasse="0001")

    assert paden(fout, "IV032") == ["Client/StartProducten/StartProduct[1]/RetourCodes"]
