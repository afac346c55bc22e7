"""The page of one step: what is asked, the time that is left, and how it closes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import medewerker_of
from paraplu.termijnen import kalender
from paraplu.termijnen.bon import make_bon
from paraplu.termijnen.grond import Termijngrond
from paraplu.web.actions import write_spoor

from .. import actions, queries
from ..forms import RedenForm, UitkomstForm
from ..fouten import CasusFout
from ..models import Casus, CasusStap
from ..stapvormen import vorm_of
from ..werklijst import Werkregel

DOEL = "behandelen van een casus"


def read_stap(request: HttpRequest, pk: int) -> CasusStap:
    """The step, when this user may see it; else 404."""
    zichtbaar = queries.stappen_for(request.user, op=localdate())
    return get_object_or_404(
        zichtbaar.select_related("casus__gezin", "casus__houder", "organisatie", "behandelaar"),
        pk=pk,
    )


def who(request: HttpRequest) -> Medewerker:
    """The person at work behind the account; one who may see a step is always one."""
    return medewerker_of(request.user, op=localdate())


def purpose_of(request: HttpRequest, casus: Casus) -> str:
    """For which task one looks: the case itself, or break-glass for who has no part in it."""
    return queries.purpose_in(request.user, casus) or DOEL


def trace(request: HttpRequest, stap: CasusStap, handeling: str) -> None:
    """Write down what this user did with the step, in the same transaction."""
    namens = queries.acting_as(request.user, stap.casus, op=localdate())
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=f"{stap.casus.nummer} {stap.afspraak.naam}",
        doel=purpose_of(request, stap.casus),
        gezin=stap.casus.spoor_gezin,
        namens=str(namens or ""),
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def stap(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the step; a button of its own form goes to the room that registered it."""
    gevonden = read_stap(request, pk)
    vorm = vorm_of(gevonden)
    mag = gevonden.is_open and queries.may_do(request.user, gevonden, op=localdate())
    if request.method == "POST":
        if not (mag and vorm and _may_fill_in(request, gevonden)):
            messages.warning(request, _("Deze stap is niet (meer) aan u. Er is niets gewijzigd."))
            return redirect(gevonden.casus)
        trace(request, gevonden, "stap invullen")
        return vorm.handle(request, gevonden, request.POST.get("handeling", ""))
    trace(request, gevonden, "stap bekijken")
    return show_stap(request, gevonden, mag=mag)


