"""What is asked, as data: types of costs and the items of the checklists, each with its source."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def lees(naam: str) -> dict[str, Any]:
    """The content of one file of this folder, by name without its ending."""
    tekst = (resources.files(__name__) / f"{naam}.toml").read_text(encoding="utf-8")
    return tomllib.loads(tekst)
