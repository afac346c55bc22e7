"""The only reader of this room: who is who on a day, and in whose place somebody may act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker
from paraplu.web.onthouden import once

from .models import (
    Afwezigheid,
    Contact,
    ContactSoort,
    Functie,
    Medewerker,
    Organisatie,
    RegioInstelling,
)

#: Who has a role of the routes for a gemeente, as forms of our keys, the most likely first.
DRAGERS = {
    "lokaal_team": ("LT-{gemeente}",),
    "backoffice": ("GEM-{gemeente}",),
    "regionaal_contactpersoon": ("REG-{regio}",),
    "functionaris": ("GEM-{gemeente}", "REG-{regio}"),
    "zorgbemiddelaar": ("REG-{regio}",),
    "expertteam": ("RET-{regio}",),
}


def in_force(op: date, *, voor: str = "") -> Q:
    """The condition that a row with `vanaf` and `tot` holds on a day, `tot` included."""
    return Q(**{f"{voor}vanaf__lte": op}) & (
        Q(**{f"{voor}tot": None}) | Q(**{f"{voor}tot__gte": op})
    )


def medewerker_of(gebruiker: Gebruiker, *, op: date) -> Medewerker | None:
    """The person at work behind an account, None for who has none or has left."""
    alle = Medewerker.objects.filter(in_force(op), gebruiker=gebruiker)
    return once(gebruiker, ("medewerker", op), alle.first)


def stands_in_for(medewerker: Medewerker, *, op: date) -> QuerySet[Medewerker]:
    """The people in whose place this person may act on a day."""
    weg = Afwezigheid.objects.filter(in_force(op), vervanger=medewerker)
    return Medewerker.objects.filter(in_force(op), afwezigheden__in=weg).distinct()


def functies_on(medewerker: Medewerker, *, op: date) -> QuerySet[Functie]:
    """The roles this person has on a day, own ones and those of whom they stand in for."""
    wie = Q(medewerker=medewerker) | Q(medewerker__in=stands_in_for(medewerker, op=op))
    return Functie.objects.filter(in_force(op), wie).select_related("organisatie", "team")


def has_rol(medewerker: Medewerker, rol: str, organisatie: Organisatie, *, op: date) -> bool:
    """Whether this person has the role for this organisation on a day, as deputy too."""
    return functies_on(medewerker, op=op).filter(rol=rol, organisatie=organisatie).exists()


def people_with(rol: str, organisaties: Iterable[Organisatie], *, op: date) -> QuerySet[Medewerker]:
    """Who has the role for one of these organisations on a day."""
    functies = Functie.objects.filter(in_force(op), rol=rol, organisatie__in=organisaties)
    return Medewerker.objects.filter(in_force(op), functies__in=functies).distinct()


def instelling(regio: str, sleutel: str, *, op: date, anders: str = "") -> str:
    """What a region chose, as in force on a day."""
    rij = (
        RegioInstelling.objects.filter(regio=regio, sleutel=sleutel, vanaf__lte=op)
        .order_by("-vanaf")
        .first()
    )
    return rij.waarde if rij else anders


def organisatie(sleutel: str) -> Organisatie:
    """The organisation with this key of ours; Organisatie.DoesNotExist when there is none."""
    return Organisatie.objects.get(sleutel=sleutel)


def organisatie_met_rol(rol: str, *, gemeente: str, op: date) -> Organisatie | None:
    """Which organisation has a role of the routes for a gemeente on a day (R19, R92, R93).

    None for the roles that depend on the family: its GI and its provider. Of a role that more than
    one organisation may have, the one that the directory names goes first, then the one that has
    people with the role.
    """
    gebied = gebieden.gemeente(gemeente)
    if gebied is None or rol not in DRAGERS:
        return None
    sleutels = [vorm.format(gemeente=gemeente, regio=gebied.regio) for vorm in DRAGERS[rol]]
    if rol in ContactSoort.values and (contact := contact_voor(rol, gemeente=gemeente, op=op)):
        sleutels.insert(0, contact.organisatie.sleutel)
    gevonden = {
        organisatie.sleutel: organisatie
        for organisatie in Organisatie.objects.filter(in_force(op), sleutel__in=sleutels)
    }
    kandidaten = [gevonden[sleutel] for sleutel in sleutels if sleutel in gevonden]
    met_mensen = [o for o in kandidaten if people_with(rol, [o], op=op).exists()]
    return next(iter(met_mensen or kandidaten), None)


def contacten_op(op: date) -> QuerySet[Contact]:
    """The lines of the directory that hold on a day, with who they are."""
    return Contact.objects.filter(in_force(op)).select_related("organisatie", "medewerker")


def contacten_voor(
    soort: str, *, gemeente: str = "", regio: str = "", op: date, organisatie: str = ""
) -> QuerySet[Contact]:
    """The lines of one kind that serve a gemeente (its own, else those of its region), or a region.

    `organisatie` is a key of ours and narrows the lines to one organisation.
    """
    alle = contacten_op(op).filter(soort=soort)
    if organisatie:
        alle = alle.filter(organisatie__sleutel=organisatie)
    if gemeente:
        eigen = alle.filter(gemeente=gemeente)
        gebied = gebieden.gemeente(gemeente)
        if eigen.exists() or gebied is None:
            return eigen
        regio = gebied.regio
    return alle.filter(regio=regio) if regio else alle.none()


def contact_voor(
    soort: str, *, gemeente: str = "", regio: str = "", op: date, organisatie: str = ""
) -> Contact | None:
    """Who is in the directory for this on a day; whether they are there today says `bellen`."""
    return contacten_voor(
        soort, gemeente=gemeente, regio=regio, op=op, organisatie=organisatie
    ).first()
