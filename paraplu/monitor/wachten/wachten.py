"""The one query: every kind of term together, with its last day and how it stands on the day asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import StringValue, Table

from paraplu.afspraken.termijnen import ijw_termijnen
from paraplu.monitor.wachten.beeld import Beeld, Bewaar
from paraplu.monitor.wachten.soorten import SOORTEN

OP_TIJD, TE_LAAT, OPEN, TE_LAAT_OPEN = (
    "beantwoord op tijd",
    "te laat beantwoord",
    "open",
    "te laat open",
)
#: Who gets what a gemeente sends; its retourbericht comes from the provider.
VAN_GEMEENTE: Final = ("JW301", "JW319")
TEKST, DAG = pa.string(), pa.date32()
#: The columns of a wait. No child, no product, nothing personal.
SCHEMA: Final = pa.schema(
    [
        ("soort", TEKST),
        ("bericht", TEKST),
        ("volgnummer", pa.int32()),
        ("berichtsoort", TEKST),
        ("identificatie", TEKST),
        ("bekend_op", DAG),
        ("gemeente", TEKST),
        ("aanbieder", TEKST),
        ("verzender", TEKST),
        ("ontvanger", TEKST),
        ("anker", TEKST),
        ("ankerdag", DAG),
        ("maand", TEKST),
        ("uiterste_datum", DAG),
        ("gedaan_op", DAG),
        ("stand", TEKST),
        ("werkdagen_over", pa.int64()),
    ]
)
KOLOMMEN: Final = tuple(SCHEMA.names)


def maak_wachten(bron: Mapping[str, Table], beeld: Beeld, *, bewaar: Bewaar) -> Table:
    """Every wait whose term had begun on the day, columns `KOLOMMEN`."""
    op = bron["peildag"].dag.max().as_scalar()
    delen = [bewaar(f"wacht_{naam}", partial(zoek, beeld)) for naam, zoek in SOORTEN.items()]
    alle = ibis.union(*delen)
    kop = beeld.berichten.select(
        "bericht", "identificatie", "bekend_op", "gemeente", "aanbieder", berichtsoort=_.soort
    )
    termijnen = bron["termijnen"].rename(ankerdag="dag")
    samen = (
        alle.filter(_.ankerdag <= op)
        .inner_join(kop, "bericht")
        .inner_join(termijnen, ["soort", "ankerdag"])
    )
    samen = samen.mutate(tot=samen.gedaan_op.coalesce(op), maand=samen.ankerdag.strftime("%Y-%m"))
    van_gemeente = _van_gemeente(samen)
    samen = samen.mutate(
        verzender=ibis.ifelse(van_gemeente, samen.gemeente, samen.aanbieder),
        ontvanger=ibis.ifelse(van_gemeente, samen.aanbieder, samen.gemeente),
        stand=_stand(samen),
    )
    return _met_werkdagen_over(samen, bron["werkdagen"]).select(*KOLOMMEN)


def _van_gemeente(samen: Table) -> ibis.expr.types.BooleanValue:
    """Whether the gemeente must act; a retourbericht comes from whoever did not send the message."""
    per_wie: dict[str, list[str]] = {"gemeente": [], "aanbieder": [], "ontvanger": []}
    for sleutel, regel in ijw_termijnen().items():
        per_wie[regel.wie].append(sleutel)
    terug = samen.soort.isin(per_wie["ontvanger"]) & ~samen.berichtsoort.isin(list(VAN_GEMEENTE))
    return samen.soort.isin(per_wie["gemeente"]) | terug


def _stand(samen: Table) -> StringValue:
    return ibis.cases(
        (samen.gedaan_op <= samen.uiterste_datum, OP_TIJD),
        (samen.gedaan_op.notnull(), TE_LAAT),
        (samen.tot <= samen.uiterste_datum, OPEN),
        else_=TE_LAAT_OPEN,
    )


def _met_werkdagen_over(samen: Table, werkdagen: Table) -> Table:
    """Working days after the last day, up to when it was done or else the day asked for."""
    for kant, dag in (("uiterste_telling", "uiterste_datum"), ("tot_telling", "tot")):
        telling = werkdagen.select("kalender", _dag=_.dag, **{kant: _.telling})
        gelijk = [samen.kalender == telling.kalender, samen[dag] == telling["_dag"]]
        samen = samen.left_join(telling, gelijk).select(*samen.columns, kant)
    over = samen.tot_telling - samen.uiterste_telling
    # Done before the calendar begins is certainly in time.
    return samen.mutate(werkdagen_over=ibis.greatest(over.fill_null(0), 0).cast("int64"))
