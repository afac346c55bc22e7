"""What is put in the tables together, in the order that keeps half a batch invisible.

Lines come first, then findings, then the rows in `bericht` that make the lines count, then
`aanlevering`, and `bestand` when all of a file has been taken. Killed in between, the next intake
takes anew what did not get that far (contract of the tables: paraplu/monitor/tabellen.py).
"""

from __future__ import annotations

import secrets
from typing import Any

import numpy as np
import pyarrow as pa

from paraplu.berichten.stroom import Deel
from paraplu.inname.bekend import BekendeBerichten, delivered_messages
from paraplu.inname.levering import Bewaard, Levering
from paraplu.inname.pseudoniem import Pseudoniemen
from paraplu.inname.wachtkamer import DREMPEL, Wachtkamer, put_together, without_persons
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import REGELTABELLEN, SCHEMAS

#: Messages in one batch. Small ones are a few kilobytes each while they wait.
HOOGSTENS_BERICHTEN = 4_000
#: Findings in one batch.
HOOGSTENS_BEVINDINGEN = 50_000

Rij = dict[str, Any]


class Batch:
    """Collects rows of one delivery and writes them; `nummer` changes after every whole file."""

    def __init__(self, levering: Levering, opslag: Opslag, pseudoniemen: Pseudoniemen) -> None:
        self.levering = levering
        self.opslag = opslag
        self.pseudoniemen = pseudoniemen
        self.bekend = BekendeBerichten(opslag)
        self._aangeleverd = delivered_messages(opslag, levering.levering)
        self._begin()

    def add_message(self, bestand: str, rij: Rij, regels: Wachtkamer) -> bool:
        """Take one message with its lines; only its delivery when it was known. Says if it was."""
        bericht = rij["bericht"]
        bekend = bericht in self.bekend
        if not bekend:
            self._add_lines(rij, regels)
            self._rijen["bericht"].append(rij)
            self.bekend.add(bericht)
        if (bestand, bericht) not in self._aangeleverd:
            self._aangeleverd.add((bestand, bericht))
            self._rijen["aanlevering"].append(
                {"dag": self.levering.dag, "bestand": bestand, "bericht": bericht}
            )
        if self._is_full():
            self._write()
        return bekend

    def add_finding(self, rij: Rij) -> None:
        """Note one finding of this delivery."""
        self._rijen["bevinding"].append(rij)

    def end_file(self, bewaard: Bewaard, *, berichten: int, geweigerd: int) -> None:
        """All of a file has been added."""
        self._rijen["bestand"].append(
            {
                "bestand": bewaard.bestand,
                "naam": bewaard.naam,
                "bytes": bewaard.bytes,
                "berichten": berichten,
                "berichten_geweigerd": geweigerd,
            }
        )
        if self._is_full() or self._halfway:
            self.close()

    def close(self) -> None:
        """Write what is left, and the files that are complete; begin a new batch."""
        self._write()
        self._append("bestand")
        self._begin()

    def finish_delivery(self) -> None:
        """Everything of the delivery is in the tables: say so."""
        self.close()
        rij = {
            "levering": self.levering.levering,
            "dag": self.levering.dag,
            "brenger": self.pseudoniemen.masker(self.levering.brenger),
            "bestanden": len(self.levering.bestanden),
        }
        self.opslag.voeg_toe({"levering": pa.Table.from_pylist([rij], SCHEMAS["levering"])})

    def _begin(self) -> None:
        self.nummer = secrets.token_urlsafe(9)
        self._halfway = False
        self._rijen: dict[str, list[Rij]] = {
            tabel: [] for tabel in ("bevinding", "bericht", "aanlevering", "bestand")
        }
        self._delen: dict[str, list[tuple[Deel, Rij]]] = {}
        self._regels = 0

    def _is_full(self) -> bool:
        return (
            self._regels >= DREMPEL
            or len(self._rijen["aanlevering"]) >= HOOGSTENS_BERICHTEN
            or len(self._rijen["bevinding"]) >= HOOGSTENS_BEVINDINGEN
        )

    def _add_lines(self, rij: Rij, regels: Wachtkamer) -> None:
        weinig = regels.small()
        if weinig is None:
            for tabel, blad in regels.large():
                self._append_lines(tabel, blad, [(blad.num_rows, rij)])
            self._halfway = True
            return
        for tabel, delen in weinig.items():
            self._delen.setdefault(tabel, []).extend((deel, rij) for deel in delen)
            self._regels += sum(deel.aantal for deel in delen)

    def _write(self) -> None:
        for tabel in REGELTABELLEN:
            if delen := self._delen.pop(tabel, None):
                regels = put_together(tabel, [deel for deel, _ in delen])
                koppen = [(deel.aantal, rij) for deel, rij in delen]
                self._append_lines(tabel, without_persons(regels, self.pseudoniemen), koppen)
        self._regels = 0
        for tabel in ("bevinding", "bericht", "aanlevering"):
            self._append(tabel)

    def _append(self, tabel: str) -> None:
        """Write the waiting rows of `tabel`, with this batch and delivery in them."""
        rijen = self._rijen[tabel]
        if not rijen:
            return
        vast = {"batch": self.nummer, "levering": self.levering.levering}
        inhoud = pa.Table.from_pylist([rij | vast for rij in rijen], SCHEMAS[tabel])
        self.opslag.voeg_toe({tabel: self.pseudoniemen.masker_tabel(inhoud)})
        self._rijen[tabel] = []
        self._halfway = True

    def _append_lines(self, tabel: str, regels: pa.Table, koppen: list[tuple[int, Rij]]) -> None:
        """Write lines; `koppen` says of how many lines in a row each message is the owner."""
        plek = np.repeat(np.arange(len(koppen)), [aantal for aantal, _ in koppen])
        regels = regels.append_column("batch", pa.repeat(pa.scalar(self.nummer), len(regels)))
        for naam in ("bericht", "gemeente", "aanbieder"):
            waarden = pa.array([rij[naam] for _, rij in koppen], pa.string())
            regels = regels.append_column(naam, waarden.take(pa.array(plek)))
        schema = SCHEMAS[tabel]
        self.opslag.voeg_toe({tabel: regels.select(schema.names).cast(schema)})
