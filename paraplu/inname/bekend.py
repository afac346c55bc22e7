"""What the tables already hold, so that nothing is taken twice and a killed intake goes on."""

from __future__ import annotations

import numpy as np

from paraplu.monitor.opslag import Opslag


class BekendeBerichten:
    """The messages whose lines are in the tables; 12 bytes each, so a country fits in memory."""

    def __init__(self, opslag: Opslag) -> None:
        kolom = opslag.lees("bericht").select("bericht").to_pyarrow()["bericht"]
        self._oud = np.sort(np.array(kolom.to_numpy(zero_copy_only=False), dtype="S12"))
        self._nieuw: set[str] = set()

    def __contains__(self, bericht: str) -> bool:
        if bericht in self._nieuw:
            return True
        plek = int(np.searchsorted(self._oud, bericht.encode()))
        return plek < len(self._oud) and bool(self._oud[plek] == bericht.encode())

    def add(self, bericht: str) -> None:
        """Count `bericht` as known from here on."""
        self._nieuw.add(bericht)


def is_finished(opslag: Opslag, levering: str) -> bool:
    """Whether a delivery was taken to its end."""
    tabel = opslag.lees("levering")
    return bool(tabel.filter(tabel.levering == levering).count().to_pyarrow().as_py())


def finished_files(opslag: Opslag, levering: str) -> set[str]:
    """The files of a delivery that were taken completely, in this run or an earlier one."""
    tabel = opslag.lees("bestand")
    return set(
        tabel.filter(tabel.levering == levering)
        .select("bestand")
        .to_pyarrow()["bestand"]
        .to_pylist()
    )


def delivered_messages(opslag: Opslag, levering: str) -> set[tuple[str, str]]:
    """(file, message) that are already recorded for a delivery: a killed run may have got so far."""
    tabel = opslag.lees("aanlevering")
    rijen = tabel.filter(tabel.levering == levering).select("bestand", "bericht").to_pyarrow()
    return set(zip(rijen["bestand"].to_pylist(), rijen["bericht"].to_pylist(), strict=True))
