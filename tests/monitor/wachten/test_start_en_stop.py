"""Wie wacht op een start (OP271) of een stop (OP272)."""

from __future__ import annotations

import pytest

from paraplu.monitor.wachten.wachten import OP_TIJD, OPEN, TE_LAAT, TE_LAAT_OPEN
from tests.monitor.keten.keten import AANBIEDER, GEMEENTE, dag


@pytest.mark.parametrize(
    ("gemeld", "stand", "over"), [("03-13", OP_TIJD, 0), ("03-15", TE_LAAT, 2), ("03-01", OP_TIJD, 0)]
)  # fmt: skip
def test_een_start_wordt_binnen_vijf_werkdagen_gemeld(gemeld, stand, over, post):
    post.toewijzing(1, "02-20", ingangsdatum="03-01")
    post.start(1, gemeld, begindatum="03-06")
    wacht = post.wacht("OP271")
    assert (wacht.anker, wacht.ankerdag, wacht.uiterste_datum) == ("start", dag("03-06"), dag("03-13"))  # fmt: skip
    assert (wacht.stand, wacht.werkdagen_over) == (stand, over)
    assert (wacht.verzender, wacht.ontvanger) == (AANBIEDER, GEMEENTE)
    assert wacht.berichtsoort == "JW301"


def test_bij_een_toewijzing_achteraf_telt_de_komst_van_de_301(post):
    post.toewijzing(1, "04-05", ingangsdatum="03-01")
    post.start(1, "04-14", begindatum="03-01")
    wacht = post.wacht("OP271")
    assert (wacht.anker, wacht.ankerdag) == ("301", dag("04-05"))
    assert (wacht.uiterste_datum, wacht.stand) == (dag("04-14"), OP_TIJD)


def test_een_latere_versie_van_de_toewijzing_begint_niets_opnieuw(post):
    post.toewijzing(1, "02-20", ingangsdatum="03-01")
    post.start(1, "03-20", begindatum="03-01")
    post.toewijzing(1, "05-01", ingangsdatum="03-01", einddatum="12-01", reden_wijziging="05")
    assert post.wacht("OP271").ankerdag == dag("03-01")


@pytest.mark.parametrize(("op", "stand"), [("04-14", OPEN), ("04-17", TE_LAAT_OPEN)])
def test_op_een_toewijzing_achteraf_wacht_de_gemeente_op_de_start(op, stand, post):
    post.toewijzing(1, "04-05", ingangsdatum="03-01")
    wacht = post.wacht("OP271", op)
    assert (wacht.anker, wacht.stand) == ("301", stand)


@pytest.mark.parametrize(
    "velden",
    [
        {"ingangsdatum": "04-05"},
        {"ingangsdatum": "03-01", "einddatum": "03-01"},
        {"ingangsdatum": "03-01", "reden_wijziging": "13"},
        {"ingangsdatum": "03-01", "release": "2.3"},
    ],
)
def test_geen_start_verwacht(velden, post):
    """Ahead of the help, without a day in it, removed, or of an older release."""
    post.toewijzing(1, "04-05", **velden)
    assert post.wachten("12-31", "OP271") == []


def test_een_ingetrokken_start_telt_niet(post):
    post.toewijzing(1, "02-20", ingangsdatum="03-01")
    post.start(1, "03-02", begindatum="03-01")
    post.start(1, "03-03", begindatum="03-01", status_aanlevering="3")
    post.start(1, "03-20", begindatum="03-06")
    wacht = post.wacht("OP271")
    assert (wacht.ankerdag, wacht.gedaan_op, wacht.stand) == (dag("03-06"), dag("03-20"), TE_LAAT)


def test_een_start_die_vooruit_is_gemeld_is_nog_geen_wacht(post):
    post.toewijzing(1, "02-20", ingangsdatum="03-01")
    post.start(1, "02-25", begindatum="03-06")
    assert post.wachten("03-05", "OP271") == []
    assert post.wacht("OP271", "03-06").stand == OP_TIJD


@pytest.mark.parametrize(("gemeld", "stand"), [("12-29", OP_TIJD), ("12-30", TE_LAAT)])
def test_een_stop_wordt_binnen_vijf_werkdagen_gemeld(gemeld, stand, post):
    """From 20 December: both days of Christmas do not count."""
    post.toewijzing(1, "02-20", ingangsdatum="03-01")
    post.start(1, "03-02", begindatum="03-01")
    post.stop(1, gemeld, begindatum="03-01", einddatum="12-20")
    wacht = post.wacht("OP272")
    assert (wacht.anker, wacht.uiterste_datum, wacht.stand) == ("einde", dag("12-29"), stand)


@pytest.mark.parametrize(("op", "stand"), [("06-07", OPEN), ("06-08", TE_LAAT_OPEN)])
def test_na_het_einde_van_de_toewijzing_wacht_de_gemeente_op_de_stop(op, stand, post):
    """From 31 May, a Wednesday."""
    post.toewijzing(1, "02-20", ingangsdatum="03-01", einddatum="05-31")
    post.start(1, "03-02", begindatum="03-01")
    assert post.wachten("05-30", "OP272") == []
    assert post.wacht("OP272", op).stand == stand


def test_zonder_start_wordt_geen_stop_verwacht(post):
    post.toewijzing(1, "02-20", ingangsdatum="03-01", einddatum="05-31")
    assert post.wachten("12-31", "OP272") == []


def test_wie_na_een_pauze_stopt_heeft_geen_bekende_termijn(post):
    """When a pause became the end, no message says; the pause itself has its term."""
    post.toewijzing(1, "02-20", ingangsdatum="03-01", einddatum="05-31")
    post.start(1, "03-02", begindatum="03-01")
    post.stop(1, "04-03", begindatum="03-01", einddatum="04-03", reden_beeindiging="20")
    post.stop(1, "09-01", begindatum="03-01", einddatum="05-31")
    wacht = post.wacht("OP272")
    assert (wacht.ankerdag, wacht.stand) == (dag("04-03"), OP_TIJD)


def test_een_afgekeurde_stop_is_niet_gestuurd(post):
    post.toewijzing(1, "02-20", ingangsdatum="03-01", einddatum="05-31")
    post.start(1, "03-02", begindatum="03-01")
    post.retour(post.stop(1, "06-01", begindatum="03-01", einddatum="05-31"))
    assert post.wacht("OP272").stand == TE_LAAT_OPEN
