"""What the page of a case shows: of an escalation all of it, of another case the way in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate

from paraplu.casussen import queries as werk
from paraplu.casussen.models import Casus
from paraplu.casussen.panelen import Paneel
from paraplu.web.rechten import mag

from .. import queries
from ..actions.beginnen import BESTUURLIJK, ROUTE
from ..models import Deelnemer, Escalatie
from ..models.escalatie import LEIDINGGEVENDEN


def show_escalatie(_request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """Situation, who takes part, who is on the move with which assignment, what each talk gave."""
    escalatie = (
        Escalatie.objects.filter(casus=casus)
        .select_related("wederpartij", "ingang_door", "uit_casus")
        .first()
    )
    if escalatie is None:
        return None
    escalatie.casus = casus
    deelnemers = queries.list_deelnemers(escalatie)
    return {
        "escalatie": escalatie,
        "aan_zet": queries.list_aan_zet(escalatie),
        "deelnemers": deelnemers,
        "leidinggevenden": [
            d
            for d in deelnemers
            if d.niveau == LEIDINGGEVENDEN and d.rol == Deelnemer.Rol.LEIDINGGEVENDE
        ],
        "overleggen": escalatie.overleggen.all(),
        "verslag": escalatie.verslagen.last(),
    }


def show_begin(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """On another case: begin an escalation, or take up what went to the board (P46, R117)."""
    if casus.route_sleutel == ROUTE:
        return None
    vandaag = localdate()
    kent_gezin = werk.sees_persoonsgegevens(request.user, casus, op=vandaag)
    bestuurlijk = (
        casus.afloop == BESTUURLIJK
        and mag(request.user, "escalatie_bestuurlijk")
        and queries.bestuurlijk_for(request.user, op=vandaag).filter(pk=casus.pk).exists()
    )
    begin = casus.is_open and kent_gezin and mag(request.user, "escalatie_uit_casus")
    if not (bestuurlijk or begin):
        return None
    return {"casus": casus, "bestuurlijk": bestuurlijk, "begin": begin}


ESCALATIE = Paneel(template="escalatie/paneel.html", context=show_escalatie)
BEGINNEN = Paneel(template="escalatie/begin_paneel.html", context=show_begin)
