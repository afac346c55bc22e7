"""Step 2 on the page: the bepaling, the one form, and the exception without a contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.casussen.actions import close_stap, drop_concept
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.concept import Botsing, keep, read_concept
from paraplu.casussen.views.stap import show_stap, who

from ..actions import bepalen
from ..actions.bepalen import BEPALING, FORMULIER
from ..forms.bepaling import BepalingForm, ZonderContractForm
from ..forms.formulier import FormulierForm
from ..stukken import voorzet
from ..stukken.bepaling import Bepaling
from ..stukken.opslag import to_inhoud
from ..stukken.tonen import list_bekend
from ..stukken.voorzet import latest

Handel = Callable[[HttpRequest, CasusStap], HttpResponse]


def make_bepaling_form(request: HttpRequest, casus: Casus, data: Any = None) -> BepalingForm:
    """The form of the bepaling: what was typed, else the draft, else what is known."""
    eerder = read_concept(request, casus, BEPALING).inhoud if data is None else {}
    return BepalingForm(
        data,
        casus=casus,
        gebruiker=request.user,
        on=localdate(),
        initial=eerder or voorzet.draft_bepaling(casus),
    )


def make_formulier_form(request: HttpRequest, casus: Casus, data: Any = None) -> FormulierForm:
    """The one form: what was typed, else the draft, else what is known."""
    eerder = read_concept(request, casus, FORMULIER).inhoud if data is None else {}
    return FormulierForm(
        data,
        casus=casus,
        on=localdate(),
        initial=eerder or voorzet.draft_formulier(casus, _bepaling(casus)),
    )


def _bepaling(casus: Casus) -> Bepaling:
    document = latest(casus, BEPALING)
    return Bepaling.from_inhoud(document.inhoud) if document else Bepaling()


def show_bepalen(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """First the bepaling, then the form that it fills for the most part."""
    casus = stap.casus
    bepaling, formulier = latest(casus, BEPALING), latest(casus, FORMULIER)
    concept = {soort: read_concept(request, casus, soort) for soort in (BEPALING, FORMULIER)}
    deel = _choose_deel(request, bepaling is not None, concept[BEPALING].versie)
    gevraagd = casus.zonder_contract.select_related("aanbieder").last()
    context: dict[str, Any] = {
        "deel": deel,
        "bepaling": bepaling,
        "formulier": formulier,
        "gevraagd": gevraagd,
        "concept_versie": concept[deel].versie,
        "uit_concept": concept[deel].versie > 0,
    }
    if deel == BEPALING:
        context["bepaling_form"] = make_bepaling_form(request, casus)
    else:
        context["formulier_form"] = make_formulier_form(request, casus)
        context["bekend"] = _list_bekend(casus)
    return context


def _list_bekend(casus: Casus) -> list[tuple[str, str]]:
    leeg = {"sectoren": (), "kader": ()}
    deel_1 = voorzet.make_deel_1(casus, _bepaling(casus), leeg, versie=1, on=localdate())
    return list_bekend(deel_1)


def _choose_deel(request: HttpRequest, bepaald: bool, concept: int) -> str:
    gevraagd = request.GET.get("deel") or request.POST.get("deel")
    if not bepaald or gevraagd == BEPALING:
        return BEPALING
    return FORMULIER if gevraagd or not concept else BEPALING


def handle_bepalen(request: HttpRequest, stap: CasusStap, handeling: str) -> HttpResponse:
    """One of the buttons of step 2."""
    handelingen: dict[str, Handel] = {
        "bepaling_concept": _keep_bepaling,
        "bepaling": _fix_bepaling,
        "zonder_contract": _ask_zonder_contract,
        "formulier_concept": _keep_formulier,
        "formulier": _fix_formulier,
    }
    doe = handelingen.get(handeling)
    return doe(request, stap) if doe else show_stap(request, stap, status=422)


def _again(
    request: HttpRequest, stap: CasusStap, soort: str, form: forms.Form, botsing: Botsing | None
) -> HttpResponse:
    """The page with what was typed, and beside it what another window saved."""
    extra: dict[str, Any] = {f"{_short(soort)}_form": form, "botsing": botsing, "deel": soort}
    if botsing:
        extra["concept_versie"] = botsing.versie
    return show_stap(request, stap, status=409 if botsing else 422, **extra)


def _short(soort: str) -> str:
    return "bepaling" if soort == BEPALING else "formulier"


def _kept(request: HttpRequest, stap: CasusStap, soort: str) -> HttpResponse:
    messages.success(request, _("Het concept is bewaard. Alleen u ziet het."))
    return redirect(f"{reverse('stap', args=[stap.pk])}?deel={soort}")


def _keep_bepaling(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    form = make_bepaling_form(request, stap.casus, request.POST)
    botsing = keep(request, stap.casus, BEPALING, form)
    if botsing:
        form.errors.clear()
        return _again(request, stap, BEPALING, form, botsing)
    return _kept(request, stap, BEPALING)


def _keep_formulier(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    form = make_formulier_form(request, stap.casus, request.POST)
    botsing = keep(request, stap.casus, FORMULIER, form)
    if botsing:
        form.errors.clear()
        return _again(request, stap, FORMULIER, form, botsing)
    return _kept(request, stap, FORMULIER)


def _fix_bepaling(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Fix it, when it is right; what was typed is kept either way."""
    casus, vandaag = stap.casus, localdate()
    form = make_bepaling_form(request, casus, request.POST)
    botsing = keep(request, casus, BEPALING, form)
    if botsing or not form.is_valid():
        return _again(request, stap, BEPALING, form, botsing)
    bepalen.fix_bepaling(
        casus=casus,
        inhoud=form.make().to_inhoud(),
        persoonsgegevens=to_inhoud(voorzet.make_deel_2(casus)),
        aanbieder=form.cleaned_data["aanbieder"],
        by=who(request),
        on=vandaag,
    )
    drop_concept(gebruiker=request.user, casus=casus, formulier=BEPALING)
    messages.success(request, _("De bepaling is vastgesteld. Vul nu het aanmeldformulier in."))
    return redirect(f"{reverse('stap', args=[stap.pk])}?deel={FORMULIER}")


