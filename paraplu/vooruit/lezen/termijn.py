"""Running and ended steps under another term: how many are, or were, late (R208)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from paraplu.afspraken.routes import geldend, routes
from paraplu.casussen.termijnen import termijn_of
from paraplu.termijnen import lees_termijn

if TYPE_CHECKING:
    from paraplu.casussen.models import CasusStap
    from paraplu.termijnen import Duur, Termijn

VERVALLEN = "vervallen"
#: What counts as late: done too late, or passed without being done.
LAAT = frozenset({"te laat", "verlopen"})


@dataclass
class Stapregel:
    """One step of one route: how many run and ended, and how many of them late under both terms."""

    route: str
    stap: str
    lopend: int = 0
    lopend_laat_nu: int = 0
    lopend_laat_voorstel: int = 0
    klaar: int = 0
    klaar_laat_nu: int = 0
    klaar_laat_voorstel: int = 0


@dataclass
class Telling:
    """Per route and step; `stilstaand` have no last day now, since their term stands still."""

    regels: list[Stapregel] = field(default_factory=list)
    stilstaand: int = 0

    @property
    def aantal(self) -> int:
        """How many steps were looked at."""
        return sum(regel.lopend + regel.klaar for regel in self.regels) + self.stilstaand


def list_termijnen(*, op: date) -> list[str]:
    """Every term that a step of a route in force has, the shortest first."""
    gevonden = {
        str(stap.termijn)
        for sleutel in routes()
        for stap in geldend(sleutel, op=op).stappen.values()
        if stap.termijn
    }
    return sorted(gevonden, key=_days)


def count_late(stappen: QuerySet[CasusStap], van: str, naar: str, *, op: date) -> Telling:
    """Every step among `stappen` that has the term `van`, weighed on `op` as if it had `naar`."""
    gekozen = (
        stappen.filter(termijn=van, anker__isnull=False)
        .exclude(uitkomst=VERVALLEN)
        .select_related("casus")
        .prefetch_related("opschortingen")
    )
    return weigh_stappen(gekozen, lees_termijn(naar), op=op)


def weigh_stappen(stappen: Iterable[CasusStap], naar: Duur, *, op: date) -> Telling:
    """The same, of steps that were read already."""
    telling = Telling()
    per_stap: dict[tuple[str, str], Stapregel] = {}
    for stap in stappen:
        nu = termijn_of(stap, stap.opschortingen.all())
        if nu is None or nu.loopt_af_op is None:
            telling.stilstaand += 1
            continue
        sleutel = (stap.casus.route.naam, stap.afspraak.naam)
        regel = per_stap.setdefault(sleutel, Stapregel(*sleutel))
        _add(regel, stap, nu, replace(nu, duur=naar), op)
    telling.regels = [per_stap[sleutel] for sleutel in sorted(per_stap)]
    return telling


def _add(regel: Stapregel, stap: CasusStap, nu: Termijn, voorstel: Termijn, op: date) -> None:
    laat_nu, laat_voorstel = (
        termijn.stand(op=op, gedaan_op=stap.afgerond_op) in LAAT for termijn in (nu, voorstel)
    )
    if stap.is_open:
        regel.lopend += 1
        regel.lopend_laat_nu += laat_nu
        regel.lopend_laat_voorstel += laat_voorstel
    else:
        regel.klaar += 1
        regel.klaar_laat_nu += laat_nu
        regel.klaar_laat_voorstel += laat_voorstel


def _days(termijn: str) -> tuple[float, str]:
    duur = lees_termijn(termijn)
    maal = {"werkdagen": 1.4, "dagen": 1.0, "weken": 7.0, "maanden": 30.4}
    return duur.aantal * maal[duur.eenheid], termijn
