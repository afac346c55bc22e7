"""Write a version of the plan; say who agrees; end the plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from paraplu.casussen.actions import drop_concept
from paraplu.casussen.fouten import CasusFout, StaleSave
from paraplu.casussen.models import Casus, Gezin
from paraplu.casussen.queries import casussen_for
from paraplu.casussen.views.concept import keep, read_concept
from paraplu.netwerk.queries import medewerker_of

from .. import actions, queries
from ..forms import EindeForm, PlanForm
from ..forms.plan import grow, initial_of, write_vorm
from ..fouten import PlanOnvolledig
from ..inhoud import next_inhoud
from ..leesbaar import list_lange_zinnen
from ..models import Aanleiding, Fase, Veiligheidsplan
from .lezen import instemming_form, read_gezin, show_plan, trace

FORMULIER = "veiligheidsplan"


def read_writable(request: HttpRequest, pk: int) -> Gezin:
    """The family, when this user may write in its plan; else 404."""
    gezin = read_gezin(request, pk)
    if not queries.may_write(request.user, gezin, op=localdate()):
        raise Http404
    return gezin


@require_http_methods(["GET", "POST"])
@transaction.atomic
def schrijven(request: HttpRequest, pk: int) -> HttpResponse:
    """The next version, beginning with the words of the last one; the first when there is none."""
    gezin = read_writable(request, pk)
    casus = _casus_for_concept(request, gezin)
    if request.method != "POST":
        trace(request, gezin, "veiligheidsplan schrijven")
        return _show(request, gezin, casus, PlanForm(initial=_initial(request, gezin, casus)))
    form = PlanForm(request.POST)
    wens = request.POST.get("doe", "")
    if wens.startswith(("voorwaarde", "afspraak")):
        return _show_grown(request, gezin, casus, form, wens)
    if wens == "concept" and casus is not None:
        return _keep(request, gezin, casus, form)
    if not form.is_valid():
        return _show(request, gezin, casus, form, status=422)
    return _save(request, gezin, casus, form)


def _casus_for_concept(request: HttpRequest, gezin: Gezin) -> Casus | None:
    """A draft belongs to a case; a regisseur without one writes without a draft."""
    open_casussen = casussen_for(request.user).filter(gezin=gezin, afgesloten_op=None)
    return open_casussen.order_by("pk").first()


def _loopt(gezin: Gezin) -> Veiligheidsplan | None:
    return Veiligheidsplan.objects.filter(gezin=gezin, beeindigd_op=None).first()


def _initial(request: HttpRequest, gezin: Gezin, casus: Casus | None) -> dict[str, Any]:
    """The draft of this user, else the version that holds, else an empty plan."""
    concept = read_concept(request, casus, FORMULIER) if casus else None
    if concept and concept.versie:
        return {**concept.inhoud, "uit_concept": True}
    plan = _loopt(gezin)
    laatste = plan and plan.versies.order_by("nummer").last()
    if laatste is None:
        return {"aanleiding": Aanleiding.BEGIN, "fase": Fase.DIRECT, "vorige": 0}
    return {**initial_of(next_inhoud(laatste)), "vorige": laatste.nummer}


def _show_grown(
    request: HttpRequest, gezin: Gezin, casus: Casus | None, form: PlanForm, wens: str
) -> HttpResponse:
    """The same words with one more row; nothing is checked or kept."""
    vorm = write_vorm(grow(form.aantallen, wens))
    return _show(request, gezin, casus, PlanForm(initial={**form.typed(), "vorm": vorm}))


def _keep(request: HttpRequest, gezin: Gezin, casus: Casus, form: PlanForm) -> HttpResponse:
    if keep(request, casus, FORMULIER, form):
        messages.warning(
            request,
            _("In een ander venster is al een concept bewaard. Wat u invulde, staat hieronder."),
        )
        opnieuw = PlanForm(initial=form.typed())
        return _show(request, gezin, casus, opnieuw, status=409)
    trace(request, gezin, "concept van veiligheidsplan bewaren")
    messages.success(request, _("Het concept is bewaard. Alleen u ziet het."))
    return redirect("veiligheidsplan_schrijven", gezin.pk)


def _save(request: HttpRequest, gezin: Gezin, casus: Casus | None, form: PlanForm) -> HttpResponse:
    ik = medewerker_of(request.user, op=localdate())
    inhoud = form.to_inhoud()
    try:
        # The plan begins with its first version, or not at all.
        with transaction.atomic():
            plan = actions.begin_plan(gezin=gezin, by=ik, on=localdate())
            actions.save_versie(
                plan=plan,
                inhoud=inhoud,
                by=ik,
                on=localdate(),
                vorige=form.cleaned_data["vorige"] or 0,
            )
    except StaleSave as fout:
        return _show_stale(request, gezin, casus, form, fout)
    except PlanOnvolledig as fout:
        for zin in fout.mist:
            form.add_error(None, zin)
        return _show(request, gezin, casus, form, status=422)
    if casus:
        drop_concept(gebruiker=request.user, casus=casus, formulier=FORMULIER)
    trace(request, gezin, "veiligheidsplan vaststellen")
    messages.success(request, _("De nieuwe versie is bewaard. Lees haar samen met de ouders."))
    if list_lange_zinnen(inhoud):
        messages.warning(
            request, _("In de versie voor kinderen staan lange zinnen. Maak ze korter.")
        )
    return redirect("veiligheidsplan", gezin.pk)


def _show_stale(
    request: HttpRequest, gezin: Gezin, casus: Casus | None, form: PlanForm, fout: StaleSave
) -> HttpResponse:
    """What was typed stays; who saves again does so over the version of the other."""
    opnieuw = PlanForm(initial={**form.typed(), "vorige": fout.versie})
    return _show(request, gezin, casus, opnieuw, status=409, ander=fout.versie)


def _show(
    request: HttpRequest,
    gezin: Gezin,
    casus: Casus | None,
    form: PlanForm,
    *,
    status: int = 200,
    ander: int | None = None,
) -> HttpResponse:
    concept = read_concept(request, casus, FORMULIER) if casus else None
    return render(
        request,
        "veiligheid/schrijven.html",
        {
            "gezin": gezin,
            "form": form,
            "ander": ander,
            "eerste": _loopt(gezin) is None,
            "namen": list(gezin.personen.all()),
            "concept_versie": concept.versie if concept else None,
        },
        status=status,
    )


@require_POST
@transaction.atomic
def instemming(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down that somebody agrees with the version that was on the page, or not."""
    gezin = read_writable(request, pk)
    plan = _loopt(gezin)
    nummer = request.POST.get("versie", "")
    versie = plan and nummer.isdecimal() and plan.versies.filter(nummer=nummer[:6]).first()
    if not versie:
        raise Http404
    form = instemming_form(request, gezin, request.POST)
    if not form.is_valid():
        return show_plan(request, gezin, status=422, instemmen=form)
    velden = form.cleaned_data
    ik = medewerker_of(request.user, op=localdate())
    try:
        actions.agree(
            versie=versie,
            akkoord=velden["akkoord"],
            toelichting=velden["toelichting"],
            by=ik,
            on=localdate(),
            **form.who(),
        )
    except CasusFout as fout:
        messages.warning(request, str(fout))
        return redirect("veiligheidsplan", gezin.pk)
    trace(request, gezin, "instemming met veiligheidsplan bewaren")
    messages.success(request, _("Dit is bewaard bij versie %(nummer)s.") % {"nummer": nummer})
    return redirect("veiligheidsplan", gezin.pk)


@require_POST
@transaction.atomic
def beeindigen(request: HttpRequest, pk: int) -> HttpResponse:
    """End the plan, with the reason."""
    gezin = read_writable(request, pk)
    plan = _loopt(gezin)
    if plan is None:
        raise Http404
    form = EindeForm(request.POST, prefix="einde")
    if not form.is_valid():
        return show_plan(request, gezin, status=422, einde=form)
    actions.end_plan(plan=plan, reden=form.cleaned_data["reden"], on=localdate())
    trace(request, gezin, "veiligheidsplan afsluiten")
    messages.success(request, _("Het plan is afgesloten. U kunt het blijven lezen."))
    return redirect("veiligheidsplan", gezin.pk)
