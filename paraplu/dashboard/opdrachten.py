"""`kwaliteit` on the command line: what is wrong in the data of one party, as table, file or mail."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.dashboard.kwaliteit import Partij
    from paraplu.dashboard.kwaliteit_rapport import Rapport

FORMATEN = ("tabel", "json", "csv", "pdf")
KLAAR, BEVINDINGEN, KAN_NIET = 0, 1, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "kwaliteit",
        help="toon wat er in de gegevens niet klopt, en wie dat herstelt",
        description="Toon per controle van Paraplu hoeveel bevindingen er zijn, met het verloop over twaalf maanden. Er staan aantallen in en geen kinderen.",
        epilog="Voorbeeld: paraplu kwaliteit --gemeente 0228 --maand 2023-05 --formaat pdf --uit rapport.pdf",
    )
    wie = parser.add_mutually_exclusive_group()
    wie.add_argument("--gemeente", metavar="CODE", help="van deze gemeente, zoals 0228")
    wie.add_argument("--gi", metavar="AGB", help="van deze gecertificeerde instelling")
    wie.add_argument("--aanbieder", metavar="AGB", help="van deze jeugdhulpaanbieder")
    wie.add_argument("--regio", metavar="CODE", help="van deze jeugdhulpregio, zoals FV")
    parser.add_argument("--maand", help="tot en met deze maand, zoals 2023-05")
    parser.add_argument("--formaat", choices=FORMATEN, default="tabel")
    parser.add_argument("--uit", metavar="BESTAND", help="schrijf naar dit bestand (nodig bij pdf)")
    parser.add_argument(
        "--mail", action="store_true", help="mail de accounts van deze partij een link, meer niet"
    )
    parser.set_defaults(doe=show_kwaliteit, database=True)


def show_kwaliteit(args: argparse.Namespace) -> int:
    """Print the report: 1 when there are findings, 2 when it cannot be made."""
    from paraplu.dashboard.kwaliteit_mail import mail_link  # noqa: PLC0415 - quick help

    if args.formaat == "pdf" and not args.uit:
        print("Een PDF heeft een bestand nodig: geef --uit rapport.pdf.", file=sys.stderr)
        return KAN_NIET
    try:
        rapport = _make_rapport(args)
    except ValueError as fout:
        print(f"Dat kan niet: {fout}.", file=sys.stderr)
        return KAN_NIET
    _write(_content(rapport, args.formaat), args.uit)
    if args.mail:
        print(f"Mails met een link klaargezet: {mail_link(rapport)}.", file=sys.stderr)
    return BEVINDINGEN if rapport.beeld.samen else KLAAR


def _make_rapport(args: argparse.Namespace) -> Rapport:
    from paraplu.dashboard.kwaliteit import (  # noqa: PLC0415
        list_keuzemaanden,
        make_beeld,
        make_blik,
        trim_dag,
    )
    from paraplu.dashboard.kwaliteit_rapport import Rapport  # noqa: PLC0415
    from paraplu.dashboard.queries import name_afzenders, tel_kwaliteit  # noqa: PLC0415
    from paraplu.web.gegevens import open_monitor  # noqa: PLC0415

    op = open_monitor().laatst_bijgewerkt()
    if op is None:
        raise ValueError("er zijn nog geen leveringen ingelezen")
    mogelijk = list_keuzemaanden(trim_dag(op, open_monitor().bereik()))
    maand = args.maand or mogelijk[0]
    if maand not in mogelijk:
        raise ValueError(f"{maand!r} is geen maand van {mogelijk[-1]} tot en met {mogelijk[0]}")
    # On the own machine everything is told.
    blik = make_blik(_partij(args), maand, eigen=True)
    return Rapport(blik, make_beeld(tel_kwaliteit, blik, name_afzenders()), op)


def _partij(args: argparse.Namespace) -> Partij:
    """The party of the options. Raises ValueError for one that does not exist."""
    from paraplu.dashboard.kwaliteit import ALLEN, Partij  # noqa: PLC0415
    from paraplu.web.gegevens import open_monitor  # noqa: PLC0415

    namen = open_monitor().namen()
    for soort in ("gemeente", "gi", "aanbieder", "regio"):
        code = getattr(args, soort)
        if not code:
            continue
        naam = namen.naam(soort, code)
        if naam == code and code not in namen.organisaties:
            raise ValueError(f"er is geen {soort} met de code {code}")
        return Partij(soort, code, naam)
    return ALLEN


def _content(rapport: Rapport, formaat: str) -> bytes:
    from paraplu.dashboard.kwaliteit_rapport import make_stuk  # noqa: PLC0415
    from paraplu.monitor.weergave import show_rijen  # noqa: PLC0415
    from paraplu.web.papier import maak_pdf  # noqa: PLC0415

    if formaat == "pdf":
        return maak_pdf(make_stuk(rapport))
    if formaat == "json":
        return json.dumps(rapport.as_dict(), ensure_ascii=False, indent=2).encode()
    return show_rijen(rapport.regels(), formaat=formaat).encode()


def _write(inhoud: bytes, bestand: str | None) -> None:
    if bestand:
        Path(bestand).write_bytes(inhoud)
    else:
        print(inhoud.decode())
