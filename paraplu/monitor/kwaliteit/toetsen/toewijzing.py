"""Care and declarations beside the allocation that they name (P47)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.kwaliteit.bron import Bron
from paraplu.monitor.kwaliteit.controle import controle
from paraplu.monitor.kwaliteit.vorm import als_bevinding

#: Keys of allocations that a message named: taakgerichte care (K|) has no allocation to name.
GENOEMD = "K|"
REGEL = ("V1", "V1a", "V1b", "V6b")


@controle(
    "K01",
    titel="Start zonder toewijzing",
    advies="De gemeente stuurt de toewijzing (301) alsnog, of de aanbieder verbetert het nummer.",
    herstelt=("gemeente", "aanbieder"),
    haak="toewijzing",
    bron="iJw 3.2, TR019; P47: een start noemt de toewijzing waar zij bij hoort",
    buigt={
        (
            "V2a",
            "V2b",
            "V2c",
            "V3",
        ): "De maatregel telt mee met wat de start zelf zegt; de toewijzing die gemeente, product en ingang vastlegt, ontbreekt.",
        ("V4", "V5"): "De periode telt mee zonder dat een toewijzing haar begrenst.",
    },
)
def start_zonder_toewijzing(bron: Bron) -> Table:
    """Er is een startbericht (305) met een nummer van een toewijzing die wij niet kennen. De zorg
    loopt, maar niet te zien is wat de gemeente heeft toegewezen.
    """
    los = bron.trajecten.zorgperioden.filter(~_.heeft_toewijzing, ~_.sleutel.startswith(GENOEMD))
    return als_bevinding(
        los,
        rij=los.sleutel + "|" + los.begindatum.cast("string"),
        dag=los.begindatum,
        wat="start zonder bekende toewijzing",
        bij="gemeente",
    )


def debetregels(bron: Bron) -> Table:
    """Declared lines that name an allocation and take nothing back, with their key `rij`."""
    return bron.trajecten.declaratieregels.filter(
        ~_.credit.fill_null(False), ~_.sleutel.startswith(GENOEMD)
    ).mutate(rij=_.bericht + "|" + _.volgnummer.cast("string"))


def _beside(bron: Bron) -> Table:
    """Debit lines with the allocation that they name: t_van, t_tot, t_categorie, t_code."""
    toegewezen = bron.trajecten.toewijzingen.select(
        "sleutel",
        t_van=_.ingangsdatum,
        t_tot=_.einddatum,
        t_categorie=_.productcategorie,
        t_code=_.productcode,
    )
    return debetregels(bron).inner_join(toegewezen, "sleutel")


@controle(
    "K02",
    titel="Declaratie zonder toewijzing",
    advies="De aanbieder verbetert het nummer, of de gemeente stuurt de toewijzing (301) alsnog.",
    herstelt=("aanbieder", "gemeente"),
    haak="regel",
    bron="iJw 3.2, TR338; P47: een declaratieregel noemt een toewijzing die er is",
    buigt={REGEL: "Het bedrag telt mee zodra het is toegekend, terwijl niet te zien is waarvoor."},
)
def declaratie_zonder_toewijzing(bron: Bron) -> Table:
    """Een declaratieregel noemt een toewijzing die wij niet kennen of die is verwijderd."""
    regels = debetregels(bron).filter(~_.heeft_toewijzing)
    return als_bevinding(
        regels,
        rij=regels.rij,
        dag=regels.begindatum,
        wat="gedeclareerd zonder bekende toewijzing",
        bij="aanbieder",
    )


@controle(
    "K03",
    titel="Declaratie buiten de looptijd van de toewijzing",
    advies="De aanbieder crediteert wat er buiten valt, of vraagt de gemeente om een langere toewijzing.",
    herstelt=("aanbieder", "gemeente"),
    haak="regel",
    bron="iJw 3.2, TR307 en TR308: de productperiode ligt binnen de toewijzing",
    buigt={REGEL: "Het bedrag telt mee over dagen waarvoor niets was toegewezen."},
)
def declaratie_buiten_looptijd(bron: Bron) -> Table:
    """Een declaratieregel begint vóór de eerste dag van de toewijzing, of loopt na de laatste dag door."""
    regels = _beside(bron)
    te_vroeg = (regels.begindatum < regels.t_van).fill_null(False)
    te_lang = (regels.einddatum > regels.t_tot).fill_null(False)
    regels = regels.filter(te_vroeg | te_lang)
    te_vroeg = (regels.begindatum < regels.t_van).fill_null(False)
    return als_bevinding(
        regels,
        rij=regels.rij,
        dag=regels.begindatum,
        wat=ibis.ifelse(te_vroeg, "begint vóór de toewijzing", "loopt door na de toewijzing"),
        bij="aanbieder",
    )


@controle(
    "K04",
    titel="Ander product gedeclareerd dan toegewezen",
    advies="De aanbieder crediteert de regel en declareert het toegewezen product.",
    herstelt=("aanbieder",),
    haak="regel",
    bron="iJw 3.2, TR339 en TR340: het product is dat van de toewijzing",
    buigt={
        (
            "V1",
            "V1a",
            "V1b",
            "V6b",
        ): "Het bedrag telt bij het product van de declaratie, niet bij dat van de toewijzing.",
        (
            "V4",
            "V5",
            "V7",
        ): "Of een kind geld in 47 of 48 heeft, volgt uit het product van de regel.",
    },
)
def ander_product(bron: Bron) -> Table:
    """De declaratieregel noemt een andere categorie of een andere code dan de toewijzing. Noemt de
    toewijzing geen code, dan mag elke code van die categorie.
    """
    regels = _beside(bron)
    andere_categorie = regels.productcategorie.fill_null("") != regels.t_categorie.fill_null("")
    andere_code = regels.t_code.notnull() & (regels.productcode.fill_null("") != regels.t_code)
    # An allocation without category stands for any product (a budget).
    regels = regels.filter(
        regels.t_categorie.notnull() & (andere_categorie | andere_code.fill_null(False))
    )
    return als_bevinding(
        regels,
        rij=regels.rij,
        dag=regels.begindatum,
        wat=regels.t_categorie + " " + regels.t_code.fill_null("") + " toegewezen",
        bij="aanbieder",
    )
