"""`overleg` on the command line: the agenda, deviations and actions, and what the sources hold."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable
from typing import Any

KLAAR, BEVINDINGEN, KAN_NIET = 0, 1, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    overleg = subparsers.add_parser("overleg", help="overleggen, afwijkingen en acties")
    handelingen = overleg.add_subparsers(dest="handeling", metavar="HANDELING", required=True)
    agenda = handelingen.add_parser("agenda", help="toon de agenda van een overleg")
    agenda.add_argument("nummer", help="het nummer van het overleg, zoals O3")
    _add(agenda, list_agenda)
    _add(
        handelingen.add_parser(
            "afwijkingen",
            help="toon alle afwijkingen, en welke op een besluit over de G7 wachten",
            description="Afsluitcode 1: er wacht een tweede afwijking op een besluit.",
        ),
        list_afwijkingen,
    )
    acties = handelingen.add_parser(
        "acties",
        help="toon de acties, met datum en stand",
        description="Afsluitcode 1: er is een actie over de datum.",
    )
    acties.add_argument("--laat", action="store_true", help="alleen acties over de datum")
    _add(acties, list_acties)
    inrichten = handelingen.add_parser(
        "inrichten", help="zet de acties van 2020, organen en besluiten klaar die er nog niet zijn"
    )
    inrichten.set_defaults(doe=fill, database=True)


def _add(parser: argparse.ArgumentParser, lees: Callable[..., Any]) -> None:
    parser.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")
    parser.set_defaults(doe=show, lees=lees, database=True)


class Onbekend(LookupError):
    """What was asked is not there; `str()` says so."""


def show(args: argparse.Namespace) -> int:
    """Print the rows; 1 when something waits, 2 for a meeting that is not there."""
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415 - needs Django

    try:
        with beyond_wall():
            rijen, wacht = args.lees(args)
    except Onbekend as fout:
        print(str(fout), file=sys.stderr)
        return KAN_NIET
    _print(rijen, args.formaat)
    return BEVINDINGEN if wacht else KLAAR


def list_agenda(args: argparse.Namespace) -> tuple[list[dict[str, Any]], bool]:
    """The points of one meeting as they stand on its agenda."""
    from .models import Overleg  # noqa: PLC0415 - needs Django

    nummer = str(args.nummer).removeprefix("O")
    overleg = Overleg.objects.filter(pk=int(nummer)).first() if nummer.isdecimal() else None
    if overleg is None:
        raise Onbekend(f"Er is geen overleg {args.nummer}. Een nummer is bijvoorbeeld O3.")
    rijen = [
        {"punt": n, "soort": punt.soort, "afspraak": punt.afspraak, "onderwerp": punt.titel}
        for n, punt in enumerate(overleg.agendapunten.filter(vervallen=False), start=1)
    ]
    return rijen, False


def list_afwijkingen(_args: argparse.Namespace) -> tuple[list[dict[str, Any]], bool]:
    """Every deviation, with whether it waits for a decision about the G7 (R211)."""
    from . import queries  # noqa: PLC0415 - needs Django

    voorstellen = {(v.partij, v.afspraak) for v in queries.open_voorstellen()}
    rijen = [
        {
            "nummer": a.nummer,
            "partij": a.partij,
            "afspraak": a.afspraak,
            "jaar": a.jaar,
            "getroffen": a.getroffen,
            "cijfer": a.cijfer,
            "norm": a.norm,
            "stand": queries.status_of(a) or "vastgelegd",
            "reactie": "ja" if queries.has_reactie(a) else "nee",
            "besluit_g7_nodig": "ja" if (a.partij, a.afspraak) in voorstellen else "nee",
        }
        for a in queries.all_afwijkingen()
    ]
    return rijen, bool(voorstellen)


def list_acties(args: argparse.Namespace) -> tuple[list[dict[str, Any]], bool]:
    """Every action with the date that holds, the first one that must be done first."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from . import queries  # noqa: PLC0415
    from .models import Actie  # noqa: PLC0415

    alle = queries.with_stand(Actie.objects.all())
    laat = set(queries.late(alle, op=localdate()).values_list("pk", flat=True))
    rijen = [
        {
            "nummer": actie.nummer,
            "onderwerp": actie.onderwerp,
            "eigenaar": actie.eigenaar,
            "datum": actie.datum.isoformat() if actie.datum else "",
            "stand": actie.stand or "",
            "over_de_datum": "ja" if actie.pk in laat else "nee",
        }
        for actie in alle
        if actie.pk in laat or not args.laat
    ]
    return rijen, bool(laat)


def fill(_args: argparse.Namespace) -> int:
    """Put the seed data there; twice makes nothing twice."""
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415 - needs Django

    from .actions.inrichten import fill_registers  # noqa: PLC0415

    with beyond_wall():
        nieuw = fill_registers()
    print(f"Nieuw: {nieuw} acties, organen, besluiten en standen. Wat er al was, bleef zo.")
    return KLAAR


def _print(rijen: list[dict[str, Any]], formaat: str) -> None:
    if formaat == "json":
        print(json.dumps(rijen, ensure_ascii=False, indent=2))
    elif formaat == "csv":
        schrijver = csv.DictWriter(sys.stdout, list(rijen[0]) if rijen else ["leeg"], delimiter=";")
        schrijver.writeheader()
        schrijver.writerows(rijen)
    elif not rijen:
        print("Er is niets.")
    else:
        for rij in rijen:
            print(" | ".join(str(waarde) for waarde in rij.values()))
