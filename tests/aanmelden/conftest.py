"""What the tests of the aanmeldroutes share."""

from __future__ import annotations

from tests.casussen.conftest import als_rol, wereld
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["als_rol", "statisch", "statische_map", "voet_zonder_monitor", "wereld"]
