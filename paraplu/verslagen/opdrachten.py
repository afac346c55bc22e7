"""`rapport maak|publiceer|lijst` and `herhaal RAPPORT` on the command line."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

KLAAR, ANDERS, KAN_NIET = 0, 1, 2
#: Differing figures that are named; all of them are in the JSON and the CSV.
GETOOND = 20


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands."""
    rapport = subparsers.add_parser("rapport", help="verslagen: maken, publiceren, tonen")
    soorten = rapport.add_subparsers(dest="handeling", metavar="HANDELING", required=True)

    maak = soorten.add_parser("maak", help="maak een concept")
    maak.add_argument("periode", help="een jaar (2023), of voor het overleg een kwartaal (2023-K2)")
    maak.add_argument(
        "--gebied", default="", help="regio-CG, gemeente-0228 of gi-90000001; leeg: heel Gelderland"
    )
    maak.add_argument("--kring", default="partijen", choices=("partijen", "publiek", "eigen"))
    maak.add_argument(
        "--bekend-op", type=date.fromisoformat, metavar="DAG", help="zoals 2023-04-15"
    )
    _add_door(maak)
    maak.set_defaults(doe=make, database=True)

    publiceer = soorten.add_parser("publiceer", help="publiceer een concept")
    publiceer.add_argument("rapport", help="het nummer, zoals verslag-12")
    _add_door(publiceer)
    publiceer.set_defaults(doe=publish, database=True)

    lijst = soorten.add_parser("lijst", help="toon de verslagen")
    lijst.add_argument("--jaar", default="")
    lijst.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")
    lijst.set_defaults(doe=show_list, database=True)

    herhaal = subparsers.add_parser(
        "herhaal", help="maak een verslag opnieuw en kijk of het gelijk is (0 gelijk, 1 anders)"
    )
    herhaal.add_argument("rapport", help="het nummer, zoals verslag-12")
    herhaal.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")
    herhaal.set_defaults(doe=repeat, database=True)


def _add_door(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--door", required=True, metavar="GEBRUIKER", help="de gebruikersnaam van wie het doet"
    )


