"""The same figures in pandas: per gemeente, of one year."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

BEGIN, EINDE = pd.Timestamp("2023-01-01"), pd.Timestamp("2023-12-31")
OPEN = pd.Timestamp("2200-01-01")
NA = pd.Timestamp("2017-01-01")
DAG = pd.Timedelta(days=1)


class Tabellen:
    """Reads only the columns that a figure needs."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.binnen = set(pd.read_parquet(map_ / "gebieden.parquet")["gemeente"])

    def lees(self, naam: str, *kolommen: str) -> pd.DataFrame:
        tabel = pd.read_parquet(self.map / f"{naam}.parquet", columns=list(kolommen))
        for kolom in tabel.columns:
            if "datum" in kolom or kolom in {"vanaf", "tot"}:
                tabel[kolom] = pd.to_datetime(tabel[kolom])
        return tabel

    def plek(self, gemeente: pd.Series) -> pd.Series:
        return gemeente.where(gemeente.isin(self.binnen), "buiten")


def v1(t: Tabellen) -> list[pd.Series]:
    r = t.lees("declaratieregels", "sleutel", "gemeente", "productcategorie", "begindatum",
               "ingangsdatum", "toegekend", "oordeel", "is_maatregel")  # fmt: skip
    r = r[r.begindatum.between(BEGIN, EINDE) & r.productcategorie.isin(["47", "48", "49"])]
    saldo = r.groupby("sleutel")["toegekend"].transform("sum")
    r = r[
        (r.oordeel == "toegekend")
        & (r.ingangsdatum > NA)
        & r.is_maatregel
        & (saldo > 0)
        & (r.productcategorie != "49")
    ]
    return [r.groupby(t.plek(r.gemeente))["sleutel"].nunique()]


def maatregelen(t: Tabellen, *extra: str) -> pd.DataFrame:
    m = t.lees("maatregelen", "variant", "maatregel", "is_maatregel", "ingangsdatum",
               "begindatum", "einddatum", *extra)  # fmt: skip
    return m[
        (m.variant == "aaneengesloten")
        & m.is_maatregel
        & (m.ingangsdatum > NA)
        & m.begindatum.notna()
    ]


def lopend(t: Tabellen, m: pd.DataFrame) -> pd.DataFrame:
    s = t.lees("maatregelstanden", "variant", "maatregel", "gemeente", "vanaf", "tot")
    s = s[(s.variant == "aaneengesloten") & (s.vanaf <= EINDE) & (s.tot.isna() | (s.tot > EINDE))]
    return m.merge(s[["maatregel", "gemeente"]], on="maatregel")


def v2(t: Tabellen) -> list[pd.Series]:
    m = maatregelen(t, "begin_gemeente", "eind_gemeente")
    begonnen = m[m.begindatum.between(BEGIN, EINDE)]
    gestopt = m[m.einddatum.between(BEGIN, EINDE)]
    nu = lopend(t, m)
    return [
        begonnen.groupby(t.plek(begonnen.begin_gemeente)).size(),
        gestopt.groupby(t.plek(gestopt.eind_gemeente)).size(),
        nu.groupby(t.plek(nu.gemeente)).size(),
    ]


