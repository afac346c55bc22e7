"""`route`: a route as it was agreed, on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date

from paraplu.afspraken.routes.laden import GeenRoute, geldend, route, routes, versies
from paraplu.afspraken.routes.model import OnbekendeOptie, Route
from paraplu.afspraken.routes.velden import FouteRoute
from paraplu.afspraken.routes.weergave import als_waarden, show_route, show_routes

KLAAR, KAN_NIET = 0, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "route",
        help="toon een aanmeldroute: stappen, rollen, termijnen en vereisten",
        description="Toon een aanmeldroute. Zonder naam: welke routes er zijn, met hun versies.",
        epilog="Voorbeeld: paraplu route aanmeldroute-315 --optie lt_eerst",
    )
    parser.add_argument("sleutel", nargs="?", help="de route, zoals aanmeldroute-301")
    welke = parser.add_mutually_exclusive_group()
    welke.add_argument("--versie", type=_datum, metavar="DATUM", help="de versie die toen begon")
    welke.add_argument(
        "--op", type=_datum, metavar="DATUM", help="wat op die dag geldt (standaard: vandaag)"
    )
    parser.add_argument(
        "--optie", action="append", default=[], help="een keuze van de regio, zoals lt_eerst"
    )
    parser.add_argument("--formaat", choices=("tabel", "json"), default="tabel")
    parser.set_defaults(doe=show)


def show(args: argparse.Namespace) -> int:
    """Print a route or the list; 2 when there is no such route, version or option."""
    try:
        gevonden = _find(args) if args.sleutel else _alle()
    except (GeenRoute, FouteRoute) as fout:
        print(fout, file=sys.stderr)
        return KAN_NIET
    except OnbekendeOptie as fout:
        print(f"Deze route kent de keuze '{fout.args[0]}' niet.", file=sys.stderr)
        return KAN_NIET
    if args.formaat == "json":
        print(json.dumps(_waarden(gevonden), ensure_ascii=False, indent=2))
    else:
        print(show_route(gevonden) if isinstance(gevonden, Route) else show_routes(gevonden))
    return KLAAR


def _find(args: argparse.Namespace) -> Route:
    if args.versie:
        gevonden = route(args.sleutel, args.versie)
    else:
        gevonden = geldend(args.sleutel, op=args.op or date.today())  # noqa: DTZ011 - the day here
    return gevonden.met_opties(args.optie)


def _alle() -> list[Route]:
    return [route(sleutel, versie) for sleutel in routes() for versie in versies(sleutel)]


def _waarden(gevonden: Route | list[Route]) -> object:
    if isinstance(gevonden, Route):
        return als_waarden(gevonden)
    return [als_waarden(een) for een in gevonden]


def _datum(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(
            "schrijf de dag als JJJJ-MM-DD, zoals 2026-04-02"
        ) from fout
