"""`contract` and `productboek` on the command line: reckon, and read or show tariffs."""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .rekenen.invoer import Uitkomst

KLAAR, BEVINDING, KAN_NIET = 0, 1, 2
FORMATEN: Final = ("tabel", "json", "csv")


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the two commands."""
    contract = subparsers.add_parser("contract", help="de overeenkomst inrichten, en rekenen")
    delen = contract.add_subparsers(dest="deel", metavar="WAT", required=True)
    inrichten = delen.add_parser(
        "inrichten", help="leg de overeenkomst vast zoals de bronnen haar geven; mag vaker"
    )
    inrichten.set_defaults(doe=set_up, database=True)
    _add_reken(delen)
    _add_vertrekpunt(delen)

    boek = subparsers.add_parser("productboek", help="tarieven inlezen of tonen")
    delen = boek.add_subparsers(dest="deel", metavar="WAT", required=True)
    lees = delen.add_parser("lees", help="lees een blad met tarieven (CSV of XLSX)")
    lees.add_argument("bestand", metavar="BESTAND")
    lees.add_argument("--proef", action="store_true", help="kijk alleen of het blad klopt")
    lees.set_defaults(doe=read_blad, database=True)
    toon = delen.add_parser("toon", help="toon elk product met zijn tarief op een dag")
    toon.add_argument("--op", metavar="DATUM", help="op deze dag (nu: vandaag)")
    toon.add_argument("--formaat", choices=FORMATEN, default="tabel")
    toon.set_defaults(doe=show_boek, database=True)


def _add_reken(delen: argparse._SubParsersAction) -> None:
    reken = delen.add_parser(
        "reken",
        help="reken uit wat zoektijd, overhead, verloop en instroom doen",
        description="Reken tarief, caseload, uren voor gezinnen en kosten uit over de jaren. "
        "Wat u niet opgeeft, komt uit de bronnen of blijft leeg.",
        epilog="Voorbeeld: paraplu contract reken --voorbeeld --zet zoektijd_2022=15",
    )
    reken.add_argument("--invoer", metavar="BESTAND", help="getallen in TOML of JSON")
    reken.add_argument("--voorbeeld", action="store_true", help="begin met verzonnen getallen")
    reken.add_argument(
        "--zet", metavar="NAAM=GETAL", action="append", default=[], help="één getal; mag vaker"
    )
    reken.add_argument("--formaat", choices=FORMATEN, default="tabel")
    reken.set_defaults(doe=reckon)


def _add_vertrekpunt(delen: argparse._SubParsersAction) -> None:
    punt = delen.add_parser(
        "vertrekpunt",
        help="de getallen die bekend zijn, om mee te rekenen (TOML)",
        description="Tarieven en normen van een dag en de cijfers van 2021 uit de monitor, elk met "
        "de bron erachter. Wat leeg is of een ? heeft, vult u zelf in: dat is een aanname.",
        epilog="Voorbeeld: paraplu contract vertrekpunt --op 2022-01-01 > plan.toml",
    )
    punt.add_argument("--op", metavar="DATUM", type=date.fromisoformat, help="nu: vandaag")
    punt.add_argument("--gebied", default="", help="regio-CG; leeg: heel Gelderland")
    punt.add_argument(
        "--kring",
        choices=("partijen", "publiek"),
        help="zoals deze kring het ziet; zonder: alles, voor op de eigen machine",
    )
    punt.set_defaults(doe=show_vertrekpunt, database=True)


def show_vertrekpunt(args: argparse.Namespace) -> int:
    """Print what is known as TOML, with the source of each number and what is missing as comments."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.inzage.cijfers import Cijfers  # noqa: PLC0415
    from paraplu.inzage.gebied import find_gebied  # noqa: PLC0415
    from paraplu.inzage.kijker import make_kijk  # noqa: PLC0415
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415

    from .vertrekpunt import make_vertrekpunt  # noqa: PLC0415

    gebied = find_gebied(args.gebied, {})
    if gebied is None or gebied.soort == "gemeente":
        print(f"{args.gebied} is geen regio van Gelderland.", file=sys.stderr)
        return KAN_NIET
    kijk = make_kijk(args.kring, op=localdate()) if args.kring else None
    with beyond_wall():
        punt = make_vertrekpunt(
            op=args.op or localdate(), cijfers=Cijfers(kijk=kijk), gebied=gebied
        )
    for gemis in punt.ontbreekt:
        print(f"# {gemis.sleutel}: {gemis.naam}. {gemis.waarom}")
    for sleutel, (waarde, bron) in punt.bronnen.items():
        if "\n" in waarde:
            print(f'# {bron}\n{sleutel} = """\n{waarde}"""')
        else:
            print(f"{sleutel} = {json.dumps(waarde, ensure_ascii=False)}  # {bron}")
    return KLAAR


