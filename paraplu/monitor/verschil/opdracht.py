"""`paraplu verschil`: a figure as known then beside the figure of now, and what moved it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Doe = Callable[[argparse.Namespace], int]

FORMATEN = ("tabel", "json", "csv")
KLAAR = 0
GETOOND = 20


def register(subparsers: argparse._SubParsersAction, *, guard: Callable[[Doe], Doe]) -> None:
    """Add the command; `guard` turns a wrong code, period or day into a sentence."""
    from paraplu.monitor.opdrachten import add_keuze  # noqa: PLC0415  that module asks for this one

    verschil = subparsers.add_parser(
        "verschil",
        help="toon waarom een cijfer nu anders is dan toen",
        description="Zet een waarde zoals zij op een dag bekend was naast die van nu, met per regel die kwam, ging of veranderde de oorzaak.",
        epilog="Voorbeeld: paraplu verschil V2a --jaar 2023 --gemeente 0228 --bekend-op 2023-04-15",
    )
    verschil.add_argument("code", help="de waarde, zoals V2a")
    add_keuze(verschil)
    verschil.add_argument(
        "--bekend-op", "--op", required=True, metavar="DATUM", help="toen: zoals bekend op deze dag"
    )
    verschil.add_argument(
        "--met", metavar="DATUM", help="vergelijk met wat op deze dag bekend was (standaard: nu)"
    )
    verschil.add_argument("--maat", help="de regels van deze maat, zoals overdracht_in")
    verschil.add_argument("--hoogstens", type=int, default=GETOOND, help="regels in de tabel")
    verschil.add_argument("--formaat", choices=FORMATEN, default="tabel")
    verschil.set_defaults(doe=guard(show))


def show(args: argparse.Namespace) -> int:
    """Print the difference."""
    from paraplu.monitor.opdrachten import open_monitor, read_day, read_keuze  # noqa: PLC0415
    from paraplu.monitor.verschil import verklaar  # noqa: PLC0415
    from paraplu.monitor.verschil.weergave import show_verschil  # noqa: PLC0415

    toen, met = read_day(args.bekend_op), read_day(args.met)
    if toen is None or (met is not None and met <= toen):
        raise ValueError("--met moet een latere dag zijn dan --bekend-op")
    monitor = open_monitor(args, bekend_op=met)
    vraag = read_keuze(args, monitor)
    verschil = verklaar(monitor, args.code, toen=toen, maat=args.maat, **vraag)
    print(show_verschil(verschil, formaat=args.formaat, hoogstens=args.hoogstens))
    return KLAAR
