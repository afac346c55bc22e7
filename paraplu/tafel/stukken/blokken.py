"""A fixed document as it is kept: its parts as plain values, so that it always reads as it was fixed.

The page and the PDF are both made from these same parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from paraplu.web.papier.stuk import Alinea, Blok, Kop, Lijst, Ondertekening, Tabel, Velden

SOORTEN: dict[str, type[Blok]] = {
    soort.__name__.lower(): soort for soort in (Kop, Alinea, Lijst, Tabel, Velden, Ondertekening)
}


def to_inhoud(blokken: Iterable[Blok]) -> list[dict[str, Any]]:
    """The parts as JSON keeps them."""
    return [{"soort": type(blok).__name__.lower(), **_plain(asdict(blok))} for blok in blokken]


def from_inhoud(inhoud: Iterable[dict[str, Any]]) -> tuple[Blok, ...]:
    """The parts as they were."""
    return tuple(_read(dict(deel)) for deel in inhoud)


def _plain(waarden: dict[str, Any]) -> dict[str, Any]:
    return {
        naam: waarde.isoformat() if isinstance(waarde, date) else waarde
        for naam, waarde in waarden.items()
    }


def _read(deel: dict[str, Any]) -> Blok:
    soort = SOORTEN[deel.pop("soort")]
    if deel.get("datum"):
        deel["datum"] = date.fromisoformat(deel["datum"])
    return soort(**{naam: _tuple(waarde) for naam, waarde in deel.items()})


def _tuple(waarde: Any) -> Any:
    return tuple(_tuple(deel) for deel in waarde) if isinstance(waarde, list | tuple) else waarde
