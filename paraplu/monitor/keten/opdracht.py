"""`paraplu keten`: which messages break the rules across messages, per rule and per sender."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paraplu.monitor.keten.regel import Ketenregel

Rij = dict[str, Any]

FORMATEN = ("tabel", "json", "csv")
KLAAR, BEVINDINGEN, KAN_NIET = 0, 1, 2
#: What a row shows; a line is named by its message and place, never by a child.
GETOOND = ("code", "soort", "bericht", "volgnummer", "regel", "klasse", "gemeente", "aanbieder")


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    keten = subparsers.add_parser(
        "keten",
        help="toets de regels tussen berichten",
        description="Toets alle ingenomen berichten aan de regels tussen berichten: verwijst elke start, stop en declaratie naar wat er is, en past zij daarin?",
        epilog="Voorbeeld: paraplu keten --regel TR338 --regels",
    )
    keten.add_argument("--levering", metavar="NUMMER", help="alleen berichten uit deze levering")
    keten.add_argument("--regel", metavar="CODE", help="alleen deze regel, zoals TR338")
    keten.add_argument(
        "--bekend-op", metavar="DATUM", help="zoals bekend op deze dag, zoals 2023-12-31"
    )
    keten.add_argument(
        "--bij-ontvangst",
        action="store_true",
        help="beoordeel elk bericht met wat bekend was op de dag dat het binnenkwam",
    )
    keten.add_argument("--regels", action="store_true", help="toon elke regel die fout is")
    keten.add_argument("--formaat", choices=FORMATEN, default="tabel")
    keten.set_defaults(doe=show_keten)


def show_keten(args: argparse.Namespace) -> int:
    """Print the findings: 0 when there are none, 1 when there are, 2 when they cannot be made."""
    from paraplu.afspraken.plaats import tabellen_map  # noqa: PLC0415  keeps --help quick
    from paraplu.monitor.keten.bevindingen import keten_bevindingen  # noqa: PLC0415
    from paraplu.monitor.keten.regel import ketenregels  # noqa: PLC0415
    from paraplu.monitor.opslag import Opslag  # noqa: PLC0415

    try:
        gevonden = keten_bevindingen(
            Opslag(tabellen_map()),
            bekend_op=_day(args.bekend_op),
            levering=args.levering,
            codes=[args.regel] if args.regel else None,
            bij_ontvangst=args.bij_ontvangst,
        ).to_pylist()
    except ValueError as fout:
        print(f"Dat kan niet: {fout}.", file=sys.stderr)
        return KAN_NIET
    print(_tekst(gevonden, ketenregels(), args))
    return BEVINDINGEN if gevonden else KLAAR


def _tekst(gevonden: list[Rij], regels: Mapping[str, Ketenregel], args: argparse.Namespace) -> str:
    from paraplu.monitor.weergave import show_rijen  # noqa: PLC0415

    if args.regels:
        rijen = [
            {naam: rij[naam] for naam in GETOOND} | _woorden(regels[rij["code"]])
            for rij in gevonden
        ]
        return show_rijen(rijen, formaat=args.formaat)
    if args.formaat != "tabel":
        return show_rijen(_per_regel(gevonden, regels, "afzender"), formaat=args.formaat)
    if not gevonden:
        return "Geen bericht breekt een regel tussen berichten."
    per_regel = show_rijen(_per_regel(gevonden, regels), formaat="tabel")
    per_afzender = show_rijen(_per_afzender(gevonden), formaat="tabel")
    return f"{per_regel}\n\n{per_afzender}"


def _per_regel(gevonden: list[Rij], regels: Mapping[str, Ketenregel], *ook: str) -> list[Rij]:
    """How often each rule was broken, split by the columns `ook`."""
    velden = ("code", *ook)
    geteld = Counter(tuple(rij[veld] for veld in velden) for rij in gevonden)
    return [
        dict(zip(velden, sleutel, strict=True)) | {"aantal": aantal} | _woorden(regels[sleutel[0]])
        for sleutel, aantal in sorted(geteld.items())
    ]


def _per_afzender(gevonden: list[Rij]) -> list[Rij]:
    """Who has most to mend, first."""
    geteld = Counter(rij["afzender"] for rij in gevonden)
    codes: dict[str, set[str]] = {}
    for rij in gevonden:
        codes.setdefault(rij["afzender"], set()).add(rij["code"])
    return [
        {"afzender": afzender, "aantal": aantal, "regels": " ".join(sorted(codes[afzender]))}
        for afzender, aantal in sorted(geteld.items(), key=lambda paar: (-paar[1], paar[0]))
    ]


def _woorden(regel: Ketenregel) -> Rij:
    return {"tekst": regel.tekst, "remedie": regel.remedie}


def _day(tekst: str | None) -> date | None:
    if tekst is None:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ValueError(f"{tekst!r} is geen dag: schrijf 2023-12-31") from None
