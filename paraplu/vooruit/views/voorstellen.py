"""Proposals: all of them, a new one, sharing, deciding."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.afspraken.blad import BladNotReadable
from paraplu.web.rechten import mag

from .. import actions, queries
from ..forms import FORMULIEREN, BesluitForm, VoorstelForm
from ..fouten import VoorstelFout
from ..lezen.prognose import WAARDEN
from ..lezen.voorstel import describe
from ..models import Besluit, Soort
from .voorstel import show_voorstel


@require_GET
def vooruit(request: HttpRequest) -> HttpResponse:
    """Every proposal that this user may see, and the way to the forecasts."""
    from paraplu.monitor import waarden  # noqa: PLC0415 - Ibis is slow to import

    voorstellen = [(rij, describe(rij)) for rij in queries.voorstellen_for(request.user)]
    return render(
        request,
        "vooruit/vooruit.html",
        {
            "voorstellen": voorstellen,
            "soorten": Soort.choices if mag(request.user, "voorstel_nieuw") else (),
            "prognoses": [(code, waarden.indicator(code).naam) for code in WAARDEN],
        },
    )


@require_http_methods(["GET", "POST"])
def voorstel_nieuw(request: HttpRequest, soort: str) -> HttpResponse:
    """Propose another rule; every fault in a sheet is shown with its line and its remedy."""
    if soort not in FORMULIEREN:
        raise Http404
    form = _make_form(request, soort)
    fouten: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            voorstel = _make_voorstel(request, soort, form)
        except BladNotReadable as fout:
            fouten = fout.fouten
        else:
            messages.success(request, _("Het voorstel is bewaard. Alleen uw organisatie ziet het."))
            return redirect(voorstel)
    return render(
        request,
        "vooruit/nieuw.html",
        {"form": form, "fouten": fouten, "soort": soort, "naam": Soort(soort).label},
        status=422 if form.errors or fouten else 200,
    )


@require_POST
def voorstel_delen(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a proposal of the own organisation to the other parties."""
    voorstel = get_object_or_404(queries.own_voorstellen(request.user), pk=pk)
    actions.share_voorstel(voorstel=voorstel, by=request.user, on=localdate())
    messages.success(request, _("De andere partijen zien dit voorstel nu ook."))
    return redirect(voorstel)


@require_POST
@transaction.atomic
def voorstel_besluit(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what the meeting decided."""
    voorstel = get_object_or_404(queries.voorstellen_for(request.user), pk=pk)
    form = BesluitForm(request.POST)
    if form.is_valid():
        velden: dict[str, Any] = form.cleaned_data
        try:
            actions.decide_voorstel(
                voorstel=voorstel,
                besluit=Besluit(velden["besluit"]),
                besloten_op=velden["besloten_op"],
                overleg=velden["overleg"],
                by=request.user,
                on=localdate(),
            )
        except VoorstelFout as fout:
            voorstel.refresh_from_db()
            if voorstel.besluit:
                # Another decided meanwhile: there is nothing left to fill in, and the page says what.
                messages.warning(request, str(fout))
                return redirect(voorstel)
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("Het besluit is vastgelegd."))
            return redirect(voorstel)
    return show_voorstel(request, voorstel, besluit_form=form, status=422)


@require_GET
@transaction.atomic
def voorstel(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal beside the rule that holds."""
    gevonden = get_object_or_404(queries.voorstellen_for(request.user), pk=pk)
    return show_voorstel(request, gevonden)


def _make_form(request: HttpRequest, soort: str) -> VoorstelForm:
    extra: dict[str, Any] = {}
    if soort == Soort.DEFINITIE:
        extra["lezingen"] = list_lezingen()
    if soort == Soort.TERMIJN:
        extra["op"] = localdate()
    return FORMULIEREN[soort](request.POST or None, request.FILES or None, **extra)


def list_lezingen() -> list[tuple[str, str]]:
    """Every reading that is not the one shown first, as CODE:naam."""
    from paraplu.monitor import waarden  # noqa: PLC0415 - Ibis is slow to import

    return [
        (
            f"{code}:{variant}",
            _("%(code)s %(naam)s: lezing ‘%(lezing)s’ voorop")
            % {"code": code, "naam": indicator.naam, "lezing": variant},
        )
        for code, indicator in waarden.indicatoren().items()
        for variant in indicator.varianten[1:]
    ]


def _make_voorstel(request: HttpRequest, soort: str, form: VoorstelForm) -> Any:
    """Raises BladNotReadable with every fault of a proposed sheet."""
    velden = form.cleaned_data
    regels, bestand = (), ""
    if soort == Soort.TUSSENTAAL:
        regels, bestand = _read_blad(velden["bestand"])
    return actions.make_voorstel(
        soort=soort,
        onderwerp=velden["onderwerp"],
        waarde=velden["waarde"],
        titel=velden["titel"],
        reden=velden["reden"],
        regels=regels,
        bestand=bestand,
        by=request.user,
        on=localdate(),
    )


def _read_blad(bestand: Any) -> tuple[Any, str]:
    """The rules of a sheet that is brought to be looked at; nothing is imported."""
    from paraplu.afspraken.tussentaal import Tussentaalregel  # noqa: PLC0415 - with the sheets
    from paraplu.monitor.bladen import bladsoort, lees_rijen  # noqa: PLC0415 - Delta is slow

    naam = (bestand.name or "blad.csv").replace("\\", "/").rpartition("/")[2][:120]
    rijen = lees_rijen(bladsoort("tussentaal"), bestand.read(), bestand=naam)
    return tuple(Tussentaalregel(**rij) for rij in rijen), naam
