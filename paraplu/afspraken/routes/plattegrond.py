"""Where the boxes and arrows of a route stand in its drawing, and the six phases in a row."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from paraplu.afspraken.routes.model import Route, Stap, Uitkomst

KOLOMMEN: Final = 2

Stand = Literal["gedaan", "hier", "later"]


@dataclass(frozen=True)
class Fase:
    """One phase with its steps; `stand` says whether the case was there, is there, or not yet."""

    nummer: int
    naam: str
    stappen: tuple[Stap, ...]
    stand: Stand


@dataclass(frozen=True)
class Plek:
    """The cell of a step: rows count from the top, columns from the left."""

    rij: int
    kolom: int


@dataclass(frozen=True)
class Pijl:
    """An arrow from a step to one below it or beside it; `hoofd` when it is the wished outcome."""

    van: str
    naar: str
    hoofd: bool


def lijn(
    route: Route, hier: Collection[str] = (), gedaan: Collection[str] = ()
) -> tuple[Fase, ...]:
    """The phases in order. `hier` are the open steps, `gedaan` those that were closed before."""
    return tuple(_fase(route, nummer, hier, gedaan) for nummer in fasen_of(route))


def _fase(route: Route, nummer: int, hier: Collection[str], gedaan: Collection[str]) -> Fase:
    stappen = tuple(stap for stap in route.stappen.values() if stap.fase == nummer)
    stand: Stand = "later"
    if any(stap.sleutel in gedaan for stap in stappen):
        stand = "gedaan"
    if any(stap.sleutel in hier for stap in stappen):
        stand = "hier"
    return Fase(nummer, fasen_of(route)[nummer], stappen, stand)


def fasen_of(route: Route) -> dict[int, str]:
    """The phases that the route has, each with its name: its own, or that of its first step."""
    namen: dict[int, str] = {}
    for stap in route.stappen.values():
        namen.setdefault(stap.fase, route.fasen.get(stap.fase, stap.naam))
    return dict(sorted(namen.items()))


def plekken(route: Route) -> dict[str, Plek]:
    """A cell for every step: parallel steps and a way round stand beside each other."""
    rijen: list[list[str]] = []
    for nummer in fasen_of(route):
        begin = len(rijen)
        for stap in (s for s in route.stappen.values() if s.fase == nummer):
            naast = _rij_ernaast(route, stap, rijen, begin)
            if naast is None:
                rijen.append([stap.sleutel])
            else:
                rijen[naast].append(stap.sleutel)
    return {
        sleutel: Plek(nummer, kolom)
        for nummer, rij in enumerate(rijen)
        for kolom, sleutel in enumerate(rij)
    }


def _rij_ernaast(route: Route, stap: Stap, rijen: list[list[str]], begin: int) -> int | None:
    """The row of this phase in which the step fits, None when it needs its own."""
    for nummer in range(begin, len(rijen)):
        rij = rijen[nummer]
        letter = len(stap.nummer) > 1
        zelfde_soort = letter == (len(route.stap(rij[0]).nummer) > 1)
        omweg = any(een in hoofdweg(stap) for een in rij)
        naast_elkaar = nummer == len(rijen) - 1 and not any(
            stap.sleutel in _volgende(route.stap(een)) for een in rij
        )
        if len(rij) < KOLOMMEN and zelfde_soort and (letter or omweg or naast_elkaar):
            return nummer
    return None


def hoofdweg(stap: Stap) -> tuple[str, ...]:
    """Where the first outcome leads: the wished one."""
    eerste = next(iter(stap.uitkomsten.values()), None)
    return eerste.volgende if eerste else ()


def pijlen(route: Route, cellen: Mapping[str, Plek]) -> tuple[Pijl, ...]:
    """Every arrow that goes down or sideways; what goes back stands in words (see `terug`)."""
    gevonden: dict[tuple[str, str], Pijl] = {}
    for stap in route.stappen.values():
        for naar in _volgende(stap):
            omlaag = cellen[naar].rij > cellen[stap.sleutel].rij
            opzij = cellen[naar].rij == cellen[stap.sleutel].rij and naar != stap.sleutel
            if omlaag or opzij:
                gevonden[stap.sleutel, naar] = Pijl(stap.sleutel, naar, naar in hoofdweg(stap))
    return tuple(gevonden.values())


def terug(route: Route, stap: Stap, cellen: Mapping[str, Plek]) -> tuple[str, ...]:
    """The numbers of the steps to which this one can lead back, itself included."""
    rij = cellen[stap.sleutel].rij
    erboven = [n for n in _volgende(stap) if cellen[n].rij < rij or n == stap.sleutel]
    return tuple(sorted({route.stap(sleutel).nummer for sleutel in erboven}))


def einden(route: Route, stap: Stap) -> tuple[str, ...]:
    """The endings that this step can bring, in words."""
    return tuple(route.einden[u.eind] for u in _uitkomsten(stap) if u.eind)


def _uitkomsten(stap: Stap) -> tuple[Uitkomst, ...]:
    return tuple(stap.uitkomsten.values())


def _volgende(stap: Stap) -> tuple[str, ...]:
    return tuple(dict.fromkeys(naar for u in _uitkomsten(stap) for naar in u.volgende))
