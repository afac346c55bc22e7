"""What this room answers about a year: the value, the numbers behind it, who reported and who did not.

Percentages are in percent (18 is 18 %), amounts in euro. None is unknown, never zero. `Verborgen` is
hidden because few people are behind it. A GI goes by its AGB code, as in the monitor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from paraplu.monitor.verbergen import Verborgen

Getal = int | Decimal | None | Verborgen

#: RA8 by the contract, and the day on which the eight bouwstenen had to work in practice (P39).
CONTRACTDATUM: Final = date(2022, 1, 1)
PRAKTIJKDATUM: Final = date(2022, 4, 1)


@dataclass(frozen=True, kw_only=True)
class Gemeld:
    """Who reported what a figure rests on, as known on a day.

    `versie` is the version of the return of the one GI that was asked for, None for more than one or
    none; `ingediend_op` the day on which the newest return behind the figure came in.
    """

    bekend_op: date
    wel: tuple[str, ...] = ()
    niet: tuple[str, ...] = ()
    versie: int | None = None
    ingediend_op: date | None = None

    @property
    def is_compleet(self) -> bool:
        """Whether everybody who must report did so."""
        return bool(self.wel) and not self.niet


@dataclass(frozen=True, kw_only=True)
class ZoektijdGi:
    """The answers of one GI to the survey; hidden below `KLEINSTE` answers, and to guard another."""

    gi: str
    respondenten: Getal
    waarde: Getal


@dataclass(frozen=True, kw_only=True)
class Zoektijd:
    """RA1: the share of working time that goes to finding fitting help (R173).

    `onder` and `boven` are the 95 % interval, by the t distribution. `bron`: enquete, nulmeting, or
    "" when there is nothing; between nulmeting and enquete the series has a break (P40).
    """

    jaar: int
    waarde: Getal
    onder: Decimal | None
    boven: Decimal | None
    respondenten: int
    nodig: int
    bron: str
    breuk: bool
    per_gi: tuple[ZoektijdGi, ...]
    functies: Mapping[str, Getal]
    #: Means on a scale of 1 to 5 (R298); None when nobody answered.
    werkdruk: Getal
    plezier: Getal
    gemeld: Gemeld

    @property
    def is_genoeg(self) -> bool:
        """Whether so many answered as was agreed (R173)."""
        return self.respondenten >= self.nodig


@dataclass(frozen=True, kw_only=True)
class Overhead:
    """RA3: the share of overhead in all costs (R176), with the difference with the year before (R300)."""

    gi: str
    jaar: int
    waarde: Decimal | None
    overhead: Decimal | None
    indirect: Decimal | None
    direct: Decimal | None
    totaal: Decimal | None
    #: Euro by key of `kosten.SOORTEN`.
    per_soort: Mapping[str, Decimal]
    verschil_euro: Decimal | None
    verschil_punten: Decimal | None
    gemeld: Gemeld


@dataclass(frozen=True, kw_only=True)
class Personeelsverloop:
    """RA4: turnover of jeugdbeschermers: out / mean(begin, end) (proposed, R178)."""

    gi: str
    jaar: int
    waarde: Decimal | None
    begin: int | None
    instroom: int | None
    uitstroom: int | None
    eind: int | None
    #: The former year ended with another number than this one begins with.
    sluit_niet_aan: bool
    gemeld: Gemeld


@dataclass(frozen=True, kw_only=True)
class Herkomst:
    """RA5: who came from lokale teams and Veilig Thuis (R181, P18).

    `waarde` is the number who came in from there; `groei` its change in percent since the year
    before. `instroom` and `sollicitaties` are by origin; a GI that does not know the applications
    leaves them out (None).
    """

    gi: str
    jaar: int
    waarde: int | None
    instroom: Mapping[str, int]
    sollicitaties: Mapping[str, int] | None
    sollicitaties_van_daar: int | None
    groei: Decimal | None
    gemeld: Gemeld


@dataclass(frozen=True, kw_only=True)
class Lijstpunt:
    """One item of a checklist as a region last answered it; `stand` is ja, deels, nee or "" (open)."""

    sleutel: str
    naam: str
    bron: str
    stand: str
    sinds: date | None
    bewijs: str
    beantwoord_op: date | None


@dataclass(frozen=True, kw_only=True)
class Bouwstenen:
    """RA8: the four items of a region (R184), with the two days of P39."""

    regio: str
    naam: str
    op: date
    punten: tuple[Lijstpunt, ...]
    #: Items that were met on 1-1-2022 and on 1-4-2022.
    op_contractdatum: int
    op_praktijkdatum: int

    @property
    def geregeld(self) -> int:
        """How many items are met on `op`."""
        return sum(punt.stand == "ja" for punt in self.punten)

    @property
    def is_compleet(self) -> bool:
        """Whether every item is met on `op`."""
        return self.geregeld == len(self.punten)

    @property
    def heeft_gemeld(self) -> bool:
        """Whether the region answered every item, whatever the answer."""
        return all(punt.stand for punt in self.punten)


@dataclass(frozen=True, kw_only=True)
class Tuinstart:
    """RA6: whether a garden was started (computed from the gardens, R52) and the requests of the table.

    `vto` counts the requests to the RvdK of the calendar year of `op` until `op` (R53);
    `vto_onderzoek` is the share, in percent, in which the RvdK began an investigation. There is no
    norm (P20). `punten` warn and never block (P43).
    """

    regio: str
    naam: str
    op: date
    gestart: bool
    sinds: date | None
    op_tijd: bool
    vto: Getal
    vto_onderzoek: Getal
    punten: tuple[Lijstpunt, ...]

    @property
    def waarschuwingen(self) -> tuple[str, ...]:
        """Names of the items that are not met."""
        return tuple(punt.naam for punt in self.punten if punt.stand != "ja")


@dataclass(frozen=True, kw_only=True)
class Incidenten:
    """RA11: problems with the woonplaatsbeginsel in a year (R189), by day on which they were reported.

    `op_tijd` and `te_laat` are by the term of fourteen days; `lopend` is open and not past it.
    `gemeld` says which GI's declared their register of the year complete, also when it is empty.
    """

    gebied: str
    jaar: int
    aantal: int
    opgelost: int
    op_tijd: int
    te_laat: int
    lopend: int
    #: Hours of searching together (R305); None when nobody wrote any down.
    uren: Decimal | None
    #: Agreements on moving house: kept, and not kept (R305).
    nageleefd: int
    niet_nageleefd: int
    per_gemeente: Mapping[str, int] = field(default_factory=dict)
    per_gi: Mapping[str, int] = field(default_factory=dict)
    per_soort: Mapping[str, int] = field(default_factory=dict)
    gemeld: Gemeld
