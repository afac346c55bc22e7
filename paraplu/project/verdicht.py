"""`verdicht`: small files of the monitor's tables together, old ones away."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.monitor.stand import Stand
    from paraplu.monitor.verdichten import Verdicht

KLAAR, KAN_NIET = 0, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    verdicht = subparsers.add_parser(
        "verdicht",
        help="zet kleine bestanden van de tabellen bij elkaar en ruim oude op",
        description=(
            "Zet kleine bestanden van de tabellen bij elkaar en ruim op wat niemand meer leest. Geen "
            "cijfer verandert; wat bewaarde verslagen nodig hebben blijft staan."
        ),
    )
    verdicht.add_argument(
        "--droog", action="store_true", help="verander niets, zeg wat er zou gebeuren"
    )
    verdicht.add_argument(
        "--dagen", type=int, default=7, help="bewaar oude bestanden zo lang (minstens 7 dagen)"
    )
    verdicht.add_argument("--formaat", choices=("tabel", "json"), default="tabel")
    verdicht.set_defaults(doe=run, database=True)


def run(args: argparse.Namespace) -> int:
    """Compact under the lock of the intake and print the numbers before and after."""
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415  keeps --help quick
    from paraplu.inname.slot import only_writer  # noqa: PLC0415
    from paraplu.monitor.opslag import Opslag  # noqa: PLC0415
    from paraplu.monitor.verdichten import TeKort, verdicht  # noqa: PLC0415

    if not tabellen_map().is_dir():
        print("Er zijn nog geen tabellen: lees eerst een levering in.", file=sys.stderr)
        return KAN_NIET
    try:
        with only_writer(lambda zin: print(zin, file=sys.stderr)):
            gedaan = verdicht(
                Opslag(tabellen_map()), find_standen(), dagen=args.dagen, droog=args.droog
            )
    except TeKort as fout:
        print(f"Dat kan niet: {fout}.", file=sys.stderr)
        return KAN_NIET
    print(_als_json(gedaan) if args.formaat == "json" else _als_tekst(gedaan, droog=args.droog))
    return KLAAR


def find_standen() -> list[Stand]:
    """The data that kept reports were made of: published or not yet.

    Where messages were taken in and nothing was started yet there are no reports.
    """
    from django.db import connection  # noqa: PLC0415

    from paraplu.monitor.stand import Stand  # noqa: PLC0415
    from paraplu.verslagen.models import Rapport  # noqa: PLC0415
    from paraplu.verslagen.queries import kept_standen  # noqa: PLC0415

    if Rapport._meta.db_table not in connection.introspection.table_names():
        return []
    return [Stand.van_dict(stand) for stand in kept_standen()]


def _als_json(gedaan: Sequence[Verdicht]) -> str:
    return json.dumps([tabel.als_dict() for tabel in gedaan], indent=2)


def _als_tekst(gedaan: Sequence[Verdicht], *, droog: bool) -> str:
    regels = [f"{'tabel':<20}{'bestanden':>18}{'MB':>18}{'opgeruimd':>12}"]
    for rij in gedaan:
        bestanden = f"{rij.bestanden_voor} → {rij.bestanden_na}"
        omvang = f"{rij.bytes_voor / 1e6:.1f} → {rij.bytes_na / 1e6:.1f}"
        regels.append(f"{rij.tabel:<20}{bestanden:>18}{omvang:>18}{rij.opgeruimd:>12}")
    if droog:
        regels.append("Droog: er is niets veranderd; opgeruimd is wat er weg zou gaan.")
    return "\n".join(regels)
