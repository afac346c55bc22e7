"""What the tests of the agreements share: the small monitor and the accounts of demo Gelderland."""

from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    lege_monitor,
    nep,
    statisch,
    statische_map,
    voet_zonder_monitor,
)

__all__ = [
    "accounts", "als", "eigen_var", "lege_monitor", "nep", "statisch", "statische_map",
    "voet_zonder_monitor",
]  # fmt: skip
