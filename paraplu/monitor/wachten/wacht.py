"""One wait with its receipt, and waits counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paraplu.afspraken.termijnen import Termijnregel, ijw_termijnen
from paraplu.termijnen import Termijn


@dataclass(frozen=True, kw_only=True)
class Wacht:
    """Somebody waits for an answer, or did.

    `soort` is the key of the term (OP274); `bericht` and `volgnummer` the message and the line in it
    that it is about, `identificatie` what its sender calls that message. `verzender` must send,
    `ontvanger` waits. `anker`: what happened on `ankerdag` (dagtekening, start, 301, einde).
    `bekend_op`: the day Paraplu got the message. `gedaan_op` is None while nothing came.
    `werkdagen_over`: working days past the last day, until it was done or until the day asked.
    """

    soort: str
    bericht: str
    volgnummer: int
    berichtsoort: str
    identificatie: str | None
    bekend_op: date
    gemeente: str
    aanbieder: str
    verzender: str
    ontvanger: str
    anker: str
    ankerdag: date
    maand: str
    uiterste_datum: date
    gedaan_op: date | None
    stand: str
    werkdagen_over: int

    @property
    def regel(self) -> Termijnregel:
        """The agreed term."""
        return ijw_termijnen()[self.soort]

    @property
    def termijn(self) -> Termijn:
        """The receipt: every day from the anchor to the last one, counted or not, and why."""
        return self.regel.vanaf(self.ankerdag)

    @property
    def is_open(self) -> bool:
        """Whether nothing came yet."""
        return self.gedaan_op is None


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Waits by how they stand."""

    op_tijd: int = 0
    te_laat: int = 0
    open: int = 0
    te_laat_open: int = 0

    def __add__(self, ander: Telling) -> Telling:
        return Telling(
            op_tijd=self.op_tijd + ander.op_tijd,
            te_laat=self.te_laat + ander.te_laat,
            open=self.open + ander.open,
            te_laat_open=self.te_laat_open + ander.te_laat_open,
        )

    @property
    def samen(self) -> int:
        """All of them."""
        return self.beslist + self.open

    @property
    def beslist(self) -> int:
        """Those of which is known whether they were in time: all but what may still come in time."""
        return self.op_tijd + self.te_laat + self.te_laat_open

    @property
    def aandeel(self) -> float | None:
        """The share that was in time; None when of none it is known."""
        return self.op_tijd / self.beslist if self.beslist else None
