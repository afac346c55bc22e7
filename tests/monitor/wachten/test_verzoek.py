"""Wie wacht op het antwoord op een verzoek (315, 317): OP274, OP346 en OP359.

Maart en april 2023: Goede Vrijdag 7 april, tweede paasdag 10 april, Koningsdag 27 april, en
28 april, die daarmee is gelijkgesteld.
"""

from __future__ import annotations

import pytest

from paraplu.monitor.wachten.wachten import OP_TIJD, OPEN, TE_LAAT, TE_LAAT_OPEN
from tests.monitor.keten.keten import AANBIEDER, GEMEENTE, dag


@pytest.mark.parametrize(
    ("verzocht", "beantwoord", "uiterste_datum", "stand", "over"),
    [
        ("03-06", "03-13", "03-13", OP_TIJD, 0),
        ("03-06", "03-14", "03-13", TE_LAAT, 1),
        # Round Easter five working days are eleven days.
        ("04-06", "04-17", "04-17", OP_TIJD, 0),
        ("04-06", "04-18", "04-17", TE_LAAT, 1),
        # Koningsdag does not count, nor the Friday after it (by decree).
        ("04-24", "05-03", "05-03", OP_TIJD, 0),
        ("04-24", "05-04", "05-03", TE_LAAT, 1),
        # Late, but no working day has passed yet: Friday was the last day.
        ("03-03", "03-11", "03-10", TE_LAAT, 0),
    ],
)
@pytest.mark.parametrize("met", ["301", "319"])
def test_een_verzoek_krijgt_binnen_vijf_werkdagen_antwoord(
    met, verzocht, beantwoord, uiterste_datum, stand, over, post
):
    post.verzoek("R1", verzocht)
    if met == "301":
        post.toewijzing(1, beantwoord, referentie_aanbieder="R1")
    else:
        post.antwoord("R1", "1", beantwoord)
    wacht = post.wacht("OP274")
    assert (wacht.uiterste_datum, wacht.stand, wacht.werkdagen_over) == (dag(uiterste_datum), stand, over)  # fmt: skip
    assert wacht.gedaan_op == dag(beantwoord)


@pytest.mark.parametrize(
    ("op", "stand", "over"),
    [
        ("04-06", OPEN, 0),
        ("04-17", OPEN, 0),
        ("04-18", TE_LAAT_OPEN, 1),
        ("04-28", TE_LAAT_OPEN, 7),
    ],
)
def test_wat_open_is_hangt_af_van_de_dag(op, stand, over, post):
    post.verzoek("R1", "04-06")
    post.antwoord("R1", "1", "05-01")
    wacht = post.wacht("OP274", op)
    assert (wacht.stand, wacht.werkdagen_over, wacht.gedaan_op) == (stand, over, None)


def test_de_gemeente_moet_sturen_en_de_aanbieder_wacht(post):
    post.verzoek("R1", "03-06")
    wacht = post.wacht("OP274")
    assert (wacht.verzender, wacht.ontvanger) == (GEMEENTE, AANBIEDER)
    assert (wacht.berichtsoort, wacht.identificatie, wacht.anker) == ("JW315", "b001", "dagtekening")  # fmt: skip
    assert wacht.maand == "2023-03"


def test_de_bon_zegt_van_elke_dag_of_hij_telt(post):
    post.verzoek("R1", "04-06")
    termijn = post.wacht("OP274").termijn
    vrij = [(d.datum.day, d.reden) for d in termijn.dagen[1:] if not d.telt]
    assert vrij == [(7, "Goede Vrijdag"), (8, "zaterdag"), (9, "zondag"), (10, "tweede paasdag"), (15, "zaterdag"), (16, "zondag")]  # fmt: skip
    assert termijn.uiterste_datum == post.wacht("OP274").uiterste_datum


def test_elk_product_van_een_315_wacht_apart(post):
    bericht = post.verzoek("R1", "03-06")
    post.verzoek("R2", bericht=bericht)
    post.antwoord("R2", "1", "03-07")
    assert [(w.volgnummer, w.stand) for w in post.wachten("12-31", "OP274")] == [
        (1, TE_LAAT_OPEN),
        (2, OP_TIJD),
    ]


def test_een_317_wacht_als_geheel(post):
    bericht = post.wijziging("ongewijzigd", 1, "03-06")
    post.wijziging("wijzigen", 2, bericht=bericht)
    assert post.wacht("OP346", "03-13").stand == OPEN
    assert post.wachten("03-13", "OP274") == []


