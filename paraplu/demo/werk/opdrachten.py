"""`demo werk` and `demo speel`: fill the work of the demo, and play the other parties in a case."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.casussen.models import Casus

    from .tegenspel import Zet

KLAAR, KAN_NIET = 0, 2


def register(soorten: argparse._SubParsersAction) -> None:
    """Add both, below `demo`."""
    werk = soorten.add_parser("werk", help="maak mensen, gezinnen en casussen van de demo")
    werk.add_argument("--seed", type=int, default=1, help="hetzelfde getal geeft dezelfde demo")
    werk.set_defaults(doe=fill_demo_werk, database=True)

    speel = soorten.add_parser("speel", help="speel de andere partijen in een casus van de demo")
    speel.add_argument(
        "casus", type=_nummer, metavar="CASUS", help="nummer van de casus, zoals C12"
    )
    speel.add_argument("stap", nargs="?", default="", help="stap die iemand afrondt")
    speel.add_argument("uitkomst", nargs="?", default="", help="uitkomst van die stap")
    speel.set_defaults(doe=play_demo, database=True)


def fill_demo_werk(args: argparse.Namespace) -> int:
    """Fill the work of the demo; among real work it is refused."""
    from paraplu.casussen.models import Casus  # noqa: PLC0415 - Django has to be loaded

    from .vullen import has_werk  # noqa: PLC0415

    if Casus.objects.exists() and not has_werk():
        print("In deze Paraplu staan al casussen. Een demo mag daar niet tussen.", file=sys.stderr)
        return KAN_NIET
    fill(zaad=args.seed)
    return KLAAR


def fill(*, zaad: int) -> None:
    """Fill what is not there yet, say how far it is, and let the monitor count the messages."""
    from django.utils.timezone import localdate  # noqa: PLC0415

    from paraplu.demo.opdrachten import progress_bar  # noqa: PLC0415

    from .post import count_in_monitor  # noqa: PLC0415
    from .vullen import fill_werk, has_werk  # noqa: PLC0415

    if not has_werk():
        print("De mensen en casussen van de demo worden gemaakt.", file=sys.stderr)
    with progress_bar() as balk:
        gevuld = fill_werk(
            on=localdate(), zaad=zaad, meld=lambda k, t: balk("Casussen vertellen", k, t)
        )
    # Cut off before this, the messages wait, and the next start counts them.
    geteld = count_in_monitor()
    if gevuld.casussen:
        print(
            f"Gemaakt: {gevuld.mensen} mensen en {gevuld.casussen} casussen. "
            f"Naar de monitor: {geteld} berichten.",
            file=sys.stderr,
        )


def play_demo(args: argparse.Namespace) -> int:
    """Without an outcome: what can be played. With one: play it."""
    from paraplu.casussen.models import Casus  # noqa: PLC0415

    casus = Casus.objects.filter(pk=args.casus).first()
    if casus is None:
        print(f"Casus C{args.casus} is er niet.", file=sys.stderr)
        return KAN_NIET
    return _play(casus, args.stap, args.uitkomst) if args.stap else _show(casus)


def _show(casus: Casus) -> int:
    zetten = _zetten(casus)
    for zet in zetten:
        print(f"{zet.stap.sleutel} {zet.uitkomst:24} {zet.naam}")
    if not zetten:
        print("In deze casus kan de demo nu niets voor een ander doen.")
    return KLAAR


def _play(casus: Casus, sleutel: str, uitkomst: str) -> int:
    from django.utils.timezone import now  # noqa: PLC0415

    from paraplu.aanmelden.berichtenpost import NietTeVersturen  # noqa: PLC0415
    from paraplu.casussen.fouten import CasusFout  # noqa: PLC0415

    from .beurt import NietTeSpelen  # noqa: PLC0415
    from .tegenspel import play  # noqa: PLC0415

    kan = [z for z in _zetten(casus) if z.stap.sleutel == sleutel]
    zet = next((z for z in kan if z.uitkomst == uitkomst or not uitkomst), None)
    if zet is None:
        print("Dat kan nu niet. Kijk wat er kan met: paraplu demo speel CASUS", file=sys.stderr)
        return KAN_NIET
    try:
        casus = play(stap=zet.stap, uitkomst=zet.uitkomst, nu=now())
    except (CasusFout, NietTeSpelen, NietTeVersturen) as fout:
        print(str(fout), file=sys.stderr)
        return KAN_NIET
    print(f"{casus.nummer}: {zet.naam}.")
    return _show(casus)


def _zetten(casus: Casus) -> list[Zet]:
    from django.utils.timezone import now  # noqa: PLC0415

    from .tegenspel import list_zetten  # noqa: PLC0415

    open_ = casus.stappen.filter(afgerond_op=None).order_by("id")
    return [zet for stap in open_ for zet in list_zetten(stap, nu=now())]


def _nummer(tekst: str) -> int:
    kaal = tekst.upper().removeprefix("C")
    if not kaal.isdecimal():
        raise argparse.ArgumentTypeError("schrijf het nummer zo: C12")
    return int(kaal)
