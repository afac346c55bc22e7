"""From words to a question with its names checked, and from cents to the amounts that are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from paraplu.monitor import tellen, waarden
from paraplu.monitor.geopend import Vraag
from paraplu.monitor.indicator import Indicator, Maat
from paraplu.monitor.periode import Periode
from paraplu.monitor.uitkomst import Waarde

Filters = Mapping[str, str]


def make_vraag(
    code: str,
    variant: str | None,
    periode: Periode,
    *,
    per: str = tellen.ALLES,
    filters: Filters | None,
) -> Vraag:
    """What is asked. Raises OnbekendeIndicator, OnbekendeVariant and OnbekendeDimensie."""
    indicator = waarden.indicator(code)
    tellen.dimensie(per)
    return Vraag(
        indicator=indicator,
        variant=indicator.kies_variant(variant),
        periode=periode,
        per=per,
        filters=schoon(filters),
    )


def centkolommen(indicator: Indicator) -> set[str | None]:
    """Columns of a list that hold cents: amounts on lines, and what a measure in euros reads."""
    bedragen = {"bedrag", "toegekend", "saldo", "vorig_gedeclareerd", "vorig_toegewezen"}
    return bedragen | {maat.kolom for maat in indicator.maten if maat.eenheid == "euro"}


def schoon(filters: Filters | None) -> dict[str, str]:
    """Filters without those that keep everything. Raises OnbekendeDimensie."""
    keuze = {naam: str(waarde) for naam, waarde in (filters or {}).items() if waarde}
    for naam in keuze:
        tellen.dimensie(naam)
    return keuze


def euro(centen: Any) -> Decimal | None:
    """Cents as euros, to the cent."""
    return None if centen is None else Decimal(round(centen)) / 100


def euro_rij(centen: Any) -> Decimal | None:
    """An amount in a row, with parts of a cent: a mean over the rows is then that of the figure."""
    if centen is None or isinstance(centen, int):
        return euro(centen)
    return Decimal(str(round(centen, 2))) / 100


def toon(maten: Sequence[Maat], cijfers: Mapping[str, Any]) -> dict[str, Waarde]:
    """The measures as they are shown."""
    return {
        m.sleutel: euro(cijfers[m.sleutel]) if m.eenheid == "euro" else cijfers[m.sleutel]
        for m in maten
    }
