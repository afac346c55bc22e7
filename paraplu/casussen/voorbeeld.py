"""What a new version of a route would do to the cases that run now, before anybody decides it.

A case keeps the version it began with. It can move to another one when everything it has done and
has open is there too, with the same people; `list_bezwaren` says what stands in the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from paraplu.afspraken.routes import OPENING, OnbekendeOptie, Route, Stap
from paraplu.termijnen import bereken, kalender
from paraplu.web.wand.verzoek import beyond_wall

from .models import Casus, CasusStap
from .termijnen import stilstand

#: The outcome of a step that another act overtook; no route names it.
VERVALLEN = "vervallen"


@dataclass(frozen=True, kw_only=True)
class Stapvoorbeeld:
    """An open step under the new version. `nieuw` is its last day then, None without a term.

    `erbij` and `weg` are the names of outcomes that one may choose then, or no longer.
    """

    sleutel: str
    naam: str
    bestaat: bool
    oud: date | None
    nieuw: date | None
    erbij: tuple[str, ...]
    weg: tuple[str, ...]

    @property
    def verandert(self) -> bool:
        """Whether who does this step would notice."""
        return not self.bestaat or self.oud != self.nieuw or bool(self.erbij or self.weg)


@dataclass(frozen=True, kw_only=True)
class Casusvoorbeeld:
    """One running case under the new version; `bezwaren` say why it cannot move."""

    casus: int
    regio: str
    versie: date
    stappen: tuple[Stapvoorbeeld, ...]
    bezwaren: tuple[str, ...]

    @property
    def kan_over(self) -> bool:
        """Whether the case can move to the new version."""
        return not self.bezwaren

    @property
    def verandert(self) -> bool:
        """Whether anything in the case would be different."""
        return any(stap.verandert for stap in self.stappen)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How many cases, of one region or of all."""

    regio: str
    casussen: int
    kunnen_over: int
    veranderen: int


@dataclass(frozen=True, kw_only=True)
class Voorbeeld:
    """The preview of a new version: counts first, then the cases."""

    route: Route
    op: date
    casussen: tuple[Casusvoorbeeld, ...]

    @property
    def totaal(self) -> Telling:
        """All running cases together."""
        return _tel("", self.casussen)

    @property
    def per_regio(self) -> list[Telling]:
        """The counts of each region that has running cases."""
        regios = sorted({een.regio for een in self.casussen})
        return [_tel(regio, [c for c in self.casussen if c.regio == regio]) for regio in regios]

    @property
    def per_stap(self) -> list[tuple[str, int, int]]:
        """Per open step: its name, how many cases stand in it, in how many of those it changes."""
        stappen = [stap for een in self.casussen for stap in een.stappen]
        alle = Counter(stap.naam for stap in stappen)
        anders = Counter(stap.naam for stap in stappen if stap.verandert)
        return [(naam, aantal, anders[naam]) for naam, aantal in sorted(alle.items())]

    @property
    def bezwaren(self) -> list[tuple[str, int]]:
        """Why cases cannot move, with how many, the most frequent first."""
        return Counter(zin for een in self.casussen for zin in een.bezwaren).most_common()


def preview(route_nieuw: Route, *, on: date) -> Voorbeeld:
    """What this version would do to every running case on another version of the same route.

    It looks at all cases, whoever asks; who may see which of them, the page decides.
    """
    with beyond_wall():
        lopend = Casus.objects.filter(
            route_sleutel=route_nieuw.sleutel, afgesloten_op=None, besloten=False
        )
        rijen = lopend.exclude(route_versie=route_nieuw.versie).order_by("id")
        casussen = tuple(preview_casus(c, route_nieuw) for c in with_stappen(rijen))
    return Voorbeeld(route=route_nieuw, op=on, casussen=casussen)


def with_stappen(casussen: Iterable[Casus]) -> Iterable[Casus]:
    """These cases with all that a preview needs."""
    return casussen.prefetch_related("stappen__opschortingen", "gebeurtenissen")


def preview_casus(casus: Casus, route_nieuw: Route) -> Casusvoorbeeld:
    """One case under the new version."""
    bezwaren = list_bezwaren(casus, route_nieuw)
    nieuw = _met_opties(casus, route_nieuw) or route_nieuw
    return Casusvoorbeeld(
        casus=casus.pk,
        regio=casus.regio,
        versie=casus.route_versie,
        stappen=tuple(_stap(casus, stap, nieuw) for stap in open_stappen(casus)),
        bezwaren=tuple(dict.fromkeys(bezwaren)),
    )


def open_stappen(casus: Casus) -> list[CasusStap]:
    """The steps that still have to be done."""
    return [stap for stap in casus.stappen.all() if stap.is_open]


