"""Write who works where, in which role, and who stands in: everything with a first and a last day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..models import Afwezigheid, Functie, Medewerker, Organisatie, Team

DOEL = "wie werkt waar"


class RolPastNiet(ValueError):
    """An organisation of this kind has nobody in this role."""


class OwnRol(ValueError):
    """Nobody gives or takes a role of their own."""


class StandInAway(ValueError):
    """Who would stand in is away on these days as well."""


@transaction.atomic
def add_medewerker(
    *, organisatie: Organisatie, velden: dict[str, Any], by: Gebruiker
) -> Medewerker:
    """Somebody new at an organisation; work data only."""
    medewerker = Medewerker.objects.create(organisatie=organisatie, **velden)
    _write("medewerker toevoegen", f"medewerker {medewerker.pk} {organisatie.sleutel}", by)
    return medewerker


@transaction.atomic
def change_medewerker(
    *, medewerker: Medewerker, velden: dict[str, Any], by: Gebruiker
) -> Medewerker:
    """Another number, address or spelling of the name."""
    for naam, waarde in velden.items():
        setattr(medewerker, naam, waarde)
    medewerker.save(update_fields=list(velden))
    _write("medewerker wijzigen", f"medewerker {medewerker.pk}", by)
    return medewerker


@transaction.atomic
def end_medewerker(*, medewerker: Medewerker, tot: date, by: Gebruiker) -> Medewerker:
    """The last day of somebody, and of all roles; what leans on them says `betrokken`."""
    medewerker.tot = tot
    medewerker.save(update_fields=["tot"])
    medewerker.functies.filter(Q(tot=None) | Q(tot__gt=tot)).update(tot=tot)
    _write("medewerker uit dienst", f"medewerker {medewerker.pk}", by)
    return medewerker


@transaction.atomic
def add_functie(
    *,
    medewerker: Medewerker,
    rol: str,
    organisatie: Organisatie,
    vanaf: date,
    by: Gebruiker,
    team: Team | None = None,
    tot: date | None = None,
) -> Functie:
    """A role for an organisation in a period (R19). Raises RolPastNiet and OwnRol."""
    from ..rollen import rollen_van  # noqa: PLC0415 - labels need the settings

    if medewerker.gebruiker_id == by.pk:
        raise OwnRol(rol)
    if rol not in rollen_van(organisatie):
        raise RolPastNiet(rol)
    functie = Functie.objects.create(
        medewerker=medewerker, rol=rol, organisatie=organisatie, team=team, vanaf=vanaf, tot=tot
    )
    _write("functie toevoegen", f"medewerker {medewerker.pk} {rol} {organisatie.sleutel}", by)
    return functie


@transaction.atomic
def end_functie(*, functie: Functie, tot: date, by: Gebruiker) -> Functie:
    """The last day of a role. Raises OwnRol."""
    if functie.medewerker.gebruiker_id == by.pk:
        raise OwnRol(functie.rol)
    functie.tot = tot
    functie.save(update_fields=["tot"])
    _write("functie beëindigen", f"medewerker {functie.medewerker_id} {functie.rol}", by)
    return functie


@transaction.atomic
def add_team(*, organisatie: Organisatie, naam: str, vanaf: date, by: Gebruiker) -> Team:
    """A team in which people share their work."""
    team = Team.objects.create(organisatie=organisatie, naam=naam, vanaf=vanaf)
    _write("team toevoegen", f"team {team.pk} {organisatie.sleutel}", by)
    return team


@transaction.atomic
def end_team(*, team: Team, tot: date, by: Gebruiker) -> Team:
    """The last day of a team; the roles in it go on without a team."""
    team.tot = tot
    team.save(update_fields=["tot"])
    _write("team beëindigen", f"team {team.pk}", by)
    return team


@transaction.atomic
def add_afwezigheid(
    *,
    medewerker: Medewerker,
    vanaf: date,
    reden: str,
    by: Gebruiker,
    tot: date | None = None,
    vervanger: Medewerker | None = None,
) -> Afwezigheid:
    """Somebody is away and somebody stands in (R22, R235). Raises StandInAway."""
    if vervanger and _is_away(vervanger, vanaf, tot):
        raise StandInAway(vervanger.pk)
    afwezigheid = Afwezigheid.objects.create(
        medewerker=medewerker, vervanger=vervanger, vanaf=vanaf, tot=tot, reden=reden
    )
    _write("afwezigheid toevoegen", f"medewerker {medewerker.pk}", by)
    return afwezigheid


@transaction.atomic
def end_afwezigheid(*, afwezigheid: Afwezigheid, tot: date, by: Gebruiker) -> Afwezigheid:
    """The last day of being away; a day before it began takes it back."""
    afwezigheid.tot = tot
    afwezigheid.save(update_fields=["tot"])
    _write("afwezigheid beëindigen", f"medewerker {afwezigheid.medewerker_id}", by)
    return afwezigheid


def _is_away(medewerker: Medewerker, vanaf: date, tot: date | None) -> bool:
    rijen = medewerker.afwezigheden.filter(Q(tot=None) | Q(tot__gte=vanaf))
    return (rijen.filter(vanaf__lte=tot) if tot else rijen).exists()


def _write(handeling: str, voorwerp: str, by: Gebruiker) -> None:
    write_spoor(gebruiker=by, handeling=handeling, voorwerp=voorwerp, doel=DOEL)
