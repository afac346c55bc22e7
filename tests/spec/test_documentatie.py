"""docs/monitor says what the definitions and their specifications say."""

from __future__ import annotations

from paraplu.monitor.waarden import alle
from tests.spec import documentatie


def test_de_bladzijden_over_de_waarden_zijn_bij():
    op_schijf = {pad.name: pad.read_text() for pad in documentatie.MAP.glob("*.md")}

    assert op_schijf == documentatie.paginas(), "draai: python -m tests.spec.documentatie"


def test_elke_waarde_heeft_voorbeelden_en_zegt_wat_afvalt():
    met_voorbeeld = {voorbeeld.indicator.code for _, voorbeeld in documentatie.verzamel()}

    assert met_voorbeeld == set(alle())
    for indicator in alle().values():
        assert documentatie.redenen(indicator, indicator.varianten[0])
