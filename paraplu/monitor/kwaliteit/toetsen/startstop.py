"""Starts and stops that do not fit each other."""

from __future__ import annotations

from datetime import timedelta

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.kwaliteit.bron import Bron
from paraplu.monitor.kwaliteit.controle import controle
from paraplu.monitor.kwaliteit.vorm import als_bevinding

#: A stop is told within five working days (OP272); a quarter later it is not late but forgotten.
LANG_NA_HET_EINDE = 92
#: What is told in time stands here within a month: both parties deliver monthly.
EEN_MAAND = 31
STROOM = ("V2a", "V2b", "V2c", "V3")


def _rij(tabel: Table) -> ibis.expr.types.StringValue:
    return tabel.sleutel + "|" + tabel.begindatum.cast("string")


@controle(
    "K05",
    titel="Stop vóór de start",
    advies="De aanbieder trekt het stopbericht in en stuurt het met de juiste dag opnieuw.",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="eigen controle: het einde ligt niet vóór het begin",
    buigt={
        (
            "V2b",
            "V2c",
            "V3",
        ): "De maatregel eindigt voordat zij begint: zij loopt op geen enkele dag en haar duur is onder nul.",
        ("V4", "V5", "V7"): "De periode heeft geen enkele dag en valt met niets samen.",
    },
)
def stop_voor_start(bron: Bron) -> Table:
    """De laatste dag in het stopbericht (307) ligt vóór de eerste dag in het startbericht."""
    fout = bron.trajecten.zorgperioden.filter(_.einddatum < _.begindatum)
    return als_bevinding(
        fout,
        rij=_rij(fout),
        dag=fout.einddatum,
        wat=fout.begindatum.delta(fout.einddatum, unit="day").cast("string") + " dagen te vroeg",
        bij="aanbieder",
    )


@controle(
    "K06",
    titel="Stop zonder start",
    advies="De aanbieder stuurt het startbericht (305) alsnog, of verbetert de begindatum in de stop.",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="iJw 3.2, TR382: een stop herhaalt de begindatum van een start",
    buigt={
        STROOM: "De zorg telt niet mee: zonder start is er geen begin.",
        ("V4", "V5"): "Zonder start telt de maatregel of de hulp niet mee.",
    },
    mist="geen startbericht",
)
def stop_zonder_start(bron: Bron) -> Table:
    """Er is een stopbericht (307), maar van dezelfde toewijzing geen start op die begindatum."""
    paar = ["sleutel", "begindatum"]
    los = bron.stops.anti_join(bron.starts, paar)
    los = los.group_by(*paar).agg(
        **{
            naam: los[naam].min()
            for naam in ("kind", "gemeente", "aanbieder", "productcategorie", "productcode")
        },
        einddatum=los.einddatum.max(),
    )
    return als_bevinding(
        los,
        rij=_rij(los),
        dag=los.einddatum.coalesce(los.begindatum),
        wat="stop zonder start op die dag",
        bij="aanbieder",
    )


@controle(
    "K07",
    titel="Geen stop, lang na het einde van de toewijzing",
    advies="De aanbieder stuurt het stopbericht (307), of de gemeente verlengt de toewijzing.",
    herstelt=("aanbieder", "gemeente"),
    haak="toewijzing",
    bron="iJw 3.2, OP272; lang is hier 92 dagen, een kwartaal",
    buigt={
        (
            "V2b",
            "V2c",
            "V3",
        ): "De maatregel loopt in de cijfers door: te veel in de stand, te weinig in de uitstroom, een te lange duur.",
        ("V7",): "De hulp heeft geen einde en doet dus niet mee met wat is afgeschaald.",
    },
)
def start_zonder_stop(bron: Bron) -> Table:
    """De zorg is begonnen en de toewijzing is meer dan 92 dagen voorbij, maar er is geen stopbericht.
    Een tijdelijke stop telt als bericht.
    """
    grens = bron.op - timedelta(days=LANG_NA_HET_EINDE)
    later = bron.trajecten.zorgperioden.group_by("sleutel").agg(laatste=_.begindatum.max())
    open_ = bron.trajecten.zorgperioden.inner_join(later, "sleutel").filter(
        _.einddatum.isnull(), _.toewijzing_einddatum < ibis.date(grens), _.begindatum == _.laatste
    )
    return als_bevinding(
        open_,
        rij=_rij(open_),
        dag=open_.toewijzing_einddatum,
        wat="nog steeds geen stop",
        bij="aanbieder",
    )


@controle(
    "K08",
    titel="Twee keer gestart zonder stop ertussen",
    advies="De aanbieder stuurt de stop die ontbreekt, of trekt de start in die te veel is.",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="iJw 3.2, TR326: een volgende start op een toewijzing volgt op een stop",
    buigt={
        (
            "V2a",
            "V2c",
            "V3",
        ): "In de lezing letterlijk tellen twee maatregelen, in de andere lezingen één; de duur overlapt.",
        ("V7",): "De duur van de hulp wordt van de eerste start af geteld.",
    },
)
def dubbele_start(bron: Bron) -> Table:
    """Van één toewijzing begint een tweede periode terwijl de eerste nog loopt."""
    volgorde = ibis.window(group_by="sleutel", order_by="begindatum")
    perioden = bron.trajecten.zorgperioden
    paren = perioden.mutate(
        vorige=perioden.begindatum.lag(1).over(volgorde),
        vorig_einde=perioden.einddatum.lag(1).over(volgorde),
    )
    dubbel = paren.filter(
        _.vorige.notnull(), _.vorig_einde.isnull() | (_.vorig_einde > _.begindatum)
    )
    return als_bevinding(
        dubbel,
        rij=_rij(dubbel),
        dag=dubbel.begindatum,
        wat="vorige start op " + dubbel.vorige.cast("string"),
        bij="aanbieder",
    )


@controle(
    "K09",
    titel="Toegewezen, gedeclareerd, nooit gestart",
    advies="De aanbieder stuurt het startbericht (305) alsnog.",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="iJw 3.2, OP271; P51: zonder startbericht telt een maatregel niet mee",
    buigt={
        STROOM: "De maatregel loopt, want er wordt gedeclareerd, maar telt niet mee.",
        ("V4", "V5"): "De maatregel telt niet mee.",
        ("V6",): "De hulp staat als ‘nog niet gestart’, terwijl zij al geld kost.",
    },
    mist="geen startbericht",
)
def nooit_gestart(bron: Bron) -> Table:
    """Op een toewijzing is gedeclareerd en toegekend, maar een startbericht (305) is er niet."""
    betaald = (
        bron.trajecten.declaratieregels.group_by("sleutel")
        .agg(saldo=_.toegekend.sum(), eerste=_.begindatum.min())
        .filter(_.saldo > 0)
    )
    gestart = bron.trajecten.zorgperioden.select("sleutel").distinct()
    los = bron.trajecten.toewijzingen.anti_join(gestart, "sleutel").inner_join(betaald, "sleutel")
    los = los.filter(_.eerste < ibis.date(bron.op - timedelta(days=EEN_MAAND)))
    return als_bevinding(
        los,
        rij=los.sleutel,
        dag=los.eerste,
        wat="wel gedeclareerd, geen startbericht",
        bij="aanbieder",
    )
