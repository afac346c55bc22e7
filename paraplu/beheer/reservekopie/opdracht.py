"""`reservekopie maak`, `controleer` and `terug` on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

KLAAR = 0
Doe = Callable[[argparse.Namespace], int]


def register(subparsers: argparse._SubParsersAction, *, guarded: Callable[[Doe], Doe]) -> None:
    """Add `reservekopie` and its three acts."""
    kopie = subparsers.add_parser("reservekopie", help="bewaar alles op een andere plaats")
    handelingen = kopie.add_subparsers(dest="handeling", metavar="HANDELING", required=True)

    maak = handelingen.add_parser("maak", help="maak een reservekopie in een nieuwe map")
    maak.add_argument("doel", type=Path, metavar="DOEL", help="nieuwe map")
    maak.add_argument(
        "--sleutels", type=Path, metavar="MAP", help="zet ook de sleutels in deze map"
    )
    maak.set_defaults(doe=guarded(make), database=True)

    controleer = handelingen.add_parser("controleer", help="lees een reservekopie helemaal na")
    controleer.add_argument("bron", type=Path, metavar="BRON")
    controleer.set_defaults(doe=guarded(check))

    terug = handelingen.add_parser("terug", help="zet een reservekopie in een lege Paraplu")
    terug.add_argument("bron", type=Path, metavar="BRON", help="map van de reservekopie")
    terug.add_argument("--sleutels", type=Path, metavar="MAP", help="map met de sleutels")
    terug.set_defaults(doe=guarded(put_back), database=True)


def make(args: argparse.Namespace) -> int:
    """Make it, and say what is not in it."""
    from django.utils.timezone import localtime  # noqa: PLC0415 - Django is loaded by now

    from . import maken  # noqa: PLC0415

    if args.sleutels and args.sleutels.resolve().is_relative_to(args.doel.resolve()):
        print("Leg de sleutels niet in de reservekopie zelf.", file=sys.stderr)
        return 2
    lijst = maken.make(doel=args.doel, at=localtime(), zeg=_zeg)
    print(
        f"De reservekopie staat in {args.doel}: {lijst.bestanden} bestanden, {lijst.bytes / 1e6:.1f} MB."
    )
    if args.sleutels:
        aantal = maken.copy_sleutels(args.sleutels)
        print(
            f"De {aantal} sleutels staan in {args.sleutels}. Bewaar ze op een andere plaats dan de kopie."
        )
    else:
        print(
            "De sleutels zitten er niet in. Zonder de sleutels is deze kopie niet te gebruiken: "
            "bewaar ze apart, met --sleutels MAP of uit uw eigen kluis."
        )
    print("De kopie bevat persoonsgegevens. Bewaar haar op een versleutelde schijf.")
    return KLAAR


def check(args: argparse.Namespace) -> int:
    """Read every file again and hold it against the list."""
    from . import inhoud  # noqa: PLC0415 - quick help

    lijst = inhoud.check(args.bron)
    print(f"Heel: {lijst.bestanden} bestanden, gemaakt op {lijst.gemaakt}.")
    return KLAAR


def put_back(args: argparse.Namespace) -> int:
    """Put it back and say what was checked."""
    from . import terugzetten  # noqa: PLC0415 - needs Django

    terug = terugzetten.put_back(bron=args.bron, sleutels=args.sleutels, zeg=_zeg)
    print(
        f"Teruggezet: de stand van {terug.lijst.gemaakt}, {terug.lijst.bestanden} bestanden. "
        f"Het spoor is heel: {terug.regels_spoor} regels."
    )
    print(
        "Is er na die dag iets vernietigd? Kijk met 'paraplu bewaren toon' en vernietig het opnieuw."
    )
    return KLAAR


def _zeg(zin: str) -> None:
    print(zin, file=sys.stderr, flush=True)
