"""Search by what a child needs, and one provision with all that is known of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker
from paraplu.web.models import Organisatie as Bij
from paraplu.web.rechten import mag

from ...models import Sector, Voorziening
from .. import actions, instellingen, queries, wachten
from ..forms import InkoopForm, KwaliteitForm, ZoekForm
from ..zoeken import Uitslag, find_aanbod

#: What an address may fill in: nothing that says something of one child.
NEUTRAAL = ("gemeente", "tussentaal", "sector", "aard", "voor_wie")
#: Which fields of the form one asks less with.
VELDEN = {"zorgvorm": ("tussentaal",), "op_tijd": ("nodig_op", "spoed")}
PER_GROEP = 40


@require_http_methods(["GET", "POST"])
def aanbod(request: HttpRequest) -> HttpResponse:
    """The question, and once asked what fits, what almost fits and why."""
    on = localdate()
    zoekt = request.method == "POST"
    form = ZoekForm(request.POST if zoekt else None, initial=read_initial(request))
    uitslag = find_aanbod(form.vraag, on=on) if zoekt and form.is_valid() else None
    context: dict[str, Any] = {
        "form": form,
        "uitslag": uitslag,
        "per_groep": PER_GROEP,
        "aantal": queries.voorzieningen(on=on).count(),
        "eigen": mag(request.user, "aanbod_eigen"),
        "inlezen": mag(request.user, "aanbod_inlezen"),
    }
    if uitslag:
        vraag = uitslag.vraag
        context |= {
            "ruimer": list_ruimer(uitslag, form),
            "regio": gebieden.regio(vraag.regio),
            "mag_bellen": mag(request.user, "contact_zoeken"),
            "vers": instellingen.fresh_for(vraag.regio, on=on),
            "is_voorstel": instellingen.is_proposal(vraag.regio, on=on),
        }
    status = 422 if form.errors else 200
    return render(request, "netwerk/aanbod_zoeken.html", context, status=status)


def read_initial(request: HttpRequest) -> dict[str, str]:
    """What a link from elsewhere filled in; one's own gemeente when it did not."""
    gekozen = {naam: request.GET[naam] for naam in NEUTRAAL if naam in request.GET}
    if request.user.organisatie_soort == Bij.GEMEENTE:
        gekozen.setdefault("gemeente", request.user.organisatie_code)
    return gekozen


def list_ruimer(uitslag: Uitslag, form: ZoekForm) -> list[dict[str, Any]]:
    """Per way to ask less: what that gives, and the form that asks it."""
    gemaakt = []
    for ruimer in uitslag.ruimer:
        weg = VELDEN.get(ruimer.eis, (ruimer.eis,))
        velden = [(veld.name, veld.value()) for veld in form if veld.name not in weg]
        gemaakt.append(
            {"zin": ruimer.zin, "velden": [(n, w) for n, w in velden if w not in (None, "", False)]}
        )
    return gemaakt


@require_GET
def voorziening(request: HttpRequest, pk: int) -> HttpResponse:
    """One provision: what it is, where it was bought, what is free, how long one really waits."""
    gevonden = get_object_or_404(queries.voorzieningen_for(request.user, on=localdate()), pk=pk)
    return show_voorziening(request, gevonden)


def show_voorziening(
    request: HttpRequest, gevonden: Voorziening, *, status: int = 200, **forms_: Any
) -> HttpResponse:
    """The page of one provision, with a form that was not right when there is one."""
    on = localdate()
    regios = queries.regios_of(gevonden)
    per_regio = [
        (regio, queries.make_aanbod([gevonden], on=on, regio=regio)[0].stand) for regio in regios
    ]
    plek = own_place(request.user)
    context = {
        "voorziening": gevonden,
        "per_regio": per_regio,
        "sectoren": [Sector(sector).label for sector in gevonden.sectoren],
        "inkopen": list(queries.inkopen(on=on, alle=[gevonden])),
        "historie": queries.history_of(gevonden, on=on)[:50],
        "kwaliteiten": gevonden.kwaliteiten.filter(datum__lte=on),
        "werkelijk": wachten.released(on=on, aanbieders=[gevonden.aanbieder_id]).get(
            (gevonden.aanbieder_id, gevonden.tussentaal or 0)
        ),
        "inkoop_form": InkoopForm(initial={"vanaf": on}) if plek else None,
        "kwaliteit_form": KwaliteitForm(initial={"datum": on})
        if mag(request.user, "aanbod_kwaliteit")
        else None,
        "is_eigen": mag(request.user, "aanbod_eigen")
        and queries.eigen_voorzieningen_for(request.user, on=on).filter(pk=gevonden.pk).exists(),
        "eigen_plek": plek,
        "on": on,
    }
    return render(request, "netwerk/aanbod_voorziening.html", context | forms_, status=status)


def own_place(gebruiker: Gebruiker) -> dict[str, str]:
    """For which region or gemeente somebody may say what was bought; empty for who may not."""
    soort = queries.KOPERS.get(gebruiker.soort)
    if not soort or gebruiker.organisatie_soort != soort or not mag(gebruiker, "aanbod_inkoop"):
        return {}
    return {soort: gebruiker.organisatie_code}


@require_POST
def inkoop(request: HttpRequest, pk: int) -> HttpResponse:
    """Record whether one's own region or gemeente bought a provision."""
    gevonden = get_object_or_404(queries.voorzieningen_for(request.user, on=localdate()), pk=pk)
    plek = get_place_or_403(request.user)
    form = InkoopForm(request.POST)
    if not form.is_valid():
        return show_voorziening(request, gevonden, status=422, inkoop_form=form)
    actions.record_inkoop(voorziening=gevonden, by=request.user, **plek, **form.cleaned_data)
    messages.success(request, _("De inkoop is vastgelegd."))
    return redirect("voorziening", pk=pk)


def get_place_or_403(gebruiker: Gebruiker) -> dict[str, str]:
    """The place somebody buys for. Raises PermissionDenied for who buys nowhere."""
    plek = own_place(gebruiker)
    if not plek:
        raise PermissionDenied("aanbod_inkoop")
    return plek


@require_POST
def kwaliteit(request: HttpRequest, pk: int) -> HttpResponse:
    """Add what is known of the quality."""
    gevonden = get_object_or_404(queries.voorzieningen_for(request.user, on=localdate()), pk=pk)
    form = KwaliteitForm(request.POST)
    if not form.is_valid():
        return show_voorziening(request, gevonden, status=422, kwaliteit_form=form)
    actions.add_kwaliteit(voorziening=gevonden, by=request.user, **form.cleaned_data)
    messages.success(request, _("Dit is toegevoegd over de kwaliteit."))
    return redirect("voorziening", pk=pk)
