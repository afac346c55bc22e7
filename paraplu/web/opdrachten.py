"""The commands of this room."""

from __future__ import annotations

import argparse

from .inloggen import opdrachten as inloggen


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add them."""
    inloggen.register(subparsers)
