"""The one form of every finding, whatever it is about."""

from __future__ import annotations

from typing import Final

import ibis
from ibis.expr.types import BooleanValue, DateValue, IntegerValue, StringValue, Table

from paraplu.monitor.trajecten.producten import JUSTITIEEL

#: What a finding says. `rij` is the key of what it is about; `centen` what would come in, as far as
#: it was estimated; `partij` the code of who must begin mending it. `schuift`: it bends figures now; a
#: message that came late, but came, bends nothing any more.
VELDEN: Final = (
    "rij",
    "sleutel",
    "bericht",
    "volgnummer",
    "kind",
    "gemeente",
    "aanbieder",
    "gi",
    "productcategorie",
    "productcode",
    "tussentaal",
    "soort_maatregel",
    "partij",
    "maand",
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
    """The rows of `tabel` as findings: what it lacks is empty, `bij` (gemeente, aanbieder) mends."""
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
    met = tabel.select(
        **velden,
        **getallen,
        rij=rij.cast("string"),
        dag=dag.cast("date"),
        wat=(ibis.literal(wat) if isinstance(wat, str) else wat).cast("string"),
        partij=tabel[bij].cast("string"),
        schuift=ibis.literal(True) if schuift is None else schuift,
    )
    justitieel = met.productcategorie.fill_null("").isin(JUSTITIEEL)
    return met.mutate(
        maand=met.dag.strftime("%Y-%m"),
        gi=ibis.ifelse(justitieel, met.aanbieder, ibis.null("string")),
    ).select(*VELDEN)


def maandnummer(dag: DateValue) -> IntegerValue:
    """Months since the year nought: those that follow each other differ by one."""
    return (dag.year() * 12 + dag.month() - 1).cast("int64")


def eerste_dag(nummer: IntegerValue) -> DateValue:
    """The first day of the month with this number."""
    jaar = ((nummer - nummer % 12) / 12).cast("int64")
    return ibis.date(jaar, nummer % 12 + 1, 1)
