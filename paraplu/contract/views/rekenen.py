"""The calculator, and reckonings that were kept, compared, shared and taken along (R192)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import GELDERLAND, find_gebied
from paraplu.inzage.kijker import kijk_van
from paraplu.inzage.uitvoer import Waarmerk
from paraplu.web.rechten import mag

from .. import queries
from ..actions import scenarios as acts
from ..bladuit import XLSX, write_scenario
from ..forms.rekenen import DeelVorm, NaamVorm, RekenVorm, VergelijkVorm, VertrekpuntVorm
from ..fouten import BestaatAl
from ..models import Scenario, Scenarioversie
from ..rekenen.herkomst import SLEUTEL as BRONNEN
from ..rekenen.herkomst import write_bronnen
from ..rekenen.invoer import InvoerOnbruikbaar, Uitkomst, compute_uitkomst
from ..rekenen.jaren import needs_no_rise
from ..rekenen.stappen import explain
from ..rekenen.velden import VOORBEELD
from ..tabellen import conclude_gemeenten, list_invoer, make_tabellen
from ..vergelijken import compare
from ..vertrekpunt import Vertrekpunt, make_vertrekpunt
from .tonen import DOEL, done, need, trace

#: More than a number of a row ever has.
CIJFERS = 12


@require_http_methods(["GET", "POST"])
def rekenhulp(request: HttpRequest) -> HttpResponse:
    """Fill in and see what it does, from nothing or from what Paraplu knows; nothing is kept."""
    voorbeeld = request.method == "GET" and "voorbeeld" in request.GET
    begin, punt = _read_begin(request)
    eerste = VOORBEELD if voorbeeld else None
    if punt is not None:
        eerste = punt.invoer | {BRONNEN: write_bronnen(punt.bronnen)}
    form = RekenVorm(request.POST or None, initial=eerste)
    context: dict[str, Any] = {
        "form": form,
        "naam": NaamVorm(),
        "voorbeeld": voorbeeld,
        "begin": begin,
        "punt": punt,
    }
    if request.method == "POST" and form.is_valid() and (uitkomst := try_reckon(form)):
        context |= show_uitkomst(uitkomst)
    status = 422 if form.errors or begin.errors else 200
    return render(request, "contract/rekenhulp.html", context, status=status)


def _read_begin(request: HttpRequest) -> tuple[VertrekpuntVorm, Vertrekpunt | None]:
    """The choice of a starting point, and what is known there through the eyes of this user."""
    gevraagd = request.method == "GET" and "op" in request.GET
    vandaag = localdate()
    form = VertrekpuntVorm(request.GET if gevraagd else None, initial={"op": vandaag})
    if not gevraagd or not form.is_valid():
        return form, None
    cijfers = Cijfers(kijk=kijk_van(request.user, op=vandaag))
    gebied = find_gebied(form.cleaned_data["gebied"], {}) or GELDERLAND
    return form, make_vertrekpunt(op=form.cleaned_data["op"], cijfers=cijfers, gebied=gebied)


def try_reckon(form: RekenVorm) -> Uitkomst | None:
    """The outcome, or None with every fault at its field."""
    try:
        return compute_uitkomst(form.invoer())
    except InvoerOnbruikbaar as fout:
        form.tell(fout)
        return None


def show_uitkomst(uitkomst: Uitkomst) -> dict[str, Any]:
    """What a page shows of a reckoning: tables, steps per year, and whether gemeenten pay more."""
    vorige = (None, *uitkomst.jaren)
    return {
        "uitkomst": uitkomst,
        "tabellen": make_tabellen(uitkomst),
        "stappen": [
            (jaar.jaar, explain(uitkomst.plan, jaar, vorig=vorig))
            for jaar, vorig in zip(uitkomst.jaren, vorige, strict=False)
        ],
        "stijgt": any(not needs_no_rise(jaar) for jaar in uitkomst.jaren),
        "slotzin": conclude_gemeenten(uitkomst),
    }


@require_http_methods(["POST", "GET"])
@transaction.atomic
def scenario_nieuw(request: HttpRequest) -> HttpResponse:
    """Keep what was reckoned under a name; without numbers, go and fill them in."""
    return _keep(request, None)


@require_http_methods(["POST", "GET"])
@transaction.atomic
def scenario_versie(request: HttpRequest, pk: int) -> HttpResponse:
    """A newer version of one's own scenario, filled in with the last one."""
    scenario = _read(request, pk)
    need(mag(request.user, "scenario_versie", scenario))
    return _keep(request, scenario)


def _keep(request: HttpRequest, scenario: Scenario | None) -> HttpResponse:
    begin = scenario.versies.first().invoer if scenario else None
    form = RekenVorm(request.POST or None, initial=begin)
    naam = NaamVorm(request.POST or None, initial={"naam": scenario.naam if scenario else ""})
    context: dict[str, Any] = {"form": form, "naam": naam, "scenario": scenario, "bewaar": True}
    goed = request.method == "POST" and all([form.is_valid(), naam.is_valid()])
    if goed and not scenario and not naam.cleaned_data["naam"]:
        naam.add_error("naam", _("Geef het scenario een naam."))
        goed = False
    if goed and (uitkomst := try_reckon(form)):
        if request.POST.get("doe") == "reken":
            context |= show_uitkomst(uitkomst)
        elif bewaard := _save(request, form, naam, scenario):
            return bewaard
    status = 422 if form.errors or (request.method == "POST" and naam.errors) else 200
    return render(request, "contract/rekenhulp.html", context, status=status)


