"""Another holder: proposed, accepted or refused. In between the present one holds the case."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.netwerk.models import Medewerker

from ..fouten import CasusFout, MagNiet
from ..models import Casus, CasusStap, Deelname, Overdracht
from . import casussen, deelname


@transaction.atomic
def propose_overdracht(
    *, casus: Casus, naar: Medewerker, by: Medewerker, on: date, reden: str
) -> Overdracht:
    """Ask somebody of the same organisation to take the case over."""
    if naar == casus.houder:
        raise CasusFout("Deze collega heeft de casus al.")
    if naar.organisatie_id != casus.houder.organisatie_id:
        raise MagNiet("Kies een collega van de eigen organisatie.")
    if Overdracht.objects.filter(casus=casus, beslist_op=None).exists():
        raise CasusFout("Er staat al een overdracht open. Wacht op het antwoord of trek die in.")
    overdracht = Overdracht.objects.create(
        casus=casus, van=casus.houder, naar=naar, voorgesteld_op=on, reden=reden
    )
    # Who is asked may look before answering.
    deelname.let_in(
        casus=casus,
        organisatie=casus.houder.organisatie,
        rol=casus.route.houder,
        reden="overdracht",
        on=on,
        medewerker=naar,
    )
    casussen.register_gebeurtenis(
        casus=casus, soort="overdracht_gevraagd", by=by, on=on, reden=reden
    )
    return overdracht


@transaction.atomic
def accept_overdracht(
    *, overdracht: Overdracht, by: Medewerker, on: date, antwoord: str = ""
) -> Casus:
    """From now on `naar` holds the case; the former holder's access closes."""
    _decide(overdracht, aanvaard=True, on=on, antwoord=antwoord)
    casus = Casus.objects.select_for_update().get(pk=overdracht.casus_id)
    casus.houder = overdracht.naar
    casus.save(update_fields=["houder"])
    CasusStap.objects.filter(
        casus=casus, afgerond_op=None, rol=casus.route.houder, behandelaar=overdracht.van
    ).update(behandelaar=overdracht.naar)
    Deelname.objects.filter(casus=casus, medewerker=overdracht.van, tot=None).update(tot=on)
    Deelname.objects.filter(casus=casus, medewerker=overdracht.naar, tot=None).update(
        reden="houder"
    )
    casussen.register_gebeurtenis(casus=casus, soort="overdracht_aanvaard", by=by, on=on)
    return casus


@transaction.atomic
def refuse_overdracht(*, overdracht: Overdracht, by: Medewerker, on: date, antwoord: str) -> Casus:
    """The one who was asked says no, with a reason; the holder stays."""
    _decide(overdracht, aanvaard=False, on=on, antwoord=antwoord)
    casus = overdracht.casus
    Deelname.objects.filter(casus=casus, medewerker=overdracht.naar, tot=None).update(tot=on)
    casussen.register_gebeurtenis(
        casus=casus, soort="overdracht_geweigerd", by=by, on=on, reden=antwoord
    )
    return casus


def _decide(overdracht: Overdracht, *, aanvaard: bool, on: date, antwoord: str) -> None:
    gedaan = Overdracht.objects.filter(pk=overdracht.pk, beslist_op=None).update(
        beslist_op=on, aanvaard=aanvaard, antwoord=antwoord
    )
    if not gedaan:
        raise CasusFout("Over deze overdracht is al beslist.")
