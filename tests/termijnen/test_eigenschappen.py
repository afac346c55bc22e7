"""Laws that every term keeps, suspended or not, and a second, plain reading of suspension."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from paraplu.termijnen import (
    Duur,
    Opschorting,
    Termijn,
    bereken,
    kalender,
    kalenders,
    project,
    vergelijk,
)
from paraplu.termijnen.opschorting import merge

EEN_DAG = timedelta(days=1)
BEGIN = date(2020, 1, 1)


@st.composite
def opschortingen(draw, *, met_open: bool = False) -> Opschorting:
    vanaf = draw(st.dates(date(2019, 11, 1), date(2021, 3, 1)))
    lengte = draw(st.integers(0, 40))
    zonder_einde = met_open and draw(st.integers(0, 4)) == 0
    return Opschorting(
        vanaf, None if zonder_einde else vanaf + lengte * EEN_DAG, draw(st.sampled_from("ab"))
    )


dagen = st.dates(BEGIN, date(2020, 12, 31))
duren = st.builds(
    Duur, st.integers(1, 30), st.sampled_from(["werkdagen", "dagen", "weken", "maanden"])
)
duren_in_dagen = st.builds(Duur, st.integers(1, 30), st.sampled_from(["dagen", "weken", "maanden"]))
gesloten = st.lists(opschortingen(), max_size=4)
soms_open = st.lists(opschortingen(met_open=True), max_size=4)
een_kalender = st.sampled_from(sorted(kalenders())).map(kalender)
termijnen = st.builds(
    bereken, duren, dagen, een_kalender, verlengt=st.booleans(), opschortingen=soms_open
)
termijnen_met_einde = st.builds(
    bereken, duren, dagen, een_kalender, verlengt=st.booleans(), opschortingen=gesloten
)


def lees_zonder_springen(termijn: Termijn) -> date | None:
    """The plain reading: go from day to day, and stop when enough days have passed that count."""
    dag, over = termijn.vanaf, termijn.duur.aantal
    if termijn.duur.eenheid != "werkdagen":
        over = (termijn.duur.laatste_dag(termijn.vanaf) - termijn.vanaf).days
    werkdagen = 0
    te_kort = termijn.duur.eenheid == "dagen" and termijn.duur.aantal < 3
    geldt = termijn.verlengt and termijn.duur.valt_onder_termijnenwet
    while True:
        dag += EEN_DAG
        if dag.year == 2040:
            return None
        if any(een.vanaf <= dag and (een.tot is None or dag <= een.tot) for een in termijn.opschortingen):  # fmt: skip
            continue
        werkdag = termijn.kalender.is_werkdag(dag)
        werkdagen += werkdag
        if over > 0:
            over -= werkdag or termijn.duur.eenheid != "werkdagen"
        if over == 0 and (not geldt or (werkdag and (te_kort or werkdagen >= 2))):
            return dag


@settings(deadline=None)
@given(termijnen)
def test_van_dag_tot_dag_tellen_geeft_dezelfde_uiterste_datum(termijn):
    assert termijn.loopt_af_op == lees_zonder_springen(termijn)


@settings(deadline=None)
@given(termijnen)
def test_de_bon_telt_precies_zo_veel_dagen_als_de_termijn_lang_is(termijn):
    geteld = [dag for dag in termijn.dagen if dag.telt]
    assert [dag.nummer for dag in geteld] == list(range(1, len(geteld) + 1))
    assert [dag.datum for dag in termijn.dagen] == [
        termijn.vanaf + n * EEN_DAG for n in range(len(termijn.dagen))
    ]
    if termijn.loopt_af_op is None:
        assert len(geteld) <= termijn.lengte
        assert "nog niet bekend" in termijn.dagen[-1].reden
    else:
        assert len(geteld) == termijn.lengte
        assert termijn.dagen[-1].datum == termijn.loopt_af_op
    assert all(not termijn.reden_stil(dag.datum) for dag in geteld)


@settings(deadline=None)
@given(termijnen_met_einde, st.integers(0, 30))
def test_wie_later_begint_is_met_dezelfde_opschortingen_nooit_eerder_klaar(termijn, later):
    assume(termijn.duur.eenheid != "maanden" or not termijn.opschortingen)
    verder = replace(termijn, vanaf=termijn.vanaf + later * EEN_DAG)
    assert termijn.uiterste_datum <= verder.uiterste_datum


def test_alleen_een_maand_die_stilstaat_kan_later_aflopen_dan_een_die_later_begon():
    """A month is as many days as it has from its begin: 31 from 15 January, 30 from 30 January."""
    stil = Opschorting(date(2020, 1, 1), date(2020, 1, 30), "wacht op stukken")
    eerder, later = (
        bereken(Duur(1, "maanden"), date(2020, 1, dag), opschortingen=[stil]) for dag in (15, 30)
    )
    assert (eerder.lengte, eerder.uiterste_datum) == (31, date(2020, 3, 1))
    assert (later.lengte, later.uiterste_datum) == (30, date(2020, 2, 29))


@settings(deadline=None)
@given(termijnen_met_einde, st.integers(1, 20))
def test_een_langere_termijn_loopt_later_af(termijn, erbij):
    langer = replace(
        termijn, verlengt=False, duur=Duur(termijn.duur.aantal + erbij, termijn.duur.eenheid)
    )
    assert replace(termijn, verlengt=False).uiterste_datum < langer.uiterste_datum


@settings(deadline=None)
@given(termijnen_met_einde, opschortingen())
def test_een_opschorting_erbij_haalt_de_uiterste_datum_nooit_naar_voren(termijn, erbij):
    meer = replace(termijn, opschortingen=(*termijn.opschortingen, erbij))
    assert termijn.uiterste_datum <= meer.uiterste_datum


@settings(deadline=None)
@given(termijnen, st.randoms())
def test_de_volgorde_van_opschortingen_doet_er_niet_toe(termijn, toeval):
    geschud = list(termijn.opschortingen)
    toeval.shuffle(geschud)
    assert replace(termijn, opschortingen=tuple(geschud)).loopt_af_op == termijn.loopt_af_op


@settings(deadline=None)
@given(termijnen_met_einde, opschortingen(), st.integers(0, 40))
def test_een_opschorting_in_twee_stukken_is_dezelfde_opschorting(termijn, een, plaats):
    knip = min(een.vanaf + plaats * EEN_DAG, een.tot)
    delen = [Opschorting(een.vanaf, knip, "begin")]
    if knip < een.tot:
        delen.append(Opschorting(knip + EEN_DAG, een.tot, "rest"))
    heel = replace(termijn, opschortingen=(*termijn.opschortingen, een))
    geknipt = replace(termijn, opschortingen=(*termijn.opschortingen, *delen))
    assert heel.loopt_af_op == geknipt.loopt_af_op


@settings(deadline=None)
@given(duren_in_dagen, dagen, gesloten)
def test_kalenderdagen_schuiven_op_met_het_aantal_dagen_dat_stilstond(duur, vanaf, stil):
    zonder, met = bereken(duur, vanaf), bereken(duur, vanaf, opschortingen=stil)
    stilgestaan = sum(bool(met.reden_stil(dag.datum)) for dag in met.dagen[1:])
    assert (met.uiterste_datum - zonder.uiterste_datum).days == stilgestaan


@settings(deadline=None)
@given(st.integers(1, 30), dagen, gesloten, een_kalender)
def test_werkdagen_schuiven_op_met_het_aantal_werkdagen_dat_stilstond(aantal, vanaf, stil, een):
    termijn = bereken(Duur(aantal, "werkdagen"), vanaf, een, opschortingen=stil)
    gemist = sum(
        een.is_werkdag(dag.datum) and bool(termijn.reden_stil(dag.datum))
        for dag in termijn.dagen[1:]
    )
    assert bereken(Duur(aantal + gemist, "werkdagen"), vanaf, een).uiterste_datum == (
        termijn.uiterste_datum
    )


@settings(deadline=None)
@given(st.lists(opschortingen(met_open=True), max_size=6), st.dates(BEGIN, date(2021, 6, 1)))
def test_samengevoegde_stukken_zijn_dezelfde_dagen_en_raken_elkaar_niet(lijst, dag):
    stukken = merge(lijst)
    assert any(een.omvat(dag) for een in lijst) == any(
        begin <= dag.toordinal() <= einde for begin, einde in stukken
    )
    assert all(een[1] + 1 < ander[0] for een, ander in pairwise(stukken))


@settings(deadline=None)
@given(termijnen)
def test_opnieuw_berekenen_geeft_wat_is_bewaard(termijn):
    bewaard = project(termijn)
    verschil = vergelijk(
        bewaard,
        bereken(
            bewaard.duur,
            bewaard.vanaf,
            kalender(bewaard.kalender),
            verlengt=bewaard.verlengt,
            opschortingen=bewaard.opschortingen,
        ),
    )
    assert bewaard.is_bij
    assert not verschil.is_verschoven
    assert verschil.verschuivingen == ()


@settings(deadline=None)
@given(termijnen, termijnen)
def test_de_veranderingen_samen_leiden_van_de_oude_naar_de_nieuwe_datum(oud, nieuw):
    for van in (oud, project(oud)):
        verschil = vergelijk(van, nieuw)
        plaats = verschil.was
        for een in verschil.verschuivingen:
            assert een.was == plaats
            plaats = een.wordt
        assert plaats == verschil.wordt == nieuw.loopt_af_op
        assert verschil.is_verschoven <= bool(verschil.oorzaken)


@settings(deadline=None)
@given(termijnen, st.integers(-20, 120))
def test_wat_resteert_is_het_aantal_open_stippen_na_vandaag(termijn, verder):
    if termijn.verlengt:
        termijn = replace(termijn, verlengt=False)
    op = termijn.vanaf + verder * EEN_DAG
    rest, stippen = termijn.resterend(op), termijn.stippen(op)
    te_laat = [stip for stip in stippen if stip.stand == "te laat"]
    voorbij = [stip for stip in stippen if stip.datum <= op and stip.stand != "te laat"]
    if rest.is_te_laat:
        assert rest.aantal == -len(te_laat)
    else:
        assert te_laat == []
        assert rest.aantal == termijn.lengte - len(voorbij)
        assert (rest.aantal == 0) == rest.is_laatste_dag


@settings(deadline=None)
@given(termijnen, st.integers(-5, 60))
def test_de_stippen_zijn_de_getelde_dagen_van_de_bon(termijn, verder):
    op = termijn.vanaf + verder * EEN_DAG
    stippen = termijn.stippen(op, te_laat=0)
    assert [stip.datum for stip in stippen] == [dag.datum for dag in termijn.dagen if dag.telt]
    assert all((stip.stand == "open") == (stip.datum >= op) for stip in stippen)
