"""`antwoorden` on the command line: answer the messages of a delivery that is in the tables."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from paraplu.afspraken.systeem import reason
from paraplu.inname.fouten import GeenMap

Opdracht = Callable[[argparse.Namespace], int]


def register(
    subparsers: argparse._SubParsersAction, *, guarded: Callable[[Opdracht], Opdracht]
) -> None:
    """Add the command; `guarded` says in a sentence what could not be done."""
    parser = subparsers.add_parser(
        "antwoorden",
        help="maak de antwoorden op een levering, ook met de regels over berichten heen",
        description=(
            "Maak het antwoord op elk bericht van een levering: het retourbericht of de 325. "
            "Anders dan bij `antwoord` telt ook mee wat Paraplu van eerdere berichten weet."
        ),
        epilog="Status: 0 alles goed, 1 iets afgekeurd, 2 een bericht kon geen antwoord krijgen.",
    )
    parser.add_argument("nummer", help="nummer van de levering (of het begin ervan)")
    parser.add_argument(
        "--uit", required=True, type=Path, metavar="MAP", help="map waar de antwoorden in komen"
    )
    parser.add_argument(
        "--voor",
        action="append",
        metavar="CODE",
        help="alleen berichten aan deze gemeente (4 cijfers) of aanbieder (AGB-code)",
    )
    parser.add_argument(
        "--op",
        type=_datum,
        metavar="DATUM",
        help="dagtekening, als JJJJ-MM-DD (standaard: vandaag)",
    )
    parser.add_argument("--formaat", choices=("tabel", "json"), default="tabel")
    parser.set_defaults(doe=guarded(write_answers))


def write_answers(args: argparse.Namespace) -> int:
    """Write the answers to a folder, and a line per message."""
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415 - quick help
    from paraplu.berichten.antwoord.opdracht import show_answers  # noqa: PLC0415
    from paraplu.berichten.antwoord.uitvoer import leg_weg  # noqa: PLC0415
    from paraplu.inname.antwoorden import answer_delivery  # noqa: PLC0415
    from paraplu.inname.bekend import find_delivery  # noqa: PLC0415
    from paraplu.monitor.opslag import Opslag  # noqa: PLC0415

    nummer = find_delivery(Opslag(tabellen_map()), args.nummer)
    op = args.op or datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    try:
        args.uit.mkdir(parents=True, exist_ok=True)
        antwoorden = answer_delivery(nummer, op=op, ontvangers=args.voor)
        regels = [leg_weg(een, args.uit) for een in antwoorden]
    except OSError as fout:
        raise GeenMap(f"Paraplu kan niet schrijven in {args.uit}: {reason(fout)}.") from fout
    show_answers(regels, args.formaat)
    return max((regel.status for regel in regels), default=0)


def _datum(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf de datum als JJJJ-MM-DD") from None
