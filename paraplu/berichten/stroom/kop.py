"""What the header of a message says, from its content: the same columns that the stream gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.stroom.indeling import indeling
from paraplu.berichten.stroom.rijen import lees_velden


def lees_kop(bericht: Bericht) -> dict[str, Any]:
    """The columns of table `bericht` that stand in the message itself, as in `Kop.velden`."""
    bladeren: dict[str, list[str]] = {}
    for pad, tekst in _bladeren(bericht.inhoud, ""):
        bladeren.setdefault(pad, []).append(tekst)
    return lees_velden(indeling(bericht.soort, bericht.release).kop, bladeren)


def _bladeren(inhoud: Mapping[str, Any], boven: str) -> Iterator[tuple[str, str]]:
    for naam, waarde in inhoud.items():
        # What repeats is no part of a header.
        if isinstance(waarde, dict):
            yield from _bladeren(waarde, f"{boven}{naam}/")
        elif isinstance(waarde, str):
            yield boven + naam, waarde
