"""Put the small files of the Delta tables together, and remove what no figure can need any more.

Every intake adds files; reading many small ones is slow. Putting together is one commit per table
that changes no row, so stopped anywhere each table is as it was or as it will be. The old files stay
for whoever reads an earlier version: at least `MINST_DAGEN`, and as long as a kept Stand names a
version that they are in. The log of a table is never shortened (`stand.LOG_BLIJFT`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from deltalake import DeltaTable

from paraplu.monitor.opslag import Opslag
from paraplu.monitor.stand import Stand, find_bewaard
from paraplu.monitor.tabellen import SCHEMAS

#: Files are kept this long at least, so that whoever is reading can finish.
MINST_DAGEN: Final = 7
#: From this many files on, a table is worth the work.
VANAF_BESTANDEN: Final = 4
#: Bytes of a file that is large enough.
DOEL: Final = 128 * 1024 * 1024


class TeKort(ValueError):
    """Asked to remove files sooner than is safe."""


@dataclass(frozen=True, kw_only=True)
class Verdicht:
    """One table: files and bytes that its newest version reads, and files removed from disk."""

    tabel: str
    bestanden_voor: int
    bestanden_na: int
    bytes_voor: int
    bytes_na: int
    opgeruimd: int

    def als_dict(self) -> dict[str, Any]:
        """For a table on the screen, or JSON."""
        return asdict(self)


def verdicht(
    opslag: Opslag,
    standen: Sequence[Stand],
    *,
    dagen: int = MINST_DAGEN,
    droog: bool = False,
) -> list[Verdicht]:
    """Compact every table and clean up; for whoever holds the lock of the intake.

    `standen`: those of published reports and other figures that must come out the same. `droog`:
    change nothing; `bestanden_na` is then what there is, `opgeruimd` what would go. Raises TeKort
    for fewer than MINST_DAGEN `dagen`.
    """
    if dagen < MINST_DAGEN:
        raise TeKort(f"bewaar oude bestanden minstens {MINST_DAGEN} dagen, niet {dagen}")
    if not droog:
        opslag.maak()  # it also switches off that old log files are thrown away
    return list(_per_tabel(opslag.map, standen, dagen=dagen, droog=droog))


def _per_tabel(
    map_: Path, standen: Sequence[Stand], *, dagen: int, droog: bool
) -> Iterator[Verdicht]:
    for naam in SCHEMAS:
        if not DeltaTable.is_deltatable(str(map_ / naam)):
            continue
        tabel = DeltaTable(str(map_ / naam))
        bestanden_voor, bytes_voor = _omvang(tabel)
        if bestanden_voor >= VANAF_BESTANDEN and not droog:
            tabel.optimize.compact(target_size=DOEL, max_concurrent_tasks=1)
            tabel.create_checkpoint()
        weg = _ruim_op(tabel, find_bewaard(_van(tabel, standen, naam), naam), dagen, droog=droog)
        bestanden_na, bytes_na = _omvang(tabel)
        yield Verdicht(
            tabel=naam,
            bestanden_voor=bestanden_voor,
            bestanden_na=bestanden_na,
            bytes_voor=bytes_voor,
            bytes_na=bytes_na,
            opgeruimd=weg,
        )


def _van(tabel: DeltaTable, standen: Iterable[Stand], naam: str) -> list[Stand]:
    """The Standen of this table; one that was made of tables since rebuilt names other versions."""
    kenmerk = str(tabel.metadata().id)
    return [stand for stand in standen if stand.kenmerken.get(naam) == kenmerk]


def _ruim_op(tabel: DeltaTable, bewaard: Sequence[int], dagen: int, *, droog: bool) -> int:
    weg = tabel.vacuum(
        retention_hours=dagen * 24, dry_run=droog, keep_versions=list(bewaard) or None
    )
    return len(weg)


def _omvang(tabel: DeltaTable) -> tuple[int, int]:
    """Files and bytes of the newest version."""
    acties = tabel.get_add_actions(flatten=True)
    groottes = acties.column("size_bytes").to_pylist()
    return len(groottes), sum(groottes)
