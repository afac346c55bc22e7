"""Which tables a circle may ask for, and which table is the total of which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import numpy as np

from paraplu.afspraken.inzage import inzage_van
from paraplu.monitor.verbergen.kiezen import Getallen
from paraplu.monitor.verbergen.stapel import BREED, GEEN, NIVEAUS, SPLITSINGEN, Stapel, Vorm


@cache
def vormen_van(kring: str) -> tuple[Vorm, ...]:
    """Every table that the circle may ask for some kind of period, over none, one or two dimensions."""
    gevonden: set[Vorm] = {
        _vorm(inzage.filter, per) for inzage in inzage_van(kring) for per in inzage.per
    } | {frozenset()}
    return tuple(sorted(gevonden, key=sorted))


@cache
def perioden_van(kring: str) -> frozenset[str]:
    """The kinds of period over which the circle may split figures."""
    return frozenset(
        soort
        for inzage in inzage_van(kring)
        for soort in inzage.perioden
        if any(_vorm(inzage.filter, per) for per in inzage.per)
    )


def optellingen(vormen: tuple[Vorm, ...]) -> Iterator[tuple[Vorm, Vorm]]:
    """Pairs of tables: the cells of the first, added up along one dimension, are those of the second."""
    for vorm in vormen:
        for naam in sorted(vorm):
            for boven in _erboven(vorm, naam):
                if boven in vormen:
                    yield vorm, boven
                    break


def _erboven(vorm: Vorm, naam: str) -> Iterator[Vorm]:
    rest = vorm - {naam}
    if naam == "gemeente":
        yield rest | {"regio"}
    yield rest


def _vorm(filter_: str, per: str) -> Vorm:
    dimensies = {filter_, per} - {"", "alles", "gelderland"}
    return frozenset(dimensies - {"regio"} if dimensies >= set(NIVEAUS) else dimensies)


def gelijke_delen(
    stapel: Stapel, vormen: tuple[Vorm, ...]
) -> Iterator[tuple[Getallen, Getallen, Getallen]]:
    """Cells of two dimensions that are about the same children, since the values go together.

    A kind of measure has one category, a GI is the provider of its own measures. Values that occur
    together make a part of their own: all of it by the one dimension is all of it by the other.
    Gives sum, cell and side (+1, -1).
    """
    for een, ander in combinations(SPLITSINGEN, 2):
        deel = _delen(stapel.items[een], stapel.items[ander])
        if deel.max(initial=0) == deel.min(initial=0):
            continue
        for vast in ("", *NIVEAUS, *SPLITSINGEN):
            onder = [frozenset({vast, naam} - {""}) for naam in (een, ander)]
            if vast in {een, ander} or not set(onder) <= set(vormen):
                continue
            hier = stapel.items[vast] if vast else np.full(len(deel), GEEN)
            paren = []
            for vorm, kant in zip(onder, (1, -1), strict=True):
                cellen, eerste = np.unique(stapel.cellen(vorm), return_index=True)
                som = hier[eerste] * BREED + deel[eerste]
                paren.append((som, cellen, np.full(len(cellen), kant)))
            som, cel, teken = (np.concatenate(kolom) for kolom in zip(*paren, strict=True))
            yield som, cel, teken


def _delen(een: Getallen, ander: Getallen) -> Getallen:
    """For each row a number of its part: the lowest value that it hangs together with."""
    deel = een.copy()
    while True:
        eerder = deel
        for kolom in (ander, een):
            _waarden, plaats = np.unique(kolom, return_inverse=True)
            laagste = np.full(plaats.max(initial=-1) + 1, np.iinfo(np.int64).max)
            np.minimum.at(laagste, plaats, deel)
            deel = laagste[plaats]
        if (deel == eerder).all():
            return deel
