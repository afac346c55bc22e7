"""The list of work: of one person, and of a team or organisation."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries, werklijst
from ..panelen import list_wachtend

DOEL = "eigen werk doen"


@require_GET
@transaction.atomic
def mijn_werk(request: HttpRequest) -> HttpResponse:
    """What I have to do, the most urgent first, and whom I wait for."""
    vandaag = localdate()
    regels = werklijst.list_regels(werklijst.own_stappen(request.user, op=vandaag), op=vandaag)
    wacht = werklijst.list_regels(
        werklijst.waiting_for_others(request.user, op=vandaag), op=vandaag
    )
    write_spoor(gebruiker=request.user, handeling="werklijst bekijken", doel=DOEL)
    return render(
        request,
        "casussen/mijn_werk.html",
        {
            "vandaag": vandaag,
            "groepen": werklijst.group_regels(regels),
            "dringend": sum(regel.groep in {"te_laat", "vandaag"} for regel in regels),
            "aantal": len(regels),
            "wacht": wacht,
            "ook": list_wachtend(request.user, vandaag),
            "dubbel": queries.dubbelmeldingen_for(request.user, op=vandaag)
            if mag(request.user, "dubbel")
            else (),
            "overdrachten": queries.overdrachten_for(request.user, op=vandaag),
            "mag_nood": mag(request.user, "noodtoegang"),
            "mag_nazien": mag(request.user, "noodtoegangen"),
        },
    )


@require_GET
@transaction.atomic
def team_werk(request: HttpRequest) -> HttpResponse:
    """What my organisation has to do, who does it, and what nobody looks after now."""
    vandaag = localdate()
    stappen = werklijst.team_stappen(request.user, op=vandaag)
    regels = werklijst.list_regels(stappen, op=vandaag)
    write_spoor(gebruiker=request.user, handeling="werklijst van team bekijken", doel=DOEL)
    return render(
        request,
        "casussen/team_werk.html",
        {
            "vandaag": vandaag,
            "groepen": werklijst.group_regels(regels),
            "onbeheerd": werklijst.list_regels(
                werklijst.unattended(stappen, op=vandaag), op=vandaag
            ),
            "aantal": len(regels),
            "wachtenden": queries.waiting_for_jeugdbeschermer(request.user, op=vandaag)
            if mag(request.user, "vaste_mensen")
            else (),
        },
    )
