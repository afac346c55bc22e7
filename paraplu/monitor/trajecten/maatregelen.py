"""Measures in three readings: each period, what belongs together, and what was allocated."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.trajecten.producten import MAATREGELCATEGORIEEN

LETTERLIJK = "letterlijk"
AANEENGESLOTEN = "aaneengesloten"
TOEGEWEZEN = "toegewezen"
VARIANTEN = (AANEENGESLOTEN, LETTERLIJK, TOEGEWEZEN)
#: Days between two periods that still make one measure (P50).
HOOGSTENS_TUSSEN = 31
OPEN = date(9999, 12, 31)

DEELKOLOMMEN = (
    "sleutel",
    "kind",
    "groep",
    "gemeente",
    "aanbieder",
    "productcategorie",
    "productcode",
    "soort_maatregel",
    "is_maatregel",
    "ingangsdatum",
    "begindatum",
    "einddatum",
)


def maatregeldelen(
    zorgperioden: Table, toewijzingen: Table, *, hoogstens_tussen: int = HOOGSTENS_TUSSEN
) -> Table:
    """Every part of a measure in every reading, with the measure (`maatregel`) that it is part of.

    Categories 47 and 48; what is no measure (pupilkosten) is a row of its own in each reading.
    Parts of one child and one group that follow within 31 days are one measure in the readings
    aaneengesloten and toegewezen (P50, P51). `hoogstens_tussen`: another number of days, to see
    what that would count (`monitor.watals`).
    """
    perioden = _delen(met_maatregeleinde(zorgperioden))
    toegewezen = _delen(toewijzingen.mutate(begindatum=_.ingangsdatum))
    return (
        _los(perioden, LETTERLIJK)
        .union(_samengevoegd(perioden, AANEENGESLOTEN, hoogstens_tussen))
        .union(_samengevoegd(toegewezen, TOEGEWEZEN, hoogstens_tussen))
    )


def met_maatregeleinde(zorgperioden: Table) -> Table:
    """Periods with `einddatum` as it holds for a measure, which a temporary stop does not end (P49).

    A suspended measure runs until the same allocation starts again, and is open when it never does.
    """
    hervat = _.begindatum.lead(1).over(ibis.window(group_by="sleutel", order_by="begindatum"))
    return (
        zorgperioden.mutate(hervat=hervat)
        .mutate(einddatum=ibis.ifelse(_.tijdelijk, _.hervat, _.einddatum))
        .drop("hervat")
    )


def _delen(tabel: Table) -> Table:
    return tabel.filter(_.productcategorie.isin(MAATREGELCATEGORIEEN)).select(*DEELKOLOMMEN)


def _eigen(tabel: Table) -> ibis.expr.types.StringValue:
    return tabel.sleutel + "|" + tabel.begindatum.cast("string")


def _los(delen: Table, variant: str) -> Table:
    return delen.mutate(variant=ibis.literal(variant), maatregel=_eigen(delen))


def _samengevoegd(delen: Table, variant: str, hoogstens_tussen: int) -> Table:
    """Give the parts that follow each other the name of the first: gaps and islands."""
    maatregel = delen.filter(_.is_maatregel)
    tot_hier = ibis.cumulative_window(
        group_by=["kind", "groep"], order_by=["begindatum", "sleutel"]
    )
    volgorde = ibis.window(group_by=["kind", "groep"], order_by=["begindatum", "sleutel"])
    laatste = maatregel.mutate(
        laatste=_.einddatum.fill_null(ibis.date(OPEN)).max().over(tot_hier)
    ).mutate(vorige=_.laatste.lag(1).over(volgorde))
    nieuw = ibis.ifelse(
        _.vorige.isnull() | (_.begindatum.delta(_.vorige, unit="day") > hoogstens_tussen), 1, 0
    )
    eilanden = laatste.mutate(nieuw=nieuw).mutate(eiland=_.nieuw.sum().over(tot_hier))
    binnen = ibis.window(group_by=["kind", "groep", "eiland"], order_by=["begindatum", "sleutel"])
    samen = eilanden.mutate(maatregel=_eigen(eilanden).first().over(binnen)).select(
        *DEELKOLOMMEN, variant=ibis.literal(variant), maatregel=_.maatregel
    )
    return samen.union(_los(delen.filter(~_.is_maatregel), variant).select(*samen.columns))


def maatregelstanden(delen: Table) -> Table:
    """Who holds a measure from day to day: stretches [vanaf, tot) that fill it without a gap.

    On a day the holder is the part running then, of several the latest begun, of those the lowest
    key; between two parts it stays with the one that ended last.
    """
    dagen = (
        delen.select("variant", "maatregel", dag=_.begindatum)
        .union(delen.filter(_.einddatum.notnull()).select("variant", "maatregel", dag=_.einddatum))
        .distinct()
    )
    kandidaat = dagen.inner_join(delen, ["variant", "maatregel"]).filter(_.begindatum <= _.dag)
    loopt = _.einddatum.isnull() | (_.einddatum > _.dag)
    eerst = ibis.row_number().over(
        group_by=["variant", "maatregel", "dag"],
        order_by=[
            ibis.ifelse(loopt, 0, 1),
            ibis.desc(ibis.ifelse(loopt, _.begindatum, _.einddatum)),
            ibis.desc(_.begindatum),
            _.sleutel,
        ],
    )
    houder = kandidaat.mutate(eerst=eerst).filter(_.eerst == 0).drop("eerst")
    volgorde = ibis.window(group_by=["variant", "maatregel"], order_by="dag")
    hele = delen.group_by("variant", "maatregel").agg(
        begin=_.begindatum.min(),
        eind=_.einddatum.fill_null(ibis.date(OPEN)).max(),
    )
    stukken = houder.mutate(tot=_.dag.lead(1).over(volgorde)).inner_join(
        hele, ["variant", "maatregel"]
    )
    return stukken.filter((_.dag < _.eind) | ((_.dag == _.begin) & (_.begin >= _.eind))).select(
        "variant",
        "maatregel",
        "kind",
        "groep",
        "sleutel",
        "gemeente",
        "aanbieder",
        "productcategorie",
        "productcode",
        "soort_maatregel",
        "is_maatregel",
        vanaf=_.dag,
        tot=_.tot.coalesce(_.eind.nullif(ibis.date(OPEN))),
    )


def maatregelen(delen: Table, standen: Table, zorgperioden: Table, toewijzingen: Table) -> Table:
    """One row per measure and reading, and per allocation without start, see `KOLOMMEN`."""
    geheel = delen.group_by("variant", "maatregel").agg(
        kind=_.kind.min(),
        groep=_.groep.min(),
        is_maatregel=_.is_maatregel.max(),
        begindatum=_.begindatum.min(),
        laatste=_.einddatum.fill_null(ibis.date(OPEN)).max(),
        delen=_.sleutel.count(),
    )
    geheel = geheel.mutate(einddatum=_.laatste.nullif(ibis.date(OPEN))).drop("laatste")
    eerste = delen.filter(_.maatregel == _eigen(delen)).select(
        "variant", "maatregel", "ingangsdatum"
    )
    houders = _eerste_en_laatste(standen)
    gestart = geheel.inner_join(eerste, ["variant", "maatregel"]).inner_join(
        houders, ["variant", "maatregel"]
    )
    return gestart.union(_zonder_start(zorgperioden, toewijzingen).select(*gestart.columns))


HOUDER = ("sleutel", "gemeente", "aanbieder", "productcategorie", "productcode", "soort_maatregel")


def _eerste_en_laatste(standen: Table) -> Table:
    per = ["variant", "maatregel"]
    genummerd = standen.mutate(
        voor=ibis.row_number().over(group_by=per, order_by=_.vanaf),
        achter=ibis.row_number().over(group_by=per, order_by=ibis.desc(_.vanaf)),
    )
    eerste = genummerd.filter(_.voor == 0).select(
        *per, **{f"begin_{kolom}": _[kolom] for kolom in HOUDER}
    )
    laatste = genummerd.filter(_.achter == 0).select(
        *per, **{f"eind_{kolom}": _[kolom] for kolom in HOUDER}
    )
    return eerste.inner_join(laatste, per)


def _zonder_start(zorgperioden: Table, toewijzingen: Table) -> Table:
    """Allocations in 47 or 48 without a live start: candidates that fall on it (P51)."""
    zonder = toewijzingen.filter(_.productcategorie.isin(MAATREGELCATEGORIEEN)).anti_join(
        zorgperioden, "sleutel"
    )
    rijen = zonder.mutate(
        maatregel=_.sleutel,
        begindatum=ibis.null("date"),
        einddatum=ibis.null("date"),
        delen=ibis.literal(0, type="int64"),
        **{f"{kant}_{kolom}": _[kolom] for kant in ("begin", "eind") for kolom in HOUDER},
    )
    return rijen.mutate(variant=ibis.literal(LETTERLIJK)).union(
        rijen.mutate(variant=ibis.literal(AANEENGESLOTEN))
    )
