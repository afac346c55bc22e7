"""On the page of a case of the demo: what the other parties can do now, each with a button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate, now

from paraplu.casussen.models import Casus, CasusStap
from paraplu.casussen.queries import stappen_to_do
from paraplu.web.models import Gebruiker
from paraplu.web.wand.verzoek import beyond_wall

from .werk.partijen import is_demo_casus
from .werk.tegenspel import Zet, list_zetten


@dataclass(frozen=True)
class Aanbod:
    """An open step of somebody else, with what can be played."""

    stap: CasusStap
    zetten: list[Zet]


def may_play(gebruiker: Gebruiker, casus: Casus) -> bool:
    """Only who is of the demo, in a case of the demo, while it is open."""
    return gebruiker.is_demo and casus.is_open and is_demo_casus(casus)


def steps_of_others(gebruiker: Gebruiker, casus: Casus) -> list[CasusStap]:
    """The open steps of this case that are not this user's own."""
    eigen = set(
        stappen_to_do(gebruiker, op=localdate()).filter(casus=casus).values_list("pk", flat=True)
    )
    with beyond_wall():
        return list(
            casus.stappen.filter(afgerond_op=None)
            .exclude(pk__in=eigen)
            .select_related("casus__houder__gebruiker", "casus__gi", "organisatie")
            .order_by("id")
        )


def show_tegenspel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """What the panel shows; None where there is nothing to play."""
    if not request.user.is_authenticated or not request.user.is_demo:
        return None
    anderen = steps_of_others(request.user, casus)
    with beyond_wall():
        if not may_play(request.user, casus):
            return None
        aanbod = [Aanbod(stap, list_zetten(stap, nu=now())) for stap in anderen]
    aanbod = [een for een in aanbod if een.zetten]
    return {"casus": casus, "aanbod": aanbod} if aanbod else None
