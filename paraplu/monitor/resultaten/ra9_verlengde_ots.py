"""RA9: how long extended OTS lasted that ended (R185, P50, P51, P61)."""

from __future__ import annotations

from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.maatregelen import AANEENGESLOTEN, TOEGEWEZEN
from paraplu.monitor.waarden.v2_stroom import LEZINGEN, OPMERKINGEN, van_houder, voorwaarden

OTS = "OTS"
JAAR_2 = "ots jaar 2 en verder"
#: An OTS is given for a year at most; what lasts longer was extended.
EEN_JAAR = 366
#: The reason in a 307 with which an ending says nothing about duration.
OVERLEDEN = "02"


@indicator(
    code="RA9",
    naam="Duur van verlengde OTS",
    vereisten=("R185", "R310"),
    lezingen=(*LEZINGEN, "P17"),
    eenheid="dagen",
    bron="iJW305, iJW307 en iJW301",
    varianten=(AANEENGESLOTEN, TOEGEWEZEN),
    maten=(
        Maat(
            sleutel="gemiddelde",
            naam="Gemiddelde duur",
            eenheid="dagen",
            soort="gemiddelde",
            kolom="dagen",
        ),
        Maat(
            sleutel="mediaan", naam="Mediane duur", eenheid="dagen", soort="mediaan", kolom="dagen"
        ),
        Maat(sleutel="aantal", naam="Geëindigde verlengde OTS", eenheid="maatregelen"),
    ),
    opmerkingen=(
        *OPMERKINGEN,
        "Elke zaak telt één keer: het gemiddelde van een GI is zo gewogen over alle gemeenten.",
        "De bronnen zeggen niet wat een verlengde OTS is: wij nemen OTS jaar 2 en verder, en elke "
        "OTS die langer dan een jaar duurde (P61).",
        "Uitzonderlijke zaken uit het register van de GI gaan er op de pagina van de afspraak af.",
    ),
)
def verlengde_ots(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het aantal dagen van de eerste start tot het einde, van elke verlengde ondertoezichtstelling
    (OTS) die in de periode eindigt.

    Bij de GI die haar het laatst uitvoerde. Eindigde zij omdat het kind overleed, dan telt zij niet
    mee.
    """
    maatregelen = van_houder(trajecten.maatregelen.filter(_.variant == variant), "eind")
    beeindigd = maatregelen.filter(_.einddatum.between(periode.begin, periode.einde))
    rijen = met_reden(met_jaar_2(beeindigd, trajecten, variant), trajecten)
    rijen = rijen.mutate(dagen=rijen.einddatum.delta(rijen.begindatum, unit="day"))
    return kandidaten(
        rijen,
        {
            **voorwaarden(trajecten, rijen),
            "geen OTS": rijen.groep == OTS,
            "niet verlengd": rijen.jaar_2 | (rijen.dagen > EEN_JAAR),
            "kind overleden": rijen.reden != OVERLEDEN,
        },
    )


def met_jaar_2(rijen: Table, trajecten: Trajecten, variant: str) -> Table:
    """Add `jaar_2`: whether a part of the measure is coded as the second year or later."""
    later = (
        trajecten.maatregeldelen.filter(_.variant == variant, _.soort_maatregel == JAAR_2)
        .select(deel_van=_.maatregel)
        .distinct()
    )
    samen = rijen.left_join(later, rijen.maatregel == later.deel_van)
    return samen.select(*rijen.columns, jaar_2=samen.deel_van.notnull())


def met_reden(rijen: Table, trajecten: Trajecten) -> Table:
    """Add `reden`, of the stop with which the last part ended; "" where no message says it."""
    stops = (
        trajecten.zorgperioden.filter(_.einddatum.notnull(), ~_.tijdelijk)
        .group_by(stop_van=_.sleutel, gestopt_op=_.einddatum)
        .agg(stopreden=_.reden_beeindiging.min())
    )
    samen = rijen.left_join(
        stops, [rijen.sleutel == stops.stop_van, rijen.einddatum == stops.gestopt_op]
    )
    return samen.select(*rijen.columns, reden=samen.stopreden.fill_null(""))
