"""A garden begins, moves to another phase, works in a gemeente, and ends."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.afspraken import gebieden
from paraplu.netwerk.models import Medewerker, Organisatie, Soort
from paraplu.web.wand.verzoek import beyond_wall

from ..fouten import GeenInitiatief, NietNodig
from ..models import Bestuursgroep, Fase, Laag, Tuin, Tuinfase, Tuingemeente


@beyond_wall()
def open_tuin(
    *,
    naam: str,
    regio: str,
    gemeente: str,
    initiatiefnemer: Organisatie,
    by: Medewerker,
    on: date,
    omgeving: str = "",
) -> Tuin:
    """A new garden that is being explored, with its kerngroep and the groups above it.

    GeenInitiatief unless a gemeente or region took the initiative (R245).
    """
    if initiatiefnemer.soort not in {Soort.GEMEENTE, Soort.REGIO}:
        raise GeenInitiatief
    tuin = Tuin.objects.create(
        naam=naam,
        regio=regio,
        veiligheidsregio=veiligheidsregio_of(regio),
        initiatiefnemer=initiatiefnemer,
        omgeving=omgeving,
        aangemaakt_op=on,
    )
    Tuingemeente.objects.create(tuin=tuin, gemeente=gemeente, vanaf=on)
    Tuinfase.objects.create(tuin=tuin, fase=Fase.VERKENNEN, vanaf=on, door=by)
    Bestuursgroep.objects.create(laag=Laag.KERNGROEP, tuin=tuin)
    for laag, gebied in (
        (Laag.PROJECTGROEP, tuin.regio),
        (Laag.STUURGROEP, tuin.veiligheidsregio),
    ):
        Bestuursgroep.objects.get_or_create(laag=laag, gebied=gebied)
    return tuin


def veiligheidsregio_of(regio: str) -> str:
    """The veiligheidsregio of a jeugdhulpregio: the area of its Veilig Thuis, as GM of VT-GM."""
    gevonden = gebieden.regio(regio)
    return gevonden.veilig_thuis.removeprefix("VT-") if gevonden else ""


@transaction.atomic
def set_fase(
    *, tuin: Tuin, fase: str, vanaf: date, by: Medewerker, toelichting: str = ""
) -> Tuinfase:
    """From a day the garden is in this phase; open conditions do not stop it (P43)."""
    return Tuinfase.objects.create(
        tuin=tuin, fase=fase, vanaf=vanaf, door=by, toelichting=toelichting
    )


@transaction.atomic
def add_gemeente(*, tuin: Tuin, gemeente: str, vanaf: date) -> Tuingemeente:
    """The garden works in this gemeente too."""
    if tuin.gemeenten.filter(gemeente=gemeente, tot=None).exists():
        raise NietNodig
    return Tuingemeente.objects.create(tuin=tuin, gemeente=gemeente, vanaf=vanaf)
