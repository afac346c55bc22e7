"""Checks on content that a schema cannot do: elfproef (CS002) and gemeentecode (TR378)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from paraplu.afspraken.gebieden import GEMEENTEN_CBS
from paraplu.berichten import codes
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.bsn import elfproef
from paraplu.berichten.plaats import Bron, Plaats, meld
from paraplu.berichten.standaard import Berichtsoort, Element

BSN = "LDT_BurgerServicenummer"
GEMEENTE = "LDT_Gemeente"


def is_goed(tekst: str, element: Element) -> bool:
    """Whether a text of the right form also is a BSN, or a gemeente of the CBS, where it must."""
    assert element.type is not None
    if element.type.naam == BSN:
        return elfproef(tekst)
    return element.type.naam != GEMEENTE or tekst in GEMEENTEN_CBS


def keur_inhoud(
    tekst: str, element: Element, knoop: Any, bron: Bron, plaats: Plaats
) -> Iterator[Bevinding]:
    """The finding on a text of the right form that is not good."""
    if is_goed(tekst, element):
        return
    if element.type is not None and element.type.naam == BSN:
        yield meld(
            bron,
            plaats,
            knoop,
            code=codes.ELFPROEF,
            tekst="Het BSN voldoet niet aan de elfproef.",
            remedie="Neem het BSN opnieuw over: meestal is een cijfer verkeerd getypt.",
            weigert="client",
        )
        return
    yield meld(
        bron,
        plaats,
        knoop,
        code=codes.GEMEENTE_BESTAAT,
        tekst=f"De gemeentecode in {element.naam} staat niet in de lijst van het CBS.",
        remedie="Controleer de code. De code van een vroegere gemeente mag blijven staan.",
        weigert="",
    )


def keur_geldige_boom(wortel: Any, bron: Bron, *, eerste_client: int = 1) -> Iterator[Bevinding]:
    """The same findings over a whole tree of which the schema has said that it is valid.

    Quick: it visits only the elements that hold a BSN or a gemeentecode.
    """
    for pad in _plekken(bron.soort):
        yield from _keur_plek(wortel, pad, bron, Plaats(), eerste_client)


@cache
def _plekken(soort: Berichtsoort) -> tuple[tuple[Element, ...], ...]:
    """The paths to every element with a BSN or a gemeentecode."""
    return tuple(_plekken_onder(soort.wortel))


def _plekken_onder(element: Element) -> Iterator[tuple[Element, ...]]:
    for kind in element.kinderen:
        if kind.type is not None and kind.type.naam in (BSN, GEMEENTE):
            yield (kind,)
        for pad in _plekken_onder(kind):
            yield (kind, *pad)


def _keur_plek(
    knoop: Any, pad: tuple[Element, ...], bron: Bron, plaats: Plaats, eerste_client: int
) -> Iterator[Bevinding]:
    element, *rest = pad
    vanaf = eerste_client if element.naam == "Client" else 1
    for nummer, kind in enumerate(knoop.iterchildren(bron.soort.tag(element)), vanaf):
        hier = plaats.onder(element, nummer)
        if rest:
            yield from _keur_plek(kind, tuple(rest), bron, hier, eerste_client)
        else:
            yield from keur_inhoud(kind.text or "", element, kind, bron, hier)
