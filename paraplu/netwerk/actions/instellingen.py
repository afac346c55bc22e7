"""Write what a region or an organisation chose: always a new dated row, never over an old one."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..instellingen import VAN_ORGANISATIE, VAN_REGIO, WaardeBestaatNiet
from ..models import Organisatie, OrganisatieInstelling, RegioInstelling, Subregio

DOEL = "inrichting van de regio"


class AlreadyChosen(ValueError):
    """There is a choice from this same day; another day must be chosen."""


@transaction.atomic
def choose_for_regio(
    *, regio: str, sleutel: str, waarde: str, vanaf: date, bron: str, by: Gebruiker
) -> RegioInstelling:
    """The choice of a region from a day. Raises WaardeBestaatNiet and AlreadyChosen."""
    schoon = VAN_REGIO[sleutel].check(waarde)
    if VAN_REGIO[sleutel].vorm == "organisatie":
        _check_organisatie(schoon)
    if RegioInstelling.objects.filter(regio=regio, sleutel=sleutel, vanaf=vanaf).exists():
        raise AlreadyChosen(sleutel)
    rij = RegioInstelling.objects.create(
        regio=regio, sleutel=sleutel, waarde=schoon, vanaf=vanaf, bron=bron
    )
    _write(f"{regio} {sleutel} vanaf {vanaf.isoformat()}", by)
    return rij


@transaction.atomic
def choose_for_organisatie(
    *, organisatie: Organisatie, sleutel: str, waarde: str, vanaf: date, bron: str, by: Gebruiker
) -> OrganisatieInstelling:
    """A fact about an organisation from a day (R27, R243). Raises as `choose_for_regio`."""
    schoon = VAN_ORGANISATIE[sleutel].check(waarde)
    if organisatie.instellingen.filter(sleutel=sleutel, vanaf=vanaf).exists():
        raise AlreadyChosen(sleutel)
    rij = OrganisatieInstelling.objects.create(
        organisatie=organisatie, sleutel=sleutel, waarde=schoon, vanaf=vanaf, bron=bron
    )
    _write(f"{organisatie.sleutel} {sleutel} vanaf {vanaf.isoformat()}", by)
    return rij


@transaction.atomic
def add_subregio(
    *, regio: str, naam: str, gemeenten: list[str], vanaf: date, by: Gebruiker
) -> Subregio:
    """A few gemeenten that meet together (R30)."""
    subregio = Subregio.objects.create(regio=regio, naam=naam, gemeenten=gemeenten, vanaf=vanaf)
    _write(f"{regio} subregio {subregio.pk}", by)
    return subregio


@transaction.atomic
def end_subregio(*, subregio: Subregio, tot: date, by: Gebruiker) -> Subregio:
    """The last day of a subregio."""
    subregio.tot = tot
    subregio.save(update_fields=["tot"])
    _write(f"{subregio.regio} subregio {subregio.pk} tot {tot.isoformat()}", by)
    return subregio


def _check_organisatie(sleutel: str) -> None:
    if not Organisatie.objects.filter(sleutel=sleutel).exists():
        raise WaardeBestaatNiet(sleutel)


def _write(voorwerp: str, by: Gebruiker) -> None:
    write_spoor(gebruiker=by, handeling="instelling kiezen", voorwerp=voorwerp, doel=DOEL)
