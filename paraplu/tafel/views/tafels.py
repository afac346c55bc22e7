"""The own table: what is planned, what neighbours ask, and what the table chose."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.casussen.fouten import CasusFout, StaleSave
from paraplu.casussen.views.stap import who
from paraplu.netwerk.queries import medewerker_of
from paraplu.web.actions import write_spoor

from .. import queries
from ..actions import instellen, ruimte
from ..deelnemers import list_bezwaren
from ..forms.instellen import SlotForm, TafelForm
from ..forms.plannen import RuimteAntwoordForm, read_moment
from ..models import Ruimtevraag, Tafel, Zitting
from ..momenten import list_momenten, weeks_without

DOEL = "werken aan de tafel"
VOORUIT = timedelta(weeks=4)


@require_GET
@transaction.atomic
def tafel_agenda(request: HttpRequest) -> HttpResponse:
    """The talks that come, and neighbours that look for room: numbers, never names."""
    vandaag = localdate()
    ik = medewerker_of(request.user, op=vandaag)
    instellen.open_tafels(on=vandaag)
    tafels = list(queries.tafels_for(request.user, op=vandaag))
    zittingen = queries.zittingen_for(request.user, op=vandaag).filter(
        tafel__in=tafels, status=Zitting.Status.GEPLAND, einde__gte=now()
    )
    write_spoor(gebruiker=request.user, handeling="agenda van de tafel", doel=DOEL)
    return render(
        request,
        "tafel/agenda.html",
        {
            "tafels": [
                {
                    "tafel": tafel,
                    "vrij": list_momenten(
                        queries.slots_of(tafel, op=vandaag),
                        vanaf=vandaag + timedelta(days=1),
                        tot=vandaag + VOORUIT,
                        bezet=queries.taken(tafel),
                    ),
                    "zonder": weeks_without(queries.slots_of(tafel, op=vandaag), vanaf=vandaag),
                }
                for tafel in tafels
            ],
            "zittingen": zittingen,
            "vragen": queries.ruimtevragen_for(request.user, op=vandaag).filter(beantwoord_op=None),
            "bezwaren": list_bezwaren(ik, on=vandaag) if ik else [],
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_instellen(request: HttpRequest, pk: int) -> HttpResponse:
    """The settings and weekly moments of the own table."""
    tafel = get_object_or_404(queries.tafels_for(request.user, op=localdate()), pk=pk)
    if request.method == "POST":
        write_spoor(
            gebruiker=request.user, handeling="tafel instellen", voorwerp=str(tafel), doel=DOEL
        )
        handelingen = {
            "instellingen": _save,
            "slot": _add_slot,
            "stop": _end_slot,
            "sla_over": _skip,
        }
        doe = handelingen.get(request.POST.get("handeling", ""))
        return doe(request, tafel) if doe else _show(request, tafel, status=422)
    return _show(request, tafel)


def _show(request: HttpRequest, tafel: Tafel, *, status: int = 200, **extra: Any) -> HttpResponse:
    vandaag = localdate()
    slots = queries.slots_of(tafel, op=vandaag)
    context = {
        "tafel": tafel,
        "slots": slots,
        "zonder": weeks_without(slots, vanaf=vandaag),
        "tafel_form": TafelForm(instance=Tafel.objects.get(pk=tafel.pk)),
        "slot_form": SlotForm(initial={"vanaf": vandaag}),
        "vandaag": vandaag,
        **extra,
    }
    return render(request, "tafel/instellen.html", context, status=status)


def _save(request: HttpRequest, tafel: Tafel) -> HttpResponse:
    form = TafelForm(request.POST, instance=Tafel.objects.get(pk=tafel.pk))
    if not form.is_valid():
        return _show(request, tafel, status=422, tafel_form=form)
    try:
        with transaction.atomic():
            instellen.change_tafel(
                tafel=tafel, velden=form.read(), versie=form.cleaned_data["versie"]
            )
    except StaleSave as fout:
        form.add_error(None, str(fout))
        return _show(request, tafel, status=409, tafel_form=form)
    messages.success(request, _("De keuzes zijn bewaard."))
    return redirect("tafel_instellen", tafel.pk)


def _add_slot(request: HttpRequest, tafel: Tafel) -> HttpResponse:
    form = SlotForm(request.POST)
    if form.is_valid():
        velden = {**form.cleaned_data, "weekdag": int(form.cleaned_data["weekdag"])}
        try:
            with transaction.atomic():
                instellen.add_slot(tafel=tafel, **velden)
        except CasusFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("Het vaste moment is toegevoegd."))
            return redirect("tafel_instellen", tafel.pk)
    return _show(request, tafel, status=422, slot_form=form)


def _change_slot(request: HttpRequest, tafel: Tafel, doe: Any, gelukt: str) -> HttpResponse:
    nummer = request.POST.get("slot", "")
    geldig = nummer.isascii() and nummer.isdigit() and len(nummer) < 12
    slot = get_object_or_404(tafel.slots, pk=int(nummer) if geldig else 0)
    try:
        dag = parse_date(request.POST.get("dag", ""))
    except ValueError:
        dag = None
    if dag is None:
        messages.warning(request, _("Vul een dag in."))
        return redirect("tafel_instellen", tafel.pk)
    try:
        with transaction.atomic():
            doe(slot, dag)
    except CasusFout as fout:
        messages.warning(request, str(fout))
    else:
        messages.success(request, gelukt)
    return redirect("tafel_instellen", tafel.pk)


def _end_slot(request: HttpRequest, tafel: Tafel) -> HttpResponse:
    return _change_slot(
        request,
        tafel,
        lambda slot, dag: instellen.end_slot(slot=slot, tot=dag),
        _("Na die dag is dit moment er niet meer."),
    )


def _skip(request: HttpRequest, tafel: Tafel) -> HttpResponse:
    return _change_slot(
        request,
        tafel,
        lambda slot, dag: instellen.skip_slot(slot=slot, dag=dag),
        _("Op die dag slaat de tafel dit moment over."),
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def ruimtevraag(request: HttpRequest, pk: int) -> HttpResponse:
    """A neighbour looks for room: give a moment, or say that there is none (R78)."""
    vandaag = localdate()
    vraag = get_object_or_404(queries.ruimtevragen_for(request.user, op=vandaag), pk=pk)
    vrij = list_momenten(
        queries.slots_of(vraag.tafel, op=vandaag),
        vanaf=vandaag + timedelta(days=1),
        tot=max(vraag.voor, vandaag + timedelta(days=14)),
        bezet=queries.taken(vraag.tafel),
    )
    form = RuimteAntwoordForm(request.POST or None, momenten=vrij)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                _answer(request, vraag, form.cleaned_data)
        except CasusFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("Uw antwoord staat bij de voorzitter die het vroeg."))
            return redirect("tafel_agenda")
    write_spoor(
        gebruiker=request.user,
        handeling="vraag om ruimte bekijken",
        voorwerp=f"C{vraag.casus_id}",
        doel=DOEL,
    )
    return render(
        request,
        "tafel/ruimtevraag.html",
        {"vraag": vraag, "form": form, "open": vraag.beantwoord_op is None},
        status=422 if form.errors else 200,
    )


def _answer(request: HttpRequest, vraag: Ruimtevraag, velden: dict[str, Any]) -> None:
    slot, dag = (None, None) if velden["moment"] == "nee" else read_moment(velden["moment"])
    ruimte.answer_ruimte(
        vraag=vraag,
        slot=slot,
        dag=dag,
        toelichting=velden["toelichting"],
        by=who(request),
        on=localdate(),
    )
