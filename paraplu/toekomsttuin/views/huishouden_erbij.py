"""Add a line to a household: one page for every part, each with its form and its act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import in_force

from .. import queries
from ..actions import huishoudens as huis_acts
from ..actions import hulp as acts
from ..forms.velden import Regelvorm, make_vorm
from ..models import (
    Betrokkenheid,
    Expertise,
    Gezinsgesprek,
    Huisgenoot,
    Huishouden,
    Hulp,
    Hulpverleden,
    Kindgesprek,
    Mandaat,
    Mandaatgebruik,
    Screening,
    Steun,
    Veiligheidsfase,
    Volgmoment,
)
from .toegang import done, read_huishouden, show_form, trace, try_save, who

Doe = Callable[[Huishouden, Medewerker, dict[str, Any]], Any]
VolgVorm = make_vorm(Volgmoment, "hulp_begonnen", "tekst")


@dataclass(frozen=True, kw_only=True)
class Deel:
    """A part of a household to which lines are added; `na_vertrek`: also after it went out."""

    titel: Any
    vorm: type[Regelvorm]
    doe: Doe
    na_vertrek: bool = False


def _regel(soort: Any) -> Doe:
    return lambda rij, by, velden: acts.add_regel(soort, huishouden=rij, by=by, **velden)


def _kring(soort: Any) -> Doe:
    return lambda rij, _by, velden: acts.add_kring(soort, huishouden=rij, **velden)


def _note_hulpverleden(rij: Huishouden, by: Medewerker, velden: dict[str, Any]) -> Any:
    return acts.add_regel(Hulpverleden, huishouden=rij, by=by, op=localdate(), **velden)


DELEN: dict[str, Deel] = {
    "huisgenoot": Deel(
        titel=_("Iemand van het huishouden"),
        vorm=make_vorm(Huisgenoot, "naam", "rol", "geboortejaar", "geschiedenis"),
        doe=lambda rij, _by, velden: huis_acts.add_huisgenoot(huishouden=rij, **velden),
    ),
    "veiligheid": Deel(
        titel=_("Hoe veilig is het nu?"),
        vorm=make_vorm(Veiligheidsfase, "fase", "waarom", "op", geweest=("op",)),
        doe=lambda rij, by, velden: huis_acts.set_veiligheid(huishouden=rij, by=by, **velden),
    ),
    "screening": Deel(
        titel=_("Een screening"),
        vorm=make_vorm(
            Screening,
            *("huisgenoot", "domein", "uitkomst", "tekst", "ingeschakeld", "op"),
            geweest=("op",),
        ),
        doe=lambda rij, by, velden: acts.screen(huishouden=rij, by=by, **velden),
    ),
    "kindgesprek": Deel(
        titel=_("Een gesprek met een kind"),
        vorm=make_vorm(Kindgesprek, "huisgenoot", "eigen_woorden", "op", geweest=("op",)),
        doe=lambda rij, by, v: acts.note_kindgesprek(huishouden=rij, by=by, **v),
    ),
    "gezinsgesprek": Deel(
        titel=_("Een gesprek met het gezin"),
        vorm=make_vorm(
            Gezinsgesprek,
            *("op", "afspraken_duidelijk", "doel_duidelijk", "eigen_woorden"),
            *("zelf_besloten", "gevolg_uitgelegd"),
            geweest=("op",),
        ),
        doe=_regel(Gezinsgesprek),
    ),
    "hulp": Deel(
        titel=_("Hulp van nu"),
        vorm=make_vorm(Hulp, "voor", "huisgenoot", "wat", "door_wie", "begonnen_op", "gestopt_op"),
        doe=_regel(Hulp),
    ),
    "hulpverleden": Deel(
        titel=_("Hulp van vroeger"),
        vorm=make_vorm(
            Hulpverleden, "hulp", "door_wie", "periode", "relatie", "werkte", "werkte_niet"
        ),
        doe=_note_hulpverleden,
    ),
    "steun": Deel(
        titel=_("Iemand uit het eigen netwerk"),
        vorm=make_vorm(Steun, "wie", "doet", "vanaf"),
        doe=_kring(Steun),
    ),
    "organisatie": Deel(
        titel=_("Een organisatie die helpt of hielp"),
        vorm=make_vorm(Betrokkenheid, "organisatie", "vanaf", "tot", "overgenomen"),
        doe=_kring(Betrokkenheid),
    ),
    "mandaat": Deel(
        titel=_("Ik handelde buiten het kader van mijn organisatie"),
        vorm=make_vorm(Mandaatgebruik, "mandaat", "wat", "op", geweest=("op",)),
        doe=lambda rij, _by, velden: acts.use_mandaat(huishouden=rij, **velden),
    ),
    "volgmoment": Deel(
        titel=_("Een dag om te kijken hoe het gaat"),
        vorm=make_vorm(Volgmoment, "na", "gepland_op"),
        doe=_regel(Volgmoment),
        na_vertrek=True,
    ),
}


@require_http_methods(["GET", "POST"])
@transaction.atomic
def huishouden_erbij(request: HttpRequest, pk: int, soort: str) -> HttpResponse:
    """Add a line of this kind to the household."""
    rij = read_huishouden(request, pk)
    if soort not in DELEN or (rij.uitstroom_op and not DELEN[soort].na_vertrek):
        raise Http404
    deel, ik = DELEN[soort], who(request)
    form = deel.vorm(request.POST or None, on=localdate())
    _narrow(form, request, rij)
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        if try_save(form, lambda: deel.doe(rij, ik, velden)):
            trace(request, rij, f"huishouden: {soort} toevoegen")
            return done(request, f"{rij.get_absolute_url()}#{soort}")
    return show_form(request, form, titel=deel.titel, terug=(rij.get_absolute_url(), rij.nummer))


def _narrow(form: Regelvorm, request: HttpRequest, rij: Huishouden) -> None:
    """Only people of this household, expertise of this garden, and mandates of oneself."""
    vandaag = localdate()
    rijen = {
        "huisgenoot": rij.mensen.all(),
        "ingeschakeld": Expertise.objects.filter(in_force(vandaag), tuin=rij.tuin_id),
        "mandaat": Mandaat.objects.filter(
            lid__tuin=rij.tuin_id,
            lid__medewerker__in=queries.own_medewerkers(request.user, op=vandaag),
        ),
    }
    if isinstance(form, DELEN["kindgesprek"].vorm):
        rijen["huisgenoot"] = rij.mensen.filter(rol__in=acts.KINDEREN)
    for naam, keuzes in rijen.items():
        if naam in form.fields:
            form.fields[naam].queryset = keuzes
    if "mandaat" in form.fields:
        form.fields["mandaat"].label_from_instance = lambda mandaat: mandaat.waarvoor[:120]


@require_http_methods(["GET", "POST"])
@transaction.atomic
def huishouden_volgmoment(request: HttpRequest, pk: int) -> HttpResponse:
    """How it goes with the household after a report or a hand-over (R252)."""
    moment = get_object_or_404(
        Volgmoment.objects.select_related("huishouden__tuin"),
        pk=pk,
        huishouden__in=queries.huishoudens_for(request.user),
    )
    rij = moment.huishouden
    if moment.gehouden_op:
        return redirect(rij)
    form = VolgVorm(request.POST or None, on=localdate())
    form.fields["hulp_begonnen"].required = True
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        if try_save(form, lambda: acts.hold_volgmoment(moment=moment, on=localdate(), **velden)):
            trace(request, rij, "volgmoment vastleggen")
            return done(request, rij.get_absolute_url())
    return show_form(
        request,
        form,
        titel=_t("Hoe gaat het nu?"),
        terug=(rij.get_absolute_url(), rij.nummer),
        inleiding=moment.get_na_display(),
    )
