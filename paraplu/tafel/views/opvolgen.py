"""The steps after the report: looking back, the request to the RvdK, its answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.models import Casus, CasusStap
from paraplu.casussen.panelen import Paneel
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import DOEL, who
from paraplu.casussen.views.uitvoeren import carry_out, choose, run
from paraplu.web.actions import write_spoor

from .. import queries, uitkomsten
from ..actions import opvolgen
from ..forms.opvolgen import EvaluatieForm, RaadForm, RechtbankForm, VtoForm
from ..models import Evaluatie, Raadsbesluit


def show_evalueren(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """What was decided, what became of the agreements, and the form."""
    return {
        "moment": uitkomsten.moment_of(stap.casus),
        "besluit": uitkomsten.besluit_of(stap.casus),
        "eerder": Evaluatie.objects.filter(casus=stap.casus, gehouden_op__isnull=False),
        "afspraken": stap.casus.tafelafspraken.exclude(stand="vervallen"),
        "evaluatie_form": EvaluatieForm(on=localdate()),
    }


def _evalueren(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    return carry_out(
        request,
        stap,
        naam="evaluatie_form",
        form=EvaluatieForm(request.POST, on=localdate()),
        doe=lambda velden: opvolgen.hold_evaluatie(
            stap=stap, velden=velden, by=who(request), on=localdate()
        ),
        gelukt=_("De evaluatie is vastgelegd."),
    )


def show_vto(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """What goes to the RvdK."""
    verzoek = queries.verzoek_of(stap.casus)
    begin = {"gi": verzoek.gi_voorgesteld} if verzoek else {}
    return {
        "besluit": uitkomsten.besluit_of(stap.casus),
        "verslag": opvolgen.last_verslag(stap.casus),
        "vto_form": VtoForm(on=localdate(), initial=begin),
    }


def _vto(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    return carry_out(
        request,
        stap,
        naam="vto_form",
        form=VtoForm(request.POST, on=localdate()),
        doe=lambda velden: opvolgen.send_vto(
            stap=stap, velden=velden, by=who(request), on=localdate()
        ),
        gelukt=_("Het verzoek is met het verslag naar de Raad gestuurd."),
    )


def show_raad(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The request that waits for an answer."""
    return {"vto": uitkomsten.vto_of(stap.casus), "raad_form": RaadForm(on=localdate())}


def _raad(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    return carry_out(
        request,
        stap,
        naam="raad_form",
        form=RaadForm(request.POST, on=localdate()),
        doe=lambda velden: opvolgen.record_raadsbesluit(
            stap=stap, velden=velden, by=who(request), on=localdate()
        ),
        gelukt=_("Het besluit van de Raad is vastgelegd."),
    )


EVALUEREN = StapVorm(
    template="tafel/evalueren.html",
    context=show_evalueren,
    handle=choose({"evalueren": _evalueren}),
    sluit=frozenset(Evaluatie.Vervolg.values),
)
VTO = StapVorm(
    template="tafel/vto.html",
    context=show_vto,
    handle=choose({"vto": _vto}),
    sluit=frozenset({"verstuurd"}),
)
BESLUIT_RAAD = StapVorm(
    template="tafel/besluit_raad.html",
    context=show_raad,
    handle=choose({"raad": _raad}),
    sluit=frozenset({"onderzoek", "geen_onderzoek"}),
)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_rechtbank(request: HttpRequest, pk: int) -> HttpResponse:
    """The court was informed after the decision of the RvdK was written down."""
    vandaag = localdate()
    casussen = werk.casussen_for(request.user)
    besluit = get_object_or_404(
        Raadsbesluit.objects.select_related("vto__casus__gezin").filter(
            vto__casus__in=casussen.values("pk")
        ),
        pk=pk,
    )
    casus = besluit.vto.casus
    mag = bool(werk.rollen_in(request.user, casus, op=vandaag) & {"raad", "voorzitter"})
    write_spoor(
        gebruiker=request.user,
        handeling="rechtbank ingelicht vastleggen" if request.POST else "besluit raad bekijken",
        voorwerp=casus.nummer,
        doel=DOEL,
        gezin=casus.gezin.nummer,
    )
    form = RechtbankForm(request.POST or None, on=vandaag)
    if request.method == "POST" and mag and form.is_valid():

        def doe(velden: dict[str, Any]) -> None:
            opvolgen.inform_court(
                besluit=besluit, op=velden["rechtbank_op"], by=who(request), on=vandaag
            )

        if run(form, doe) is None:
            messages.success(request, _("Vastgelegd."))
            return redirect(casus)
    return render(
        request,
        "tafel/rechtbank.html",
        {
            "besluit": besluit,
            "casus": casus,
            "form": form if mag and besluit.rechtbank_op is None else None,
        },
        status=422 if form.errors else 200,
    )


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """The request and the answer as two facts, and the moments to look back."""
    vandaag = localdate()
    vto = uitkomsten.vto_of(casus)
    ziet = werk.sees_gezin(request.user, casus, op=vandaag) or "raad" in werk.rollen_in(
        request.user, casus, op=vandaag
    )
    momenten = list(casus.tafelevaluaties.filter(vervallen_op=None)) if ziet else []
    if not ziet or not (vto or momenten):
        return None
    return {
        "vto": vto,
        "raad": uitkomsten.raadsbesluit_of(casus),
        "momenten": momenten,
        "vandaag": vandaag,
    }


PANEEL = Paneel(template="tafel/opvolgen_paneel.html", context=show_paneel)
