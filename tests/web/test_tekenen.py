"""Charts and the tile map: where a value lands, and what is said of what is not known."""

from __future__ import annotations

from paraplu.afspraken.gebieden import gemeenten
from paraplu.dashboard.kaart import choose_grenzen, find_trap, make_kaart, shorten
from paraplu.inzage.grafiek import GRAFIEK_HOOGTE, Reeks, choose_treden, make_grafiek, make_vonk

CODES = [g.code for g in gemeenten() if g.in_gvjb]


def test_de_as_begint_bij_nul_en_eindigt_boven_de_hoogste():
    for hoog in (1, 7, 99, 100, 101, 1087, 3_412_000):
        treden = choose_treden(0, hoog)
        assert treden[0] == 0
        assert treden[-1] >= hoog
        assert treden[-2] < hoog
        assert 3 <= len(treden) <= 6


def test_onder_nul_gaat_de_as_door():
    treden = choose_treden(-30, 20)
    assert treden[0] <= -30
    assert treden[-1] >= 20
    assert 0 in treden


def test_overal_nul_is_een_lijn_op_de_bodem():
    [lijn] = make_grafiek([Reeks("a", (0, 0))], ["2022", "2023"], "").lijnen
    assert {punt.y for punt in lijn.punten} == {GRAFIEK_HOOGTE}


def test_een_onbekend_jaar_is_een_gat_in_de_lijn():
    grafiek = make_grafiek([Reeks("a", (1, None, 3, 4))], ["2020", "2021", "2022", "2023"], "")
    [lijn] = grafiek.lijnen
    assert [(s.van.label, s.tot.label) for s in lijn.stukken] == [("2022", "2023")]
    assert [p.label for p in lijn.punten] == ["2020", "2022", "2023"]


def test_zonder_bekende_waarde_is_er_geen_grafiek():
    assert make_grafiek([Reeks("a", (None, None))], ["2022", "2023"], "") is None
    assert make_vonk([None, 3], ["2022", "2023"], "") is None


def test_een_hogere_waarde_staat_hoger():
    [lijn] = make_grafiek([Reeks("a", (10, 20))], ["2022", "2023"], "").lijnen
    assert lijn.punten[1].y < lijn.punten[0].y


def test_de_vonk_zegt_hetzelfde_in_woorden():
    vonk = make_vonk([3, None, 2], ["2021", "2022", "2023"], "kinderen")
    assert vonk.tekst == "2021 3, 2022 onbekend, 2023 2"


def test_de_laatste_vonk_is_nu_ook_als_die_onbekend_is():
    assert make_vonk([3, 2, None], ["2021", "2022", "2023"], "").laatste is None


def test_elke_gemeente_heeft_een_eigen_korte_naam():
    namen = [shorten(g.naam) for g in gemeenten() if g.in_gvjb]
    assert len(set(namen)) == len(CODES) == 51
    assert max(len(naam) for naam in namen) == 4


def test_vijf_trappen_met_ongeveer_evenveel_gemeenten():
    kaart = make_kaart({code: nummer for nummer, code in enumerate(CODES)}, "")
    assert [trap.nummer for trap in kaart.legenda] == [1, 2, 3, 4, 5]
    assert {trap.aantal for trap in kaart.legenda} <= {10, 11}


def test_onbekend_is_gearceerd_en_nul_niet():
    kaart = make_kaart({CODES[0]: 0, CODES[1]: None, CODES[2]: 5}, "")
    trappen = {tegel.gemeente.code: tegel.trap for tegel in kaart.tegels}
    assert trappen[CODES[0]] == 1
    assert trappen[CODES[1]] == 0
    assert kaart.onbekend == 49


def test_weinig_verschillende_waarden_krijgen_uitersten_van_de_kleur():
    grenzen = choose_grenzen([0] * 40 + [1] * 11)
    assert [find_trap(waarde, grenzen) for waarde in (0, 1)] == [1, 5]


def test_dezelfde_waarde_overal_is_een_trap():
    assert find_trap(7, choose_grenzen([7] * 51)) == 1
