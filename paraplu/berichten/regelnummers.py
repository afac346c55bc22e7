"""The line of an element in its file, also past line 65,535, where libxml2 stops counting."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from xml.parsers import expat

#: libxml2 keeps the line of an element in 16 bits.
GRENS = 65_535


class Regelnummers:
    """Gives lines of the elements of one tree. `plus` is the number of lines before this chunk.

    A short text is answered by lxml. A long one is read once more by expat, which counts on, and
    only when somebody asks: a file without findings pays nothing. No DOCTYPE may stand in it.
    """

    def __init__(self, inhoud: bytes, wortel: Any, *, plus: int = 0) -> None:
        self._inhoud = inhoud
        self._wortel = wortel
        self._plus = plus

    def __call__(self, knoop: Any) -> int:
        """The line of `knoop` in the file, from 1."""
        if self._is_kort:
            return int(knoop.sourceline) + self._plus
        return self._geteld.get(knoop, knoop.sourceline) + self._plus

    @cached_property
    def _is_kort(self) -> bool:
        return self._inhoud.count(b"\n") < GRENS

    @cached_property
    def _geteld(self) -> dict[Any, int]:
        regels: list[int] = []
        lezer = expat.ParserCreate()
        lezer.StartElementHandler = lambda naam, attributen: regels.append(lezer.CurrentLineNumber)
        lezer.Parse(self._inhoud, True)
        return dict(zip(self._wortel.iter("*"), regels, strict=True))
