"""`api beschrijving` on the command line: the OpenAPI document, for a checker or a registry."""

from __future__ import annotations

import argparse
import json
import sys


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    api = subparsers.add_parser("api", help="de API voor andere programma's")
    soorten = api.add_subparsers(dest="handeling", metavar="HANDELING", required=True)
    beschrijving = soorten.add_parser("beschrijving", help="schrijf de OpenAPI-beschrijving")
    beschrijving.add_argument(
        "--adres", default="", help="waar Paraplu staat, zoals https://paraplu.example"
    )
    beschrijving.set_defaults(doe=show, database=True)


def show(args: argparse.Namespace) -> int:
    """Print the document as JSON."""
    from .document import make_document  # noqa: PLC0415 - quick help

    json.dump(make_document(args.adres), sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0
