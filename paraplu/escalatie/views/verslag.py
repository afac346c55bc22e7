"""The report: written on its step, read and answered by everybody who took part (R139)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose, run
from paraplu.netwerk.queries import medewerker_of
from paraplu.web.actions import write_spoor
from paraplu.web.papier.pdf import maak_pdf

from .. import actions, queries
from ..forms.verslag import IngelichtForm, OordeelForm, VerslagForm
from ..models import Deelnemer, Escalatie, Verslag
from ..papier import list_antwoorden, make_stuk, unique
from .stappen import _common, _empty, _form

DOEL = "samenwerking vlot trekken"


def show_verslag(_request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The report so far with its answers, and the form of a next version."""
    escalatie = stap.casus.escalatie
    laatste = escalatie.verslagen.last()
    achteraf = escalatie.ingelicht == Escalatie.Ingelicht.ACHTERAF
    return {
        **_common(stap),
        "verslag": laatste,
        "antwoorden": list(list_antwoorden(laatste)) if laatste else [],
        "verslag_form": _empty(
            VerslagForm,
            stap,
            "verslag",
            initial={naam: getattr(laatste, naam, "") for naam in VerslagForm.teksten},
        ),
        "ingelicht_form": _empty(IngelichtForm, stap, "ingelicht")
        if achteraf and escalatie.ingelicht_op is None
        else None,
    }


def write(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Fix and submit the next version."""
    return carry_out(
        request,
        stap,
        naam="verslag_form",
        form=_form(VerslagForm, request, stap, "verslag"),
        doe=lambda velden: actions.write_verslag(
            escalatie=stap.casus.escalatie, by=who(request), on=localdate(), **velden
        ),
        gelukt=_("Het verslag is voorgelegd aan wie meededen."),
    )


def tell(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """The family was told afterwards."""
    escalatie = stap.casus.escalatie

    def doe(velden: dict[str, Any]) -> None:
        actions.write_eigen_overleg(
            escalatie=escalatie,
            overleg_op=escalatie.overleg_op,
            overleg_uitkomst=escalatie.overleg_uitkomst,
            ingelicht=escalatie.ingelicht,
            ingelicht_op=velden["ingelicht_op"],
            ingelicht_uitleg=escalatie.ingelicht_uitleg,
        )

    return carry_out(
        request,
        stap,
        naam="ingelicht_form",
        form=_form(IngelichtForm, request, stap, "ingelicht"),
        doe=doe,
        gelukt=_("Vastgelegd dat het gezin het weet."),
    )


VERSLAG = StapVorm(
    template="escalatie/verslag_stap.html",
    context=show_verslag,
    handle=choose({"verslag": write, "ingelicht": tell}),
)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def escalatieverslag(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the newest version and say whether it is right; `pk` is the case."""
    escalatie, verslag = _read(request, pk)
    mijn = _may_answer(request, verslag)
    form = OordeelForm(request.POST or None, deelnemers=mijn) if mijn else None
    if request.method == "POST":
        if form is None:
            messages.warning(request, _("U heeft al geantwoord. Er is niets gewijzigd."))
            return redirect("escalatieverslag", pk)
        if form.is_valid() and run(form, lambda velden: _judge(request, verslag, velden)) is None:
            _trace(request, escalatie, "verslag van escalatie beantwoorden")
            messages.success(request, _("Uw antwoord staat bij het verslag."))
            return redirect("escalatieverslag", pk)
    _trace(request, escalatie, "verslag van escalatie bekijken")
    return render(
        request,
        "escalatie/verslag.html",
        {
            "escalatie": escalatie,
            "casus": escalatie.casus,
            "verslag": verslag,
            "overleggen": escalatie.overleggen.all(),
            "antwoorden": list(list_antwoorden(verslag)),
            "form": form,
        },
        status=422 if form and form.errors else 200,
    )


@require_GET
@transaction.atomic
def escalatieverslag_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on paper; the name of the file says nothing of whom it is about."""
    escalatie, verslag = _read(request, pk)
    _trace(request, escalatie, "verslag van escalatie downloaden")
    antwoord = HttpResponse(maak_pdf(make_stuk(verslag)), content_type="application/pdf")
    naam = f"escalatieverslag-{escalatie.casus.nummer}-v{verslag.versie}.pdf"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


def _read(request: HttpRequest, pk: int) -> tuple[Escalatie, Verslag]:
    gevonden = queries.escalaties_for(request.user, op=localdate())
    escalatie = get_object_or_404(gevonden, casus=pk)
    verslag = escalatie.verslagen.select_related("door__organisatie").last()
    if verslag is None:
        raise Http404
    verslag.escalatie = escalatie
    return escalatie, verslag


def _may_answer(request: HttpRequest, verslag: Verslag) -> Any:
    """For whom this user still answers: for themselves, the inbrenger for who has no account."""
    escalatie = verslag.escalatie
    if not escalatie.casus.is_open:
        return Deelnemer.objects.none()
    ik = medewerker_of(request.user, op=localdate())
    beantwoord = verslag.goedkeuringen.values("deelnemer")
    voor = Q(medewerker=ik)
    if escalatie.casus.houder_id == ik.pk:
        voor |= Q(medewerker=None)
    alle = escalatie.deelnemers.filter(pk__in=[d.pk for d in unique(escalatie.deelnemers.all())])
    return alle.filter(voor).exclude(pk__in=beantwoord)


def _judge(request: HttpRequest, verslag: Verslag, velden: dict[str, Any]) -> None:
    actions.judge_verslag(verslag=verslag, by=who(request), on=localdate(), **velden)


def _trace(request: HttpRequest, escalatie: Escalatie, handeling: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=escalatie.casus.nummer,
        doel=DOEL,
        gezin=escalatie.casus.spoor_gezin,
    )
