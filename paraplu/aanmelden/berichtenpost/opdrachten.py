"""`postvak` on the command line: one round of the post, and what went and came."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .ontvangen import Gelezen
    from .ronde import Ronde

GOED, GEWEIGERD, KAN_NIET = 0, 1, 2
BEZIG = "Een ander proces is net met de post bezig. Probeer het zo weer."


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    postvak = subparsers.add_parser(
        "postvak", help="verstuur klaargezette berichten en lees wat er binnenkwam"
    )
    postvak.add_argument("--uit", action="store_true", help="alleen versturen")
    postvak.add_argument("--in", dest="in_", action="store_true", help="alleen lezen")
    postvak.set_defaults(doe=show_ronde, database=True)


def show_ronde(args: argparse.Namespace) -> int:
    """Do one round. 0: done; 1: something was refused; 2: something could not be done."""
    from django.utils.timezone import now  # noqa: PLC0415 - quick help

    from .ronde import doe_ronde  # noqa: PLC0415

    beide = args.uit == args.in_
    ronde = doe_ronde(nu=now(), uit=beide or args.uit, in_=beide or args.in_)
    if ronde.bezig:
        print(BEZIG, file=sys.stderr)
        return KAN_NIET
    _print(ronde)
    if ronde.fout:
        print(f"De monitor telt deze berichten nog niet mee. {ronde.fout}", file=sys.stderr)
    if ronde.mislukt:
        return KAN_NIET
    return GEWEIGERD if ronde.geweigerd else GOED


def _print(ronde: Ronde) -> None:
    for bericht in ronde.verzonden:
        print(f"verstuurd  {bericht.bestandsnaam}")
    for een in ronde.gelezen:
        print(f"gelezen    {een.naam}: {_outcome(een)}")
    print(
        f"Verstuurd: {len(ronde.verzonden)}. Gelezen: {len(ronde.gelezen)}, "
        f"waarvan geweigerd: {len(ronde.geweigerd)}. Naar de monitor: {ronde.geteld}."
    )


def _outcome(een: Gelezen) -> str:
    if een.bericht is None:
        return een.fout
    waar = een.bericht.casus.nummer if een.bericht.casus else "hoort bij geen casus"
    al = "was al gelezen, " if een.bekend else ""
    return f"{al}{een.bericht.soort} {een.bericht.get_status_display()}, {waar}"
