"""The one form of every finding, whatever it is about."""

from __future__ import annotations

from typing import Final

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, DateValue, IntegerValue, StringValue, Table

from paraplu.monitor import tellen
from paraplu.monitor.trajecten.producten import JUSTITIEEL

#: What a check gives. `rij` is the key of what it is about; `centen` what would come in, as far as it
#: was estimated; `partij` the code of who must begin mending it. `schuift`: it bends figures now; a
#: message that came late, but came, bends nothing any more.
VELDEN: Final = (
    "code",
    "rij",
    "sleutel",
    "bericht",
    "volgnummer",
    "kind",
    "gemeente",
    "aanbieder",
    "productcategorie",
    "productcode",
    "tussentaal",
    "soort_maatregel",
    "partij",
    "dag",
    "wat",
    "centen",
    "schuift",
)
_TEKST: Final = (
    "sleutel",
    "bericht",
    "kind",
    "gemeente",
    "aanbieder",
    "productcategorie",
    "productcode",
    "soort_maatregel",
)
_GETAL: Final = ("volgnummer", "tussentaal", "centen")


def als_bevinding(
    tabel: Table,
    *,
    rij: StringValue,
    dag: DateValue,
    wat: StringValue | str,
    bij: str,
    centen: IntegerValue | None = None,
    schuift: BooleanValue | None = None,
) -> Table:
    """The rows of `tabel` as findings: what it lacks is empty, `bij` names who must begin mending."""
    velden = {
        naam: (tabel[naam] if naam in tabel.columns else ibis.null("string")).cast("string")
        for naam in _TEKST
    }
    getallen = {
        naam: (tabel[naam] if naam in tabel.columns else ibis.null("int64")).cast("int64")
        for naam in _GETAL
    }
    if centen is not None:
        getallen["centen"] = centen.cast("int64")
    return tabel.select(
        **velden,
        **getallen,
        rij=rij.cast("string"),
        dag=dag.cast("date"),
        wat=(ibis.literal(wat) if isinstance(wat, str) else wat).cast("string"),
        partij=tabel[bij].cast("string"),
        schuift=ibis.literal(True) if schuift is None else schuift,
    )


def met_plaats(vondsten: Table, gebieden: Table) -> Table:
    """Findings, each once, with month, GI and the areas that they can be kept to.

    A row that breaks a check twice is one finding: the first by its day and its words.
    """
    volgorde = ibis.row_number().over(
        group_by=["code", "rij"], order_by=[_.dag, _.wat, _.volgnummer]
    )
    justitieel = vondsten.productcategorie.fill_null("").isin(JUSTITIEEL)
    eerste = vondsten.mutate(
        volgorde=volgorde,
        maand=vondsten.dag.strftime("%Y-%m"),
        gi=ibis.ifelse(justitieel, vondsten.aanbieder, ibis.null("string")),
    )
    return tellen.met_gebied(eerste.filter(_.volgorde == 0).drop("volgorde"), gebieden)


def maandnummer(dag: DateValue) -> IntegerValue:
    """Months since the year nought: those that follow each other differ by one."""
    return (dag.year() * 12 + dag.month() - 1).cast("int64")


def eerste_dag(nummer: IntegerValue) -> DateValue:
    """The first day of the month with this number."""
    jaar = ((nummer - nummer % 12) / 12).cast("int64")
    return ibis.date(jaar, nummer % 12 + 1, 1)
