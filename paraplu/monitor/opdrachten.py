"""`monitor`, `bewijs`, `definities`, `blad`, `keten` and `wachten` on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from paraplu.monitor.bewijs import opdracht as bewijs
from paraplu.monitor.definities import opdracht as definities
from paraplu.monitor.keten import opdracht as keten
from paraplu.monitor.motor import opdracht as motor
from paraplu.monitor.verschil import opdracht as verschil
from paraplu.monitor.wachten import opdracht as wachten

if TYPE_CHECKING:
    from paraplu.monitor.api import Monitor
    from paraplu.monitor.periode import Periode

FORMATEN = ("tabel", "json", "csv")
FILTERS = (
    "gemeente",
    "regio",
    "gi",
    "aanbieder",
    "productcategorie",
    "tussentaal",
    "soort_maatregel",
)
KLAAR, BEVINDINGEN, KAN_NIET = 0, 1, 2
#: Rows of a list that the command line shows unless told otherwise.
GETOOND = 50


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    monitor = subparsers.add_parser(
        "monitor",
        help="toon een waarde van de monitor",
        description="Toon een waarde van de monitor. Zonder code: welke waarden er zijn.",
        epilog="Voorbeeld: paraplu monitor V2a --jaar 2023 --per gemeente",
    )
    monitor.add_argument("code", nargs="?", help="de waarde, zoals V2a")
    add_keuze(monitor)
    monitor.add_argument("--per", default="gelderland", help="splits uit per gelderland, regio, gemeente, gi, aanbieder, productcategorie, tussentaal of soort_maatregel")  # fmt: skip
    monitor.add_argument(
        "--bekend-op",
        "--op",
        dest="bekend_op",
        metavar="DATUM",
        help="zoals bekend op deze dag, zoals 2023-12-31",
    )
    toon = monitor.add_mutually_exclusive_group()
    toon.add_argument(
        "--bon", action="store_true", help="toon het bewijs: hetzelfde als de opdracht bewijs"
    )
    toon.add_argument("--lijst", action="store_true", help="toon de rijen achter het cijfer")
    toon.add_argument(
        "--vooraf", action="store_true", help="reken alle cijfers van de periode vooruit"
    )
    monitor.add_argument("--hoogstens", type=int, default=GETOOND, help="rijen in de lijst")
    monitor.add_argument("--formaat", choices=FORMATEN, default="tabel")
    monitor.set_defaults(doe=_guarded(show_waarde))

    blad = subparsers.add_parser("blad", help="lees een eigen blad in, of toon wat er is")
    handelingen = blad.add_subparsers(dest="handeling", metavar="HANDELING", required=True)
    lees = handelingen.add_parser("lees", help="lees een blad in: CSV of XLSX")
    lees.add_argument(
        "soort", help="tussentaal, organisaties, tarieven, budgetplafonds of inwoners"
    )
    lees.add_argument("bestand", type=Path)
    lees.add_argument(
        "--op", metavar="DATUM", help="vanaf welke dag het geldt (standaard: vandaag)"
    )
    lees.set_defaults(doe=_guarded(read_blad))
    lijst = handelingen.add_parser("lijst", help="toon welke bladen zijn ingelezen")
    lijst.add_argument("--formaat", choices=FORMATEN, default="tabel")
    lijst.set_defaults(doe=_guarded(list_bladen))
    bewijs.register(subparsers, add_keuze=add_keuze, guarded=_guarded)
    definities.register(subparsers, guarded=_guarded, vandaag=_today)
    keten.register(subparsers)
    motor.register(subparsers)
    verschil.register(subparsers, guard=_guarded)
    wachten.register(subparsers)


def add_keuze(opdracht: argparse.ArgumentParser) -> None:
    """What is asked of a value: period, reading, area and other filters."""
    tijd = opdracht.add_mutually_exclusive_group()
    tijd.add_argument("--jaar", help="een jaar, zoals 2023")
    tijd.add_argument("--kwartaal", help="een kwartaal, zoals 2023-K2")
    tijd.add_argument("--maand", help="een maand, zoals 2023-05")
    opdracht.add_argument("--variant", help="welke lezing (standaard: de eerste)")
    for naam in FILTERS:
        opdracht.add_argument(f"--{naam.replace('_', '-')}", dest=naam, help=f"alleen deze {naam}")
    opdracht.add_argument(
        "--ingegaan-na",
        metavar="DATUM",
        help="tel alleen wat na deze dag inging (standaard: 2017-01-01)",
    )


def read_keuze(args: argparse.Namespace, monitor: Monitor) -> dict[str, Any]:
    """The same as arguments of the monitor: variant, periode, filters."""
    return {
        "variant": args.variant,
        "periode": read_periode(args, monitor),
        "filters": {naam: getattr(args, naam) for naam in FILTERS if getattr(args, naam)},
    }


def show_waarde(args: argparse.Namespace) -> int:
    """Print a figure, its receipt or its list; without a code the values there are."""
    from paraplu.monitor import weergave  # noqa: PLC0415  keeps --help quick
    from paraplu.monitor.bewijs.weergave import show_bewijs  # noqa: PLC0415

    monitor = open_monitor(args, bekend_op=read_day(args.bekend_op))
    if args.vooraf:
        return _compute(monitor, read_periode(args, monitor))
    if args.code is None:
        print(weergave.show_indicatoren(monitor.indicatoren(), formaat=args.formaat))
        return KLAAR
    vraag = read_keuze(args, monitor)
    if args.bon:
        print(show_bewijs(monitor.bewijs(args.code, **vraag), formaat=args.formaat))
    elif args.lijst:
        rijen = monitor.lijst(args.code, **vraag, hoogstens=args.hoogstens)
        print(weergave.show_rijen(rijen, formaat=args.formaat))
    else:
        uitkomst = monitor.waarde(args.code, per=args.per, **vraag)
        print(weergave.show_uitkomst(uitkomst, formaat=args.formaat))
    return KLAAR


def read_blad(args: argparse.Namespace) -> int:
    """Take a sheet; print its faults when it has any."""
    from paraplu.afspraken.blad import BladNotReadable  # noqa: PLC0415
    from paraplu.monitor.bladen import Bladen  # noqa: PLC0415

    inhoud = args.bestand.read_bytes()
    try:
        versie = Bladen(_map()).importeer(
            args.soort, inhoud, bestand=args.bestand.name, op=read_day(args.op) or _today()
        )
    except BladNotReadable as fout:
        for regel in fout.fouten:
            print(regel, file=sys.stderr)
        print("Er is niets ingelezen.", file=sys.stderr)
        return BEVINDINGEN
    print(f"{versie.rijen} rijen van {versie.soort} ingelezen; zij gelden vanaf {versie.op}.")
    return KLAAR


def list_bladen(args: argparse.Namespace) -> int:
    """Print every import of a sheet."""
    from paraplu.monitor import weergave  # noqa: PLC0415
    from paraplu.monitor.bladen import SOORTEN, Bladen  # noqa: PLC0415

    rijen = [
        {"soort": v.soort, "op": v.op, "bestand": v.bestand, "rijen": v.rijen}
        for v in Bladen(_map()).lijst()
    ]
    if not rijen and args.formaat == "tabel":
        print("Er is nog geen blad ingelezen. Dit kan:")
        rijen = [
            {
                "soort": blad.naam,
                "wat": blad.titel,
                "kolommen": ", ".join(kolom.naam for kolom in blad.kolommen),
            }
            for blad in SOORTEN.values()
        ]
    print(weergave.show_rijen(rijen, formaat=args.formaat))
    return KLAAR


def open_monitor(args: argparse.Namespace, *, bekend_op: date | None) -> Monitor:
    """The monitor over the tables in `var`, as known on `bekend_op`."""
    from paraplu.monitor.api import Monitor  # noqa: PLC0415
    from paraplu.monitor.trajecten import INGEGAAN_NA  # noqa: PLC0415

    ingegaan_na = read_day(args.ingegaan_na) or INGEGAAN_NA
    return Monitor(_map(), bekend_op=bekend_op, ingegaan_na=ingegaan_na)


def _map() -> Path:
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415

    return tabellen_map()


def read_periode(args: argparse.Namespace, monitor: Monitor) -> Periode:
    """The period asked for, else the last year with data."""
    from paraplu.monitor.periode import OngeldigePeriode, Periode  # noqa: PLC0415

    for soort in ("jaar", "kwartaal", "maand"):
        if tekst := getattr(args, soort):
            periode = Periode.lees(tekst)
            if periode.soort != soort:
                raise OngeldigePeriode(
                    f"{tekst!r} is geen {soort}: schrijf 2023, 2023-K2 of 2023-05"
                )
            return periode
    bereik = monitor.bereik()
    return Periode.jaar(bereik[1] if bereik else _today().year)


def _compute(monitor: Monitor, periode: Periode) -> int:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True)) as balk:
        taak = balk.add_task(f"Cijfers van {periode.naam}")
        monitor.reken_vooraf(
            [periode],
            voortgang=lambda klaar, totaal: balk.update(taak, completed=klaar, total=totaal),
        )
    return KLAAR


def read_day(tekst: str | None) -> date | None:
    """A day as 2023-12-31, None for nothing. Raises ValueError with what to write."""
    if tekst is None:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ValueError(f"{tekst!r} is geen dag: schrijf 2023-12-31") from None


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def _guarded(doe: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """A wrong code, period, day or file is a sentence on standard error and exit status 2."""

    def uitvoer(args: argparse.Namespace) -> int:
        try:
            return doe(args)
        except (ValueError, FileNotFoundError, IsADirectoryError) as fout:
            print(f"Dat kan niet: {fout}.", file=sys.stderr)
            return KAN_NIET

    return uitvoer
