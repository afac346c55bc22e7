"""Which figures stay hidden because so few children are behind them, and which others with them.

`mag_vragen` is imported at first use: who only shows that something is hidden does not wait for Ibis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.monitor.verbergen.verborgen import KLEIN, NIET_GEDEELD, Kijk, Verborgen

if TYPE_CHECKING:
    from paraplu.monitor.verbergen.vragen import mag_vragen

__all__ = ["KLEIN", "NIET_GEDEELD", "Kijk", "Verborgen", "mag_vragen"]


def __getattr__(naam: str) -> object:
    if naam != "mag_vragen":
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    from paraplu.monitor.verbergen.vragen import mag_vragen  # noqa: PLC0415 - Ibis is slow to import

    return mag_vragen