def make(args: argparse.Namespace) -> int:
    """Make a concept and print its number."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.inzage.cijfers import Cijfers  # noqa: PLC0415
    from paraplu.inzage.gebied import find_gebied  # noqa: PLC0415
    from paraplu.monitor.periode import OngeldigePeriode, Periode  # noqa: PLC0415

    from . import actions  # noqa: PLC0415
    from .fouten import RapportFout  # noqa: PLC0415
    from .opzet import Opzet, OpzetKanNiet, Soort  # noqa: PLC0415
    from .rechten import MAAKT  # noqa: PLC0415

    by = _find_gebruiker(args.door, MAAKT)
    gebied = find_gebied(args.gebied, Cijfers(kijk=None).namen())
    if by is None or gebied is None:
        return _cannot(
            f"{args.door} maakt geen verslagen."
            if by is None
            else f"{args.gebied} kennen wij niet."
        )
    try:
        periode = Periode.lees(args.periode)
        opzet = Opzet(
            soort=Soort.JAAR if periode.soort == "jaar" else Soort.OVERLEG,
            gebied=gebied,
            periode=periode,
            kring=args.kring,
            datum=localdate(),
            bekend_op=args.bekend_op,
        )
        rapport = actions.make_concept(opzet=opzet, by=by)
    except (OngeldigePeriode, OpzetKanNiet, RapportFout) as fout:
        return _cannot(str(fout))
    print(f"{rapport.nummer}: {rapport.inhoud['titel']}, versie {rapport.versie}, concept.")
    return KLAAR


def publish(args: argparse.Namespace) -> int:
    """Publish a concept of the own organisation."""
    from django.utils.timezone import localdate  # noqa: PLC0415

    from . import actions, queries  # noqa: PLC0415
    from .fouten import RapportFout  # noqa: PLC0415
    from .rechten import PUBLICEERT, mag_publiceren  # noqa: PLC0415

    by = _find_gebruiker(args.door, PUBLICEERT)
    rapport = queries.find_rapport(args.rapport)
    if by is None or rapport is None or not mag_publiceren(by, rapport):
        return _cannot(f"{args.door} heeft geen verslag {args.rapport} om te publiceren.")
    try:
        actions.publish(rapport=rapport, by=by, on=localdate())
    except RapportFout as fout:
        return _cannot(str(fout))
    print(f"{rapport.nummer} is gepubliceerd.")
    return KLAAR


def show_list(args: argparse.Namespace) -> int:
    """All reports of this Paraplu, for who keeps it running: no figure is shown."""
    from . import queries  # noqa: PLC0415

    rijen = [
        {
            "nummer": rapport.nummer,
            "soort": rapport.soort,
            "gebied": rapport.gebied.sleutel or "gelderland",
            "periode": rapport.periode,
            "kring": rapport.kring,
            "versie": rapport.versie,
            "gemaakt_op": rapport.gemaakt_op.isoformat(),
            "gepubliceerd_op": rapport.gepubliceerd_op and rapport.gepubliceerd_op.isoformat(),
        }
        for rapport in queries.all_rapporten(jaar=args.jaar)
    ]
    _print_rijen(rijen, args.formaat)
    return KLAAR


def repeat(args: argparse.Namespace) -> int:
    """Make a report again; 0 the same, 1 another, 2 it cannot be made."""
    from . import queries  # noqa: PLC0415
    from .herhalen import KanNietHerhalen  # noqa: PLC0415
    from .herhalen import repeat as repeat_rapport  # noqa: PLC0415

    rapport = queries.find_rapport(args.rapport)
    if rapport is None:
        return _cannot(f"Er is geen verslag {args.rapport}.")
    try:
        uitkomst = repeat_rapport(rapport)
    except KanNietHerhalen as fout:
        return _cannot(f"{rapport.nummer} kan niet opnieuw worden gemaakt: {fout}")
    verschillen = [
        {"cijfer": naam, "bewaard": _tell(toen), "opnieuw": _tell(nu)}
        for naam, toen, nu in uitkomst.verschillen
    ]
    if args.formaat == "tabel":
        _print_uitkomst(rapport.nummer, uitkomst.gelijk, verschillen, uitkomst.oorzaken)
    elif args.formaat == "json":
        inhoud = {"rapport": rapport.nummer, "gelijk": dict(uitkomst.gelijk)}
        print(json.dumps({**inhoud, "verschillen": verschillen, "oorzaken": uitkomst.oorzaken}))
    else:
        _print_rijen(verschillen, "csv")
    return KLAAR if uitkomst.is_gelijk else ANDERS


def _print_uitkomst(
    nummer: str,
    gelijk: Mapping[str, bool],
    verschillen: Sequence[Mapping[str, str]],
    oorzaken: Sequence[str],
) -> None:
    namen = {"cijfers": "de cijfers", "pdf": "de PDF", "html": "de HTML"}
    for deel, klopt in gelijk.items():
        print(f"{nummer}: {namen[deel]} {'gelijk' if klopt else 'ANDERS'}")
    for rij in verschillen[:GETOOND]:
        print(f"  {rij['cijfer']}: {rij['bewaard']} werd {rij['opnieuw']}")
    if len(verschillen) > GETOOND:
        print(f"  en nog {len(verschillen) - GETOOND} cijfers")
    for oorzaak in oorzaken:
        print(f"  {oorzaak}")


def _tell(waarde: Any) -> str:
    if isinstance(waarde, Mapping):
        return f"verborgen ({waarde['verborgen']})"
    return "onbekend" if waarde is None else str(waarde)


def _print_rijen(rijen: Sequence[Mapping[str, Any]], formaat: str) -> None:
    if formaat == "json":
        print(json.dumps(list(rijen)))
        return
    if not rijen:
        return
    koppen = list(rijen[0])
    regels = [koppen, *([str(waarde or "–") for waarde in rij.values()] for rij in rijen)]
    if formaat == "csv":
        csv.writer(sys.stdout, delimiter=";").writerows(regels)
        return
    breedtes = [max(map(len, kolom)) for kolom in zip(*regels, strict=True)]
    for regel in regels:
        vakken = (vak.ljust(breed) for vak, breed in zip(regel, breedtes, strict=True))
        print("  ".join(vakken).rstrip())


def _find_gebruiker(naam: str, soorten: frozenset[Any]) -> Any:
    from paraplu.web.models import Gebruiker  # noqa: PLC0415

    gebruiker = Gebruiker.objects.filter(gebruikersnaam=naam, is_active=True).first()
    return gebruiker if gebruiker and gebruiker.soort in soorten else None


def _cannot(zin: str) -> int:
    print(zin, file=sys.stderr)
    return KAN_NIET
