"""The commands of this room."""

from __future__ import annotations

import argparse

from paraplu.tafel.cijfers import opdrachten as cijfers


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    cijfers.register(subparsers)
