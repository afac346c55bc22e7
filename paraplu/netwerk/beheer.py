"""Who may change what in this room: one's own organisation, and the owner of a region (R26)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker
from paraplu.web.models import Organisatie as Gebied
from paraplu.web.models import Soort as Gebruikersoort

from . import queries
from .models import Contact, Medewerker, Organisatie, Soort

#: Kinds of user that may change who works at their organisation, in which role.
BEHEERT_MENSEN = frozenset(
    {
        Gebruikersoort.TEAMLEIDER,
        Gebruikersoort.BACKOFFICE,
        Gebruikersoort.GI,
        Gebruikersoort.AANBIEDER,
        Gebruikersoort.REGIO,
        Gebruikersoort.BEHEERDER,
    }
)
#: Which organisations somebody at such an organisation looks after as well.
ONDER = {
    Soort.GEMEENTE: ("gemeente", (Soort.LOKAAL_TEAM,)),
    Soort.REGIO: ("regio", (Soort.EXPERTTEAM, Soort.TAFEL, Soort.NETWERK)),
}


def organisaties_of(gebruiker: Gebruiker, *, op: date) -> QuerySet[Organisatie]:
    """For whom this user works on a day: as the person at work, else as the account says."""
    geldig = Organisatie.objects.filter(queries.in_force(op))
    medewerker = queries.medewerker_of(gebruiker, op=op)
    if medewerker is None:
        return geldig.filter(_van_account(gebruiker))
    functies = medewerker.functies.filter(queries.in_force(op))
    return geldig.filter(Q(pk=medewerker.organisatie_id) | Q(pk__in=functies.values("organisatie")))


def _van_account(gebruiker: Gebruiker) -> Q:
    code, soort = gebruiker.organisatie_code, gebruiker.soort
    if gebruiker.organisatie_soort == Gebied.GEMEENTE:
        wat = Soort.LOKAAL_TEAM if soort == Gebruikersoort.LOKAALTEAM else Soort.GEMEENTE
        return Q(soort=wat, gemeente=code)
    if gebruiker.organisatie_soort == Gebied.REGIO:
        wat = Soort.EXPERTTEAM if soort == Gebruikersoort.EXPERTTEAM else Soort.REGIO
        return Q(soort=wat, regio=code)
    if gebruiker.organisatie_soort == Gebied.PARTNER:
        return Q(sleutel=code)
    if gebruiker.organisatie_soort in {Gebied.GI, Gebied.AANBIEDER} and code:
        return Q(soort=gebruiker.organisatie_soort, code=code)
    return Q(pk=None)


def te_beheren(gebruiker: Gebruiker, *, op: date) -> QuerySet[Organisatie]:
    """The organisations whose people this user may change; the technical administrator all."""
    geldig = Organisatie.objects.filter(queries.in_force(op))
    if gebruiker.soort not in BEHEERT_MENSEN:
        return geldig.none()
    if gebruiker.soort == Gebruikersoort.BEHEERDER:
        return geldig
    eigen = organisaties_of(gebruiker, op=op)
    ook = Q(pk__in=[organisatie.pk for organisatie in eigen])
    for organisatie in eigen:
        if organisatie.soort in ONDER:
            veld, soorten = ONDER[Soort(organisatie.soort)]
            ook |= Q(soort__in=soorten, **{veld: getattr(organisatie, veld)})
    return geldig.filter(ook)


def zichtbaar(gebruiker: Gebruiker, *, op: date) -> QuerySet[Organisatie]:
    """The organisations whose people this user may see: one's own, and those one looks after."""
    beheer = te_beheren(gebruiker, op=op).values("pk")
    eigen = organisaties_of(gebruiker, op=op).values("pk")
    return Organisatie.objects.filter(Q(pk__in=beheer) | Q(pk__in=eigen))


def medewerkers_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Medewerker]:
    """The people this user may change: those of the organisations one looks after."""
    return Medewerker.objects.filter(organisatie__in=te_beheren(gebruiker, op=op)).select_related(
        "organisatie"
    )


def eigenaar_van(regio: str, *, op: date) -> Organisatie | None:
    """The one organisation that keeps the contacts of a region (R26)."""
    sleutel = queries.instelling(regio, "contact_eigenaar", op=op)
    return Organisatie.objects.filter(queries.in_force(op), sleutel=sleutel).first()


def regios_of(gebruiker: Gebruiker, *, op: date) -> tuple[str, ...]:
    """The regions whose contacts and choices this user keeps, through the owner (R26)."""
    sleutels = set(organisaties_of(gebruiker, op=op).values_list("sleutel", flat=True))
    if not sleutels:
        return ()
    return tuple(
        regio.code
        for regio in gebieden.regios()
        if queries.instelling(regio.code, "contact_eigenaar", op=op) in sleutels
    )


def contacten_for(gebruiker: Gebruiker, *, op: date) -> QuerySet[Contact]:
    """The lines of the directory this user may change: of one's organisation, or of one's region."""
    regios = regios_of(gebruiker, op=op)
    gemeenten = gemeenten_van(regios)
    return queries.contacten_op(op).filter(
        Q(organisatie__in=organisaties_of(gebruiker, op=op))
        | Q(regio__in=regios)
        | Q(gemeente__in=gemeenten)
    )


def gemeenten_van(regios: Iterable[str]) -> list[str]:
    """The codes of all gemeenten of these regions, also those outside the 51."""
    return [
        gemeente.code
        for regio in regios
        for gemeente in gebieden.gemeenten_van(regio, alleen_gvjb=False)
    ]


def mag_organisatie(
    gebruiker: Gebruiker, organisatie: Organisatie, gebied: str, *, op: date
) -> bool:
    """Whether this user may keep a contact of this organisation for an area (a region's code)."""
    if gebied in regios_of(gebruiker, op=op):
        return True
    return organisaties_of(gebruiker, op=op).filter(pk=organisatie.pk).exists()
