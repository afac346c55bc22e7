"""Record a deviation with its figure, what the party says, and the decision to go on to the G7."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.resultaten.stand import Stand
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..fouten import AlVastgelegd, GeenTweede, OverlegFout
from ..models import Afwijking, Afwijkingstap, Besluit, Escalatie, Orgaan, Overleg, Overlegsoort
from ..partijen import Partij
from ..queries import all_afwijkingen, counts, find_voorstel
from ..standen import write_bewijs, write_cijfer, write_norm
from .overleggen import DOEL, check_open

#: The body that talks about a second deviation; it is in the seed data.
G7 = "Bestuurlijk Overleg G7"


@transaction.atomic
def record_afwijking(
    *,
    stand: Stand,
    partij: Partij,
    getroffen: Partij,
    bekend_op: date,
    toelichting: str,
    by: Gebruiker,
    on: date,
    overleg: Overleg | None = None,
) -> Afwijking:
    """One party did not do what was agreed, to the harm of another (R212); figures as known then.

    Raises AlVastgelegd, and OverlegFout when both parties are the same.
    """
    if partij.sleutel == getroffen.sleutel:
        raise OverlegFout("Een partij wijkt af ten nadele van een ander. Kies een andere partij.")
    code = stand.afspraak.code
    eerder = all_afwijkingen().filter(partij=partij.sleutel, afspraak=code, jaar=stand.jaar)
    if any(counts(afwijking) for afwijking in eerder.select_for_update()):
        raise AlVastgelegd
    afwijking = Afwijking.objects.create(
        partij=partij.sleutel,
        partij_naam=partij.naam,
        getroffen=getroffen.sleutel,
        getroffen_naam=getroffen.naam,
        afspraak=code,
        jaar=stand.jaar,
        cijfer=write_cijfer(stand, stand.cijfer),
        norm=write_norm(stand)[:300],
        bewijs=write_bewijs(stand)[:8000],
        bekend_op=bekend_op,
        toelichting=toelichting,
        overleg=overleg,
        op=on,
        door=by,
    )
    _trace(by, "afwijking vastleggen", afwijking.nummer)
    return afwijking


@transaction.atomic
def add_stap(
    *, afwijking: Afwijking, soort: str, tekst: str, by: Gebruiker, on: date
) -> Afwijkingstap:
    """What happened with it: a reaction, default (R191, R214), mended or withdrawn. No amounts (P14)."""
    Afwijking.objects.select_for_update().get(pk=afwijking.pk)
    if not tekst.strip():
        raise OverlegFout("Schrijf het in woorden op.")
    _trace(by, f"afwijking: {Afwijkingstap.Soort(soort).label}", afwijking.nummer)
    return Afwijkingstap.objects.create(
        afwijking=afwijking, soort=soort, tekst=tekst, op=on, door=by
    )


@transaction.atomic
def decide_voorstel(
    *,
    partij: str,
    afspraak: str,
    waarom: str,
    by: Gebruiker,
    on: date,
    overleg: Overleg | None = None,
) -> Escalatie:
    """A person sends a second deviation to a meeting of the G7, or not yet (`overleg` None) (R211).

    Raises GeenTweede when there is nothing to decide about.
    """
    # Two people decide one after the other: the second finds nothing to decide on any more.
    list(Afwijking.objects.select_for_update().filter(partij=partij, afspraak=afspraak))
    voorstel = find_voorstel(partij, afspraak)
    if voorstel is None:
        raise GeenTweede
    if overleg is not None:
        if overleg.soort != Overlegsoort.G7:
            raise OverlegFout("Kies een Bestuurlijk Overleg G7.")
        check_open(overleg)
    escalatie = Escalatie.objects.create(
        partij=partij,
        partij_naam=voorstel.partij_naam,
        afspraak=afspraak,
        afwijkingen=[afwijking.pk for afwijking in voorstel.afwijkingen],
        doorgestuurd=overleg is not None,
        waarom=waarom,
        overleg=overleg,
        op=on,
        door=by,
    )
    _trace(by, "besluit over de stap naar de G7", escalatie.nummer)
    return escalatie


@transaction.atomic
def record_besluit(
    *, escalatie: Escalatie, onderwerp: str, tekst: str, datum: date, by: Gebruiker, on: date
) -> Besluit:
    """What the G7 decided about a second deviation; for the parties, not for the public."""
    if escalatie.overleg is None:
        raise OverlegFout("Deze stap is niet naar de G7 gestuurd.")
    if datum < escalatie.overleg.datum:
        raise OverlegFout("Het overleg was later dan deze dag.")
    _trace(by, "besluit van de G7 vastleggen", escalatie.nummer)
    return Besluit.objects.create(
        orgaan=Orgaan.objects.get_or_create(
            naam=G7, defaults={"soort": "bestuurlijk", "niveau": "bovenregionaal"}
        )[0],
        onderwerp=onderwerp,
        tekst=tekst,
        stand=Besluit.Stand.BESLOTEN,
        datum=datum,
        bron=f"{escalatie.overleg}",
        afspraak=escalatie.afspraak,
        overleg=escalatie.overleg,
        escalatie=escalatie,
        openbaar=False,
        op=on,
        door=by,
    )


def _trace(by: Gebruiker, handeling: str, voorwerp: str) -> None:
    write_spoor(gebruiker=by, handeling=handeling[:40], voorwerp=voorwerp, doel=DOEL)
