"""V7: whether the help that follows is lighter (R202, R311, P22, P23, P59)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.gi import met_gi
from paraplu.monitor.trajecten.hulp import hulptrajecten, met_kosten, met_maatregelgeld

VOLGORDE = "volgorde"
LETTERLIJK = "letterlijk"
ALGEMEEN = "algemeen"
#: The next help starts from this many days before to this many days after the end.
VROEGER, LATER = 31, 92
CATEGORIE, DUUR, KOSTEN = "categorie", "duur", "kosten"
#: What is asked of the help that follows.
OPVOLGER = (
    "kind",
    "sleutel",
    "aanbieder",
    "productcategorie",
    "productcode",
    "start",
    "eind",
    "duur",
    "rang",
)


def _aantal(sleutel: str, naam: str, kolom: str) -> Maat:
    return Maat(sleutel=sleutel, naam=naam, eenheid="hulp", soort="som", kolom=kolom)


@indicator(
    code="V7",
    naam="Afschaling",
    vereisten=("R202", "R206", "R310", "R311"),
    lezingen=("P22", "P23", "P47", "P49", "P52", "P59"),
    eenheid="aandeel",
    bron="iJW303, iJW323, iJW305, iJW307 en iJW301",
    varianten=(VOLGORDE, LETTERLIJK, ALGEMEEN),
    maten=(
        Maat(
            sleutel="aandeel",
            naam="Aandeel van de opgevolgde hulp dat is afgeschaald",
            eenheid="aandeel",
            soort="aandeel",
            kolom="afgeschaald",
            noemer="opgevolgd",
        ),
        _aantal("afgeschaald", "Afgeschaald", "afgeschaald"),
        _aantal("opgevolgd", "Opgevolgd door andere hulp", "opgevolgd"),
        _aantal("categorie", "Afgeschaald naar een lichtere soort hulp", "op_categorie"),
        _aantal("duur", "Afgeschaald naar kortere hulp", "op_duur"),
        _aantal("kosten", "Afgeschaald naar goedkopere hulp", "op_kosten"),
        Maat(
            sleutel="rang",
            naam="Gemiddelde zwaarte van de hulp (1 licht, 7 zwaar)",
            eenheid="rang",
            soort="gemiddelde",
            kolom="rang",
        ),
        Maat(
            sleutel="duur_mediaan",
            naam="Mediane duur van de hulp die is geëindigd",
            eenheid="dagen",
            soort="mediaan",
            kolom="duur",
        ),
        Maat(
            sleutel="kosten_per_dag",
            naam="Gemiddelde kosten per dag",
            eenheid="euro",
            soort="gemiddelde",
            kolom="kosten_per_dag",
        ),
    ),
    opmerkingen=(
        "De volgorde van licht naar zwaar is een voorstel dat de regio's nog moeten toetsen (P22).",
        "Aangenomen is: een lagere groep is lichtere hulp; bij een gelijke groep of duur betekenen "
        "lagere kosten een lichter product of minder vaak (R311).",
        "Crisis, LTA, overige producten en hulp zonder plaats in de tussentaal doen niet mee.",
        "De lezing algemeen gaat over alle hulp die in de periode begint, van elk kind.",
    ),
)
def afschaling(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Hulp die in de periode eindigt en wordt gevolgd door andere, lichtere hulp aan dat kind.

    De volgende hulp begint van 31 dagen vóór tot 92 dagen na het einde. Lichter is achtereenvolgens:
    een lichtere groep; bij gelijke groep korter; anders minder kosten per dag. De lezing letterlijk
    neemt elk van de drie.
    """
    hulp = met_rang(hulptrajecten(trajecten), trajecten)
    if variant == ALGEMEEN:
        return alle_begonnen(hulp, trajecten, periode)
    eindigt = hulp.filter(_.eind.between(periode.begin, periode.einde))
    eindigt = met_maatregelgeld(eindigt, trajecten)
    opvolging = met_opvolger(eindigt, hulp, trajecten)
    rijen = met_criterium(gi_op(opvolging, trajecten, "eind"), variant=variant)
    return kandidaten(
        rijen,
        {
            "kind zonder toegekende regel in 47 of 48": rijen.maatregelgeld,
            "geen rang in de tussentaal": rijen.rang.notnull(),
            "geen opvolgende hulp": rijen.na_start.notnull(),
        },
    )


def gi_op(hulp: Table, trajecten: Trajecten, dag: str) -> Table:
    """Add `gi`: whose measure runs on that day (P60)."""
    return met_gi(hulp, trajecten.zorgperioden, sleutel=("sleutel",), van=dag, tot=dag)


