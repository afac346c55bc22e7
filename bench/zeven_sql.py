"""The same figures in DuckDB SQL as one would write it by hand: per gemeente, of one year."""

from __future__ import annotations

BEGIN, EINDE = "DATE '2023-01-01'", "DATE '2023-12-31'"
OPEN = "DATE '9999-12-31'"
NA = "DATE '2017-01-01'"


def plek(kolom: str = "gemeente") -> str:
    return f"CASE WHEN {kolom} IN (SELECT gemeente FROM gebieden) THEN {kolom} ELSE 'buiten' END"


V1 = f"""
WITH regels AS (
  SELECT {plek()} AS plek, sleutel, toegekend, oordeel, ingangsdatum, is_maatregel, productcategorie
  FROM declaratieregels
  WHERE begindatum BETWEEN {BEGIN} AND {EINDE} AND productcategorie IN ('47', '48', '49')
), saldo AS (SELECT sleutel, sum(toegekend) AS saldo FROM regels GROUP BY sleutel)
SELECT plek, count(DISTINCT sleutel) FROM regels JOIN saldo USING (sleutel)
WHERE oordeel = 'toegekend' AND ingangsdatum > {NA} AND is_maatregel AND saldo > 0
  AND productcategorie <> '49'
GROUP BY plek
"""

V2A = f"""
SELECT {plek("begin_gemeente")} AS plek, count(*) FROM maatregelen
WHERE variant = 'aaneengesloten' AND is_maatregel AND ingangsdatum > {NA}
  AND begindatum BETWEEN {BEGIN} AND {EINDE} GROUP BY 1
"""
V2B = f"""
SELECT {plek("eind_gemeente")} AS plek, count(*) FROM maatregelen
WHERE variant = 'aaneengesloten' AND is_maatregel AND ingangsdatum > {NA}
  AND begindatum IS NOT NULL AND einddatum BETWEEN {BEGIN} AND {EINDE} GROUP BY 1
"""
LOPEND = f"""
SELECT s.gemeente, m.begindatum, m.einddatum FROM maatregelen m
JOIN maatregelstanden s USING (variant, maatregel)
WHERE variant = 'aaneengesloten' AND m.is_maatregel AND m.ingangsdatum > {NA}
  AND s.vanaf <= {EINDE} AND (s.tot IS NULL OR s.tot > {EINDE})
"""
V2C = f"SELECT {plek()} AS plek, count(*) FROM ({LOPEND}) GROUP BY 1"

V3 = f"""
WITH duren AS (
  SELECT gemeente, {EINDE} - begindatum AS dagen FROM ({LOPEND})
  UNION ALL
  SELECT eind_gemeente, einddatum - begindatum FROM maatregelen
  WHERE variant = 'aaneengesloten' AND is_maatregel AND ingangsdatum > {NA}
    AND einddatum BETWEEN {BEGIN} AND {EINDE}
)
SELECT {plek()} AS plek, median(dagen) FROM duren GROUP BY 1
"""


def samenloop(extra: str = "") -> str:
    return f"""
WITH m AS (
  SELECT kind, gemeente, begindatum,
    coalesce(CASE WHEN NOT tijdelijk THEN einddatum END, toewijzing_einddatum, {OPEN}) AS einde
  FROM zorgperioden
  WHERE is_maatregel AND begindatum <= {EINDE} AND kind IN (
    SELECT kind FROM declaratieregels
    WHERE oordeel = 'toegekend' AND productcategorie IN ('47', '48'))
), lopend AS (SELECT * FROM m WHERE einde >= {BEGIN}), h AS (
  SELECT kind, begindatum AS b, coalesce(einddatum, toewijzing_einddatum, {OPEN}) AS e
  FROM zorgperioden
  WHERE is_jeugdhulp {extra} AND begindatum <= {EINDE}
    AND sleutel IN (SELECT sleutel FROM declaratieregels WHERE oordeel = 'toegekend')
), samen AS (
  SELECT DISTINCT l.kind, l.gemeente FROM lopend l JOIN h USING (kind)
  WHERE greatest(l.begindatum, b, {BEGIN}) <= least(einde, e, {EINDE})
)
SELECT {plek("l.gemeente")} AS plek, count(DISTINCT s.kind) / count(DISTINCT l.kind)
FROM lopend l LEFT JOIN samen s ON l.kind = s.kind AND l.gemeente = s.gemeente GROUP BY 1
"""


