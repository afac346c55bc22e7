"""What a reader of another area gets of a difference: numbers per cause, or that they are hidden.

Where rows come and go in ones and twos, a difference says something about one child. So outside the
own area there are numbers only for the whole province, from the last day of a year on (two moments
that lie close to each other would give the days between away), and only when in every number, also
with any one party's own part taken off, there are no children or enough of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from paraplu.monitor.tellen import ALLES
from paraplu.monitor.uitkomst import Waarde
from paraplu.monitor.verbergen import KLEIN, NIET_GEDEELD, Kijk, Verborgen
from paraplu.monitor.verbergen.cel import drempel_van, is_eigen, make_cel
from paraplu.monitor.verschil.soorten import Verschil, Wijziging

#: Who knows the rows of an area in full, and so may take its part off a number.
PARTIJEN: Final = ("gemeente", "aanbieder", "gi")
PROVINCIE: Final = {"gelderland": "gelderland"}


def mag_alles(kijk: Kijk | None, filters: Mapping[str, str]) -> bool:
    """Whether this reader sees the whole difference."""
    cel = make_cel(ALLES, "", filters)
    return kijk is None or (cel is not None and is_eigen(cel, kijk))


def scherm_af(
    verschil: Verschil,
    kijk: Kijk,
    *,
    toen: date | None,
    waarden: tuple[Mapping[str, Waarde], Mapping[str, Waarde]],
) -> Verschil:
    """The same without rows; `waarden`: the figures then and now as this reader gets them."""
    waarden_toen, waarden_nu = waarden
    reden = _reden(verschil, kijk, toen, [*waarden_toen.values(), *waarden_nu.values()])
    kaal = replace(
        verschil,
        waarden_toen=waarden_toen,
        waarden_nu=waarden_nu,
        wijzigingen=(),
        leveringen=(),
    )
    if reden is None:
        return kaal
    return replace(kaal, oorzaken=(), regels_toen=reden, regels_nu=reden, verborgen=reden)


def _reden(
    verschil: Verschil, kijk: Kijk, toen: date | None, getoond: Sequence[Waarde]
) -> Verborgen | None:
    if dict(verschil.filters) not in ({}, PROVINCIE) or not _is_jaareinde(toen):
        return NIET_GEDEELD
    if any(isinstance(waarde, Verborgen) for waarde in getoond):
        return KLEIN
    cel = make_cel(ALLES, "", verschil.filters)
    drempel = drempel_van(cel or frozenset(), kijk.drempels)
    delen: dict[tuple[str, str], list[Wijziging]] = defaultdict(list)
    for wijziging in verschil.wijzigingen:
        delen[wijziging.oorzaak, wijziging.soort].append(wijziging)
    return None if all(_is_groot(deel, drempel) for deel in delen.values()) else KLEIN


def _is_jaareinde(dag: date | None) -> bool:
    return dag is not None and (dag.month, dag.day) == (12, 31)


def _is_groot(deel: Sequence[Wijziging], drempel: int) -> bool:
    """Enough children, whoever takes its own part off."""
    alle = {wijziging.kind for wijziging in deel}
    if len(alle) < drempel:
        return False
    for partij in PARTIJEN:
        eigen: dict[str, set[str]] = defaultdict(set)
        for wijziging in deel:
            eigen[str(wijziging.regel.get(partij))].add(wijziging.kind)
        rest = [len(alle - kinderen) for kinderen in eigen.values()]
        if any(0 < aantal < drempel for aantal in rest):
            return False
    return True
