"""What people call the parts of the figures over the end of measures."""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext as _

from paraplu.afspraken.einde import VOOGDEN, redenen_einde
from paraplu.afspraken.routes import geldend, versies
from paraplu.casussen.einde import ROUTE

from ..models import Opvolging, Voogdvraag


@cache
def _redenen() -> dict[str, str]:
    return {
        f"{r.sleutel}:{r.voogd}": f"{r.naam}: {VOOGDEN[r.voogd].lower()}" if r.voogd else r.naam
        for r in redenen_einde()
    }


@cache
def _antwoorden() -> dict[str, str]:
    route = geldend(ROUTE, op=versies(ROUTE)[-1])
    return {u.sleutel: u.naam for u in route.uitkomsten("beschikbaar").values()}


def _names(meting: str) -> dict[str, str]:
    """The parts of a measure in the order in which they are shown, with their names."""
    if meting == "einde":
        return _redenen()
    if meting == "beschikbaar":
        return {**_antwoorden(), "open": _("Nog geen antwoord")}
    if meting == "duur_ots":
        return {
            "snel": _("Hulp begon binnen drie maanden na de vraag"),
            "later": _("Hulp begon later"),
            "geen_hulp_gevraagd": _("Hier is geen hulp aangevraagd"),
        }
    keuzes = {"hulp": Opvolging.Hulp, "voogdvragen": Voogdvraag.Resultaat}.get(meting)
    return {sleutel: str(naam) for sleutel, naam in keuzes.choices} if keuzes else {}


def namen(meting: str, deel: str) -> tuple[int, str]:
    """Place and name of a part; its key when nobody named it."""
    bekend = _names(meting)
    return (list(bekend).index(deel), bekend[deel]) if deel in bekend else (len(bekend), deel)