def _met_opties(casus: Casus, route_nieuw: Route) -> Route | None:
    try:
        return route_nieuw.met_opties(casus.route_opties.split())
    except OnbekendeOptie:
        return None


def _stap(casus: Casus, stap: CasusStap, nieuw: Route) -> Stapvoorbeeld:
    oude = casus.route.uitkomsten(stap.sleutel)
    bestaat = stap.sleutel in nieuw.stappen
    nieuwe = nieuw.uitkomsten(stap.sleutel) if bestaat else {}
    return Stapvoorbeeld(
        sleutel=stap.sleutel,
        naam=casus.route.stap(stap.sleutel).naam,
        bestaat=bestaat,
        oud=stap.uiterste_datum,
        nieuw=find_uiterste_datum(casus, stap, nieuw.stap(stap.sleutel)) if bestaat else None,
        erbij=tuple(u.naam for sleutel, u in nieuwe.items() if sleutel not in oude),
        weg=tuple(u.naam for sleutel, u in oude.items() if sleutel not in nieuwe),
    )


def find_uiterste_datum(casus: Casus, stap: CasusStap, afspraak: Stap) -> date | None:
    """The last day of an open step under another agreement; None while it would not run."""
    anker = find_anker(casus, stap, afspraak)
    if afspraak.termijn is None or anker is None:
        return None
    termijn = bereken(
        afspraak.termijn,
        anker,
        kalender(afspraak.kalender),
        opschortingen=stilstand(stap.opschortingen.all()),
    )
    return termijn.loopt_af_op


def find_anker(casus: Casus, stap: CasusStap, afspraak: Stap) -> date | None:
    """The day from which the term would run: as it runs now; for a new term the agreed event."""
    if stap.termijn or afspraak.termijn is None:
        return stap.anker
    if afspraak.loopt_vanaf == OPENING:
        return stap.geopend_op
    dagen = [
        gebeurtenis.op
        for gebeurtenis in casus.gebeurtenissen.all()
        if gebeurtenis.soort == afspraak.loopt_vanaf and gebeurtenis.op >= stap.geopend_op
    ]
    return min(dagen, default=None)


def list_bezwaren(casus: Casus, route_nieuw: Route) -> list[str]:
    """Why this case cannot move to the version, in sentences; empty when it can."""
    if not casus.is_open:
        return ["De casus is afgesloten."]
    nieuw = _met_opties(casus, route_nieuw)
    if nieuw is None:
        return ["De nieuwe versie kent een keuze van de regio niet meer."]
    return [*_van_open(casus, nieuw), *_van_gedaan(casus, nieuw)]


def _van_open(casus: Casus, nieuw: Route) -> Iterator[str]:
    for stap in open_stappen(casus):
        oud = casus.route.stap(stap.sleutel)
        if stap.sleutel not in nieuw.stappen:
            yield f"De stap '{oud.naam}' staat open en komt niet meer voor."
            continue
        anders = nieuw.stap(stap.sleutel)
        if (oud.rol, _rollen(casus.route, oud)) != (anders.rol, _rollen(nieuw, anders)):
            yield f"De stap '{oud.naam}' staat open en is dan voor anderen."
        if oud.termijn and anders.termijn and oud.loopt_vanaf != anders.loopt_vanaf:
            yield f"De termijn van '{oud.naam}' loopt al en telt dan vanaf iets anders."


def _rollen(een: Route, stap: Stap) -> set[str]:
    return {rol for uitkomst in stap.uitkomsten for rol in een.rollen(stap.sleutel, uitkomst)}


def _van_gedaan(casus: Casus, nieuw: Route) -> Iterator[str]:
    """What was done stays readable: the new version has to know the step and its outcome."""
    for stap in casus.stappen.all():
        if stap.is_open:
            continue
        naam = casus.route.stap(stap.sleutel).naam
        if stap.sleutel not in nieuw.stappen:
            yield f"De stap '{naam}' is gedaan en komt niet meer voor."
        elif stap.uitkomst != VERVALLEN and stap.uitkomst not in nieuw.uitkomsten(stap.sleutel):
            yield f"De stap '{naam}' is gedaan met een uitkomst die niet meer bestaat."


def _tel(regio: str, casussen: Iterable[Casusvoorbeeld]) -> Telling:
    rijen = list(casussen)
    return Telling(
        regio=regio,
        casussen=len(rijen),
        kunnen_over=sum(een.kan_over for een in rijen),
        veranderen=sum(een.verandert for een in rijen),
    )


def newer_versies(casus: Casus, versies: Iterable[date], *, on: date) -> list[date]:
    """The versions that began after that of the case and are in force on a day."""
    return [versie for versie in versies if casus.route_versie < versie <= on]
