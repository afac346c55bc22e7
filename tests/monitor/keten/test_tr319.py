"""TR319: een prestatie ligt niet na haar declaratieperiode."""

from __future__ import annotations


def test_een_eerdere_maand_achteraf_is_goed(keten):
    bericht = keten.declaratie(3)
    keten.declaratie(3, bericht=bericht, begindatum="01-01", einddatum="01-31")

    assert keten.gebroken("TR319") == []


def test_een_dag_na_de_declaratieperiode_is_fout(keten):
    bericht = keten.declaratie(3)
    keten.declaratie(3, bericht=bericht, begindatum="04-01", einddatum="04-01")

    assert keten.gebroken("TR319") == [(bericht, 2)]
