"""What the tables already hold, so that nothing is taken twice and a killed intake goes on."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from paraplu.inname.fouten import LeveringOnbekend
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS


class BekendeBerichten:
    """The messages whose lines are in the tables; 12 bytes each, so a country fits in memory."""

    def __init__(self, opslag: Opslag) -> None:
        kolom = _columns(opslag, "bericht", "bericht")["bericht"]
        self._oud = np.sort(np.array(kolom.to_numpy(), dtype="S12"))
        self._nieuw: set[str] = set()

    def __contains__(self, bericht: str) -> bool:
        if bericht in self._nieuw:
            return True
        gezocht = bericht.encode()
        plek = int(np.searchsorted(self._oud, gezocht))
        return plek < len(self._oud) and bool(self._oud[plek] == gezocht)

    def add(self, bericht: str) -> None:
        """Count `bericht` as known from here on."""
        self._nieuw.add(bericht)


def finished_deliveries(opslag: Opslag) -> set[str]:
    """The numbers of deliveries that were taken to their end."""
    return set(_columns(opslag, "levering", "levering")["levering"].to_pylist())


def find_delivery(opslag: Opslag, begin: str) -> str:
    """The number of the one delivery that begins so. Raises LeveringOnbekend."""
    nummers = [nummer for nummer in finished_deliveries(opslag) if nummer.startswith(begin)]
    if len(nummers) != 1:
        wat = "meer dan één levering" if nummers else "geen levering"
        raise LeveringOnbekend(f"Er is {wat} met nummer {begin}. Bekijk ze met: paraplu leveringen")
    return nummers[0]


def is_finished(opslag: Opslag, levering: str) -> bool:
    """Whether a delivery was taken to its end."""
    return levering in finished_deliveries(opslag)


def finished_files(opslag: Opslag, levering: str) -> set[str]:
    """The files of a delivery that were taken completely, in this run or an earlier one."""
    return set(_columns(opslag, "bestand", "bestand", levering=levering)["bestand"].to_pylist())


def delivered_messages(opslag: Opslag, levering: str) -> set[tuple[str, str]]:
    """(file, message) that are already recorded for a delivery: a killed run may have got so far."""
    rijen = _columns(opslag, "aanlevering", "bestand", "bericht", levering=levering)
    return set(zip(rijen["bestand"].to_pylist(), rijen["bericht"].to_pylist(), strict=True))


def _columns(opslag: Opslag, tabel: str, *kolommen: str, levering: str | None = None) -> pa.Table:
    """Some columns of a table, straight from its files: an engine would cost more than it reads."""
    schema = pa.schema([SCHEMAS[tabel].field(naam) for naam in kolommen])
    filters = pc.field("levering") == levering if levering else None
    delen = [
        pq.read_table(pad, columns=list(kolommen), filters=filters).cast(schema)
        for pad in opslag.bestanden(tabel)
    ]
    return pa.concat_tables([schema.empty_table(), *delen])
