"""`afspraken` on the command line: where the eleven agreements stand, for one party and year."""

from __future__ import annotations

import argparse
import sys
from datetime import date

KLAAR, KAN_NIET = 0, 2
#: Of a year.
CIJFERS = 4


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    afspraken = subparsers.add_parser(
        "afspraken", help="waar de elf resultaatafspraken staan, per partij en jaar"
    )
    afspraken.add_argument("--jaar", type=_read_jaar, required=True)
    afspraken.add_argument(
        "--partij", default="", help="gi-90000001, regio-CG of gemeente-0228; leeg: heel Gelderland"
    )
    afspraken.add_argument("--bekend-op", type=date.fromisoformat, metavar="DAG")
    afspraken.add_argument(
        "--kring",
        choices=("partijen", "publiek"),
        help="zoals deze kring het ziet; zonder: alles, voor op de eigen machine",
    )
    afspraken.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")
    afspraken.set_defaults(doe=show, database=True)


def _read_jaar(tekst: str) -> int:
    """A year of four figures. Raises ValueError."""
    if len(tekst) != CIJFERS:
        raise ValueError(tekst)
    return date(int(tekst), 1, 1).year


def show(args: argparse.Namespace) -> int:
    """Print one line per agreement."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.inzage.gebied import find_gebied  # noqa: PLC0415
    from paraplu.inzage.kijker import make_kijk  # noqa: PLC0415
    from paraplu.monitor.weergave import show_rijen  # noqa: PLC0415

    from . import queries, woorden  # noqa: PLC0415

    op = args.bekend_op
    kijk = make_kijk(args.kring, op=min(op or localdate(), localdate())) if args.kring else None
    cijfers = queries.open_cijfers(op, kijk)
    partij = find_gebied(args.partij, cijfers.namen())
    if partij is None or not queries.afspraken_of(partij):
        print(f"{args.partij} is geen partij van de afspraken.", file=sys.stderr)
        return KAN_NIET
    standen = queries.read_standen(
        queries.afspraken_of(partij), [partij], jaar=args.jaar, cijfers=cijfers, op=op
    )
    rijen = [
        {
            "afspraak": stand.afspraak.code,
            "naam": stand.afspraak.naam,
            "status": str(stand.status),
            "cijfer": str(woorden.write(stand.cijfer, stand.eenheid)),
            "norm": str(woorden.write(stand.grens, stand.eenheid)),
            "uitleg": stand.uitleg,
            "ontbreekt": "; ".join(
                f"{g.wat} ({g.van})" if g.van else g.wat for g in stand.ontbreekt
            ),
        }
        for stand in standen
    ]
    print(show_rijen(rijen, formaat=args.formaat))
    return KLAAR
