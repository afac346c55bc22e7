"""What a receipt holds: everything one needs to check a figure, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from paraplu.monitor.kwaliteit import Raakvlak
from paraplu.monitor.uitkomst import Waarde
from paraplu.monitor.verbergen import Verborgen

#: A number of rows, or that it is not shown.
Aantal = int | Verborgen


@dataclass(frozen=True, kw_only=True)
class Definitiebewijs:
    """By which definition was counted; `klopt`: the code is the code of that version."""

    code: str
    naam: str
    tekst: str
    bron: str
    vereisten: tuple[str, ...]
    lezingen: tuple[str, ...]
    opmerkingen: tuple[str, ...]
    versie: int
    vingerafdruk: str
    klopt: bool


@dataclass(frozen=True, kw_only=True)
class Maatbewijs:
    """The value of one measure, how it is read from the list, and from how many of its rows."""

    sleutel: str
    naam: str
    eenheid: str
    waarde: Waarde | Verborgen
    leeswijze: str
    regels: Aantal


@dataclass(frozen=True, kw_only=True)
class Leveringdeel:
    """A delivery that brought messages behind the counted rows, with how many it brought first."""

    levering: str
    dag: date
    brenger: str
    berichten: int


@dataclass(frozen=True, kw_only=True)
class Herkomst:
    """The deliveries behind a figure, the oldest first, and how many messages they brought for it."""

    leveringen: tuple[Leveringdeel, ...]

    @property
    def aantal(self) -> int:
        return len(self.leveringen)

    @property
    def berichten(self) -> int:
        return sum(deel.berichten for deel in self.leveringen)

    @property
    def eerste(self) -> date | None:
        return min((deel.dag for deel in self.leveringen), default=None)

    @property
    def laatste(self) -> date | None:
        return max((deel.dag for deel in self.leveringen), default=None)


@dataclass(frozen=True, kw_only=True)
class Gegevensbewijs:
    """Which data: name of the version, Delta version per table, imports per sheet, known on which day.

    `bekend_op` None: everything that was known on `bijgewerkt_op`, the day of the last delivery.
    """

    dataversie: str
    tabellen: Mapping[str, int]
    bladen: Mapping[str, int]
    bekend_op: date | None
    bijgewerkt_op: date | None
    ingegaan_na: date


@dataclass(frozen=True, kw_only=True)
class Codebewijs:
    """Which code: the version of the package, and a stamp that changes with every line of it."""

    pakket: str
    stempel: str


@dataclass(frozen=True, kw_only=True)
class Bewijs:
    """The receipt of one figure.

    `herkomst` and `raakvlakken` are None where this reader does not get them (`verborgen`: why).
    `delen`: the figures split by `per`, where that was asked for.
    """

    definitie: Definitiebewijs
    variant: str
    periode: str
    begin: date
    einde: date
    filters: Mapping[str, str]
    maten: tuple[Maatbewijs, ...]
    kandidaten: Aantal
    geteld: Aantal
    afgevallen: tuple[tuple[str, Aantal], ...]
    herkomst: Herkomst | None
    raakvlakken: tuple[Raakvlak, ...] | None
    gegevens: Gegevensbewijs
    code: Codebewijs
    verborgen: str = ""
    per: str | None = None
    delen: tuple[tuple[str, Mapping[str, Waarde | Verborgen]], ...] = ()

    def als_dict(self) -> dict[str, Any]:
        """The same for JSON: days as text, euros as text, hidden values with their reason."""
        inhoud = _als_json(self)
        if self.herkomst is not None:
            inhoud["herkomst"] |= {
                "aantal": self.herkomst.aantal,
                "berichten": self.herkomst.berichten,
                "eerste": _als_json(self.herkomst.eerste),
                "laatste": _als_json(self.herkomst.laatste),
            }
        return inhoud


def _als_json(waarde: Any) -> Any:
    if isinstance(waarde, Verborgen):
        return {"verborgen": waarde.reden}
    if is_dataclass(waarde) and not isinstance(waarde, type):
        velden = waarde.__dataclass_fields__
        return {naam: _als_json(getattr(waarde, naam)) for naam in velden}
    if isinstance(waarde, Mapping):
        return {str(naam): _als_json(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_als_json(deel) for deel in waarde]
    return (
        waarde.isoformat()
        if isinstance(waarde, date)
        else str(waarde)
        if isinstance(waarde, Decimal)
        else waarde
    )
