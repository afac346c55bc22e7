"""`casus` and `routecijfers` on the command line: the receipt of a route, and the figures."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .bon import Routebon

KLAAR, KAN_NIET = 0, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add both commands."""
    casus = subparsers.add_parser(
        "casus", help="toon de bon van de route van een casus: stappen, partijen, werkdagen"
    )
    casus.add_argument("nummer", help="het nummer van de casus, zoals C12")
    casus.set_defaults(doe=show_casus, database=True)
    cijfers = subparsers.add_parser(
        "routecijfers", help="toon cijfers over de aanmeldroutes; kleine aantallen zijn verborgen"
    )
    cijfers.add_argument("--jaar", type=int, help="standaard: dit jaar")
    cijfers.add_argument("--kwartaal", choices=("1", "2", "3", "4"))
    cijfers.add_argument("--regio", help="de code van een jeugdhulpregio, zoals FV")
    cijfers.add_argument("--partij", help="onze sleutel van een organisatie, zoals LT-0228")
    cijfers.set_defaults(doe=show_cijfers, database=True)


def show_casus(args: argparse.Namespace) -> int:
    """Print the receipt; 2 when there is no such case."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.casussen.models import Casus  # noqa: PLC0415
    from paraplu.web.wand.verzoek import beyond_wall  # noqa: PLC0415

    from .bon import make_routebon  # noqa: PLC0415
    from .lezen import read_traject  # noqa: PLC0415

    nummer = re.fullmatch(r"[Cc]?(\d{1,15})", args.nummer)
    with beyond_wall():
        casus = Casus.objects.filter(pk=int(nummer[1])).first() if nummer else None
        if casus is None:
            print(f"Er is geen casus {args.nummer}. Schrijf het nummer als C12.", file=sys.stderr)
            return KAN_NIET
        bon = make_routebon(read_traject(casus, op=localdate()), op=localdate())
    print("\n".join(list_zinnen(bon)))
    return KLAAR


def list_zinnen(bon: Routebon) -> Iterator[str]:
    """The receipt as lines of text, without a name of anybody."""
    from .bon import describe  # noqa: PLC0415

    yield f"Casus {bon.traject.nummer}, {bon.traject.route}. {describe(bon)}"
    yield ""
    for regel in bon.regels:
        stap = regel.stap
        tot = stap.afgerond_op or "nu"
        uiterlijk = f", uiterlijk {stap.uiterste_datum}" if stap.uiterste_datum else ""
        stil = f", {regel.stil} stil" if regel.stil else ""
        ronde = f", ronde {regel.ronde}" if regel.ronde > 1 else ""
        yield (
            f"{stap.nummer:<3}{stap.naam} ({stap.partij_naam}{ronde}): {stap.geopend_op} tot {tot},"
            f" {regel.werkdagen} werkdagen{stil}{uiterlijk} {regel.stand}".rstrip()
        )
    yield ""
    for wachten in bon.wachten:
        yield f"Gewacht op {wachten.naam}: {wachten.werkdagen} werkdagen"
    for klok in bon.klokken:
        yield f"{klok.naam}: binnen {klok.duur}, uiterlijk {klok.uiterste_datum}, {klok.stand}"


def show_cijfers(args: argparse.Namespace) -> int:
    """Print the figures of a year, as a page would show them; 2 for an unknown region."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - quick help

    from paraplu.afspraken import gebieden  # noqa: PLC0415
    from paraplu.casussen.cijfers.tellen import Blik  # noqa: PLC0415
    from paraplu.casussen.cijfers.verbergen import ALLES  # noqa: PLC0415
    from paraplu.casussen.cijfers.woorden import list_zinnen as list_cijfers  # noqa: PLC0415

    from .cijfers import read_tabellen  # noqa: PLC0415
    from .woorden import namen  # noqa: PLC0415

    regios = [regio.code for regio in gebieden.regios()]
    if args.regio and args.regio not in regios:
        print(f"Er is geen regio {args.regio}. Kies uit: {', '.join(regios)}.", file=sys.stderr)
        return KAN_NIET
    vandaag = localdate()
    jaar = args.jaar or vandaag.year
    tabellen = read_tabellen(jaar, vandaag)
    blik = Blik(args.kwartaal or ALLES, args.regio or ALLES, args.partij or ALLES)
    print("\n".join(list_cijfers(tabellen, blik, namen)))
    return KLAAR
