"""No moment within two weeks: the gemeente hears it at once, and neighbours are asked for room (R78)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.casussen.actions import register_gebeurtenis
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Gebeurtenis
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import people_with
from paraplu.web.post.actions import stuur
from paraplu.web.templatetags.kader import dag as show_dag
from paraplu.web.wand.verzoek import beyond_wall

from .. import queries
from ..deelnemers import VOORZITTER
from ..models import Ruimtevraag, Slot, Tafel
from ..momenten import Moment, list_momenten, moment_on

GEMELD = "wachttijd_gemeld"


def last_day(casus: Casus) -> date | None:
    """The last day on which the talk is in time; None before the request or while the term stands still."""
    stap = CasusStap.objects.filter(casus=casus, sleutel="plannen", afgerond_op=None).last()
    return stap.uiterste_datum if stap else None


def free_in_term(casus: Casus, *, on: date) -> list[Moment]:
    """The moments of the own table that are free within the two weeks."""
    uiterste = last_day(casus)
    tafel = casus.tafelverzoek.tafel
    if uiterste is None:
        return []
    return list_momenten(
        queries.slots_of(tafel, op=on),
        vanaf=on + timedelta(days=1),
        tot=uiterste,
        bezet=queries.taken(tafel),
    )


@transaction.atomic
def foresee(*, casus: Casus, by: Medewerker | None, on: date) -> bool:
    """Tell the first contact of the gemeente when the own table has no moment in time; whether it told.

    Once per round of planning: the table's chairs are mailed as well, for they look for room now.
    """
    if last_day(casus) is None or free_in_term(casus, on=on) or is_told(casus):
        return False
    uiterste = last_day(casus)
    contacten = queries.first_contacts(casus, op=on)
    register_gebeurtenis(
        casus=casus,
        soort=GEMELD,
        by=by,
        on=on,
        gegevens={"uiterlijk": uiterste.isoformat(), "aan": [wie.pk for wie in contacten]},
    )
    tafel = casus.tafelverzoek.tafel.organisatie
    for wie in {*contacten, *people_with(VOORZITTER, [tafel], op=on)}:
        _mail(
            wie,
            onderwerp=_("Paraplu: geen plek aan de tafel binnen twee weken"),
            tekst=_(
                "%(tafel)s heeft voor casus %(nummer)s geen plek tot en met %(dag)s. "
                "Zoek samen met de voorzitter naar ruimte, ook bij de tafels van de buren."
            )
            % {"tafel": tafel.naam, "nummer": casus.nummer, "dag": show_dag(uiterste)},
            adres=reverse("uitleg") if wie in contacten else casus.get_absolute_url(),
            on=on,
        )
    return True


def is_told(casus: Casus) -> bool:
    """Whether it was told since the planning began that there is no moment in time."""
    stap = CasusStap.objects.filter(casus=casus, sleutel="plannen", afgerond_op=None).last()
    gemeld = Gebeurtenis.objects.filter(casus=casus, soort=GEMELD).last()
    return bool(stap and gemeld and gemeld.op >= stap.geopend_op)


@transaction.atomic
def ask_ruimte(*, casus: Casus, tafel: Tafel, voor: date, by: Medewerker, on: date) -> Ruimtevraag:
    """Ask one neighbouring table for room; its chairs read a number and a day, nothing of the family."""
    if tafel == casus.tafelverzoek.tafel:
        raise CasusFout("Kies de tafel van een buur.")
    open_vraag = {"beantwoord_op": None, "vervallen_op": None}
    if casus.ruimtevragen.filter(tafel=tafel, **open_vraag).exists():
        raise CasusFout("Deze tafel is al gevraagd. Wacht op het antwoord.")
    vraag = Ruimtevraag.objects.create(
        casus=casus, tafel=tafel, voor=voor, gevraagd_op=on, gevraagd_door=by
    )
    register_gebeurtenis(
        casus=casus,
        soort="ruimte_gevraagd",
        by=by,
        on=on,
        gegevens={"tafel": tafel.organisatie.sleutel, "voor": voor.isoformat()},
    )
    for wie in people_with(VOORZITTER, [tafel.organisatie], op=on):
        _mail(
            wie,
            onderwerp=_("Paraplu: een buurtafel vraagt om ruimte"),
            tekst=_("%(tafel)s zoekt een plek vóór of op %(dag)s. Kunt u helpen?")
            % {"tafel": casus.tafelverzoek.tafel.organisatie.naam, "dag": show_dag(voor)},
            adres=reverse("ruimtevraag", args=[vraag.pk]),
            on=on,
        )
    return vraag


@beyond_wall()
def answer_ruimte(
    *,
    vraag: Ruimtevraag,
    by: Medewerker,
    on: date,
    slot: Slot | None = None,
    dag: date | None = None,
    toelichting: str = "",
) -> Ruimtevraag:
    """The neighbour's chair gives a moment, which is kept free from then on, or says no.

    Beyond the wall: who answers does not see the case that it is for.
    """
    tafel = Tafel.objects.select_for_update().get(pk=vraag.tafel_id)
    rij = Ruimtevraag.objects.select_for_update().get(pk=vraag.pk)
    if rij.beantwoord_op or rij.vervallen_op:
        raise CasusFout("Deze vraag is al beantwoord of niet meer nodig.")
    if slot is not None and dag is not None:
        check_vrij(tafel, slot, dag, on=on)
        rij.slot, rij.dag = slot, dag
    rij.akkoord = rij.slot is not None
    rij.toelichting, rij.beantwoord_op, rij.beantwoord_door = toelichting, on, by
    rij.save()
    casus = rij.casus
    register_gebeurtenis(
        casus=casus,
        soort="ruimte_beantwoord",
        by=by,
        on=on,
        gegevens={"tafel": tafel.organisatie.sleutel, "akkoord": rij.akkoord},
    )
    _mail(
        rij.gevraagd_door,
        onderwerp=_("Paraplu: antwoord van een buurtafel"),
        tekst=_("Casus %(nummer)s: %(tafel)s heeft geantwoord op uw vraag om ruimte.")
        % {"nummer": casus.nummer, "tafel": tafel.organisatie.naam},
        adres=casus.get_absolute_url(),
        on=on,
    )
    return rij


def check_vrij(
    tafel: Tafel, slot: Slot, dag: date, *, on: date, beloofd: Ruimtevraag | None = None
) -> Moment:
    """The moment, when the table holds it and it is free; CasusFout. Hold a lock on the table first.

    `beloofd` is the promise by which it is taken, when that is for this very case.
    """
    moment = moment_on(slot, dag) if slot.tafel_id == tafel.pk else None
    if moment is None:
        raise CasusFout("Op deze dag heeft de tafel dit moment niet. Kies een ander moment.")
    if dag <= on:
        raise CasusFout("Kies een moment dat nog komt.")
    eigen = {(beloofd.slot_id, beloofd.dag)} if beloofd else set()
    if moment.plek in queries.taken(tafel) - eigen:
        raise CasusFout("Dit moment is intussen vergeven. Kies een ander moment.")
    return moment


def _mail(wie: Medewerker, *, onderwerp: str, tekst: str, adres: str, on: date) -> None:
    if wie.gebruiker:
        stuur(aan=wie.gebruiker, onderwerp=onderwerp, tekst=tekst, adres=adres, on=on)
