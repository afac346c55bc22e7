"""Runs the checks over one data version and keeps their findings beside its tables."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.kwaliteit.bron import Bron, open_bron
from paraplu.monitor.kwaliteit.controle import Controle, controles
from paraplu.monitor.kwaliteit.toetsen.maanden import verwachte_toewijzingen
from paraplu.monitor.kwaliteit.vorm import VELDEN, met_plaats

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend

#: The folder with the findings.
KWALITEIT: Final = "kwaliteit"
BEVINDINGEN: Final = "bevindingen.parquet"
#: Beside them, per allocation the months of which a provider declared nothing at all (K11).
VERWACHT: Final = "verwacht.parquet"


def open_bevindingen(geopend: Geopend) -> Table | None:
    """Every finding of every check, made at the first use; None where nothing was delivered."""
    map_ = geopend.versie.map / KWALITEIT
    if not map_.is_dir():
        op = laatste_dag(geopend)
        if op is None:
            # An empty folder: there is nothing to check, and that is known now.
            map_.mkdir(exist_ok=True)
        else:
            _schrijf(geopend, map_, op=op)
    gevonden = map_ / BEVINDINGEN
    return geopend.con.read_parquet(gevonden) if gevonden.is_file() else None


def open_verwacht(geopend: Geopend) -> Table:
    """Allocations (`sleutel`, `dag`, `centen`) behind the months that are missing altogether."""
    return geopend.con.read_parquet(geopend.versie.map / KWALITEIT / VERWACHT)


def is_klaar(plek: Path) -> bool:
    """Whether the findings have been made for the data in `plek`."""
    return (plek / KWALITEIT).is_dir()


def laatste_dag(geopend: Geopend) -> date | None:
    """The day of the newest delivery that counts."""
    [rij] = geopend.lees(geopend.trajecten.berichten.agg(dag=_.bekend_op.max()))
    dag: date | None = rij["dag"]
    return dag


def _schrijf(geopend: Geopend, doel: Path, *, op: date) -> None:
    """All at once: whoever sees the folder sees every check. Who comes second keeps the first."""
    con = geopend.con
    with tempfile.TemporaryDirectory(dir=doel.parent, prefix="bezig-") as werk:
        klaar = Path(werk) / KWALITEIT
        klaar.mkdir()
        bron = open_bron(geopend, op=op, werkmap=Path(werk))
        los = [Path(werk) / f"{code}.parquet" for code in controles()]
        for controle, plek in zip(controles().values(), los, strict=True):
            con.to_parquet(vind(controle, bron), plek)
        vondsten = con.read_parquet([str(plek) for plek in los])
        con.to_parquet(met_plaats(vondsten, geopend.gebieden), klaar / BEVINDINGEN)
        verwacht = verwachte_toewijzingen(bron).select("sleutel", "dag", "centen")
        con.to_parquet(verwacht, klaar / VERWACHT)
        if not doel.is_dir():
            klaar.replace(doel)


def vind(controle: Controle, bron: Bron) -> Table:
    """What one check finds, with its code."""
    return controle.zoek(bron).mutate(code=ibis.literal(controle.code)).select(*VELDEN)
