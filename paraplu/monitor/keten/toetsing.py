"""Runs the rules over the monitor's tables in one DuckDB connection."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from paraplu.monitor.keten.regel import ketenregels, zoek_regel
from paraplu.monitor.keten.vragen import BRONNEN, bronnaam, maak_vragen
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.vraagboek import zoek_vragen

#: The columns of a finding; no child, no product, nothing personal.
KOLOMMEN: Final = pa.schema(
    [
        ("bericht", pa.string()),
        ("volgnummer", pa.int32()),
        ("regel", pa.int64()),
        ("code", pa.string()),
        ("soort", pa.string()),
        ("klasse", pa.string()),
        ("gemeente", pa.string()),
        ("aanbieder", pa.string()),
        ("afzender", pa.string()),
    ]
)
_UITKOMST: Final = """
    SELECT g.bericht, g.volgnummer, g.regel, g.code, c.soort, k.klasse,
           c.gemeente, c.aanbieder, c.afzender
    FROM gevonden g
    JOIN contenten c ON c.bericht = g.bericht
    LEFT JOIN klassen k ON k.code = g.code AND k.soort = c.soort
    ORDER BY c.dagtekening, g.bericht, g.volgnummer, g.code
"""


class Toetsing:
    """The tables that the rules read, made in `con` from the sources registered in it.

    `op`: only what was known on that day counts. `opnieuw`: messages that are judged as if no answer
    to them were known. `plek`: where the queries are kept from process to process.
    """

    def __init__(
        self,
        con: duckdb.DuckDBPyConnection,
        *,
        op: date,
        opnieuw: Collection[str] = (),
        plek: Path | None = None,
    ) -> None:
        self.con = con
        self.vragen = zoek_vragen("keten", maak_vragen, plek=plek)
        con.register(bronnaam("peildag"), pa.table({"dag": [op]}, schema=BRONNEN["peildag"]))
        gevraagd = pa.table({"bericht": list(opnieuw)}, schema=BRONNEN["opnieuw"])
        con.register(bronnaam("opnieuw"), gevraagd)
        self.gemaakt: set[str] = set()
        self.zorg_voor(["contenten"])

    def zorg_voor(self, namen: Iterable[str]) -> None:
        """Make these tables, and first those that they are made of, once."""
        for naam in namen:
            if naam not in self.gemaakt:
                query = self.vragen.tabellen[naam]
                self.zorg_voor(self._gelezen_in(query))
                self.con.execute(f'CREATE TABLE "{naam}" AS {query}')
                self.gemaakt.add(naam)

    def bevindingen(self, codes: Iterable[str] | None = None) -> pa.Table:
        """What breaks these rules (None: all of them). Raises OnbekendeRegel."""
        gekozen = [zoek_regel(code) for code in (ketenregels() if codes is None else codes)]
        self.con.execute(
            "CREATE OR REPLACE TABLE gevonden"
            " (code VARCHAR, bericht VARCHAR, volgnummer INTEGER, regel BIGINT)"
        )
        for regel in gekozen:
            query = self.vragen.vragen[regel.code]
            self.zorg_voor(self._gelezen_in(query))
            self.con.execute(f"INSERT INTO gevonden SELECT '{regel.code}', q.* FROM ({query}) q")  # noqa: S608  our own codes and queries
        klassen = [
            {"code": regel.code, "soort": soort, "klasse": klasse}
            for regel in gekozen
            for soort, klasse in regel.klassen.items()
        ]
        tekst = pa.schema([(naam, pa.string()) for naam in ("code", "soort", "klasse")])
        self.con.register("klassen", pa.Table.from_pylist(klassen, tekst))
        uitkomst: pa.Table = self.con.execute(_UITKOMST).to_arrow_table()
        return uitkomst.cast(KOLOMMEN)

    def _gelezen_in(self, query: str) -> list[str]:
        """The tables of `Beeld` that a query reads."""
        return [naam for naam in self.vragen.tabellen if f'"{naam}"' in query]

    def dagen(self) -> dict[str, date]:
        """The day on which each message became known."""
        rijen = self.con.execute("SELECT bericht, bekend_op FROM contenten").fetchall()
        return dict(rijen)


def register_tabellen(con: duckdb.DuckDBPyConnection, tabellen: Mapping[str, pa.Table]) -> None:
    """Give `con` the sources from memory; what is not given is empty."""
    for naam, schema in BRONNEN.items():
        if naam not in ("peildag", "opnieuw"):
            con.register(bronnaam(naam), tabellen.get(naam, schema.empty_table()))


def register_opslag(
    con: duckdb.DuckDBPyConnection, opslag: Opslag, *, tarieven: pa.Table | None
) -> None:
    """Give `con` the sources on disk: the newest version of each table, read when asked."""
    register_tabellen(con, {} if tarieven is None else {"tarieven": tarieven})
    for naam, schema in BRONNEN.items():
        bestanden = opslag.bestanden(naam) if naam in SCHEMAS else []
        if bestanden:
            con.unregister(bronnaam(naam))
            con.register(f"leeg_{naam}", schema.empty_table())
            con.read_parquet(bestanden, union_by_name=True).create_view(f"gelezen_{naam}")
            # BY NAME: files that are older than a column have it empty.
            con.execute(
                f'CREATE VIEW "{bronnaam(naam)}" AS SELECT * FROM leeg_{naam}'  # noqa: S608  names of our own
                f" UNION ALL BY NAME SELECT * FROM gelezen_{naam}"
            )
