"""docs/monitor says what the definitions and their specifications say."""

from __future__ import annotations

import pytest

from paraplu.monitor.waarden import alle
from tests.spec import documentatie


def test_de_bladzijden_over_de_waarden_zijn_bij():
    op_schijf = {pad.name: pad.read_text() for pad in documentatie.MAP.glob("*.md")}

    assert op_schijf == documentatie.paginas(), "draai: python -m tests.spec.documentatie"


@pytest.mark.parametrize("code", ["V1", "V1a", "V1b", "V2a", "V2b", "V2c", "V3", "V4", "V5"])
def test_bij_de_waarde_staat_wie_niet_in_het_berichtenverkeer_zit(code):
    """P62: families on one child, and children without a BSN or with a secret address."""
    indicator = alle()[code]
    [zin] = [regel for regel in indicator.opmerkingen if "P62" in regel]
    assert "tellen niet mee" in zin
    assert "P62" in indicator.lezingen


def test_elke_waarde_heeft_voorbeelden_en_zegt_wat_afvalt():
    met_voorbeeld = {voorbeeld.indicator.code for _, voorbeeld in documentatie.verzamel()}

    assert met_voorbeeld == set(alle())
    for indicator in alle().values():
        assert documentatie.redenen(indicator, indicator.varianten[0])
