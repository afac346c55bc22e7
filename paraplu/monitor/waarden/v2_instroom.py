"""V2a, V2b and V2c: measures that start, end and run (R194, P2, P3, P50, P51)."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.maatregelen import VARIANTEN

#: Only what began after this day counts (R194); what was running is left out (P6).
NA = date(2017, 1, 1)
OPMERKINGEN = (
    "Toewijzingen voor een heel gezin op één kind, en kinderen zonder BSN of met een geheim "
    "adres, zitten niet in het berichtenverkeer: zij tellen niet mee (P62).",
    "Wat op of vóór 1-1-2017 inging telt niet mee; lange voogdij valt daardoor weg (P6).",
)
LEZINGEN = ("P2", "P6", "P47", "P49", "P50", "P51", "P61", "P62")
BRON = "iJW305, iJW307 en iJW301"
STROOM_IN = Maat(
    sleutel="overdracht_in", naam="Overgenomen van een ander", eenheid="maatregelen", soort="stroom"
)
STROOM_UIT = Maat(
    sleutel="overdracht_uit", naam="Overgedragen aan een ander", eenheid="maatregelen", soort="stroom"
)  # fmt: skip
KINDEREN = Maat(
    sleutel="kinderen", naam="Kinderen", eenheid="kinderen", soort="uniek", kolom="kind"
)


def maatregelrijen(maatregelen: Table, kant: str) -> Table:
    """Measures with the dimensions of their first (`begin`) or last (`eind`) holder."""
    return maatregelen.select(
        "variant",
        "maatregel",
        "kind",
        "groep",
        "is_maatregel",
        "begindatum",
        "einddatum",
        "ingangsdatum",
        gemeente=maatregelen[f"{kant}_gemeente"],
        gi=maatregelen[f"{kant}_aanbieder"],
        aanbieder=maatregelen[f"{kant}_aanbieder"],
        productcategorie=maatregelen[f"{kant}_productcategorie"],
        soort_maatregel=maatregelen[f"{kant}_soort_maatregel"],
        tussentaal=ibis.null("int64"),
    )


def voorwaarden(rijen: Table) -> dict[str, ibis.expr.types.BooleanValue]:
    """What R194 asks of every measure: known start, a real measure, begun after 1-1-2017."""
    return {
        "geen startbericht": rijen.begindatum.notnull(),
        "geen maatregel": rijen.is_maatregel,
        "ingegaan op of vóór 1-1-2017": rijen.ingangsdatum > NA,
    }


@indicator(
    code="V2a",
    naam="Instroom",
    vereisten=("R194", "R310"),
    lezingen=LEZINGEN,
    eenheid="maatregelen",
    bron=BRON,
    varianten=VARIANTEN,
    maten=(
        Maat(sleutel="instroom", naam="Begonnen maatregelen", eenheid="maatregelen"),
        KINDEREN,
        STROOM_IN,
    ),
    opmerkingen=OPMERKINGEN,
)
def instroom(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het aantal maatregelen dat in de periode begint.

    Een toewijzing zonder startbericht telt niet: zij valt af en wordt apart genoemd.
    """
    rijen = maatregelrijen(trajecten.maatregelen.filter(_.variant == variant), "begin")
    dag = rijen.begindatum.coalesce(rijen.ingangsdatum)
    rijen = rijen.filter(dag.between(periode.begin, periode.einde))
    return kandidaten(rijen, voorwaarden(rijen))