def show_stap(
    request: HttpRequest,
    gevonden: CasusStap,
    *,
    mag: bool = True,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    """The page of a step; `extra` replaces parts of its context, such as a form with its errors."""
    vandaag = localdate()
    vorm = vorm_of(gevonden)
    vult_in = vorm and mag and _may_fill_in(request, gevonden)
    regel = Werkregel(gevonden, vandaag)
    afspraak = gevonden.afspraak
    context = {
        "stap": gevonden,
        "casus": gevonden.casus,
        "afspraak": afspraak,
        "regel": regel,
        "bon": make_bon(regel.termijn, _grond(gevonden)) if regel.termijn else None,
        "mag": mag,
        "uitkomst_form": UitkomstForm(
            stap=gevonden,
            rollen=queries.rollen_for_stap(request.user, gevonden, op=vandaag),
            behalve=vorm.sluit if vult_in else frozenset(),
        ),
        "opschort_form": RedenForm(prefix="opschorten"),
        "staat_stil": any(rij.tot is None for rij in gevonden.opschortingen.all()),
        "herstel_form": RedenForm(prefix="herstellen"),
        "mag_herstellen": not gevonden.is_open and _may_redo(request, gevonden),
        "herberekeningen": gevonden.herberekeningen.all(),
        "vorm": vorm.template if vult_in else "",
        **(vorm.context(request, gevonden) if vult_in else {}),
        **extra,
    }
    return render(request, "casussen/stap.html", context, status=status)


def _may_fill_in(request: HttpRequest, gevonden: CasusStap) -> bool:
    """Whether this user does the step itself; who may only say that an answer stays out does not."""
    rollen = queries.rollen_for_stap(request.user, gevonden, op=localdate())
    return bool(rollen.intersection(gevonden.afspraak.rollen))


def _grond(stap: CasusStap) -> Termijngrond | None:
    """The agreement behind the term, for its receipt."""
    afspraak = stap.afspraak
    return afspraak.termijn and Termijngrond(
        sleutel=afspraak.nummer,
        tekst=afspraak.naam,
        bron=stap.casus.route.naam,
        duur=afspraak.termijn,
        kalender=kalender(afspraak.kalender),
        vereisten=afspraak.vereisten,
    )


@require_POST
@transaction.atomic
def stap_afronden(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the step the user was looking at with the outcome the user chose."""
    gevonden = read_stap(request, pk)
    rollen = queries.rollen_for_stap(request.user, gevonden, op=localdate())
    form = UitkomstForm(request.POST, stap=gevonden, rollen=rollen)
    if not rollen:
        messages.warning(request, _("Deze stap is niet aan u. Er is niets gewijzigd."))
        return redirect(gevonden.casus)
    if not gevonden.is_open:
        messages.warning(request, _("Deze stap is intussen door een ander afgerond."))
        return redirect(gevonden.casus)
    if not form.is_valid():
        return show_stap(request, gevonden, uitkomst_form=form, status=422)
    try:
        with transaction.atomic():
            actions.close_stap(
                stap=gevonden,
                uitkomst=form.cleaned_data["uitkomst"],
                toelichting=form.cleaned_data["toelichting"],
                by=who(request),
                on=localdate(),
            )
    except CasusFout as fout:
        form.add_error(None, str(fout))
        return show_stap(request, gevonden, uitkomst_form=form, status=422)
    trace(request, gevonden, "stap afronden")
    messages.success(request, _("De stap is afgerond."))
    return redirect(gevonden.casus)


@require_POST
@transaction.atomic
def stap_oppakken(request: HttpRequest, pk: int) -> HttpResponse:
    """I do this step; my colleagues see that."""
    gevonden = read_stap(request, pk)
    return _act(
        request,
        gevonden,
        "stap oppakken",
        lambda: actions.take_stap(stap=gevonden, by=who(request), on=localdate()),
        _("De stap staat nu op uw naam."),
    )


@require_POST
@transaction.atomic
def stap_opschorten(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the term stand still, or run on, with a reason."""
    gevonden = read_stap(request, pk)
    form = RedenForm(request.POST, prefix="opschorten")
    if not form.is_valid():
        return show_stap(request, gevonden, opschort_form=form, status=422)
    stil = gevonden.opschortingen.filter(tot=None).exists()
    doe = actions.resume_stap if stil else actions.suspend_stap
    return _act(
        request,
        gevonden,
        "termijn hervatten" if stil else "termijn opschorten",
        lambda: doe(
            stap=gevonden, by=who(request), on=localdate(), reden=form.cleaned_data["reden"]
        ),
        _("De termijn loopt weer.") if stil else _("De termijn staat stil."),
    )


@require_POST
@transaction.atomic
def stap_herstellen(request: HttpRequest, pk: int) -> HttpResponse:
    """Do a closed step again, with the reason; what followed from it lapses."""
    gevonden = read_stap(request, pk)
    if gevonden.is_open or not _may_redo(request, gevonden):
        messages.warning(request, _("Deze stap kunt u niet overdoen. Er is niets gewijzigd."))
        return redirect(gevonden.casus)
    form = RedenForm(request.POST, prefix="herstellen")
    if not form.is_valid():
        return show_stap(request, gevonden, mag=False, herstel_form=form, status=422)
    try:
        with transaction.atomic():
            nieuw = actions.redo_stap(
                stap=gevonden, by=who(request), on=localdate(), reden=form.cleaned_data["reden"]
            )
    except CasusFout as fout:
        messages.warning(request, str(fout))
        return redirect(gevonden.casus)
    trace(request, gevonden, "stap herstellen")
    messages.success(request, _("De stap staat weer open. De eerdere blijft te lezen."))
    return redirect(nieuw if queries.may_do(request.user, nieuw, op=localdate()) else nieuw.casus)


def _may_redo(request: HttpRequest, gevonden: CasusStap) -> bool:
    """Who may set the step, and the holder of the case, may set it right as well."""
    vandaag = localdate()
    houdt = gevonden.casus.houder_id in queries.people_of(request.user, op=vandaag)
    return houdt or bool(queries.rollen_for_stap(request.user, gevonden, op=vandaag))


def _act(
    request: HttpRequest, gevonden: CasusStap, handeling: str, doe: Any, gelukt: str
) -> HttpResponse:
    """Do something with an open step that is this user's, and say what became of it."""
    if not queries.may_do(request.user, gevonden, op=localdate()):
        messages.warning(request, _("Deze stap is niet (meer) aan u. Er is niets gewijzigd."))
        return redirect(gevonden.casus)
    try:
        with transaction.atomic():
            doe()
    except CasusFout as fout:
        messages.warning(request, str(fout))
        return redirect(gevonden)
    trace(request, gevonden, handeling)
    messages.success(request, gelukt)
    return redirect(gevonden)
