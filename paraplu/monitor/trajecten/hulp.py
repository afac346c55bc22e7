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
    betaald = trajecten.declaratieregels.filter(_.oordeel == TOEGEKEND).select("sleutel")
    maatregel = trajecten.zorgperioden.filter(_.is_maatregel).select("kind")
    return (
        trajecten.zorgperioden.filter(_.is_jeugdhulp)
        .semi_join(maatregel, "kind")
        .semi_join(betaald, "sleutel")
        .select(
            "kind",
            "tussentaal",
            hulp_begin=_.begindatum,
            hulp_einde=_.einddatum.coalesce(_.toewijzing_einddatum),
        )
    )


def hulptrajecten(trajecten: Trajecten) -> Table:
    """One row per allocation of jeugdhulp that started, over all its periods.

    `start`: begin of the first live start; `eind`: the definitive end of the last period; `duur` in
    days, null while it lasts. Tussentaal is that of the last period.
    """
    perioden = trajecten.zorgperioden.filter(_.is_jeugdhulp)
    grenzen = perioden.group_by(traject=_.sleutel).agg(
        start=_.begindatum.min(), laatste=_.begindatum.max()
    )
    laatste = perioden.inner_join(
        grenzen,
        [perioden.sleutel == grenzen.traject, perioden.begindatum == grenzen.laatste],
    ).drop("traject", "laatste")
    eind = ibis.ifelse(_.tijdelijk, ibis.null("date"), _.einddatum)
    return laatste.mutate(eind=eind).mutate(duur=_.eind.delta(_.start, unit="day"))


def met_kosten(traject: Table, trajecten: Trajecten) -> Table:
    """Add `kosten_per_dag`: cents granted per day from start to end, the end included (P59).

    Help that lasts is costed up to its last granted day; without granted lines the cost is null.
    """
    geld = (
        trajecten.declaratieregels.filter(_.oordeel == TOEGEKEND)
        .semi_join(traject, "sleutel")
        .group_by(geld_van=_.sleutel)
        .agg(toegekend=_.toegekend.sum(), laatste_dag=_.einddatum.max())
    )
    samen = traject.left_join(geld, traject.sleutel == geld.geld_van)
    dagen = samen.eind.coalesce(samen.laatste_dag).delta(samen.start, unit="day") + 1
    kosten = ibis.ifelse(dagen > 0, samen.toegekend / dagen, ibis.null("float64"))
    return samen.select(*traject.columns, kosten_per_dag=kosten)
