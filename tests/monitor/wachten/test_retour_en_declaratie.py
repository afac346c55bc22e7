"""Wie wacht op een retourbericht (OP090) of op het antwoord op een declaratie (OP090x4)."""

from __future__ import annotations

import pytest

from paraplu.monitor.wachten.wachten import OP_TIJD, OPEN, TE_LAAT, TE_LAAT_OPEN
from tests.monitor.keten.keten import AANBIEDER, GEMEENTE, dag


def _stuur(post, soort: str, op: str) -> str:
    maak = {
        "JW301": lambda: post.toewijzing(1, op),
        "JW305": lambda: post.start(1, op),
        "JW307": lambda: post.stop(1, op),
        "JW315": lambda: post.verzoek("R1", op),
        "JW317": lambda: post.wijziging("wijzigen", 1, op),
        "JW319": lambda: post.antwoord("R1", "1", op),
    }
    return maak[soort]()


@pytest.mark.parametrize(
    ("soort", "verzender", "ontvanger"),
    [
        ("JW301", AANBIEDER, GEMEENTE),
        ("JW305", GEMEENTE, AANBIEDER),
        ("JW307", GEMEENTE, AANBIEDER),
        ("JW315", GEMEENTE, AANBIEDER),
        ("JW317", GEMEENTE, AANBIEDER),
        ("JW319", AANBIEDER, GEMEENTE),
    ],
)
def test_wie_het_bericht_kreeg_moet_binnen_drie_werkdagen_antwoorden(
    soort, verzender, ontvanger, post
):
    _stuur(post, soort, "04-05")
    wacht = post.wacht("OP090", "04-12")
    assert (wacht.verzender, wacht.ontvanger, wacht.berichtsoort) == (verzender, ontvanger, soort)
    # Thursday, Tuesday and Wednesday: Good Friday and Easter lie between.
    assert (wacht.uiterste_datum, wacht.stand) == (dag("04-12"), OPEN)


@pytest.mark.parametrize(("op", "stand", "over"), [("04-12", OP_TIJD, 0), ("04-14", TE_LAAT, 2)])
def test_de_eigen_dag_van_het_retourbericht_telt(op, stand, over, post):
    post.bevestig(post.start(1, "04-05"), op)
    wacht = post.wacht("OP090")
    assert (wacht.gedaan_op, wacht.stand, wacht.werkdagen_over) == (dag(op), stand, over)


def test_ook_wie_afkeurt_heeft_geantwoord(post):
    post.retour(post.start(1, "04-05"), dagtekening_retour=dag("04-06"), op="04-06")
    assert post.wacht("OP090").stand == OP_TIJD


def test_van_twee_retourberichten_telt_het_eerste(post):
    bericht = post.start(1, "04-05")
    post.bevestig(bericht, "04-20", sleutel="b")
    post.bevestig(bericht, "04-06", sleutel="a")
    assert post.wacht("OP090").gedaan_op == dag("04-06")


def test_een_retour_zonder_eigen_dag_kwam_toen_het_geleverd_werd(post):
    post.bevestig(post.start(1, "04-05"), "04-06", dagtekening_retour=None, op="04-14")
    assert post.wacht("OP090").gedaan_op == dag("04-14")


def test_het_antwoord_op_een_ander_bericht_telt_niet(post):
    post.start(1, "04-05")
    post.bevestig(post.stop(1, "04-05"), "04-06")
    assert [(w.berichtsoort, w.stand) for w in post.wachten("12-31", "OP090")] == [
        ("JW305", TE_LAAT_OPEN),
        ("JW307", OP_TIJD),
    ]


@pytest.mark.parametrize(
    ("op", "stand"), [("05-09", OP_TIJD), ("05-10", TE_LAAT), (None, TE_LAAT_OPEN)]
)
def test_een_declaratie_krijgt_binnen_tien_werkdagen_antwoord(op, stand, post):
    """From 20 April: Koningsdag, the day after it and 5 May do not count."""
    declaratie = post.declaratie(3, "04-20")
    if op:
        post.antwoord_325(declaratie, op)
    wacht = post.wacht("OP090x4")
    assert (wacht.uiterste_datum, wacht.stand) == (dag("05-09"), stand)
    assert (wacht.verzender, wacht.ontvanger) == (GEMEENTE, AANBIEDER)


def test_een_325_die_alles_afkeurt_is_een_antwoord(post):
    declaratie = post.declaratie(3, "04-20")
    post.antwoord_325(
        declaratie, "04-24", declaratie_nummer=None, retourcodes="0001", retourcodes_klasse=None
    )
    assert post.wacht("OP090x4").stand == OP_TIJD


def test_een_325_zonder_verwijzing_hoort_bij_het_declaratienummer(post):
    declaratie = post.declaratie(3, "04-20")
    post.antwoord_325(declaratie, "04-24", identificatie_retour=None, dagtekening_retour=None)
    assert post.wacht("OP090x4").gedaan_op == dag("04-24")


def test_een_325_op_een_andere_declaratie_met_hetzelfde_nummer_telt_niet(post):
    eerste = post.declaratie(2, "03-20", declaratie_nummer="D1")
    post.declaratie(3, "04-20", declaratie_nummer="D1")
    post.antwoord_325(eerste, "03-24")
    assert [w.stand for w in post.wachten("12-31", "OP090x4")] == [OP_TIJD, TE_LAAT_OPEN]
