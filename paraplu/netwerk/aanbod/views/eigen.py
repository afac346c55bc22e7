"""What one's own organisation offers: the list, what is free of it, and the provision itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ...models import Organisatie, Tijdseenheid, Voorziening
from .. import actions, instellingen, queries
from ..forms import StandForm, VoorzieningForm
from ..stand import Stand


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One provision in one region, with the form to tell how it stands."""

    voorziening: Voorziening
    regio: str
    stand: Stand
    form: StandForm

    @property
    def vraagt(self) -> bool:
        """Whether the provider should tell or confirm."""
        return self.stand.opgave is None or self.stand.is_oud

    @property
    def anker(self) -> str:
        return f"stand-{self.voorziening.pk}-{self.regio or 'overal'}"


@require_GET
def eigen(request: HttpRequest) -> HttpResponse:
    """One's own offers, those that ask for an answer first."""
    return show_eigen(request)


def show_eigen(
    request: HttpRequest, *, fout: tuple[int, str, StandForm] | None = None
) -> HttpResponse:
    """The page; `fout` is a form that was not right, with its provision and region."""
    on = localdate()
    organisatie = queries.organisatie_of(request.user, on=on)
    alle = queries.eigen_voorzieningen_for(request.user, on=on)
    lopend = alle.filter(queries.in_force(on))
    regels = sorted(
        list_regels(list(lopend), fout=fout), key=lambda r: (not r.vraagt, r.voorziening.naam)
    )
    vragen = sum(regel.vraagt for regel in regels)
    return render(
        request,
        "netwerk/aanbod_eigen.html",
        {
            "organisatie": organisatie,
            "regels": regels,
            "zin": tell(len(regels), vragen),
            "ander": alle.exclude(pk__in=[r.voorziening.pk for r in regels]).order_by(
                F("tot").desc(nulls_first=True)
            ),
            "binnenkort": [r for r in regels if not r.vraagt and is_due_soon(r.stand)],
        },
        status=422 if fout else 200,
    )


def list_regels(alle: list[Voorziening], *, fout: tuple[int, str, StandForm] | None) -> list[Regel]:
    """Every provision in every region it works in."""
    on = localdate()
    gezegd = queries.standen(alle, on=on)
    vers = instellingen.fresh_per_regio({r for v in alle for r in queries.regios_of(v)}, on=on)
    regels = []
    for voorziening in alle:
        for regio in queries.regios_of(voorziening):
            opgave = queries.newest_of(gezegd.get(voorziening.pk, []), regio)
            is_fout = fout is not None and fout[:2] == (voorziening.pk, regio)
            form = fout[2] if fout and is_fout else make_form(voorziening, regio, opgave)
            stand = Stand(opgave=opgave, on=on, vers=vers[regio])
            regels.append(Regel(voorziening=voorziening, regio=regio, stand=stand, form=form))
    return regels


def make_form(
    voorziening: Voorziening, regio: str, opgave: Any = None, data: Any = None
) -> StandForm:
    """The quick form, filled with what was said last; its names differ per provision and region."""
    velden = ("vrij", "plekken", "wachttijd", "wachttijd_eenheid", "toelichting")
    begin = {naam: getattr(opgave, naam) for naam in velden} if opgave else {}
    prefix = f"v{voorziening.pk}{regio}"
    return StandForm(data, prefix=prefix, initial=begin)


def is_due_soon(stand: Stand) -> bool:
    """Whether it becomes old within three days."""
    return stand.ouderdom is not None and stand.vers - stand.ouderdom < 3


def tell(aantal: int, vragen: int) -> str:
    """The page in one sentence."""
    if not aantal:
        return _("U heeft nog geen aanbod vastgelegd")
    if not vragen:
        return _("Uw opgaven zijn allemaal bij de tijd")
    return ngettext(
        "Van %(vragen)s van uw opgaven willen wij weten of er plek is",
        "Van %(vragen)s van uw opgaven willen wij weten of er plek is",
        vragen,
    ) % {"vragen": vragen}


@require_POST
def opgeven(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell how it stands with a provision in a region."""
    voorziening, regio = get_own(request, pk)
    form = make_form(voorziening, regio, data=request.POST)
    if not form.is_valid():
        return show_eigen(request, fout=(voorziening.pk, regio, form))
    velden = {**form.cleaned_data, "regio": regio}
    velden["wachttijd_eenheid"] = velden["wachttijd_eenheid"] or Tijdseenheid.WEKEN
    actions.tell_stand(voorziening=voorziening, by=request.user, on=localdate(), **velden)
    messages.success(request, _("Uw opgave is bewaard. Iedereen ziet haar nu."))
    return redirect("aanbod_eigen")


@require_POST
def bevestigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Say with one button that nothing changed."""
    voorziening, regio = get_own(request, pk)
    try:
        actions.confirm_stand(voorziening=voorziening, regio=regio, by=request.user, on=localdate())
    except actions.NothingToConfirm:
        messages.warning(request, _("Er is nog geen opgave. Geef eerst op of er plek is."))
    else:
        messages.success(request, _("Bedankt. Deze opgave is weer bij de tijd."))
    return redirect("aanbod_eigen")


def get_own(request: HttpRequest, pk: int) -> tuple[Voorziening, str]:
    """A provision of one's own, and the region in the form as far as it works there."""
    alle = queries.eigen_voorzieningen_for(request.user, on=localdate())
    voorziening = get_object_or_404(alle, pk=pk)
    regios = queries.regios_of(voorziening)
    gevraagd = request.POST.get("voor_regio", "")
    return voorziening, gevraagd if gevraagd in regios else regios[0]


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Add a provision."""
    aanbieder = get_organisatie(request)
    form = VoorzieningForm(
        request.POST or None, aanbieder=aanbieder, initial={"vanaf": localdate()}
    )
    return save(request, form, aanbieder)


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a provision of one's own."""
    aanbieder = get_organisatie(request)
    alle = queries.eigen_voorzieningen_for(request.user, on=localdate())
    voorziening = get_object_or_404(alle, pk=pk)
    form = VoorzieningForm(
        request.POST or None,
        aanbieder=aanbieder,
        bestaand=voorziening,
        initial=VoorzieningForm.initial_of(voorziening),
    )
    return save(request, form, aanbieder, voorziening)


def get_organisatie(request: HttpRequest) -> Organisatie:
    """One's own organisation. Raises Http404 for an account of which we know none."""
    organisatie = queries.organisatie_of(request.user, on=localdate())
    if organisatie is None:
        raise Http404
    return organisatie


def save(
    request: HttpRequest,
    form: VoorzieningForm,
    aanbieder: Organisatie,
    voorziening: Voorziening | None = None,
) -> HttpResponse:
    """Keep the form when it is right, else show what is not."""
    if request.method == "POST" and form.is_valid():
        bewaard = actions.save_voorziening(
            voorziening=voorziening,
            velden={**form.cleaned_data, "aanbieder": aanbieder},
            by=request.user,
        )
        messages.success(request, _("De voorziening is bewaard."))
        return redirect("voorziening", pk=bewaard.pk)
    return render(
        request,
        "netwerk/aanbod_formulier.html",
        {"form": form, "voorziening": voorziening, "organisatie": aanbieder},
        status=422 if form.errors else 200,
    )
