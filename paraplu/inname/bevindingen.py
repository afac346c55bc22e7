"""`bevindingen` on the command line: whose messages had what wrong, over time."""

from __future__ import annotations

import argparse
import calendar
import re
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paraplu.monitor import Monitor
    from paraplu.monitor.bevindingen import Keuze
    from paraplu.monitor.namen import Namen

FORMATEN = ("tabel", "json", "csv")
KLAAR, KAN_NIET = 0, 2
PER = ("maand", "afzender", "soort", "code", "herkomst")
#: What the columns that were counted are called in a table.
KOPPEN = {"met_bevinding": "met bevinding"}


class VerkeerdeMaand(ValueError):
    """A text that is no month and no day."""


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "bevindingen",
        help="toon hoeveel bevindingen er zijn, per maand, afzender of regel",
        description="Tel de bevindingen in alles wat is ingenomen. Een bericht telt één keer.",
        epilog="Voorbeeld: paraplu bevindingen --per afzender,code --van 2023-01 --tot 2023-06",
    )
    parser.add_argument("--afzender", default="", help="gemeentecode of AGB-code")
    parser.add_argument("--code", default="", help="alleen deze regel, zoals CS002")
    parser.add_argument("--soort", default="", help="alleen dit bericht, zoals JW301")
    parser.add_argument(
        "--herkomst",
        choices=("bericht", "keten"),
        default="",
        help="gevonden binnen één bericht, of over berichten heen (keten)",
    )
    parser.add_argument("--van", metavar="MAAND", help="vanaf deze maand of dag, zoals 2023-01")
    parser.add_argument("--tot", metavar="MAAND", help="tot en met deze maand of dag")
    parser.add_argument(
        "--per",
        default="maand",
        metavar="WAT",
        help=f"tel per {', '.join(PER)}; meer tegelijk met komma's (standaard: maand)",
    )
    parser.add_argument("--formaat", choices=FORMATEN, default="tabel")
    parser.set_defaults(doe=show_bevindingen)


def show_bevindingen(args: argparse.Namespace) -> int:
    """Print the counts, with the names of senders and the meaning of codes."""
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415 - quick help
    from paraplu.inname.weergave import show_rows  # noqa: PLC0415
    from paraplu.monitor import Monitor  # noqa: PLC0415
    from paraplu.monitor.bevindingen import OnbekendeSplitsing  # noqa: PLC0415

    per = [deel.strip() for deel in args.per.split(",") if deel.strip()]
    try:
        keuze = _read_keuze(args)
        monitor = Monitor(tabellen_map())
        _compare_messages(monitor, args.herkomst)
        rijen = monitor.tel_bevindingen(keuze, per=per)
    except (VerkeerdeMaand, OnbekendeSplitsing) as fout:
        print(f"Dat kan niet: {fout}.", file=sys.stderr)
        return KAN_NIET
    if not rijen:
        print("Er is niets ingenomen dat hierbij hoort.", file=sys.stderr)
    namen = monitor.namen()
    print(show_rows([_with_names(rij, namen, args.formaat) for rij in rijen], formaat=args.formaat))
    return KLAAR


def _compare_messages(monitor: Monitor, herkomst: str) -> None:
    """Findings across messages are made when they are asked for and not there yet."""
    if herkomst != "bericht" and not monitor.keten_klaar():
        print("De berichten worden met elkaar vergeleken; dat kan even duren.", file=sys.stderr)
        monitor.reken_keten()


def _read_keuze(args: argparse.Namespace) -> Keuze:
    from paraplu.monitor.bevindingen import Keuze  # noqa: PLC0415

    return Keuze(
        afzender=args.afzender,
        code=args.code.upper(),
        soort=args.soort.upper(),
        herkomst=args.herkomst,
        van=read_maand(args.van, einde=False) if args.van else None,
        tot=read_maand(args.tot, einde=True) if args.tot else None,
    )


def read_maand(tekst: str, *, einde: bool) -> date:
    """The first or last day of a month as 2023-05; a day stays that day. Raises VerkeerdeMaand.

    >>> read_maand("2023-02", einde=True)
    datetime.date(2023, 2, 28)
    """
    try:
        if gevonden := re.fullmatch(r"(\d{4})-(\d{2})", tekst):
            jaar, maand = int(gevonden[1]), int(gevonden[2])
            return date(jaar, maand, calendar.monthrange(jaar, maand)[1] if einde else 1)
        return date.fromisoformat(tekst)
    except ValueError:
        raise VerkeerdeMaand(f"{tekst!r} is geen maand: schrijf 2023-05") from None


def _with_names(rij: dict[str, Any], namen: Namen, formaat: str) -> dict[str, Any]:
    """The same row with a name behind each code; a table leaves out what was not counted."""
    from paraplu.berichten.verslag import uitleg  # noqa: PLC0415

    uit: dict[str, Any] = {}
    for veld, waarde in rij.items():
        if formaat == "tabel" and waarde is None:
            continue
        uit[KOPPEN.get(veld, veld) if formaat == "tabel" else veld] = waarde
        if veld == "afzender":
            uit["naam"] = namen.partij(waarde)
        elif veld == "code":
            uit["titel"] = uitleg(waarde).titel
    return uit
