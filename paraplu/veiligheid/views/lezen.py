"""Read the plan of a family: the version that holds, the ones before it, for the children, on paper."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.casussen.models import Gezin
from paraplu.casussen.queries import gezinnen_for
from paraplu.netwerk.queries import medewerker_of
from paraplu.web.actions import write_spoor
from paraplu.web.papier.pdf import maak_pdf

from .. import queries
from ..forms import EindeForm, InstemmingForm
from ..inhoud import read_inhoud
from ..leesbaar import list_blokken, list_kindblokken, show_blokken
from ..models import Planversie, Veiligheidsplan
from ..papier import make_kindstuk, make_stuk
from ..verschil import compare

DOEL = "veilig maken van een gezin"


def read_gezin(request: HttpRequest, pk: int) -> Gezin:
    """The family, when this user may see it as a whole; else 404."""
    return get_object_or_404(gezinnen_for(request.user), pk=pk)


def read_plan(request: HttpRequest, gezin: Gezin) -> Veiligheidsplan | None:
    """The plan that runs, else the last one that ended; None when there never was one."""
    plannen = queries.plannen_for(request.user).filter(gezin=gezin, versies__isnull=False)
    return plannen.distinct().order_by("-pk").first()


def read_versie(request: HttpRequest, pk: int, nummer: int) -> Planversie:
    """A version of the plan, when this user may see the family; else 404."""
    plan = read_plan(request, read_gezin(request, pk))
    if plan is None:
        raise Http404
    return get_object_or_404(plan.versies.select_related("door", "plan__gezin"), nummer=nummer)


def trace(request: HttpRequest, gezin: Gezin, handeling: str) -> None:
    """Write down what this user did with the plan, in the same transaction."""
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=gezin.nummer,
        doel=DOEL,
        gezin=gezin.nummer,
    )


@require_GET
@transaction.atomic
def veiligheidsplan(request: HttpRequest, pk: int) -> HttpResponse:
    """The version that holds now, who agreed with it, and all versions."""
    gezin = read_gezin(request, pk)
    trace(request, gezin, "veiligheidsplan bekijken")
    return show_plan(request, gezin)


def show_plan(
    request: HttpRequest, gezin: Gezin, *, status: int = 200, **formulieren: Any
) -> HttpResponse:
    """The page of the plan; `formulieren` are forms that were filled in and not right yet."""
    plan = read_plan(request, gezin)
    versies = list(queries.versies_of(plan)) if plan else []
    loopt = plan is not None and plan.beeindigd_op is None
    mag = queries.may_write(request.user, gezin, op=localdate())
    context: dict[str, Any] = {
        "gezin": gezin, "plan": plan, "versies": versies, "mag": mag, "loopt": loopt,
        "te_schrijven": mag and not loopt,
    }  # fmt: skip
    if versies:
        context |= _describe(versies[0])
    if mag and loopt:
        context |= {
            "instemmen": formulieren.get("instemmen") or instemming_form(request, gezin),
            "einde": formulieren.get("einde") or EindeForm(prefix="einde"),
        }
    return render(request, "veiligheid/plan.html", context, status=status)


def _describe(versie: Planversie) -> dict[str, Any]:
    inhoud = read_inhoud(versie)
    return {
        "versie": versie,
        "blokken": show_blokken(list_blokken(inhoud)),
        "instemmingen": queries.instemmingen_of(versie),
    }


def instemming_form(request: HttpRequest, gezin: Gezin, data: Any = None) -> InstemmingForm:
    """Who of this family, or who else, agrees."""
    ik = medewerker_of(request.user, op=localdate())
    return InstemmingForm(data, personen=list(gezin.personen.all()), ik=ik, prefix="instemmen")


@require_GET
@transaction.atomic
def versie(request: HttpRequest, pk: int, nummer: int) -> HttpResponse:
    """One version, and what changed in it."""
    gevonden = read_versie(request, pk, nummer)
    gezin = gevonden.plan.gezin
    trace(request, gezin, "versie van veiligheidsplan bekijken")
    vorige = gevonden.plan.versies.filter(nummer=nummer - 1).first()
    laatste = gevonden.plan.versies.order_by("nummer").last()
    context = {
        "gezin": gezin,
        "vorige": vorige,
        "geldt": laatste == gevonden and gevonden.plan.beeindigd_op is None,
        "verschillen": compare(read_inhoud(vorige), read_inhoud(gevonden)) if vorige else None,
        **_describe(gevonden),
    }
    return render(request, "veiligheid/versie.html", context)


@require_GET
@transaction.atomic
def kind(request: HttpRequest, pk: int, nummer: int) -> HttpResponse:
    """What was written for the children; 404 when nothing was."""
    gevonden = read_versie(request, pk, nummer)
    blokken = list_kindblokken(read_inhoud(gevonden))
    if not blokken:
        raise Http404
    gezin = gevonden.plan.gezin
    trace(request, gezin, "veiligheidsplan voor kinderen bekijken")
    context = {"gezin": gezin, "versie": gevonden, "blokken": show_blokken(blokken)}
    return render(request, "veiligheid/kind.html", context)


@require_GET
@transaction.atomic
def pdf(request: HttpRequest, pk: int, nummer: int, lezer: str) -> HttpResponse:
    """The plan on paper, for the family or for the children; the file's name tells no name."""
    gevonden = read_versie(request, pk, nummer)
    if lezer not in ("gezin", "kind") or (lezer == "kind" and not gevonden.has_kindversie):
        raise Http404
    trace(request, gevonden.plan.gezin, "veiligheidsplan downloaden")
    stuk = make_kindstuk(gevonden) if lezer == "kind" else make_stuk(gevonden)
    antwoord = HttpResponse(maak_pdf(stuk), content_type="application/pdf")
    naam = f"veiligheidsplan-{gevonden.plan.gezin.nummer}-{nummer}-{lezer}.pdf"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord
