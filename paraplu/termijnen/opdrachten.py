"""`termijn`: when a term ends, and why, on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date

from paraplu.termijnen.duur import GeenDuur, lees_termijn
from paraplu.termijnen.kalender import STANDAARD, BuitenKalender, kalender, kalenders
from paraplu.termijnen.termijn import bereken
from paraplu.termijnen.weergave import als_waarden, show_termijn

KLAAR, KAN_NIET = 0, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command of this room."""
    parser = subparsers.add_parser(
        "termijn",
        help="reken uit wanneer een termijn afloopt, dag voor dag",
        description="Reken uit wanneer een termijn afloopt. Elke dag staat erbij: geteld of niet, en waarom.",
        epilog='Voorbeeld: paraplu termijn "3 werkdagen" --vanaf 2026-04-02',
    )
    parser.add_argument("duur", help='hoe lang, zoals "3 werkdagen", "2 weken" of "14 dagen"')
    parser.add_argument(
        "--vanaf",
        required=True,
        type=_datum,
        metavar="DATUM",
        help="de dag waarop het begint, zoals 2026-04-02; die dag telt niet mee",
    )
    parser.add_argument(
        "--kalender",
        choices=sorted(kalenders()),
        default=STANDAARD,
        help="welke dagen geen werkdag zijn (standaard: atw, volgens de Algemene termijnenwet)",
    )
    parser.add_argument(
        "--wettelijk",
        action="store_true",
        help="de termijn staat in een wet: hij eindigt dan niet in een weekend of op een feestdag",
    )
    parser.add_argument("--formaat", choices=("tabel", "json"), default="tabel")
    parser.set_defaults(doe=show_uiterste_datum)


def show_uiterste_datum(args: argparse.Namespace) -> int:
    """Print the last day and the receipt; 2 when there is no such term."""
    try:
        termijn = bereken(
            lees_termijn(args.duur),
            args.vanaf,
            kalender(args.kalender),
            verlengt=args.wettelijk,
        )
    except (GeenDuur, BuitenKalender) as fout:
        print(fout, file=sys.stderr)
        return KAN_NIET
    if args.formaat == "json":
        print(json.dumps(als_waarden(termijn), ensure_ascii=False, indent=2))
    else:
        print(show_termijn(termijn))
    return KLAAR


def _datum(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(
            "schrijf de dag als JJJJ-MM-DD, zoals 2026-04-02"
        ) from fout
