"""Jeugdhulp as V4 to V7 see it: periods, courses of help and the money on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.trajecten.declaratieregels import TOEGEKEND
from paraplu.monitor.trajecten.producten import MAATREGELCATEGORIEEN

if TYPE_CHECKING:
    from paraplu.monitor.trajecten import Trajecten


def kinderen_met_maatregelgeld(trajecten: Trajecten) -> Table:
    """`kind` of every child with at least one granted line in 47 or 48, whenever (R196, P52)."""
    regels = trajecten.declaratieregels
    return (
        regels.filter(regels.oordeel == TOEGEKEND)
        .filter(_.productcategorie.isin(MAATREGELCATEGORIEEN))
        .select("kind")
        .distinct()
    )


def met_maatregelgeld(rijen: Table, trajecten: Trajecten) -> Table:
    """Add the boolean `maatregelgeld`: this child has a granted line in 47 or 48."""
    kinderen = kinderen_met_maatregelgeld(trajecten).select(kind_met_geld=_.kind)
    samen = rijen.left_join(kinderen, rijen.kind == kinderen.kind_met_geld)
    return samen.select(*rijen.columns, maatregelgeld=samen.kind_met_geld.notnull())


def toegekende_hulpperioden(trajecten: Trajecten) -> Table:
    """Periods of jeugdhulp of allocations with a granted line: kind, tussentaal, begin and einde.

    The end is the stop (a tentative one too), else the Einddatum of the allocation, else null (P56).
    """
    betaald = trajecten.declaratieregels.filter(_.oordeel == TOEGEKEND).select("sleutel").distinct()
    return (
        trajecten.zorgperioden.filter(_.is_jeugdhulp)
        .semi_join(betaald, "sleutel")
        .select(
            "kind",
            "tussentaal",
            hulp_begin=_.begindatum,
            hulp_einde=_.einddatum.coalesce(_.toewijzing_einddatum),
        )
    )


def hulptrajecten(trajecten: Trajecten) -> Table:
    """One row per allocation of jeugdhulp that started, with the time and the money of all of it.

    `start`: begin of the first live start; `eind`: the definitive end of the last period; `duur`
    in days, null while it lasts; `kosten_per_dag`: cents granted per day, end included. Help that
    lasts is costed up to its last granted day; without granted lines the cost is null (P59).
    """
    perioden = trajecten.zorgperioden.filter(_.is_jeugdhulp)
    laatste = ibis.row_number().over(group_by="sleutel", order_by=ibis.desc(_.begindatum))
    genummerd = perioden.mutate(
        start=_.begindatum.min().over(group_by="sleutel"),
        eind=ibis.ifelse(_.tijdelijk, ibis.null("date"), _.einddatum),
        laatste=laatste,
    )
    traject = genummerd.filter(_.laatste == 0).drop("laatste", "tussentaal")
    eerste = perioden.group_by("sleutel").agg(tussentaal=_.tussentaal.argmin(_.begindatum))
    return _met_kosten(traject.inner_join(eerste, "sleutel"), trajecten)


def _met_kosten(traject: Table, trajecten: Trajecten) -> Table:
    geld = (
        trajecten.declaratieregels.filter(_.oordeel == TOEGEKEND)
        .group_by("sleutel")
        .agg(toegekend=_.toegekend.sum(), laatste_dag=_.einddatum.max())
    )
    samen = traject.left_join(geld, "sleutel").drop("sleutel_right")
    dagen = samen.eind.coalesce(samen.laatste_dag).delta(samen.start, unit="day") + 1
    return samen.mutate(
        duur=samen.eind.delta(samen.start, unit="day"),
        kosten_per_dag=ibis.ifelse(dagen > 0, samen.toegekend / dagen, ibis.null("float64")),
    )
