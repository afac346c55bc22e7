"""A rule across messages: one small function with its code, its place and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final

from ibis.expr.types import Table

from paraplu.monitor.keten.beeld import Beeld

#: What a rule gives: the message and the line (0: the message itself) that break it.
PLEK: Final = ("bericht", "volgnummer", "regel")
#: Every rule here is of level 3: it compares a message with what was sent before.
NIVEAU: Final = 3

Zoek = Callable[[Beeld], Table]

_MODULES: Final = (
    "antwoord",
    "credit",
    "declaratieantwoord",
    "periode",
    "startstop",
    "uniek",
    "verwijzing",
    "verzoek",
    "volume",
    "wijziging",
)


class OnbekendeRegel(ValueError):
    """A code that is no rule across messages."""


@dataclass(frozen=True, kw_only=True)
class Ketenregel:
    """One rule of iJW that compares a message with others.

    `retourcode` is what an answer says, "" where the standard has none. `klassen` names, per kind of
    message, the class in it that a finding is about: the `volgnummer` of a finding is that of the
    (first) line in that class, or 0 for a class above all lines. `tekst` and `remedie` are for the
    sender. `zoek` gives the rows (`PLEK`) that break the rule; a row may come twice.
    """

    code: str
    retourcode: str
    klassen: Mapping[str, str]
    tekst: str
    remedie: str
    zoek: Zoek


_REGELS: dict[str, Ketenregel] = {}


def ketenregel(
    code: str, *, retourcode: str, klassen: Mapping[str, str], tekst: str, remedie: str
) -> Callable[[Zoek], Zoek]:
    """Register the function below as the test of rule `code`."""

    def bij(zoek: Zoek) -> Zoek:
        if code in _REGELS:
            raise ValueError(f"{code} heeft al een functie")
        _REGELS[code] = Ketenregel(
            code=code,
            retourcode=retourcode,
            klassen=klassen,
            tekst=tekst,
            remedie=remedie,
            zoek=zoek,
        )
        return zoek

    return bij


@cache
def ketenregels() -> Mapping[str, Ketenregel]:
    """Every rule across messages by code, in the order of the codes."""
    for naam in _MODULES:
        import_module(f"paraplu.monitor.keten.{naam}")
    return dict(sorted(_REGELS.items()))


def zoek_regel(code: str) -> Ketenregel:
    """The rule with this code. Raises OnbekendeRegel."""
    try:
        return ketenregels()[code]
    except KeyError:
        raise OnbekendeRegel(f"{code!r} is geen regel tussen berichten") from None
