"""The careful check of a message: every fault in it, each with its own sentence.

A schema stops at the first fault within a group; here each element is judged on its own, by the
same tables. The verdict (fault or no fault) is that of the generated schema, attributes aside,
which iJW does not have; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from paraplu.berichten import zinnen
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.inhoud import is_goed, keur_inhoud
from paraplu.berichten.plaats import Bron, Plaats, meld
from paraplu.berichten.standaard import Berichtsoort, Element
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


class _Plek(NamedTuple):
    """Where a child of a class belongs: its number in the fixed order, and how it is written."""

    nummer: int
    element: Element
    tag: str


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
    plekken = _plekken(bron.soort, element)
    kinderen = [(kind, plekken.get(kind.tag.rpartition("}")[2])) for kind in knoop]
    verkeerd = _uit_de_rij(kinderen)
    geteld = dict.fromkeys(plekken, 0) | vanaf
    for kind, plek in kinderen:
        if plek is None:
            vreemd = zinnen.bekende_naam(kind.tag.rpartition("}")[2])
            yield meld(bron, plaats, kind, **zinnen.onbekend(element, vreemd, bron.soort))
            continue
        naam = plek.element.naam
        geteld[naam] += 1
        if kind in verkeerd:
            yield meld(bron, plaats, kind, **zinnen.volgorde(element, naam), onder=naam)
        if plek.element.maximum is not None and geteld[naam] > plek.element.maximum:
            yield meld(bron, plaats, kind, **zinnen.te_vaak(element, plek.element), onder=naam)
        if kind.tag == plek.tag and _is_gaaf_blad(kind, plek.element):
            continue
        hier = plaats.onder(plek.element, geteld[naam])
        if kind.tag != plek.tag:
            yield meld(bron, hier, kind, **zinnen.namespace(plek.element, bron.soort))
        yield from _controleer(kind, plek.element, bron, hier, vanaf)
    for ontbreekt in element.kinderen:
        if geteld[ontbreekt.naam] < ontbreekt.minimum:
            zin = zinnen.ontbreekt(element, ontbreekt)
            yield meld(bron, plaats, knoop, **zin, onder=ontbreekt.naam)


@cache
def _plekken(soort: Berichtsoort, klasse: Element) -> dict[str, _Plek]:
    return {
        element.naam: _Plek(nummer, element, soort.tag(element))
        for nummer, element in enumerate(klasse.kinderen)
    }


def _uit_de_rij(kinderen: list[tuple[Any, _Plek | None]]) -> set[Any]:
    """The known children that stand out of order; quick when none does."""
    bekend = [(kind, plek.nummer) for kind, plek in kinderen if plek is not None]
    nummers = [nummer for _, nummer in bekend]
    if nummers == sorted(nummers):
        return set()
    return {bekend[positie][0] for positie in uit_de_rij(nummers)}


def _is_gaaf_blad(knoop: Any, element: Element) -> bool:
    """Whether this is a leaf with nothing to say about; most are."""
    return (
        element.type is not None
        and not len(knoop)
        and not knoop.attrib
        and keur(element.type, knoop.text or "") is None
        and is_goed(knoop.text or "", element)
    )


def _losse_tekst(knoop: Any) -> bool:
    """Whether text stands between the elements of a class."""
    if knoop.text and knoop.text.strip(WIT):
        return True
    return any(kind.tail and kind.tail.strip(WIT) for kind in knoop)
