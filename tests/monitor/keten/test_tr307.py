"""TR307: een prestatie begint niet voor de toewijzing."""

from __future__ import annotations


def test_vanaf_de_ingangsdatum_is_goed(keten):
    keten.toewijzing(1, ingangsdatum="01-01")
    keten.declaratie(1)

    assert keten.gebroken("TR307") == []


def test_een_dag_te_vroeg_is_fout(keten):
    keten.toewijzing(1, ingangsdatum="01-02")
    fout = keten.declaratie(1)

    assert keten.gebroken("TR307") == [(fout, 1)]


def test_een_afgewezen_prestatie_wordt_niet_nog_eens_beoordeeld(keten):
    keten.toewijzing(1, ingangsdatum="01-02")
    declaratie = keten.declaratie(1)
    keten.keur_af(declaratie, "02-10")

    assert keten.gebroken("TR307") == []
    assert keten.gebroken("TR307", opnieuw=(declaratie,)) == [(declaratie, 1)]


def test_een_declaratie_van_voor_3_2_wordt_niet_beoordeeld(keten):
    keten.toewijzing(1, ingangsdatum="01-02")
    keten.declaratie(1, release="2.3")

    assert keten.gebroken("TR307") == []


def test_een_toewijzing_uit_een_oud_bericht_telt_wel(keten):
    keten.toewijzing(1, ingangsdatum="01-02", release="2.3")
    fout = keten.declaratie(1)

    assert keten.gebroken("TR307") == [(fout, 1)]


def test_een_creditprestatie_volgt_haar_debetprestatie(keten):
    keten.toewijzing(1, ingangsdatum="01-02")
    debet = keten.declaratie(1)
    keten.antwoord_325(debet, "02-10")
    keten.credit(debet, "03-03")

    assert keten.gebroken("TR307") == [(debet, 1)]
