"""The commands of this room."""

from __future__ import annotations

import argparse

from paraplu.aanmelden.berichtenpost import opdrachten as berichtenpost
from paraplu.aanmelden.verloop import opdrachten as verloop


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    berichtenpost.register(subparsers)
    verloop.register(subparsers)
