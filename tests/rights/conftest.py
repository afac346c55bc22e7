"""What the tests of the rights share."""

from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    lege_monitor,
    nep,
    statisch,
    statische_map,
)

__all__ = ["accounts", "als", "eigen_var", "lege_monitor", "nep", "statisch", "statische_map"]
