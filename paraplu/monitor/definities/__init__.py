"""Definitions as they are signed: which version of each value our code counts by, and its text."""

from __future__ import annotations

from paraplu.monitor.definities.register import (
    Definitieversie,
    OnbekendeDefinitie,
    Registerregel,
    versie_van,
    versies_van,
)
from paraplu.monitor.definities.vingerafdruk import vingerafdruk

__all__ = [
    "Definitieversie",
    "OnbekendeDefinitie",
    "Registerregel",
    "versie_van",
    "versies_van",
    "vingerafdruk",
]
