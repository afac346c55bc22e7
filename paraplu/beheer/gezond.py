"""`gezond` on the command line: the points of `gezondheid`, and what is wrong as exit status."""

from __future__ import annotations

import argparse
from collections.abc import Callable

GOED, BEVINDINGEN = 0, 1
Doe = Callable[[argparse.Namespace], int]


def register(subparsers: argparse._SubParsersAction, *, guarded: Callable[[Doe], Doe]) -> None:
    """Add the command."""
    gezond = subparsers.add_parser("gezond", help="hoe gaat het met Paraplu")
    gezond.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")
    gezond.add_argument("--spoor", action="store_true", help="ga eerst het hele spoor na")
    gezond.add_argument("--herstel", action="store_true", help="zet gestrand werk terug in de rij")
    gezond.set_defaults(doe=guarded(show), database=True)


def show(args: argparse.Namespace) -> int:
    """Print every point; 1 when one of them is at fault."""
    from django.utils.timezone import now  # noqa: PLC0415 - needs Django

    from paraplu.inname.weergave import show_rows  # noqa: PLC0415

    from . import actions  # noqa: PLC0415
    from .gezondheid import Stand, look  # noqa: PLC0415

    if args.spoor:
        actions.check_spoor(nu=now())
    if args.herstel:
        actions.mend_werk(nu=now())
    punten = look(nu=now())
    rijen = [{"wat": punt.naam, "hoe": punt.woord, "uitleg": punt.zin} for punt in punten]
    print(show_rows(rijen, formaat=args.formaat))
    return BEVINDINGEN if any(punt.stand == Stand.FOUT for punt in punten) else GOED
