"""The walk along what one expression matched, as a function of Python that is made once per class.

Thousands of small messages have the same classes. A loop over the steps of a class costs four times
as much as the same steps written out, so they are written out: from the steps alone, in which only
names of the standard stand, never text of a message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from paraplu.berichten.inhoud import is_goed
from paraplu.berichten.stroom.digest import DICHT

#: What a step of a class is: a text; a date; a BSN or gemeente; a class; classes or texts that repeat.
BLAD, DATUM, KEUR, KLASSE, KLASSEN, BLADEN, VAK = range(7)
#: The group of what is always there.
ALTIJD = 0

#: Of each child: what it is, its name, how it begins in the digest, its group, whether it may be
#: absent, and what is in it.
Stap = tuple[int, str, bytes, int, bool, Any]
Stappen = tuple[Stap, ...]
#: From the groups of a match to the content; adds the canonical text.
Wandeling = Callable[[tuple[bytes | None, ...], list[bytes]], dict[str, Any]]

_DICHT = DICHT.encode()


class Anders(Exception):
    """Something that the expression lets pass is not in order: the careful way has to say what."""


def maak_wandeling(kop: bytes, stappen: Stappen) -> Wandeling:
    """The function for a class that begins with `kop` in the digest."""
    bouw = _Bouw()
    bouw.vast += kop
    bouw.klasse(stappen, "d", 1)
    bouw.vast += _DICHT
    bouw.schrijf_vast(1)
    tekst = "\n".join(["def wandel(g, a):", *bouw.regels, " return d"])
    exec(tekst, bouw.namen)  # noqa: S102 - made here, from names of the standard
    wandel: Wandeling = bouw.namen["wandel"]
    return wandel


class _Bouw:
    """The lines of the function so far; `vast` is canonical text that has still to be added."""

    def __init__(self) -> None:
        self.regels: list[str] = []
        self.namen: dict[str, Any] = {"dag_van": dag_van, "keur": keur, "Anders": Anders}
        self.vast = b""

    def klasse(self, stappen: Stappen, doel: str, diepte: int) -> None:
        """Fill a new dict `doel`."""
        self._regel(diepte, f"{doel} = {{}}")
        for stap in stappen:
            if stap[4]:
                self.schrijf_vast(diepte)
                self._regel(diepte, f"if g[{stap[3]}] is not None:")
                self._stap(stap, doel, diepte + 1)
                self.schrijf_vast(diepte + 1)
            else:
                self._stap(stap, doel, diepte)

    def schrijf_vast(self, diepte: int) -> None:
        """Add the canonical text that waits."""
        if self.vast:
            self._regel(diepte, f"a.append({self.vast!r})")
            self.vast = b""

    def _stap(self, stap: Stap, doel: str, diepte: int) -> None:
        wat, naam, kop, groep, _, onder = stap
        if wat in (BLAD, DATUM, KEUR):
            self._blad(stap, doel, diepte)
        elif wat == KLASSE:
            self.vast += kop
            self.klasse(onder, f"{doel}_", diepte)
            self._regel(diepte, f"{doel}[{naam!r}] = {doel}_")
            self.vast += _DICHT
        elif wat == VAK:
            self._regel(diepte, f"{doel}[{naam!r}] = {{}}")
            self.vast += kop + _DICHT
        else:
            self.schrijf_vast(diepte)
            functie = f"f{len(self.namen)}"
            self.namen[functie] = onder
            self._regel(diepte, f"{doel}[{naam!r}] = {functie}(g[{groep}], a)")

    def _blad(self, stap: Stap, doel: str, diepte: int) -> None:
        wat, naam, kop, groep, _, onder = stap
        self._regel(diepte, f"a += ({self.vast + kop!r}, g[{groep}])")
        self.vast = _DICHT
        self._regel(diepte, f"{doel}[{naam!r}] = g[{groep}].decode()")
        if wat == DATUM:
            self._regel(diepte, f"if dag_van(g[{groep}]) is None: raise Anders")
        elif wat == KEUR:
            element = f"e{len(self.namen)}"
            self.namen[element] = onder
            self._regel(diepte, f"keur({doel}[{naam!r}], {element})")

    def _regel(self, diepte: int, tekst: str) -> None:
        self.regels.append(" " * diepte + tekst)


def keur(tekst: str, element: Any) -> None:
    """Raise Anders for a BSN or a gemeente that is none."""
    if not is_goed(tekst, element):
        raise Anders


@lru_cache(maxsize=100_000)
def dag_van(tekst: bytes) -> date | None:
    """The date, or None when it does not exist. There are few of them, and they come often."""
    try:
        return date.fromisoformat(tekst.decode())
    except ValueError:
        return None


def lees_klassen(patroon: Any, wandeling: Wandeling) -> Callable[[bytes, list[bytes]], list[Any]]:
    """A function that reads the text of a list, item by item; Anders when anything else is in it."""

    def lees(tekst: bytes, delen: list[bytes]) -> list[Any]:
        return [wandeling(een, delen) for een in _items(patroon, tekst)]

    return lees


def _items(patroon: Any, tekst: bytes) -> Iterator[tuple[bytes | None, ...]]:
    plek = 0
    while plek < len(tekst):
        gevonden = patroon.match(tekst, plek)
        if gevonden is None:
            raise Anders
        yield (b"", *gevonden.groups())
        plek = gevonden.end()


def lees_bladen(patroon: Any, kop: bytes) -> Callable[[bytes, list[bytes]], list[str]]:
    """A function that reads the texts of a leaf that repeats."""

    def lees(tekst: bytes, delen: list[bytes]) -> list[str]:
        teksten = patroon.findall(tekst)
        for een in teksten:
            delen += (kop, een, _DICHT)
        return [een.decode() for een in teksten]

    return lees
