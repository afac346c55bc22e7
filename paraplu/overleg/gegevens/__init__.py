"""What the sources of 2020 and 2021 already hold, in our own words: actions, bodies, decisions."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def lees(naam: str) -> dict[str, Any]:
    """One file of this folder by its name without the ending."""
    blad = resources.files(__name__) / f"{naam}.toml"
    return tomllib.loads(blad.read_text(encoding="utf-8"))