def _fix_formulier(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Fix the form and close the step: nothing else is asked in it."""
    casus, vandaag = stap.casus, localdate()
    form = make_formulier_form(request, casus, request.POST)
    botsing = keep(request, casus, FORMULIER, form)
    bepaling, eerder = latest(casus, BEPALING), latest(casus, FORMULIER)
    if bepaling is None:
        form.add_error(None, _("Stel eerst de bepaling vast."))
    if botsing or bepaling is None or not form.is_valid():
        return _again(request, stap, FORMULIER, form, botsing)
    deel_1 = voorzet.make_deel_1(
        casus,
        Bepaling.from_inhoud(bepaling.inhoud),
        form.cleaned_data,
        versie=eerder.versie + 1 if eerder else 1,
        on=vandaag,
    )
    try:
        with transaction.atomic():
            bepalen.fix_formulier(
                casus=casus,
                deel_1=to_inhoud(deel_1),
                deel_2=to_inhoud(voorzet.make_deel_2(casus, form.cleaned_data)),
                by=who(request),
                on=vandaag,
            )
            close_stap(stap=stap, uitkomst="vastgesteld", by=who(request), on=vandaag)
    except CasusFout as fout:
        form.add_error(None, str(fout))
        return _again(request, stap, FORMULIER, form, None)
    drop_concept(gebruiker=request.user, casus=casus, formulier=FORMULIER)
    messages.success(request, _("Bepaling en formulier zijn klaar om te versturen."))
    return redirect(casus)


def _ask_zonder_contract(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Keep the draft and put the exception to the functionaris; this step waits for the answer."""
    casus, vandaag = stap.casus, localdate()
    form = make_bepaling_form(request, casus, request.POST)
    botsing = keep(request, casus, BEPALING, form)
    form.is_valid()
    aanbieder = form.cleaned_data.get("aanbieder")
    reden = form.cleaned_data.get("reden_zonder_contract", "")
    fouten = {}
    if not form.data.get(form.add_prefix("aanbieder")):
        fouten["aanbieder"] = _("Kies de aanbieder waarvoor u akkoord vraagt.")
    if not reden:
        fouten["reden_zonder_contract"] = form.errors.get("reden_zonder_contract") or _(
            "Schrijf op waarom u deze aanbieder zonder contract wilt."
        )
    if aanbieder is None and "aanbieder" not in fouten:
        aanbieder = (
            form.fields["aanbieder"]
            .queryset.filter(pk=_number(form.data.get(form.add_prefix("aanbieder"))))
            .first()
        )
        if aanbieder is None:
            fouten["aanbieder"] = _("Kies een aanbieder uit de lijst.")
    if botsing or fouten:
        form.errors.clear()
        for naam, fout in fouten.items():
            form.add_error(naam, fout)
        return _again(request, stap, BEPALING, form, botsing)
    bepalen.ask_zonder_contract(
        casus=casus, aanbieder=aanbieder, reden=reden, by=who(request), on=vandaag
    )
    close_stap(
        stap=stap, uitkomst="zonder_contract", by=who(request), on=vandaag, toelichting=reden
    )
    messages.success(request, _("De vraag staat bij de functionaris. Uw concept is bewaard."))
    return redirect(casus)


def _number(tekst: str | None) -> int:
    return int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 12 else 0


def show_goedkeuring(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """What the functionaris decides on; nothing of the family."""
    return {
        "gevraagd": stap.casus.zonder_contract.select_related(
            "aanbieder", "gevraagd_door", "gevraagd_door__organisatie"
        ).last(),
        "goedkeuring_form": ZonderContractForm(),
    }


def handle_goedkeuring(request: HttpRequest, stap: CasusStap, _handeling: str) -> HttpResponse:
    """The functionaris decides, and that closes the step."""
    form = ZonderContractForm(request.POST)
    gevraagd = stap.casus.zonder_contract.last()
    if not form.is_valid() or gevraagd is None:
        return show_stap(request, stap, status=422, goedkeuring_form=form)
    akkoord = form.cleaned_data["akkoord"] == "ja"
    try:
        with transaction.atomic():
            bepalen.decide_zonder_contract(
                vraag=gevraagd,
                akkoord=akkoord,
                antwoord=form.cleaned_data["antwoord"],
                by=who(request),
                on=localdate(),
            )
            close_stap(
                stap=stap,
                uitkomst="akkoord" if akkoord else "geen_akkoord",
                by=who(request),
                on=localdate(),
            )
    except CasusFout as fout:
        form.add_error(None, str(fout))
        return show_stap(request, stap, status=422, goedkeuring_form=form)
    messages.success(request, _("Uw antwoord is vastgelegd. De jeugdbeschermer ziet het."))
    return redirect("mijn_werk")


BEPALEN = StapVorm(template="aanmelden/bepaling.html", context=show_bepalen, handle=handle_bepalen)
GOEDKEURING = StapVorm(
    template="aanmelden/goedkeuring.html", context=show_goedkeuring, handle=handle_goedkeuring
)
