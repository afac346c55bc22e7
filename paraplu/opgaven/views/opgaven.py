"""The cost return and the staff return of a GI: look at every version, and hand one in."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from .. import queries
from ..actions import opgaven as acts
from ..forms.opgaven import KostenVorm, PersoneelVorm
from ..kosten import INDELING, VOORSTEL, share_of_overhead
from ..models import Kostenopgave, Personeelsopgave
from ..queries import pagina
from ..queries.personeel import HERKOMST
from ..verloop import FORMULE, turnover
from .overzicht import EERSTE_JAAR
from .toegang import done, need, show_form, trace, try_save


@require_GET
@transaction.atomic
def opgave_kosten(request: HttpRequest, gi: str, jaar: int) -> HttpResponse:
    """Costs of a GI by type, beside the year before, with every version (R176, R296, R300)."""
    need(_exists(jaar) and pagina.may_see(request.user, gi))
    vandaag = localdate()
    nu = queries.overhead(gi, jaar, bekend_op=vandaag)
    toen = queries.overhead(gi, jaar - 1, bekend_op=vandaag)
    trace(request, "kostenopgave bekijken", f"{gi} {jaar}")
    versies = pagina.versions_of(Kostenopgave, gi, jaar)
    return render(
        request,
        "opgaven/kosten.html",
        {
            **_context(request, gi, jaar),
            "nu": nu,
            "toen": toen,
            "groepen": [
                (
                    groep,
                    [
                        (naam, nu.per_soort.get(s), toen.per_soort.get(s))
                        for s, naam in groep.soorten
                    ],
                )
                for groep in INDELING
            ],
            "voorstel": VOORSTEL,
            "versies": [(versie, share_of_overhead(versie.bedragen)) for versie in versies],
        },
    )


@require_GET
@transaction.atomic
def opgave_personeel(request: HttpRequest, gi: str, jaar: int) -> HttpResponse:
    """Jeugdbeschermers of a GI: turnover and origin, with every version (R178, R181)."""
    need(_exists(jaar) and pagina.may_see(request.user, gi))
    vandaag = localdate()
    trace(request, "personeelsopgave bekijken", f"{gi} {jaar}")
    versies = pagina.versions_of(Personeelsopgave, gi, jaar)
    herkomst = queries.instroom_herkomst(gi, jaar, bekend_op=vandaag)
    return render(
        request,
        "opgaven/personeel.html",
        {
            **_context(request, gi, jaar),
            "nu": queries.verloop(gi, jaar, bekend_op=vandaag),
            "toen": queries.verloop(gi, jaar - 1, bekend_op=vandaag),
            "herkomst": herkomst,
            "herkomsten": _origins(herkomst),
            "formule": FORMULE,
            "versies": [
                (v, turnover(begin=v.begin, uitstroom=v.uitstroom, eind=v.eind)) for v in versies
            ],
        },
    )


def _origins(herkomst: Any) -> list[tuple[str, int | None, int | None]]:
    """Origin, who came in, and who applied."""
    gesolliciteerd = herkomst.sollicitaties or {}
    return [
        (
            str(Personeelsopgave._meta.get_field(f"van_{van}").verbose_name),
            herkomst.instroom.get(van),
            gesolliciteerd.get(van),
        )
        for van in HERKOMST
    ]


@require_http_methods(["GET", "POST"])
@transaction.atomic
def opgave_kosten_invullen(request: HttpRequest, jaar: int) -> HttpResponse:
    """Hand in the costs of the own GI, or correct them."""
    gi, vorige = _own(request, Kostenopgave, jaar)
    form = KostenVorm(
        request.POST or None,
        gezien=vorige.versie if vorige else 0,
        initial=dict(vorige.bedragen) if vorige else {},
    )
    if request.method == "POST" and form.is_valid():
        velden = {
            "gezien": form.cleaned_data["gezien"],
            "reden": form.cleaned_data.get("reden", ""),
        }
        if try_save(
            form,
            lambda: acts.hand_in_kosten(
                gi=gi, jaar=jaar, bedragen=form.bedragen, by=request.user, on=localdate(), **velden
            ),
        ):
            trace(request, "kostenopgave indienen", f"{gi} {jaar}")
            return done(request, reverse("opgave_kosten", args=[gi, jaar]))
    titel = _("Kosten over %(jaar)s") % {"jaar": jaar}
    return _show(request, form, (reverse("opgave_kosten", args=[gi, jaar]), titel), VOORSTEL)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def opgave_personeel_invullen(request: HttpRequest, jaar: int) -> HttpResponse:
    """Hand in the staff of the own GI, or correct it; begins with where the year before ended."""
    gi, vorige = _own(request, Personeelsopgave, jaar)
    begin = {naam: getattr(vorige, naam) for naam in PersoneelVorm.namen()} if vorige else {}
    ervoor = queries.verloop(gi, jaar - 1, bekend_op=localdate()).eind
    form = PersoneelVorm(
        request.POST or None,
        gezien=vorige.versie if vorige else 0,
        initial=begin or {"begin": ervoor},
    )
    if request.method == "POST" and form.is_valid():
        velden = {
            "gezien": form.cleaned_data["gezien"],
            "reden": form.cleaned_data.get("reden", ""),
        }
        if try_save(
            form,
            lambda: acts.hand_in_personeel(
                gi=gi, jaar=jaar, by=request.user, on=localdate(), **velden, **form.aantallen
            ),
        ):
            trace(request, "personeelsopgave indienen", f"{gi} {jaar}")
            return done(request, reverse("opgave_personeel", args=[gi, jaar]))
    uitleg = (
        _(
            "Vorig jaar eindigde u met %(n)s jeugdbeschermers. Begint u met een ander aantal? Zeg dan waarom."
        )
        % {"n": ervoor}
        if ervoor is not None
        else ""
    )
    titel = _("Jeugdbeschermers in %(jaar)s") % {"jaar": jaar}
    return _show(request, form, (reverse("opgave_personeel", args=[gi, jaar]), titel), uitleg)


def _exists(jaar: int) -> bool:
    """Whether there are pages about this year."""
    return EERSTE_JAAR <= jaar <= localdate().year


def _own(request: HttpRequest, model: type[Any], jaar: int) -> tuple[str, Any]:
    """The own GI and its last version; 404 for who has none or a year that is not over."""
    gi = pagina.own_gi(request.user)
    if not gi or not EERSTE_JAAR <= jaar < localdate().year:
        raise Http404
    versies = pagina.versions_of(model, gi, jaar)
    return gi, versies[0] if versies else None


def _show(request: HttpRequest, form: Any, terug: tuple[str, str], uitleg: str) -> HttpResponse:
    return show_form(
        request, form, titel=terug[1], terug=terug, uitleg=uitleg, groepen=form.groepen()
    )


def _context(request: HttpRequest, gi: str, jaar: int) -> dict[str, Any]:
    """Name of the GI, and whether it is the user's own."""
    [regel] = pagina.list_regels(jaar, bekend_op=localdate(), gis=[gi])
    eigen = pagina.own_gi(request.user) == gi and jaar < localdate().year
    return {"gi": gi, "naam": regel.naam, "jaar": jaar, "is_eigen": eigen, "jaar_ervoor": jaar - 1}
