"""What is left of a term, as a number and as a dot per day that counts."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from paraplu.termijnen import (
    Duur,
    GeenTijdzone,
    Opschorting,
    Stip,
    bereken,
    dag_van,
)


def september(dag: int) -> date:
    return date(2026, 9, dag)


TERMIJN = bereken(Duur(3, "werkdagen"), september(9))  # loopt af op maandag 14 september
STIL = Opschorting(september(10), None, "wacht op stukken")


def test_elke_getelde_dag_is_een_stip_en_vandaag_is_nog_open():
    assert TERMIJN.stippen(september(11)) == (
        Stip(september(10), "voorbij"),
        Stip(september(11), "open"),
        Stip(september(14), "open"),
    )


def test_wie_te_laat_is_krijgt_een_stip_voor_elke_werkdag_sinds_de_laatste():
    te_laat = [stip.datum.day for stip in TERMIJN.stippen(september(21)) if stip.stand == "te laat"]
    assert te_laat == [15, 16, 17, 18, 21]


def test_er_komen_niet_meer_stippen_dan_gevraagd():
    assert [stip.datum.day for stip in TERMIJN.stippen(date(2030, 1, 1), te_laat=2)] == [
        10,
        11,
        14,
        15,
        16,
    ]


def test_een_dag_zonder_datum_heeft_geen_stip():
    termijn = bereken(
        Duur(3, "werkdagen"),
        september(8),
        opschortingen=[Opschorting(september(10), None, "wacht op stukken")],
    )
    assert termijn.stippen(september(14)) == (Stip(september(9), "voorbij"),)
    assert termijn.resterend(september(14)).aantal == 2


@pytest.mark.parametrize(
    ("op", "aantal", "te_laat", "laatste_dag"),
    [
        (1, 3, False, False),
        (9, 3, False, False),
        (10, 2, False, False),
        (13, 1, False, False),
        (14, 0, False, True),
        (15, -1, True, False),
        (20, -4, True, False),
    ],
)
def test_het_aantal_is_nul_op_de_laatste_dag_en_daarna_negatief(op, aantal, te_laat, laatste_dag):
    rest = TERMIJN.resterend(september(op))
    assert (rest.aantal, rest.is_te_laat, rest.is_laatste_dag) == (aantal, te_laat, laatste_dag)
    assert rest.eenheid == "werkdagen"


def test_op_zaterdag_na_een_vrijdag_is_het_te_laat_zonder_dat_een_werkdag_telde():
    rest = bereken(Duur(1, "werkdagen"), september(10)).resterend(september(12))
    assert (rest.aantal, rest.is_te_laat) == (0, True)


def test_een_wettelijke_termijn_telt_door_tot_de_dag_waarop_hij_echt_afloopt():
    termijn = bereken(Duur(2, "weken"), date(2026, 9, 5), verlengt=True)  # zaterdag wordt maandag
    assert termijn.resterend(september(19)).zin == "nog 2 dagen"
    assert termijn.resterend(september(21)).is_laatste_dag


def test_te_laat_telt_niet_door_op_dagen_waarop_de_termijn_stilstaat():
    na_afloop = Opschorting(september(16), None, "overleg loopt")
    termijn = bereken(Duur(3, "werkdagen"), september(9), opschortingen=[na_afloop])
    rest = termijn.resterend(date(2026, 12, 1))
    assert rest.zin == "1 werkdag te laat"
    assert not rest.staat_stil


def test_een_opschorting_die_voor_het_begin_afliep_doet_niet_mee():
    vroeg = Opschorting(september(1), september(8), "nog niet begonnen")
    termijn = bereken(Duur(3, "werkdagen"), september(9), opschortingen=[vroeg])
    assert termijn.resterend(september(7)).zin == "nog 3 werkdagen"


def test_stilstaan_is_te_zien_zonder_de_zin_te_lezen():
    termijn = bereken(Duur(3, "werkdagen"), september(8), opschortingen=[STIL])
    voor, tijdens = termijn.resterend(september(9)), termijn.resterend(september(30))
    assert (voor.staat_stil, voor.stil_vanaf, voor.aantal) == (False, september(10), 2)
    assert (tijdens.staat_stil, tijdens.stil_tot, tijdens.aantal) == (True, None, 2)
    assert tijdens.loopt_af_op is None
    assert not tijdens.is_te_laat


def test_een_tijdstip_zonder_zone_heeft_geen_dag():
    with pytest.raises(GeenTijdzone):
        dag_van(datetime(2026, 4, 2, 12, 0))
