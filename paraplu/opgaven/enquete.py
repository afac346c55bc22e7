"""The survey on searching for fitting help: its one fixed question, and the figure of its answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy as _

from paraplu.monitor.verbergen import KLEIN, Verborgen

from .betrouwbaarheid import Gemiddelde, mean_of

#: The question stays as it is, so that years can be compared (P40).
VRAAG: Final = _("Welk deel van uw werktijd gaat op aan het vinden van passende hulp?")
#: So many answers make the figure count (R173).
NODIG: Final = 100
#: A GI or function with fewer answers is not shown by itself.
KLEINSTE: Final = 5


@dataclass(frozen=True)
class Gegeven:
    """One answer as the figure needs it."""

    gi: str
    functie: str
    procent: Decimal
    werkdruk: int | None = None
    plezier: int | None = None


@dataclass(frozen=True)
class Deel:
    """The answers of one GI or function; both are hidden or neither."""

    respondenten: int | Verborgen
    waarde: Decimal | Verborgen


@dataclass(frozen=True)
class Uitslag:
    """What a round came to; the parts that are too small are hidden, and one more to guard them."""

    alles: Gemiddelde | None
    per_gi: Mapping[str, Deel]
    per_functie: Mapping[str, Deel]
    werkdruk: Decimal | Verborgen | None
    plezier: Decimal | Verborgen | None


def make_uitslag(antwoorden: Iterable[Gegeven]) -> Uitslag:
    """The figure of a round and of its parts."""
    alle = list(antwoorden)
    return Uitslag(
        alles=mean_of([een.procent for een in alle]),
        per_gi=_split(alle, "gi"),
        per_functie=_split(alle, "functie"),
        werkdruk=_mean_scale(een.werkdruk for een in alle),
        plezier=_mean_scale(een.plezier for een in alle),
    )


def hide_parts(aantallen: Mapping[str, int]) -> frozenset[str]:
    """Which parts of a total that is shown are hidden: the small ones, and one more beside a lone one.

    What is hidden together counts at least `KLEINSTE`, or it is all there is.

    >>> sorted(hide_parts({"a": 40, "b": 3, "c": 12}))
    ['b', 'c']
    """
    weg = {naam for naam, aantal in aantallen.items() if aantal < KLEINSTE}
    rest = sorted(set(aantallen) - weg, key=lambda naam: (aantallen[naam], naam))
    while weg and rest and sum(aantallen[naam] for naam in weg) < KLEINSTE:
        weg.add(rest.pop(0))
    return frozenset(weg)


def _split(antwoorden: list[Gegeven], naar: str) -> dict[str, Deel]:
    delen: dict[str, list[Decimal]] = defaultdict(list)
    for een in antwoorden:
        delen[getattr(een, naar)].append(een.procent)
    weg = hide_parts({naam: len(lijst) for naam, lijst in delen.items()})
    return {
        naam: Deel(KLEIN, KLEIN)
        if naam in weg
        else Deel(len(lijst), round(sum(lijst, Decimal(0)) / len(lijst), 2))
        for naam, lijst in sorted(delen.items())
    }


def _mean_scale(waarden: Iterable[int | None]) -> Decimal | Verborgen | None:
    gegeven = [waarde for waarde in waarden if waarde is not None]
    if not gegeven:
        return None
    if len(gegeven) < KLEINSTE:
        return KLEIN
    return round(Decimal(sum(gegeven)) / len(gegeven), 2)
