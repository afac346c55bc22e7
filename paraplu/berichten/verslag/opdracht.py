"""`controleer` on the command line: what is wrong with these messages, for people and for CI."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from zoneinfo import ZoneInfo

from paraplu.afspraken.systeem import reason

if TYPE_CHECKING:
    from rich.progress import Progress

    from paraplu.berichten.verslag import Gebeurtenis, Telling

FORMATEN = ("tabel", "json", "html")
GOED, BEVINDINGEN, KAN_NIET = 0, 1, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "controleer",
        help="controleer berichten zonder ze in te nemen: XML, zip of een map",
        description=(
            "Controleer iJW-berichten. Er wordt niets bewaard. U ziet per bestand wat er fout is, "
            "op welke regel, welke regel van iJW dat zegt en wat u kunt doen."
        ),
        epilog="Uitkomst: 0 niets gevonden, 1 bevindingen, 2 een bestand of map is er niet of mag niet worden gelezen.",
    )
    parser.add_argument("pad", nargs="+", type=Path, help="bestand (.xml, .zip) of map")
    parser.add_argument("--formaat", choices=FORMATEN, default="tabel", help="vorm van het verslag")
    parser.add_argument("--uit", type=Path, metavar="BESTAND", help="schrijf het verslag hierin")
    parser.add_argument(
        "--code",
        action="append",
        default=[],
        metavar="CODE",
        help="toon alleen bevindingen met deze code; meer codes met komma's, of nog eens --code",
    )
    parser.set_defaults(doe=controleer_paden)


def controleer_paden(args: argparse.Namespace) -> int:
    """Check the paths and write the report where it was asked."""
    from paraplu.berichten.verslag import is_bekend, keur_paden  # noqa: PLC0415 - quick help

    codes = frozenset(code.strip() for tekst in args.code for code in tekst.split(",") if code)
    if onbekend := sorted(code for code in codes if not is_bekend(code)):
        print(f"Deze code kent Paraplu niet: {', '.join(onbekend)}.", file=sys.stderr)
        return KAN_NIET
    vandaag = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    gebeurtenissen = keur_paden(args.pad, codes=codes, vandaag=vandaag)
    try:
        with _open_uit(args.uit) as uit, _voortgang(gebeurtenissen, args) as gevolgd:
            telling = _schrijf(gevolgd, uit, args.formaat, op=vandaag)
    except OSError as fout:
        if args.uit is None or isinstance(fout, BrokenPipeError):
            raise
        print(f"Paraplu kan niet schrijven in {args.uit}: {reason(fout)}.", file=sys.stderr)
        return KAN_NIET
    return _uitkomst(telling, args.uit)


def _schrijf(
    gebeurtenissen: Iterable[Gebeurtenis], uit: TextIO, formaat: str, *, op: date
) -> Telling:
    if formaat == "json":
        from paraplu.berichten.verslag.als_json import schrijf_json  # noqa: PLC0415

        return schrijf_json(gebeurtenissen, uit)
    if formaat == "html":
        from paraplu.berichten.verslag import verzamel  # noqa: PLC0415
        from paraplu.berichten.verslag.als_html import schrijf_html  # noqa: PLC0415

        verslag = verzamel(gebeurtenissen)
        schrijf_html(verslag, uit, op=op)
        return verslag.telling
    from paraplu.berichten.verslag.als_tabel import schrijf_tabel  # noqa: PLC0415

    breedte = shutil.get_terminal_size().columns if uit.isatty() else 80
    return schrijf_tabel(gebeurtenissen, uit, breedte=breedte)


def _uitkomst(telling: Telling, uit: Path | None) -> int:
    if uit is not None:
        print(
            f"{telling.bestanden} gecontroleerd, {telling.bevindingen} bevindingen. "
            f"Het verslag staat in {uit}.",
            file=sys.stderr,
        )
    if telling.niet_gelezen:
        print(f"Niet te lezen: {telling.niet_gelezen}. Zie het verslag.", file=sys.stderr)
        return KAN_NIET
    return BEVINDINGEN if telling.bevindingen else GOED


@contextmanager
def _open_uit(pad: Path | None) -> Iterator[TextIO]:
    """Where the report goes; a file gets its name when it is whole, so half a report is none."""
    if pad is None:
        yield sys.stdout
        return
    deel = pad.with_name(f".{pad.name}.deel")
    try:
        with deel.open("w", encoding="utf-8", newline="\n") as uit:
            yield uit
        deel.replace(pad)
    finally:
        deel.unlink(missing_ok=True)


@contextmanager
def _voortgang(
    gebeurtenissen: Iterator[Gebeurtenis], args: argparse.Namespace
) -> Iterator[Iterator[Gebeurtenis]]:
    """The same events, counted on standard error while someone looks and nothing else is shown."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    scherm = Console(stderr=True)
    zelf_te_zien = args.uit is None and args.formaat == "tabel" and sys.stdout.isatty()
    if not scherm.is_terminal or zelf_te_zien:
        yield gebeurtenissen
        return
    kolommen = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*kolommen, console=scherm, transient=True, redirect_stdout=False) as balk:
        yield _tel_mee(gebeurtenissen, balk)


def _tel_mee(gebeurtenissen: Iterator[Gebeurtenis], balk: Progress) -> Iterator[Gebeurtenis]:
    from paraplu.berichten.verslag import Telling  # noqa: PLC0415

    telling = Telling()
    taak = balk.add_task("Controleren")
    for gebeurtenis in gebeurtenissen:
        telling.tel(gebeurtenis)
        tekst = f"{telling.bestanden} bestanden, {telling.bevindingen} bevindingen"
        balk.update(taak, description=tekst)
        yield gebeurtenis
