"""Where the state lives: `var/` beside the program, or the folder in PARAPLU_VAR."""

from __future__ import annotations

import os
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]


def var_map() -> Path:
    """The folder that holds all state; it can be moved by setting PARAPLU_VAR."""
    return Path(os.environ.get("PARAPLU_VAR") or WORTEL / "var").expanduser().resolve()


def tabellen_map() -> Path:
    """The monitor's Delta tables."""
    return var_map() / "tabellen"


def bestanden_map() -> Path:
    """The kept files, encrypted, under their hash."""
    return var_map() / "bestanden"


def sleutels_map() -> Path:
    """The keys for pseudonyms, kept files and the trace; readable by the owner only."""
    return var_map() / "sleutels"


def spoor_map() -> Path:
    """What is known of the trace outside the database: which key it has, and its anchors."""
    return var_map() / "spoor"
