"""The gardens: which there are, RA6 per region, a new one, and the page of one."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken import gebieden
from paraplu.netwerk.queries import in_force
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries
from ..actions import tuinen as acts
from ..forms.tuinen import TuinVorm
from ..lezen.gereed import fase_on, read_gereed
from ..lezen.ra6 import AFGESPROKEN, read_antwoorden
from ..models import Fase, Teamkwaliteit, Tuin
from ..onderwerpen import VEILIGHEIDSREGIOS
from .toegang import DOEL_TUIN, done, read_tuin, show_form, trace_tuin, try_save, who


@require_GET
@transaction.atomic
def tuinen(request: HttpRequest) -> HttpResponse:
    """The gardens of this user, and of every region whether one has been started (RA6)."""
    vandaag = localdate()
    mijn = list(queries.tuinen_for(request.user, op=vandaag))
    write_spoor(gebruiker=request.user, handeling="tuinen bekijken", doel=DOEL_TUIN)
    return render(
        request,
        "toekomsttuin/tuinen.html",
        {
            "tuinen": [(tuin, *_fase(tuin), _gemeenten(tuin)) for tuin in mijn],
            "antwoorden": read_antwoorden(op=vandaag),
            "afgesproken": AFGESPROKEN,
            "mag_nieuw": mag(request.user, "tuin_nieuw")
            and bool(queries.own_regios(request.user, op=vandaag)),
        },
    )


def _fase(tuin: Tuin) -> tuple[str, str]:
    sleutel = fase_on(tuin, op=localdate())
    return sleutel, str(Fase(sleutel).label) if sleutel else ""


def _gemeenten(tuin: Tuin) -> list[str]:
    codes = tuin.gemeenten.filter(in_force(localdate())).values_list("gemeente", flat=True)
    gevonden = [gebieden.gemeente(code) for code in codes]
    return sorted(gemeente.naam for gemeente in gevonden if gemeente)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tuin_nieuw(request: HttpRequest) -> HttpResponse:
    """A new garden, begun by a gemeente or region of one's own (R245)."""
    vandaag = localdate()
    regios = queries.own_regios(request.user, op=vandaag)
    ik = who(request)
    form = TuinVorm(request.POST or None, regios=regios, on=vandaag)
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        gemeente = gebieden.gemeente(velden["gemeente"])
        gemaakt: list[Tuin] = []
        if try_save(
            form,
            lambda: gemaakt.append(
                acts.open_tuin(regio=gemeente.regio, by=ik, on=vandaag, **velden)
            ),
        ):
            trace_tuin(request, gemaakt[0], "tuin beginnen")
            return done(request, gemaakt[0].get_absolute_url())
    return show_form(
        request,
        form,
        titel=_("Een toekomsttuin beginnen"),
        terug=(reverse("tuinen"), _("Toekomsttuinen")),
    )


@require_GET
@transaction.atomic
def tuin(request: HttpRequest, pk: int) -> HttpResponse:
    """One garden: how far it is, what warns, who works there, and where to go."""
    gevonden, vandaag = read_tuin(request, pk), localdate()
    trace_tuin(request, gevonden, "tuin bekijken")
    gereed = read_gereed(gevonden, op=vandaag)
    return render(
        request,
        "toekomsttuin/tuin.html",
        {
            "tuin": gevonden,
            "regio": gebieden.regio(gevonden.regio),
            "veiligheidsregio": VEILIGHEIDSREGIOS.get(gevonden.veiligheidsregio, ""),
            "fase": _fase(gevonden),
            "fasen": _phases(gevonden),
            "gemeenten": _gemeenten(gevonden),
            "gereed": gereed,
            "leden": queries.leden_on(gevonden, op=vandaag),
            "teams": _teams(gevonden),
            "is_lid": queries.is_member(request.user, gevonden, op=vandaag),
            "mag_beheren": queries.may_manage(request.user, gevonden, op=vandaag),
        },
    )


def _phases(gevonden: Tuin) -> list[dict[str, Any]]:
    """The four phases as a row, with the first day of each that was."""
    rijen = list(gevonden.fasen.all())
    hier = _fase(gevonden)[0]
    volgorde = [fase.value for fase in Fase]
    return [
        {
            "naam": fase.label,
            "sinds": next((rij.vanaf for rij in rijen if rij.fase == fase), None),
            "hier": fase == hier,
            "gedaan": hier and volgorde.index(fase) < volgorde.index(hier),
        }
        for fase in Fase
    ]


def _teams(gevonden: Tuin) -> list[Teamkwaliteit]:
    """What is known last of the lokale teams of the garden's gemeenten (R248)."""
    codes = gevonden.gemeenten.filter(in_force(localdate())).values_list("gemeente", flat=True)
    rijen = Teamkwaliteit.objects.filter(team__gemeente__in=list(codes)).select_related("team")
    return list({rij.team_id: rij for rij in rijen}.values())
