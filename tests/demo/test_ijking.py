"""The demo is as large as the public figures say."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from paraplu.demo.ijking import lees_ijking
from paraplu.demo.vergelijking import IJkregel, vergelijk
from paraplu.demo.wereld.begrippen import Instelling
from paraplu.demo.wereld.simulatie import maak_wereld

#: Sources differ: voogdij at the end of 2020, and JR in Gelderland against the country.
BAND = {"F215": (0.75, 1.0), "F223": (0.85, 1.3), "F226": (0.8, 1.25)}
GEWOON = (0.88, 1.12)
#: A small figure may be off by this many, whatever the ratio.
STUKS = 3


def _ligt_goed(regel: IJkregel) -> bool:
    onder, boven = BAND.get(regel.id, GEWOON)
    verhouding = regel.verhouding or 0
    return onder <= verhouding <= boven or abs(regel.demo - regel.geschaald) <= STUKS


@pytest.fixture(scope="module")
def regels() -> list[IJkregel]:
    """The ijking of five years on two per cent."""
    return vergelijk(maak_wereld(Instelling(schaal=0.02, seed=5)))


def test_elk_cijfer_van_de_ijking_ligt_binnen_zijn_band(regels: list[IJkregel]) -> None:
    assert len(regels) == len(lees_ijking()["cijfer"])
    assert [regel for regel in regels if not _ligt_goed(regel)] == []


def test_wat_van_nederland_komt_heet_afgeleid(regels: list[IJkregel]) -> None:
    for regel in regels:
        assert bool(regel.afgeleid) == (regel.gebied == "Nederland" and regel.eenheid != "%")


def test_de_cijfers_zijn_die_van_de_bron(shared: Path) -> None:
    with (shared / "reference" / "figures.csv").open(encoding="utf-8", newline="") as bestand:
        bron = {rij["id"]: rij["value"] for rij in csv.DictReader(bestand)}
    for cijfer in lees_ijking()["cijfer"]:
        assert float(bron[cijfer["id"]]) == float(cijfer["waarde"])


def test_de_hulp_is_op_de_peildag_precies_het_openbare_cijfer() -> None:
    ijking = lees_ijking()
    dag: date = ijking["hulp"]["peildag"]
    per_groep = ijking.hulp_per_groep(dag.year * 12 + dag.month - 1)
    assert round(sum(per_groep.values())) == ijking["hulp"]["stand"]
    assert round(per_groep[2]) == ijking["hulp"]["pleegzorg"]


def test_de_stand_volgt_uit_instroom_en_uitstroom() -> None:
    ijking = lees_ijking()
    verschil = ijking.stand("OTS", 2020) - ijking.stand("OTS", 2019)
    assert verschil == pytest.approx((9330 - 8585) * 0.12)
