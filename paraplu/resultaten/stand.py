"""Where one agreement stands for one party in one year: the figure, the norm, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from paraplu.afspraken.resultaatafspraken import Resultaatafspraak
from paraplu.inzage.gebied import Gebied
from paraplu.web.getallen import Waarde


class Status(StrEnum):
    """What one can say of an agreement; the value is the word that people read and that is stored."""

    GEHAALD = "gehaald"
    NIET_GEHAALD = "niet gehaald"
    NOG_NIET_BEKEND = "nog niet bekend"
    VERBORGEN = "verborgen"
    GEEN_NORM = "geen norm"


@dataclass(frozen=True, kw_only=True)
class Jaarpunt:
    """One year on the path: what was measured, and what the agreement makes of it.

    `grens` is what the figure of that year is held to, `pad` the same walked from the baseline.
    `in_punten` and `in_procent` are the change that the norm asks, in both ways (P1).
    """

    jaar: int
    gemeten: Waarde
    grens: Waarde
    pad: Waarde
    in_punten: Waarde
    in_procent: Waarde
    is_nulmeting: bool = False


@dataclass(frozen=True, kw_only=True)
class Onderdeel:
    """A number behind the figure or beside it, with its unit; `bewijs` is the address of its receipt."""

    naam: str
    waarde: Waarde
    eenheid: str
    bewijs: str = ""


@dataclass(frozen=True, kw_only=True)
class Gemis:
    """What is not there yet, and who has to bring it ("" when nobody can)."""

    wat: str
    van: str = ""


@dataclass(frozen=True, kw_only=True)
class Stand:
    """Where `afspraak` stands for `partij` in `jaar`, as known on `bekend_op` (None: now).

    `cijfer` and everything else of type Waarde may be None (not known) or Verborgen. `grens`: at most
    or at least, as `afspraak.richting` says. `verandering` is what the norm asks of this year, in the
    unit of `afspraak.wijze`; None without a norm. `uitleg` is one sentence why the status is so,
    `bewijs` the address of the receipt, `herkomst` what a figure rests on that people reported.
    """

    afspraak: Resultaatafspraak
    partij: Gebied
    jaar: int
    bekend_op: date | None
    status: Status
    cijfer: Waarde
    grens: Waarde
    verandering: Decimal | None
    pad: tuple[Jaarpunt, ...]
    onderdelen: tuple[Onderdeel, ...]
    ontbreekt: tuple[Gemis, ...]
    uitleg: str
    bewijs: str = ""
    herkomst: tuple[str, ...] = ()

    @property
    def eenheid(self) -> str:
        """The unit of `cijfer`, `grens` and the path."""
        return self.afspraak.eenheid

    @property
    def sleutel(self) -> str:
        """Names this stand in an address or a file: RA7 gi-90000001 2023."""
        return " ".join(filter(None, (self.afspraak.code, self.partij.sleutel, str(self.jaar))))
