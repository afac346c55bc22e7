"""Numbers about care on offer that nobody agreed yet: ours, marked as proposed, to be chosen anew."""

from __future__ import annotations

from datetime import date, timedelta

from .. import queries

#: Key of the region's choice in `netwerk.instellingen`, and our proposal.
VERS = "aanbod_vers_dagen"
VERS_VOORSTEL = 14
#: Days in which a provider can react to its measured waiting time before others see it. It holds for
#: all regions together, so it is kept under the empty region.
REACTIE = "wachttijd_reactie_dagen"
REACTIE_VOORSTEL = 14
#: Smaller groups are not shown: a figure over so few says little, and may be about one child.
KLEINSTE_GROEP = 5


def fresh_for(regio: str, *, on: date) -> int:
    """Days that a statement of a provider counts as of now in this region (R119)."""
    return _number(regio, VERS, VERS_VOORSTEL, on)


def fresh_per_regio(regios: set[str], *, on: date) -> dict[str, int]:
    """The same for several regions."""
    return {regio: fresh_for(regio, on=on) for regio in regios}


def is_proposal(regio: str, *, on: date) -> bool:
    """Whether the region has not chosen a number itself, so that ours holds."""
    return not queries.instelling(regio, VERS, op=on)


def release_day(gemeten_op: date) -> date:
    """First day on which others than the provider see what was measured on a day (R301)."""
    return gemeten_op + timedelta(days=_number("", REACTIE, REACTIE_VOORSTEL, gemeten_op))


def _number(regio: str, sleutel: str, voorstel: int, on: date) -> int:
    return int(queries.instelling(regio, sleutel, op=on, anders=str(voorstel)))
