"""The commands of this room; each is in a module of its own and gets its line here."""

from __future__ import annotations

import argparse

from paraplu.berichten.antwoord import opdracht as antwoord
from paraplu.berichten.regels import opdracht as regels
from paraplu.berichten.uittreksel import opdracht as uittreksel
from paraplu.berichten.verloop import opdracht as verloop
from paraplu.berichten.verslag import opdracht as controleer


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    antwoord.register(subparsers)
    controleer.register(subparsers)
    uittreksel.register(subparsers)
    regels.register(subparsers)
    verloop.register(subparsers)
