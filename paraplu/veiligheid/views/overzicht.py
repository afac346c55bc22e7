"""Which families lack a plan or a regisseur, and what the page of a family says of it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.casussen.models import Gezin
from paraplu.casussen.panelen import Gezinspaneel
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries

PER_BLADZIJDE = 50


@require_GET
@transaction.atomic
def zonder_plan(request: HttpRequest) -> HttpResponse:
    """Families that need a plan and a regisseur and lack one of them (R10): numbers, no names."""
    rijen = queries.zonder_plan_for(request.user, op=localdate())
    bladzijden = Paginator(rijen, PER_BLADZIJDE)
    write_spoor(
        gebruiker=request.user,
        handeling="gezinnen zonder veiligheidsplan bekijken",
        doel="een gezin, een plan, een regisseur",
    )
    return render(
        request,
        "veiligheid/zonder_plan.html",
        {
            "bladzijde": bladzijden.get_page(request.GET.get("bladzijde")),
            "aantal": bladzijden.count,
        },
    )


def show_paneel(request: HttpRequest, gezin: Gezin) -> dict[str, Any] | None:
    """The plan of the family: which version holds, or that it lacks; and how many families do."""
    if not mag(request.user, "veiligheidsplan"):
        return None
    vandaag = localdate()
    plan = queries.plan_of(gezin, vandaag)
    zonder = queries.zonder_plan_for(request.user, op=vandaag)
    return {
        "versie": plan and queries.versie_of(plan, vandaag),
        "mist": zonder.filter(pk=gezin.pk).first(),
        "aantal": zonder.count() if mag(request.user, "zonder_plan") else 0,
        "mag": queries.may_write(request.user, gezin, op=vandaag),
    }


PANEEL = Gezinspaneel(template="veiligheid/gezinspaneel.html", context=show_paneel)
