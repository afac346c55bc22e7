"""Hold a tree to the rules of the standard, and say each fault with its line in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from paraplu.berichten import codes
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.plaats import Bron
from paraplu.berichten.regels.geheugen import HOOGSTENS_PER_REGEL
from paraplu.berichten.regels.toets import Breuk, Inhoud, Omgeving, zoek_breuken

_STAP = re.compile(r"([^/\[]+)(?:\[(\d+)\])?")


def keur_regels(
    wortel: Any,
    bron: Bron,
    inhoud: Inhoud,
    omgeving: Omgeving,
    *,
    fouten: Iterable[str] = (),
    binnen: tuple[str, ...] = (),
    eerste_client: int = 1,
) -> Iterator[Bevinding]:
    """The findings of all rules on one tree with this `inhoud`.

    `fouten` are the paths of structure findings: a class with one of these in it is not held to a
    rule. `binnen` and `eerste_client` are those of a piece of a larger message. Of one rule in
    classes that repeat at most HOOGSTENS_PER_REGEL breaks are told, and then that there are more.
    """
    scheef = {klasse for pad in fouten for klasse in _klassen_om(pad)}
    vinder = _Vinder(wortel, eerste_client)
    gevonden = zoek_breuken(
        inhoud, bron.soort, omgeving, scheef=scheef, binnen=binnen, vanaf=eerste_client
    )
    for breuk in gevonden:
        aantal = omgeving.geheugen.tel_breuk(breuk.toets.code) if breuk.herhaald else 0
        if aantal <= HOOGSTENS_PER_REGEL:
            yield meld_breuk(breuk, bron, vinder.vind(breuk.pad))
        elif aantal == HOOGSTENS_PER_REGEL + 1:
            yield _meld_meer(breuk, bron, vinder.vind(breuk.pad))


def meld_breuk(breuk: Breuk, bron: Bron, knoop: Any) -> Bevinding:
    """The finding on a broken rule. It refuses nothing: that is for the answer, not for the intake."""
    return Bevinding(
        bestand=bron.bestand,
        regel=bron.regel_van(knoop),
        pad=breuk.pad,
        code=breuk.toets.code,
        tekst=breuk.toets.tekst,
        remedie=breuk.toets.remedie,
        weigert="",
    )


def _meld_meer(breuk: Breuk, bron: Bron, knoop: Any) -> Bevinding:
    return Bevinding(
        bestand=bron.bestand,
        regel=bron.regel_van(knoop),
        pad=breuk.pad,
        code=codes.TE_VEEL,
        tekst=f"Regel {breuk.toets.code} is vaker dan {HOOGSTENS_PER_REGEL} keer overtreden. "
        "De rest is niet genoemd.",
        remedie="Los de genoemde fouten op en lever het bestand opnieuw aan.",
        weigert="",
    )


def _klassen_om(pad: str) -> Iterator[str]:
    """The paths of the classes that this path lies in, and the path itself."""
    yield ""
    plek = pad.find("/")
    while plek >= 0:
        yield pad[:plek]
        plek = pad.find("/", plek + 1)
    yield pad


class _Vinder:
    """Finds the element at a path in one tree; what it looked through once it remembers."""

    def __init__(self, wortel: Any, eerste_client: int) -> None:
        self._wortel = wortel
        self._eerste = {"Client": eerste_client}
        self._kinderen: dict[Any, dict[str, list[Any]]] = {}

    def vind(self, pad: str) -> Any:
        """The element, or the deepest one on the way that is there: what is missing has no line."""
        knoop = self._wortel
        for naam, nummer in _STAP.findall(pad):
            gezocht = self._per_naam(knoop).get(naam, ())
            plek = int(nummer) - self._eerste.get(naam, 1) if nummer else 0
            if plek >= len(gezocht):
                return knoop
            knoop = gezocht[plek]
        return knoop

    def _per_naam(self, knoop: Any) -> dict[str, list[Any]]:
        if knoop not in self._kinderen:
            per_naam: dict[str, list[Any]] = {}
            for kind in knoop:
                per_naam.setdefault(kind.tag.rpartition("}")[2], []).append(kind)
            self._kinderen[knoop] = per_naam
        return self._kinderen[knoop]