def set_up(args: argparse.Namespace) -> int:
    """Make the agreement; twice is once."""
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415 - quick help

    from .actions.begin import fill_begin  # noqa: PLC0415

    with beyond_wall():
        overeenkomst = fill_begin()
    print(f"{overeenkomst.naam}: van {overeenkomst.begin} tot en met {overeenkomst.einde}.")
    return KLAAR


def reckon(args: argparse.Namespace) -> int:
    """Print the outcome; 2 when it cannot be reckoned, with every fault."""
    from .rekenen.invoer import InvoerOnbruikbaar, compute_uitkomst  # noqa: PLC0415
    from .rekenen.velden import LIJSTEN, VELDEN, VOORBEELD  # noqa: PLC0415

    try:
        getallen = dict(VOORBEELD) if args.voorbeeld else {}
        getallen |= _read_invoer(args.invoer) if args.invoer else {}
        getallen |= dict(_split(zet) for zet in args.zet)
        if vreemd := sorted(getallen.keys() - VELDEN.keys() - LIJSTEN.keys()):
            raise ValueError(f"Deze namen zijn er niet: {', '.join(vreemd)}.")
        uitkomst = compute_uitkomst(getallen)
    except InvoerOnbruikbaar as fout:
        for een in fout.fouten:
            print(f"{een.sleutel}: {een}", file=sys.stderr)
        return KAN_NIET
    except OSError:
        print(f"{args.invoer} is niet te lezen. Kijk de plek en de naam na.", file=sys.stderr)
        return KAN_NIET
    except ValueError as fout:
        print(fout, file=sys.stderr)
        return KAN_NIET
    _print_uitkomst(uitkomst, args.formaat)
    return KLAAR


def _read_invoer(pad: str) -> dict[str, str]:
    inhoud = Path(pad).read_text(encoding="utf-8")
    gelezen = json.loads(inhoud) if pad.endswith(".json") else tomllib.loads(inhoud)
    return {str(sleutel): str(waarde) for sleutel, waarde in gelezen.items()}


def _split(zet: str) -> tuple[str, str]:
    naam, teken, getal = zet.partition("=")
    if not teken:
        raise ValueError(f"Schrijf {zet} als NAAM=GETAL, zoals zoektijd_2022=15.")
    return naam.strip(), getal.strip()


