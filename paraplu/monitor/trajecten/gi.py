"""The GI that a row about jeugdhulp goes to: whose measure runs then (P60)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.trajecten.maatregelen import met_maatregeleinde


def lopende_maatregelen(zorgperioden: Table) -> Table:
    """Periods of measures: kind, gi, maatregel_begin, maatregel_einde (last day, null = open).

    The end is that of the definitive stop, else the Einddatum of the allocation, else open (P56).
    """
    perioden = met_maatregeleinde(zorgperioden.filter(_.is_maatregel)).select(
        "kind",
        "groep",
        gi=_.aanbieder,
        maatregel_sleutel=_.sleutel,
        maatregel_begin=_.begindatum,
        maatregel_einde=_.einddatum.coalesce(_.toewijzing_einddatum),
    )
    # A start after the end of its allocation is no day at all.
    return perioden.filter(_.maatregel_einde.isnull() | (_.maatregel_einde >= _.maatregel_begin))


def met_gi(
    rijen: Table, zorgperioden: Table, *, sleutel: Sequence[str], van: str, tot: str
) -> Table:
    """Add `gi`: of the measure of this child that shares a day with [van, tot], null without one.

    Of several the one begun last, then the lowest key. `sleutel`: columns that tell rows apart.
    """
    maatregel = lopende_maatregelen(zorgperioden)
    periode = rijen.select(*sleutel, "kind", _van=rijen[van], _tot=rijen[tot])
    samen = periode.inner_join(maatregel, "kind").filter(
        _.maatregel_begin <= _["_tot"],
        _.maatregel_einde.isnull() | (_.maatregel_einde >= _["_van"]),
    )
    eerst = ibis.row_number().over(
        group_by=list(sleutel), order_by=[ibis.desc(_.maatregel_begin), _.maatregel_sleutel]
    )
    gekozen = samen.mutate(eerst=eerst).filter(_.eerst == 0).select(*sleutel, "gi")
    return rijen.left_join(gekozen, list(sleutel)).select(*rijen.columns, "gi")
