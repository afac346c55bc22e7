"""A term that a message started: until when, who has to act, and when that was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paraplu.afspraken.termijnen import ijw_termijnen
from paraplu.termijnen import BuitenKalender, Stand, Termijn


@dataclass(frozen=True, kw_only=True)
class Bewaking:
    """One watched term.

    `regel` is the code of the rule, `waarop` what is awaited and on what, `wie` the party that must
    act (gemeentecode or AGB code in `partij`), `gedaan_op` the day on which it was done.
    """

    regel: str
    waarop: str
    wie: str
    partij: str
    termijn: Termijn
    gedaan_op: date | None

    def stand(self, op: date) -> Stand:
        """Done in time, done too late, open, or passed."""
        return self.termijn.stand(op=op, gedaan_op=self.gedaan_op)


def bewaak(
    sleutel: str,
    *,
    vanaf: date,
    waarop: str,
    gemeente: str,
    aanbieder: str,
    gedaan_op: date | None,
    wie: str = "",
) -> tuple[Bewaking, ...]:
    """The term with this key that begins on `vanaf`; none when it lies outside the calendars."""
    regel = ijw_termijnen()[sleutel]
    wie = wie or regel.wie
    try:
        termijn = regel.vanaf(vanaf)
    except BuitenKalender:
        return ()
    return (
        Bewaking(
            regel=regel.regel,
            waarop=waarop,
            wie=wie,
            partij=gemeente if wie == "gemeente" else aanbieder,
            termijn=termijn,
            gedaan_op=gedaan_op,
        ),
    )
