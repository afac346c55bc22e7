"""`tafelcijfers` on the command line: the figures over the tables, small numbers hidden."""

from __future__ import annotations

import argparse
import sys

KLAAR, KAN_NIET = 0, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    cijfers = subparsers.add_parser(
        "tafelcijfers",
        help="toon cijfers over de Jeugdbeschermingstafels; kleine aantallen zijn verborgen",
    )
    cijfers.add_argument("--jaar", type=int, help="standaard: dit jaar")
    cijfers.add_argument("--kwartaal", choices=("1", "2", "3", "4"))
    cijfers.add_argument("--regio", help="de code van een jeugdhulpregio, zoals FV")
    cijfers.add_argument("--tafel", help="onze sleutel van een tafel, zoals JBT-FV")
    cijfers.set_defaults(doe=show_cijfers, database=True)


def show_cijfers(args: argparse.Namespace) -> int:
    """Print the figures of a year, as a page would show them; 2 for an unknown region."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.afspraken import gebieden  # noqa: PLC0415
    from paraplu.casussen.cijfers.tellen import Blik  # noqa: PLC0415
    from paraplu.casussen.cijfers.verbergen import ALLES  # noqa: PLC0415
    from paraplu.casussen.cijfers.woorden import list_zinnen  # noqa: PLC0415

    from .lezen import read_tabellen  # noqa: PLC0415
    from .woorden import namen  # noqa: PLC0415

    regios = [regio.code for regio in gebieden.regios()]
    if args.regio and args.regio not in regios:
        print(f"Er is geen regio {args.regio}. Kies uit: {', '.join(regios)}.", file=sys.stderr)
        return KAN_NIET
    vandaag = localdate()
    tabellen = read_tabellen(args.jaar or vandaag.year, vandaag)
    blik = Blik(args.kwartaal or ALLES, args.regio or ALLES, args.tafel or ALLES)
    print("\n".join(list_zinnen(tabellen, blik, namen)))
    return KLAAR
