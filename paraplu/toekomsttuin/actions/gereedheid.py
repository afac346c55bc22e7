"""What is agreed before a garden starts: subjects, consent per partner, and money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction

from paraplu.netwerk.models import Medewerker, Organisatie

from ..fouten import NietNodig, TuinFout
from ..models import Begrotingsregel, Gereedheid, Instemming, Startdocument, Tuin
from ..onderwerpen import ONDERWERPEN


@transaction.atomic
def note_gereedheid(
    *, tuin: Tuin, soort: str, sleutel: str, stand: str, tekst: str, by: Medewerker, on: date
) -> Gereedheid:
    """Say how one pillar, condition or question stands; what was said before stays."""
    if sleutel not in ONDERWERPEN.get(soort, {}):
        raise TuinFout("Dit onderwerp is er niet.")
    return Gereedheid.objects.create(
        tuin=tuin, soort=soort, sleutel=sleutel, stand=stand, tekst=tekst, op=on, door=by
    )


@transaction.atomic
def add_document(
    *, tuin: Tuin, titel: str, versie: str, op: date, vindplaats: str = ""
) -> Startdocument:
    """A document on which the partners say whether they agree."""
    return Startdocument.objects.create(
        tuin=tuin, titel=titel, versie=versie, op=op, vindplaats=vindplaats
    )


@transaction.atomic
def note_instemming(
    *,
    document: Startdocument,
    organisatie: Organisatie,
    oordeel: str,
    tekst: str,
    op: date,
    by: Medewerker,
) -> Instemming:
    """What a partner says of a document (R244). Conditions and a no are said in words."""
    if oordeel != Instemming.Oordeel.JA and not tekst.strip():
        raise TuinFout("Schrijf op welke voorwaarden er zijn, of waarom deze partner nee zegt.")
    return Instemming.objects.create(
        document=document, organisatie=organisatie, oordeel=oordeel, tekst=tekst, op=op, door=by
    )


@transaction.atomic
def add_begrotingsregel(
    *,
    tuin: Tuin,
    jaar: int,
    soort: str,
    bedrag: Decimal,
    bron: str,
    by: Medewerker,
    on: date,
    toelichting: str = "",
) -> Begrotingsregel:
    """A line of costs, with who pays (R51, R259)."""
    return Begrotingsregel.objects.create(
        tuin=tuin,
        jaar=jaar,
        soort=soort,
        bedrag=bedrag,
        bron=bron,
        toelichting=toelichting,
        op=on,
        door=by,
    )


@transaction.atomic
def drop_begrotingsregel(*, regel: Begrotingsregel, on: date) -> Begrotingsregel:
    """The line counts no more; it stays to be seen."""
    if not Begrotingsregel.objects.filter(pk=regel.pk, vervallen_op=None).update(vervallen_op=on):
        raise NietNodig
    regel.refresh_from_db()
    return regel
