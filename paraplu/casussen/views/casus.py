"""The page of one case: where it is on its route, what was done, what is open."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.afspraken.routes.plattegrond import fasen_of
from paraplu.afspraken.routes.tekening import teken
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries
from ..doorlooptijden import list_doorlooptijden
from ..models import Casus, CasusStap
from ..panelen import panelen_of
from ..werklijst import Werkregel, own_stappen

DOEL = "behandelen van een casus"


@require_GET
@transaction.atomic
def casus(request: HttpRequest, pk: int) -> HttpResponse:
    """One case, as far as this user may see it."""
    vandaag = localdate()
    gevonden = get_object_or_404(
        queries.casussen_for(request.user).select_related(
            "gezin",
            "kind",
            "houder__organisatie",
            "gi",
            "lokaal_team",
            "gemeente",
            "aanbieder",
            "mede_eigenaar",
        ),
        pk=pk,
    )
    geheel = queries.sees_gezin(request.user, gevonden, op=vandaag)
    zichtbaar = queries.stappen_for(request.user, op=vandaag).filter(casus=gevonden)
    stappen = list(
        zichtbaar.select_related("organisatie", "behandelaar", "afgerond_door")
        .prefetch_related("opschortingen")
        .order_by("id")
    )
    for stap in stappen:
        stap.casus = gevonden
    write_spoor(
        gebruiker=request.user,
        handeling="casus bekijken",
        voorwerp=gevonden.nummer,
        doel=queries.purpose_in(request.user, gevonden) or DOEL,
        gezin=gevonden.spoor_gezin,
        namens=str(queries.acting_as(request.user, gevonden, op=vandaag) or ""),
    )
    return render(
        request,
        "casussen/casus.html",
        {
            "casus": gevonden,
            "route": gevonden.route,
            "geheel": geheel,
            "met_naam": queries.sees_persoonsgegevens(request.user, gevonden, op=vandaag),
            "mag_gezin": mag(request.user, "gezin"),
            "mag_overdragen": gevonden.is_open
            and mag(request.user, "overdragen")
            and gevonden.houder.organisatie.medewerkers.filter(gebruiker=request.user).exists(),
            "nood": queries.has_noodtoegang(request.user, gevonden),
            "open": [Werkregel(stap, vandaag) for stap in stappen if stap.is_open],
            "gedaan": [stap for stap in stappen if not stap.is_open],
            "mag_doen": set(
                own_stappen(request.user, op=vandaag)
                .filter(casus=gevonden)
                .values_list("pk", flat=True)
            ),
            "lopen": _lopen(gevonden, stappen, vandaag) if geheel else (),
            "fasen": _fasen(gevonden, stappen),
            "tekening": _tekening(gevonden, stappen) if geheel else "",
            "afloop": gevonden.route.einden.get(gevonden.afloop, ""),
            "panelen": panelen_of(request, gevonden),
        },
    )


def _lopen(gevonden: Casus, stappen: list[CasusStap], vandaag: Any) -> list[dict[str, Any]]:
    return [
        {
            "loop": loop,
            "stand": loop.stand(vandaag),
            "waarschuwt": loop.waarschuwt(vandaag),
            "tijd": "" if loop.gehaald_op else loop.termijn.resterend(vandaag).zin,
        }
        for loop in list_doorlooptijden(gevonden, stappen)
    ]


def _fasen(gevonden: Casus, stappen: list[CasusStap]) -> list[dict[str, Any]]:
    """The phases of the route as a row: what is done, where we are, what may come."""
    hier = {stap.afspraak.fase for stap in stappen if stap.is_open}
    gedaan = {stap.afspraak.fase for stap in stappen if not stap.is_open} - hier
    return [
        {"nummer": fase, "naam": naam, "hier": fase in hier, "gedaan": fase in gedaan}
        for fase, naam in fasen_of(gevonden.route).items()
    ]


def _tekening(gevonden: Casus, stappen: list[CasusStap]) -> str:
    hier = frozenset(stap.sleutel for stap in stappen if stap.is_open)
    gedaan = frozenset(stap.sleutel for stap in stappen if not stap.is_open)
    # Our own drawing: its texts come from the route's data, never from a user.
    return mark_safe(teken(gevonden.route, hier, gedaan))  # noqa: S308
