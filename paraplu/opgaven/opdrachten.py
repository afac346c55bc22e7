"""`opgaven` and `woonplaats` on the command line: who reported what, and which gemeente pays."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

KLAAR, ONBEKEND, KAN_NIET = 0, 1, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands."""
    opgaven = subparsers.add_parser(
        "opgaven",
        help="toon per GI wat over een jaar is opgegeven, en wie nog niets opgaf",
        description="Toon per GI het deel overhead, het verloop en de incidenten van een jaar, zoals "
        "bekend op een dag. Wat niet is opgegeven, is onbekend. Er staat niets over personen in.",
        epilog="Voorbeeld: paraplu opgaven 2022 --bekend-op 2023-04-15",
    )
    opgaven.add_argument("jaar", type=int)
    opgaven.add_argument("--bekend-op", metavar="DAG", help="zoals bekend op deze dag")
    opgaven.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")
    opgaven.set_defaults(doe=show, database=True)

    woonplaats = subparsers.add_parser(
        "woonplaats",
        help="loop de vier stappen van de wet: welke gemeente betaalt? (1: eerst uitzoeken)",
        description="Gemeenten geeft u als code van het CBS, of als 'geen' wanneer er is gezocht en "
        "er geen is. Wat u weglaat, is nog niet uitgezocht. Er wordt niets bewaard.",
        epilog="Voorbeeld: paraplu woonplaats --op 2023-05-01 --verblijf --voor-verblijf 0228",
    )
    woonplaats.add_argument("--op", required=True, metavar="DAG", help="de dag van de vraag")
    woonplaats.add_argument("--verblijf", action="store_true", help="het kind woont elders")
    woonplaats.add_argument("--buitenland", action="store_true", help="het kind woont daar")
    for naam, wat in (
        ("nu", "adres van het kind in de BRP"),
        ("voor-verblijf", "adres in de BRP direct voor het verblijf"),
        ("moeder", "waar de moeder woonde bij de geboorte"),
        ("hier", "waar het kind nu echt is"),
    ):
        woonplaats.add_argument(f"--{naam}", default="", metavar="GEMEENTE", help=wat)
    woonplaats.add_argument("--formaat", choices=("tabel", "json"), default="tabel")
    woonplaats.set_defaults(doe=find)


def show(args: argparse.Namespace) -> int:
    """Print the returns of a year; 2 for a day or year that does not exist."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    try:
        bekend_op = date.fromisoformat(args.bekend_op) if args.bekend_op else localdate()
        date(args.jaar, 1, 1)
    except (ValueError, OverflowError):
        return _cannot("Schrijf een jaar als 2022 en een dag als 2023-04-15.")
    rijen = list_rijen(args.jaar, bekend_op=bekend_op)
    if args.formaat == "json":
        print(json.dumps(rijen, ensure_ascii=False, indent=2))
    elif rijen:
        _print_tabel(rijen, args.formaat)
    else:
        print("Er is in dit jaar geen GI met een AGB-code.")
    return KLAAR


def list_rijen(jaar: int, *, bekend_op: date) -> list[dict[str, str]]:
    """One row per GI; a dash for what nobody reported."""
    from . import queries  # noqa: PLC0415
    from .queries.versies import list_gis  # noqa: PLC0415

    rijen = []
    for gi, naam in list_gis(jaar).items():
        overhead = queries.overhead(gi, jaar, bekend_op=bekend_op)
        verloop = queries.verloop(gi, jaar, bekend_op=bekend_op)
        incidenten = queries.incidenten(f"gi-{gi}", jaar, bekend_op=bekend_op)
        rijen.append(
            {
                "gi": gi,
                "naam": naam,
                "overhead_procent": _tell(overhead.waarde),
                "overhead_versie": _tell(overhead.gemeld.versie),
                "verloop_procent": _tell(verloop.waarde),
                "verloop_versie": _tell(verloop.gemeld.versie),
                "incidenten": str(incidenten.aantal),
                "incidenten_te_laat": str(incidenten.te_laat),
                "incidenten_volledig": "ja" if incidenten.gemeld.is_compleet else "nee",
            }
        )
    return rijen


def find(args: argparse.Namespace) -> int:
    """Print the four steps; 1 when something must be looked up first, 2 for what cannot be."""
    from paraplu.afspraken import gebieden  # noqa: PLC0415

    from .woonplaats import BRON, GEEN, Situatie, VoorDeWet, find_woonplaats  # noqa: PLC0415

    gemeenten = {
        "adres_nu": args.nu,
        "adres_voor_verblijf": args.voor_verblijf,
        "adres_moeder": args.moeder,
        "verblijft_nu": args.hier,
    }
    vreemd = [c for c in gemeenten.values() if c not in {"", GEEN} | gebieden.GEMEENTEN_CBS]
    if vreemd:
        return _cannot(
            "Een van de gemeenten kennen wij niet. Geef de code van het CBS, zoals 0228."
        )
    try:
        op = date.fromisoformat(args.op)
        antwoord = find_woonplaats(
            Situatie(op=op, verblijf=args.verblijf, in_buitenland=args.buitenland, **gemeenten)
        )
    except VoorDeWet as fout:
        return _cannot(str(fout))
    except ValueError:
        return _cannot("Schrijf een dag als 2023-05-01.")
    code = antwoord.gemeente
    naam = gebieden.naam_cbs(code) if code else None
    if args.formaat == "json":
        stappen = [vars(stap) for stap in antwoord.stappen]
        inhoud = {"gemeente": code, "naam": naam, "bron": BRON, "stappen": stappen}
        print(json.dumps(inhoud, ensure_ascii=False, indent=2))
    else:
        print(f"De woonplaats is {naam} ({code})." if code else "Dit is nog niet te zeggen.")
        for stap in antwoord.stappen:
            print(f"{stap.nummer}. {stap.naam}: {stap.uitkomst}\n   {stap.wet}\n   {stap.uitleg}")
            if stap.bewijs:
                print(f"   Bewaar als bewijs: {stap.bewijs}")
        print(f"Bron: {BRON}.")
    return KLAAR if code else ONBEKEND


def _print_tabel(rijen: Sequence[Mapping[str, str]], formaat: str) -> None:
    koppen = list(rijen[0])
    regels = [koppen, *(list(rij.values()) for rij in rijen)]
    if formaat == "csv":
        csv.writer(sys.stdout, delimiter=";").writerows(regels)
        return
    breedtes = [max(map(len, kolom)) for kolom in zip(*regels, strict=True)]
    for regel in regels:
        vakken = (vak.ljust(breed) for vak, breed in zip(regel, breedtes, strict=True))
        print("  ".join(vakken).rstrip())


def _tell(waarde: Any) -> str:
    return "–" if waarde is None else str(waarde)


def _cannot(zin: str) -> int:
    print(zin, file=sys.stderr)
    return KAN_NIET
