"""Charts as SVG in percentages: text keeps its size on every screen, colours come from the theme.

A trend on a card (Vonk), lines with an axis (Grafiek). Every chart has its table beside it. Where a
figure is hidden a line has a gap: nothing of what is drawn, not even a scale, knows its size.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Getal, Waarde, cijfers, toon

VONK_HOOGTE = 44
GRAFIEK_HOOGTE = 260
#: How far above the lowest line the mark of a hidden figure stands: always as far.
GAT_HOOGTE = 12


@dataclass(frozen=True)
class Punt:
    """A place in a chart: `x` in percent of the width, `y` in pixels from the top."""

    x: float
    y: float
    label: str = ""
    waarde: str = ""


@dataclass(frozen=True)
class Stuk:
    """A straight piece of a line between two known points."""

    van: Punt
    tot: Punt


@dataclass(frozen=True)
class Vonk:
    """The small trend of a card. `tekst` says the same in words."""

    stukken: tuple[Stuk, ...]
    punten: tuple[Punt, ...]
    laatste: Punt | None
    tekst: str
    hoogte: int = VONK_HOOGTE


@dataclass(frozen=True)
class Reeks:
    """One named line of a chart, with a value (or None) for each label."""

    naam: str
    waarden: tuple[Waarde, ...]


@dataclass(frozen=True)
class Lijn:
    """A Reeks as it is drawn; `nummer` chooses colour and dash, `gaten` are the hidden figures."""

    naam: str
    nummer: int
    stukken: tuple[Stuk, ...]
    punten: tuple[Punt, ...]
    gaten: tuple[Punt, ...] = ()


@dataclass(frozen=True)
class Trede:
    """A line of the grid with its value."""

    y: float
    tekst: str


@dataclass(frozen=True)
class Grafiek:
    """Lines over periods, with the labels of both axes."""

    lijnen: tuple[Lijn, ...]
    treden: tuple[Trede, ...]
    labels: tuple[Punt, ...]
    hoogte: int = GRAFIEK_HOOGTE

    @property
    def heeft_gaten(self) -> bool:
        """Whether a figure in it is hidden."""
        return any(lijn.gaten for lijn in self.lijnen)


def list_getoond(waarden: Iterable[Waarde]) -> list[float]:
    """What may be drawn: known, and shown to this reader."""
    return [float(w) for w in waarden if w is not None and not isinstance(w, Verborgen)]


def make_vonk(waarden: Sequence[Waarde], labels: Sequence[str], eenheid: str) -> Vonk | None:
    """A sparkline between its own lowest and highest; None with fewer than two shown values."""
    bekend = list_getoond(waarden)
    if len(bekend) < 2:
        return None
    laag, hoog = min(bekend), max(bekend)
    marge = 6
    ruimte = VONK_HOOGTE - 2 * marge

    def y(waarde: float) -> float:
        deel = 0.5 if hoog == laag else (waarde - laag) / (hoog - laag)
        return marge + (1 - deel) * ruimte

    punten = _punten(waarden, labels, _plaatsen(len(labels)), eenheid, y)
    tekst = _tell(waarden, labels, eenheid)
    getekend = tuple(punt for punt in punten if punt)
    return Vonk(_stukken(punten), getekend, punten[-1], tekst)


def make_grafiek(reeksen: Sequence[Reeks], labels: Sequence[str], eenheid: str) -> Grafiek | None:
    """Lines from zero up (or from below zero where there are negatives); None without values."""
    bekend = list_getoond(w for reeks in reeksen for w in reeks.waarden)
    if not bekend:
        return None
    treden = choose_treden(min(0.0, *bekend), max(0.0, *bekend))
    laag, hoog = treden[0], treden[-1]

    def y(waarde: float) -> float:
        return (hoog - waarde) / (hoog - laag) * GRAFIEK_HOOGTE

    plaatsen = _plaatsen(len(labels), rand=3.0)
    lijnen = []
    for nummer, reeks in enumerate(reeksen, start=1):
        punten = _punten(reeks.waarden, labels, plaatsen, eenheid, y)
        gaten = tuple(
            Punt(x, GRAFIEK_HOOGTE - GAT_HOOGTE, label, _tell_verborgen(w))
            for w, label, x in zip(reeks.waarden, labels, plaatsen, strict=True)
            if isinstance(w, Verborgen)
        )
        getekend = tuple(punt for punt in punten if punt)
        lijnen.append(Lijn(reeks.naam, nummer, _stukken(punten), getekend, gaten))
    return Grafiek(
        tuple(lijnen),
        tuple(Trede(y(trede), str(_toon_trede(trede, eenheid))) for trede in treden),
        tuple(Punt(x, 0, label) for x, label in zip(plaatsen, labels, strict=True)),
    )


def _punten(
    waarden: Sequence[Waarde],
    labels: Sequence[str],
    plaatsen: Sequence[float],
    eenheid: str,
    y: Callable[[float], float],
) -> list[Punt | None]:
    """A point per label; None where there is nothing to draw."""
    return [
        None
        if waarde is None or isinstance(waarde, Verborgen)
        else Punt(x, y(float(waarde)), label, str(toon(waarde, eenheid)))
        for waarde, label, x in zip(waarden, labels, plaatsen, strict=True)
    ]


def _tell(waarden: Sequence[Waarde], labels: Sequence[str], eenheid: str) -> str:
    """A trend in words; why something is hidden is said once, at the end."""
    tekst = ", ".join(
        f"{label} {toon(waarde, eenheid)}" for waarde, label in zip(waarden, labels, strict=True)
    )
    weg = next((waarde for waarde in waarden if isinstance(waarde, Verborgen)), None)
    return f"{tekst}; {_tell_verborgen(weg)}" if weg is not None else tekst


def _tell_verborgen(waarde: Verborgen) -> str:
    getal = toon(waarde)
    return f"{getal}: {getal.reden}"


def _toon_trede(trede: float, eenheid: str) -> Getal:
    """A value on the axis: no words, percentages with no more decimals than they need."""
    if eenheid == "aandeel":
        procent = round(trede * 100, 6)
        nodig = next((aantal for aantal in range(4) if round(procent, aantal) == procent), 4)
        return Getal(cijfers(procent, nodig), "%")
    if eenheid == "euro":
        return toon(trede, eenheid, kort=True)
    nodig = next((aantal for aantal in range(4) if round(trede, aantal) == round(trede, 6)), 4)
    return Getal(cijfers(trede, nodig))


def choose_treden(laag: float, hoog: float, aantal: int = 4) -> list[float]:
    """Round values from at or below `laag` to at or above `hoog`.

    >>> choose_treden(0, 1087)
    [0.0, 500.0, 1000.0, 1500.0]
    """
    if hoog == laag:
        hoog = laag + 1
    ruw = (hoog - laag) / aantal
    macht = 10 ** math.floor(math.log10(ruw))
    stap = next(keer * macht for keer in (1, 2, 2.5, 5, 10) if keer * macht >= ruw)
    eerste, laatste = math.floor(laag / stap), math.ceil(hoog / stap)
    return [round(nummer * stap, 10) for nummer in range(eerste, laatste + 1)]


def _plaatsen(aantal: int, rand: float = 0.0) -> list[float]:
    if aantal == 1:
        return [50.0]
    return [round(rand + (100 - 2 * rand) * i / (aantal - 1), 2) for i in range(aantal)]


def _stukken(punten: Sequence[Punt | None]) -> tuple[Stuk, ...]:
    paren = itertools.pairwise(punten)
    return tuple(Stuk(van, tot) for van, tot in paren if van and tot)
