"""Worlds that came in two parts: what was known on a day, and everything that came after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deltalake import DeltaTable

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.bladen import Bladen
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.stand import Stand, find_bewaard
from paraplu.monitor.tabellen import SCHEMAS
from tests.generated.test_tweede_lezing import ORGANISATIES, PLAFONDS, TARIEVEN
from tests.generated.wereld import maak_wereld

TOEN = date(2023, 7, 1)
LATER = date(2023, 7, 20)
LANG_GELEDEN, DAG = date(2020, 1, 1), timedelta(days=1)
JAAR = Periode.jaar(2023)
WERELDEN = 14
#: Another place for much of the help, other caps and other names than the sheets of before.
TUSSENTAAL = """productcategorie;productcode;tussentaal;vanaf;tot;versie;toelichting
45;;3;2020-01-01;;proef;
43;43A02;2;2020-01-01;;proef;
"""

Tabellen = Mapping[str, list[dict[str, Any]]]
Vraag = tuple[str, str]


@dataclass(frozen=True)
class Tweemaal:
    """The tables with both parts in them, and what was kept when only the first was there."""

    map: Path
    stand: Stand
    getoond: Mapping[Vraag, list[Any]]
    regels: Mapping[Vraag, list[dict[str, Any]]]

    @property
    def nu(self) -> Monitor:
        return Monitor(self.map)


def vragen(monitor: Monitor) -> Iterator[Vraag]:
    """Every indicator in the reading that is shown, and one in each of its readings."""
    for indicator in monitor.indicatoren():
        varianten = indicator.varianten if indicator.code == "V2b" else indicator.varianten[:1]
        for variant in varianten:
            yield indicator.code, variant


def lees_alles(monitor: Monitor) -> tuple[dict[Vraag, list[Any]], dict[Vraag, list[Any]]]:
    """The figures per gemeente and the rows behind them, of `vragen`."""
    getoond, regels = {}, {}
    for code, variant in vragen(monitor):
        keuze = {"variant": variant, "periode": JAAR}
        uitkomst = monitor.waarde(code, per="gemeente", **keuze)
        getoond[code, variant] = [(rij.sleutel, rij.naam, rij.waarden) for rij in uitkomst.rijen]
        regels[code, variant] = monitor.lijst(code, hoogstens=None, **keuze)
    return getoond, regels


def deel(alle: Tabellen, *, na: bool) -> dict[str, pa.Table]:
    """What was delivered up to TOEN, or all that came after it."""
    eerste: dict[str, date] = {}
    for rij in alle["aanlevering"]:
        eerste[rij["bericht"]] = min(rij["dag"], eerste.get(rij["bericht"], rij["dag"]))
    gekozen = {
        naam: [
            rij
            for rij in rijen
            if ((rij["dag"] if naam == "aanlevering" else eerste[rij["bericht"]]) > TOEN) == na
        ]
        for naam, rijen in alle.items()
        if rijen
    }
    return {
        naam: pa.Table.from_pylist(rijen, schema=SCHEMAS[naam]) for naam, rijen in gekozen.items()
    }


def vergeet(map_: Path) -> None:
    """Remove what was derived, so that it is made again; compiled queries stay."""
    for oud in (map_ / "_afgeleid").iterdir():
        if oud.is_dir() and not oud.name.startswith("query-"):
            shutil.rmtree(oud)


def importeer(map_: Path, op: date, **bladen: str) -> None:
    """Bring sheets that hold from `op`."""
    for soort, tekst in bladen.items():
        Bladen(map_).importeer(soort, tekst.encode(), bestand=f"{soort}.csv", op=op)


@pytest.fixture(scope="session")
def tweemaal(tmp_path_factory: pytest.TempPathFactory) -> Tweemaal:
    """Deliveries up to TOEN, figures; then later deliveries, another sheet of each kind, compaction."""
    map_ = tmp_path_factory.mktemp("tweemaal")
    alle: dict[str, list[dict[str, Any]]] = {naam: [] for naam in SCHEMAS}
    for zaad in range(WERELDEN):
        for naam, rijen in maak_wereld(zaad).items():
            alle[naam] += rijen
    opslag = Opslag(map_)
    opslag.maak()
    opslag.voeg_toe(deel(alle, na=False))
    importeer(map_, TOEN, tarieven=TARIEVEN, budgetplafonds=PLAFONDS, organisaties=ORGANISATIES)
    toen = Monitor(map_)
    stand = toen.stand()
    getoond, regels = lees_alles(toen)
    opslag.voeg_toe(deel(alle, na=True))
    importeer(
        map_,
        LATER,
        tussentaal=TUSSENTAAL,
        budgetplafonds=PLAFONDS.replace("1000000", "2000000"),
        organisaties=ORGANISATIES.replace("De ene", "Een"),
        tarieven=TARIEVEN.replace("61,00", "65,00"),
    )
    vergeet(map_)
    return Tweemaal(map_, stand, getoond, regels)


@pytest.fixture(scope="session")
def nagekomen(tweemaal: Tweemaal, tmp_path_factory: pytest.TempPathFactory) -> Tweemaal:
    """The same with deliveries that say that they came long ago, compacted and cleaned.

    Everything was delivered once more; and of every start there was an earlier message with the same
    identity, which counts in its place (P48).
    """
    map_ = tmp_path_factory.mktemp("nagekomen") / "tabellen"
    shutil.copytree(tweemaal.map, map_)
    opslag = Opslag(map_)
    oud = {naam: opslag.arrow(naam).to_pylist() for naam in ("aanlevering", "bericht")}
    weer = [{**rij, "dag": LANG_GELEDEN, "levering": "nakomer"} for rij in oud["aanlevering"]]
    ander = [
        {**rij, "bericht": f"ander{rij['bericht']}", "batch": "ander", "regels": 0}
        for rij in oud["bericht"]
        if rij["soort"] == "JW305"
    ]
    gebracht = [
        {**weer[0], "bericht": rij["bericht"], "batch": "ander", "dag": LANG_GELEDEN - DAG}
        for rij in ander
    ]
    inhoud = {"bericht": ander, "aanlevering": [*weer, *gebracht]}
    opslag.voeg_toe(
        {naam: pa.Table.from_pylist(rijen, schema=SCHEMAS[naam]) for naam, rijen in inhoud.items()}
    )
    for naam in SCHEMAS:
        tabel = DeltaTable(str(map_ / naam))
        tabel.optimize.compact()
        tabel.vacuum(
            retention_hours=0,
            dry_run=False,
            enforce_retention_duration=False,
            keep_versions=find_bewaard([tweemaal.stand], naam),
        )
    vergeet(map_)
    return replace(tweemaal, map=map_)
