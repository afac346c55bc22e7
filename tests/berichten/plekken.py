"""Walk a message and the standard side by side, to change one place at a time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from lxml import etree

from paraplu.berichten import schrijf
from paraplu.berichten.standaard import Berichtsoort, Element
from tests.berichten.maak import maak_volledig


def volledige_boom(soort: Berichtsoort) -> Any:
    """The tree of a valid message in which every element of the standard stands."""
    return etree.fromstring(schrijf(maak_volledig(soort, Random(soort.namespace))))


def plekken(soort: Berichtsoort, wortel: Any) -> Iterator[tuple[Any, Element, str]]:
    """Every first element of its kind: its node, its place in the standard, its path."""
    yield from _onder(soort, wortel, soort.wortel, "")


def _onder(
    soort: Berichtsoort, knoop: Any, klasse: Element, pad: str
) -> Iterator[tuple[Any, Element, str]]:
    for element in klasse.kinderen:
        kind = knoop.find(soort.tag(element))
        stap = f"{element.naam}[1]" if element.is_lijst else element.naam
        hier = f"{pad}/{stap}" if pad else stap
        yield kind, element, hier
        yield from _onder(soort, kind, element, hier)


def tekst(wortel: Any) -> bytes:
    """The tree as the bytes of a file."""
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")
