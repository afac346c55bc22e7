"""What people call the parts of the figures over the aanmeldroutes."""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext as _

from paraplu.aanmelden.models import Afwijzing, Bespreking
from paraplu.afspraken.routes import geldend, routes, versies


@cache
def _staps() -> dict[str, tuple[str, str]]:
    """Number and name of every step of every route; of a step in both, as in the first."""
    gevonden: dict[str, tuple[str, str]] = {}
    for sleutel in routes():
        for stap in geldend(sleutel, op=versies(sleutel)[-1]).stappen.values():
            gevonden.setdefault(stap.sleutel, (stap.nummer, stap.naam))
    return gevonden


@cache
def _einden() -> dict[str, str]:
    return {
        naam: tekst
        for sleutel in routes()
        for naam, tekst in geldend(sleutel, op=versies(sleutel)[-1]).einden.items()
    }


def naam_van(meting: str, deel: str) -> str:
    """What people call a part of a measure; its key when nobody named it."""
    if meting in {"stappen", "zijwegen"}:
        nummer, naam = _staps().get(deel, ("", deel))
        return f"{nummer} {naam}".strip()
    if meting == "afloop":
        return _einden().get(deel, deel)
    if meting == "bemiddeling":
        return {"spoed": _("Met spoed"), "gewoon": _("Zonder spoed")}.get(deel, deel)
    keuzes = {"afwijzing": Afwijzing.Reden, "knelpunt": Bespreking.Knelpunt}.get(meting)
    return str(dict(keuzes.choices).get(deel, deel)) if keuzes else deel


def namen(meting: str, deel: str) -> tuple[int, str]:
    """Place and name of a part: in the order of the route, else by name."""
    plek = {sleutel: nummer for nummer, sleutel in enumerate(_staps())}
    return plek.get(deel, 0), naam_van(meting, deel)
