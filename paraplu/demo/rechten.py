"""The row of this room in the rights matrix; the view besides asks for a demo account and a demo case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paraplu.casussen.rechten import WERK
from paraplu.web.models import Gebruiker, Soort

MATRIX: dict[str, frozenset[Soort]] = {"demo_tegenspel": WERK}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
