"""Play the other parties of demo Gelderland: one function per step key, through the real actions.

Only for cases whose holder and whose other parties are all of the demo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker

from . import partijen, post, vervolgzetten, zetten
from .beurt import Beurt, NietTeSpelen

#: Of the other routes the demo has cases, but no turns: their forms ask what only people can say.
AANMELDROUTE: Final = "aanmeldroute-"
#: Step of the routes → how the demo does it.
SPEL: Final[Mapping[str, Callable[[Beurt], None]]] = {
    "contact_lokaal_team": zetten.play_contact_lokaal_team,
    "contact_aanbieder": zetten.play_contact_aanbieder,
    "verbinden": zetten.play_verbinden,
    "bepaling": zetten.play_bepaling,
    "goedkeuring": zetten.play_goedkeuring,
    "versturen_lokaal_team": zetten.play_versturen,
    "versturen_aanbieder": zetten.play_versturen,
    "toewijzen": zetten.play_toewijzen,
    "reactie_aanbieder": zetten.play_reactie_aanbieder,
    "verzoek_toewijzing": zetten.play_verzoek_toewijzing,
    "start_hulp": zetten.play_start_hulp,
    "keuze_vervolg": vervolgzetten.play_keuze_vervolg,
    "netwerk": vervolgzetten.play_netwerk,
    "expertteam": vervolgzetten.play_expertteam,
    "opschalen": vervolgzetten.play_opschalen,
}


@dataclass(frozen=True)
class Zet:
    """Something a party of the demo can do now: close this step with this outcome."""

    stap: CasusStap
    uitkomst: str
    naam: str
    rol: str
    by: Medewerker


def list_zetten(stap: CasusStap, *, nu: datetime) -> list[Zet]:
    """What the parties of the demo can do with an open step, in the order of the route."""
    uitkomsten = stap.casus.route.stap(stap.sleutel).uitkomsten
    gevonden = (find_zet(stap, sleutel, nu=nu) for sleutel in uitkomsten)
    return [zet for zet in gevonden if zet]


def find_zet(stap: CasusStap, uitkomst: str, *, nu: datetime) -> Zet | None:
    """The turn that closes an open step with this outcome; None when nobody of the demo can."""
    casus = stap.casus
    bekend = casus.route.uitkomsten(stap.sleutel)
    if stap.sleutel not in SPEL or not casus.route_sleutel.startswith(AANMELDROUTE):
        return None
    if not stap.is_open or uitkomst not in bekend or not partijen.is_demo_casus(casus):
        return None
    rol = partijen.rol_for(stap, uitkomst)
    by = partijen.player(casus, rol, on=localdate(nu))
    return Zet(stap, uitkomst, bekend[uitkomst].naam, rol, by) if by else None


@transaction.atomic
def play(*, stap: CasusStap, uitkomst: str, nu: datetime) -> Casus:
    """Do this step as the party of the demo would, and let the post bring what it sent.

    Raises NietTeSpelen when the case or its party is not of the demo, or lacks what is needed, and
    the CasusFout of the action, such as StapAlreadyClosed.
    """
    # Read anew: what an earlier turn did to the case has to be known here.
    stap = CasusStap.objects.select_related("casus__houder__gebruiker", "casus__gi").get(pk=stap.pk)
    zet = find_zet(stap, uitkomst, nu=nu)
    if zet is None:
        raise NietTeSpelen("Deze stap kan de demo nu niet voor een ander doen.")
    SPEL[stap.sleutel](Beurt(stap=stap, uitkomst=uitkomst, rol=zet.rol, by=zet.by, nu=nu))
    post.deliver(nu=nu, casus=stap.casus)
    return Casus.objects.get(pk=stap.casus_id)
