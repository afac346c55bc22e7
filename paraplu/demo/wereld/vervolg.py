"""Which help a child gets first, which follows, and who refers (all shares invented)."""

from __future__ import annotations

from datetime import date

from paraplu.demo.wereld.begrippen import Kind, Traject
from paraplu.demo.wereld.dagen import na
from paraplu.demo.wereld.toeval import Toeval

#: From light to heavy.
LADDER = (1, 6, 2, 3, 7, 8, 5)
EERSTE = {
    "OTS": {1: 70, 2: 9, 3: 3, 8: 6, 7: 5, 6: 4, 5: 2},
    "voogdij": {1: 36, 2: 38, 3: 12, 8: 6, 7: 4, 6: 3},
    "JR": {1: 76, 8: 10, 7: 6, 5: 5, 6: 2},
}
#: How often other help follows within three months, per group; 1 when not named.
VOLGT = {1: 0.16, 10: 0.1, 0: 0.2, 9: 0.25, 4: 0.75, 6: 0.35}


def kies_eerste(toeval: Toeval, soort: str) -> int:
    """The group of the first help of a child with a measure."""
    keuze = EERSTE[soort]
    return toeval.kies(list(keuze), list(keuze.values()))


def kies_verwijzer(toeval: Toeval, kind: Kind) -> str | None:
    """Who refers when the provider asks (315); None: the gemeente allocates directly (301)."""
    if kind.hulp_nodig:
        return "04" if toeval.kans(0.6) else None
    return toeval.kies((None, "02", "03", "05"), (55, 32, 6, 7))


def plan_vervolg(toeval: Toeval, traject: Traject) -> tuple[int, date] | None:
    """The group and first day of what follows on this help, or None."""
    einde = traject.einde
    assert einde is not None
    beschermd = traject.kind.hulp_nodig and any(
        t.soort in EERSTE and t.loopt_op(einde) for t in traject.kind.trajecten
    )
    groep = traject.product.tussentaal or 0
    if not toeval.kans(0.96 if beschermd else VOLGT.get(groep, 0.7)):
        return None
    gat = toeval.randint(-18, 45) if beschermd else toeval.randint(-25, 85)
    return _volgende(toeval, groep), na(max(einde, na(traject.begin, 20)), gat)


def _volgende(toeval: Toeval, groep: int) -> int:
    if groep == 4:
        return toeval.kies((1, 2, 7, 8), (50, 18, 14, 18))
    if groep not in LADDER:
        return 1
    trede = LADDER.index(groep)
    if trede == 0:
        return toeval.kies((1, 6, 10, 2, 8), (84, 4, 7, 2, 3))
    stap = toeval.kies(("lichter", "gelijk", "zwaarder"), (62, 25, 13))
    if stap == "lichter":
        return toeval.choice((1, 1, LADDER[trede - 1]))
    if stap == "zwaarder":
        return LADDER[min(trede + 1, len(LADDER) - 1)]
    return groep
