"""V6b: which part of the help that was allocated last year was declared and granted (R200, P4, P58)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.declaratieregels import (
    AFGEWEZEN,
    NIET_BEANTWOORD,
    NIET_IN_ANTWOORD,
)
from paraplu.monitor.trajecten.gi import met_gi
from paraplu.monitor.trajecten.toegewezen_bedrag import met_toegewezen_bedrag

LEZINGEN = ("P4", "P47", "P52", "P54", "P58")
BRON = "iJW301, iJW303 en iJW323; het tariefblad waar dat er is"
OPMERKINGEN = (
    "Een toewijzing noemt zelden een bedrag: zonder budget is het volume maal tarief, per dag "
    "verdeeld (P58).",
    "Het tarief komt uit het tariefblad, anders is het het laatste dat de aanbieder declareerde.",
    "Van een kwartaal of maand is het cijfer dat van het hele jaar.",
)
UITNUTTING = Maat(
    sleutel="uitnutting",
    naam="Uitnutting van het jaar ervoor",
    eenheid="aandeel",
    soort="aandeel",
    kolom="gedeclareerd",
    noemer="toegewezen",
)


@indicator(
    code="V6b",
    naam="Uitnutting",
    vereisten=("R198", "R200", "R310"),
    lezingen=LEZINGEN,
    eenheid="aandeel",
    bron=BRON,
    varianten=("letterlijk",),
    maten=(
        UITNUTTING,
        Maat(
            sleutel="gedeclareerd",
            naam="Toegekende declaraties van het jaar ervoor",
            eenheid="euro",
            soort="som",
            kolom="gedeclareerd",
        ),
        Maat(
            sleutel="toegewezen",
            naam="Toegewezen bedrag van het jaar ervoor",
            eenheid="euro",
            soort="som",
            kolom="toegewezen",
        ),
    ),
    opmerkingen=OPMERKINGEN,
)
def uitnutting(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Toegekende declaraties van jeugdhulp van het vorige jaar, gedeeld door wat was toegewezen.

    Beide zijn bedragen van het jaar vóór het gekozen jaar.
    """
    jaar = periode.begin.year - 1
    rijen = declaraties_in(trajecten, jaar).union(toewijzingen_in(trajecten, jaar))
    return kandidaten(
        met_gi(rijen, trajecten.zorgperioden, sleutel=("rij",), van="dag", tot="dag"),
        {
            **trajecten.ingegaan(rijen),
            **{reden: rijen.reden != reden for reden in REDENEN},
        },
    )


REDENEN = (AFGEWEZEN, NIET_BEANTWOORD, NIET_IN_ANTWOORD, "geen einddatum", "geen tarief")
KOLOMMEN = (
    "rij",
    "kind",
    "gemeente",
    "aanbieder",
    "productcategorie",
    "productcode",
    "tussentaal",
    "soort_maatregel",
    "ingangsdatum",
    "dag",
    "reden",
    "gedeclareerd",
    "toegewezen",
)


def declaraties_in(trajecten: Trajecten, jaar: int) -> Table:
    """Declared lines of jeugdhulp that begin in `jaar`, with what was granted."""
    regels = trajecten.declaratieregels.filter(_.is_jeugdhulp).filter(_.begindatum.year() == jaar)
    return regels.mutate(
        rij=_.bericht + "|" + _.volgnummer.cast("string"),
        dag=_.begindatum,
        reden=_.oordeel,
        gedeclareerd=_.toegekend.cast("int64"),
        toegewezen=ibis.literal(0, type="int64"),
    ).select(*KOLOMMEN)


def toewijzingen_in(trajecten: Trajecten, jaar: int) -> Table:
    """Allocations of jeugdhulp with a day in `jaar`, with the amount for that year."""
    alle = trajecten.toewijzingen.filter(_.is_jeugdhulp)
    return (
        met_toegewezen_bedrag(alle, trajecten, jaar=jaar)
        .mutate(
            rij=_.sleutel,
            reden=_.geen_bedrag.fill_null(""),
            gedeclareerd=ibis.literal(0, type="int64"),
        )
        .select(*KOLOMMEN)
    )