def alle_begonnen(hulp: Table, trajecten: Trajecten, periode: Periode) -> Table:
    """All help that starts in the period, with its rank, length and cost (R311)."""
    begonnen = hulp.filter(_.start.between(periode.begin, periode.einde))
    leeg = ("afgeschaald", "opgevolgd", "op_categorie", "op_duur", "op_kosten")
    rijen = gi_op(met_kosten(begonnen, trajecten), trajecten, "start").mutate(
        **{naam: ibis.null("int64") for naam in leeg}
    )
    return kandidaten(rijen, {})


def met_rang(hulp: Table, trajecten: Trajecten) -> Table:
    """Add `rang`, 1 the lightest; null for crisis, LTA, other products and what is not placed."""
    rangen = trajecten.rangen.select(rang_van=_.tussentaal, rang=_.rang)
    samen = hulp.left_join(rangen, hulp.tussentaal == rangen.rang_van)
    return samen.select(*hulp.columns, "rang")


def met_opvolger(eindigt: Table, hulp: Table, trajecten: Trajecten) -> Table:
    """Add kosten_per_dag and na_…: the first other help of the child around the end.

    Of several the first that starts, then the lowest key.
    """
    ander = hulp.filter(_.rang.notnull()).select(**{f"na_{naam}": _[naam] for naam in OPVOLGER})
    paar = eindigt.inner_join(
        ander, [eindigt.kind == ander.na_kind, eindigt.sleutel != ander.na_sleutel]
    )
    dagen = paar.na_start.delta(paar.eind, unit="day")
    zelfde = (
        (paar.aanbieder == paar.na_aanbieder)
        & paar.productcategorie.identical_to(paar.na_productcategorie)
        & paar.productcode.identical_to(paar.na_productcode)
    )
    volgorde = ibis.row_number().over(group_by="sleutel", order_by=[_.na_start, _.na_sleutel])
    eerste = (
        paar.filter(dagen.between(-VROEGER, LATER), ~zelfde)
        .mutate(volgorde=volgorde)
        .filter(_.volgorde == 0)
        .select(voor=_.sleutel, **{naam: _[f"na_{naam}"] for naam in OPVOLGER})
    )
    opvolger = met_kosten(eerste, trajecten)
    opvolger = opvolger.select("voor", **{f"na_{n}": _[n] for n in (*OPVOLGER, "kosten_per_dag")})
    rijen = met_kosten(eindigt, trajecten)
    return rijen.left_join(opvolger, rijen.sleutel == opvolger.voor).drop("voor")


def met_criterium(rijen: Table, *, variant: str) -> Table:
    """Add `criterium` (categorie, duur, kosten or null) and the counts that follow from it."""
    kies = _letterlijk if variant == LETTERLIJK else _volgorde
    met = rijen.mutate(criterium=ibis.cases(*kies(rijen), else_=ibis.null("string")))
    tel = {
        f"op_{naam}": ibis.ifelse(met.criterium.fill_null("") == naam, 1, 0)
        for naam in (CATEGORIE, DUUR, KOSTEN)
    }
    return met.mutate(
        afgeschaald=ibis.ifelse(met.criterium.notnull(), 1, 0),
        opgevolgd=ibis.literal(1, type="int64"),
        **tel,
    )


def _volgorde(rij: Table) -> list[tuple[BooleanValue, str]]:
    """Category decides; at equal category duration; at equal duration or none yet, cost (P23)."""
    gelijke_rang = rij.na_rang == rij.rang
    geen_verschil = (
        rij.duur.isnull() | rij.na_duur.isnull() | (rij.na_duur == rij.duur)
    ).fill_null(True)
    return [
        (rij.na_rang < rij.rang, CATEGORIE),
        (gelijke_rang & (rij.na_duur < rij.duur), DUUR),
        (gelijke_rang & geen_verschil & (rij.na_kosten_per_dag < rij.kosten_per_dag), KOSTEN),
    ]


def _letterlijk(rij: Table) -> list[tuple[BooleanValue, str]]:
    """Any of the three; cost only at equal category or equal duration (R202)."""
    gelijk = (rij.na_rang == rij.rang) | (rij.na_duur == rij.duur).fill_null(False)
    return [
        (rij.na_rang < rij.rang, CATEGORIE),
        (rij.na_duur < rij.duur, DUUR),
        (gelijk & (rij.na_kosten_per_dag < rij.kosten_per_dag), KOSTEN),
    ]
