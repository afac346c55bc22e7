"""Hold a tree to the rules of the standard, and say each fault with its line in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.plaats import Bron
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
    rule. `binnen` and `eerste_client` are those of a piece of a larger message.
    """
    scheef = list(fouten)
    for breuk in zoek_breuken(inhoud, bron.soort, omgeving, binnen=binnen):
        verschoven = _verschuif(breuk.pad, eerste_client)
        klasse = _verschuif(breuk.klasse, eerste_client)
        if not any(_staat_in(pad, klasse) for pad in scheef):
            yield meld_breuk(breuk, bron, _vind(wortel, breuk.pad), pad=verschoven)


def meld_breuk(breuk: Breuk, bron: Bron, knoop: Any, *, pad: str) -> Bevinding:
    """The finding on a broken rule. It refuses nothing: that is for the answer, not for the intake."""
    return Bevinding(
        bestand=bron.bestand,
        regel=bron.regel_van(knoop),
        pad=pad,
        code=breuk.toets.code,
        tekst=breuk.toets.tekst,
        remedie=breuk.toets.remedie,
        weigert="",
    )


def _staat_in(pad: str, klasse: str) -> bool:
    return not klasse or pad == klasse or pad.startswith(f"{klasse}/")


def _verschuif(pad: str, eerste_client: int) -> str:
    """The path in the whole message of a path in a piece that begins with this client."""
    if eerste_client == 1:
        return pad
    return re.sub(
        r"\bClient\[(\d+)\]", lambda m: f"Client[{int(m[1]) + eerste_client - 1}]", pad, count=1
    )


def _vind(wortel: Any, pad: str) -> Any:
    """The element at this path, or the deepest one that is there: what is missing has no line."""
    knoop = wortel
    for naam, nummer in _STAP.findall(pad):
        gezocht = [kind for kind in knoop if kind.tag.rpartition("}")[2] == naam]
        plek = int(nummer or 1) - 1
        if plek >= len(gezocht):
            return knoop
        knoop = gezocht[plek]
    return knoop
