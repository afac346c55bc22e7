"""The memory of a message of any size: keys as 64-bit hashes in sorted columns of numpy.

A key of which the hash is there counts as seen. Python hashes text with SipHash under a secret of
the process, so that nobody can make two keys meet: among three million keys the chance that any two
do is below one in a million, and all it would cost is a finding too many. Equal keys never pass.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from paraplu.berichten.regels.geheugen import Geheugen

#: Keys that came one by one, before they become a column: about 4 MB.
LOS = 50_000

Hashes = np.ndarray[tuple[int], np.dtype[np.int64]]


def hashes_van(sleutels: pa.Array) -> Hashes:
    """The hash of each text, as `hash` gives it for a single one, in order of size."""
    teksten = sleutels.to_numpy(zero_copy_only=False)
    hashes = np.fromiter(map(hash, teksten), np.int64, len(teksten))
    hashes.sort()
    return hashes


class Stroomgeheugen(Geheugen):
    """Keeps 8 bytes of each key. Takes keys one by one (careful way) or as a column (fast way)."""

    def __init__(self) -> None:
        super().__init__()
        self._boeken: dict[str, _Boek] = {}

    def kent(self, soort: str, sleutel: str) -> bool:
        """Whether this key of this kind came before."""
        return self._boek(soort).heeft(hash(sleutel))

    def onthoud(self, soort: str, sleutel: str) -> bool:
        """Remember a key; whether it is new."""
        waarde, boek = hash(sleutel), self._boek(soort)
        if boek.heeft(waarde):
            return False
        boek.zet_een(waarde)
        return True

    def kent_een(self, soort: str, hashes: Hashes) -> bool:
        """Whether any of these keys (sorted) came before."""
        return self._boek(soort).heeft_een(hashes)

    def onthoud_alle(self, soort: str, hashes: Hashes) -> None:
        """Remember all of these keys (sorted)."""
        if len(hashes):
            self._boek(soort).zet(hashes)

    def _boek(self, soort: str) -> _Boek:
        return self._boeken.setdefault(soort, _Boek())


class _Boek:
    """A set of hashes: sorted columns, each more than twice the next, and what came one by one."""

    def __init__(self) -> None:
        self._kolommen: list[Hashes] = []
        self._los: set[int] = set()

    def heeft(self, waarde: int) -> bool:
        return waarde in self._los or any(_staat_in(kolom, waarde) for kolom in self._kolommen)

    def heeft_een(self, hashes: Hashes) -> bool:
        if self._los and not self._los.isdisjoint(hashes.tolist()):
            return True
        for kolom in self._kolommen:
            plekken = np.minimum(kolom.searchsorted(hashes), len(kolom) - 1)
            if (kolom[plekken] == hashes).any():
                return True
        return False

    def zet_een(self, waarde: int) -> None:
        self._los.add(waarde)
        if len(self._los) >= LOS:
            self.zet(np.sort(np.fromiter(self._los, np.int64, len(self._los))))
            self._los = set()

    def zet(self, gesorteerd: Hashes) -> None:
        kolommen = self._kolommen
        kolommen.append(gesorteerd)
        while len(kolommen) > 1 and len(kolommen[-2]) <= 2 * len(kolommen[-1]):
            samen = np.concatenate((kolommen.pop(), kolommen.pop()))
            samen.sort(kind="stable")
            kolommen.append(samen)


def _staat_in(kolom: Hashes, waarde: int) -> bool:
    plek = int(kolom.searchsorted(waarde))
    return plek < len(kolom) and int(kolom[plek]) == waarde
