"""Step 6: the team leader is told, calls the regional contact person, and together they decide."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from paraplu.casussen import queries as werk
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import CasusStap
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import carry_out, choose

from ..actions import vervolg
from ..forms.expertteam import LevererForm
from ..forms.opschalen import BestuurlijkForm, OpschalingForm
from ..models import Opschaling
from .reactie import trace


def show(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The report of the jeugdbeschermer, what was decided, and the acts."""
    op = localdate()
    opschaling = stap.opschalingen.select_related("gemeld_door", "besloten_door").last()
    initial = (
        {
            naam: getattr(opschaling, naam)
            for naam in ("rcp_gebeld_op", "gesproken_op", "reden", "toelichting", "besluit")
        }
        if opschaling
        else {}
    )
    return {
        "opschaling": opschaling,
        "opschaling_form": OpschalingForm(prefix="opschaling", op=op, initial=initial),
        "leverer_form": LevererForm(prefix="leverer", op=op),
        "bestuurlijk_form": BestuurlijkForm(prefix="bestuurlijk"),
    }


def _opschaling(stap: CasusStap) -> Opschaling:
    gevonden = stap.opschalingen.last()
    if gevonden is None:
        raise CasusFout(_("De jeugdbeschermer heeft nog niets gemeld."))
    return gevonden


def write(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """The talk with its reason and decision; without an earlier report this is the report too."""

    def doe(velden: dict[str, Any]) -> None:
        opschaling = stap.opschalingen.last() or vervolg.report_to_teamleider(
            stap=stap, by=who(request), on=localdate()
        )
        vervolg.write_opschaling(opschaling=opschaling, by=who(request), on=localdate(), **velden)

    return carry_out(
        request,
        stap,
        naam="opschaling_form",
        form=OpschalingForm(request.POST, prefix="opschaling", op=localdate()),
        doe=doe,
        gelukt=_("Vastgelegd. Kies hieronder welke stap nu helpt."),
    )


def found(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """Help was found: who gives it, and the papers go there."""
    return carry_out(
        request,
        stap,
        naam="leverer_form",
        form=LevererForm(request.POST, prefix="leverer", op=localdate()),
        doe=lambda velden: vervolg.found_aanbieder(
            stap=stap,
            aanbieder=velden["aanbieder"],
            uitkomst="hulp_gevonden",
            by=who(request),
            on=localdate(),
        ),
        gelukt=_("Er is hulp gevonden. De stukken gaan naar deze aanbieder."),
    )


def escalate(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    """The board decides; team leader and regional contact person may both take this way (P46)."""
    rollen = werk.rollen_for_stap(request.user, stap, op=localdate())
    return carry_out(
        request,
        stap,
        naam="bestuurlijk_form",
        form=BestuurlijkForm(request.POST, prefix="bestuurlijk"),
        doe=lambda velden: vervolg.escalate_bestuurlijk(
            opschaling=_opschaling(stap),
            waarom=velden["waarom"],
            rol=min(rollen),
            by=who(request),
            on=localdate(),
        ),
        gelukt=_("De zaak is bestuurlijk geëscaleerd."),
    )


OPSCHALEN = StapVorm(
    template="aanmelden/opschalen.html",
    context=show,
    handle=choose({"bespreek": write, "hulp_gevonden": found, "escaleer": escalate}),
)


@require_POST
@transaction.atomic
def opschaling_melden(request: HttpRequest, pk: int) -> HttpResponse:
    """The jeugdbeschermer tells the team leader; from that day the week runs (R116)."""
    stap = get_object_or_404(
        werk.stappen_for(request.user, op=localdate()).select_related("casus__gezin"),
        pk=pk,
        sleutel="opschalen",
    )
    rollen = werk.rollen_in(request.user, stap.casus, op=localdate())
    if not stap.is_open or not rollen & {"jeugdbeschermer", "teamleider"}:
        messages.warning(request, _("Deze stap is niet (meer) open. Er is niets gewijzigd."))
        return redirect(stap.casus)
    trace(request, stap.casus, "opschaling melden")
    vervolg.report_to_teamleider(stap=stap, by=who(request), on=localdate())
    messages.success(request, _("De teamleider is op de hoogte. De termijn van een week loopt."))
    return redirect(stap.casus)
