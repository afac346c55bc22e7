"""From a line by its number, as the tables of the monitor have it, to a place in the message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from paraplu.berichten.antwoord.oordeel import NietTeBeoordelen, Oordeel
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.standaard import Element


def oordelen_bij(bericht: Bericht, rijen: Iterable[tuple[int, str, str]]) -> tuple[Oordeel, ...]:
    """Judgements on this message from rows of (volgnummer, klasse, code).

    `klasse` is the path of the class without numbers, `volgnummer` that of the (first) line in it,
    or 0 where the message has the class once. Raises NietTeBeoordelen for a line that is not there.
    """
    paden = regelpaden(bericht)
    return tuple(
        Oordeel(pad=_pad(klasse, nummer, paden) if nummer else klasse, code=code)
        for nummer, klasse, code in rijen
    )


def regelpaden(bericht: Bericht) -> tuple[str, ...]:
    """The paths of the lines of a message, in the order of their volgnummer (from 1)."""
    # The layout of the tables brings Arrow.
    from paraplu.berichten.stroom.indeling import indeling  # noqa: PLC0415

    opzet = indeling(bericht.soort, bericht.release)
    wortel = bericht.berichtsoort.wortel
    return tuple(
        pad
        for client, inhoud, element in _volg(bericht.inhoud, wortel, opzet.client, "")
        for soort in opzet.regels
        for pad, _, _ in _volg(inhoud, element, soort.stappen, client)
    )


def _pad(klasse: str, nummer: int, paden: tuple[str, ...]) -> str:
    """The class at or above the line with this number."""
    if nummer > len(paden):
        raise NietTeBeoordelen("Een oordeel gaat over een regel die er niet staat.")
    stappen = klasse.split("/")
    gevonden = paden[nummer - 1].split("/")[: len(stappen)]
    if [stap.partition("[")[0] for stap in gevonden] != stappen:
        raise NietTeBeoordelen("Een oordeel gaat over een klasse waar de regel niet in staat.")
    return "/".join(gevonden)


def _volg(
    inhoud: Mapping[str, Any], klasse: Element, stappen: tuple[str, ...], pad: str
) -> Iterator[tuple[str, Mapping[str, Any], Element]]:
    """Every class at the end of these steps: its path, its content, its place in the standard."""
    if not stappen:
        yield pad, inhoud, klasse
        return
    element = klasse.kind(stappen[0])
    gevonden = inhoud.get(element.naam)
    hier = f"{pad}/{element.naam}" if pad else element.naam
    if gevonden is None:
        return
    for nummer, een in enumerate(gevonden if element.is_lijst else [gevonden], 1):
        eigen = f"{hier}[{nummer}]" if element.is_lijst else hier
        yield from _volg(een, element, stappen[1:], eigen)
