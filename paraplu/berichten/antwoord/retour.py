"""The retour on a 301, 305, 307, 315, 317 or 319, by IV028 and IV032."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from paraplu.berichten.antwoord.klassen import HEADER, RETOURCODE, RETOURCODES
from paraplu.berichten.antwoord.oordeel import GOED, NIET_BEOORDEELD, TECHNISCH
from paraplu.berichten.antwoord.weging import INHOUD, Weging
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.standaard import Berichtsoort, Element

Codes = Mapping[str, tuple[str, ...]]


def maak_retour(
    bericht: Bericht, weging: Weging, soort: Berichtsoort, eigen: Mapping[str, Any]
) -> Bericht:
    """The retour of this kind; `eigen` holds the elements of its header that are its own.

    All good: the header without codes. 0001, or a fault in the header: the header with the codes. A
    fault in a class: the whole message back, each class with its code, and 0200 in the header.
    """
    codes = headercodes(weging)
    inhoud: dict[str, Any] = {HEADER: _header(bericht, soort, eigen, codes)}
    if weging.codes and HEADER not in weging.codes:
        for element in soort.wortel.kinderen:
            if element.naam != HEADER and element.naam in bericht.inhoud:
                inhoud[element.naam] = _klasse(
                    bericht.inhoud[element.naam], element, element.naam, weging.codes
                )
    return Bericht(soort.naam, soort.release, inhoud)


def headercodes(weging: Weging) -> tuple[str, ...]:
    """The codes in the header: 0001, its own, 0200 above a class with a fault; none when all is good."""
    if weging.niveau == INHOUD:
        return (TECHNISCH,)
    return weging.codes.get(HEADER) or ((GOED,) if weging.codes else ())


def retourcodes(codes: tuple[str, ...]) -> dict[str, list[str]]:
    """The class RetourCodes with these codes."""
    return {RETOURCODE: list(codes)}


def _header(
    bericht: Bericht, soort: Berichtsoort, eigen: Mapping[str, Any], codes: tuple[str, ...]
) -> dict[str, Any]:
    """The header of the message unchanged, with what the retour adds where the tables have it."""
    bron = bericht.inhoud[HEADER] | eigen | ({RETOURCODES: retourcodes(codes)} if codes else {})
    return {
        element.naam: deepcopy(bron[element.naam])
        for element in soort.wortel.kind(HEADER).kinderen
        if element.naam in bron
    }


def _klasse(
    inhoud: Mapping[str, Any], klasse: Element, pad: str, codes: Codes, *, boven_goed: bool = True
) -> dict[str, Any]:
    """One class with its codes: its own; else 0200, or 0233 below a class that has a fault."""
    eigen = codes.get(pad)
    oordeel = eigen or (GOED if boven_goed else NIET_BEOORDEELD,)
    uit: dict[str, Any] = {}
    for element in klasse.kinderen:
        if element.naam == RETOURCODES:
            uit[RETOURCODES] = retourcodes(oordeel)
        elif element.naam in inhoud:
            uit[element.naam] = _onder(
                inhoud[element.naam],
                element,
                f"{pad}/{element.naam}",
                codes,
                boven_goed=boven_goed and not eigen,
            )
    return uit


def _onder(waarde: Any, element: Element, pad: str, codes: Codes, *, boven_goed: bool) -> Any:
    if element.type is not None or element.samengesteld:
        return deepcopy(waarde)
    if element.is_lijst:
        return [
            _klasse(een, element, f"{pad}[{nummer}]", codes, boven_goed=boven_goed)
            for nummer, een in enumerate(waarde, 1)
        ]
    return _klasse(waarde, element, pad, codes, boven_goed=boven_goed)