def v3(t: Tabellen) -> list[pd.Series]:
    m = maatregelen(t, "eind_gemeente")
    nu = lopend(t, m)
    gestopt = m[m.einddatum.between(BEGIN, EINDE)]
    duren = pd.concat(
        [
            pd.DataFrame({"gemeente": nu.gemeente, "dagen": (EINDE - nu.begindatum) // DAG}),
            pd.DataFrame(
                {
                    "gemeente": gestopt.eind_gemeente,
                    "dagen": (gestopt.einddatum - gestopt.begindatum) // DAG,
                }
            ),
        ]
    )
    return [duren.groupby(t.plek(duren.gemeente))["dagen"].median()]


def met_geld(t: Tabellen) -> tuple[pd.DataFrame, pd.Index]:
    r = t.lees("declaratieregels", "kind", "sleutel", "productcategorie", "oordeel")
    r = r[r.oordeel == "toegekend"]
    return r, r.loc[r.productcategorie.isin(["47", "48"]), "kind"].unique()


def samenloop(t: Tabellen, *, crisis: bool) -> list[pd.Series]:
    z = t.lees("zorgperioden", "sleutel", "kind", "gemeente", "begindatum", "einddatum",
               "tijdelijk", "toewijzing_einddatum", "is_maatregel", "is_jeugdhulp", "tussentaal")  # fmt: skip
    regels, kinderen = met_geld(t)
    m = z[z.is_maatregel & (z.begindatum <= EINDE) & z.kind.isin(kinderen)].copy()
    m["einde"] = m.einddatum.where(~m.tijdelijk).fillna(m.toewijzing_einddatum).fillna(OPEN)
    m = m[m.einde >= BEGIN][["kind", "gemeente", "begindatum", "einde"]]
    h = z[z.is_jeugdhulp & (z.begindatum <= EINDE) & z.sleutel.isin(regels.sleutel.unique())]
    if crisis:
        h = h[h.tussentaal == 4]
    einde = h.einddatum.fillna(h.toewijzing_einddatum).fillna(OPEN)
    h = pd.DataFrame({"kind": h.kind, "b": h.begindatum, "e": einde})
    paar = m.merge(h, on="kind")
    eerste = paar[["begindatum", "b"]].max(axis=1).clip(lower=BEGIN)
    laatste = paar[["einde", "e"]].min(axis=1).clip(upper=EINDE)
    paar = paar[eerste <= laatste]
    teller = paar.groupby(t.plek(paar.gemeente))["kind"].nunique()
    noemer = m.groupby(t.plek(m.gemeente))["kind"].nunique()
    return [teller.reindex(noemer.index, fill_value=0) / noemer]


def v4(t: Tabellen) -> list[pd.Series]:
    return samenloop(t, crisis=False)


def v5(t: Tabellen) -> list[pd.Series]:
    return samenloop(t, crisis=True)


def v6(t: Tabellen) -> list[pd.Series]:
    h = t.lees("toewijzingen", "sleutel", "kind", "gemeente", "is_jeugdhulp", "ingangsdatum",
               "eerste_toewijzingsdatum")  # fmt: skip
    h = h[h.is_jeugdhulp & (h.ingangsdatum > NA) & h.eerste_toewijzingsdatum.between(BEGIN, EINDE)]
    h = h.rename(columns={"eerste_toewijzingsdatum": "b"})
    m = t.lees("maatregelen", "variant", "kind", "is_maatregel", "begindatum", "einddatum")
    m = m[(m.variant == "aaneengesloten") & m.is_maatregel]
    paar = h[["sleutel", "kind", "b"]].merge(m[["kind", "begindatum", "einddatum"]], on="kind")
    paar = paar[(paar.begindatum <= paar.b) & (paar.einddatum.isna() | (paar.einddatum >= paar.b))]
    z = t.lees("zorgperioden", "sleutel", "begindatum")
    c = z[z.sleutel.isin(h.sleutel)].groupby("sleutel")["begindatum"].min().rename("c")
    h = h[h.sleutel.isin(paar.sleutel)].merge(c, left_on="sleutel", right_index=True)
    h = h[h.c >= h.b]
    return [((h.c - h.b) // DAG).groupby(t.plek(h.gemeente)).median()]


def v7(t: Tabellen) -> list[pd.Series]:
    z = t.lees("zorgperioden", "sleutel", "kind", "gemeente", "aanbieder", "productcode",
               "tussentaal", "begindatum", "einddatum", "tijdelijk", "is_jeugdhulp")  # fmt: skip
    z = z[z.is_jeugdhulp].drop(columns="is_jeugdhulp")
    start = z.groupby("sleutel")["begindatum"].min().rename("start")
    z = z.sort_values("begindatum").drop_duplicates("sleutel", keep="last")
    z = z.merge(start, left_on="sleutel", right_index=True)
    z["eind"] = z.einddatum.where(~z.tijdelijk)
    z["duur"] = (z.eind - z.start) / DAG
    rangen = pd.read_parquet(t.map / "rangen.parquet")
    z = z.merge(rangen, on="tussentaal", how="left")
    z = z[z.rang.notna()]
    _regels, kinderen = met_geld(t)
    ended = z[z.eind.between(BEGIN, EINDE) & z.kind.isin(kinderen)]
    kolommen = ["kind", "sleutel", "aanbieder", "productcode", "start", "eind", "duur", "rang"]
    paar = ended.merge(z[kolommen], on="kind", suffixes=("", "_n"))
    dagen = (paar.start_n - paar.eind) / DAG
    zelfde = (paar.aanbieder == paar.aanbieder_n) & (paar.productcode == paar.productcode_n)
    paar = paar[(paar.sleutel != paar.sleutel_n) & dagen.between(-31, 92) & ~zelfde]
    paar = paar.sort_values(["start_n", "sleutel_n"]).drop_duplicates("sleutel")
    geld = t.lees("declaratieregels", "sleutel", "oordeel", "toegekend", "einddatum")
    nodig = pd.concat([paar.sleutel, paar.sleutel_n]).unique()
    geld = geld[(geld.oordeel == "toegekend") & geld.sleutel.isin(nodig)]
    geld = geld.groupby("sleutel").agg(toegekend=("toegekend", "sum"), laatste=("einddatum", "max"))
    paar = paar.join(geld, on="sleutel").join(geld, on="sleutel_n", rsuffix="_n")
    kosten = paar.toegekend / ((paar.eind - paar.start) / DAG + 1)
    kosten_n = paar.toegekend_n / ((paar.eind_n.fillna(paar.laatste_n) - paar.start_n) / DAG + 1)
    gelijk = paar.rang_n == paar.rang
    geen = paar.duur.isna() | paar.duur_n.isna() | (paar.duur_n == paar.duur)
    af = (
        (paar.rang_n < paar.rang)
        | (gelijk & (paar.duur_n < paar.duur))
        | (gelijk & geen & (kosten_n < kosten))
    )
    return [af.astype(np.float64).groupby(t.plek(paar.gemeente)).mean()]


WAARDEN = {"V1": v1, "V2": v2, "V3": v3, "V4": v4, "V5": v5, "V6": v6, "V7": v7}
