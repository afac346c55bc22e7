"""Which classes of a message get answer codes, and in which of them a path lies: from the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from paraplu.berichten.antwoord.oordeel import NietTeBeoordelen
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.standaard import Berichtsoort, Element

HEADER: Final = "Header"
RETOURCODES: Final = "RetourCodes"
RETOURCODE: Final = "RetourCode"
#: What a class of a message is called in its answer, where that differs.
IN_ANTWOORD: Final = {"Declaratie": "DeclaratieAntwoord"}

_STAP = re.compile(r"([A-Za-z0-9]+)(?:\[([1-9][0-9]{0,8})\])?")


@cache
def klassen(heen: Berichtsoort, antwoord: Berichtsoort) -> frozenset[tuple[str, ...]]:
    """The paths of the classes of `heen`, without numbers, that carry codes in `antwoord`."""
    return frozenset(_klassen(heen.wortel, antwoord.wortel, ()))


def _klassen(heen: Element, antwoord: Element, pad: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if RETOURCODES in antwoord.per_naam:
        yield pad
    for kind in heen.kinderen:
        evenknie = antwoord.per_naam.get(IN_ANTWOORD.get(kind.naam, kind.naam))
        if evenknie is not None:
            yield from _klassen(kind, evenknie, (*pad, kind.naam))


@dataclass(frozen=True)
class Plek:
    """Finds the class that a path in this message belongs to, as the kind `antwoord` sees it."""

    bericht: Bericht
    antwoord: Berichtsoort

    def klasse_van(self, pad: str) -> str:
        """The deepest class at or above `pad` that gets a code; the Header for what lies outside.

        A number may be left out where the class stands once. Raises NietTeBeoordelen when the
        standard or the message does not have such a place; it never shows the path itself.
        """
        heen = self.bericht.berichtsoort
        dragers = klassen(heen, self.antwoord)
        element, inhoud, gezien = heen.wortel, self.bericht.inhoud, ""
        namen: tuple[str, ...] = ()
        klasse = HEADER
        for stap in pad.split("/") if pad else ():
            element, nummer = _stap(element, stap)
            inhoud, label = _waarde(inhoud, element, nummer)
            namen = (*namen, element.naam)
            gezien = f"{gezien}/{label}" if gezien else label
            if namen in dragers:
                if inhoud is None:
                    raise NietTeBeoordelen("Een pad wijst naar een klasse die er niet staat.")
                klasse = gezien
        return klasse


def _stap(element: Element, stap: str) -> tuple[Element, int | None]:
    delen = _STAP.fullmatch(stap)
    kind = element.per_naam.get(delen[1]) if delen else None
    if delen is None or kind is None:
        raise NietTeBeoordelen("Een pad komt in dit soort bericht niet voor.")
    return kind, int(delen[2]) if delen[2] else None


def _waarde(inhoud: Any, element: Element, nummer: int | None) -> tuple[Any, str]:
    """The content at this step, None when it is absent, and how the step is written."""
    gevonden = inhoud.get(element.naam) if isinstance(inhoud, Mapping) else None
    if not element.is_lijst:
        return (gevonden if nummer in (None, 1) else None), element.naam
    rij = gevonden or []
    if nummer is None and len(rij) > 1:
        raise NietTeBeoordelen(f"Bij {element.naam} in een pad hoort een nummer.")
    plek = nummer or 1
    return (rij[plek - 1] if plek <= len(rij) else None), f"{element.naam}[{plek}]"
