"""Figures in words: the names of their parts, and a sentence for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.utils.translation import gettext as _

from paraplu.aanmelden.models import Afwijzing, Bespreking
from paraplu.afspraken.routes import geldend, routes, versies
from paraplu.web.getallen import cijfers

from .cijfers import Cijfer, Verborgen
from .metingen import Meting


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


def sort_delen(meting: str, delen: list[str]) -> list[str]:
    """Parts in the order of the route, else by name."""
    plek = {sleutel: nummer for nummer, sleutel in enumerate(_staps())}
    return sorted(delen, key=lambda deel: (plek.get(deel, 0), naam_van(meting, deel)))


def zin(meting: Meting, cijfer: Cijfer | Verborgen) -> str:
    """A figure as a sentence."""
    if isinstance(cijfer, Verborgen):
        return _("Verborgen: %(reden)s.") % {"reden": cijfer.reden}
    if not cijfer.aantal:
        return _("In deze periode zijn er geen.")
    return "; ".join(_delen_van(meting, cijfer)) + "."


def _delen_van(meting: Meting, cijfer: Cijfer) -> Iterator[str]:
    yield f"{cijfers(cijfer.aantal)} {meting.telt}"
    if meting.ja and cijfer.aandeel is not None:
        yield f"{cijfers(cijfer.aandeel * 100)} % {meting.ja}"
    if meting.eenheid and cijfer.mediaan is not None and cijfer.p90 is not None:
        yield _(
            "de helft hoogstens %(mediaan)s %(eenheid)s, negen van de tien hoogstens %(p90)s"
        ) % {
            "mediaan": show_getal(cijfer.mediaan),
            "eenheid": meting.eenheid,
            "p90": cijfer.p90,
        }


def show_getal(waarde: float) -> str:
    """
    >>> show_getal(4.0), show_getal(4.5)
    ('4', '4,5')
    """
    return cijfers(waarde, 0 if waarde == int(waarde) else 1)
