"""`spoor controleer`, `spoor anker` and `spoor toon` on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paraplu.web.models import Spoor
    from paraplu.web.spoor.controle import Breuk

KLAAR, GEBROKEN, KAN_NIET = 0, 1, 2
GETOOND = 50
FORMATEN = ("tabel", "json", "csv")

#: How a break is told; what stands between braces comes from the break.
ZINNEN = {
    "gewijzigd": "{plek}: gewijzigd. Wat er staat, is niet wat er geschreven is.",
    "ontbreekt": "{plek}: ontbreekt. Of de eerste regel erna is gewijzigd, is niet na te gaan.",
    "omgenummerd": "{plek}: omgenummerd. Het nummer was {verschoven:+d}.",
    "dubbel": "{plek}: dit nummer komt vaker voor.",
    "afgekapt": "{plek}: ontbreekt. De keten is aan het eind afgekapt.",
    "kop_achter": "{plek}: staat voorbij de kop. De kop is teruggezet of de regel is bijgemaakt.",
    "kop_anders": "{plek}: de kop noemt een ander zegel dan deze laatste regel.",
    "zonder_kop": "{plek}: de kop van deze keten is weg.",
}


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add `spoor` and its three acts."""
    spoor = subparsers.add_parser("spoor", help="het spoor: wie deed en bekeek wat")
    handelingen = spoor.add_subparsers(dest="handeling", metavar="HANDELING", required=True)

    controleer = handelingen.add_parser("controleer", help="ga na of het spoor heel is")
    controleer.add_argument(
        "--ankers",
        type=Path,
        metavar="PAD",
        help="bestand of map met ankers (standaard: var/spoor)",
    )
    controleer.add_argument("--hoogstens", type=int, default=GETOOND, metavar="N",
                            help=f"toon hoogstens N breuken (standaard {GETOOND}; 0: alle)")  # fmt: skip
    controleer.set_defaults(doe=_guarded(check))

    anker = handelingen.add_parser("anker", help="schrijf de koppen van nu buiten de database")
    anker.add_argument("--naar", type=Path, metavar="MAP", help="map (standaard: var/spoor)")
    anker.set_defaults(doe=_guarded(anchor))

    toon = handelingen.add_parser("toon", help="toon wie er naar een gezin keek")
    toon.add_argument("--gezin", required=True, metavar="G…", help="nummer van het gezin")
    toon.add_argument("--formaat", choices=FORMATEN, default="tabel")
    toon.set_defaults(doe=_guarded(show))


def check(args: argparse.Namespace) -> int:
    """Walk along all chains, then hold the anchors beside them."""
    from paraplu.web.spoor.anker import missing_ankers, read_ankers  # noqa: PLC0415
    from paraplu.web.spoor.controle import Telling, check_ketens  # noqa: PLC0415

    if args.ankers and not args.ankers.exists():
        print(f"{args.ankers} is er niet.", file=sys.stderr)
        return KAN_NIET
    telling, aantal = Telling(), 0
    for zin in _sentences(check_ketens(telling), missing_ankers(read_ankers(args.ankers))):
        aantal += 1
        if aantal <= args.hoogstens or not args.hoogstens:
            print(zin)
    print(f"{telling.regels} regels in {telling.ketens} ketens nagegaan.")
    print(f"Het spoor is gebroken: {aantal} keer." if aantal else "Het spoor is heel.")
    return GEBROKEN if aantal else KLAAR


def _sentences(breuken: Iterator[Breuk], ankers: Iterator[Any]) -> Iterator[str]:
    for breuk in breuken:
        nummers = f"regel {breuk.nummer}"
        if breuk.tot != breuk.nummer:
            nummers = f"regels {breuk.nummer} tot en met {breuk.tot}"
        plek = f"Keten {breuk.keten}, {nummers}"
        yield ZINNEN[breuk.hoe].format(plek=plek, verschoven=breuk.verschoven)
    for anker in ankers:
        yield (
            f"Keten {anker.keten}, regel {anker.nummer}: stond er volgens {anker.bron} en staat er "
            "zo niet meer. Vanaf daar of eerder is het spoor afgekapt of gewijzigd."
        )


def anchor(args: argparse.Namespace) -> int:
    """Write the heads of now."""
    from django.utils.timezone import localtime  # noqa: PLC0415 - Django is loaded by now

    from paraplu.web.spoor.anker import write_anker  # noqa: PLC0415

    pad = write_anker(plaats=args.naar, at=localtime())
    print(f"Het anker staat in {pad}. Bewaar er een kopie van waar deze server niet bij kan.")
    return KLAAR


def show(args: argparse.Namespace) -> int:
    """Print who looked at a family, and write in the trace that this was printed."""
    from django.db import transaction  # noqa: PLC0415

    from paraplu.inname.weergave import show_rows  # noqa: PLC0415
    from paraplu.web.actions import write_spoor  # noqa: PLC0415
    from paraplu.web.queries import spoor_of_gezin  # noqa: PLC0415

    with transaction.atomic():
        rijen = [_row(regel) for regel in spoor_of_gezin(args.gezin)]
        write_spoor(
            gebruiker=None,
            handeling="spoor tonen",
            voorwerp="opdrachtregel",
            doel="wie keek er",
            gezin=args.gezin,
        )
    if not rijen:
        print(f"Van gezin {args.gezin} staat er niets in het spoor.", file=sys.stderr)
    print(show_rows(rijen, formaat=args.formaat))
    return KLAAR


def _row(regel: Spoor) -> dict[str, str]:
    from django.utils.timezone import localtime  # noqa: PLC0415

    return {
        "wanneer": f"{localtime(regel.wanneer):%Y-%m-%d %H:%M:%S}",
        "als": regel.als,
        "namens": regel.namens,
        "handeling": regel.handeling,
        "voorwerp": regel.voorwerp,
        "doel": regel.doel,
        "resultaat": regel.resultaat,
    }


def _guarded(doe: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Open the database first, and say in one sentence what could not be done."""

    def run(args: argparse.Namespace) -> int:
        from paraplu.inname.fouten import SleutelFout  # noqa: PLC0415 - quick help
        from paraplu.project.opdrachten import prepare_database  # noqa: PLC0415
        from paraplu.project.postgres import PostgresNietGestart  # noqa: PLC0415

        try:
            prepare_database()
            from paraplu.web.spoor.anker import AnkerOnleesbaar  # noqa: PLC0415 - needs Django
        except PostgresNietGestart as fout:
            print(fout, file=sys.stderr)
            return KAN_NIET
        try:
            return doe(args)
        except (SleutelFout, AnkerOnleesbaar) as fout:
            print(fout, file=sys.stderr)
            return KAN_NIET

    return run
