"""Which figures stay hidden because so few children are behind them, and which others with them."""

from __future__ import annotations

from paraplu.monitor.verbergen.verborgen import KLEIN, NIET_GEDEELD, Kijk, Verborgen
from paraplu.monitor.verbergen.vragen import mag_vragen

__all__ = ["KLEIN", "NIET_GEDEELD", "Kijk", "Verborgen", "mag_vragen"]
