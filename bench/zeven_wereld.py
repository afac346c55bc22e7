"""A made-up province times twenty: derived tables of any size, straight into Parquet."""

from __future__ import annotations

from pathlib import Path

import ibis
import pyarrow as pa

from paraplu.monitor import referentie
from paraplu.monitor.bladen import SOORTEN
from paraplu.monitor.trajecten import KOLOMMEN, maatregelen

PER_KIND = 3

TRAJECT = """
CREATE TABLE traject AS
WITH nummers AS (
  SELECT i, i % {kinderen} AS kind_nr, i // {kinderen} AS j,
         CAST(hash(i) % 1000000 AS integer) AS h,
         CAST(hash(i * 7 + 1) % 1000000 AS integer) AS h2
  FROM range({trajecten}) t(i)
), soorten AS (
  SELECT *, j = 0 AND kind_nr % 10 < 3 AS maatregel,
         date '2019-01-01' + CAST(CAST(hash(kind_nr) % 1600 AS integer) + j * (h % 400) AS integer) AS begindatum
  FROM nummers
), einden AS (
  SELECT *, begindatum + CAST(20 + h2 % 700 AS integer) AS eind,
         CASE WHEN maatregel THEN ['48A01', '48A02', '48A03', '47A00'][h % 4 + 1]
              ELSE ['45A04', '43A03', '46A00', '43A05', '43A02'][h % 5 + 1] END AS productcode
  FROM soorten
)
SELECT
  'T|' || g.gemeente || '|' || i AS sleutel,
  begindatum,
  CASE WHEN eind < date '2024-01-01' THEN eind END AS einddatum,
  h % 50 = 0 AND eind < date '2024-01-01' AS tijdelijk,
  '19' AS reden_beeindiging,
  'k' || lpad(CAST(kind_nr AS varchar), 11, '0') AS kind,
  g.gemeente,
  CASE WHEN maatregel THEN '6000000' || (h2 % 4) ELSE '70000' || (100 + h2 % 300) END AS aanbieder,
  productcode[:2] AS productcategorie,
  productcode,
  CASE productcode WHEN '48A01' THEN 'ots jaar 1' WHEN '48A02' THEN 'ots jaar 2 en verder'
    WHEN '48A03' THEN 'voogdij' WHEN '47A00' THEN 'jr toezicht en begeleiding'
    ELSE 'geen maatregel' END AS soort_maatregel,
  CASE WHEN NOT maatregel THEN NULL WHEN productcode = '48A03' THEN 'voogdij'
    WHEN productcode = '47A00' THEN 'JR' ELSE 'OTS' END AS groep,
  CASE productcode WHEN '45A04' THEN 1 WHEN '43A03' THEN 3 WHEN '46A00' THEN 4
    WHEN '43A05' THEN 6 WHEN '43A02' THEN 2 END::bigint AS tussentaal,
  maatregel AS is_maatregel,
  NOT maatregel AS is_jeugdhulp,
  true AS heeft_toewijzing,
  begindatum AS ingangsdatum,
  NULL::date AS toewijzing_einddatum,
  begindatum - CAST(h % 60 AS integer) + 5 AS eerste_toewijzingsdatum,
  h2 % 20 > 0 AS gestart, h, i
FROM einden JOIN gebied g ON g.nr = kind_nr % (SELECT count(*) FROM gebied)
"""
ZORGPERIODEN = "SELECT {kolommen} FROM traject WHERE gestart ORDER BY i"
TOEWIJZINGEN = """
SELECT {kolommen} FROM (
  SELECT * EXCLUDE einddatum, NULL::integer AS geboortejaar, NULL::varchar AS referentie_aanbieder,
    NULL::varchar AS verwijzer_type, eerste_toewijzingsdatum AS toewijzingsdatum,
    NULL::date AS einddatum, NULL::bigint AS volume, NULL::varchar AS eenheid,
    NULL::varchar AS frequentie, NULL::bigint AS budget, 1::bigint AS versies FROM traject
) ORDER BY i
"""
REGELS = """
SELECT {kolommen} FROM (
  SELECT t.*  EXCLUDE (begindatum, einddatum),
    'b' || (n % 200000) AS bericht, n AS volgnummer, 'JW323' AS berichtsoort,
    'D' || (n % 200000) AS declaratie_nummer, 'r' || n AS referentie,
    CAST(date_trunc('month', t.begindatum) + to_months(CAST(n // {trajecten} AS integer)) AS date) AS begindatum,
    last_day(CAST(date_trunc('month', t.begindatum) + to_months(CAST(n // {trajecten} AS integer)) AS date)) AS einddatum,
    1::bigint AS volume, '46' AS eenheid, 10000::bigint AS tarief,
    CAST(10000 + hash(n) % 90000 AS bigint) * CASE WHEN hash(n) % 100 = 7 THEN -1 ELSE 1 END AS bedrag,
    CASE WHEN hash(n) % 100 < 92 THEN 'toegekend' WHEN hash(n) % 100 < 97 THEN 'afgewezen'
      ELSE 'nog niet beantwoord' END AS oordeel,
    CASE WHEN hash(n) % 100 < 92 THEN bedrag ELSE 0 END AS toegekend,
    hash(n) % 100 = 7 AS credit, n
  FROM range({regels}) r(n) JOIN traject t ON t.i = n % {trajecten}
) ORDER BY n
"""


