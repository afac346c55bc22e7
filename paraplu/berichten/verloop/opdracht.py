"""`verloop` on the command line: how requests, deliveries and declarations stand on a day."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from paraplu.berichten.bericht import Bericht
    from paraplu.berichten.bestanden import Bestand

IN_ORDE, NIET_IN_ORDE, KAN_NIET = 0, 1, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "verloop",
        help="toon hoe verzoeken, toewijzingen, levering en declaraties ervoor staan",
        description=(
            "Lees iJW-berichten en toon de stand: wat is gevraagd, toegewezen, gestart, gestopt en "
            "gedeclareerd, wat mag volgen, wie aan zet is en welke termijnen lopen. De volgorde van "
            "de bestanden maakt niet uit. Er wordt niets bewaard."
        ),
        epilog=(
            "Uitkomst: 0 alles in orde, 1 een bericht mag niet volgen of een termijn is voorbij, "
            "2 een bestand is niet te lezen."
        ),
    )
    parser.add_argument("pad", nargs="+", type=Path, help="bestand (.xml, .zip) of map")
    parser.add_argument(
        "--op", type=_datum, metavar="DATUM", help="de stand op deze dag (standaard: vandaag)"
    )
    parser.add_argument("--formaat", choices=("tabel", "json"), default="tabel")
    parser.add_argument("--bon", action="store_true", help="toon van elke termijn dag voor dag")
    parser.set_defaults(doe=show_verloop)


def show_verloop(args: argparse.Namespace) -> int:
    """Read the messages and print how they stand."""
    from paraplu.berichten.verloop import volg  # noqa: PLC0415 - quick help
    from paraplu.berichten.verloop.afschermen import scherm_af  # noqa: PLC0415
    from paraplu.berichten.verloop.weergave import show_json, show_tabel  # noqa: PLC0415

    berichten, niet_gelezen = read_berichten(args.pad)
    for zin in niet_gelezen:
        print(zin, file=sys.stderr)
    if not berichten:
        print("Er is geen bericht gelezen.", file=sys.stderr)
        return KAN_NIET
    op = args.op or datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    verloop = volg(berichten, op=op)
    show = show_json if args.formaat == "json" else show_tabel
    print(scherm_af(show(verloop, bon=args.bon), berichten))
    if niet_gelezen:
        return KAN_NIET
    return IN_ORDE if verloop.is_in_orde else NIET_IN_ORDE


def read_berichten(paden: Iterable[Path]) -> tuple[list[Bericht], list[str]]:
    """The messages in these files, zips and folders, and a sentence per file that cannot be read."""
    from paraplu.berichten.bestanden import open_bestanden  # noqa: PLC0415
    from paraplu.berichten.bevinding import Bevinding  # noqa: PLC0415

    berichten: list[Bericht] = []
    niet_gelezen: list[str] = []
    for pad in paden:
        for bestand in open_bestanden(pad):
            if isinstance(bestand, Bevinding):
                niet_gelezen += [f"{bestand.bestand}: {bestand.tekst}"] if bestand.weigert else []
            else:
                _read(bestand, berichten, niet_gelezen)
    return berichten, niet_gelezen


def _read(bestand: Bestand, berichten: list[Bericht], niet_gelezen: list[str]) -> None:
    from paraplu.berichten.lezer import lees  # noqa: PLC0415

    with bestand.open() as bron:
        gelezen = lees(bron, bestand=bestand.naam)
    if gelezen.bericht is not None:
        berichten.append(gelezen.bericht)
        return
    weigert = next((een for een in gelezen.bevindingen if een.weigert == "bericht"), None)
    niet_gelezen.append(f"{bestand.naam}: {weigert.tekst if weigert else 'Niet te lezen.'}")


def _datum(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(
            "schrijf de dag als JJJJ-MM-DD, zoals 2026-04-02"
        ) from fout
