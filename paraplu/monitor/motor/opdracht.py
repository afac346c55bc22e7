"""`motor` on the command line: which engine computes, and whether both say the same."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.monitor.motor.vergelijken import Vergelijking

KLAAR, ANDERS, KAN_NIET = 0, 1, 2
FORMATEN = ("tabel", "json", "csv")


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    motor = subparsers.add_parser(
        "motor",
        help="toon of vergelijk de motoren die de cijfers uitrekenen",
        description="DuckDB of Spark: PARAPLU_ENGINE zegt welke motor de cijfers uitrekent.",
    )
    handelingen = motor.add_subparsers(dest="handeling", metavar="HANDELING", required=True)
    toon = handelingen.add_parser("toon", help="welke motor rekent, en of hij hier kan draaien")
    toon.set_defaults(doe=show)
    vergelijk = handelingen.add_parser(
        "vergelijk", help="reken elk cijfer op beide motoren uit (0 gelijk, 1 anders)"
    )
    vergelijk.add_argument(
        "--jaar", type=int, help="een jaar (standaard: het laatste met gegevens)"
    )
    vergelijk.add_argument("--code", action="append", default=[], help="alleen deze waarde")
    vergelijk.add_argument("--formaat", choices=FORMATEN, default="tabel")
    vergelijk.set_defaults(doe=compare)


def show(_args: argparse.Namespace) -> int:
    """Print the engine of the setting, and whether this machine can run it."""
    from paraplu.monitor.motor.kiezen import (  # noqa: PLC0415  keeps --help quick
        MotorOntbreekt,
        OnbekendeMotor,
        find_motor,
    )

    try:
        motor = find_motor()
        motor.check()
    except (OnbekendeMotor, MotorOntbreekt) as fout:
        print(f"Dat kan niet: {fout}.", file=sys.stderr)
        return KAN_NIET
    print(f"De cijfers worden uitgerekend met {motor.naam}.")
    return KLAAR


def compare(args: argparse.Namespace) -> int:
    """Print every value on both engines; 1 when anything differs."""
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415
    from paraplu.monitor.api import Monitor  # noqa: PLC0415
    from paraplu.monitor.motor.kiezen import SPARK, MotorOntbreekt, find_motor  # noqa: PLC0415
    from paraplu.monitor.motor.vergelijken import compare_motoren  # noqa: PLC0415
    from paraplu.monitor.periode import Periode  # noqa: PLC0415
    from paraplu.monitor.waarden import OnbekendeIndicator, indicator  # noqa: PLC0415

    try:
        find_motor(SPARK).check()
        for code in args.code:
            indicator(code)
        bereik = Monitor(tabellen_map()).bereik()
    except (MotorOntbreekt, OnbekendeIndicator, FileNotFoundError) as fout:
        print(f"Dat kan niet: {fout}.", file=sys.stderr)
        return KAN_NIET
    jaar = args.jaar or (bereik[1] if bereik else None)
    if jaar is None:
        print("Dat kan niet: er zijn nog geen gegevens.", file=sys.stderr)
        return KAN_NIET
    gedaan = []
    for rij in compare_motoren(tabellen_map(), Periode.jaar(jaar), codes=args.code):
        gedaan.append(rij)
        if args.formaat == "tabel":
            print(_regel(rij), flush=True)
    _sluit_af(gedaan, formaat=args.formaat)
    return KLAAR if all(rij.gelijk for rij in gedaan) else ANDERS


def _regel(rij: Vergelijking) -> str:
    oordeel = "gelijk" if rij.gelijk else _anders(rij)
    naam = f"{rij.code} {rij.variant}"
    return f"{naam:<26}{rij.rijen:>9} rijen  {rij.duckdb:>7.2f} s {rij.spark:>7.2f} s  {oordeel}"


def _anders(rij: Vergelijking) -> str:
    delen = [f"{rij.rijen_anders} rijen anders"] if rij.rijen_anders else []
    delen += [] if rij.cijfers_gelijk else ["cijfers anders"]
    delen += [] if rij.bon_gelijk else ["bon anders"]
    return ", ".join(delen)


def _sluit_af(gedaan: Sequence[Vergelijking], *, formaat: str) -> None:
    rijen: list[dict[str, Any]] = [{**asdict(rij), "gelijk": rij.gelijk} for rij in gedaan]
    if formaat == "json":
        print(json.dumps(rijen, indent=2))
    elif formaat == "csv" and rijen:
        schrijver = csv.DictWriter(sys.stdout, fieldnames=list(rijen[0]))
        schrijver.writeheader()
        schrijver.writerows(rijen)
    elif formaat == "tabel":
        anders = sum(not rij.gelijk for rij in gedaan)
        tijd = sum(rij.spark for rij in gedaan) / (sum(rij.duckdb for rij in gedaan) or 1)
        slot = f"{anders} anders" if anders else "alles gelijk"
        print(
            f"{len(gedaan)} lezingen vergeleken: {slot}; Spark deed er {tijd:.1f} keer zo lang over."
        )
