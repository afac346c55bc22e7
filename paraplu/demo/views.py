"""The page that holds demo Gelderland against the public figures, and the turns of its other parties."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from paraplu.aanmelden.berichtenpost import NietTeVersturen
from paraplu.afspraken.plaats import var_map
from paraplu.casussen import queries
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus
from paraplu.demo.vergelijking import lees_vergelijking
from paraplu.web.actions import write_spoor
from paraplu.web.wand.verzoek import beyond_wall

from .paneel import turns_of_others
from .werk.beurt import NietTeSpelen
from .werk.tegenspel import Zet, play

DOEL = "demo: een andere partij spelen"


@require_GET
def ijking(request: HttpRequest) -> HttpResponse:
    """Figure beside figure; says so when this Paraplu holds no demo."""
    regels = lees_vergelijking(var_map() / "demo")
    return render(request, "demo/ijking.html", {"regels": regels})


@require_POST
@transaction.atomic
def tegenspel(request: HttpRequest, pk: int) -> HttpResponse:
    """Do a step of another party in a case of the demo; outside the demo this page does not exist."""
    casus = get_object_or_404(queries.casussen_for(request.user), pk=pk)
    zet = _find_zet(request, casus)
    stap, uitkomst = zet.stap, zet.uitkomst
    try:
        with beyond_wall():
            play(stap=stap, uitkomst=uitkomst, nu=now())
    except (CasusFout, NietTeSpelen, NietTeVersturen) as fout:
        messages.warning(request, str(fout))
        return redirect(casus)
    write_spoor(
        gebruiker=request.user,
        handeling="andere partij spelen",
        voorwerp=f"{casus.nummer} {stap.sleutel} {uitkomst}",
        doel=DOEL,
        gezin=casus.gezin.nummer,
    )
    messages.success(
        request,
        _("Gespeeld voor %(partij)s: %(uitkomst)s.")
        % {"partij": zet.by.organisatie.naam, "uitkomst": zet.naam},
    )
    ziet_nog = queries.casussen_for(request.user).filter(pk=casus.pk).exists()
    return redirect(casus) if ziet_nog else redirect("mijn_werk")


def _find_zet(request: HttpRequest, casus: Casus) -> Zet:
    """The turn of another party that was clicked; 404 outside the demo and for what is not offered."""
    gekozen = (request.POST.get("stap", ""), request.POST.get("uitkomst", ""))
    for aanbod in turns_of_others(request.user, casus):
        for zet in aanbod.zetten:
            if (str(aanbod.stap.pk), zet.uitkomst) == gekozen:
                return zet
    raise Http404
