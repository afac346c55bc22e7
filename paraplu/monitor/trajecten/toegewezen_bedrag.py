"""What was allocated in euros: the budget, or volume times tariff, of the days in a year (P58)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import ibis
from ibis import _
from ibis.expr.types import Table

if TYPE_CHECKING:
    from paraplu.monitor.trajecten import Trajecten

#: Unit 83: the volume is an amount in cents, there is no tariff (iJW CD087, CS339).
EURO = "83"
#: frequentie 6: the volume is for the whole period.
HELE_PERIODE = "6"
#: Times a day as a fraction: a day, a week, a month of 365.25 / 12 days.
PER_DAG = {"1": (1, 1), "2": (1, 7), "4": (48, 1461)}

#: More than the largest tariff in iJW (LDT_Bedrag, eight digits), and a day before all care.
TARIEFRUIMTE = 10**9
BEGIN = date(1900, 1, 1)
PRODUCT = ("productcategorie", "productcode", "eenheid")


def met_toegewezen_bedrag(toewijzingen: Table, trajecten: Trajecten, *, jaar: int) -> Table:
    """Allocations with a day in `jaar`; adds dag, toegewezen (whole cents) and geen_bedrag.

    `dag`: the first day in the year. `geen_bedrag`: why there is no amount, or null: "geen
    einddatum" (a total over an open period) or "geen tarief".
    """
    eerste, laatste = ibis.date(date(jaar, 1, 1)), ibis.date(date(jaar, 12, 31))
    dag = ibis.greatest(toewijzingen.ingangsdatum, eerste)
    tot = ibis.least(toewijzingen.einddatum.fill_null(laatste), laatste)
    in_jaar = toewijzingen.mutate(dag=dag, dagen=tot.delta(dag, unit="day") + 1)
    in_jaar = in_jaar.filter(in_jaar.dagen > 0)
    return _met_bedrag(_met_tarief(in_jaar, trajecten))


def _met_bedrag(rijen: Table) -> Table:
    """Cents: an integer fraction rounded to the nearest, a half upwards."""
    ineens = (rijen.budget.notnull() | (rijen.frequentie == HELE_PERIODE)).fill_null(False)
    prijs = ibis.ifelse(rijen.eenheid.fill_null("") == EURO, 1, rijen.tarief)
    hele_periode = rijen.einddatum.delta(rijen.ingangsdatum, unit="day") + 1
    maal, noemer = (
        ibis.cases(*((rijen.frequentie == f, breuk[i]) for f, breuk in PER_DAG.items()))
        for i in (0, 1)
    )
    geheel = rijen.budget.coalesce(rijen.volume * prijs) * rijen.dagen
    delen = rijen.mutate(
        ineens=ineens,
        teller=geheel * ibis.ifelse(ineens, 1, maal),
        noemer=ibis.ifelse(ineens, hele_periode, noemer),
    )
    cent = (2 * delen.teller + delen.noemer) // (2 * delen.noemer)
    reden = ibis.cases(
        (_.ineens & _.einddatum.isnull(), "geen einddatum"),
        (_.cent.isnull(), "geen tarief"),
        else_=ibis.null("string"),
    )
    return (
        delen.mutate(cent=cent)
        .mutate(geen_bedrag=reden)
        .mutate(toegewezen=_.cent.fill_null(0).cast("int64"))
        .drop("teller", "noemer", "cent")
    )


def _met_tarief(rijen: Table, trajecten: Trajecten) -> Table:
    """Add `tarief`: of the sheet on `dag`, of the provider itself first; else the last declared."""
    blad = _van_blad(rijen, trajecten.tarieven)
    laatst = _laatst_gedeclareerd(trajecten.declaratieregels)
    met_blad = rijen.left_join(blad, rijen.sleutel == blad.blad_van).select(
        *rijen.columns, "bladtarief"
    )
    gelijk = [met_blad.aanbieder == laatst.d_aanbieder]
    gelijk += [met_blad[kolom].identical_to(laatst[f"d_{kolom}"]) for kolom in PRODUCT]
    samen = met_blad.left_join(laatst, gelijk)
    return samen.select(*rijen.columns, tarief=samen.bladtarief.coalesce(samen.laatste_tarief))


def _van_blad(rijen: Table, tarieven: Table) -> Table:
    blad = tarieven.select(
        "tarief", "vanaf", "tot", t_aanbieder="aanbieder", **{f"t_{k}": k for k in PRODUCT}
    )
    kort = rijen.select("sleutel", "aanbieder", "dag", *PRODUCT)
    gelijk = [kort[kolom].identical_to(blad[f"t_{kolom}"]) for kolom in PRODUCT]
    paar = kort.inner_join(blad, gelijk).filter(
        _.t_aanbieder.isnull() | (_.t_aanbieder == _.aanbieder),
        _.vanaf <= _.dag,
        _.tot.isnull() | (_.tot > _.dag),
    )
    volgorde = ibis.row_number().over(
        group_by="sleutel",
        order_by=[ibis.ifelse(_.t_aanbieder.isnull(), 1, 0), ibis.desc(_.vanaf)],
    )
    beste = paar.mutate(volgorde=volgorde).filter(_.volgorde == 0)
    return beste.select(blad_van=_.sleutel, bladtarief=_.tarief)


def _laatst_gedeclareerd(declaratieregels: Table) -> Table:
    """Per provider, product and unit the tariff of the latest line, of one day the highest.

    Day and tariff in one number: one pass over all lines instead of sorting them.
    """
    dag = _.begindatum.delta(ibis.date(BEGIN), unit="day").cast("int64")
    laatst = (
        declaratieregels.filter(_.tarief.notnull())
        .group_by(**{f"d_{kolom}": _[kolom] for kolom in ("aanbieder", *PRODUCT)})
        .agg(hoogste=(dag * TARIEFRUIMTE + _.tarief).max())
    )
    return laatst.mutate(laatste_tarief=_.hoogste % TARIEFRUIMTE).drop("hoogste")
