"""TR326: geen start zolang er zorg loopt."""

from __future__ import annotations


def test_een_start_na_een_stop_is_goed_ook_op_dezelfde_dag(keten):
    keten.start(1)
    keten.stop(1, einddatum="06-01")
    keten.start(1, op="06-03", begindatum="06-01")

    assert keten.gebroken("TR326") == []


def test_een_tijdelijke_stop_geeft_ook_ruimte(keten):
    keten.start(1)
    keten.stop(1, reden_beeindiging="20")
    keten.start(1, op="07-03", begindatum="07-01")

    assert keten.gebroken("TR326") == []


def test_een_tweede_start_zonder_stop_is_fout(keten):
    keten.start(1)
    tweede = keten.start(1, op="07-03", begindatum="07-01")

    assert keten.gebroken("TR326") == [(tweede, 1)]


def test_een_start_voor_het_einde_van_de_vorige_is_fout(keten):
    keten.start(1)
    keten.stop(1, einddatum="06-01")
    tweede = keten.start(1, op="06-03", begindatum="05-31")

    assert keten.gebroken("TR326") == [(tweede, 1)]


def test_wie_later_meldt_dat_het_eerder_begon_heeft_de_fout(keten):
    keten.start(1, begindatum="03-01", op="03-02")
    later = keten.start(1, begindatum="02-01", op="03-05")

    assert keten.gebroken("TR326") == [(later, 1)]


def test_een_verwijderde_start_loopt_niet(keten):
    keten.start(1)
    keten.start(1, op="02-01", status_aanlevering="3")
    keten.start(1, op="02-01", begindatum="01-15")

    assert keten.gebroken("TR326") == []


def test_een_andere_toewijzing_of_taakgericht_staat_erbuiten(keten):
    keten.start(1)
    keten.start(2)
    keten.start(None)
    keten.start(None, begindatum="02-01")

    assert keten.gebroken("TR326") == []


def test_een_melding_van_een_ander_op_dit_nummer_doet_er_niet_toe(keten):
    keten.start(1, aanbieder="70000001")
    keten.start(1, kind="ander")
    keten.start(1, op="07-03", begindatum="07-01")

    assert keten.gebroken("TR326") == []
