"""Turns the small tables of a specification into the derived tables that an indicator reads.

What a table does not say has a value that does not matter: one child, one gemeente, one GI, an OTS of
the first year, a whole month, € 100, granted. Kinds of measure, tussentaal and measures in their
readings are computed by the monitor's own steps. Amounts are euros here, cents there.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from paraplu.afspraken import tussentaal
from paraplu.monitor import referentie
from paraplu.monitor.afgeleid import organisaties
from paraplu.monitor.bladen import SOORTEN
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.trajecten import KOLOMMEN, Trajecten, afleiden, maatregelen, producten

Tabel = list[dict[str, Any]]
EURO = {"bedrag", "toegekend", "budget", "tarief"} | {
    *(
        "gedeclareerd",
        "toegewezen",
        "plafond",
        "verwacht",
        "ruimte",
        "kosten_per_dag",
        "na_kosten_per_dag",
    )
}
GEMEENTE, GI, AANBIEDER = "0200", "60000001", "70000001"
ALTIJD = date(9999, 12, 31)
#: Filled in by `met_product`.
PRODUCTFEITEN = ("soort_maatregel", "groep", "tussentaal", "is_maatregel", "is_jeugdhulp")

_QUERY: dict[str, str] = {}


def lees_tabel(tekst: str) -> list[dict[str, str]]:
    """Rows of a table drawn with | between the cells."""
    regels = [[cel.strip() for cel in regel.split("|")] for regel in tekst.strip().splitlines()]
    if not regels:
        return []
    kop, *rijen = regels
    return [dict(zip(kop, rij, strict=True)) for rij in rijen]


@cache
def schemas() -> dict[str, pa.Schema]:
    """The types of the derived tables: what deriving gives when there is nothing."""
    con = ibis.duckdb.connect()
    bron = {naam: con.create_table(naam, schema.empty_table()) for naam, schema in SCHEMAS.items()}
    leeg = {
        "producten": con.create_table("producten", referentie.PRODUCTEN.empty_table()),
        "tussentaal": con.create_table("tussentaal", referentie.TUSSENTAAL.empty_table()),
    }
    klaar = afleiden(bron, lambda _: leeg, op=ALTIJD, bewaar=lambda naam, tabel: tabel)
    return {naam: tabel.schema().to_pyarrow() for naam, tabel in klaar.items()}


def waarde(kolom: str, cel: str, soort: pa.DataType) -> Any:
    """A cell as a value of the type of its column; empty is unknown."""
    if cel == "":
        return None
    if kolom in EURO:
        return round(float(cel.replace(",", ".")) * 100)
    if pa.types.is_date(soort):
        return date.fromisoformat(cel)
    if pa.types.is_boolean(soort):
        return cel == "ja"
    if pa.types.is_integer(soort):
        return int(cel)
    return cel


def _lees(naam: str, tekst: str | None) -> Tabel:
    schema = schemas()[naam]
    onbekend = {kolom for rij in lees_tabel(tekst or "") for kolom in rij} - set(schema.names)
    if onbekend:
        raise KeyError(f"{naam} heeft geen kolom {onbekend}")
    return [
        {kolom: waarde(kolom, cel, schema.field(kolom).type) for kolom, cel in rij.items()}
        for rij in lees_tabel(tekst or "")
    ]


def _vul(rij: Mapping[str, Any], **standaard: Any) -> dict[str, Any]:
    """The row, with the standard where the table has no such column."""
    return {**standaard, **rij}


def _algemeen(rij: Mapping[str, Any]) -> dict[str, Any]:
    categorie = rij.get("productcategorie", "48")
    maatregel = categorie in producten.JUSTITIEEL
    return _vul(
        rij,
        kind="Anna",
        gemeente=GEMEENTE,
        aanbieder=GI if maatregel else AANBIEDER,
        productcategorie="48",
        productcode="48A01" if categorie == "48" else None,
        sleutel=f"T|{rij.get('kind', 'Anna')}|{categorie}|{rij.get('productcode', '')}",
    )


def _periode(rij: dict[str, Any]) -> dict[str, Any]:
    begin = rij["begindatum"]
    return _vul(
        _algemeen(rij), einddatum=None, tijdelijk=False, heeft_toewijzing=True, ingangsdatum=begin
    )


def _toewijzing(rij: dict[str, Any]) -> dict[str, Any]:
    ingang = rij.get("ingangsdatum") or rij["begindatum"]
    return _vul(
        _algemeen(rij), ingangsdatum=ingang, eerste_toewijzingsdatum=ingang, toewijzingsdatum=ingang, versies=1
    )  # fmt: skip


def _declaratie(nummer: int, rij: dict[str, Any]) -> dict[str, Any]:
    begin = rij["begindatum"]
    maandeinde = begin.replace(day=calendar.monthrange(begin.year, begin.month)[1])
    gevuld = _vul(
        _algemeen(rij),
        bericht=f"bericht {nummer}",
        volgnummer=nummer,
        berichtsoort="JW323",
        heeft_toewijzing=True,
        ingangsdatum=begin,
        einddatum=maandeinde,
        bedrag=10_000,
        oordeel="toegekend",
        credit=False,
    )
    standaard = gevuld["bedrag"] if gevuld["oordeel"] == "toegekend" else 0
    return _vul(gevuld, toegekend=standaard)


@dataclass(frozen=True)
class Wereld:
    """The derived tables of one specification and the connection they are on."""

    con: Any
    trajecten: Trajecten
    gebieden: ibis.expr.types.Table


def maak_wereld(tabellen: Mapping[str, str]) -> Wereld:
    """Derived tables from `toewijzingen`, `zorgperioden`, `declaratieregels` and sheets."""
    perioden = [_periode(rij) for rij in _lees("zorgperioden", tabellen.get("zorgperioden"))]
    toewijzingen = [_toewijzing(rij) for rij in _lees("toewijzingen", tabellen.get("toewijzingen"))]
    bekend = {rij["sleutel"] for rij in toewijzingen}
    for rij in perioden:
        if rij["heeft_toewijzing"] and rij["sleutel"] not in bekend:
            bekend.add(rij["sleutel"])
            kolommen = (
                "sleutel",
                "kind",
                "gemeente",
                "aanbieder",
                "productcategorie",
                "productcode",
            )
            eigen = {kolom: rij[kolom] for kolom in kolommen}
            einde = rij.get("toewijzing_einddatum")
            eigen |= {"ingangsdatum": rij["ingangsdatum"], "einddatum": einde}
            toewijzingen.append(_toewijzing(eigen))
    eerste = {rij["sleutel"]: rij["eerste_toewijzingsdatum"] for rij in toewijzingen}
    perioden = [_vul(rij, eerste_toewijzingsdatum=eerste.get(rij["sleutel"])) for rij in perioden]
    regels = [
        _declaratie(nummer, rij)
        for nummer, rij in enumerate(_lees("declaratieregels", tabellen.get("declaratieregels")), 1)
    ]
    return _bouw(
        {"toewijzingen": toewijzingen, "zorgperioden": perioden, "declaratieregels": regels},
        tabellen,
    )


def _bouw(rijen: Mapping[str, Tabel], tabellen: Mapping[str, str]) -> Wereld:
    con = ibis.duckdb.connect()
    voorkomend = {
        (rij["productcategorie"] or "", rij["productcode"] or "")
        for tabel in rijen.values()
        for rij in tabel
    }
    soorten = con.create_table("producten", referentie.producten_tabel(voorkomend))
    plaatsen = con.create_table(
        "tussentaal", referentie.tussentaal_tabel(voorkomend, tussentaal.regels())
    )

    def met_feiten(naam: str, dag: str) -> ibis.expr.types.Table:
        schema = pa.schema([veld for veld in schemas()[naam] if veld.name not in PRODUCTFEITEN])
        kaal = con.create_table(f"kaal_{naam}", pa.Table.from_pylist(rijen[naam], schema=schema))
        return _stap(
            con,
            naam,
            lambda: producten.met_product(kaal, soorten, plaatsen, dag=dag).select(*KOLOMMEN[naam]),
        )

    toewijzingen = met_feiten("toewijzingen", "ingangsdatum")
    perioden = met_feiten("zorgperioden", "begindatum")
    regels = met_feiten("declaratieregels", "begindatum")
    delen = _stap(con, "maatregeldelen", lambda: maatregelen.maatregeldelen(perioden, toewijzingen))
    standen = _stap(con, "maatregelstanden", lambda: maatregelen.maatregelstanden(delen))
    geheel = _stap(
        con,
        "maatregelen",
        lambda: maatregelen.maatregelen(delen, standen, perioden, toewijzingen),
    )
    bladen = {
        soort: _blad(con, soort, tabellen.get(soort)) for soort in SOORTEN if soort != "tussentaal"
    }
    trajecten = Trajecten(
        toewijzingen=toewijzingen,
        zorgperioden=perioden,
        maatregeldelen=delen,
        maatregelstanden=standen,
        maatregelen=geheel,
        declaratieregels=regels,
        berichten=con.create_table("berichten", schemas()["berichten"].empty_table()),
        producten=soorten,
        tussentaal=plaatsen,
        organisaties=_stap(
            con,
            "organisaties",
            lambda: organisaties(toewijzingen, regels, bladen["organisaties"]),
        ),
        tarieven=bladen["tarieven"],
        budgetplafonds=bladen["budgetplafonds"],
        rangen=con.create_table("rangen", referentie.rangen_tabel()),
    )
    return Wereld(con, trajecten, con.create_table("gebieden", referentie.gebieden_tabel()))


def _stap(con: Any, naam: str, maak: Callable[[], ibis.expr.types.Table]) -> ibis.expr.types.Table:
    """A derived table; its query is the same in every specification and is compiled once."""
    if naam not in _QUERY:
        _QUERY[naam] = con.compile(maak())
    con.raw_sql(f'CREATE TABLE "{naam}" AS {_QUERY[naam]}')
    return con.table(naam)


def _blad(con: Any, soort: str, tekst: str | None) -> ibis.expr.types.Table:
    schema = SOORTEN[soort].schema
    rijen = [
        {kolom: waarde(kolom, cel, schema.field(kolom).type) for kolom, cel in rij.items()}
        for rij in lees_tabel(tekst or "")
    ]
    return con.create_table(f"blad_{soort}", pa.Table.from_pylist(rijen, schema=schema))
