"""Months in which a declaration is missing, while there is one before and after it."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.kwaliteit.bron import Bron
from paraplu.monitor.kwaliteit.controle import controle
from paraplu.monitor.kwaliteit.vorm import als_bevinding, eerste_dag, maandnummer

#: A hole of at most this many months is a hole; a longer one is care that stood still.
HOOGSTENS = 3
#: A month is in when this share of those who must declare have done so.
DEEL_BINNEN = 0.5
PAAR = ("gemeente", "aanbieder")
BEDRAGEN = ("V1", "V1a", "V1b")
GELD = "Het geld van deze maand ontbreekt; geschat met de maanden ernaast."


def _debet(bron: Bron) -> Table:
    return bron.trajecten.declaratieregels.filter(
        ~_.credit.fill_null(False), _.begindatum.notnull()
    )


def gedeclareerde_maanden(bron: Bron) -> Table:
    """Per allocation each month (`nr`) with a declared day, and the cents of lines begun in it.

    A line longer than two months fills them all.
    """
    regels = _debet(bron)
    begin = regels.select(
        "sleutel", nr=maandnummer(regels.begindatum), centen=regels.bedrag.fill_null(0)
    )
    niets = ibis.literal(0, type="int64")
    einde = regels.filter(_.einddatum.notnull())
    einde = einde.select("sleutel", nr=maandnummer(einde.einddatum), centen=niets)
    lang = regels.filter(maandnummer(regels.einddatum) - maandnummer(regels.begindatum) > 1)
    alle = begin.select("nr").distinct()
    tussen = lang.select(
        "sleutel", van=maandnummer(lang.begindatum), tot=maandnummer(lang.einddatum)
    ).inner_join(alle, [_.van < alle.nr, _.tot > alle.nr])
    tussen = tussen.select("sleutel", "nr", centen=niets)
    return (
        begin.union(einde)
        .union(tussen)
        .group_by("sleutel", "nr")
        .agg(centen=_.centen.sum().cast("int64"))
    )


def gedeclareerde_paren(bron: Bron) -> Table:
    """Months (`nr`) for which a provider declared to a gemeente: by its lines and by its header."""
    regels = _debet(bron)
    van_regels = regels.select(*PAAR, nr=maandnummer(regels.begindatum))
    kop = bron.trajecten.berichten.filter(
        _.soort.isin(["JW323", "JW303"]), _.periode_begin.notnull()
    )
    koppen = kop.select(*PAAR, nr=maandnummer(kop.periode_begin))
    return van_regels.union(koppen).distinct()


def gaten(bron: Bron) -> Table:
    """Missing months (`nr`) of allocations whose care ran all of that month.

    A hole of one to three months between two that were declared. `centen`: the mean of both sides.
    """
    volgorde = ibis.window(group_by="sleutel", order_by="nr")
    maanden = gedeclareerde_maanden(bron)
    naast = maanden.mutate(
        volgende=maanden.nr.lead(1).over(volgorde), daarna=maanden.centen.lead(1).over(volgorde)
    )
    breed = naast.filter(_.volgende - _.nr > 1, _.volgende - _.nr <= HOOGSTENS + 1)
    los = [
        breed.filter(_.volgende - _.nr > stap).select(
            "sleutel",
            nr=_.nr + stap,
            centen=((_.centen + _.daarna) / 2).round().cast("int64"),
        )
        for stap in range(1, HOOGSTENS + 1)
    ]
    return _in_zorg(bron, ibis.union(*los))


def _in_zorg(bron: Bron, maanden: Table) -> Table:
    """Of months of allocations those in which care ran from the first to the last day."""
    zorg = bron.trajecten.zorgperioden.filter(_.heeft_toewijzing)
    zorg = zorg.select(
        "sleutel",
        van=maandnummer(zorg.begindatum),
        tot=maandnummer(zorg.einddatum.coalesce(zorg.toewijzing_einddatum)),
    )
    heel = maanden.inner_join(zorg, "sleutel").filter(_.van < _.nr, _.tot.isnull() | (_.tot > _.nr))
    return heel.select(*maanden.columns).distinct()


def _met_toewijzing(bron: Bron, maanden: Table) -> Table:
    return maanden.inner_join(bron.trajecten.toewijzingen, "sleutel").mutate(dag=eerste_dag(_.nr))


@controle(
    "K10",
    titel="Maand zonder declaratie",
    advies="De aanbieder declareert de maand alsnog, of meldt een tijdelijke stop.",
    herstelt=("aanbieder",),
    haak="maand",
    bron="eigen controle: zorg die een hele maand liep, met declaraties in de maanden ervoor en erna",
    buigt={BEDRAGEN: GELD, ("V6b",): "De uitnutting van het jaar erna valt te laag uit."},
)
def maand_zonder_declaratie(bron: Bron) -> Table:
    """De zorg op een toewijzing liep de hele maand, en in de maanden ervoor en erna is gedeclareerd,
    maar in deze maand niet. Van de aanbieder kwamen over deze maand wel andere declaraties.
    """
    paren = gedeclareerde_paren(bron)
    missend = _met_toewijzing(bron, gaten(bron)).semi_join(paren, [*PAAR, "nr"])
    return als_bevinding(
        missend,
        rij=missend.sleutel + "|" + missend.dag.strftime("%Y-%m"),
        dag=missend.dag,
        wat="geen declaratie over deze maand",
        bij="aanbieder",
        centen=missend.centen,
    )


@controle(
    "K11",
    over_berichten=True,
    titel="Hele maand ontbreekt",
    advies="De aanbieder levert de declaratie (323) over deze maand aan, of de gemeente laat haar brengen.",
    herstelt=("aanbieder", "gemeente"),
    haak="maand",
    bron="eigen controle: elke maand komt er een declaratie van elke aanbieder met lopende zorg",
    buigt={BEDRAGEN: GELD, ("V6b",): "De uitnutting van het jaar erna valt te laag uit."},
)
def hele_maand(bron: Bron) -> Table:
    """Van een aanbieder kwam over deze maand niets bij een gemeente, terwijl er zorg liep en hij over
    de maand ervoor wel declareerde. De maand telt pas als ten minste de helft van wie moet declareren
    dat heeft gedaan.
    """
    verwacht = verwachte_toewijzingen(bron)
    paren = verwacht.group_by(*PAAR, "nr").agg(
        centen=_.centen.sum().cast("int64"), toewijzingen=_.sleutel.count()
    )
    missend = paren.mutate(dag=eerste_dag(_.nr))
    return als_bevinding(
        missend,
        rij=missend.gemeente + "|" + missend.aanbieder + "|" + missend.dag.strftime("%Y-%m"),
        dag=missend.dag,
        wat=missend.toewijzingen.cast("string") + " toewijzingen met lopende zorg",
        bij="aanbieder",
        centen=missend.centen,
    )


def verwachte_toewijzingen(bron: Bron) -> Table:
    """Allocations with care in a month (`nr`) of which their pair declared nothing.

    `centen`: what the allocation declared in the month before.
    """
    binnen = _maanden_binnen(bron)
    gedeclareerd = gedeclareerde_paren(bron)
    vorig = gedeclareerde_maanden(bron).mutate(nr=_.nr + 1)
    kandidaat = _met_toewijzing(bron, _in_zorg(bron, vorig))
    return kandidaat.semi_join(binnen, "nr").anti_join(gedeclareerd, [*PAAR, "nr"])


def _maanden_binnen(bron: Bron) -> Table:
    """Months (`nr`) for which at least half of the pairs with the month before have declared."""
    paren = gedeclareerde_paren(bron)
    nu = paren.mutate(binnen=ibis.literal(1))
    vorig = paren.mutate(nr=_.nr + 1)
    samen = vorig.left_join(nu, [*PAAR, "nr"])
    samen = samen.select(nr=samen.nr, binnen=samen.binnen.fill_null(0))
    telling = samen.group_by("nr").agg(verwacht=_.binnen.count(), binnen=_.binnen.sum())
    return telling.filter(_.binnen >= _.verwacht * DEEL_BINNEN).select("nr")
