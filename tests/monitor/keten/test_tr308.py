"""TR308: een prestatie eindigt niet na de toewijzing."""

from __future__ import annotations


def test_tot_en_met_de_einddatum_is_goed(keten):
    keten.toewijzing(1, einddatum="01-31")
    keten.declaratie(1)

    assert keten.gebroken("TR308") == []


def test_zonder_einddatum_is_elke_dag_goed(keten):
    keten.toewijzing(1)
    keten.declaratie(12)

    assert keten.gebroken("TR308") == []


def test_een_dag_te_laat_is_fout(keten):
    keten.toewijzing(1, einddatum="01-30")
    fout = keten.declaratie(1)

    assert keten.gebroken("TR308") == [(fout, 1)]


def test_wat_de_gemeente_later_introk_kon_de_aanbieder_niet_weten(keten):
    keten.toewijzing(1)
    keten.declaratie(3, op="04-03")
    keten.toewijzing(1, op="04-10", einddatum="02-28", reden_wijziging="02")

    assert keten.gebroken("TR308") == []


def test_wat_de_gemeente_eerder_introk_wist_de_aanbieder(keten):
    keten.toewijzing(1)
    keten.toewijzing(1, op="04-01", einddatum="02-28", reden_wijziging="02")
    fout = keten.declaratie(3, op="04-03")

    assert keten.gebroken("TR308") == [(fout, 1)]


def test_wat_de_gemeente_later_oprekte_is_goed(keten):
    keten.toewijzing(1, einddatum="02-28")
    keten.declaratie(3, op="04-03")
    keten.toewijzing(1, op="04-10", einddatum="12-31", reden_wijziging="05")

    assert keten.gebroken("TR308") == []


def test_op_de_dag_van_het_intrekken_kon_de_aanbieder_het_niet_weten(keten):
    keten.toewijzing(1)
    keten.toewijzing(1, op="04-03", einddatum="02-28", reden_wijziging="02")
    keten.declaratie(3, op="04-03")
    fout = keten.declaratie(3, op="04-04")

    assert keten.gebroken("TR308") == [(fout, 1)]


def test_van_een_wijziging_zonder_begin_is_niet_bekend_wat_eerder_gold(keten):
    keten.toewijzing(1, op="04-01", einddatum="02-28", reden_wijziging="02")
    keten.declaratie(3, op="04-01")

    assert keten.gebroken("TR308") == []


def test_een_toewijzing_met_terugwerkende_kracht_geldt_ook_voor_wat_eerder_kwam(keten):
    fout = keten.declaratie(3, op="04-01")
    keten.toewijzing(1, op="04-05", einddatum="02-28")

    assert keten.gebroken("TR308") == [(fout, 1)]


def test_een_verwijdering_die_de_gemeente_terugnam_verontschuldigt_niet(keten):
    keten.toewijzing(1, op="03-01", einddatum="01-01", reden_wijziging="13")
    fout = keten.declaratie(3, op="04-03")
    keten.toewijzing(1, op="04-10", einddatum="02-28", reden_wijziging="02")

    assert keten.gebroken("TR308") == [(fout, 1)]
