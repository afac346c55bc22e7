"""The waits of one day, for whoever asks: counted, or as a list."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.leveringen import Organisatie
from paraplu.monitor.wachten.wacht import Telling, Wacht
from paraplu.monitor.wachten.wachten import OP_TIJD, OPEN, TE_LAAT, TE_LAAT_OPEN

#: What waits can be counted by.
PER: Final = ("maand", "soort", "gemeente", "aanbieder", "verzender", "ontvanger")
#: What decides the order of waits that are as long over.
OVERIG: Final = ("soort", "verzender", "ontvanger", "ankerdag", "bericht", "volgnummer")
CIJFERS: Final = {
    "op_tijd": OP_TIJD,
    "te_laat": TE_LAAT,
    "open": OPEN,
    "te_laat_open": TE_LAAT_OPEN,
}


class OnbekendeSplitsing(ValueError):
    """A word by which waits cannot be counted."""


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """Which waits; empty keeps all. `organisatie`: those in which one of these codes must send or waits.

    `behalve`: without these kinds. `maand`: in which the term began (2023-05). `is_open`: only what nothing came on yet.
    """

    organisatie: Organisatie | None = None
    gemeente: str = ""
    aanbieder: str = ""
    soort: str = ""
    behalve: tuple[str, ...] = ()
    maand: str = ""
    is_open: bool = False


@dataclass
class Wachten:
    """The waits as known on `op`; may be asked by several threads, that take turns."""

    op: date | None
    tabel: Table
    con: ibis.BaseBackend
    _beurt: threading.Lock = field(default_factory=threading.Lock)
    _geteld: dict[tuple[Keuze, tuple[str, ...]], list[dict[str, Any]]] = field(default_factory=dict)

    @classmethod
    def uit_bestand(cls, bestand: Path, *, op: date) -> Wachten:
        """Those in a Parquet file."""
        con = ibis.duckdb.connect()
        return cls(op, con.read_parquet(bestand, table_name="wachten"), con)

    @classmethod
    def uit_tabel(cls, tabel: pa.Table, *, op: date | None) -> Wachten:
        """Those in a table in memory."""
        con = ibis.duckdb.connect()
        return cls(op, con.create_table("wachten", tabel), con)

    def tel(self, keuze: Keuze, per: Sequence[str] = ()) -> list[tuple[tuple[str, ...], Telling]]:
        """Per value of `per`, in order, how they stand. Raises OnbekendeSplitsing."""
        if fout := [naam for naam in per if naam not in PER]:
            raise OnbekendeSplitsing(f"per {fout[0]!r} kan niet; wel: {', '.join(PER)}")
        with self._beurt:
            vraag = (keuze, tuple(per))
            if vraag not in self._geteld:
                self._geteld[vraag] = self._tel(keuze, per)
            rijen = self._geteld[vraag]
        return [
            (tuple(rij[naam] for naam in per), Telling(**{naam: rij[naam] for naam in CIJFERS}))
            for rij in rijen
        ]

    def lijst(self, keuze: Keuze, *, vanaf: int = 0, hoogstens: int | None = None) -> list[Wacht]:
        """The waits, those that are longest over first."""
        rijen = _in_keuze(self.tabel, keuze).order_by(
            ibis.desc("werkdagen_over"), "uiterste_datum", *OVERIG
        )
        if hoogstens is not None:
            rijen = rijen.limit(hoogstens, offset=vanaf)
        with self._beurt:
            gelezen = self.con.to_pyarrow(rijen).to_pylist()
        return [Wacht(**rij) for rij in gelezen]

    def _tel(self, keuze: Keuze, per: Sequence[str]) -> list[dict[str, Any]]:
        cijfers = {
            naam: ibis.ifelse(_.stand == stand, 1, 0).sum().fill_null(0).cast("int64")
            for naam, stand in CIJFERS.items()
        }
        rijen = _in_keuze(self.tabel, keuze).aggregate(by=list(per), **cijfers)
        return self.con.to_pyarrow(rijen.order_by(list(per)) if per else rijen).to_pylist()


def _in_keuze(tabel: Table, keuze: Keuze) -> Table:
    voorwaarden: list[BooleanValue] = [
        tabel[naam] == waarde
        for naam in ("gemeente", "aanbieder", "soort", "maand")
        if (waarde := getattr(keuze, naam))
    ]
    if keuze.behalve:
        voorwaarden.append(tabel.soort.notin(keuze.behalve))
    if keuze.is_open:
        voorwaarden.append(tabel.gedaan_op.isnull())
    if keuze.organisatie is not None:
        codes = (keuze.organisatie,) if isinstance(keuze.organisatie, str) else keuze.organisatie
        voorwaarden.append(tabel.verzender.isin(codes) | tabel.ontvanger.isin(codes))
    return tabel.filter(*voorwaarden) if voorwaarden else tabel
