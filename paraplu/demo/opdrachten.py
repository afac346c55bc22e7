"""`demo maak`, `demo lees`, `demo vul`, `demo toets`, `demo werk` and `demo speel` on the command line."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

KLAAR, VERSCHILLEN, KAN_NIET = 0, 1, 2
#: How many differences `demo toets` shows.
GETOOND = 20
#: What an empty Paraplu is filled with: large enough to look at, small enough to wait for.
SCHAAL_VUL = 0.02
JAREN_VUL = (2021, 2023)
JAREN = (2019, 2023)
#: Stands beside a demo that has been taken in to its end.
INGENOMEN = "ingenomen"


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    demo = subparsers.add_parser("demo", help="demo Gelderland: een verzonnen provincie")
    soorten = demo.add_subparsers(dest="handeling", metavar="HANDELING", required=True)

    maak = soorten.add_parser("maak", help="schrijf berichten, bladen en bekende antwoorden")
    maak.add_argument("map", type=Path, help="lege map om in te schrijven")
    _add_wereld(maak, schaal=0.05, jaren=JAREN)
    maak.add_argument(
        "--zonder-antwoorden", action="store_true", help="reken de bekende antwoorden niet uit"
    )
    maak.set_defaults(doe=make_demo)

    lees = soorten.add_parser("lees", help="neem een gemaakte demo in, elke maand op haar dag")
    lees.add_argument("map", type=Path, help="map die met demo maak is geschreven")
    lees.set_defaults(doe=read_demo)

    vul = soorten.add_parser("vul", help="maak een demo en neem haar in")
    _add_wereld(vul, schaal=SCHAAL_VUL, jaren=JAREN_VUL)
    vul.set_defaults(doe=fill_demo)

    toets = soorten.add_parser("toets", help="leg de monitor naast de bekende antwoorden")
    toets.add_argument("map", type=Path, nargs="?", help="map van de demo (standaard: var/demo)")
    toets.add_argument("--jaar", help="alleen dit jaar")
    toets.set_defaults(doe=check_demo)

    from paraplu.demo.werk import opdrachten as werk  # noqa: PLC0415 - a room of its own

    werk.register(soorten)


def _add_wereld(parser: argparse.ArgumentParser, *, schaal: float, jaren: tuple[int, int]) -> None:
    parser.add_argument(
        "--schaal",
        type=_schaal,
        default=schaal,
        metavar="DEEL",
        help=f"deel van de provincie, 1 is heel Gelderland (standaard {schaal})",
    )
    parser.add_argument(
        "--jaren",
        type=_jaren,
        default=jaren,
        metavar="VAN-TOT",
        help=f"eerste en laatste jaar (standaard {jaren[0]}-{jaren[1]})",
    )
    parser.add_argument(
        "--seed", type=int, default=1, help="hetzelfde getal geeft dezelfde demo (standaard 1)"
    )


def make_demo(args: argparse.Namespace) -> int:
    """Write a world to a folder."""
    if args.map.exists() and any(args.map.iterdir()):
        return _cannot(f"{args.map} is niet leeg. Kies een lege map.")
    with progress_bar() as balk:
        _write(args.map, args, balk, met_antwoorden=not args.zonder_antwoorden)
    print(f"De demo staat in {args.map}. Neem haar in met: paraplu demo lees {args.map}")
    return KLAAR


def read_demo(args: argparse.Namespace) -> int:
    """Take a written world in."""
    from paraplu.demo.inlezen import GeenWereld  # noqa: PLC0415 - quick help
    from paraplu.inname.fouten import InnameFout  # noqa: PLC0415

    try:
        with progress_bar() as balk:
            _take_in(args.map, balk)
    except (GeenWereld, InnameFout) as fout:
        return _cannot(str(fout))
    return KLAAR


def fill_demo(args: argparse.Namespace) -> int:
    """Make a world beside the other state of this Paraplu and take it in; not among other data."""
    if _has_deliveries():
        return _cannot(
            "In deze Paraplu staan al leveringen, en een demo mag daar niet tussen komen. "
            "Kies met PARAPLU_VAR een andere, lege map."
        )
    return _make_and_read(args)


def _make_and_read(args: argparse.Namespace) -> int:
    from paraplu.afspraken.plaats import var_map  # noqa: PLC0415

    map_ = var_map() / "demo"
    shutil.rmtree(map_, ignore_errors=True)
    _say(
        f"Demo Gelderland wordt gemaakt: {args.schaal:.1%} van de provincie, "
        f"{args.jaren[0]} tot en met {args.jaren[1]}. Dit duurt een paar minuten."
    )
    with progress_bar() as balk:
        _write(map_, args, balk, met_antwoorden=True)
    return _read_to_the_end(map_)


def _has_deliveries() -> bool:
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415
    from paraplu.monitor.opslag import Opslag  # noqa: PLC0415

    opslag = Opslag(tabellen_map())
    opslag.maak()
    return bool(opslag.arrow("levering").num_rows)


def _read_to_the_end(map_: Path) -> int:
    """Take the demo in, and note when all of it is."""
    status = read_demo(argparse.Namespace(map=map_))
    if status == KLAAR:
        (map_ / INGENOMEN).touch()
    return status


def check_demo(args: argparse.Namespace) -> int:
    """Compare every figure; 1 when one differs."""
    from paraplu.afspraken.plaats import tabellen_map, var_map  # noqa: PLC0415
    from paraplu.demo.antwoorden import lees_antwoorden  # noqa: PLC0415
    from paraplu.demo.toetsing import toets  # noqa: PLC0415

    pad = (args.map or var_map() / "demo") / "antwoorden.json"
    if not pad.is_file():
        return _cannot(f"{pad} is er niet. Maak een demo met: paraplu demo vul")
    antwoorden = [a for a in lees_antwoorden(pad) if args.jaar in {None, a.periode}]
    with progress_bar() as balk:
        meld = _teller(balk, "Monitor naast antwoorden", len(antwoorden))
        uitkomst = list(toets(antwoorden, tabellen_map(), meld=lambda: meld("")))
    verschillen = [verschil for verschil in uitkomst if verschil]
    for verschil in verschillen[:GETOOND]:
        print(verschil)
    print(f"{len(uitkomst)} cijfers vergeleken, {len(verschillen)} verschillen.")
    return VERSCHILLEN if verschillen else KLAAR


def fill_when_empty() -> bool:
    """Fill a Paraplu without deliveries, or go on where that was cut off.

    `start` calls this. Gives whether this Paraplu holds the demo, so that its accounts are there too.
    """
    from paraplu.afspraken.plaats import var_map  # noqa: PLC0415

    map_ = var_map() / "demo"
    if (map_ / "wereld.json").is_file():
        return (map_ / INGENOMEN).is_file() or _read_to_the_end(map_) == KLAAR
    if _has_deliveries():
        return False
    standaard = argparse.Namespace(schaal=SCHAAL_VUL, jaren=JAREN_VUL, seed=1)
    return _make_and_read(standaard) == KLAAR


def fill_werk_too() -> None:
    """After the monitor's demo: people, families and cases, where those are not there yet."""
    from paraplu.demo.werk.opdrachten import fill  # noqa: PLC0415

    fill(zaad=1)


