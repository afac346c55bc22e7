"""The only reader of this room: whose garden is it, and who may see what of it?

What belongs to a garden stays in it. Households: its members of today, in person; a deputy becomes a
member first. Governance and figures: they, the people of its groups, and those of its region.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from paraplu.netwerk.models import Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import in_force
from paraplu.web.models import Gebruiker
from paraplu.web.models import Organisatie as Gebiedsoort
from paraplu.web.onthouden import once

from .models import (
    Alinea,
    Bestuursgroep,
    Bestuurslid,
    Huishouden,
    Klacht,
    Laag,
    Lid,
    Post,
    Signaal,
    Tuin,
)
from .rechten import REGIO


def own_medewerkers(gebruiker: Gebruiker, *, op: date) -> QuerySet[Medewerker]:
    """The person at work behind the account; nobody in whose place one may act elsewhere."""
    if not gebruiker.is_authenticated:
        return Medewerker.objects.none()
    return Medewerker.objects.filter(in_force(op), gebruiker=gebruiker)


def tuinen_of_member(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Tuin]:
    """The gardens in which this user works."""
    dag = op or localdate()
    leden = Lid.objects.filter(in_force(dag), medewerker__in=own_medewerkers(gebruiker, op=dag))
    return Tuin.objects.filter(Exists(leden.filter(tuin=OuterRef("pk"))))


def own_regios(gebruiker: Gebruiker, *, op: date) -> list[str]:
    """The regions whose people this user belongs to; none for other kinds of user."""
    if not gebruiker.is_authenticated or gebruiker.soort not in REGIO:
        return []

    def vraag() -> list[str]:
        organisaties = Q(pk__in=own_medewerkers(gebruiker, op=op).values("organisatie"))
        if gebruiker.organisatie_soort == Gebiedsoort.GEMEENTE:
            organisaties |= Q(soort=Soort.GEMEENTE, code=gebruiker.organisatie_code)
        rijen = Organisatie.objects.filter(organisaties, soort__in=(Soort.GEMEENTE, Soort.REGIO))
        regios = set(rijen.order_by().values_list("regio", flat=True))
        if gebruiker.organisatie_soort == Gebiedsoort.REGIO:
            regios.add(gebruiker.organisatie_code)
        return sorted(regios - {""})

    return once(gebruiker, ("own_regios", op), vraag)


def groepen_of(gebruiker: Gebruiker, *, op: date) -> QuerySet[Bestuursgroep]:
    """The groups of the governance that this user sits in."""
    leden = Bestuurslid.objects.filter(
        in_force(op), medewerker__in=own_medewerkers(gebruiker, op=op)
    )
    return Bestuursgroep.objects.filter(Exists(leden.filter(groep=OuterRef("pk"))))


def tuinen_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Tuin]:
    """The gardens whose governance and figures this user may see."""
    dag = op or localdate()
    van_lid = tuinen_of_member(gebruiker, op=dag).values("pk")
    regios = own_regios(gebruiker, op=dag)
    groepen = groepen_of(gebruiker, op=dag)
    return Tuin.objects.filter(
        Q(pk__in=van_lid)
        | Q(regio__in=regios)
        | Q(pk__in=groepen.filter(laag=Laag.KERNGROEP).values("tuin"))
        | Q(regio__in=groepen.filter(laag=Laag.PROJECTGROEP).values("gebied"))
        | Q(veiligheidsregio__in=groepen.filter(laag=Laag.STUURGROEP).values("gebied"))
    )


def is_member(gebruiker: Gebruiker, tuin: Tuin, *, op: date) -> bool:
    """Whether this user works in the garden on a day."""

    def vraag() -> bool:
        return tuinen_of_member(gebruiker, op=op).filter(pk=tuin.pk).exists()

    return once(gebruiker, ("tuinlid", tuin.pk, op), vraag)


def may_manage(gebruiker: Gebruiker, tuin: Tuin, *, op: date) -> bool:
    """Whether this user arranges the garden: its teamleider, its kerngroep, or its region at work."""
    ik = own_medewerkers(gebruiker, op=op)
    return (
        tuin.leden.filter(in_force(op), post=Post.TEAMLEIDER, medewerker__in=ik).exists()
        or groepen_of(gebruiker, op=op).filter(tuin=tuin).exists()
        or (tuin.regio in own_regios(gebruiker, op=op) and ik.exists())
    )


def may_write(gebruiker: Gebruiker, tuin: Tuin, *, op: date) -> bool:
    """Whether this user may add to what the garden agrees and learns: members, and who arranges it."""
    return is_member(gebruiker, tuin, op=op) or may_manage(gebruiker, tuin, op=op)


def huishoudens_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Huishouden]:
    """The households of the gardens in which this user works."""
    return Huishouden.objects.filter(tuin__in=tuinen_of_member(gebruiker, op=op).values("pk"))


def klachten_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Klacht]:
    """The complaints about the gardens in which this user works."""
    return Klacht.objects.filter(tuin__in=tuinen_of_member(gebruiker, op=op).values("pk"))


def alineas_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Alinea]:
    """The paragraphs of the analyses that this user may write in."""
    return Alinea.objects.filter(huishouden__in=huishoudens_for(gebruiker, op=op).values("pk"))


def signalen_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Signaal]:
    """The signals of the gardens that this user sees."""
    return Signaal.objects.filter(tuin__in=tuinen_for(gebruiker, op=op).values("pk"))


def leden_for(gebruiker: Gebruiker, *, op: date | None = None) -> QuerySet[Lid]:
    """The members, of now and before, of the gardens that this user sees."""
    return Lid.objects.filter(tuin__in=tuinen_for(gebruiker, op=op).values("pk")).select_related(
        "tuin", "medewerker__organisatie"
    )


def groepen_over(tuin: Tuin) -> QuerySet[Bestuursgroep]:
    """The groups of the three layers that stand over a garden."""
    return Bestuursgroep.objects.filter(
        Q(tuin=tuin)
        | Q(laag=Laag.PROJECTGROEP, gebied=tuin.regio)
        | Q(laag=Laag.STUURGROEP, gebied=tuin.veiligheidsregio)
    )


def sits_in(gebruiker: Gebruiker, tuin: Tuin, laag: str, *, op: date) -> bool:
    """Whether this user sits in the group of that layer over the garden."""
    over = groepen_over(tuin).filter(laag=laag).values("pk")
    return groepen_of(gebruiker, op=op).filter(pk__in=over).exists()


def leden_on(tuin: Tuin, *, op: date) -> QuerySet[Lid]:
    """Who works in the garden on a day, with their own organisation."""
    return tuin.leden.filter(in_force(op)).select_related("medewerker__organisatie")
