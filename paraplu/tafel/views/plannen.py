"""The chair plans: a moment within two weeks, room at a neighbour's, guests, invitations."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose

from .. import queries
from ..actions import plannen as acties
from ..actions import ruimte, uitnodigen
from ..deelnemers import list_bezwaren, voorzitters_of
from ..forms.plannen import PlanForm, RuimteForm, read_moment
from ..models import Zitting
from ..momenten import Moment, list_momenten, moment_on

#: How far ahead moments are offered when there is none in time.
VOORUIT = timedelta(weeks=8)
HOOGSTENS = 12


def list_keuze(casus: Casus, *, vooruit: timedelta = VOORUIT) -> list[Moment]:
    """What the chair can choose: promised by a neighbour, then in time, else what comes after."""
    vandaag = localdate()
    beloofd = [
        moment
        for vraag in casus.ruimtevragen.filter(akkoord=True, vervallen_op=None).select_related(
            "slot"
        )
        if vraag.slot and vraag.dag and (moment := moment_on(vraag.slot, vraag.dag))
    ]
    in_termijn = ruimte.free_in_term(casus, on=vandaag)
    if in_termijn:
        return [*beloofd, *in_termijn[:HOOGSTENS]]
    tafel = casus.tafelverzoek.tafel
    later = list_momenten(
        queries.slots_of(tafel, op=vandaag),
        vanaf=vandaag + timedelta(days=1),
        tot=vandaag + vooruit,
        bezet=queries.taken(tafel),
    )
    return [*beloofd, *later[:HOOGSTENS]]


def show_plannen(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The moments, or what is planned and who is asked; when there is no room, what was done about it."""
    casus, vandaag = stap.casus, localdate()
    tafel = casus.tafelverzoek.tafel
    zitting = casus.zittingen.filter(status=Zitting.Status.GEPLAND).last()
    return {
        "verzoek": casus.tafelverzoek,
        "tafel": tafel,
        "zitting": zitting,
        "genodigden": zitting.genodigden.select_related("medewerker", "persoon") if zitting else (),
        "plan_form": _plan_form(casus),
        "in_termijn": bool(ruimte.free_in_term(casus, on=vandaag)),
        "gemeld": ruimte.is_told(casus),
        "aanspreekpunten": queries.first_contacts(casus, op=vandaag),
        "ruimtevragen": casus.ruimtevragen.filter(vervallen_op=None).select_related(
            "tafel__organisatie", "slot"
        ),
        "ruimte_form": RuimteForm(buren=queries.buren_of(tafel, op=vandaag)),
        "bezwaren": list_bezwaren(who(request), on=vandaag),
    }


def _plan_form(casus: Casus, data: Any = None) -> PlanForm:
    """Chairs of the own table, and of a neighbour that gave room."""
    tafel, vandaag = casus.tafelverzoek.tafel, localdate()
    voorzitters = voorzitters_of(tafel, on=vandaag)
    for vraag in casus.ruimtevragen.filter(akkoord=True, vervallen_op=None).select_related("tafel"):
        voorzitters += voorzitters_of(vraag.tafel, on=vandaag)
    return PlanForm(data, momenten=list_keuze(casus), voorzitters=voorzitters, tafel=tafel)


def _plan(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    def doe(velden: dict[str, Any]) -> None:
        slot, dag = read_moment(velden["moment"])
        acties.plan_zitting(
            stap=stap,
            slot=slot,
            dag=dag,
            voorzitter=velden["voorzitter"],
            gi_deelname=velden["gi_deelname"],
            by=who(request),
            on=localdate(),
        )

    return carry_out(
        request,
        stap,
        naam="plan_form",
        form=_plan_form(stap.casus, request.POST),
        doe=doe,
        gelukt=_("Het moment is vastgelegd. Kijk wie erbij is en nodig hen uit."),
    )


def _invite(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    def doe(_velden: dict[str, Any]) -> None:
        zitting = queries.zitting_of(stap.casus)
        if zitting is None:
            raise CasusFout(_("Kies eerst een moment voor het gesprek."))
        op_papier = uitnodigen.invite_all(
            stap=stap, zitting=zitting, by=who(request), on=localdate()
        )
        if op_papier:
            messages.warning(
                request,
                _("Van %(aantal)d genodigden is geen e-mailadres bekend. Geef hun de brief.")
                % {"aantal": len(op_papier)},
            )

    return carry_out(
        request,
        stap,
        naam="uitnodig_form",
        form=forms.Form(request.POST),
        doe=doe,
        gelukt=_("De uitnodigingen zijn verstuurd."),
    )


def _ask_ruimte(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    vandaag = localdate()
    tafel = stap.casus.tafelverzoek.tafel

    def doe(velden: dict[str, Any]) -> None:
        for buur in velden["tafels"]:
            ruimte.ask_ruimte(
                casus=stap.casus,
                tafel=buur,
                voor=ruimte.last_day(stap.casus) or vandaag,
                by=who(request),
                on=vandaag,
            )

    return carry_out(
        request,
        stap,
        naam="ruimte_form",
        form=RuimteForm(request.POST, buren=queries.buren_of(tafel, op=vandaag)),
        doe=doe,
        gelukt=_("De buren zijn gevraagd. Zij zien een dag, en niets van het gezin."),
    )


PLANNEN = StapVorm(
    template="tafel/plannen.html",
    context=show_plannen,
    handle=choose({"plan": _plan, "nodig_uit": _invite, "ruimte": _ask_ruimte}),
    sluit=frozenset({"gepland"}),
)
