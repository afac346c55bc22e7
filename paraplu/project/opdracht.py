"""The command line `paraplu`: it collects the commands of every room and reports errors in words."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Sequence

from paraplu.afspraken.systeem import reason
from paraplu.project.nederlands import speak_dutch
from paraplu.project.opdrachten import prepare_database

ROOMS = (
    "paraplu.project",
    "paraplu.termijnen",
    "paraplu.afspraken",
    "paraplu.berichten",
    "paraplu.inname",
    "paraplu.monitor",
    "paraplu.web",
    "paraplu.inzage",
    "paraplu.netwerk",
    "paraplu.casussen",
    "paraplu.meelezen",
    "paraplu.veiligheid",
    "paraplu.aanmelden",
    "paraplu.tafel",
    "paraplu.escalatie",
    "paraplu.overdracht",
    "paraplu.toekomsttuin",
    "paraplu.dashboard",
    "paraplu.verslagen",
    "paraplu.contract",
    "paraplu.opgaven",
    "paraplu.vooruit",
    "paraplu.resultaten",
    "paraplu.overleg",
    "paraplu.demo",
    "paraplu.api",
    "paraplu.beheer",
)
KAN_NIET = 2


def make_parser() -> argparse.ArgumentParser:
    """All commands of all rooms; a room with commands has a module `opdrachten`."""
    speak_dutch()
    parser = argparse.ArgumentParser(
        prog="paraplu",
        description="Paraplu: de Gelderse monitor uit het iJW-berichtenverkeer.",
        epilog="Hulp bij een opdracht: paraplu OPDRACHT --help",
    )
    subparsers = parser.add_subparsers(dest="opdracht", metavar="OPDRACHT")
    for room in ROOMS:
        naam = f"{room}.opdrachten"
        if importlib.util.find_spec(naam):
            importlib.import_module(naam).register(subparsers)
    return parser


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: done, with findings; 2: it cannot be done, and why."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paraplu.project.settings")
    parser = make_parser()
    args = parser.parse_args(argumenten)
    doe: Callable[[argparse.Namespace], int] | None = getattr(args, "doe", None)
    if doe is None:
        parser.print_help()
        return KAN_NIET
    try:
        if getattr(args, "database", False):
            prepare_database()
        status = doe(args)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print("\nGestopt. Wat al was opgeslagen, blijft staan.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except PermissionError as fout:
        print(
            f"Geen toegang tot {fout.filename}. Is Paraplu eerder als een andere gebruiker gestart? "
            "Start als die gebruiker, of kies met PARAPLU_VAR een andere map.",
            file=sys.stderr,
        )
        return KAN_NIET
    except OSError as fout:
        _drop_output()
        waar = f" met {fout.filename}" if fout.filename else ""
        print(f"Dat kan niet{waar}: {reason(fout)}.", file=sys.stderr)
        return KAN_NIET


def _drop_output() -> None:
    """Forget what cannot be written any more, else Python fails on it once again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