def _save(
    request: HttpRequest, form: RekenVorm, naam: NaamVorm, scenario: Scenario | None
) -> HttpResponse | None:
    """To the scenario; None when there is one of this name already."""
    toelichting = naam.cleaned_data["toelichting"]
    if scenario is None:
        try:
            scenario = acts.save_scenario(
                naam=naam.cleaned_data["naam"],
                invoer=form.invoer(),
                toelichting=toelichting,
                by=request.user,
                on=localdate(),
            )
        except BestaatAl:
            naam.add_error(
                "naam", _("U heeft al een scenario met deze naam. Geef een andere naam.")
            )
            return None
    else:
        acts.add_versie(
            scenario=scenario, invoer=form.invoer(), toelichting=toelichting, on=localdate()
        )
    trace(request, "scenario bewaren", str(scenario.pk))
    return done(request, scenario.get_absolute_url())


def _read(request: HttpRequest, pk: int) -> Scenario:
    return get_object_or_404(queries.scenarios_for(request.user), pk=pk)


@require_GET
def scenarios(request: HttpRequest) -> HttpResponse:
    """The scenarios of this user, and those that were shared with the organisation."""
    alle = queries.scenarios_for(request.user)
    rijen = [
        (scenario, scenario.versies.first(), scenario.maker_id == request.user.pk)
        for scenario in alle.prefetch_related("versies")
    ]
    context = {"rijen": rijen, "form": VergelijkVorm(scenarios=alle)}
    return render(request, "contract/scenarios.html", context)


@require_GET
def scenario(request: HttpRequest, pk: int) -> HttpResponse:
    """One version of a scenario: outcome, steps, and every number with its source."""
    return _show(request, _read(request, pk))


def _show(
    request: HttpRequest, gevonden: Scenario, deelvorm: DeelVorm | None = None
) -> HttpResponse:
    versie = _read_versie(request, gevonden)
    eigen = mag(request.user, "scenario_delen", gevonden)
    delingen = gevonden.delingen.filter(ingetrokken_op=None) if eigen else ()
    return render(
        request,
        "contract/scenario.html",
        {
            "scenario": gevonden,
            "versie": versie,
            "versies": gevonden.versies.all(),
            "eigen": eigen,
            "delingen": delingen,
            "deelvorm": (deelvorm or _make_deelvorm()) if eigen else None,
            "invoer": list_invoer(versie.invoer),
            **show_uitkomst(compute_uitkomst(versie.invoer)),
        },
        status=422 if deelvorm else 200,
    )


def _make_deelvorm(data: Any = None) -> DeelVorm:
    return DeelVorm(data, keuzes=queries.organisations_to_share_with())


def _read_versie(request: HttpRequest, gevonden: Scenario) -> Scenarioversie:
    nummer = request.GET.get("versie", "")
    alle = gevonden.versies.all()
    if nummer.isascii() and nummer.isdigit() and len(nummer) < 5:
        return get_object_or_404(alle, nummer=int(nummer))
    return get_object_or_404(alle[:1])


@require_http_methods(["POST"])
@transaction.atomic
def scenario_delen(request: HttpRequest, pk: int) -> HttpResponse:
    """Share with an organisation, or stop doing so."""
    gevonden = _read(request, pk)
    need(mag(request.user, "scenario_delen", gevonden))
    if weg := request.POST.get("weg", ""):
        need(weg.isascii() and weg.isdigit() and len(weg) < CIJFERS)
        deling = get_object_or_404(gevonden.delingen, pk=int(weg))
        acts.withdraw(deling=deling, on=localdate())
        trace(request, "scenario niet meer delen", str(pk))
        return done(request, gevonden.get_absolute_url(), bericht=_("Dit wordt niet meer gedeeld."))
    form = _make_deelvorm(request.POST)
    if not form.is_valid():
        return _show(request, gevonden, form)
    soort, code, naam = form.keuzes[form.cleaned_data["organisatie"]]
    acts.share(scenario=gevonden, soort=soort, code=code, naam=naam, on=localdate())
    trace(request, "scenario delen", f"{pk} {soort} {code}")
    bericht = _("Gedeeld met %(wie)s.") % {"wie": naam}
    return done(request, gevonden.get_absolute_url(), bericht=bericht)


@require_GET
@transaction.atomic
def scenario_uit(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as a workbook."""
    gevonden = _read(request, pk)
    versie = _read_versie(request, gevonden)
    zin = Waarmerk.van(request.user, wanneer=now(), doel=DOEL).zin
    uitkomst = compute_uitkomst(versie.invoer)
    titel = f"{gevonden.naam}, {_('versie')} {versie.nummer}"
    inhoud = write_scenario(titel, versie.toelichting, versie.invoer, uitkomst, zin)
    trace(request, "scenario meenemen", f"{pk} versie {versie.nummer}")
    antwoord = HttpResponse(inhoud, content_type=XLSX)
    naam = f"paraplu-scenario-{pk}-{versie.nummer}.xlsx"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


@require_GET
def scenarios_vergelijken(request: HttpRequest) -> HttpResponse:
    """Two to four scenarios beside each other, for one year; the first is what others differ from."""
    alle = queries.scenarios_for(request.user)
    form = VergelijkVorm(request.GET or None, scenarios=alle)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        gekozen = form.cleaned_data["scenario"]
        versies = [scenario.versies.first() for scenario in gekozen]
        jaar = form.cleaned_data["jaar"]
        context |= {
            "jaar": jaar,
            "gekozen": list(zip(gekozen, versies, strict=True)),
            "vergelijking": compare([versie.invoer for versie in versies], jaar=jaar),
            "terug": reverse("scenarios"),
        }
    status = 422 if form.errors else 200
    return render(request, "contract/vergelijken.html", context, status=status)
