"""Step 5B: the regional expert team plans, discusses and finds (R113 to R115, R145, R280, R281)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from paraplu.casussen import queries as werk
from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose
from paraplu.casussen.werklijst import Werkregel

from ..actions import vervolg
from ..actions.versturen import FORMULIER
from ..forms.expertteam import (
    BoegAntwoordForm,
    BoegVraagForm,
    LevererForm,
    PlanForm,
    TafelForm,
    VerslagForm,
)
from ..models import Bespreking
from ..stukken.tonen import list_secties


def current(stap: CasusStap) -> Bespreking | None:
    """The discussion that is planned and has no report, else the last one."""
    gepland = stap.besprekingen.filter(besproken_op=None).first()
    return gepland or stap.besprekingen.last()


def show(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """Part 1 of the form, the discussions so far, and what can be done now."""
    op = localdate()
    stuk = (
        werk.documenten_for(request.user, stap.casus, op=op)
        .filter(soort=FORMULIER, ingetrokken_op=None)
        .last()
    )
    met_deel_2 = (
        bool(stuk)
        and stuk.afschriften.filter(
            organisatie=stap.organisatie, rol="expertteam", met_persoonsgegevens=True
        ).exists()
    )
    nu = current(stap)
    return {
        "secties": list_secties(stuk, met_deel_2=met_deel_2) if stuk else [],
        "besprekingen": stap.besprekingen.select_related("doorbraak_aanbieder").prefetch_related(
            "aanbod__aanbieder"
        ),
        "nu": nu,
        "te_verslaan": nu if nu and nu.besproken_op is None else None,
        "plan_form": PlanForm(prefix="plan", op=op),
        "verslag_form": VerslagForm(prefix="verslag", op=op),
        "tafel_form": TafelForm(prefix="tafel", op=op),
        "leverer_form": LevererForm(prefix="leverer", op=op),
        "boeg_form": BoegVraagForm(prefix="boeg"),
        "boeg_antwoord_form": BoegAntwoordForm(prefix="boegantwoord"),
    }


def plan(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Set a day; the team gets part 1 of the form with it."""
    return carry_out(
        request,
        stap,
        naam="plan_form",
        form=PlanForm(request.POST, prefix="plan", op=localdate()),
        doe=lambda velden: vervolg.plan_bespreking(
            stap=stap, by=who(request), on=localdate(), **velden
        ),
        gelukt=_("Gepland. De casus staat op uw agenda."),
    )


def _bespreking(stap: CasusStap) -> Bespreking:
    nu = current(stap)
    if nu is None:
        raise vervolg.CasusFout(_("Plan eerst een bespreking."))
    return nu


def report(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Write down the discussion."""
    return carry_out(
        request,
        stap,
        naam="verslag_form",
        form=VerslagForm(request.POST, prefix="verslag", op=localdate()),
        doe=lambda velden: vervolg.write_bespreking(
            bespreking=_bespreking(stap), by=who(request), on=localdate(), **velden
        ),
        gelukt=_("Het verslag is vastgelegd. Rond de stap af als u weet hoe het verder gaat."),
    )


def offer(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """What one provider at the table can do."""
    return carry_out(
        request,
        stap,
        naam="tafel_form",
        form=TafelForm(request.POST, prefix="tafel", op=localdate()),
        doe=lambda velden: vervolg.offer_at_tafel(
            bespreking=_bespreking(stap), **{**velden, "kan": velden["kan"] == "ja"}
        ),
        gelukt=_("Vastgelegd wat deze aanbieder kan."),
    )


def solve(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """There is a solution: who gives the help, and the papers go there."""
    return carry_out(
        request,
        stap,
        naam="leverer_form",
        form=LevererForm(request.POST, prefix="leverer", op=localdate()),
        doe=lambda velden: vervolg.found_aanbieder(
            stap=stap,
            aanbieder=velden["aanbieder"],
            uitkomst="oplossing",
            by=who(request),
            on=localdate(),
        ),
        gelukt=_("Er is een oplossing. De stukken gaan naar deze aanbieder."),
    )


def ask_boeg(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Ask the BOEG for expertise or procesregie (R115)."""
    return carry_out(
        request,
        stap,
        naam="boeg_form",
        form=BoegVraagForm(request.POST, prefix="boeg"),
        doe=lambda velden: vervolg.ask_boeg(
            bespreking=_bespreking(stap), by=who(request), on=localdate(), **velden
        ),
        gelukt=_("De vraag aan het BOEG is vastgelegd."),
    )


def answer_boeg(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Write down what the BOEG answered."""
    return carry_out(
        request,
        stap,
        naam="boeg_antwoord_form",
        form=BoegAntwoordForm(request.POST, prefix="boegantwoord"),
        doe=lambda velden: vervolg.write_boeg_antwoord(
            bespreking=_bespreking(stap), by=who(request), on=localdate(), **velden
        ),
        gelukt=_("Het antwoord van het BOEG is vastgelegd."),
    )


EXPERTTEAM = StapVorm(
    template="aanmelden/expertteam.html",
    context=show,
    handle=choose(
        {
            "plan": plan,
            "verslag": report,
            "aanbod": offer,
            "oplossing": solve,
            "boeg": ask_boeg,
            "boeg_antwoord": answer_boeg,
        }
    ),
)


@require_GET
def expertteam_agenda(request: HttpRequest) -> HttpResponse:
    """The team's own calendar: what has to be planned, what is planned, and the term that is left."""
    op = localdate()
    stappen = (
        werk.stappen_to_do(request.user, op=op)
        .filter(sleutel="expertteam")
        .select_related("casus", "organisatie", "behandelaar")
        .prefetch_related("besprekingen", "opschortingen")
        .order_by("uiterste_datum", "pk")
    )
    rijen = [
        {
            "regel": Werkregel(stap, op),
            "bespreking": next(
                (b for b in stap.besprekingen.all() if b.besproken_op is None), None
            ),
            "besproken": any(b.besproken_op for b in stap.besprekingen.all()),
        }
        for stap in stappen
    ]
    gepland = sorted(
        (rij for rij in rijen if rij["bespreking"]), key=lambda rij: rij["bespreking"].gepland_op
    )
    return render(
        request,
        "aanmelden/expertteam_agenda.html",
        {"te_plannen": [rij for rij in rijen if not rij["bespreking"]], "gepland": gepland},
    )
