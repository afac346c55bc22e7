"""Codes that no list knows, and products that do not fit the child's age."""

from __future__ import annotations

from typing import Final

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.afspraken.gebieden import GEMEENTEN_CBS
from paraplu.afspraken.organisaties import organisaties
from paraplu.afspraken.producten import productcategorieen, productcodes
from paraplu.monitor.kwaliteit.bron import Bron
from paraplu.monitor.kwaliteit.controle import controle
from paraplu.monitor.kwaliteit.vorm import als_bevinding, eerste_dag, maandnummer

#: iJw 2.3 and 3.2, list JZ588: why care stopped.
REDENEN_EINDE: Final = ("02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39")
#: The Jeugdwet: until 18, prolonged until 23; a measure may be asked for a child not yet born.
OUDST, MEERDERJARIG, STRAFRECHT = 23, 18, 12


@controle(
    "K21",
    titel="Onbekend product",
    advies="De gemeente verbetert het product; het bovenregionaal contractmanagement plaatst een nieuw product in de tussentaal.",
    herstelt=("gemeente",),
    haak="toewijzing",
    bron="R209: elk product van jeugdhulp heeft een plaats in de tussentaal; productcodelijst iJw",
    buigt={
        ("V1b", "V4"): "Het product telt wel mee, maar bij geen enkele soort hulp.",
        ("V5", "V7"): "Hulp zonder plaats in de tussentaal telt niet mee.",
    },
)
def onbekend_product(bron: Bron) -> Table:
    """De toewijzing noemt een categorie of een code die niet in de lijst staat, of een product van
    jeugdhulp dat in de tussentaal geen plaats heeft.
    """
    toegewezen = bron.trajecten.toewijzingen
    categorie, code = toegewezen.productcategorie, toegewezen.productcode
    geen_lijst = ~categorie.isin(sorted(productcategorieen())) | ~code.isin(sorted(productcodes()))
    geen_plaats = toegewezen.is_jeugdhulp & toegewezen.tussentaal.isnull() & categorie.notnull()
    fout = toegewezen.filter(geen_lijst.fill_null(False) | geen_plaats.fill_null(False))
    product = fout.productcategorie.fill_null("") + " " + fout.productcode.fill_null("")
    return als_bevinding(
        fout, rij=fout.sleutel, dag=fout.ingangsdatum, wat=product.strip(), bij="gemeente"
    )


def _per_maand(bron: Bron, *, onbekend: Table, bij: str) -> Table:
    """Messages of parties with an unknown code, one finding per pair and month."""
    nummer = maandnummer(onbekend.dagtekening)
    maanden = onbekend.filter(onbekend.dagtekening.notnull()).mutate(nr=nummer)
    per = maanden.group_by("gemeente", "aanbieder", "nr").agg(berichten=_.bericht.count())
    per = per.mutate(dag=eerste_dag(per.nr))
    return als_bevinding(
        per,
        rij=per.gemeente + "|" + per.aanbieder + "|" + per.dag.strftime("%Y-%m"),
        dag=per.dag,
        wat=per.berichten.cast("string") + " berichten",
        bij=bij,
    )


@controle(
    "K22",
    over_berichten=True,
    titel="Onbekende gemeentecode",
    advies="Wie het bericht stuurt, verbetert de code.",
    herstelt=("gemeente", "aanbieder"),
    haak="maand",
    bron="TR378; de indeling van het CBS per 1-1-2026",
    buigt={
        (
            "V1",
            "V1a",
            "V1b",
            "V2a",
            "V2b",
            "V2c",
            "V3",
            "V4",
            "V5",
            "V6",
            "V6b",
            "V7",
        ): "De zorg telt bij ‘buiten Gelderland’, ook als een Gelderse gemeente is bedoeld.",
    },
)
def onbekende_gemeente(bron: Bron) -> Table:
    """De code van de gemeente in een bericht staat niet in de indeling van het CBS."""
    berichten = bron.trajecten.berichten
    onbekend = berichten.filter(~berichten.gemeente.isin(sorted(GEMEENTEN_CBS)))
    return _per_maand(bron, onbekend=onbekend, bij="gemeente")


@controle(
    "K23",
    over_berichten=True,
    titel="Onbekende AGB-code",
    advies="Het bovenregionaal contractmanagement zet de organisatie in het blad, of de aanbieder verbetert de code.",
    herstelt=("aanbieder",),
    haak="maand",
    bron="P60: het blad met organisaties zegt wie er achter een AGB-code zit",
)
def onbekende_agb(bron: Bron) -> Table:
    """De AGB-code van de aanbieder staat niet in het blad met organisaties. Zonder zo'n blad is er niets
    om mee te vergelijken. De cijfers kloppen, maar per instelling is niet te zien wie het is.
    """
    blad = bron.trajecten.organisaties
    zonder_naam = blad.filter(blad.naam == blad.agb).select(aanbieder=_.agb)
    genoemd = [o.agb for o in organisaties() if o.agb]
    zonder_naam = zonder_naam.filter(~_.aanbieder.isin([*genoemd, ""]))
    er_is_een_blad = blad.filter(blad.naam != blad.agb).agg(namen=_.agb.count()).filter(_.namen > 0)
    onbekend = bron.trajecten.berichten.semi_join(zonder_naam, "aanbieder")
    onbekend = onbekend.cross_join(er_is_een_blad)
    return _per_maand(bron, onbekend=onbekend, bij="aanbieder")


