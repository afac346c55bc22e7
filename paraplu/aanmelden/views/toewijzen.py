"""Step 4: the backoffice allocates or refuses, the provider asks (R100, R108 to R110, R121)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from paraplu.afspraken import tussentaal
from paraplu.casussen import queries as werk
from paraplu.casussen.fouten import MagNiet
from paraplu.casussen.models import CasusStap, Document
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose
from paraplu.web.wand.verzoek import beyond_wall

from ..actions import toewijzen
from ..actions.bepalen import BEPALING
from ..actions.versturen import latest
from ..forms.reactie import AfwijzingForm
from ..forms.toewijzen import AntwoordForm, CodeerForm, groep_of, initial_of, product_keuzes
from ..models import Toewijzing
from .reactie import refuse

ROUTE_315 = "aanmeldroute-315"


def bepaling_of(stap: CasusStap) -> Document | None:
    """The bepaling that is allocated. Its generic part is the task of who codes it (R100, R110).

    The backoffice works beside the lokaal team and has no copy of its own; the bepaling holds no
    personal data.
    """
    with beyond_wall():
        return latest(stap.casus, BEPALING)


def may_send(request: HttpRequest, stap: CasusStap) -> bool:
    """The lokaal team codes along, the backoffice sends (R100)."""
    return "backoffice" in werk.rollen_for_stap(request.user, stap, op=localdate())


def codeer_form(request: HttpRequest, stap: CasusStap, data: Any = None) -> CodeerForm:
    """The coding so far, else what the bepaling says; only products of its group, or all of them."""
    bepaling = bepaling_of(stap)
    inhoud = bepaling.inhoud if bepaling else {}
    concept = stap.casus.aanbieder and toewijzen.concept_of(stap.casus, stap.casus.aanbieder)
    op = localdate()
    initial = initial_of(concept or None, inhoud)
    groep = 0 if "alle" in request.GET else groep_of(inhoud)
    if initial.get("product") and initial["product"] not in _values(product_keuzes(groep, op=op)):
        groep = 0
    return CodeerForm(data, prefix="code", initial=initial, groep=groep, op=op)


def _values(keuzes: list[tuple[str, Any]]) -> set[str]:
    return {waarde for _naam, rijen in keuzes for waarde, _tekst in rijen}


def _save(request: HttpRequest, stap: CasusStap, form: CodeerForm) -> Toewijzing:
    bepaling = bepaling_of(stap)
    if bepaling is None or stap.casus.aanbieder is None:
        raise MagNiet(
            _("Er is nog geen bepaling met een aanbieder. De jeugdbeschermer stelt die vast.")
        )
    return toewijzen.code_toewijzing(
        casus=stap.casus,
        bepaling=bepaling,
        aanbieder=stap.casus.aanbieder,
        by=who(request),
        on=localdate(),
        **form.velden(),
    )


def show_toewijzen(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """In 315 the request as asked; else the coding."""
    verzoek = verzoek_of(stap)
    bepaling = bepaling_of(stap)
    return {
        "verzoek": verzoek,
        "bepaling": bepaling,
        "groep_naam": tussentaal.categorieen().get(groep_of(bepaling.inhoud) if bepaling else 0),
        "alle": "alle" in request.GET,
        "mag_versturen": may_send(request, stap),
        "codeer_form": None if verzoek else codeer_form(request, stap),
        "stuur_form": forms.Form(prefix="stuur"),
        "antwoord_form": AntwoordForm(prefix="antwoord"),
    }


def verzoek_of(stap: CasusStap) -> Toewijzing | None:
    """What the provider asked for in 315 and is not decided on."""
    casus = stap.casus
    if casus.route_sleutel != ROUTE_315 or casus.aanbieder is None:
        return None
    return toewijzen.open_verzoek_of(casus, casus.aanbieder)


def save_coding(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Keep the coding for the colleague who sends it."""
    form = codeer_form(request, stap, request.POST)
    return carry_out(
        request,
        stap,
        naam="codeer_form",
        form=form,
        doe=lambda _velden: _save(request, stap, form),
        gelukt=_("De codering is bewaard. De backoffice kan de toewijzing sturen."),
    )


def send_301(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Allocate as coded here, or as it was asked for."""
    verzoek = verzoek_of(stap)
    form = (
        forms.Form(request.POST, prefix="stuur")
        if verzoek
        else codeer_form(request, stap, request.POST)
    )

    def doe(_velden: dict[str, Any]) -> None:
        if not may_send(request, stap):
            raise MagNiet(_("Alleen de backoffice stuurt de toewijzing."))
        toewijzing = verzoek or _save(request, stap, form)
        toewijzen.allot(stap=stap, toewijzing=toewijzing, by=who(request), nu=now())

    return carry_out(
        request,
        stap,
        naam="stuur_form" if verzoek else "codeer_form",
        form=form,
        doe=doe,
        gelukt=_("De toewijzing (301) staat klaar en gaat naar de aanbieder. De stap is afgerond."),
    )


def send_319(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Refuse the request with its reason."""

    def doe(velden: dict[str, Any]) -> None:
        verzoek = verzoek_of(stap)
        if verzoek is None or not may_send(request, stap):
            raise MagNiet(_("Er is geen verzoek waarop u kunt antwoorden."))
        toewijzen.refuse_verzoek(
            stap=stap,
            toewijzing=verzoek,
            reden=velden["reden"],
            gemeente=velden["gemeente"],
            by=who(request),
            nu=now(),
        )

    return carry_out(
        request,
        stap,
        naam="antwoord_form",
        form=AntwoordForm(request.POST, prefix="antwoord"),
        doe=doe,
        gelukt=_("Het antwoord (319) staat klaar. De aanbieder kan een nieuw verzoek sturen."),
    )


def show_verzoek(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The coding by the provider, with why an earlier request was refused (R110)."""
    bepaling = bepaling_of(stap)
    return {
        "bepaling": bepaling,
        "groep_naam": tussentaal.categorieen().get(groep_of(bepaling.inhoud) if bepaling else 0),
        "alle": "alle" in request.GET,
        "afgewezen": stap.casus.toewijzingen.filter(
            aanbieder=stap.casus.aanbieder, afgewezen_op__isnull=False
        ).last(),
        "codeer_form": codeer_form(request, stap),
        "afwijzing_form": AfwijzingForm(prefix="afwijzing"),
    }


def send_315(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Ask the gemeente for the allocation."""
    form = codeer_form(request, stap, request.POST)

    def doe(_velden: dict[str, Any]) -> None:
        toewijzing = _save(request, stap, form)
        toewijzen.request_toewijzing(stap=stap, toewijzing=toewijzing, by=who(request), nu=now())

    return carry_out(
        request,
        stap,
        naam="codeer_form",
        form=form,
        doe=doe,
        gelukt=_("Het verzoek (315) staat klaar en gaat naar de gemeente. De stap is afgerond."),
    )


TOEWIJZEN = StapVorm(
    template="aanmelden/toewijzen.html",
    context=show_toewijzen,
    handle=choose({"codeer": save_coding, "toewijzen": send_301, "afwijzen": send_319}),
)
VERZOEK = StapVorm(
    template="aanmelden/verzoek.html",
    context=show_verzoek,
    handle=choose(
        {"codeer": save_coding, "verzoek": send_315, "weiger": refuse("kan_niet_leveren")}
    ),
)
