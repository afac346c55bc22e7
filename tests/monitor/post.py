"""Puts messages in the monitor's tables and derives what the monitor makes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from paraplu.afspraken import tussentaal
from paraplu.monitor import referentie
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.trajecten import afleiden

GEMEENTE, GI, AANBIEDER = "0200", "60000001", "70000001"
ALTIJD = date(9999, 12, 31)
_QUERY: dict[tuple[str, date], str] = {}


class Post:
    """Messages with their lines. What a test does not say has a value that does not matter."""

    def __init__(self) -> None:
        self.tabellen: dict[str, list[dict[str, Any]]] = {naam: [] for naam in SCHEMAS}
        self.gemeente = GEMEENTE

    def verhuis(self, gemeente: str) -> None:
        """From here on messages are of another gemeente."""
        self.gemeente = gemeente

    def bewaar(self, opslag: Opslag) -> None:
        """Write everything to the tables on disk."""
        opslag.voeg_toe(
            {
                naam: pa.Table.from_pylist(rijen, schema=SCHEMAS[naam])
                for naam, rijen in self.tabellen.items()
            }
        )

    def bericht(self, soort: str, *, op: date = date(2023, 1, 1), **velden: Any) -> dict[str, Any]:
        """A message that was delivered on `op`."""
        nummer = f"b{len(self.tabellen['bericht']) + 1:03d}"
        rij = {
            "batch": "batch",
            "bericht": nummer,
            "sleutel": nummer,
            "soort": soort,
            "release": "3.2",
            "gemeente": self.gemeente,
            "aanbieder": GI,
            "identificatie": nummer,
            "dagtekening": date(2023, 1, 1),
            **velden,
        }
        self.tabellen["bericht"].append(rij)
        self.lever(rij, op=op)
        return rij

    def lever(self, bericht: dict[str, Any], *, op: date) -> None:
        """Deliver a message (once more)."""
        rij = {"batch": "batch", "levering": f"{op}", "dag": op, "bericht": bericht["bericht"]}
        self.tabellen["aanlevering"].append(rij)

    def regel(self, tabel: str, bericht: dict[str, Any], **velden: Any) -> None:
        """A line of a message."""
        van_bericht = {k: bericht[k] for k in ("batch", "bericht", "gemeente", "aanbieder")}
        nummer = len(self.tabellen[tabel]) + 1
        self.tabellen[tabel].append(
            {**van_bericht, "volgnummer": nummer, "regel": nummer, "kind": "kind", **velden}
        )

    def toewijzing(self, nummer: int = 1, **velden: Any) -> dict[str, Any]:
        """A 301 with one allocation of an OTS; returns the message."""
        kop = {k: velden.pop(k) for k in ("op", "dagtekening", "release") if k in velden}
        bericht = self.bericht("JW301", **kop)
        standaard = {
            "toewijzing_nummer": nummer,
            "productcategorie": "48",
            "productcode": "48A01",
            "toewijzingsdatum": date(2023, 1, 1),
            "toewijzingstijd": "09:00:00",
            "ingangsdatum": date(2023, 1, 1),
        }
        self.regel("toewijzing", bericht, **{**standaard, **velden})
        return bericht

    def start(self, nummer: int | None = 1, **velden: Any) -> dict[str, Any]:
        """A 305 with one start; returns the message."""
        return self._zorg("JW305", "start", nummer, velden)

    def stop(self, nummer: int | None = 1, **velden: Any) -> dict[str, Any]:
        """A 307 with one stop; returns the message."""
        einde = {"einddatum": date(2023, 6, 1), "reden_beeindiging": "19"}
        return self._zorg("JW307", "stop", nummer, {**einde, **velden})

    def _zorg(
        self, soort: str, tabel: str, nummer: int | None, velden: dict[str, Any]
    ) -> dict[str, Any]:
        kop = {k: velden.pop(k) for k in ("op", "dagtekening", "release") if k in velden}
        bericht = self.bericht(soort, **kop)
        standaard = {
            "toewijzing_nummer": nummer,
            "productcategorie": "48",
            "productcode": "48A01",
            "begindatum": date(2023, 1, 1),
            "status_aanlevering": "1",
        }
        self.regel(tabel, bericht, **{**standaard, **velden})
        return bericht

    def antwoord(self, op_bericht: dict[str, Any], **velden: Any) -> dict[str, Any]:
        """The answer (302, 306 …) to a message; `regel` gives codes to its one line."""
        soort = f"JW{int(op_bericht['soort'][2:]) + 1}"
        kop = {k: op_bericht[k] for k in ("gemeente", "aanbieder", "identificatie", "dagtekening")}
        return self.bericht(soort, **{**kop, **velden})

    def derive(self, *, op: date = ALTIJD) -> dict[str, list[dict[str, Any]]]:
        """The rows of every derived table as known on `op`."""
        con = ibis.duckdb.connect()
        bron = {
            naam: con.create_table(
                f"bron_{naam}", pa.Table.from_pylist(rijen, schema=SCHEMAS[naam])
            )
            for naam, rijen in self.tabellen.items()
        }

        def bewaar(naam: str, tabel: Table) -> Table:
            if (naam, op) not in _QUERY:
                _QUERY[naam, op] = con.compile(tabel)
            con.raw_sql(f'CREATE TABLE "{naam}" AS {_QUERY[naam, op]}')
            return con.table(naam)

        def bladen(_producten: Table) -> dict[str, Table]:
            voorkomend = {
                (rij.get("productcategorie") or "", rij.get("productcode") or "")
                for tabel in ("toewijzing", "start", "declaratie")
                for rij in self.tabellen[tabel]
            }
            soorten = referentie.producten_tabel(voorkomend)
            plaatsen = referentie.tussentaal_tabel(voorkomend, tussentaal.regels())
            return {
                "producten": con.create_table("producten", soorten),
                "tussentaal": con.create_table("tussentaal", plaatsen),
            }

        klaar = afleiden(bron, bladen, op=op, bewaar=bewaar)
        return {naam: con.to_pyarrow(tabel).to_pylist() for naam, tabel in klaar.items()}
