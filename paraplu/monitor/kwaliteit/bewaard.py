"""Runs the checks over one data version and keeps their findings beside its tables."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor import tellen
from paraplu.monitor.kwaliteit.bron import Bron, open_bron
from paraplu.monitor.kwaliteit.controle import Controle, controles
from paraplu.monitor.kwaliteit.toetsen.maanden import verwachte_toewijzingen
from paraplu.monitor.kwaliteit.vorm import VELDEN

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend

#: The folder with a file of findings per check.
KWALITEIT: Final = "kwaliteit"
#: Beside it, per allocation the months of which a provider declared nothing at all (K11).
VERWACHT: Final = "verwacht.parquet"


def maak_bevindingen(controle: Controle, bron: Bron, gebieden: Table) -> Table:
    """The findings of one check, with its code and the areas that they can be kept to.

    A row that breaks a check twice is one finding: the first by its day and its words.
    """
    rijen = controle.zoek(bron).select(*VELDEN)
    volgorde = ibis.row_number().over(group_by="rij", order_by=[_.dag, _.wat, _.volgnummer])
    eerste = rijen.mutate(volgorde=volgorde).filter(_.volgorde == 0).drop("volgorde")
    return tellen.met_gebied(eerste.mutate(code=ibis.literal(controle.code)), gebieden)


def open_bevindingen(geopend: Geopend) -> Table | None:
    """Every finding of every check, made at the first use; None where nothing was delivered."""
    map_ = geopend.versie.map / KWALITEIT
    if not map_.is_dir():
        op = laatste_dag(geopend)
        if op is None:
            return None
        _schrijf(geopend, map_, op=op)
    return geopend.con.read_parquet(sorted(str(pad) for pad in map_.glob("K*.parquet")))


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
    """All files at once: whoever sees the folder sees every check. Who comes second keeps the first."""
    with tempfile.TemporaryDirectory(dir=doel.parent, prefix="bezig-") as werk:
        klaar = Path(werk) / KWALITEIT
        klaar.mkdir()
        bron = open_bron(geopend, op=op, werkmap=Path(werk))
        for code, controle in controles().items():
            rijen = maak_bevindingen(controle, bron, geopend.gebieden)
            geopend.con.to_parquet(rijen, klaar / f"{code}.parquet")
        verwacht = verwachte_toewijzingen(bron).select("sleutel", "dag", "centen")
        geopend.con.to_parquet(verwacht, klaar / VERWACHT)
        if not doel.is_dir():
            klaar.replace(doel)
