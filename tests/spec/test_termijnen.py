"""Terms as tables that a contract manager can lay beside a calendar; docs/termijnen.md prints them."""

from __future__ import annotations

from datetime import datetime

import pytest

from paraplu.termijnen import dag_van
from tests.termijnen.tabel import dag, lees_tabel, reken, toon_einde

WERKDAGEN = """
    duur        | vanaf      | kalender   | uiterste datum
    3 werkdagen | 2026-09-07 | atw        | 2026-09-10
    3 werkdagen | 2026-09-11 | atw        | 2026-09-16
    3 werkdagen | 2026-09-12 | atw        | 2026-09-16
    3 werkdagen | 2026-03-30 | atw        | 2026-04-02
    3 werkdagen | 2026-04-02 | atw        | 2026-04-09
    3 werkdagen | 2026-04-02 | weekend    | 2026-04-07
    1 werkdag   | 2026-04-24 | atw        | 2026-04-28
    1 werkdag   | 2026-05-04 | atw        | 2026-05-06
    1 werkdag   | 2026-05-13 | atw        | 2026-05-18
    1 werkdag   | 2026-05-13 | feestdagen | 2026-05-15
    1 werkdag   | 2026-05-13 | weekend    | 2026-05-14
    5 werkdagen | 2026-05-22 | atw        | 2026-06-01
    5 werkdagen | 2026-12-24 | atw        | 2027-01-04
"""
KALENDERDAGEN = """
    duur     | vanaf      | wettelijk | uiterste datum
    2 weken  | 2026-09-07 | nee       | 2026-09-21
    3 weken  | 2026-03-16 | nee       | 2026-04-06
    3 weken  | 2026-03-16 | ja        | 2026-04-07
    14 dagen | 2026-03-20 | nee       | 2026-04-03
    14 dagen | 2026-03-20 | ja        | 2026-04-07
    3 dagen  | 2026-04-02 | ja        | 2026-04-08
    1 maand  | 2026-01-31 | nee       | 2026-02-28
    3 maanden | 2023-11-30 | nee      | 2024-02-29
"""
OPGESCHORTE_WERKDAGEN = """
    duur        | vanaf      | opgeschort                                         | uiterste datum
    3 werkdagen | 2026-04-07 | 2026-04-09..2026-04-10                             | 2026-04-14
    3 werkdagen | 2026-09-07 | 2026-09-09..2026-09-09                             | 2026-09-11
    3 werkdagen | 2026-09-10 | 2026-09-12..2026-09-13                             | 2026-09-15
    3 werkdagen | 2026-04-01 | 2026-04-02..2026-04-06                             | 2026-04-09
    5 werkdagen | 2026-09-07 | 2026-09-08..2026-09-10, 2026-09-09..2026-09-11     | 2026-09-18
    5 werkdagen | 2026-09-07 | 2026-09-09..2026-09-09, 2026-09-11..2026-09-11     | 2026-09-16
    3 werkdagen | 2026-09-07 | 2026-09-01..2026-09-07                             | 2026-09-10
    3 werkdagen | 2026-09-07 | 2026-09-01..2026-09-09                             | 2026-09-14
    3 werkdagen | 2026-09-07 | 2026-09-11..                                       | 2026-09-10
    3 werkdagen | 2026-09-07 | 2026-09-10..                                       | staat stil
"""
OPGESCHORTE_DAGEN = """
    duur     | vanaf      | wettelijk | opgeschort                                     | uiterste datum
    2 weken  | 2026-09-07 | nee       | 2026-09-10..2026-09-12                         | 2026-09-24
    2 weken  | 2026-09-07 | nee       | 2026-09-19..2026-09-23                         | 2026-09-26
    8 weken  | 2026-11-02 | nee       | 2026-12-24..2027-01-03                         | 2027-01-08
    1 maand  | 2026-01-31 | nee       | 2026-02-10..2026-02-14                         | 2026-03-05
    14 dagen | 2026-03-20 | nee       | 2026-03-30..2026-03-30, 2026-04-03..2026-04-04 | 2026-04-06
    2 weken  | 2026-09-07 | nee       | 2026-09-21..                                   | staat stil
    2 weken  | 2026-03-22 | ja        | 2026-03-25..2026-03-25                         | 2026-04-07
    2 weken  | 2026-09-05 | ja        | 2026-09-21..2026-09-22                         | 2026-09-23
    2 weken  | 2026-09-05 | ja        | 2026-09-21..                                   | staat stil
"""
RESTEREND = """
    duur        | vanaf      | opgeschort             | op         | er is nog
    4 werkdagen | 2026-09-07 |                        | 2026-09-07 | nog 4 werkdagen
    4 werkdagen | 2026-09-07 |                        | 2026-09-01 | nog 4 werkdagen
    4 werkdagen | 2026-09-07 |                        | 2026-09-10 | nog 1 werkdag
    4 werkdagen | 2026-09-07 |                        | 2026-09-11 | vandaag de laatste dag
    4 werkdagen | 2026-09-07 |                        | 2026-09-12 | minder dan 1 werkdag te laat
    4 werkdagen | 2026-09-07 |                        | 2026-09-14 | 1 werkdag te laat
    4 werkdagen | 2026-09-07 |                        | 2026-09-16 | 3 werkdagen te laat
    1 werkdag   | 2026-04-02 |                        | 2026-04-05 | nog 1 werkdag
    2 weken     | 2026-09-07 |                        | 2026-09-11 | nog 10 dagen
    2 weken     | 2026-09-07 |                        | 2026-09-22 | 1 dag te laat
    4 werkdagen | 2026-09-07 | 2026-09-09..2026-09-10 | 2026-09-09 | nog 3 werkdagen; de termijn staat nu stil tot en met 10 september 2026
    4 werkdagen | 2026-09-07 | 2026-09-09..2026-09-10 | 2026-09-08 | nog 3 werkdagen; de termijn staat vanaf 9 september 2026 stil tot en met 10 september 2026
    4 werkdagen | 2026-09-07 | 2026-09-09..2026-09-10 | 2026-09-11 | nog 2 werkdagen
    4 werkdagen | 2026-09-07 | 2026-09-09..           | 2026-12-01 | nog 3 werkdagen; de termijn staat nu stil, het einde is nog niet bekend
    4 werkdagen | 2026-09-07 | 2026-09-14..2026-09-15 | 2026-09-16 | 1 werkdag te laat
"""
MOMENTEN = """
    tijdstip                  | dag
    2026-04-02T23:59:59+02:00 | 2026-04-02
    2026-04-02T21:59:59+00:00 | 2026-04-02
    2026-04-02T22:00:00+00:00 | 2026-04-03
    2026-12-31T22:59:59+00:00 | 2026-12-31
    2026-12-31T23:00:00+00:00 | 2027-01-01
    2026-03-29T00:59:59+00:00 | 2026-03-29
    2026-10-25T23:30:00+01:00 | 2026-10-25
"""
EINDTABELLEN = (WERKDAGEN, KALENDERDAGEN, OPGESCHORTE_WERKDAGEN, OPGESCHORTE_DAGEN)


