"""One example of a definition: what is given, what is expected, and whether it comes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from paraplu.monitor import Indicator, Periode, tellen
from tests.spec.wereld import EURO, Wereld, lees_tabel, maak_wereld


@dataclass(frozen=True)
class Voorbeeld:
    """An example as it is written in a specification."""

    indicator: Indicator
    periode: str
    variant: str
    gegeven: dict[str, str]
    verwacht: str
    cijfers: dict[str, Any]


@dataclass
class Spec:
    """Call it with an indicator, a period, tables that are given and the rows expected.

    `verwacht` has all candidates, in the order of its first column, with the columns that it names;
    an empty cell is unknown, or for `afgevallen_op`: counted. `cijfers` has measures over all rows;
    amounts are euros.
    """

    voorbeelden: list[Voorbeeld] = field(default_factory=list)
    alleen_opschrijven: bool = False

    def __call__(
        self,
        indicator: Indicator,
        *,
        periode: str,
        verwacht: str,
        variant: str | None = None,
        cijfers: dict[str, Any] | None = None,
        **gegeven: str,
    ) -> None:
        voorbeeld = Voorbeeld(
            indicator=indicator,
            periode=periode,
            variant=indicator.kies_variant(variant),
            gegeven=gegeven,
            verwacht=verwacht,
            cijfers=cijfers or {},
        )
        self.voorbeelden.append(voorbeeld)
        if not self.alleen_opschrijven:
            probeer(voorbeeld)


def probeer(voorbeeld: Voorbeeld) -> None:
    """Compute the indicator on what is given and compare."""
    wereld = maak_wereld(voorbeeld.gegeven)
    rijen = voorbeeld.indicator.rijen(
        wereld.trajecten, periode=Periode.lees(voorbeeld.periode), variant=voorbeeld.variant
    )
    verwacht = lees_tabel(voorbeeld.verwacht)
    kolommen = list(verwacht[0]) if verwacht else ["afgevallen_op"]
    gevonden = [
        {kolom: als_cel(kolom, rij[kolom]) for kolom in kolommen}
        for rij in wereld.con.to_pyarrow(rijen).to_pylist()
    ]
    assert _gesorteerd(gevonden) == _gesorteerd(verwacht)
    if voorbeeld.cijfers:
        assert cijfers_van(voorbeeld, wereld, rijen) == voorbeeld.cijfers


def cijfers_van(voorbeeld: Voorbeeld, wereld: Wereld, rijen: Any) -> dict[str, Any]:
    """The measures that the example names, over all counted rows."""
    maten = [m for m in voorbeeld.indicator.maten if m.sleutel in voorbeeld.cijfers]
    tellend = tellen.geteld(tellen.met_gebied(rijen, wereld.gebieden))
    gevonden: dict[str, Any] = {}
    for tabel in tellen.tel(tellend, tellen.ALLES, maten):
        for rij in wereld.con.to_pyarrow(tabel).to_pylist():
            gevonden |= rij
    cijfers = {maat.sleutel: tellen.waarde_van(maat, gevonden) for maat in maten}
    euro = {maat.sleutel for maat in maten if maat.eenheid == "euro"}
    return {
        naam: cijfer / 100 if naam in euro and cijfer is not None else cijfer
        for naam, cijfer in cijfers.items()
    }


def als_cel(kolom: str, waarde: Any) -> str:
    """A value as it is written in a table."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return waarde.isoformat()
    if kolom in EURO:
        return f"{waarde / 100:g}"
    return f"{waarde:g}" if isinstance(waarde, float) else str(waarde)


def _gesorteerd(rijen: list[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(rijen, key=lambda rij: tuple(rij.values()))
