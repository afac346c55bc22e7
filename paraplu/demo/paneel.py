"""On the page of a case of the demo: what the other parties can do now, each with a button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate, now

from paraplu.casussen.models import Casus, CasusStap
from paraplu.casussen.queries import rollen_for_stap
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


def turns_of_others(gebruiker: Gebruiker, casus: Casus) -> list[Aanbod]:
    """What can be played now in a case: only what is not in a role that this user has there."""
    with beyond_wall():
        if not may_play(gebruiker, casus):
            return []
        open_ = (
            casus.stappen.filter(afgerond_op=None)
            .select_related("casus__houder__gebruiker", "casus__gi", "organisatie")
            .order_by("id")
        )
        alle = [Aanbod(stap, _of_others(gebruiker, stap)) for stap in open_]
    return [een for een in alle if een.zetten]


def _of_others(gebruiker: Gebruiker, stap: CasusStap) -> list[Zet]:
    eigen = rollen_for_stap(gebruiker, stap, op=localdate())
    return [zet for zet in list_zetten(stap, nu=now()) if zet.rol not in eigen]


def show_tegenspel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """What the panel shows; None where there is nothing to play."""
    aanbod = turns_of_others(request.user, casus)
    return {"casus": casus, "aanbod": aanbod} if aanbod else None
