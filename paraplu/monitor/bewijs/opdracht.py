"""`bewijs` on the command line: the receipt of a figure, or the list that sums to it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

KLAAR = 0
FORMATEN = ("tabel", "json", "csv")
Doe = Callable[[argparse.Namespace], int]


def register(
    subparsers: argparse._SubParsersAction,
    *,
    add_keuze: Callable[[argparse.ArgumentParser], None],
    guarded: Callable[[Doe], Doe],
) -> None:
    """Add the command; `add_keuze` adds period, reading and selection."""
    bewijs = subparsers.add_parser(
        "bewijs",
        help="toon het bewijs van een cijfer: afspraak, regels, leveringen, berekening",
        epilog="Voorbeeld: paraplu bewijs V2a --jaar 2023 --gemeente 0228",
    )
    bewijs.add_argument("code", help="de waarde, zoals V2a")
    add_keuze(bewijs)
    bewijs.add_argument("--bekend-op", metavar="DATUM", help="zoals bekend op deze dag")
    bewijs.add_argument("--maat", help="alleen deze maat, zoals instroom")
    bewijs.add_argument("--lijst", action="store_true", help="toon alle regels achter het cijfer")
    bewijs.add_argument("--formaat", choices=FORMATEN, default="tabel")
    bewijs.set_defaults(doe=guarded(show))


def show(args: argparse.Namespace) -> int:
    """Print the receipt; without an area that of the 51 gemeenten, as on the pages."""
    from paraplu.monitor import weergave  # noqa: PLC0415  keeps --help quick
    from paraplu.monitor.bewijs import make_bewijs  # noqa: PLC0415
    from paraplu.monitor.bewijs.weergave import show_bewijs  # noqa: PLC0415
    from paraplu.monitor.opdrachten import open_monitor, read_day, read_keuze  # noqa: PLC0415
    from paraplu.monitor.referentie import GELDERLAND  # noqa: PLC0415

    monitor = open_monitor(args, bekend_op=read_day(args.bekend_op))
    vraag = read_keuze(args, monitor)
    vraag["filters"] = vraag["filters"] or {"gelderland": GELDERLAND}
    if args.lijst:
        rijen = monitor.lijst(args.code, **vraag, maat=args.maat, hoogstens=None)
        print(weergave.show_rijen(rijen, formaat=args.formaat))
        return KLAAR
    print(
        show_bewijs(make_bewijs(monitor, args.code, **vraag, maat=args.maat), formaat=args.formaat)
    )
    return KLAAR