def alle_eindes() -> list[dict[str, str]]:
    return [rij for tabel in EINDTABELLEN for rij in lees_tabel(tabel)]


@pytest.mark.parametrize("rij", alle_eindes(), ids=lambda rij: " ".join(rij.values()))
def test_de_termijn_loopt_af_op(rij):
    assert toon_einde(reken(rij)) == rij["uiterste datum"]


@pytest.mark.parametrize("rij", alle_eindes(), ids=lambda rij: " ".join(rij.values()))
def test_de_bon_eindigt_op_de_uiterste_datum(rij):
    termijn = reken(rij)
    if termijn.loopt_af_op is None:
        assert "het einde is nog niet bekend" in termijn.dagen[-1].reden
    else:
        assert termijn.dagen[-1].datum == termijn.loopt_af_op


@pytest.mark.parametrize("rij", lees_tabel(RESTEREND), ids=lambda rij: " ".join(rij.values()))
def test_de_tijd_die_er_nog_is(rij):
    assert reken(rij).resterend(dag(rij["op"])).zin == rij["er is nog"]


@pytest.mark.parametrize("rij", lees_tabel(MOMENTEN), ids=lambda rij: rij["tijdstip"])
def test_een_dag_begint_om_middernacht_in_nederland(rij):
    assert dag_van(datetime.fromisoformat(rij["tijdstip"])) == dag(rij["dag"])
