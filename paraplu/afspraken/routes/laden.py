"""Which versions of a route there are, and which one a day has."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from paraplu.afspraken.routes.lezen import lees_route
from paraplu.afspraken.routes.model import Route
from paraplu.afspraken.routes.velden import FouteRoute

#: One folder per route, one file per version; the name of the file is the day it begins.
MAP: Final = Path(__file__).parent


class GeenRoute(LookupError):
    """There is no such route, no such version, or none yet on this day; the text says which."""


def routes(bron: Path = MAP) -> tuple[str, ...]:
    """The key of every route."""
    return tuple(sorted({bestand.parent.name for bestand in bron.glob("*/*.toml")}))


@cache
def versies(sleutel: str, bron: Path = MAP) -> tuple[date, ...]:
    """The days on which a version of this route begins, the first one first; GeenRoute."""
    if sleutel not in routes(bron):
        raise GeenRoute(f"De route '{sleutel}' bestaat niet. Kies uit: {', '.join(routes(bron))}.")
    return tuple(sorted(_versie(bestand) for bestand in (bron / sleutel).glob("*.toml")))


@cache
def route(sleutel: str, versie: date, bron: Path = MAP) -> Route:
    """One version of a route; GeenRoute, or FouteRoute when its file is wrong."""
    if versie not in versies(sleutel, bron):
        raise GeenRoute(f"De route '{sleutel}' heeft geen versie {versie}.")
    bestand = bron / sleutel / f"{versie}.toml"
    naam = f"{sleutel}/{bestand.name}"
    try:
        gegevens = tomllib.loads(bestand.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fout:
        raise FouteRoute(naam, f"dit is geen TOML ({fout}).", "Verbeter deze regel.") from None
    return lees_route(sleutel, versie, gegevens, naam)


def geldend(sleutel: str, *, op: date, bron: Path = MAP) -> Route:
    """The version with which a case begins that opens on this day; GeenRoute before the first.

    >>> geldend("aanmeldroute-301", op=date(2026, 1, 1)).versie
    datetime.date(2022, 1, 1)
    """
    tot_nu = [versie for versie in versies(sleutel, bron) if versie <= op]
    if not tot_nu:
        eerste = versies(sleutel, bron)[0]
        raise GeenRoute(f"De route '{sleutel}' geldt vanaf {eerste}; op {op} was zij er nog niet.")
    return route(sleutel, tot_nu[-1], bron)


def _versie(bestand: Path) -> date:
    try:
        return date.fromisoformat(bestand.stem)
    except ValueError:
        raise FouteRoute(
            f"{bestand.parent.name}/{bestand.name}",
            "de naam is geen dag.",
            "Noem het bestand naar de dag waarop het ingaat, zoals 2022-01-01.toml.",
        ) from None
