"""Which organisation has a role in a case. Rooms above register those of their own procedures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from paraplu.netwerk.models import Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import in_force

from .models import Casus

#: Gives the organisation that has a role in a case, None when this case says nothing of it.
Vinder = Callable[[Casus, date], Organisatie | None]

#: Roles that belong to the region of the case, with the kind of organisation that has them.
VAN_DE_REGIO = {
    "regionaal_contactpersoon": Soort.REGIO,
    "functionaris": Soort.REGIO,
    "zorgbemiddelaar": Soort.REGIO,
    "expertteam": Soort.EXPERTTEAM,
    "voorzitter": Soort.TAFEL,
}
#: Roles whose organisation works for all regions or for several.
VAN_ALLEN = {"raad": Soort.RVDK, "veilig_thuis": Soort.VEILIG_THUIS}

#: Gives the people who have a role in a case by name, None when it belongs to an organisation.
Noemer = Callable[[Casus, str, date], list[Medewerker] | None]

_VINDERS: dict[str, list[Vinder]] = {}
_NOEMERS: dict[str, Noemer] = {}


def register(rol: str, vinder: Vinder) -> None:
    """Ask `vinder` first who has this role in a case."""
    if vinder not in _VINDERS.setdefault(rol, []):
        _VINDERS[rol].append(vinder)


def register_personen(route: str, noemer: Noemer) -> None:
    """In cases on this route ask `noemer` who has a role by name; nobody else is then let in for it."""
    _NOEMERS[route] = noemer


def find_personen(casus: Casus, rol: str, *, on: date) -> list[Medewerker] | None:
    """The people who have `rol` in this case by name; None when an organisation has it."""
    noemer = _NOEMERS.get(casus.route_sleutel)
    return noemer(casus, rol, on) if noemer else None


def find_organisatie(casus: Casus, rol: str, *, on: date) -> Organisatie:
    """Who has `rol` in this case; where nobody is known the holder's own organisation keeps it, so
    that nobody waits unseen.
    """
    for vinder in _VINDERS.get(rol, ()):
        if gevonden := vinder(casus, on):
            return gevonden
    eigen = {
        "lokaal_team": casus.lokaal_team,
        "backoffice": casus.gemeente,
        "zorgaanbieder": casus.aanbieder,
    }
    return eigen.get(rol) or _by_soort(casus, rol, on=on) or _holder_side(casus)


def _by_soort(casus: Casus, rol: str, *, on: date) -> Organisatie | None:
    if rol in VAN_DE_REGIO:
        return _first(VAN_DE_REGIO[rol], on, regio=casus.regio)
    if rol in VAN_ALLEN:
        return _first(VAN_ALLEN[rol], on, regio=casus.regio) or _first(VAN_ALLEN[rol], on)
    return None


def _first(soort: Soort, on: date, **velden: str) -> Organisatie | None:
    rijen = Organisatie.objects.filter(in_force(on), soort=soort, **velden)
    return rijen.order_by("id").first()


def _holder_side(casus: Casus) -> Organisatie:
    return casus.gi or casus.houder.organisatie
