"""Suspension: what can be one, what the receipt says of it, and what a term without an end is."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.termijnen import (
    BuitenKalender,
    Duur,
    GeenOpschorting,
    GeenUitersteDatum,
    Opschorting,
    bereken,
    lees_opschorting,
    lees_termijn,
)

STUKKEN = Opschorting(date(2026, 9, 9), date(2026, 9, 10), "wacht op stukken")
ZIEK = Opschorting(date(2026, 9, 10), date(2026, 9, 11), "jeugdige is ziek")
OPEN = Opschorting(date(2026, 9, 9), None, "wacht op stukken")


def reken(*opschortingen: Opschorting, duur: str = "3 werkdagen", wettelijk: bool = False):
    return bereken(
        lees_termijn(duur), date(2026, 9, 7), opschortingen=opschortingen, verlengt=wettelijk
    )


def test_de_bon_noemt_de_reden_van_elke_dag_waarop_de_termijn_stilstaat():
    assert [(dag.datum.day, dag.nummer, dag.reden) for dag in reken(STUKKEN, ZIEK).dagen] == [
        (7, None, "op deze dag begint het; die telt niet mee"),
        (8, 1, "werkdag"),
        (9, None, "opgeschort: wacht op stukken"),
        (10, None, "opgeschort: wacht op stukken; jeugdige is ziek"),
        (11, None, "opgeschort: jeugdige is ziek"),
        (12, None, "zaterdag"),
        (13, None, "zondag"),
        (14, 2, "werkdag"),
        (15, 3, "werkdag"),
    ]


def test_dezelfde_opschorting_twee_keer_telt_een_keer():
    assert reken(STUKKEN, STUKKEN).dagen == reken(STUKKEN).dagen


def test_zonder_einde_is_er_geen_uiterste_datum_en_zegt_de_bon_waar_het_ophoudt():
    termijn = reken(OPEN)
    assert termijn.loopt_af_op is None
    assert termijn.dagen[-1].datum == date(2026, 9, 9)
    assert termijn.dagen[-1].reden == "opgeschort: wacht op stukken (het einde is nog niet bekend)"
    with pytest.raises(GeenUitersteDatum, match="staat stil"):
        termijn.uiterste_datum  # noqa: B018


def test_een_termijn_die_stilstaat_verloopt_niet():
    termijn = reken(OPEN)
    assert termijn.stand(op=date(2027, 9, 9), gedaan_op=None) == "open"
    assert termijn.stand(op=date(2027, 9, 9), gedaan_op=date(2027, 9, 1)) == "gehaald"
    assert termijn.stand(op=date(2027, 8, 1), gedaan_op=date(2027, 9, 1)) == "open"


def test_op_elke_dag_is_te_zeggen_waarom_de_termijn_stilstaat():
    termijn = reken(STUKKEN, ZIEK)
    assert [termijn.reden_stil(date(2026, 9, dag)) for dag in (8, 9, 10, 12)] == [
        "",
        "wacht op stukken",
        "wacht op stukken; jeugdige is ziek",
        "",
    ]


def test_een_wettelijke_termijn_kan_tijdens_de_verlenging_stilvallen():
    # Zaterdag 19 september is de laatste dag die telt; maandag begint de opschorting.
    open_ = Opschorting(date(2026, 9, 21), None, "wacht op stukken")
    termijn = bereken(Duur(2, "weken"), date(2026, 9, 5), verlengt=True, opschortingen=[open_])
    assert termijn.loopt_af_op is None
    assert [(dag.datum.day, dag.telt) for dag in termijn.dagen[-3:]] == [
        (19, True),
        (20, False),
        (21, False),
    ]


def test_een_wettelijke_termijn_van_drie_dagen_heeft_twee_werkdagen_die_niet_zijn_opgeschort():
    # 8 en 9 september staan stil; 10, 11 en 12 tellen, en daarvan zijn er twee werkdag.
    stil = Opschorting(date(2026, 9, 8), date(2026, 9, 9), "wacht op stukken")
    termijn = reken(stil, duur="3 dagen", wettelijk=True)
    assert termijn.uiterste_datum == date(2026, 9, 14)


@pytest.mark.parametrize(
    ("vanaf", "tot", "reden"),
    [
        (date(2026, 9, 9), date(2026, 9, 8), "te vroeg klaar"),
        (date(2026, 9, 9), date(2026, 9, 10), ""),
        (date(2026, 9, 9), None, "  "),
    ],
)
def test_wat_geen_opschorting_kan_zijn_wordt_geweigerd(vanaf, tot, reden):
    with pytest.raises(GeenOpschorting):
        Opschorting(vanaf, tot, reden)


@pytest.mark.parametrize(
    ("tekst", "opschorting"),
    [
        ('2026-09-09..2026-09-10:"wacht op stukken"', STUKKEN),
        ("2026-09-09..2026-09-10:wacht op stukken", STUKKEN),
        (" 2026-09-09..:wacht op stukken ", OPEN),
        (
            "2026-09-09..2026-09-09:zie: de brief",
            Opschorting(date(2026, 9, 9), date(2026, 9, 9), "zie: de brief"),
        ),
    ],
)
def test_een_opschorting_is_te_lezen_uit_een_regel(tekst, opschorting):
    assert lees_opschorting(tekst) == opschorting


@pytest.mark.parametrize(
    "tekst",
    ["", "2026-09-09", "2026-09-09..2026-09-10", "2026-09-09..2026-09-10:", "..2026-09-10:x", '2026-09-09..:""', "2026-02-30..:x", "2026-09-09..2026-09-08:x"],
)  # fmt: skip
def test_een_regel_die_geen_opschorting_is_zegt_hoe_het_moet(tekst):
    with pytest.raises(GeenOpschorting):
        lees_opschorting(tekst)


def test_een_opschorting_tot_buiten_de_kalender_zegt_dat():
    lang = Opschorting(date(2026, 9, 9), date(2199, 12, 31), "duurt heel lang")
    with pytest.raises(BuitenKalender):
        reken(lang)
    with pytest.raises(BuitenKalender):
        reken(lang, duur="2 weken")