def test_in_onderzoek_is_een_antwoord_en_begint_acht_weken_vanaf_het_verzoek(post):
    post.verzoek("R1", "03-06")
    post.antwoord("R1", "2", "03-10")
    assert post.wacht("OP274").stand == OP_TIJD
    onderzoek = post.wacht("OP274-onderzoek", "05-01")
    assert (onderzoek.ankerdag, onderzoek.uiterste_datum) == (dag("03-06"), dag("05-01"))
    assert onderzoek.stand == OPEN
    assert post.wacht("OP274-onderzoek", "05-02").stand == TE_LAAT_OPEN


@pytest.mark.parametrize(("besluit", "stand"), [("05-01", OP_TIJD), ("05-02", TE_LAAT)])
def test_het_besluit_na_onderzoek(besluit, stand, post):
    post.verzoek("R1", "03-06")
    post.antwoord("R1", "2", "03-10")
    post.toewijzing(1, besluit, referentie_aanbieder="R1")
    assert post.wacht("OP274-onderzoek").stand == stand


def test_zonder_in_onderzoek_is_er_geen_termijn_van_acht_weken(post):
    post.verzoek("R1", "03-06")
    post.antwoord("R1", "1", "03-10")
    post.antwoord("R1", "2", "03-20")
    assert post.wachten("12-31", "OP274-onderzoek") == []


@pytest.mark.parametrize(("op", "stand"), [("04-11", OP_TIJD), ("04-12", TE_LAAT)])
def test_een_afwijzing_op_woonplaats_komt_binnen_twee_weken_en_nooit_op_een_feestdag(
    op, stand, post
):
    post.verzoek("R1", "03-24")
    post.antwoord("R1", "1", op, reden_afwijzing="8")
    wacht = post.wacht("OP359")
    assert (wacht.uiterste_datum, wacht.stand) == (dag("04-11"), stand)


def test_een_andere_afwijzing_heeft_geen_termijn_van_twee_weken(post):
    post.verzoek("R1", "03-24")
    post.antwoord("R1", "1", "04-11", reden_afwijzing="5")
    assert post.wachten("12-31", "OP359") == []


def test_een_afgekeurd_verzoek_telt_als_niet_gestuurd(post):
    post.retour(post.verzoek("R1", "03-06"), dagtekening_retour=dag("03-08"))
    assert post.wachten("12-31", "OP274") == []


def test_een_afgekeurd_antwoord_is_geen_antwoord(post):
    post.verzoek("R1", "03-06")
    post.retour(post.antwoord("R1", "1", "03-08"), dagtekening_retour=dag("03-09"))
    assert post.wacht("OP274").stand == TE_LAAT_OPEN


def test_voor_de_afkeuring_bekend_is_telt_het_antwoord_nog(post):
    post.verzoek("R1", "03-06")
    antwoord = post.antwoord("R1", "1", "03-08")
    post.retour(antwoord, dagtekening_retour=dag("03-09"), op="03-20")
    assert post.wacht("OP274", "03-19").stand == OP_TIJD
    assert post.wacht("OP274", "03-20").stand == TE_LAAT_OPEN


def test_een_verzoek_dat_later_is_geleverd_wacht_sinds_zijn_dagtekening(post):
    bericht = post.bericht("JW315", "03-06", op="04-03")
    post.verzoek("R1", bericht=bericht)
    assert post.wachten("04-02", "OP274") == []
    wacht = post.wacht("OP274", "04-03")
    assert (wacht.ankerdag, wacht.bekend_op) == (dag("03-06"), dag("04-03"))
    assert wacht.stand == TE_LAAT_OPEN


def test_een_bericht_dat_zichzelf_te_laat_dateert_is_verstuurd_toen_het_er_was(post):
    post.verzoek("R1", "03-06")
    antwoord = post.bericht("JW319", "12-01", op="03-08")
    post.antwoord("R1", "1", bericht=antwoord)
    assert post.wacht("OP274").gedaan_op == dag("03-08")


def test_wat_voor_release_3_2_gevraagd_is_heeft_geen_termijn(post):
    post.verzoek("R1", "03-06", release="2.3")
    assert post.wachten("12-31", "OP274") == []


def test_een_hergebruikte_referentie_is_het_eerste_verzoek(post):
    post.verzoek("R1", "03-06")
    post.antwoord("R1", "1", "03-08")
    post.verzoek("R1", "06-01")
    assert post.wacht("OP274").ankerdag == dag("03-06")