@controle(
    "K24",
    titel="Onbekende reden van beëindiging",
    advies="De aanbieder trekt het stopbericht in en stuurt het met een reden uit de lijst opnieuw.",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="iJw 2.3 en 3.2, lijst JZ588",
    buigt={
        ("V2b", "V2c", "V3"): "Of de stop tijdelijk was, is niet te zien: zij telt als definitief."
    },
)
def onbekende_reden(bron: Bron) -> Table:
    """De reden in het stopbericht (307) staat niet in de lijst van de standaard, of ontbreekt."""
    perioden = bron.trajecten.zorgperioden.filter(_.einddatum.notnull())
    reden = perioden.reden_beeindiging.fill_null("")
    fout = perioden.filter(~reden.isin(list(REDENEN_EINDE)))
    return als_bevinding(
        fout,
        rij=fout.sleutel + "|" + fout.begindatum.cast("string"),
        dag=fout.einddatum,
        wat=ibis.literal("reden ") + fout.reden_beeindiging.fill_null("ontbreekt"),
        bij="aanbieder",
    )


@controle(
    "K25",
    titel="Leeftijd past niet bij het product",
    advies="De gemeente controleert het geboortejaar en het product.",
    herstelt=("gemeente",),
    haak="toewijzing",
    bron="Jeugdwet: tot 18, verlengd tot 23 jaar; jeugdreclassering vanaf 12 jaar",
    buigt={
        (
            "V1",
            "V1a",
            "V1b",
            "V2a",
            "V2c",
        ): "De toewijzing telt mee, maar hoort bij een ander kind of een ander product.",
    },
)
def leeftijd(bron: Bron) -> Table:
    """Op de dag dat de toewijzing ingaat is het kind 23 jaar of ouder, of nog meer dan een jaar niet
    geboren; of het is jonger dan 12 en heeft jeugdreclassering. Wij kennen alleen het geboortejaar en
    melden pas wat zeker niet kan.
    """
    toegewezen = bron.trajecten.toewijzingen.filter(_.geboortejaar.notnull())
    # Born on 1 January at the latest day known: what is surely too old or too young.
    jaren = toegewezen.ingangsdatum.year() - toegewezen.geboortejaar
    te_oud, te_jong = jaren > OUDST, jaren < -1
    jr = (toegewezen.groep == "JR").fill_null(False) & (jaren < STRAFRECHT)
    fout = toegewezen.mutate(jaren=jaren).filter((te_oud | te_jong | jr).fill_null(False))
    return als_bevinding(
        fout,
        rij=fout.sleutel,
        dag=fout.ingangsdatum,
        wat=fout.jaren.cast("string") + " jaar bij ingang",
        bij="gemeente",
    )


@controle(
    "K26",
    titel="OTS of voogdij loopt door na 18 jaar",
    advies="De instelling stuurt het stopbericht (307).",
    herstelt=("gi", "gemeente"),
    haak="toewijzing",
    bron="Burgerlijk Wetboek 1: OTS en voogdij eindigen als het kind 18 wordt",
    buigt={
        (
            "V2b",
            "V2c",
            "V3",
        ): "De maatregel loopt in de cijfers door: te veel in de stand, te weinig in de uitstroom, een te lange duur.",
    },
)
def na_achttien(bron: Bron) -> Table:
    """De OTS of voogdij heeft geen einde, of een einde in een jaar waarin het kind al het hele jaar 18 is.
    Wij kennen alleen het geboortejaar en melden pas wat zeker niet kan.
    """
    jaren = bron.trajecten.toewijzingen.select("sleutel", "geboortejaar")
    perioden = bron.trajecten.zorgperioden.filter(_.is_maatregel, _.groep.isin(["OTS", "voogdij"]))
    perioden = perioden.inner_join(jaren, "sleutel")
    tot = ibis.ifelse(perioden.tijdelijk, ibis.null("date"), perioden.einddatum)
    tot = tot.fill_null(ibis.date(bron.op))
    te_lang = tot.year() - perioden.geboortejaar > MEERDERJARIG
    fout = perioden.mutate(tot=tot).filter(te_lang.fill_null(False))
    return als_bevinding(
        fout,
        rij=fout.sleutel + "|" + fout.begindatum.cast("string"),
        dag=fout.tot,
        wat=(fout.tot.year() - fout.geboortejaar).cast("string") + " jaar in het laatste jaar",
        bij="aanbieder",
    )