V4 = samenloop()
V5 = samenloop("AND tussentaal = 4")

V6 = f"""
WITH hulp AS (
  SELECT sleutel, kind, gemeente, eerste_toewijzingsdatum AS b FROM toewijzingen
  WHERE is_jeugdhulp AND ingangsdatum > {NA} AND eerste_toewijzingsdatum BETWEEN {BEGIN} AND {EINDE}
), c AS (
  SELECT sleutel, min(begindatum) AS c FROM zorgperioden SEMI JOIN hulp USING (sleutel) GROUP BY 1
), lopend AS (
  SELECT DISTINCT h.sleutel FROM hulp h JOIN maatregelen m USING (kind)
  WHERE variant = 'aaneengesloten' AND is_maatregel AND begindatum <= b
    AND (einddatum IS NULL OR einddatum >= b)
)
SELECT {plek()} AS plek, median(c - b) FROM hulp
JOIN lopend USING (sleutel) JOIN c USING (sleutel) WHERE c >= b GROUP BY 1
"""

V7 = f"""
WITH traject AS (
  SELECT sleutel, any_value(kind) AS kind, min(begindatum) AS start,
    arg_max(CASE WHEN tijdelijk THEN NULL ELSE einddatum END, begindatum) AS eind_,
    arg_max(coalesce(tijdelijk, false) OR einddatum IS NULL, begindatum) AS loopt,
    arg_max(gemeente, begindatum) AS gemeente, arg_max(aanbieder, begindatum) AS aanbieder,
    arg_max(productcode, begindatum) AS productcode, arg_max(tussentaal, begindatum) AS tussentaal
  FROM zorgperioden WHERE is_jeugdhulp GROUP BY sleutel
), hulp AS (
  SELECT * EXCLUDE (eind_, loopt), CASE WHEN NOT loopt THEN eind_ END AS eind,
    CASE WHEN NOT loopt THEN eind_ END - start AS duur, rang
  FROM traject LEFT JOIN rangen USING (tussentaal)
), ended AS (
  SELECT * FROM hulp WHERE eind BETWEEN {BEGIN} AND {EINDE} AND rang IS NOT NULL AND kind IN (
    SELECT kind FROM declaratieregels
    WHERE oordeel = 'toegekend' AND productcategorie IN ('47', '48'))
), paar AS (
  SELECT e.sleutel, e.gemeente, e.start, e.eind, e.duur, e.rang, n.sleutel AS n_sleutel,
    n.start AS n_start, n.eind AS n_eind, n.duur AS n_duur, n.rang AS n_rang,
    row_number() OVER (PARTITION BY e.sleutel ORDER BY n.start, n.sleutel) AS plek
  FROM ended e JOIN hulp n ON e.kind = n.kind AND e.sleutel <> n.sleutel AND n.rang IS NOT NULL
    AND n.start - e.eind BETWEEN -31 AND 92
    AND NOT (e.aanbieder = n.aanbieder AND e.productcode IS NOT DISTINCT FROM n.productcode)
), eerste AS (SELECT * FROM paar WHERE plek = 1), geld AS (
  SELECT sleutel, sum(toegekend) AS toegekend, max(einddatum) AS laatste FROM declaratieregels
  WHERE oordeel = 'toegekend' AND sleutel IN (
    SELECT sleutel FROM eerste UNION SELECT n_sleutel FROM eerste)
  GROUP BY sleutel
), kosten AS (
  SELECT f.*, g.toegekend / (f.eind - f.start + 1) AS kosten,
    n.toegekend / (coalesce(f.n_eind, n.laatste) - f.n_start + 1) AS n_kosten
  FROM eerste f LEFT JOIN geld g ON g.sleutel = f.sleutel LEFT JOIN geld n ON n.sleutel = f.n_sleutel
)
SELECT {plek()} AS plek, avg(CASE
  WHEN n_rang < rang THEN 1
  WHEN n_rang = rang AND n_duur < duur THEN 1
  WHEN n_rang = rang AND (duur IS NULL OR n_duur IS NULL OR n_duur = duur)
    AND n_kosten < kosten THEN 1 ELSE 0 END)
FROM kosten GROUP BY 1
"""

VRAGEN: dict[str, tuple[str, ...]] = {
    "V1": (V1,),
    "V2": (V2A, V2B, V2C),
    "V3": (V3,),
    "V4": (V4,),
    "V5": (V5,),
    "V6": (V6,),
    "V7": (V7,),
}
