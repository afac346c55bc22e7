"""V3: how long measures last (R195, P3, P50, P55)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.indicator import Maat, indicator, kandidaten
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.maatregelen import VARIANTEN
from paraplu.monitor.waarden.v2_stroom import (
    LEZINGEN,
    OPMERKINGEN,
    op_dag,
    samen,
    van_houder,
    voorwaarden,
    zonder_start,
)


def _duren(naam: str, achtervoegsel: str, waar: str | None) -> tuple[Maat, ...]:
    return (
        Maat(
            sleutel=f"gemiddelde{achtervoegsel}",
            naam=f"Gemiddelde duur, {naam}",
            eenheid="dagen",
            soort="gemiddelde",
            kolom="dagen",
            waar=waar,
        ),
        Maat(
            sleutel=f"mediaan{achtervoegsel}",
            naam=f"Mediane duur, {naam}",
            eenheid="dagen",
            soort="mediaan",
            kolom="dagen",
            waar=waar,
        ),
        Maat(sleutel=f"aantal{achtervoegsel}", naam=f"Aantal, {naam}", eenheid="maatregelen", waar=waar),
    )  # fmt: skip


@indicator(
    code="V3",
    naam="Doorlooptijd",
    vereisten=("R195", "R203", "R204", "R310"),
    lezingen=(*LEZINGEN, "P55"),
    eenheid="dagen",
    bron="iJW305, iJW307 en iJW301",
    varianten=VARIANTEN,
    maten=(
        *_duren("lopend en beëindigd", "", None),
        *_duren("lopend", "_lopend", "lopend"),
        *_duren("beëindigd", "_beeindigd", "beeindigd"),
    ),
    opmerkingen=OPMERKINGEN,
)
def doorlooptijd(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Het aantal dagen van de start van een maatregel tot het einde of, zolang zij loopt, tot de
    laatste dag van de periode.

    Geteld worden maatregelen die op de laatste dag van de periode lopen en maatregelen die in de
    periode eindigen, samen en apart.
    """
    lopend = op_dag(trajecten, variant, periode.einde).mutate(lopend=ibis.literal(True))
    rijen = van_houder(trajecten.maatregelen.filter(_.variant == variant), "eind")
    beeindigd = rijen.filter(_.einddatum.between(periode.begin, periode.einde))
    alle = samen(lopend, beeindigd.mutate(lopend=ibis.literal(False)))
    nooit = zonder_start(trajecten, variant, van=periode.begin, tot=periode.einde)
    alle = samen(alle, nooit.mutate(lopend=ibis.literal(False)))
    tot = ibis.ifelse(alle.lopend, ibis.date(periode.einde), alle.einddatum)
    alle = alle.mutate(beeindigd=~alle.lopend, dagen=tot.delta(alle.begindatum, unit="day"))
    return kandidaten(alle, voorwaarden(trajecten, alle))
