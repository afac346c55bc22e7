"""Whether an envelope and the message in it name the same sender and receiver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from paraplu.berichten.omslag.kenmerken import Envelop, delen

#: A gemeente or an AGB code: other names (of a hub) say nothing about the message.
_ORGANISATIE = re.compile(r"[0-9]{4}|[0-9]{8}")
#: The header stands in the first part of a message.
_KOP = 8192
_AFZENDER = re.compile(rb"<(?:[\w.-]+:)?Afzender>\s*([0-9]{4,8})\s*<")
_ONTVANGER = re.compile(rb"<(?:[\w.-]+:)?Ontvanger>\s*([0-9]{4,8})\s*<")
#: An answer has the header of what it answers (IV028): its sender is the receiver there.
_ANTWOORD = re.compile(rb"<(?:[\w.-]+:)?IdentificatieRetour>")


@dataclass(frozen=True)
class Partijen:
    """Who sends and who receives; empty where it is not known."""

    afzender: str = ""
    ontvanger: str = ""


def partijen_van(wortel: Any, envelop: Envelop | None) -> Partijen:
    """The parties that the envelope names, when they are a gemeente or a provider."""
    if envelop is None:
        return Partijen()
    return Partijen(_zoek(wortel, envelop.afzender), _zoek(wortel, envelop.ontvanger))


def partijen_in(bericht: bytes) -> Partijen:
    """Who sends and receives the message itself, from its header."""
    kop = bericht[:_KOP]
    afzender, ontvanger = _AFZENDER.search(kop), _ONTVANGER.search(kop)
    gevonden = [plek[1].decode("ascii") if plek else "" for plek in (afzender, ontvanger)]
    if _ANTWOORD.search(kop):
        gevonden.reverse()
    return Partijen(*gevonden)


def verschillen(envelop: Partijen, bericht: Partijen) -> Iterator[str]:
    """The names of the places where both say something, and not the same."""
    if envelop.afzender and bericht.afzender and envelop.afzender != bericht.afzender:
        yield "afzender"
    if envelop.ontvanger and bericht.ontvanger and envelop.ontvanger != bericht.ontvanger:
        yield "ontvanger"


def _zoek(wortel: Any, pad: tuple[str, ...]) -> str:
    for element in wortel.iter("*"):
        if delen(element.tag)[1] == pad[-1] and _staat_onder(element, pad):
            tekst = (element.text or "").strip()
            return tekst if _ORGANISATIE.fullmatch(tekst) else ""
    return ""


def _staat_onder(element: Any, pad: tuple[str, ...]) -> bool:
    ouders = element.iterancestors()
    return all(
        (ouder := next(ouders, None)) is not None and delen(ouder.tag)[1] == naam
        for naam in reversed(pad[:-1])
    )
