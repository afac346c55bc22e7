"""Every sum that holds between the figures that a circle may ask: whoever attacks may know them all.

The attacker is given more than a reader has: of all sums that could hold, those are in that are true in
this world, so that one who guesses how figures hang together is covered as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from paraplu.monitor.verbergen.cel import GEBIED, Cel, erboven
from tests.monitor.verbergen.gehoord import Gehoord, Naam, Vak

#: Figures with their sign; together they are zero.
Som = list[tuple[Vak, int]]
#: The smaller figure and the one that it is part of.
Deel = tuple[Vak, Vak]


def alle_sommen(gehoord: Gehoord) -> list[Som]:
    """The true ones among all sums over areas, splits, periods, values and measures."""
    alles = gehoord.alles
    soorten = (_verdeeld, _hoort_bij_elkaar, _kwartalen, _standen, _zelfde_maat)
    gevonden = [som for soort in soorten for som in soort(gehoord)]
    return [som for som in gevonden if sum(teken * alles.get(v, 0) for v, teken in som) == 0]


def alle_delen(gehoord: Gehoord) -> Iterator[Deel]:
    """Measures and readings of which one is never more than the other."""
    for vak in gehoord.alles:
        (code, variant, maat), periode, cel = vak
        for groter in _groter(code, variant, maat):
            ander = (groter, periode, cel)
            if gehoord.alles.get(ander, -1) >= gehoord.alles[vak]:
                yield vak, ander


def _groter(code: str, variant: str, maat: str) -> Iterator[Naam]:
    if code == "V1" and not maat.endswith("met_49"):
        yield code, variant, f"{maat}_met_49"
    if maat == "kinderen" and code == "V2c":
        yield code, variant, "stand"
    if maat == "samenloop":
        yield code, variant, "kinderen"
        if variant == "letterlijk":
            yield code, "volledig", maat
        if code == "V5":
            yield "V4", variant, maat


def _verdeeld(gehoord: Gehoord) -> Iterator[Som]:
    """Every cell with the cells that it falls apart into, along each dimension."""
    delen: dict[tuple[Vak, str], Som] = defaultdict(list)
    for vak in gehoord.alles:
        naam, periode, cel = vak
        for soort, boven in _erboven(cel):
            if (naam, periode, boven) in gehoord.alles:
                delen[(naam, periode, boven), soort].append((vak, 1))
    for (geheel, _soort), lijst in delen.items():
        yield [*lijst, (geheel, -1)]


def _erboven(cel: Cel) -> Iterator[tuple[str, Cel]]:
    for naam, waarde in cel:
        rest = cel - {(naam, waarde)}
        if naam != GEBIED:
            yield naam, rest
            continue
        hoger = erboven(waarde)[1:-1]
        yield f"{naam}{len(hoger)}", rest | {(GEBIED, code) for code in hoger}


def _hoort_bij_elkaar(gehoord: Gehoord) -> Iterator[Som]:
    """Splits that stand for the same children: a kind of measure has one category, and so on."""
    per_naam: dict[tuple[str, str], set[Vak]] = defaultdict(set)
    for naam, periode, cel in gehoord.alles:
        per_naam[naam[0], naam[1]].add((naam, periode, cel))
    for (code, variant), vakken in per_naam.items():
        namen = {naam for _n, _p, cel in vakken for naam, _w in cel if naam != GEBIED}
        for een in sorted(namen):
            for ander in sorted(namen - {een}):
                deel = _deel_van(gehoord, code, variant, een, ander)
                yield from _zelfde_deel(vakken, een, ander, deel)


def _deel_van(
    gehoord: Gehoord, code: str, variant: str, een: str, ander: str
) -> dict[tuple[str, str], tuple[str, str]]:
    """For each value of two dimensions the lowest value that it hangs together with."""
    deel: dict[tuple[str, str], tuple[str, str]] = {}

    def wortel(item: tuple[str, str]) -> tuple[str, str]:
        while deel.setdefault(item, item) != item:
            item = deel[item]
        return item

    for (code_, variant_, _periode), rijen in gehoord.rijen.items():
        if (code_, variant_) == (code, variant):
            for rij in rijen:
                a, b = (wortel((naam, rij[naam] or "onbekend")) for naam in (een, ander))
                deel[max(a, b)] = min(a, b)
    return {item: wortel(item) for item in list(deel)}


def _zelfde_deel(
    vakken: set[Vak], een: str, ander: str, deel: dict[tuple[str, str], tuple[str, str]]
) -> Iterator[Som]:
    sommen: dict[object, Som] = defaultdict(list)
    for naam, periode, cel in vakken:
        for soort, waarde in cel:
            if soort in {een, ander} and (soort, waarde) in deel:
                rest = cel - {(soort, waarde)}
                teken = 1 if soort == een else -1
                sommen[naam, periode, rest, deel[soort, waarde]].append(
                    ((naam, periode, cel), teken)
                )
    yield from (som for som in sommen.values() if len({teken for _v, teken in som}) == 2)


def _kwartalen(gehoord: Gehoord) -> Iterator[Som]:
    """The quarters of a year together; of a stock the fourth is the year's.

    Which of the two holds is known beforehand: that a flow of the year is all of one quarter is not.
    """
    for naam, periode, cel in gehoord.alles:
        if "-" not in periode:
            nummers = (4,) if naam[0] == "V2c" else (1, 2, 3, 4)
            delen = [((naam, f"{periode}-K{n}", cel), 1) for n in nummers]
            yield [*[d for d in delen if d[0] in gehoord.alles], ((naam, periode, cel), -1)]


def _standen(gehoord: Gehoord) -> Iterator[Som]:
    """What was there, with what came and went, is what is there: per quarter, and over the year."""
    perioden = sorted({periode for _n, periode, _c in gehoord.alles})
    kwartalen = [p for p in perioden if "-" in p]
    varianten = {naam[1] for naam, _p, _c in gehoord.alles if naam[0] == "V2c"}
    cellen = {cel for naam, _p, cel in gehoord.alles if naam[0].startswith("V2")}
    stappen = [(a, b, b) for a, b in pairwise(kwartalen)]
    stappen += [(f"{int(p) - 1}-K4", f"{p}-K4", p) for p in perioden if "-" not in p]
    for variant in varianten:
        for toen, nu, stroom in stappen:
            if toen in kwartalen:
                for cel in cellen:
                    som: Som = [
                        ((("V2c", variant, "stand"), toen, cel), 1),
                        ((("V2a", variant, "instroom"), stroom, cel), 1),
                        ((("V2b", variant, "uitstroom"), stroom, cel), -1),
                        ((("V2c", variant, "stand"), nu, cel), -1),
                    ]
                    yield [deel for deel in som if deel[0] in gehoord.alles]


def _zelfde_maat(gehoord: Gehoord) -> Iterator[Som]:
    """Two measures, of whatever value and reading, that are the same wherever both are known."""
    per_naam: dict[Naam, dict[tuple[str, Cel], int]] = defaultdict(dict)
    for (naam, periode, cel), aantal in gehoord.alles.items():
        per_naam[naam][periode, cel] = aantal
    namen = sorted(per_naam)
    for plek, een in enumerate(namen):
        for ander in namen[plek + 1 :]:
            yield from _gelijk(een, per_naam[een], ander, per_naam[ander])


def _gelijk(
    een: Naam,
    bij_een: dict[tuple[str, Cel], int],
    ander: Naam,
    bij_ander: dict[tuple[str, Cel], int],
) -> Iterable[Som]:
    samen = bij_een.keys() & bij_ander.keys()
    if not samen or any(bij_een[waar] != bij_ander[waar] for waar in samen):
        return
    for periode, cel in samen:
        yield [((een, periode, cel), 1), ((ander, periode, cel), -1)]
