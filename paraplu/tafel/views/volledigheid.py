"""The chair reads the request, asks back per field, or says where the question belongs (R62, R79)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.casussen.actions import close_stap
from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose
from paraplu.termijnen.moment import dag_van

from .. import queries
from ..actions import volledigheid as acties
from ..forms.plannen import AanvulForm, VerwijsForm
from ..stukken.verzoek import list_secties, list_velden


def show_volledigheid(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The whole request with its empty answers, and beside each question room to ask back."""
    casus = stap.casus
    document = queries.document_of(casus)
    return {
        "verzoek": casus.tafelverzoek,
        "document": document,
        "secties": list_secties(document, leeg=True) if document else (),
        "bijlagen": queries.bijlagen_of(casus.tafelverzoek),
        "eerder": casus.aanvulvragen.exclude(beantwoord_op=None),
        "aanvul_form": _aanvul_form(stap),
        "verwijs_form": VerwijsForm(),
    }


def _aanvul_form(stap: CasusStap, data: Any = None) -> AanvulForm:
    casus = stap.casus
    velden = list_velden(casus.tafelverzoek.soort, casus, op=localdate())
    return AanvulForm(
        data,
        velden={"geheel": _("het hele verzoek"), **velden},
        initial={"uiterlijk": _before_session(stap)},
    )


def _before_session(stap: CasusStap) -> Any:
    """Proposed: in two days, and before the talk when that is planned (R271)."""
    over_twee = localdate() + timedelta(days=2)
    zitting = queries.zitting_of(stap.casus)
    return min(over_twee, dag_van(zitting.begin) - timedelta(days=1)) if zitting else over_twee


def _ask(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    form = _aanvul_form(stap, request.POST)

    def doe(velden: dict[str, Any]) -> None:
        acties.ask_aanvulling(
            stap=stap,
            vragen=form.list_vragen(),
            uiterlijk=velden["uiterlijk"],
            by=who(request),
            on=localdate(),
        )

    return carry_out(
        request,
        stap,
        naam="aanvul_form",
        form=form,
        doe=doe,
        gelukt=_("Uw vraag staat bij de aanmelder, met de dag erbij."),
    )


def _refer(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    def doe(velden: dict[str, Any]) -> None:
        acties.refer_elsewhere(stap=stap, by=who(request), on=localdate(), **velden)

    return carry_out(
        request,
        stap,
        naam="verwijs_form",
        form=VerwijsForm(request.POST),
        doe=doe,
        gelukt=_("De aanmelder ziet waar de vraag hoort. Deze casus is afgesloten."),
    )


def _accept(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    from django import forms  # noqa: PLC0415 - an empty form, only to carry out one act

    return carry_out(
        request,
        stap,
        naam="compleet_form",
        form=forms.Form(request.POST),
        doe=lambda _velden: close_stap(
            stap=stap, uitkomst="compleet", by=who(request), on=localdate()
        ),
        gelukt=_("Het verzoek is volledig."),
    )


VOLLEDIGHEID = StapVorm(
    template="tafel/volledigheid.html",
    context=show_volledigheid,
    handle=choose({"vraag": _ask, "verwijs": _refer, "compleet": _accept}),
    sluit=frozenset({"compleet", "aanvullen", "andere_tafel"}),
)
