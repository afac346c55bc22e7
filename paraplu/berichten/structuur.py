"""The careful check of a message: every fault in it, each with its own sentence.

A schema stops at the first fault within a group; here each element is judged on its own, by the
same tables. The verdict (fault or no fault) is that of the generated schema, attributes aside,
which iJW does not have; a test holds the two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from paraplu.berichten import zinnen
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.inhoud import keur_inhoud
from paraplu.berichten.plaats import Bron, Plaats, meld
from paraplu.berichten.standaard import Element
from paraplu.berichten.volgorde import uit_de_rij
from paraplu.berichten.waarde import WIT, keur


def controleer_boom(wortel: Any, bron: Bron, *, eerste_client: int = 1) -> Iterator[Bevinding]:
    """All findings in the tree below the root element `wortel`.

    `eerste_client` numbers the first Client of a chunk of a larger file.
    """
    yield from _controleer(wortel, bron.soort.wortel, bron, Plaats(), {"Client": eerste_client - 1})


def heeft_attributen(wortel: Any) -> bool:
    """Whether any element has an attribute; the schema lets those of xsi pass, iJW does not."""
    return wortel.xpath("boolean(descendant-or-self::*[@*])")


def _controleer(
    knoop: Any, element: Element, bron: Bron, plaats: Plaats, vanaf: dict[str, int]
) -> Iterator[Bevinding]:
    if knoop.attrib:
        yield meld(bron, plaats, knoop, **zinnen.attribuut(plaats.naam, knoop.attrib))
    if element.type is not None:
        yield from _controleer_blad(knoop, element, bron, plaats)
    else:
        yield from _controleer_klasse(knoop, element, bron, plaats, vanaf)


def _controleer_blad(
    knoop: Any, element: Element, bron: Bron, plaats: Plaats
) -> Iterator[Bevinding]:
    assert element.type is not None
    if len(knoop):
        yield meld(bron, plaats, knoop, **zinnen.element_in_tekst(element))
        return
    tekst = knoop.text or ""
    fout = keur(element.type, tekst)
    if fout is not None:
        yield meld(bron, plaats, knoop, **zinnen.waarde(element, fout))
    else:
        yield from keur_inhoud(tekst, element, knoop, bron, plaats)


def _controleer_klasse(
    knoop: Any, element: Element, bron: Bron, plaats: Plaats, vanaf: dict[str, int]
) -> Iterator[Bevinding]:
    if _losse_tekst(knoop):
        yield meld(bron, plaats, knoop, **zinnen.losse_tekst(element))

    nummers: dict[str, int] = {kind.naam: index for index, kind in enumerate(element.kinderen)}
    bekend = [kind for kind in knoop if _lokaal(kind) in nummers]
    geteld: Counter[str] = Counter(vanaf)
    buiten = {id(bekend[i]) for i in uit_de_rij([nummers[_lokaal(kind)] for kind in bekend])}
    for kind in knoop:
        naam = _lokaal(kind)
        if naam not in nummers:
            yield meld(bron, plaats, kind, **zinnen.onbekend(element, naam, bron.soort))
            continue
        verwacht = element.per_naam[naam]
        geteld[naam] += 1
        hier = plaats.onder(verwacht, geteld[naam])
        if id(kind) in buiten:
            yield meld(bron, plaats, kind, **zinnen.volgorde(element, naam), onder=naam)
        if verwacht.maximum is not None and geteld[naam] > verwacht.maximum:
            yield meld(bron, plaats, kind, **zinnen.te_vaak(element, verwacht), onder=naam)
        if kind.tag != bron.soort.tag(verwacht):
            yield meld(bron, hier, kind, **zinnen.namespace(verwacht, bron.soort))
        yield from _controleer(kind, verwacht, bron, hier, vanaf)
    for kind in element.kinderen:
        if geteld[kind.naam] < kind.minimum:
            yield meld(bron, plaats, knoop, **zinnen.ontbreekt(element, kind), onder=kind.naam)


def _lokaal(knoop: Any) -> str:
    return knoop.tag.rpartition("}")[2]


def _losse_tekst(knoop: Any) -> bool:
    """Whether text stands between the elements of a class."""
    if knoop.text and knoop.text.strip(WIT):
        return True
    return any(kind.tail and kind.tail.strip(WIT) for kind in knoop)
