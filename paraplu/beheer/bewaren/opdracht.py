"""`bewaren toon`, `lijst`, `vernietig` and `verslag` on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from .regels import last_day

KLAAR, KAN_NIET = 0, 2
FORMATEN = ("tabel", "json", "csv")
Doe = Callable[[argparse.Namespace], int]


def register(subparsers: argparse._SubParsersAction, *, guarded: Callable[[Doe], Doe]) -> None:
    """Add `bewaren` and its acts."""
    bewaren = subparsers.add_parser("bewaren", help="bewaartermijnen: wat verdwijnt wanneer")
    handelingen = bewaren.add_subparsers(dest="handeling", metavar="HANDELING", required=True)

    toon = handelingen.add_parser("toon", help="wat is aan het eind van een maand over de termijn")
    toon.add_argument("--maand", required=True, type=_month, metavar="JJJJ-MM")
    toon.add_argument("--formaat", choices=FORMATEN, default="tabel")
    toon.set_defaults(doe=guarded(show), database=True)

    lijst = handelingen.add_parser("lijst", help="stel een lijst op die een mens goedkeurt")
    lijst.set_defaults(doe=guarded(draw_up), database=True)

    vernietig = handelingen.add_parser("vernietig", help="voer een goedgekeurde lijst uit")
    vernietig.add_argument("lijst", type=int, metavar="LIJST", help="nummer van de lijst")
    vernietig.set_defaults(doe=guarded(destroy), database=True)

    verslag = handelingen.add_parser("verslag", help="wat er is vernietigd, en op welke grond")
    verslag.add_argument("--formaat", choices=FORMATEN, default="tabel")
    verslag.set_defaults(doe=guarded(report), database=True)


def show(args: argparse.Namespace) -> int:
    """Print what is past its term, also what is held; nothing disappears."""
    from .vooruit import look_ahead  # noqa: PLC0415 - needs Django

    rijen = [
        {
            "wat": regel.regel.naam,
            "nummer": regel.nummer,
            "laatste_dag": regel.tot.isoformat(),
            "casussen": " ".join(regel.casussen),
            "rijen": regel.rijen,
            "aangehouden": regel.aangehouden,
            "door": "Paraplu" if regel.regel.verdwijnt else "met de hand",
            "grond": f"{regel.termijn.in_woorden}; {regel.termijn.bron}",
        }
        for regel in look_ahead(args.maand)
    ]
    if not rijen:
        print(f"Op {args.maand} is er niets over de termijn.", file=sys.stderr)
    _print(rijen, args.formaat)
    return KLAAR


def draw_up(_args: argparse.Namespace) -> int:
    """Draw up a list of what is past its term today."""
    from django.utils.timezone import localdate, now  # noqa: PLC0415

    from .. import actions  # noqa: PLC0415

    lijst = actions.draw_up(op=localdate(), by=None, nu=now())
    print(
        f"Lijst {lijst.pk} staat klaar met {lijst.regels.count()} regels. Er is niets vernietigd: "
        "een beheerder keurt de lijst eerst goed, op de pagina Bewaren."
    )
    return KLAAR


def destroy(args: argparse.Namespace) -> int:
    """Execute an approved list and print the record of it."""
    from django.utils.timezone import localdate, now  # noqa: PLC0415

    from .. import actions, queries  # noqa: PLC0415

    lijst = queries.lijsten().filter(pk=args.lijst).first()
    if lijst is None:
        print(f"Lijst {args.lijst} is er niet.", file=sys.stderr)
        return KAN_NIET
    gedaan = actions.destroy(lijst=lijst, on=localdate(), nu=now())
    gebleven = sum(1 for regel in gedaan if regel.overgeslagen)
    print(
        f"Vernietigd: {len(gedaan) - gebleven} regels van lijst {lijst.pk}, "
        f"{sum(regel.totaal for regel in gedaan)} rijen. Gebleven: {gebleven}."
    )
    return KLAAR


def report(args: argparse.Namespace) -> int:
    """Print the record of destruction."""
    from .. import queries  # noqa: PLC0415

    _print(
        [
            {
                "wanneer": f"{regel.wanneer:%Y-%m-%d %H:%M}",
                "lijst": regel.lijst_id,
                "wat": regel.regel,
                "nummer": regel.nummer,
                "rijen": regel.totaal,
                "overgeslagen": regel.overgeslagen,
                "goedgekeurd_door": str(regel.goedgekeurd_door),
                "grond": regel.grond,
            }
            for regel in queries.vernietigingen()
        ],
        args.formaat,
    )
    return KLAAR


def _print(rijen: list[dict[str, Any]], formaat: str) -> None:
    from paraplu.inname.weergave import show_rows  # noqa: PLC0415

    print(show_rows(rijen, formaat=formaat))


def _month(tekst: str) -> date:
    try:
        return last_day(date.fromisoformat(f"{tekst}-01"))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{tekst!r} is geen maand; schrijf bijvoorbeeld 2046-12"
        ) from None
