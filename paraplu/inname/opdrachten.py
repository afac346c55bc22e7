"""`lees`, `leveringen`, `levering`, `antwoorden`, `bevindingen`, `verder`, `herbouw` and `sleutel wissel` on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from paraplu.inname import antwoordopdracht, bevindingen
from paraplu.inname.fouten import InnameFout, VerkeerdeDag

if TYPE_CHECKING:
    from paraplu.inname.levering import Bron
    from paraplu.inname.ontvangst import Ontvangst

FORMATEN = ("tabel", "json", "csv")
KLAAR, BEVINDINGEN, KAN_NIET = 0, 1, 2
BRENGER = "opdrachtregel"
GETOOND = 20


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    _register_lees(subparsers)
    leveringen = subparsers.add_parser("leveringen", help="toon alle leveringen")
    leveringen.add_argument("--formaat", choices=FORMATEN, default="tabel")
    leveringen.set_defaults(doe=_guarded(show_leveringen))

    levering = subparsers.add_parser("levering", help="toon de ontvangst van één levering")
    levering.add_argument("nummer", help="nummer van de levering (of het begin ervan)")
    _add_output(levering)
    levering.set_defaults(doe=_guarded(show_levering))

    verder = subparsers.add_parser("verder", help="maak onderbroken leveringen af")
    verder.set_defaults(doe=_guarded(finish))

    opnieuw = subparsers.add_parser(
        "herbouw", help="maak de tabellen opnieuw uit de bewaarde bestanden"
    )
    opnieuw.set_defaults(doe=_guarded(rebuild_tables))

    bevindingen.register(subparsers)
    antwoordopdracht.register(subparsers, guarded=_guarded)

    sleutel = subparsers.add_parser("sleutel", help="sleutels van pseudoniemen en bestanden")
    handelingen = sleutel.add_subparsers(dest="handeling", metavar="HANDELING", required=True)
    wissel = handelingen.add_parser("wissel", help="vervang een sleutel door een nieuwe")
    wissel.add_argument(
        "--van",
        choices=("pseudoniemen", "bestanden", "alles"),
        default="pseudoniemen",
        help="welke sleutel (standaard: die van de pseudoniemen)",
    )
    wissel.set_defaults(doe=_guarded(change_sleutel))


def _register_lees(subparsers: argparse._SubParsersAction) -> None:
    lees = subparsers.add_parser(
        "lees", help="neem berichten in: XML, zip, een map of een uittreksel"
    )
    lees.add_argument(
        "pad",
        nargs="+",
        type=Path,
        help="bestand (.xml, .zip, of .csv of .xlsx met --afbeelding) of map",
    )
    lees.add_argument("--op", metavar="DATUM", help="dag van de levering (standaard: vandaag)")
    lees.add_argument(
        "--afbeelding",
        metavar="NAAM|PAD",
        help="lees bestanden op .csv en .xlsx als uittreksel, met deze afbeelding",
    )
    lees.add_argument("--brenger", default=BRENGER, help="wie de levering brengt")
    _add_output(lees)
    lees.set_defaults(doe=_guarded(lees_in))


def lees_in(args: argparse.Namespace) -> int:
    """Take the paths as one delivery and print its receipt."""
    from paraplu.inname.actions import check_day, neem_in  # noqa: PLC0415 - quick help
    from paraplu.inname.balk import progress_bar  # noqa: PLC0415

    vandaag = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    op = read_day(args.op) if args.op else vandaag
    check_day(op, vandaag=vandaag)
    with _met_afbeelding(args, op) as paden, progress_bar() as balk:
        ontvangst = neem_in(paden, op=op, brenger=args.brenger, voortgang=balk, zeg=_say)
    return _print_receipt(ontvangst, args)


def _met_afbeelding(
    args: argparse.Namespace, op: date
) -> AbstractContextManager[list[Path | Bron]]:
    """The paths to take; extracts among them with their mapping, when one was given."""
    if not args.afbeelding:
        return nullcontext(args.pad)
    from paraplu.inname.uittreksels import packed  # noqa: PLC0415

    return packed(args.pad, afbeelding=args.afbeelding, op=op)


def show_leveringen(args: argparse.Namespace) -> int:
    """Print every delivery, the newest first."""
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415
    from paraplu.inname import weergave  # noqa: PLC0415
    from paraplu.inname.inrichting import noted_numbers  # noqa: PLC0415
    from paraplu.monitor import ontvangst  # noqa: PLC0415
    from paraplu.monitor.opslag import Opslag  # noqa: PLC0415

    rijen = ontvangst.leveringen(Opslag(tabellen_map()))
    if not rijen:
        _say("Er zijn nog geen leveringen. Begin met: paraplu lees MAP")
    print(weergave.show_rows(rijen, formaat=args.formaat))
    klaar = {rij["levering"] for rij in rijen}
    if open_nummers := [nummer for nummer in noted_numbers() if nummer not in klaar]:
        _say(f"Niet af: {', '.join(open_nummers)}. Maak ze af met: paraplu verder")
    return KLAAR


def show_levering(args: argparse.Namespace) -> int:
    """Print the receipt of one delivery."""
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415
    from paraplu.inname.bekend import find_delivery  # noqa: PLC0415
    from paraplu.inname.ontvangst import receipt_of  # noqa: PLC0415
    from paraplu.monitor.opslag import Opslag  # noqa: PLC0415

    opslag = Opslag(tabellen_map())
    nummer = find_delivery(opslag, args.nummer)
    return _print_receipt(receipt_of(nummer, opslag=opslag), args)


def finish(_args: argparse.Namespace) -> int:
    """Finish what was kept and then interrupted."""
    from paraplu.inname.actions import finish_deliveries  # noqa: PLC0415
    from paraplu.inname.balk import progress_bar  # noqa: PLC0415

    with progress_bar() as balk:
        nummers = finish_deliveries(voortgang=balk, zeg=_say)
    print(f"Afgemaakt: {', '.join(nummers)}" if nummers else "Alle leveringen waren af.")
    return KLAAR


def rebuild_tables(_args: argparse.Namespace) -> int:
    """Make the tables again from the kept files."""
    from paraplu.inname.balk import progress_bar  # noqa: PLC0415
    from paraplu.inname.herbouw import herbouw  # noqa: PLC0415

    with progress_bar() as balk:
        aantal = herbouw(voortgang=balk, zeg=_say)
    print(f"De tabellen zijn opnieuw gemaakt uit {aantal} leveringen.")
    return KLAAR


def change_sleutel(args: argparse.Namespace) -> int:
    """Replace one or both keys and everything that depends on them."""
    from paraplu.inname.balk import progress_bar  # noqa: PLC0415
    from paraplu.inname.herbouw import wissel_bestand, wissel_kind  # noqa: PLC0415
    from paraplu.inname.sleutels import say_where  # noqa: PLC0415

    if args.van in {"bestanden", "alles"}:
        wissel_bestand(zeg=_say)
        print(f"De bewaarde bestanden hebben een nieuwe sleutel. {say_where('bestand')}")
    if args.van in {"pseudoniemen", "alles"}:
        with progress_bar() as balk:
            aantal = wissel_kind(voortgang=balk, zeg=_say)
        print(f"Nieuwe pseudoniemen in {aantal} leveringen. {say_where('kind')}")
    return KLAAR


def read_day(tekst: str) -> date:
    """A day as 2023-05-31 or 31-05-2023. Raises VerkeerdeDag."""
    for vorm in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(tekst, vorm).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise VerkeerdeDag(f"{tekst} is geen datum. Schrijf hem zo: 2023-05-31.")


def _print_receipt(ontvangst: Ontvangst, args: argparse.Namespace) -> int:
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415
    from paraplu.inname import weergave  # noqa: PLC0415
    from paraplu.inname.ontvangst import findings_of  # noqa: PLC0415
    from paraplu.monitor.opslag import Opslag  # noqa: PLC0415

    bevindingen = (
        findings_of(
            ontvangst.levering, opslag=Opslag(tabellen_map()), hoogstens=args.hoogstens or None
        )
        if ontvangst.aantal_bevindingen
        else []
    )
    print(weergave.show_receipt(ontvangst, bevindingen, formaat=args.formaat))
    return BEVINDINGEN if ontvangst.aantal_bevindingen else KLAAR


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--formaat", choices=FORMATEN, default="tabel", help="vorm van de uitvoer")
    parser.add_argument(
        "--hoogstens",
        type=int,
        default=GETOOND,
        metavar="N",
        help=f"toon hoogstens N bevindingen (standaard {GETOOND}; 0: alle)",
    )


def _guarded(
    doe: Callable[[argparse.Namespace], int],
) -> Callable[[argparse.Namespace], int]:
    """Say in one sentence on standard error what could not be done."""

    def run(args: argparse.Namespace) -> int:
        try:
            return doe(args)
        except InnameFout as fout:
            _say(str(fout))
            return KAN_NIET

    return run


def _say(zin: str) -> None:
    print(zin, file=sys.stderr)
