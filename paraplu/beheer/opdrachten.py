"""The commands of this room: `reservekopie`, `gezond` and `bewaren`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from . import gezond
from .bewaren import opdracht as bewaren
from .reservekopie import opdracht as reservekopie

KAN_NIET = 2


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add them."""
    for deel in (reservekopie, gezond, bewaren):
        deel.register(subparsers, guarded=guarded)


def guarded(doe: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Say in one sentence what could not be done."""

    def run(args: argparse.Namespace) -> int:
        from paraplu.inname.fouten import SleutelFout  # noqa: PLC0415 - quick help

        from .fouten import BeheerFout  # noqa: PLC0415

        try:
            return doe(args)
        except (BeheerFout, SleutelFout) as fout:
            print(fout, file=sys.stderr)
            return KAN_NIET

    return run
