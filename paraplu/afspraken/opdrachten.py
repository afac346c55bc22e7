"""`documenten`: write the generated pages; `route`: show a route as it was agreed."""

from __future__ import annotations

import argparse

from paraplu.afspraken import documenten
from paraplu.afspraken.routes import gronden as routegronden
from paraplu.afspraken.routes import opdrachten as routes
from paraplu.afspraken.termijnen import list_gronden
from paraplu.termijnen import grond


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command of this room, and the agreed terms to the command `termijn`."""
    grond.offer("iJw", list_gronden)
    grond.offer("routes", routegronden.list_gronden)
    parser = subparsers.add_parser(
        "documenten", help="maak de pagina's in docs/ die uit gegevens en code volgen"
    )
    parser.add_argument(
        "--controleer", action="store_true", help="schrijf niets; zeg alleen wat niet bij is"
    )
    parser.set_defaults(doe=make_documenten)
    routes.register(subparsers)


def make_documenten(args: argparse.Namespace) -> int:
    """Write the pages; with `--controleer` 1 when a page is not up to date."""
    if args.controleer:
        verouderd = documenten.find_outdated()
        for pad in verouderd:
            print(f"{pad} is niet bij. Draai: bin/paraplu documenten")
        return 1 if verouderd else 0
    for pad in documenten.write_all():
        print(f"{pad} is geschreven.")
    return 0
