"""`definities lijst`, `definities toets` and `definities leg-vast` on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date

KLAAR, VERSCHILLEN = 0, 1
Doe = Callable[[argparse.Namespace], int]


def register(
    subparsers: argparse._SubParsersAction,
    *,
    guarded: Callable[[Doe], Doe],
    vandaag: Callable[[], date],
) -> None:
    """Add the commands; `vandaag` is asked for the day of a new line."""
    definities = subparsers.add_parser(
        "definities", help="definities van de waarden: versies, teksten en vingerafdrukken"
    )
    soorten = definities.add_subparsers(dest="handeling", metavar="HANDELING", required=True)
    lijst = soorten.add_parser("lijst", help="toon elke definitie met haar versie")
    lijst.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")
    lijst.set_defaults(doe=guarded(show_lijst))
    toets = soorten.add_parser("toets", help="klopt het register met de code? 1: nee")
    toets.set_defaults(doe=guarded(check))
    leg = soorten.add_parser("leg-vast", help="schrijf een regel in het register (ontwikkelaars)")
    leg.add_argument("code", nargs="*", help="de waarden; zonder: alle die anders zijn")
    soort = leg.add_mutually_exclusive_group(required=True)
    soort.add_argument(
        "--nieuw", action="store_true", help="een nieuwe versie: het cijfer of de tekst is anders"
    )
    soort.add_argument(
        "--zelfde",
        action="store_true",
        help="dezelfde versie, anders geschreven: elk cijfer gelijk",
    )
    leg.add_argument("--reden", required=True, help="waarom, in één zin")
    leg.set_defaults(doe=guarded(lambda args: write(args, op=vandaag())))


def show_lijst(args: argparse.Namespace) -> int:
    """Print every definition with the version that counts."""
    from paraplu.monitor import waarden, weergave  # noqa: PLC0415  keeps --help quick
    from paraplu.monitor.definities import versie_van  # noqa: PLC0415

    rijen = [
        {
            "code": code,
            "naam": indicator.naam,
            "versie": versie.versie,
            "sinds": versie.vanaf,
            "vingerafdruk": versie.vingerafdruk,
            "klopt": "ja" if versie.is_van_nu else "nee",
        }
        for code, indicator in waarden.alle().items()
        for versie in [versie_van(code)]
    ]
    print(weergave.show_rijen(rijen, formaat=args.formaat))
    return KLAAR


def check(args: argparse.Namespace) -> int:
    """Say which definitions are others than the register says."""
    from paraplu.monitor.definities.vastleggen import teksten_van_nu, vind_anders  # noqa: PLC0415

    anders = vind_anders(teksten_van_nu())
    for code, wat in anders.items():
        print(f"{code}: {wat}. {WAT_TE_DOEN}", file=sys.stderr)
    if not anders:
        print("Het register klopt met de code.")
    return VERSCHILLEN if anders else KLAAR


WAT_TE_DOEN = (
    "Kan een cijfer nu anders uitvallen, of is de tekst anders: "
    "paraplu definities leg-vast CODE --nieuw --reden '…'. Is het alleen anders geschreven en geven "
    "tests/spec en tests/generated dezelfde cijfers: --zelfde."
)


def write(args: argparse.Namespace, *, op: date) -> int:
    """Write lines in the register, and texts."""
    from paraplu.monitor.definities.vastleggen import (  # noqa: PLC0415
        leg_vast,
        teksten_van_nu,
        vind_anders,
    )

    teksten = teksten_van_nu()
    for code in args.code or list(vind_anders(teksten)):
        if code not in teksten:
            raise ValueError(f"{code!r} is geen waarde; wel: {', '.join(teksten)}")
        versie = leg_vast(code, reden=args.reden, nieuw=args.nieuw, op=op, tekst=teksten[code])
        print(f"{code} staat in het register als versie {versie}.")
    return KLAAR
