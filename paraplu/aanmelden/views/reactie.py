"""What the provider answers, the start of the help and its end (R101, R102, R278)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from paraplu.casussen import queries as werk
from paraplu.casussen.actions import close_stap
from paraplu.casussen.models import Casus, CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose, run
from paraplu.web.actions import write_spoor

from ..actions import toewijzen
from ..forms.reactie import AfwijzingForm, BesprokenForm
from ..forms.toewijzen import EindeForm, StartForm
from ..models import Toewijzing

DOEL = "behandelen van een casus"


def toegewezen_of(casus: Casus) -> Toewijzing | None:
    """The allocation to the provider that is asked now."""
    return casus.toewijzingen.filter(
        aanbieder=casus.aanbieder, toegewezen_op__isnull=False, gestopt_op=None
    ).last()


def is_aanbieder(request: HttpRequest, stap: CasusStap) -> bool:
    """Whether the provider answers itself; else the jeugdbeschermer writes it down for them."""
    return "zorgaanbieder" in werk.rollen_for_stap(request.user, stap, op=localdate())


def show_reactie(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """What is asked of the provider, and both answers."""
    return {
        "toewijzing": toegewezen_of(stap.casus),
        "zelf": is_aanbieder(request, stap),
        "ja_form": forms.Form(prefix="ja"),
        "afwijzing_form": AfwijzingForm(prefix="afwijzing"),
    }


def accept(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """The help fits and can be given in time (R101)."""
    return carry_out(
        request,
        stap,
        naam="ja_form",
        form=forms.Form(request.POST, prefix="ja"),
        doe=lambda _velden: close_stap(
            stap=stap, uitkomst="kan_leveren", by=who(request), on=localdate()
        ),
        gelukt=_("Vastgelegd: de hulp past en kan op tijd."),
    )


def refuse(uitkomst: str) -> Callable[[HttpRequest, CasusStap], HttpResponse]:
    """The provider cannot: its own record with a reason, and the step closes with `uitkomst` (P25)."""

    def handle(request: HttpRequest, stap: CasusStap) -> HttpResponse:
        def doe(velden: dict[str, Any]) -> None:
            toewijzen.refuse_aanvraag(
                stap=stap,
                aanbieder=stap.casus.aanbieder,
                by=who(request),
                on=localdate(),
                **velden,
            )
            close_stap(stap=stap, uitkomst=uitkomst, by=who(request), on=localdate())

        return carry_out(
            request,
            stap,
            naam="afwijzing_form",
            form=AfwijzingForm(request.POST, prefix="afwijzing"),
            doe=doe,
            gelukt=_(
                "De afwijzing is vastgelegd. De jeugdbeschermer ziet haar en kiest wie verder zoekt."
            ),
        )

    return handle


def show_start(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The allocation, and the day on which the help began."""
    toewijzing = toegewezen_of(stap.casus)
    return {
        "toewijzing": toewijzing,
        "zelf": is_aanbieder(request, stap),
        "start_form": StartForm(prefix="start", toewijzing=toewijzing, op=localdate()),
        "afwijzing_form": AfwijzingForm(prefix="afwijzing"),
    }


def report_start(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Send the 305; a jeugdbeschermer records the start of a provider with its own system."""
    toewijzing = toegewezen_of(stap.casus)
    zelf = is_aanbieder(request, stap)
    form = StartForm(request.POST, prefix="start", toewijzing=toewijzing, op=localdate())

    def doe(velden: dict[str, Any]) -> None:
        if toewijzing is None:
            raise toewijzen.CasusFout(_("Deze hulp is nog niet toegewezen."))
        toewijzen.start_hulp(
            stap=stap,
            toewijzing=toewijzing,
            begindatum=velden["begindatum"],
            by=who(request),
            nu=now(),
            melden=zelf,
        )

    return carry_out(
        request,
        stap,
        naam="start_form",
        form=form,
        doe=doe,
        gelukt=_("Het startbericht (305) staat klaar. De hulp is begonnen.")
        if zelf
        else _("Vastgelegd: de hulp is begonnen."),
    )


REACTIE = StapVorm(
    template="aanmelden/reactie.html",
    context=show_reactie,
    handle=choose({"kan_leveren": accept, "weiger": refuse("afwijzing")}),
)
START = StapVorm(
    template="aanmelden/start_hulp.html",
    context=show_start,
    handle=choose({"start": report_start, "weiger": refuse("niet_gestart")}),
)


def trace(request: HttpRequest, casus: Casus, handeling: str) -> None:
    """Write down what this user did with the case, in the same transaction."""
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=casus.nummer,
        doel=DOEL,
        gezin=casus.gezin.nummer,
        namens=str(werk.acting_as(request.user, casus, op=localdate()) or ""),
    )


def _toewijzing_for(request: HttpRequest, pk: int, rollen: frozenset[str]) -> Toewijzing:
    """An allocation of a case in which the user has one of these roles; else 404."""
    op = localdate()
    mijn = werk.deelnames_of(request.user, op=op).filter(rol__in=rollen).values("casus")
    return get_object_or_404(
        Toewijzing.objects.select_related("casus__gezin", "casus__gemeente", "aanbieder").filter(
            casus__in=werk.casussen_for(request.user)
        ),
        pk=pk,
        casus__in=mijn,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def hulp_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """The provider reports that its help ended (307)."""
    toewijzing = _toewijzing_for(request, pk, frozenset({"zorgaanbieder"}))
    eigen = werk.deelnames_of(request.user, op=localdate()).filter(
        casus=toewijzing.casus, organisatie=toewijzing.aanbieder, rol="zorgaanbieder"
    )
    if not eigen.exists():
        raise Http404
    op = localdate()
    form = EindeForm(request.POST or None, toewijzing=toewijzing, op=op)
    fout: dict[str, Any] | None = {}
    if request.method == "POST" and form.is_valid():
        trace(request, toewijzing.casus, "einde van hulp melden")
        fout = run(
            form,
            lambda velden: toewijzen.end_hulp(
                toewijzing=toewijzing, by=who(request), nu=now(), **velden
            ),
        )
        if fout is None:
            messages.success(
                request,
                _("Het stopbericht (307) staat klaar. Het lokale team krijgt een taak."),
            )
            return redirect(toewijzing.casus)
    elif request.method == "GET":
        trace(request, toewijzing.casus, "einde van hulp bekijken")
    return render(
        request,
        "aanmelden/hulp_einde.html",
        {"form": form, "toewijzing": toewijzing, "casus": toewijzing.casus, **(fout or {})},
        status=422 if form.errors else 200,
    )


@require_POST
@transaction.atomic
def nazorg(request: HttpRequest, pk: int) -> HttpResponse:
    """Lokaal team or jeugdbeschermer writes down what comes after the help (R278)."""
    toewijzing = _toewijzing_for(request, pk, frozenset({"lokaal_team", "jeugdbeschermer"}))
    form = BesprokenForm(request.POST, prefix=f"nazorg-{pk}")
    if form.is_valid():
        fout = run(
            form,
            lambda velden: toewijzen.discuss_nazorg(
                toewijzing=toewijzing, by=who(request), on=localdate(), **velden
            ),
        )
        if fout is None:
            trace(request, toewijzing.casus, "nazorg vastleggen")
            messages.success(request, _("Vastgelegd wat er na de hulp komt."))
            return redirect(toewijzing.casus)
    for zinnen in form.errors.values():
        messages.warning(request, " ".join(zinnen))
    return redirect(toewijzing.casus)
