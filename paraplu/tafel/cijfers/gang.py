"""What happened at a table in one case, as plain values: what every figure is made of. No database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Gehouden:
    """A talk that was held, with what came out last: `uitkomst` "" is the review of an OTS."""

    dag: date
    te_gast: bool = False
    uitkomst: str = ""
    toets: str = ""
    samen: bool | None = None
    volgt_advies: bool | None = None
    advies: str = "geen"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A moment to look back; `gehouden_op` None: still to come, or lapsed."""

    op: date
    gehouden_op: date | None = None
    doorbraak: bool | None = None
    vervolg: str = ""
    vervallen: bool = False


@dataclass(frozen=True, kw_only=True)
class Verzoek:
    """A request to the RvdK, and its answer when that is there (P28)."""

    op: date
    besloten_op: date | None = None
    onderzoek: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Belofte:
    """An agreement: reported as done or not on a day, or still open."""

    uiterlijk: date
    gemeld_op: date | None = None
    gedaan: bool | None = None
    soort: str = "anders"


@dataclass(frozen=True, kw_only=True)
class Gang:
    """One case at a table. `uiterlijk` is the last day of the two weeks from `ontvangen_op` (R77)."""

    casus: int
    regio: str
    tafel: str
    soort: str
    ontvangen_op: date | None = None
    uiterlijk: date | None = None
    afgesloten_op: date | None = None
    afloop: str = ""
    gesprekken: tuple[Gehouden, ...] = ()
    momenten: tuple[Moment, ...] = ()
    verzoeken: tuple[Verzoek, ...] = ()
    beloften: tuple[Belofte, ...] = ()
