"""What the tests of this room share."""

from __future__ import annotations

from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    nep,
    statisch,
    statische_map,
    voet_zonder_monitor,
)

__all__ = [
    "accounts", "als", "eigen_var", "nep", "statisch", "statische_map", "voet_zonder_monitor",
]  # fmt: skip
