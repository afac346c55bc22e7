"""Write a message as the standard wants it: fixed order, UTF-8 without BOM, CR/LF (OP192)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.standaard import Berichtsoort, Element

#: Text that has to be escaped, and characters that XML cannot hold at all.
_BIJZONDER = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_VERVANG = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}


class NietTeSchrijven(ValueError):
    """The content does not fit the kind of message; says where, never which value."""


class _Plan(NamedTuple):
    """How to write one element; `kinderen` is None for a leaf."""

    naam: str
    begin: str
    einde: str
    kinderen: tuple[_Plan, ...] | None
    is_lijst: bool


def schrijf(bericht: Bericht) -> bytes:
    """The message as bytes, each element on a line of its own.

    The order comes from the tables, not from the dicts. What is absent is left out (`controleer`
    says whether that is allowed); what the standard does not know raises NietTeSchrijven.
    """
    soort = bericht.berichtsoort
    prefix = soort.naam.lower()
    uit = [
        '<?xml version="1.0" encoding="UTF-8"?>\r\n'
        f'<{prefix}:Bericht xmlns:ijw="{soort.basisnamespace}" xmlns:{prefix}="{soort.namespace}">'
        "\r\n"
    ]
    _schrijf_kinderen(uit, _plan(soort), bericht.inhoud, soort.naam)
    uit.append(f"</{prefix}:Bericht>\r\n")
    return "".join(uit).encode("utf-8")


def _schrijf_kinderen(
    uit: list[str], plan: tuple[_Plan, ...], inhoud: dict[str, Any], pad: str
) -> None:
    if not isinstance(inhoud, dict):
        raise NietTeSchrijven(f"{pad}: hier horen elementen, geen tekst.")
    gezien = 0
    for naam, begin, einde, kinderen, is_lijst in plan:
        if naam not in inhoud:
            continue
        gezien += 1
        waarde = inhoud[naam]
        if is_lijst != isinstance(waarde, list):
            soort = "een lijst" if is_lijst else "een enkele waarde"
            raise NietTeSchrijven(f"{pad}/{naam}: hier hoort {soort}.")
        for een in waarde if is_lijst else (waarde,):
            if kinderen is None:
                uit.append(f"{begin}{_tekst(een, pad, naam)}{einde}")
            else:
                uit.append(begin)
                _schrijf_kinderen(uit, kinderen, een, f"{pad}/{naam}")
                uit.append(einde)
    if gezien != len(inhoud):
        vreemd = sorted(set(inhoud) - {stap.naam for stap in plan})
        raise NietTeSchrijven(f"{pad}: onbekend element {', '.join(vreemd)}.")


def _tekst(waarde: Any, pad: str, naam: str) -> str:
    if not isinstance(waarde, str):
        raise NietTeSchrijven(f"{pad}/{naam}: hier hoort tekst.")
    if _BIJZONDER.search(waarde) is None:
        return waarde
    try:
        return _BIJZONDER.sub(lambda teken: _VERVANG[teken[0]], waarde)
    except KeyError:
        raise NietTeSchrijven(f"{pad}/{naam}: een teken dat niet in XML kan.") from None


@cache
def _plan(soort: Berichtsoort) -> tuple[_Plan, ...]:
    return tuple(_plan_element(soort, kind) for kind in soort.wortel.kinderen)


def _plan_element(soort: Berichtsoort, element: Element) -> _Plan:
    naam = f"{'ijw' if element.in_basis else soort.naam.lower()}:{element.naam}"
    blad = element.type is not None
    return _Plan(
        naam=element.naam,
        begin=f"<{naam}>" if blad else f"<{naam}>\r\n",
        einde=f"</{naam}>\r\n",
        kinderen=None if blad else tuple(_plan_element(soort, kind) for kind in element.kinderen),
        is_lijst=element.is_lijst,
    )
