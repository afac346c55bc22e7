"""The figures by hand: the interval, the parts of a survey, overhead, turnover and the clock."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from paraplu.monitor.verbergen import KLEIN
from paraplu.opgaven import enquete, kosten, pad, verloop
from paraplu.opgaven.betrouwbaarheid import mean_of, t_quantile
from paraplu.opgaven.enquete import KLEINSTE, Gegeven, hide_parts, make_uitslag
from paraplu.opgaven.klok import GROND, clock, stand_on
from paraplu.opgaven.lijsten import LIJSTEN, count_met, stand_of


@pytest.mark.parametrize(
    ("vrijheid", "t"),
    [(1, 12.7062), (2, 4.3027), (9, 2.2622), (30, 2.0423), (99, 1.9842), (120, 1.9799)],
)
def test_de_t_verdeling_klopt_met_de_tabel(vrijheid, t):
    assert t_quantile(vrijheid) == pytest.approx(t, abs=5e-5)


def test_gemiddelde_met_interval_van_vier_antwoorden():
    """10, 20, 20, 30: mean 20, spread 8.165; 3.1824 * 8.165 / 2 = 12.99 (R173)."""
    uitkomst = mean_of([Decimal(n) for n in (10, 20, 20, 30)])
    assert (uitkomst.waarde, uitkomst.onder, uitkomst.boven, uitkomst.aantal) == (
        Decimal("20.00"), Decimal("7.01"), Decimal("32.99"), 4,
    )  # fmt: skip


def test_een_antwoord_heeft_geen_interval_en_geen_antwoord_geen_gemiddelde():
    assert mean_of([]) is None
    assert (mean_of([Decimal(18)]).onder, mean_of([Decimal(18)]).boven) == (None, None)


def test_het_interval_blijft_tussen_0_en_100():
    uitkomst = mean_of([Decimal(0), Decimal(100)])
    assert (uitkomst.onder, uitkomst.boven) == (Decimal("0.00"), Decimal("100.00"))


@pytest.mark.parametrize(
    ("aantallen", "weg"),
    [
        ({"a": 40, "b": 12}, set()),
        ({"a": 40, "b": 3, "c": 12}, {"b", "c"}),
        ({"a": 40, "b": 2, "c": 2}, {"a", "b", "c"}),
        ({"a": 40, "b": 4, "c": 4}, {"b", "c"}),
        ({"a": 3}, {"a"}),
        ({}, set()),
    ],
)
def test_een_kleine_groep_is_ook_door_aftrekken_niet_te_vinden(aantallen, weg):
    assert hide_parts(aantallen) == weg
    rest = sum(aantallen[naam] for naam in weg)
    assert not weg or rest >= KLEINSTE or weg == set(aantallen)


def test_een_uitslag_toont_grote_delen_en_verbergt_kleine():
    """P40: by function; R298: workload and pleasure may stay empty."""
    antwoorden = [
        Gegeven("a", "jeugdbeschermer", Decimal(n), werkdruk=4) for n in (10, 20, 30, 20, 20)
    ]
    antwoorden += [Gegeven("b", "anders", Decimal(40), plezier=2)]
    uitslag = make_uitslag(antwoorden)
    assert uitslag.alles.aantal == 6
    assert uitslag.per_gi["a"].waarde is uitslag.per_functie["anders"].waarde is KLEIN
    assert (uitslag.werkdruk, uitslag.plezier) == (Decimal("4.00"), KLEIN)
    assert make_uitslag(antwoorden[:5]).per_gi["a"].waarde == Decimal("20.00")
    assert make_uitslag([]).werkdruk is None


def test_het_pad_van_zoektijd_daalt_in_punten():
    """P1, R173: 18, 16, 14."""
    assert list(pad.path_of().items()) == [(2021, 18), (2022, 16), (2023, 14)]
    assert enquete.NODIG == 100


def test_overhead_is_een_deel_van_alle_kosten():
    """R176: 29,1 % of all costs."""
    bedragen = {"ict": Decimal(91), "bestuur": Decimal(200), "leiding": Decimal(109), "jeugdbeschermers": Decimal(600)}  # fmt: skip
    assert kosten.share_of_overhead(bedragen) == Decimal("29.10")
    assert kosten.share_of_overhead({}) is None
    assert [kosten.sum_groep(bedragen, g) for g in kosten.GROEPEN] == [600, 109, 291]


def test_elke_soort_kosten_staat_in_een_groep():
    """R296: indirect staff and overhead apart, by type."""
    assert {groep.sleutel for groep in kosten.INDELING} == {"direct", "indirect", "overhead"}
    assert all(groep.soorten for groep in kosten.INDELING)
    assert len(kosten.SOORTEN) == sum(len(groep.soorten) for groep in kosten.INDELING)


@pytest.mark.parametrize(
    ("begin", "uit", "eind", "procent"),
    [(100, 20, 100, "20.00"), (40, 8, 38, "20.51"), (0, 0, 10, "0.00"), (10, 10, 0, "200.00")],
)
def test_verloop_is_uitstroom_door_het_gemiddelde(begin, uit, eind, procent):
    """R178."""
    assert verloop.turnover(begin=begin, uitstroom=uit, eind=eind) == Decimal(procent)


def test_zonder_mensen_is_er_geen_verloop():
    assert verloop.turnover(begin=0, uitstroom=0, eind=0) is None


@pytest.mark.parametrize(
    ("opgelost", "op", "stand"),
    [
        (None, date(2023, 3, 15), "loopt"),
        (None, date(2023, 3, 16), "verlopen"),
        (date(2023, 3, 15), date(2023, 4, 1), "op tijd"),
        (date(2023, 3, 16), date(2023, 4, 1), "te laat"),
        (date(2023, 3, 20), date(2023, 3, 10), "loopt"),
    ],
)
def test_de_klok_van_veertien_dagen(opgelost, op, stand):
    """R189; the term and its source are ours to say, outside the documents of the agenda."""
    assert stand_on(date(2023, 3, 1), opgelost, op=op) == stand
    assert clock(date(2023, 3, 1)).uiterste_datum == date(2023, 3, 15)
    assert "buiten de stukken" in GROND.bron


class Gezegd:
    def __init__(self, sleutel, stand, sinds=None, op=date(2022, 1, 5)):
        self.sleutel, self.stand, self.sinds, self.op, self.bewijs = sleutel, stand, sinds, op, "x"


def test_een_lijst_neemt_het_laatste_antwoord_en_kent_twee_dagen():
    """R184 and P39: met on 1-1-2022 by the contract, on 1-4-2022 in practice."""
    punten = stand_of(
        "ra8",
        [
            Gezegd("tafel", "nee"),
            Gezegd("tafel", "ja", date(2021, 6, 1)),
            Gezegd("expertteam", "ja", date(2022, 3, 1)),
            Gezegd("wachtlijsten", "deels"),
        ],
    )
    assert [punt.stand for punt in punten] == ["", "deels", "ja", "ja"]
    dagen = (date(2022, 1, 1), date(2022, 4, 1))
    assert [count_met(punten, op=dag) for dag in dagen] == [1, 2]


def test_elk_punt_heeft_een_bron():
    """R47 to R51, R53 and R182 for RA6; R184 with R119, R81 and R180 for RA8."""
    assert len(LIJSTEN["ra8"].punten) == 4
    for lijst in LIJSTEN.values():
        assert all(bron.startswith("R") for _sleutel, _naam, bron in lijst.punten)
