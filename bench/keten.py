"""How long the rules across messages take over a province: per rule, on tables of a million lines.

    .venv/bin/python -m bench.keten [--regels 1000000] [--uit FILE]

The world is simple and mostly in order: what is measured is joining and sorting, not finding. The
seconds are processor time of all threads together.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from paraplu.monitor.keten.regel import ketenregels
from paraplu.monitor.keten.toetsing import Toetsing, register_opslag
from paraplu.monitor.keten.vragen import maak_vragen
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS

ALTIJD = date(9999, 12, 31)
#: Declared lines in one 323, and the months in which an allocation is declared.
PER_DECLARATIE, MAANDEN = 200, 12
GEMEENTEN, AANBIEDERS = 51, 100

#: Allocation `n`: its gemeente, provider and child; every 16th has a second version.
_TOEWIJZINGEN = """
    SELECT n, printf('%04d', 200 + n % {gemeenten}) gemeente,
           printf('6%07d', n // {gemeenten} % {aanbieders}) aanbieder,
           'kind' || (n // 2) kind
    FROM range({toewijzingen}) t(n)
"""
_REGELS = {
    "toewijzing": """
        SELECT 'T' || n || '-' || v bericht, 1 volgnummer, 2 regel, gemeente, aanbieder, kind,
               n toewijzing_nummer, '45' productcategorie, '45A48' productcode,
               DATE '2022-12-01' + INTERVAL (v * 200) DAY toewijzingsdatum, '09:00:00' toewijzingstijd,
               DATE '2023-01-01' ingangsdatum, CASE v WHEN 0 THEN NULL ELSE DATE '2023-12-31' END einddatum,
               CASE v WHEN 0 THEN NULL ELSE '02' END reden_wijziging,
               4 volume, '82' eenheid, '4' frequentie
        FROM toewijzingen, range(2) v(v) WHERE v = 0 OR n % 16 = 0""",
    "start": """
        SELECT 'S' || n bericht, 1 volgnummer, 2 regel, gemeente, aanbieder, kind, n toewijzing_nummer,
               '45' productcategorie, '45A48' productcode, DATE '2023-01-01' begindatum, '1' status_aanlevering
        FROM toewijzingen""",
    "stop": """
        SELECT 'E' || n bericht, 1 volgnummer, 2 regel, gemeente, aanbieder, kind, n toewijzing_nummer,
               '45' productcategorie, '45A48' productcode, DATE '2023-01-01' begindatum,
               DATE '2023-12-31' einddatum, '19' reden_beeindiging, '1' status_aanlevering
        FROM toewijzingen WHERE n % 2 = 0""",
    "verzoek": """
        SELECT 'V' || n bericht, 1 volgnummer, 2 regel, gemeente, aanbieder, kind, 'nieuw' soort,
               '45' productcategorie, '45A48' productcode, 'R' || n referentie_aanbieder
        FROM toewijzingen WHERE n % 2 = 0""",
    "declaratie": """
        SELECT 'D' || gemeente || aanbieder || m bericht,
               row_number() OVER (PARTITION BY gemeente, aanbieder, m ORDER BY n) volgnummer, 2 regel,
               gemeente, aanbieder, kind, n toewijzing_nummer, '45' productcategorie, '45A48' productcode,
               'D' || gemeente || m declaratie_nummer, 'P' || n || '-' || m referentie,
               DATE '2023-01-01' + INTERVAL (m) MONTH begindatum,
               last_day(DATE '2023-01-01' + INTERVAL (m) MONTH) einddatum,
               2 volume, '82' eenheid, 5000 tarief, 10000 bedrag, false credit
        FROM toewijzingen, range({maanden}) t(m)""",
}
_DAG = {
    "T": "DATE '2022-12-01'",
    "S": "DATE '2023-01-03'",
    "E": "DATE '2024-01-03'",
    "V": "DATE '2022-11-20'",
}
_SOORT = {"T": "JW301", "S": "JW305", "E": "JW307", "V": "JW315"}


def maak_wereld(map_: Path, *, regels: int) -> Opslag:
    """Tables on disk with about so many lines."""
    con = duckdb.connect()
    toewijzingen = max(1, int(regels / (MAANDEN + 3)))
    maten = {"gemeenten": GEMEENTEN, "aanbieders": AANBIEDERS, "maanden": MAANDEN}
    con.execute(
        f"CREATE TABLE toewijzingen AS {_TOEWIJZINGEN.format(toewijzingen=toewijzingen, **maten)}"
    )
    tabellen = {
        naam: con.sql(sql.format(**maten)).to_arrow_table() for naam, sql in _REGELS.items()
    }
    tabellen["bericht"] = _berichten(con, tabellen)
    con.register("alle", tabellen["bericht"])
    tabellen["aanlevering"] = con.sql(
        "SELECT 'levering' levering, dagtekening dag, bericht FROM alle"
    ).to_arrow_table()
    opslag = Opslag(map_)
    opslag.maak()
    opslag.voeg_toe({naam: _vol(naam, tabel) for naam, tabel in tabellen.items()})
    return opslag


def _berichten(con: duckdb.DuckDBPyConnection, tabellen: dict[str, pa.Table]) -> pa.Table:
    """The messages of the lines; each 323 is granted by a 325."""
    delen = []
    for naam, letter in (("toewijzing", "T"), ("start", "S"), ("stop", "E"), ("verzoek", "V")):
        con.register(f"r_{naam}", tabellen[naam])
        later = "CASE WHEN bericht LIKE '%-1' THEN 200 ELSE 0 END"
        delen.append(
            f"SELECT bericht, '{_SOORT[letter]}' soort, gemeente, aanbieder, CAST({_DAG[letter]} +"
            f" INTERVAL ({later}) DAY AS DATE) dagtekening, NULL declaratie_nummer,"
            f" NULL::DATE periode_begin, NULL::DATE periode_einde, NULL retour FROM r_{naam}"
        )
    con.register("r_declaratie", tabellen["declaratie"])
    kop = "any_value(gemeente) gemeente, any_value(aanbieder) aanbieder"
    periode = "max(begindatum)::DATE periode_begin, max(einddatum)::DATE periode_einde"
    delen.append(
        f"SELECT bericht, 'JW323' soort, {kop}, (max(einddatum) + INTERVAL 3 DAY)::DATE dagtekening,"
        f" max(declaratie_nummer) declaratie_nummer, {periode}, NULL FROM r_declaratie GROUP BY bericht"
    )
    delen.append(
        f"SELECT 'A' || bericht, 'JW325', {kop}, (max(einddatum) + INTERVAL 9 DAY)::DATE,"
        " max(declaratie_nummer), NULL, NULL, bericht FROM r_declaratie GROUP BY bericht"
    )
    return con.sql(
        "SELECT *, bericht sleutel, bericht identificatie, '3.2' AS release, retour identificatie_retour,"
        " CASE soort WHEN 'JW325' THEN (dagtekening - INTERVAL 6 DAY)::DATE END dagtekening_retour,"
        " aanbieder afzender, CASE soort WHEN 'JW325' THEN '0200' END retourcodes,"
        f" CASE soort WHEN 'JW325' THEN '8001' END retourcodes_klasse FROM ({' UNION ALL '.join(delen)})"
    ).to_arrow_table()


def _vol(naam: str, tabel: pa.Table) -> pa.Table:
    """With every column of the monitor's table, empty where this world has none."""
    schema = SCHEMAS[naam]
    kolommen = [
        pa.repeat(pa.scalar("batch"), tabel.num_rows)
        if veld.name == "batch"
        else tabel[veld.name].cast(veld.type)
        if veld.name in tabel.column_names
        else pa.nulls(tabel.num_rows, veld.type)
        for veld in schema
    ]
    return pa.Table.from_arrays(kolommen, schema=schema)


def meet(opslag: Opslag) -> list[tuple[str, float, int]]:
    """(what, processor seconds, findings): the compiling, the shared tables, and each rule."""
    uit: list[tuple[str, float, int]] = []
    begin = time.process_time()
    maak_vragen()
    uit.append(("vertalen (één keer; daarna bewaard)", time.process_time() - begin, 0))
    begin = time.process_time()
    con = duckdb.connect()
    register_opslag(con, opslag, tarieven=None)
    toetsing = Toetsing(con, op=ALTIJD)
    uit.append(("bronnen en berichten", time.process_time() - begin, 0))
    for tabel in maak_vragen().tabellen:
        begin = time.process_time()
        toetsing.zorg_voor([tabel])
        uit.append((f"tabel {tabel}", time.process_time() - begin, 0))
    for code in ketenregels():
        begin = time.process_time()
        aantal = toetsing.bevindingen([code]).num_rows
        uit.append((code, time.process_time() - begin, aantal))
    return uit


def main() -> None:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regels", type=int, default=1_000_000)
    parser.add_argument("--uit", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        opslag = maak_wereld(Path(map_), regels=args.regels)
        metingen = meet(opslag)
    totaal = sum(seconden for wat, seconden, _ in metingen[1:])
    tekst = "\n".join(f"{wat:32} {s:8.3f} s {aantal:9}" for wat, s, aantal in metingen)
    tekst += f"\n{'samen, zonder vertalen':32} {totaal:8.3f} s"
    print(tekst)
    if args.uit:
        args.uit.write_text(tekst + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
