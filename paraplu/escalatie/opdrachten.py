"""`escalaties` on the command line: the figures of a year; small numbers are hidden."""

from __future__ import annotations

import argparse
import sys

KLAAR, KAN_NIET = 0, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "escalaties",
        help="toon cijfers over escalaties: situatie, stap, resultaat; kleine aantallen verborgen",
    )
    parser.add_argument("--jaar", type=int, help="standaard: dit jaar")
    parser.add_argument("--regio", help="de code van een jeugdhulpregio, zoals FV")
    parser.set_defaults(doe=show, database=True)


def show(args: argparse.Namespace) -> int:
    """Print the figures as a page would show them; 2 for an unknown region."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.afspraken import gebieden  # noqa: PLC0415
    from paraplu.casussen.cijfers.tellen import Blik  # noqa: PLC0415
    from paraplu.casussen.cijfers.verbergen import ALLES  # noqa: PLC0415
    from paraplu.casussen.cijfers.woorden import list_afgevallen, list_zinnen  # noqa: PLC0415

    from .cijfers.metingen import namen, read_alle_tabellen, read_tabellen  # noqa: PLC0415

    regios = [regio.code for regio in gebieden.regios()]
    if args.regio and args.regio not in regios:
        print(f"Er is geen regio {args.regio}. Kies uit: {', '.join(regios)}.", file=sys.stderr)
        return KAN_NIET
    vandaag = localdate()
    read = read_tabellen if args.regio else read_alle_tabellen
    tabellen = read(args.jaar or vandaag.year, vandaag)
    blik = Blik(regio=args.regio or ALLES)
    print("\n".join(list_zinnen(tabellen, blik, namen)))
    for tabel in tabellen.values():
        for reden, aantal in list_afgevallen(tabel, blik):
            print(f"Niet geteld bij {str(tabel.meting.naam).lower()}: {reden}: {aantal}")
    return KLAAR
