"""The page of the chair during the talk: an agenda to fill in, kept at any moment, fixed once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.casussen.actions import drop_concept
from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.concept import keep, read_concept
from paraplu.casussen.views.stap import show_stap, who
from paraplu.casussen.views.uitvoeren import carry_out, run
from paraplu.termijnen.moment import dag_van
from paraplu.veiligheid.queries import plan_of, versie_of

from .. import queries
from ..actions import besluiten
from ..forms.zitting import RIJEN, NietDoorgegaanForm, ZittingForm
from ..models import Uitkomst, Zitting
from ..stukken.geschreven import list_geschreven

FORMULIER = "zitting"
#: How many rows for agreements are added at once.
ERBIJ = 3


def _rijen(inhoud: Any) -> int:
    """How many rows the form has: as many as it had, at least the usual number."""
    waarde = str(inhoud.get("rijen", ""))
    return int(waarde) if waarde.isascii() and waarde.isdigit() and len(waarde) < 3 else RIJEN


def _sleutel(zitting: Zitting) -> str:
    return f"{FORMULIER}-{zitting.pk}"


def make_form(request: HttpRequest, stap: CasusStap, zitting: Zitting) -> ZittingForm:
    """The form with what was sent, else with the draft."""
    inhoud: Any = request.POST
    if request.method != "POST":
        inhoud = read_concept(request, stap.casus, _sleutel(zitting)).inhoud
    return ZittingForm(inhoud, zitting=zitting, on=localdate(), rijen=_rijen(inhoud))


def show_zitting(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The talk with its agenda; before it is planned there is only the way to say it was not held."""
    vandaag = localdate()
    zitting = queries.zitting_of(stap.casus)
    niet_form = NietDoorgegaanForm(prefix="niet")
    if zitting is None or zitting.status == Zitting.Status.AFGELAST:
        return {"zitting": None, "niet_form": niet_form}
    plan = plan_of(stap.casus.gezin, vandaag)
    concept = read_concept(request, stap.casus, _sleutel(zitting))
    form = make_form(request, stap, zitting)
    return {
        "zitting": zitting,
        "verzoek": stap.casus.tafelverzoek,
        "verzoek_stuk": queries.document_of(stap.casus),
        "moet_nog": dag_van(zitting.begin) > vandaag,
        "zitting_form": form,
        "delen": list(form.delen()),
        "concept_versie": concept.versie,
        "uit_concept": bool(concept.versie),
        "geschreven": list_geschreven(stap.casus),
        "veiligheidsplan": versie_of(plan, vandaag) if plan else None,
        "niet_form": niet_form,
        "deel": FORMULIER,
    }


def handle_zitting(request: HttpRequest, stap: CasusStap, handeling: str) -> HttpResponse:
    """Keep, add rows, fix, or say that it was not held."""
    if handeling == "niet_doorgegaan":
        return _not_held(request, stap)
    zitting = queries.zitting_of(stap.casus)
    if zitting is None:
        messages.warning(request, _("Er is geen gesprek gepland. Er is niets gewijzigd."))
        return redirect(stap)
    wat, _streep, deel = handeling.partition("-")
    if wat == "vast":
        return _fix(request, stap, zitting)
    if wat in ("bewaar", "rijen"):
        return _keep(request, stap, zitting, deel=deel, erbij=ERBIJ if wat == "rijen" else 0)
    messages.warning(request, _("Deze knop is er niet. Er is niets gewijzigd."))
    return redirect(stap)


def _keep(
    request: HttpRequest, stap: CasusStap, zitting: Zitting, *, deel: str, erbij: int
) -> HttpResponse:
    """Keep what was typed, also what is not right yet, and go back to that part of the page."""
    getypt = request.POST.copy()
    getypt["rijen"] = str(_rijen(getypt) + erbij)
    form = ZittingForm(getypt, zitting=zitting, on=localdate(), rijen=_rijen(getypt))
    if botsing := keep(request, stap.casus, _sleutel(zitting), form):
        return show_stap(request, stap, status=409, botsing=botsing, concept_versie=botsing.versie)
    messages.success(request, _("Bewaard. Alleen u ziet dit concept."))
    return redirect(f"{stap.get_absolute_url()}#{deel if deel.isalpha() else 'agenda'}")


def _fix(request: HttpRequest, stap: CasusStap, zitting: Zitting) -> HttpResponse:
    """Fix the whole; when something is missing it is kept and everything that is missing is listed."""
    form = make_form(request, stap, zitting)
    if form.is_whole() and run(form, lambda _v: _do_fix(request, stap, zitting, form)) is None:
        drop_concept(gebruiker=request.user, casus=stap.casus, formulier=_sleutel(zitting))
        messages.success(request, _("Het gesprek is vastgelegd. Maak nu het verslag."))
        return redirect(stap.casus)
    botsing = keep(request, stap.casus, _sleutel(zitting), form)
    versie = read_concept(request, stap.casus, _sleutel(zitting)).versie
    return show_stap(
        request,
        stap,
        status=422,
        zitting_form=form,
        delen=list(form.delen()),
        concept_versie=versie,
        botsing=botsing,
    )


def _do_fix(request: HttpRequest, stap: CasusStap, zitting: Zitting, form: ZittingForm) -> None:
    besluiten.fix_besluit(
        stap=stap,
        zitting=zitting,
        velden=form.cleaned_data,
        afspraken=form.list_afspraken(),
        by=who(request),
        on=localdate(),
    )


def _not_held(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    return carry_out(
        request,
        stap,
        naam="niet_form",
        form=NietDoorgegaanForm(request.POST, prefix="niet"),
        doe=lambda velden: besluiten.close_not_held(
            stap=stap, by=who(request), on=localdate(), **velden
        ),
        gelukt=_("Het gesprek ging niet door. Plan een nieuw gesprek."),
    )


BESPREKEN = StapVorm(
    template="tafel/zitting.html",
    context=show_zitting,
    handle=handle_zitting,
    sluit=frozenset({*Uitkomst.values, "getoetst", "niet_doorgegaan"}),
)
