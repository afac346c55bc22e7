"""Read the fixed groups around gemeenten, and who is missing in them (R234)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from . import queries
from .models import Groepslid, LokaleGroep, Soort

#: The four that should be in every group.
PARTIJEN = (Soort.LOKAAL_TEAM, Soort.GI, Soort.VEILIG_THUIS, Soort.RVDK)


@dataclass(frozen=True)
class Groepsstand:
    """A group on a day: its members, and the kinds of organisation that have nobody in it."""

    groep: LokaleGroep
    leden: tuple[Groepslid, ...]
    ontbreekt: tuple[Soort, ...]


def groepen_van(gemeente: str, *, op: date) -> list[Groepsstand]:
    """The groups of a gemeente on a day."""
    groepen = LokaleGroep.objects.filter(queries.in_force(op), gemeente=gemeente)
    return [_stand(groep, op) for groep in groepen]


def _stand(groep: LokaleGroep, op: date) -> Groepsstand:
    leden = tuple(groep.leden.filter(queries.in_force(op)).select_related("organisatie"))
    soorten = {lid.organisatie.soort for lid in leden}
    return Groepsstand(groep, leden, tuple(s for s in PARTIJEN if s not in soorten))