def maak(doel: Path, *, regels: int) -> None:
    """Tables with `regels` declaration lines, three allocations to ten lines, in folder `doel`."""
    doel.mkdir(parents=True, exist_ok=True)
    con = ibis.duckdb.connect(temp_directory=str(doel), memory_limit="4GB")
    gebieden = referentie.gebieden_tabel()
    _schrijf(con, doel, "gebieden", con.create_table("gebieden", gebieden))
    codes = [*gebieden["gemeente"].to_pylist(), "0014", "0944", "0339"]
    con.create_table("gebied", pa.table({"gemeente": codes, "nr": list(range(len(codes)))}))
    kinderen = regels // 10
    maten = {"kinderen": kinderen, "trajecten": kinderen * PER_KIND, "regels": regels}
    con.raw_sql(TRAJECT.format(**maten))
    for naam, query in (
        ("zorgperioden", ZORGPERIODEN),
        ("toewijzingen", TOEWIJZINGEN),
        ("declaratieregels", REGELS),
    ):
        kolommen = ", ".join(KOLOMMEN[naam])
        con.raw_sql(
            f"COPY ({query.format(kolommen=kolommen, **maten)}) TO '{doel / naam}.parquet' (FORMAT parquet)"
        )
    _maatregelen(con, doel)
    leeg = pa.schema([(kolom, pa.string()) for kolom in KOLOMMEN["berichten"]]).empty_table()
    _schrijf(con, doel, "berichten", con.create_table("berichten", leeg))
    bladen = {
        "rangen": referentie.rangen_tabel(),
        "organisaties": SOORTEN["organisaties"].schema.empty_table(),
    }
    for naam in ("tarieven", "budgetplafonds"):
        bladen[naam] = SOORTEN[naam].schema.empty_table()
    bladen |= {
        "producten": referentie.PRODUCTEN.empty_table(),
        "tussentaal": referentie.TUSSENTAAL.empty_table(),
    }
    for naam, tabel in bladen.items():
        _schrijf(con, doel, naam, con.create_table(naam, tabel))
    con.disconnect()


def _maatregelen(con: ibis.BaseBackend, doel: Path) -> None:
    perioden = con.read_parquet(doel / "zorgperioden.parquet")
    alle = con.read_parquet(doel / "toewijzingen.parquet")
    delen = _schrijf(con, doel, "maatregeldelen", maatregelen.maatregeldelen(perioden, alle))
    standen = _schrijf(con, doel, "maatregelstanden", maatregelen.maatregelstanden(delen))
    geheel = maatregelen.maatregelen(delen, standen, perioden, alle)
    _schrijf(con, doel, "maatregelen", geheel)


def _schrijf(con: ibis.BaseBackend, doel: Path, naam: str, tabel: ibis.Table) -> ibis.Table:
    con.to_parquet(tabel, doel / f"{naam}.parquet")
    return con.read_parquet(doel / f"{naam}.parquet")
