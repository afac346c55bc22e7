"""What is known of one case, as plain values: the receipt and the figures are computed from these.

Nothing here reads the database, so that every computation can be checked in a table by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from paraplu.termijnen import Opschorting, kalender
from paraplu.termijnen.opschorting import merge
from paraplu.termijnen.teller import Dagteller

#: The outcome of a step that another act overtook; nobody finished it.
VERVALLEN: Final = "vervallen"
#: The ending of a route that one hopes for.
HULP_GESTART: Final = "hulp_gestart"


@dataclass(frozen=True, kw_only=True)
class Gezet:
    """One step of a case: who had to do it, and when it was done.

    `partij` is our key of the organisation, `partij_naam` its name. `uiterste_datum` is the last
    day as it stood with the step; None without a term, or while nobody knows yet.
    """

    sleutel: str
    nummer: str
    naam: str
    rol: str
    partij: str
    partij_naam: str
    geopend_op: date
    afgerond_op: date | None = None
    uitkomst: str = ""
    uitkomst_naam: str = ""
    termijn: str = ""
    kalender: str = ""
    uiterste_datum: date | None = None
    stil: tuple[Opschorting, ...] = ()
    herstelt: bool = False

    @property
    def is_gedaan(self) -> bool:
        """Whether somebody finished it; a step that lapsed was not finished."""
        return self.afgerond_op is not None and self.uitkomst != VERVALLEN

    @property
    def op_tijd(self) -> bool | None:
        """Whether it was finished in time; None while it is open, lapsed, or has no term."""
        if not self.is_gedaan or not self.termijn or self.afgerond_op is None:
            return None
        return self.uiterste_datum is None or self.afgerond_op <= self.uiterste_datum

    def werkdagen(self, op: date) -> int:
        """Working days from the day it opened to the day it closed, or to `op`.

        The first day does not count, the last one does; days on which it stood still do not.
        """
        teller = Dagteller(kalender(self.kalender or "atw"), merge(self.stil))
        return teller.tussen(self.geopend_op, min(self.afgerond_op or op, op))


@dataclass(frozen=True, kw_only=True)
class Tijd:
    """A term over several steps, as it ran in this case."""

    naam: str
    duur: str
    vanaf: date
    uiterste_datum: date
    gehaald_op: date | None
    vereisten: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Bijzonderheid:
    """Something else that counts in a figure: a refusal, a bottleneck, a question that was answered.

    `deel` is its code (reason, kind); `partij` who did it; `waarde` and `ja` what is measured.
    """

    soort: str
    deel: str
    op: date
    partij: str = ""
    waarde: int | None = None
    ja: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Traject:
    """One case from begin to now.

    `eerste_contact` is the first attempt, or the opening where none was noted. `start_hulp` is the
    first day of the help. `uitspraak_op` is the day of the court decision, None without a measure.
    """

    casus: int
    regio: str
    route: str
    gi: str
    geopend_op: date
    eerste_contact: date
    afgesloten_op: date | None = None
    afloop: str = ""
    afloop_naam: str = ""
    start_hulp: date | None = None
    uitspraak_op: date | None = None
    jeugdbeschermer_op: date | None = None
    stappen: tuple[Gezet, ...] = ()
    tijden: tuple[Tijd, ...] = ()
    #: The steps of which the first closing makes clear whether there will be help (R103, R104).
    duidelijk_bij: tuple[str, ...] = ()
    formulieren: int = 0
    aanbieders: int = 0
    bijzonder: tuple[Bijzonderheid, ...] = ()

    @property
    def nummer(self) -> str:
        """How people call the case."""
        return f"C{self.casus}"


def count_werkdagen(vanaf: date, tot: date) -> int:
    """Working days after `vanaf` up to and including `tot`; 0 when `tot` comes first.

    >>> count_werkdagen(date(2026, 4, 2), date(2026, 4, 9))
    3
    """
    return kalender().werkdagen_tussen(vanaf, tot) if tot > vanaf else 0
