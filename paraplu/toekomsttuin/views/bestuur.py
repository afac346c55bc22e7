"""The three layers of governance, and a signal on its way through them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.netwerk.queries import in_force

from .. import queries
from ..actions import leden as leden_acts
from ..actions import signalen as acts
from ..forms.signalen import StapVorm
from ..forms.tuinen import GroeplidVorm
from ..models import Laag, Signaal
from ..onderwerpen import PARTNERS
from .toegang import done, need, read_tuin, show_form, trace_tuin, try_save, who


@require_GET
@transaction.atomic
def tuin_bestuur(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sits in which group over the garden, and all its signals."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    trace_tuin(request, tuin, "bestuur van de tuin bekijken")
    volgorde = list(Laag.values)
    groepen = sorted(queries.groepen_over(tuin), key=lambda groep: volgorde.index(groep.laag))
    return render(
        request,
        "toekomsttuin/bestuur.html",
        {
            "tuin": tuin,
            "groepen": [
                (
                    groep,
                    groep.leden.filter(in_force(vandaag)).select_related("medewerker__organisatie"),
                )
                for groep in groepen
            ],
            "signalen": tuin.signalen.select_related("gemeld_door"),
            "mag_schrijven": queries.may_write(request.user, tuin, op=vandaag),
            "mag_beheren": queries.may_manage(request.user, tuin, op=vandaag),
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tuin_groep_erbij(request: HttpRequest, pk: int, laag: str) -> HttpResponse:
    """Somebody for one of the three groups."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    need(queries.may_manage(request.user, tuin, op=vandaag))
    groep = get_object_or_404(queries.groepen_over(tuin), laag=laag)
    form = GroeplidVorm(request.POST or None, tuin=tuin, on=vandaag)
    terug = reverse("tuin_bestuur", args=[pk])
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        if try_save(form, lambda: leden_acts.add_bestuurslid(groep=groep, **velden)):
            trace_tuin(request, tuin, f"{laag}: lid toevoegen")
            return done(request, terug)
    return show_form(
        request,
        form,
        titel=_("Iemand in de %(groep)s") % {"groep": groep.get_laag_display().lower()},
        terug=(terug, tuin.naam),
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tuin_signaal(request: HttpRequest, pk: int) -> HttpResponse:
    """One signal with its whole path; the group where it lies does the next thing here."""
    signaal = get_object_or_404(queries.signalen_for(request.user).select_related("tuin"), pk=pk)
    vandaag = localdate()
    aan_zet = not signaal.gesloten_op and queries.sits_in(
        request.user, signaal.tuin, signaal.laag, op=vandaag
    )
    form = StapVorm(request.POST or None, signaal=signaal) if aan_zet else None
    if request.method == "POST":
        need(aan_zet)
        handeling = request.POST.get("handeling", "")
        if handeling not in _HANDELINGEN:
            raise Http404
        if form.is_valid() and try_save(form, lambda: _do(request, signaal, handeling, form)):
            trace_tuin(request, signaal.tuin, f"signaal {signaal}: {handeling}")
            return done(request, signaal.get_absolute_url())
    trace_tuin(request, signaal.tuin, f"signaal {signaal} bekijken")
    return render(
        request,
        "toekomsttuin/signaal.html",
        {
            "signaal": signaal,
            "tuin": signaal.tuin,
            "stappen": [
                (stap, [PARTNERS[sleutel] for sleutel in stap.partners.split()])
                for stap in signaal.stappen.select_related("door__organisatie")
            ],
            "lagen": _path(signaal),
            "form": form,
            "aan_zet": aan_zet,
            "kan_hogerop": not signaal.beantwoord and signaal.laag != Laag.STUURGROEP,
        },
        status=422 if form is not None and form.errors else 200,
    )


_HANDELINGEN = {"hogerop", "antwoord", "terug"}


def _do(request: HttpRequest, signaal: Signaal, handeling: str, form: StapVorm) -> None:
    """What was shown is done: from the layer that the page named, or it says where it is now."""
    acts_per = {"hogerop": acts.send_up, "antwoord": acts.answer, "terug": acts.pass_back}
    velden = dict(form.cleaned_data)
    if handeling == "hogerop":
        velden.pop("partners", None)
    acts_per[handeling](
        signaal=signaal,
        laag=request.POST.get("laag", ""),
        by=who(request),
        on=localdate(),
        **velden,
    )


def _path(signaal: Signaal) -> list[dict[str, Any]]:
    """The three layers as a row: where it has been and where it lies."""
    geweest = set(signaal.stappen.values_list("laag", flat=True))
    return [
        {
            "naam": laag.label,
            "hier": laag == signaal.laag and not signaal.gesloten_op,
            "gedaan": laag.value in geweest,
        }
        for laag in Laag
    ]
