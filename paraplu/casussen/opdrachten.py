"""`routevoorbeeld` on the command line: what a new version of a route would do to running cases."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu.afspraken.routes import FouteRoute, GeenRoute, Route, route

if TYPE_CHECKING:
    from .voorbeeld import Voorbeeld

KLAAR, BEZWAREN, KAN_NIET = 0, 1, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "routevoorbeeld",
        help="toon wat een nieuwe versie van een route met lopende casussen zou doen",
        description="Toon wat een nieuwe versie zou doen, in aantallen. Er verandert niets.",
        epilog="Voorbeeld: paraplu routevoorbeeld aanmeldroute-301/2027-01-01.toml",
    )
    parser.add_argument("pad", type=Path, help="het bestand, in een map met de naam van de route")
    parser.set_defaults(doe=show, database=True)


def show(args: argparse.Namespace) -> int:
    """Print the preview. 0: every case can move; 1: some cannot; 2: the file is wrong."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from .voorbeeld import preview  # noqa: PLC0415

    try:
        nieuw = read_route(args.pad)
    except (GeenRoute, FouteRoute, OSError, ValueError) as fout:
        print(fout, file=sys.stderr)
        return KAN_NIET
    voorbeeld = preview(nieuw, on=localdate())
    print("\n".join(list_zinnen(voorbeeld)))
    return BEZWAREN if voorbeeld.bezwaren else KLAAR


def read_route(pad: Path) -> Route:
    """The version in a file that need not be among the versions of Paraplu."""
    try:
        versie = date.fromisoformat(pad.stem)
    except ValueError:
        raise ValueError(
            f"Noem {pad.name} naar de dag waarop de versie ingaat, zoals 2027-01-01.toml."
        ) from None
    volledig = pad.resolve()
    return route(volledig.parent.name, versie, volledig.parent.parent)


def list_zinnen(voorbeeld: Voorbeeld) -> Iterator[str]:
    """The preview as lines: counts, per region, per open step, and why cases cannot move."""
    totaal = voorbeeld.totaal
    yield f"{voorbeeld.route.naam}, versie van {voorbeeld.route.versie}"
    if not voorbeeld.casussen:
        yield "Er lopen geen casussen op een andere versie van deze route."
        return
    yield f"Lopende casussen: {totaal.casussen}. Kunnen over: {totaal.kunnen_over}. Verandert iets: {totaal.veranderen}."
    for telling in voorbeeld.per_regio:
        yield f"  regio {telling.regio}: {telling.casussen}, kunnen over {telling.kunnen_over}, verandert iets {telling.veranderen}"
    yield "Waar zij nu staan:"
    for naam, aantal, anders in voorbeeld.per_stap:
        yield f"  {naam}: {aantal}, verandert iets {anders}"
    for zin, aantal in voorbeeld.bezwaren:
        yield f"Kan niet over ({aantal}): {zin}"
