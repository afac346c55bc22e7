"""`toekomsttuin` on the command line: the gardens with their readiness, and RA6 per region."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .lezen.ra6 import Antwoord

KLAAR, KAN_NIET = 0, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "toekomsttuin",
        help="toon per regio of er een toekomsttuin is gestart, en hoe ver elke tuin is",
        description="Toon het antwoord op resultaatafspraak 6 per regio, en per tuin de fase, "
        "wat is geregeld en wat nog ontbreekt. Er staat niets over huishoudens in.",
        epilog="Voorbeeld: paraplu toekomsttuin --regio FV --op 2022-01-01",
    )
    parser.add_argument("--regio", help="de code van een jeugdhulpregio, zoals FV")
    parser.add_argument("--op", metavar="DATUM", help="zoals het was op deze dag (nu: vandaag)")
    parser.add_argument("--formaat", choices=("tabel", "json"), default="tabel")
    parser.set_defaults(doe=show, database=True)


def show(args: argparse.Namespace) -> int:
    """Print it; 2 for a region or a day that does not exist."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.afspraken import gebieden  # noqa: PLC0415

    from .lezen.ra6 import read_antwoorden  # noqa: PLC0415

    regios = [regio.code for regio in gebieden.regios()]
    if args.regio and args.regio not in regios:
        print(f"Er is geen regio {args.regio}. Kies uit: {', '.join(regios)}.", file=sys.stderr)
        return KAN_NIET
    try:
        op = date.fromisoformat(args.op) if args.op else localdate()
    except ValueError:
        print(f"{args.op} is geen dag. Schrijf een dag als 2022-01-31.", file=sys.stderr)
        return KAN_NIET
    antwoorden = [a for a in read_antwoorden(op=op) if args.regio in {None, a.regio}]
    tuinen = read_tuinen(op=op, regio=args.regio)
    if args.formaat == "json":
        print(json.dumps(make_blad(antwoorden, tuinen), ensure_ascii=False, indent=2))
    else:
        print("\n".join(list_regels(antwoorden, tuinen)))
    return KLAAR


def read_tuinen(*, op: date, regio: str | None) -> list[dict[str, Any]]:
    """Every garden with its phase and readiness on a day; nothing of its households."""
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415

    from .lezen.gereed import fase_on, read_gereed  # noqa: PLC0415
    from .models import Tuin  # noqa: PLC0415

    with beyond_wall():
        alle = Tuin.objects.filter(aangemaakt_op__lte=op)
        gekozen = alle.filter(regio=regio) if regio else alle
        rijen = [(tuin, fase_on(tuin, op=op), read_gereed(tuin, op=op)) for tuin in gekozen]
    return [
        {
            "nummer": tuin.nummer,
            "naam": tuin.naam,
            "regio": tuin.regio,
            "fase": fase,
            "geregeld": gereed.geregeld,
            "onderwerpen": gereed.totaal,
            "let_op": list(gereed.waarschuwingen),
        }
        for tuin, fase, gereed in rijen
    ]


def make_blad(antwoorden: list[Antwoord], tuinen: list[dict[str, Any]]) -> dict[str, Any]:
    """The same as data."""
    return {
        "resultaatafspraak_6": [
            {
                "regio": a.regio,
                "gestart": a.gestart,
                "sinds": a.sinds.isoformat() if a.sinds else None,
                "op_tijd": a.op_tijd,
            }
            for a in antwoorden
        ],
        "tuinen": tuinen,
    }


def list_regels(antwoorden: list[Antwoord], tuinen: list[dict[str, Any]]) -> Iterator[str]:
    """The answer of each region, and of each garden how far it is."""
    yield "Is er een toekomsttuin gestart (resultaatafspraak 6)?"
    for a in antwoorden:
        sinds = f", sinds {a.sinds}" if a.sinds else ""
        yield f"  {a.regio:<6}{a.naam:<28}{'ja' if a.gestart else 'nee'}{sinds}"
    if not tuinen:
        yield "Er is nog geen tuin."
    for tuin in tuinen:
        yield ""
        yield (
            f"{tuin['nummer']} {tuin['naam']} ({tuin['regio']}): {tuin['fase'] or 'nog geen fase'}, "
            f"{tuin['geregeld']} van {tuin['onderwerpen']} onderwerpen geregeld"
        )
        for zin in tuin["let_op"]:
            yield f"  let op: {zin}"
