"""A cell: the children that a figure is about, by area and at most some other dimensions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from paraplu.afspraken import gebieden
from paraplu.monitor.referentie import BUITEN, GELDERLAND
from paraplu.monitor.tellen import ALLES
from paraplu.monitor.verbergen.verborgen import Kijk

#: The one dimension that gelderland, regio and gemeente are levels of.
GEBIED = "gebied"
NIVEAUS = ("gelderland", "regio", "gemeente")

#: Value per dimension. Without GEBIED the cell is about everything, also outside Gelderland.
Cel = frozenset[tuple[str, str]]


def make_cel(per: str, sleutel: str, filters: Mapping[str, str]) -> Cel | None:
    """The cell of a row; None when the filters contradict each other, so that nothing is in it.

    >>> sorted(make_cel("gemeente", "0202", {"regio": "CG", "gi": "60000001"}))
    [('gebied', '0202'), ('gi', '60000001')]
    """
    gevraagd = list(filters.items()) + ([] if per == ALLES else [(per, sleutel)])
    waarden: dict[str, str] = {}
    for naam, waarde in gevraagd:
        if naam == ALLES:
            continue
        dimensie = GEBIED if naam in NIVEAUS else naam
        eerder = waarden.get(dimensie, waarde)
        nauwste = _nauwste(eerder, waarde) if dimensie == GEBIED else waarde
        if nauwste is None or (dimensie != GEBIED and eerder != waarde):
            return None
        waarden[dimensie] = nauwste
    return frozenset(waarden.items())


@cache
def erboven(gebied: str) -> tuple[str, ...]:
    """An area and the areas that it lies in, the smallest first.

    >>> erboven("0202")
    ('0202', 'CG', 'gelderland')
    """
    if gebied in {BUITEN, GELDERLAND}:
        return (gebied,)
    gemeente = gebieden.gemeente(gebied)
    if gemeente is not None:
        return (gebied, gemeente.regio, GELDERLAND)
    return (gebied, GELDERLAND)


def ligt_in(klein: str, groot: str) -> bool:
    """Whether one area lies in another or is the same."""
    return groot in erboven(klein)


def is_eigen(cel: Cel, kijk: Kijk) -> bool:
    """Whether the reader sees this cell in full: it lies in an area of the reader's own.

    Whoever has the province as own area has everything: also what was delivered from outside.
    """
    return any(_valt_binnen(cel, naam, waarde) for naam, waarde in kijk.eigen)


def drempel_van(cel: Cel, drempels: tuple[tuple[str, int], ...]) -> int:
    """The smallest number of children that is shown of this cell.

    A cell that spans several regions takes the highest of theirs.
    """
    per_regio = dict(drempels)
    hoogste = max(per_regio.values())
    gebied = dict(cel).get(GEBIED)
    if gebied is None:
        return hoogste
    regio = next((deel for deel in erboven(gebied) if gebieden.regio(deel)), None)
    return hoogste if regio is None else per_regio.get(regio, per_regio.get("", hoogste))


def _nauwste(een: str, ander: str) -> str | None:
    if ligt_in(een, ander):
        return een
    return ander if ligt_in(ander, een) else None


def _valt_binnen(cel: Cel, naam: str, waarde: str) -> bool:
    if (naam, waarde) == ("gelderland", GELDERLAND):
        return True
    if naam not in NIVEAUS:
        return (naam, waarde) in cel
    gebied = dict(cel).get(GEBIED)
    return gebied is not None and ligt_in(gebied, waarde)
