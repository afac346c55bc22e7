"""What the reader gives, in this order: one Kop, then Delen and Bevindingen, last one Slot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

from paraplu.berichten.stroom.indeling import tabelschema

#: One line of a table: its values in the order of the columns.
Rij = Sequence[Any]


@dataclass(frozen=True, kw_only=True)
class Kop:
    """What kind of message it is, and what its header says.

    `velden` has the columns of table `bericht` that stand in the message itself, typed; what is
    absent or unreadable is None. Comes once, before the first line, as soon as the kind is known.
    """

    soort: str
    release: str
    velden: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Deel:
    """Some lines for one table, all of them accepted.

    The columns are those of `tabellen.toml`: those of the monitor, with `bsn` where the monitor
    has a pseudonym and without what the intake adds. A large message has its lines as `blad`, a
    small one as `rijen`; `regels` gives either as a record batch. Who reads many small messages
    does better to put their `rijen` together and make one batch of them (`maak_batch`).
    """

    tabel: str
    blad: pa.RecordBatch | None = None
    rijen: Sequence[Rij] = ()

    @cached_property
    def regels(self) -> pa.RecordBatch:
        """The lines as a record batch."""
        return maak_batch(self.tabel, self.rijen) if self.blad is None else self.blad

    @property
    def aantal(self) -> int:
        """The number of lines."""
        return len(self.rijen) if self.blad is None else int(self.blad.num_rows)


@dataclass(frozen=True, kw_only=True)
class Slot:
    """What is known at the end of the message.

    `regels` are the lines given, `regels_geweigerd` those that a finding cost their place.
    `geweigerd`: the message as a whole is refused, so that lines given before do not count.
    `inhoud` is the sha256 of the content: equal for equal content, whatever the prefixes, the white
    space between elements and the way it was read (P48). Empty when there was nothing to read.
    """

    velden: Mapping[str, Any]
    inhoud: bytes
    regels: int
    regels_geweigerd: int
    geweigerd: bool


def maak_batch(tabel: str, rijen: Sequence[Rij]) -> pa.RecordBatch:
    """Rows in the order of the columns of `tabel` as one record batch."""
    schema = tabelschema(tabel)
    kolommen = [
        pa.array(kolom, type=soort)
        for kolom, soort in zip(zip(*rijen, strict=True), schema.types, strict=True)
    ]
    return pa.RecordBatch.from_arrays(kolommen, schema=schema)
