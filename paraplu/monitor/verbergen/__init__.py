"""Which figures stay hidden because so few children are behind them, and which others with them."""

from __future__ import annotations

from paraplu.monitor.verbergen.verborgen import Kijk, Verborgen

__all__ = ["Kijk", "Verborgen"]
