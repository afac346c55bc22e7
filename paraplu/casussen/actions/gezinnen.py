"""Families, their people, who directs the help, and measures."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from paraplu.netwerk.models import Medewerker, Organisatie
from paraplu.web.wand.verzoek import beyond_wall

from .. import kluis
from ..fouten import AlreadyKnown, StaleSave
from ..models import Beschermer, Contactpersoon, Dubbelmelding, Gezin, Maatregel, Persoon, Regie


@beyond_wall()
def open_gezin(*, gemeente: str, regio: str, on: date) -> Gezin:
    """A new family; its people are added one by one."""
    return Gezin.objects.create(gemeente=gemeente, regio=regio, aangemaakt_op=on)


@beyond_wall()
def add_persoon(*, gezin: Gezin, bsn: str = "", by: Medewerker, on: date, **velden: Any) -> Persoon:
    """Add a child or adult.

    A BSN that is known in another family makes a Dubbelmelding for whoever may see that one; the
    person is added all the same, and nobody learns whose it is. In the same family: AlreadyKnown.
    """
    # Only here may one look beyond the own families: to find a duplicate, never to show it.
    with beyond_wall():
        bekend = _known(bsn)
    if bekend and bekend.gezin_id == gezin.pk:
        raise AlreadyKnown("Deze persoon staat al bij dit gezin. Wijzig die gegevens.")
    persoon = Persoon(gezin=gezin, **velden)
    _set_bsn(persoon, bsn)
    persoon.save()
    if bekend:
        with beyond_wall():
            Dubbelmelding.objects.create(
                persoon=persoon, bekend_als=bekend, gemeld_door=by, gemeld_op=on
            )
    return persoon


@transaction.atomic
def change_persoon(
    *, persoon: Persoon, versie: int, bsn: str | None = None, **velden: Any
) -> Persoon:
    """Save new values over version `versie`; StaleSave when somebody else was first."""
    nu = Persoon.objects.select_for_update().get(pk=persoon.pk)
    if nu.versie != versie:
        raise StaleSave(nu.versie)
    for naam, waarde in velden.items():
        setattr(nu, naam, waarde)
    if bsn is not None:
        _set_bsn(nu, bsn)
    nu.versie += 1
    nu.save()
    return nu


def read_bsn(persoon: Persoon) -> str:
    """The BSN of a person, "" when none is known. Only for a task that needs it."""
    return str(kluis.unseal(persoon.bsn_versleuteld)) if persoon.bsn_versleuteld else ""


@beyond_wall()
def set_regisseur(*, gezin: Gezin, medewerker: Medewerker, on: date) -> Regie:
    """From `on` this person directs the help; there is never more than one (R10)."""
    Regie.objects.filter(gezin=gezin, tot=None).update(tot=on)
    return Regie.objects.create(gezin=gezin, medewerker=medewerker, vanaf=on)


@beyond_wall()
def start_maatregel(
    *,
    persoon: Persoon,
    soort: str,
    gi: Organisatie,
    uitspraak_op: date,
    vanaf: date,
    jeugdbeschermer: Medewerker | None = None,
    contactpersoon: Medewerker | None = None,
) -> Maatregel:
    """A measure begins; without `jeugdbeschermer` the child waits for a fixed one (R128)."""
    maatregel = Maatregel.objects.create(
        persoon=persoon,
        soort=soort,
        gi=gi,
        uitspraak_op=uitspraak_op,
        vanaf=vanaf,
        jeugdbeschermer=jeugdbeschermer,
        jeugdbeschermer_sinds=vanaf if jeugdbeschermer else None,
    )
    if jeugdbeschermer:
        Beschermer.objects.create(maatregel=maatregel, medewerker=jeugdbeschermer, vanaf=vanaf)
    if contactpersoon:
        Contactpersoon.objects.create(maatregel=maatregel, medewerker=contactpersoon, vanaf=vanaf)
    return maatregel


@transaction.atomic
def agree_betrokkenheid(*, maatregel: Maatregel, tekst: str, on: date) -> Maatregel:
    """GI and lokaal team agreed how far the lokaal team stays involved (R11)."""
    maatregel.betrokkenheid, maatregel.betrokkenheid_op = tekst, on
    maatregel.versie += 1
    maatregel.save(update_fields=["betrokkenheid", "betrokkenheid_op", "versie"])
    return maatregel


@transaction.atomic
def settle_dubbelmelding(
    *, melding: Dubbelmelding, uitkomst: str, by: Medewerker, on: date
) -> Dubbelmelding:
    """Write down what both sides found out; the first one who does settles it."""
    Dubbelmelding.objects.filter(pk=melding.pk, afgehandeld_op=None).update(
        afgehandeld_op=on, afgehandeld_door=by, uitkomst=uitkomst
    )
    melding.refresh_from_db()
    return melding


@transaction.atomic
def give_jeugdbeschermer(*, maatregel: Maatregel, medewerker: Medewerker, on: date) -> Maatregel:
    """From `on` this person is the fixed jeugdbeschermer of the child; the waiting ends (R128).

    Who it was before stays known, to count how often a child gets another one (R295).
    """
    if maatregel.jeugdbeschermer_id != medewerker.pk:
        Beschermer.objects.create(maatregel=maatregel, medewerker=medewerker, vanaf=on)
    maatregel.jeugdbeschermer, maatregel.jeugdbeschermer_sinds = medewerker, on
    maatregel.versie += 1
    maatregel.save(update_fields=["jeugdbeschermer", "jeugdbeschermer_sinds", "versie"])
    return maatregel


@transaction.atomic
def set_contactpersoon(
    *, maatregel: Maatregel, medewerker: Medewerker, on: date, reden: str = ""
) -> Contactpersoon:
    """The fixed contact at the lokaal team for this measure (R23); the former one ends, with why."""
    Contactpersoon.objects.filter(maatregel=maatregel, tot=None).update(tot=on, reden=reden)
    return Contactpersoon.objects.create(maatregel=maatregel, medewerker=medewerker, vanaf=on)


def _set_bsn(persoon: Persoon, bsn: str) -> None:
    persoon.bsn_versleuteld = kluis.seal(bsn) if bsn else None
    persoon.bsn_kenmerk = kluis.kenmerk(bsn) if bsn else ""


def _known(bsn: str) -> Persoon | None:
    return Persoon.objects.filter(bsn_kenmerk=kluis.kenmerk(bsn)).first() if bsn else None
