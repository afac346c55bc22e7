"""The lines of one message until its end: only then is it known whether it is new and who it is.

A few lines wait in memory. Past `DREMPEL` they go, without BSN's, to a file in `var/run`, so that
a declaration of any size waits in constant memory, and a message that turns out to be refused or
already known leaves nothing behind in the tables.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from paraplu.berichten.stroom import Deel, maak_batch
from paraplu.inname.pseudoniem import Pseudoniemen

#: Lines of one message that wait in memory; also about the number in one append to a table.
DREMPEL = 100_000


def without_persons(regels: pa.Table, pseudoniemen: Pseudoniemen) -> pa.Table:
    """Lines with `kind` instead of `bsn`, and freely filled identifiers masked."""
    kinderen = pseudoniemen.kinderen(regels["bsn"])
    tabel = regels.drop_columns(["bsn"]).append_column("kind", kinderen)
    return pseudoniemen.masker_tabel(tabel)


def put_together(tabel: str, delen: Sequence[Deel]) -> pa.Table:
    """The lines of many pieces as one table, in their order; rows become columns all at once."""
    batches: list[pa.RecordBatch] = []
    for als_rijen, groep in groupby(delen, key=lambda deel: deel.blad is None):
        if als_rijen:
            batches.append(maak_batch(tabel, [rij for deel in groep for rij in deel.rijen]))
        else:
            batches += [deel.regels for deel in groep]
    return pa.Table.from_batches(batches)


class Wachtkamer:
    """Lines of one message, by table."""

    def __init__(self, pseudoniemen: Pseudoniemen, plaats: Path) -> None:
        self._pseudoniemen = pseudoniemen
        self._plaats = plaats
        self._geheugen: dict[str, list[Deel]] = {}
        self._regels = 0
        self._schijf: dict[str, _Bladen] = {}

    def add(self, deel: Deel) -> None:
        """Let some lines wait."""
        self._geheugen.setdefault(deel.tabel, []).append(deel)
        self._regels += deel.aantal
        if self._regels >= DREMPEL:
            self._to_disk()

    def small(self) -> dict[str, list[Deel]] | None:
        """All lines as they came, when they are few; None when they were too many for memory."""
        return None if self._schijf else self._geheugen

    def large(self) -> Iterator[tuple[str, pa.Table]]:
        """All lines without BSN's, a piece at a time."""
        self._to_disk()
        for tabel, bladen in self._schijf.items():
            for blad in bladen.read():
                yield tabel, blad

    def close(self) -> None:
        """Give memory and disk back; on disk nothing had a name."""
        self._geheugen.clear()
        for bladen in self._schijf.values():
            bladen.close()
        self._schijf.clear()

    def _to_disk(self) -> None:
        for tabel, delen in self._geheugen.items():
            veilig = without_persons(put_together(tabel, delen), self._pseudoniemen)
            if tabel not in self._schijf:
                self._schijf[tabel] = _Bladen(self._plaats, veilig.schema)
            self._schijf[tabel].write(veilig)
        self._geheugen.clear()
        self._regels = 0
        pa.default_memory_pool().release_unused()


class _Bladen:
    """Pieces of one table in a file without a name: it is gone when the process is."""

    def __init__(self, plaats: Path, schema: pa.Schema) -> None:
        plaats.mkdir(parents=True, exist_ok=True)
        self._bestand: BinaryIO = tempfile.TemporaryFile(dir=plaats)  # noqa: SIM115
        self._schrijver = pa.ipc.new_stream(
            self._bestand, schema, options=pa.ipc.IpcWriteOptions(compression="lz4")
        )

    def write(self, tabel: pa.Table) -> None:
        self._schrijver.write_table(tabel.combine_chunks())

    def read(self) -> Iterator[pa.Table]:
        self._schrijver.close()
        self._bestand.seek(0, os.SEEK_SET)
        with pa.ipc.open_stream(self._bestand) as lezer:
            for blad in lezer:
                yield pa.Table.from_batches([blad])

    def close(self) -> None:
        self._bestand.close()
