"""The digest of the content of a message: the same for every way it was written down or read (P48)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from paraplu.berichten.standaard import Berichtsoort, Element
from paraplu.berichten.waarde import WIT

#: XML cannot contain these characters, so that no text can pass for structure.
OPEN, DICHT, ATTRIBUUT = "\x02", "\x03", "\x04"
#: Stands for the namespace of the base schema.
BASIS = "i:"

Naam = Callable[[str], str]


@cache
def maak_naam(soort: Berichtsoort) -> Naam:
    """A function that gives a tag of lxml its name in the digest: without prefix, with other namespaces."""
    eigen, basis = f"{{{soort.namespace}}}", f"{{{soort.basisnamespace}}}"
    bekend: dict[str, str] = {}

    def naam(tag: str) -> str:
        kort = bekend.get(tag)
        if kort is None:
            kort = tag.replace(eigen, "", 1).replace(basis, BASIS, 1)
            bekend[tag] = kort
        return kort

    return naam


class Inhoud:
    """Collects the content: what is inside the stream in one digest, everything else in another."""

    def __init__(self, soort: Berichtsoort) -> None:
        self.naam = maak_naam(soort)
        self._klassen = _klassen(soort)
        self._stroom = hashlib.sha256()
        self._rest = hashlib.sha256(soort.namespace.encode())

    def stroom(self, element: Any) -> None:
        """Add what is inside the element with the clients, or inside one piece of it."""
        delen: list[str] = []
        self._schrijf_binnen(element, delen, ())
        self.stroomtekst("".join(delen).encode())

    def stroomtekst(self, tekst: bytes) -> None:
        """Add clients that are canonical already."""
        self._stroom.update(tekst)

    def rest(self, wortel: Any, *, zonder: Sequence[Any]) -> None:
        """Add a tree, except what is inside the elements `zonder`."""
        delen: list[str] = []
        self._schrijf(wortel, delen, zonder)
        self._rest.update("".join(delen).encode())

    def resttekst(self, tekst: bytes) -> None:
        """Add what is outside the stream, canonical already."""
        self._rest.update(tekst)

    def digest(self) -> bytes:
        """The digest of all that was added."""
        return hashlib.sha256(self._stroom.digest() + self._rest.digest()).digest()

    def _schrijf(self, element: Any, delen: list[str], zonder: Sequence[Any]) -> None:
        naam = self.naam(element.tag)
        delen += (OPEN, naam)
        for sleutel, waarde in sorted(element.items()):
            delen += (ATTRIBUUT, sleutel, "=", waarde)
        if element in zonder:
            pass
        elif len(element) == 0 and naam not in self._klassen:
            delen += (" ", element.text or "")
        else:
            self._schrijf_binnen(element, delen, zonder)
        delen.append(DICHT)

    def _schrijf_binnen(self, element: Any, delen: list[str], zonder: Sequence[Any]) -> None:
        _schrijf_tekst(element.text, delen)
        for kind in element:
            self._schrijf(kind, delen, zonder)
            _schrijf_tekst(kind.tail, delen)


@cache
def _klassen(soort: Berichtsoort) -> frozenset[str]:
    """The names, as in the digest, of the elements that are never a leaf."""
    bladeren = frozenset(_namen(soort.wortel, bladeren=True))
    return frozenset(_namen(soort.wortel, bladeren=False)) - bladeren


def _namen(element: Element, *, bladeren: bool) -> Iterator[str]:
    if (element.type is not None) == bladeren:
        yield (BASIS if element.in_basis else "") + element.naam
    for kind in element.kinderen:
        yield from _namen(kind, bladeren=bladeren)


def _schrijf_tekst(tekst: str | None, delen: list[str]) -> None:
    """Text between elements does not belong there, but where it stands it counts."""
    if tekst and tekst.strip(WIT):
        delen += (" ", tekst)
