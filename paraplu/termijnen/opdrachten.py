"""`termijn`: when a term ends, and why, on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import Any

from paraplu.termijnen.duur import GeenDuur, lees_termijn
from paraplu.termijnen.grond import Termijngrond, gronden
from paraplu.termijnen.kalender import STANDAARD, BuitenKalender, kalender, kalenders
from paraplu.termijnen.opschorting import GeenOpschorting, Opschorting, lees_opschorting
from paraplu.termijnen.termijn import Termijn, bereken
from paraplu.termijnen.weergave import als_waarden, show_termijn

KLAAR, KAN_NIET = 0, 2


class GeenRegel(ValueError):
    """Neither a length nor the name of a rule was given, or no rule is called so."""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command of this room."""
    parser = subparsers.add_parser(
        "termijn",
        help="reken uit wanneer een termijn afloopt, dag voor dag",
        description="Reken uit wanneer een termijn afloopt. Elke dag staat erbij: geteld of niet, en waarom.",
        epilog='Voorbeeld: paraplu termijn "3 werkdagen" --vanaf 2026-04-02 '
        '--opgeschort 2026-04-08..2026-04-10:"wacht op stukken"',
    )
    parser.add_argument(
        "duur", nargs="?", help='hoe lang, zoals "3 werkdagen", "2 weken" of "14 dagen"'
    )
    parser.add_argument(
        "--vanaf",
        required=True,
        type=_datum,
        metavar="DATUM",
        help="de dag waarop het begint, zoals 2026-04-02; die dag telt niet mee",
    )
    _add_keuzes(parser)
    parser.set_defaults(doe=show_uiterste_datum)


def _add_keuzes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--regel",
        metavar="REGEL",
        help="neem de duur en de kalender van deze regel, zoals OP274; zonder duur te gebruiken",
    )
    parser.add_argument(
        "--kalender",
        choices=sorted(kalenders()),
        help="welke dagen geen werkdag zijn (standaard: atw, volgens de Algemene termijnenwet)",
    )
    parser.add_argument(
        "--wettelijk",
        action="store_true",
        help="de termijn staat in een wet: hij eindigt dan niet in een weekend of op een feestdag",
    )
    parser.add_argument(
        "--opgeschort",
        action="append",
        default=[],
        type=_opschorting,
        metavar="VAN..TOT:REDEN",
        help="de dagen waarop de termijn stilstaat, en waarom; laat TOT weg als het einde nog niet "
        "bekend is; mag vaker",
    )
    parser.add_argument(
        "--op",
        type=_datum,
        metavar="DATUM",
        help="zeg ook hoeveel tijd er op deze dag nog is",
    )
    parser.add_argument("--formaat", choices=("tabel", "json"), default="tabel")


def show_uiterste_datum(args: argparse.Namespace) -> int:
    """Print the last day and the receipt; 2 when there is no such term."""
    try:
        grond = _grond(args)
        termijn = _termijn(args, grond)
        show = _json if args.formaat == "json" else _tabel
        tekst = show(termijn, grond, args.op)
    except (GeenDuur, GeenRegel, BuitenKalender) as fout:
        print(fout, file=sys.stderr)
        return KAN_NIET
    print(tekst)
    return KLAAR


def _grond(args: argparse.Namespace) -> Termijngrond | None:
    """The rule that was asked for; GeenRegel when a length was given too, or neither."""
    if bool(args.duur) == bool(args.regel):
        raise GeenRegel(
            'Geef een duur, zoals "3 werkdagen", of een regel met --regel; niet allebei.'
        )
    if not args.regel:
        return None
    bekend = gronden()
    if args.regel not in bekend:
        raise GeenRegel(f"Deze regel is er niet. Wel: {', '.join(sorted(bekend)) or 'geen'}.")
    return bekend[args.regel]


def _termijn(args: argparse.Namespace, grond: Termijngrond | None) -> Termijn:
    eigen = kalender(args.kalender) if args.kalender else None
    if grond is None:
        duur, verlengt = lees_termijn(args.duur), args.wettelijk
        eigen = eigen or kalender(STANDAARD)
    else:
        duur, verlengt = grond.duur, args.wettelijk or grond.verlengt
        eigen = eigen or grond.kalender
    return bereken(duur, args.vanaf, eigen, verlengt=verlengt, opschortingen=args.opgeschort)


def _tabel(termijn: Termijn, grond: Termijngrond | None, op: date | None) -> str:
    tekst = show_termijn(termijn, grond)
    if op is None:
        return tekst
    return f"{tekst}\n\nOp {op.isoformat()}: {termijn.resterend(op).zin}."


def _json(termijn: Termijn, grond: Termijngrond | None, op: date | None) -> str:
    waarden: dict[str, Any] = als_waarden(termijn)
    if grond is not None:
        waarden["regel"] = {
            "sleutel": grond.sleutel,
            "tekst": grond.tekst,
            "bron": grond.bron,
            "vereisten": list(grond.vereisten),
        }
    if op is not None:
        rest = termijn.resterend(op)
        waarden["resterend"] = {
            "op": op.isoformat(),
            "aantal": rest.aantal,
            "eenheid": rest.eenheid,
            "zin": rest.zin,
        }
    return json.dumps(waarden, ensure_ascii=False, indent=2)


def _opschorting(tekst: str) -> Opschorting:
    try:
        return lees_opschorting(tekst)
    except GeenOpschorting as fout:
        raise argparse.ArgumentTypeError(str(fout)) from fout


def _datum(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(
            "schrijf de dag als JJJJ-MM-DD, zoals 2026-04-02"
        ) from fout