def _print_uitkomst(uitkomst: Uitkomst, formaat: str) -> None:
    """The same tables as on the page."""
    import django  # noqa: PLC0415 - quick help

    from .tabellen import conclude_gemeenten, make_tabellen  # noqa: PLC0415

    django.setup()
    tabellen = make_tabellen(uitkomst)
    rijen = [(tabel, rij) for tabel in tabellen for rij in tabel.rijen]
    if formaat == "json":
        blad = {
            tabel.sleutel: [
                {
                    "naam": rij.naam,
                    "eenheid": rij.eenheid,
                    "bron": rij.bron,
                    "jaren": {
                        kop: str(waarde)
                        for kop, waarde in zip(tabel.koppen, rij.waarden, strict=True)
                    },
                }
                for rij in tabel.rijen
            ]
            for tabel in tabellen
        }
        print(json.dumps(blad, ensure_ascii=False, indent=2))
    elif formaat == "csv":
        schrijver = csv.writer(sys.stdout, delimiter=";")
        schrijver.writerow(["tabel", "naam", *tabellen[0].koppen, "eenheid", "bron"])
        for tabel, rij in rijen:
            getallen = [str(round(waarde, 2)).replace(".", ",") for waarde in rij.waarden]
            schrijver.writerow([tabel.sleutel, rij.naam, *getallen, rij.eenheid, rij.bron])
    else:
        for tabel in tabellen:
            print(f"\n{tabel.titel}")
            print(f"{'':44}" + "".join(f"{kop:>16}" for kop in tabel.koppen))
            for rij in tabel.rijen:
                print(f"{rij.naam[:43]:44}" + "".join(f"{cel:>16}" for cel in rij.cellen()))
        if zin := conclude_gemeenten(uitkomst):
            print(f"\n{zin}")


def read_blad(args: argparse.Namespace) -> int:
    """Read a sheet; 1 for faults in it, each with line, column, rule and remedy; 2 when it is not there."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.afspraken.blad import BladNotReadable  # noqa: PLC0415
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415

    from .actions.productboek import take_blad  # noqa: PLC0415
    from .blad import read_regels, read_tekst  # noqa: PLC0415
    from .fouten import ContractFout  # noqa: PLC0415

    pad = Path(args.bestand)
    try:
        regels = read_regels(read_tekst(pad.read_bytes(), bestand=pad.name), bestand=pad.name)
        if args.proef:
            print(f"Het blad klopt: {len(regels)} rijen. Er is niets overgenomen.")
            return KLAAR
        with beyond_wall():
            nieuw = take_blad(regels=regels, by=None, on=localdate())
    except BladNotReadable as fout:
        for een in fout.fouten:
            print(een, file=sys.stderr)
        return BEVINDING
    except OSError:
        print(f"{pad.name} is niet te lezen. Kijk de plek en de naam na.", file=sys.stderr)
        return KAN_NIET
    except ContractFout as fout:
        print(fout, file=sys.stderr)
        return KAN_NIET
    print(f"{len(regels)} rijen gelezen, {nieuw} tarieven toegevoegd.")
    return KLAAR


def show_boek(args: argparse.Namespace) -> int:
    """Every product with its tariff on a day; empty where it is not known."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    try:
        op = date.fromisoformat(args.op) if args.op else localdate()
    except ValueError:
        print(f"{args.op} is geen dag. Schrijf een dag als 2022-01-31.", file=sys.stderr)
        return KAN_NIET
    rijen = _list_boek(op)
    if args.formaat == "json":
        print(json.dumps(rijen, ensure_ascii=False, indent=2))
    elif args.formaat == "csv":
        schrijver = csv.DictWriter(
            sys.stdout, ["product", "naam", "tarief", "soort", "uitleg"], delimiter=";"
        )
        schrijver.writeheader()
        schrijver.writerows(rijen)
    else:
        for rij in rijen:
            print(
                f"{rij['product']}  {rij['tarief'] or 'niet bekend':>12}  {rij['soort']:<10} {rij['naam']}"
            )
        if not rijen:
            print("Er staat nog geen product in het boek.")
    return KLAAR


def _list_boek(op: date) -> list[dict[str, Any]]:
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415

    from .queries import list_tarieven  # noqa: PLC0415

    with beyond_wall():
        return [
            {
                "product": product.code,
                "naam": product.naam,
                "tarief": "" if antwoord.bedrag is None else str(antwoord.bedrag),
                "soort": antwoord.soort,
                "uitleg": " ".join(antwoord.uitleg),
            }
            for product, antwoord in list_tarieven(op=op)
        ]
