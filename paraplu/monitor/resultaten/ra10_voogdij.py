"""RA10: the part of all voogdij that ended before the child was 18 (R188, P19, P50)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.resultaten.ra9_verlengde_ots import OVERLEDEN, met_reden
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.maatregelen import AANEENGESLOTEN, TOEGEWEZEN
from paraplu.monitor.waarden.v2_stroom import (
    LEZINGEN,
    OPMERKINGEN,
    op_dag,
    samen,
    van_houder,
    voorwaarden,
)

VOOGDIJ = "voogdij"
VOLWASSEN = 18


def _aantal(sleutel: str, naam: str, waar: str | None) -> Maat:
    return Maat(sleutel=sleutel, naam=naam, eenheid="maatregelen", waar=waar)


@indicator(
    code="RA10",
    naam="Voogdij die eindigde voor het kind 18 was",
    vereisten=("R188", "R310"),
    lezingen=(*LEZINGEN, "P19"),
    eenheid="aandeel",
    bron="iJW305, iJW307 en iJW301",
    varianten=(AANEENGESLOTEN, TOEGEWEZEN),
    maten=(
        Maat(
            sleutel="aandeel",
            naam="Aandeel van alle voogdij",
            eenheid="aandeel",
            soort="aandeel",
            waar="voor_18",
        ),
        _aantal("voor_18", "Geëindigd voor het kind 18 was", "voor_18"),
        _aantal("voogdij", "Alle voogdij van de periode", None),
        _aantal("in_jaar_18", "Geëindigd in het jaar waarin het kind 18 werd", "in_jaar_18"),
        _aantal("overleden", "Geëindigd door overlijden, voor het 18e jaar", "overleden"),
        _aantal("leeftijd_onbekend", "Geëindigd, leeftijd onbekend", "leeftijd_onbekend"),
    ),
    opmerkingen=(
        *OPMERKINGEN,
        "Dit is de ruime telling (P19): een stopbericht zegt niet of er een voogd is gevonden. De "
        "strenge telling komt uit het werk.",
        "Van een kind is alleen het geboortejaar bekend. Wie in het jaar van het einde 18 werd, telt "
        "daarom apart.",
    ),
)
def voogdij_voor_18(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Van alle voogdij die in de periode liep het deel dat eindigde in een jaar waarin het kind
    jonger dan 18 bleef.

    Geteld worden voogdij die op de laatste dag loopt en voogdij die in de periode eindigt.
    """
    lopend = op_dag(trajecten, variant, periode.einde).mutate(geeindigd=ibis.literal(False))
    alle = van_houder(trajecten.maatregelen.filter(_.variant == variant), "eind")
    klaar = alle.filter(_.einddatum.between(periode.begin, periode.einde))
    rijen = met_reden(samen(klaar.mutate(geeindigd=ibis.literal(True)), lopend), trajecten)
    rijen = met_leeftijd(rijen, trajecten)
    jong = (rijen.leeftijd < VOLWASSEN).fill_null(False) & rijen.geeindigd
    rijen = rijen.mutate(
        voor_18=jong,
        overleden=jong & (rijen.reden == OVERLEDEN),
        in_jaar_18=(rijen.leeftijd == VOLWASSEN).fill_null(False) & rijen.geeindigd,
        leeftijd_onbekend=rijen.leeftijd.isnull() & rijen.geeindigd,
    )
    return kandidaten(
        rijen, {**voorwaarden(trajecten, rijen), "geen voogdij": rijen.groep == VOOGDIJ}
    )


def met_leeftijd(rijen: Table, trajecten: Trajecten) -> Table:
    """Add `leeftijd`: what the child becomes in the year in which the measure ended; null unknown."""
    geboren = trajecten.toewijzingen.select(kind_van=_.sleutel, geboortejaar=_.geboortejaar)
    samen_ = rijen.left_join(geboren, rijen.sleutel == geboren.kind_van)
    jaar = samen_.einddatum.year().cast("int64")
    return samen_.select(*rijen.columns, leeftijd=jaar - samen_.geboortejaar.cast("int64"))
