"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.web.models import Gebruiker, Soort

MATRIX: Final[dict[str, frozenset[Soort]]] = {}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {}
