"""What the cap of each provider leaves at the end of the year, with an interval (R200, R201, P4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from paraplu.inzage.cijfers import Cijfers
from paraplu.monitor.periode import Periode
from paraplu.monitor.prognose import (
    Ruimte,
    TeWeinigGegevens,
    Uitkomstpaar,
    predict_ruimte,
    toets_ruimte,
)
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde

#: So many earlier years say how far the expectation was off.
JAREN = 2


@dataclass(frozen=True)
class Aanbiederruimte:
    """One provider: the cap, what R201 says of it, and the forecast; None with `waarom_niet`."""

    sleutel: str
    naam: str
    plafond: Waarde
    ruimte_nu: Waarde
    prognose: Ruimte | None
    waarom_niet: str = ""


@dataclass(frozen=True)
class Ruimteblad:
    """All providers with a cap in `jaar`, and how the method did on the pairs of earlier years."""

    jaar: int
    aanbieders: tuple[Aanbiederruimte, ...]
    paren: int
    getoetst: int
    binnen_80: int
    binnen_95: int


def make_ruimteblad(
    cijfers: Cijfers,
    *,
    jaar: int,
    bereik: tuple[int, int],
    toen: Callable[[int], Cijfers] | None = None,
) -> Ruimteblad:
    """The room of every provider in `jaar`.

    `toen` gives the figures as known on the same day of an earlier year, so that allocations that
    were still to come then are in the error; None: as known now, for a year that is over.
    """
    paren = _list_paren(cijfers, jaar=jaar, bereik=bereik, toen=toen)
    periode = Periode.jaar(jaar)
    aanbieders = tuple(
        _predict(rij.sleutel, rij.naam, rij.waarden, paren)
        for rij in cijfers.rijen("V6c", periode, per="aanbieder")
        if rij.waarden.get("plafond") is not None
    )
    getoetst, binnen_80, binnen_95 = toets_ruimte(paren)
    return Ruimteblad(jaar, aanbieders, len(paren), getoetst, binnen_80, binnen_95)


def same_day(dag: date, jaar: int) -> date:
    """This day in another year; 28 February for the day that it does not have."""
    try:
        return dag.replace(year=jaar)
    except ValueError:
        return dag.replace(year=jaar, day=28)


def _list_paren(
    cijfers: Cijfers,
    *,
    jaar: int,
    bereik: tuple[int, int],
    toen: Callable[[int], Cijfers] | None,
) -> list[Uitkomstpaar]:
    """What was expected of each provider in earlier years, with what came; only figures shown."""
    paren = []
    for eerder in range(max(bereik[0] + 1, jaar - JAREN), jaar):
        bron = toen(eerder) if toen else cijfers
        verwacht = {
            rij.sleutel: rij.waarden.get("verwacht")
            for rij in bron.rijen("V6c", Periode.jaar(eerder), per="aanbieder")
        }
        # V6b of a year is about the year before it.
        for rij in cijfers.rijen("V6b", Periode.jaar(eerder + 1), per="aanbieder"):
            paar = (verwacht.get(rij.sleutel), rij.waarden.get("gedeclareerd"))
            if all(_is_shown(waarde) for waarde in paar):
                paren.append(Uitkomstpaar(*(float(waarde) for waarde in paar)))  # type: ignore[arg-type]
    return paren


def _predict(
    sleutel: str, naam: str, waarden: dict[str, Waarde], paren: list[Uitkomstpaar]
) -> Aanbiederruimte:
    plafond, verwacht, ruimte = (waarden.get(w) for w in ("plafond", "verwacht", "ruimte"))
    basis = (sleutel, naam, plafond, ruimte)
    if isinstance(plafond, Verborgen) or isinstance(verwacht, Verborgen):
        return Aanbiederruimte(*basis, None, _("verborgen"))
    if plafond is None or verwacht is None:
        return Aanbiederruimte(*basis, None, _("onbekend: vorig jaar is niets toegewezen"))
    try:
        prognose = predict_ruimte(
            plafond=float(plafond), verwachte_declaraties=float(verwacht), paren=paren
        )
    except TeWeinigGegevens:
        return Aanbiederruimte(*basis, None, _("onbekend: te weinig eerdere jaren"))
    return Aanbiederruimte(*basis, prognose)


def _is_shown(waarde: Waarde) -> bool:
    return isinstance(waarde, int | float | Decimal)
