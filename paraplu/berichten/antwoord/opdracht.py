"""`antwoord` on the command line: an answer to each message, ready to send."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from paraplu.afspraken.systeem import reason

if TYPE_CHECKING:
    from paraplu.berichten.antwoord.lijst import Regel
    from paraplu.berichten.antwoord.uitvoer import Regeltje
    from paraplu.berichten.bestanden import Bestand
    from paraplu.berichten.bevinding import Bevinding

GOED, AFGEKEURD, KAN_NIET = 0, 1, 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "antwoord",
        help="maak de retourberichten en declaratie-antwoorden op berichten",
        description=(
            "Controleer iJW-berichten en maak op elk bericht het antwoord dat de standaard vraagt: "
            "een retourbericht, of een 325 op een 323. Een bestand dat er al staat met een andere "
            "inhoud, blijft zoals het is."
        ),
        epilog="Uitkomst: 0 alles goedgekeurd, 1 iets afgekeurd, 2 een antwoord is niet te maken.",
    )
    parser.add_argument("pad", nargs="+", type=Path, help="bestand (.xml, .zip) of map")
    parser.add_argument(
        "--uit", type=Path, required=True, metavar="MAP", help="map waar de antwoorden in komen"
    )
    parser.add_argument(
        "--op",
        type=_datum,
        metavar="DATUM",
        help="dagtekening, als JJJJ-MM-DD (standaard: vandaag)",
    )
    parser.add_argument(
        "--bevindingen",
        type=Path,
        metavar="BESTAND.json",
        help="wat u zelf hebt gevonden: een lijst met bericht-identificatie, pad en code",
    )
    parser.add_argument(
        "--xslt-versie",
        type=_versie,
        metavar="VERSIE",
        help="versie van de XSLT's, als u de berichten daarmee hebt gecontroleerd",
    )
    parser.add_argument(
        "--formaat", choices=("tabel", "json"), default="tabel", help="vorm van het overzicht"
    )
    parser.set_defaults(doe=answer_paths)


def answer_paths(args: argparse.Namespace) -> int:
    """Answer the messages in these paths; see `register` for what the status means."""
    from paraplu.berichten.antwoord.lijst import (  # noqa: PLC0415 - quick help
        GeenLijst,
        lees_lijst,
        toets_lijst,
    )
    from paraplu.berichten.bestanden import open_bestanden  # noqa: PLC0415

    # All files first: the answers may come to stand among them.
    bestanden = [
        _name(bestand, pad) if len(args.pad) > 1 else bestand
        for pad in args.pad
        for bestand in open_bestanden(pad)
    ]
    if not bestanden:
        print("Hier staat geen bestand om te beantwoorden.", file=sys.stderr)
        return KAN_NIET
    try:
        lijst: tuple[Regel, ...] = ()
        if args.bevindingen:
            lijst = lees_lijst(args.bevindingen)
            toets_lijst(lijst, bestanden)
        args.uit.mkdir(parents=True, exist_ok=True)
        regels = _answer(bestanden, lijst, args)
    except GeenLijst as fout:
        print(fout, file=sys.stderr)
        return KAN_NIET
    except OSError as fout:
        print(f"Paraplu kan niet schrijven in {args.uit}: {reason(fout)}.", file=sys.stderr)
        return KAN_NIET
    show_answers(regels, args.formaat)
    return max((regel.status for regel in regels), default=GOED)


def _name(bestand: Bestand | Bevinding, pad: Path) -> Bestand | Bevinding:
    """Called by its place from here, so that equal names in two folders stay apart."""
    from paraplu.berichten.bestanden import Bestand  # noqa: PLC0415

    map_ = pad if pad.is_dir() else pad.parent
    if isinstance(bestand, Bestand):
        return replace(bestand, naam=(map_ / bestand.naam).as_posix())
    return replace(bestand, bestand=(map_ / bestand.bestand).as_posix())


def _answer(
    bestanden: Iterable[Bestand | Bevinding], lijst: Sequence[Regel], args: argparse.Namespace
) -> list[Regeltje]:
    from paraplu.berichten.antwoord.lijst import oordelen_over  # noqa: PLC0415
    from paraplu.berichten.antwoord.reeks import maak_antwoorden  # noqa: PLC0415
    from paraplu.berichten.antwoord.uitvoer import leg_weg  # noqa: PLC0415

    beantwoord = maak_antwoorden(
        bestanden,
        lambda bericht: oordelen_over(bericht, lijst),
        dagtekening=args.op or datetime.now(ZoneInfo("Europe/Amsterdam")).date(),
        xslt_versie=args.xslt_versie,
    )
    return [leg_weg(een, args.uit) for een in beantwoord]


def show_answers(regels: Sequence[Regeltje], formaat: str) -> None:
    """Print what became of each message, as a table or as JSON."""
    if formaat == "json":
        json.dump([regel.als_json() for regel in regels], sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    kop: Sequence[Any] = ("Bestand", "Bericht", "Oordeel", "Antwoord")
    rijen = [
        kop,
        *((_plain(r.bestand), r.soort, r.oordeel, r.bestandsnaam or r.reden) for r in regels),
    ]
    breedtes = [max(len(rij[kolom]) for rij in rijen) for kolom in range(3)]
    for rij in rijen:
        cellen = [cel.ljust(breedte) for cel, breedte in zip(rij, breedtes, strict=False)]
        print("  ".join([*cellen, rij[3]]).rstrip())


def _plain(naam: str) -> str:
    """A name from a zip may hold anything; on the screen it stays on its line."""
    return "".join(teken if teken.isprintable() else "?" for teken in naam)


def _versie(tekst: str) -> str:
    if not re.fullmatch(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}", tekst):
        raise argparse.ArgumentTypeError("schrijf de versie als drie getallen, zoals 1.0.0")
    return tekst


def _datum(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf de datum als JJJJ-MM-DD") from None
