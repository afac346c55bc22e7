"""A check of our own: one small query with its code, its words and what it does to the figures."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final, Literal

from ibis.expr.types import Table

from paraplu.monitor.kwaliteit.bron import Bron

Wie = Literal["gemeente", "gi", "aanbieder"]
Haak = Literal["toewijzing", "regel", "bericht", "kind", "maand"]
Zoek = Callable[[Bron], Table]

_MODULES: Final = ("toewijzing", "startstop", "maanden", "termijnen", "plaats", "codes", "bedragen")


class OnbekendeControle(ValueError):
    """A code that is no check."""


@dataclass(frozen=True, kw_only=True)
class Controle:
    """One check on the data, on top of the rules of the standard.

    `uitleg` says what a finding means, `advies` what to do. `herstelt`: who can mend it, whoever
    must begin first. `buigt`: per indicator that a finding bends, how, as a Dutch sentence.
    `haak`: through what a finding touches the rows of an indicator. `mist`: the reason on which
    candidates fall now, that would count once this is mended. `over_berichten`: it tells of messages
    and their terms, not of a child. `bron`: where the check comes from.
    `zoek` gives the findings, columns `vorm.VELDEN`.
    """

    code: str
    titel: str
    uitleg: str
    advies: str
    herstelt: tuple[Wie, ...]
    buigt: Mapping[str, str]
    haak: Haak
    bron: str
    zoek: Zoek
    mist: str = ""
    over_berichten: bool = False


_CONTROLES: dict[str, Controle] = {}


def controle(
    code: str,
    *,
    titel: str,
    advies: str,
    herstelt: tuple[Wie, ...],
    haak: Haak,
    bron: str,
    buigt: Mapping[tuple[str, ...], str] | None = None,
    mist: str = "",
    over_berichten: bool = False,
) -> Callable[[Zoek], Zoek]:
    """Register the function below as check `code`; its docstring is the explanation shown (Dutch)."""

    def bij(zoek: Zoek) -> Zoek:
        if code in _CONTROLES:
            raise ValueError(f"{code} heeft al een functie")
        _CONTROLES[code] = Controle(
            code=code,
            titel=titel,
            uitleg=" ".join((inspect.getdoc(zoek) or "").split()),
            advies=advies,
            herstelt=herstelt,
            buigt={naam: zin for namen, zin in (buigt or {}).items() for naam in namen},
            haak=haak,
            bron=bron,
            zoek=zoek,
            mist=mist,
            over_berichten=over_berichten,
        )
        return zoek

    return bij


@cache
def controles() -> Mapping[str, Controle]:
    """Every check by its code, in the order of the codes."""
    for naam in _MODULES:
        import_module(f"paraplu.monitor.kwaliteit.toetsen.{naam}")
    return dict(sorted(_CONTROLES.items()))


def zoek_controle(code: str) -> Controle:
    """The check with this code. Raises OnbekendeControle."""
    try:
        return controles()[code]
    except KeyError:
        raise OnbekendeControle(
            f"{code!r} is geen controle; wel: {', '.join(controles())}"
        ) from None
