"""`netwerk inrichten` on the command line: the organisations and the choices of regions."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

KLAAR, KAN_NIET = 0, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    netwerk = subparsers.add_parser("netwerk", help="organisaties, regio's en contacten")
    handelingen = netwerk.add_subparsers(dest="handeling", metavar="HANDELING", required=True)
    inrichten = handelingen.add_parser(
        "inrichten", help="maak de organisaties en de keuzes van de regio's die er nog niet zijn"
    )
    inrichten.add_argument(
        "--op", metavar="DATUM", help="dag van wat geen eigen dag heeft (standaard: vandaag)"
    )
    inrichten.set_defaults(doe=fill, database=True)


def fill(args: argparse.Namespace) -> int:
    """Make what is missing and say how much that was; twice makes nothing twice."""
    try:
        op = (
            date.fromisoformat(args.op)
            if args.op
            else datetime.now(ZoneInfo("Europe/Amsterdam")).date()
        )
    except ValueError:
        print(f"{args.op} is geen dag. Schrijf een dag als 2022-01-31.", file=sys.stderr)
        return KAN_NIET
    from .seed import inrichten  # noqa: PLC0415 - needs Django

    gemaakt = inrichten(op)
    print(
        f"Nieuw: {gemaakt.organisaties} organisaties en {gemaakt.instellingen} keuzes van regio's. "
        "Wat er al was, bleef zoals het was."
    )
    return KLAAR
