"""docs/termijnen.md shows the tables that are tested, and no others."""

from __future__ import annotations

import re

from tests.termijnen import documentatie


def test_de_bladzijde_over_termijnen_is_bij():
    tekst = documentatie.PAGINA.read_text(encoding="utf-8")
    assert tekst == documentatie.vul(tekst), "draai: python -m tests.termijnen.documentatie"


def test_elke_tabel_staat_een_keer_op_de_bladzijde():
    tekst = documentatie.PAGINA.read_text(encoding="utf-8")
    assert sorted(re.findall(r"tabel: (\w+)", tekst)) == sorted(documentatie.tabellen())
