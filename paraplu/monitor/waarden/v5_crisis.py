"""V5: a measure and crisis help at the same time (R197)."""

from __future__ import annotations

from ibis import _
from ibis.expr.types import Table

from paraplu.afspraken.tussentaal import CRISIS
from paraplu.monitor.indicator import Maat, indicator
from paraplu.monitor.periode import Periode
from paraplu.monitor.trajecten import Trajecten
from paraplu.monitor.trajecten.hulp import toegekende_hulpperioden
from paraplu.monitor.waarden import v4_samenloop as v4

MATEN = (
    Maat(
        sleutel="aandeel",
        naam="Aandeel kinderen met een maatregel dat ook crisishulp heeft",
        eenheid="aandeel",
        soort="aandeel",
        kolom="kind",
        waar="samenloop",
    ),
    Maat(
        sleutel="samenloop",
        naam="Kinderen met maatregel en crisishulp tegelijk",
        eenheid="kinderen",
        soort="uniek",
        kolom="kind",
        waar="samenloop",
    ),
    v4.MATEN[-1],
)


@indicator(
    code="V5",
    naam="Samenloop met crisishulp",
    vereisten=("R197", "R206", "R310"),
    lezingen=v4.LEZINGEN,
    eenheid="aandeel",
    bron=v4.BRON,
    varianten=(v4.VOLLEDIG, v4.LETTERLIJK),
    maten=MATEN,
    opmerkingen=v4.OPMERKINGEN,
    dimensies=v4.DIMENSIES,
)
def samenloop_crisis(trajecten: Trajecten, *, periode: Periode, variant: str) -> Table:
    """Kinderen met een maatregel in de periode die op dezelfde dag ook crisishulp hebben.

    Crisishulp is groep 4 van de tussentaal. Verder zoals bij V4.
    """
    hulp = toegekende_hulpperioden(trajecten).filter(_.tussentaal == CRISIS)
    return v4.samenlooprijen(trajecten, hulp, periode=periode, variant=variant)