Balk = Callable[[str, int, int], None]


def _write(map_: Path, args: argparse.Namespace, balk: Balk, *, met_antwoorden: bool) -> None:
    from paraplu.demo.antwoorden import schrijf_antwoorden  # noqa: PLC0415
    from paraplu.demo.leveringen import schrijf_wereld  # noqa: PLC0415
    from paraplu.demo.wereld.begrippen import Instelling  # noqa: PLC0415
    from paraplu.demo.wereld.simulatie import maak_wereld  # noqa: PLC0415

    eerste, laatste = args.jaren
    maanden = (laatste - eerste + 1) * 12
    instelling = Instelling(args.schaal, eerste, laatste, args.seed)
    map_.mkdir(parents=True, exist_ok=True)
    wereld = maak_wereld(instelling, _teller(balk, "Kinderen laten opgroeien", maanden))
    schrijf_wereld(wereld, map_, _teller(balk, "Berichten schrijven", maanden + 2))
    if met_antwoorden:
        schrijf_antwoorden(wereld, map_ / "antwoorden.json", lambda k, t: balk("Antwoorden", k, t))


def _take_in(map_: Path, balk: Balk) -> None:
    from paraplu.demo.inlezen import lees_in, prepare_figures  # noqa: PLC0415

    gelezen = lees_in(map_, zeg=_say, meld=lambda k, t: balk("Berichten innemen", k, t))
    balk("Cijfers klaarzetten", 0, 1)
    prepare_figures()
    balk("Cijfers klaarzetten", 1, 1)
    print(f"Ingenomen: {gelezen.leveringen} leveringen en {gelezen.bladen} bladen.")


def _teller(balk: Balk, stap: str, totaal: int) -> Callable[[str], None]:
    """Counts how often it is called."""
    klaar = 0

    def tel(_: str) -> None:
        nonlocal klaar
        klaar += 1
        balk(stap, klaar, totaal)

    return tel


@contextmanager
def progress_bar() -> Iterator[Balk]:
    """One bar per step, on standard error; nothing where nobody watches."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True)) as voortgang:
        taken: dict[str, int] = {}

        def balk(stap: str, klaar: int, totaal: int) -> None:
            if stap not in taken:
                taken[stap] = voortgang.add_task(stap, total=totaal)
            voortgang.update(taken[stap], completed=klaar, total=totaal)  # type: ignore[arg-type]

        yield balk


def _schaal(tekst: str) -> float:
    try:
        schaal = float(tekst.replace(",", "."))
    except ValueError:
        schaal = 0
    if not 0 < schaal <= 20:
        raise argparse.ArgumentTypeError("kies een getal boven 0 en tot en met 20")
    return schaal


def _jaren(tekst: str) -> tuple[int, int]:
    delen = tekst.split("-")
    try:
        eerste, laatste = int(delen[0]), int(delen[-1])
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf de jaren zo: 2019-2023") from None
    if len(delen) > 2 or not 2018 <= eerste <= laatste <= 2030:
        raise argparse.ArgumentTypeError("schrijf de jaren zo: 2019-2023, van 2018 tot 2030")
    return eerste, laatste


def _cannot(zin: str) -> int:
    _say(zin)
    return KAN_NIET


def _say(zin: str) -> None:
    print(zin, file=sys.stderr)
