"""The bepaling jeugdhulp: generic, with a duration of its own (R97, R120, R122, R126)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .opslag import from_inhoud, to_inhoud


@dataclass(frozen=True, kw_only=True)
class Overleg:
    """One talk as the bepaling names it: with whom, what was advised, where opinions differ (R88)."""

    met: str
    op: date
    organisatie: str = ""
    gesproken_met: str = ""
    advies: str = ""
    verschil: str = ""


@dataclass(frozen=True, kw_only=True)
class Gedaan:
    """A step that has to be done before a bepaling, and the day it was; None: not done."""

    stap: str
    op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Bepaling:
    """Which help is needed: which form, how much, how long, and when it is looked back on.

    `begin` and `einde` are those of the help, never of the measure (R120). `eenheid` and
    `frequentie` are codes of WJ756 and WMO757. `aanbieder` is a key of ours (ZA-…).
    """

    maatregel: str = ""
    tussentaal: int = 0
    zorgvorm: str = ""
    begin: date | None = None
    einde: date | None = None
    volume: int = 0
    eenheid: str = ""
    frequentie: str = ""
    evaluatiemomenten: tuple[date, ...] = ()
    steun_voor_gezin: str = ""
    onderbouwing: str = ""
    gezin_gesproken_op: date | None = None
    gw_geraadpleegd_op: date | None = None
    aanbieder: str = ""
    aanbieder_naam: str = ""
    gecontracteerd: bool = True
    reden_zonder_contract: str = ""
    toestemming_op: date | None = None
    volgens_inkoop: bool = False
    overleg: tuple[Overleg, ...] = ()
    processtappen: tuple[Gedaan, ...] = ()

    def to_inhoud(self) -> dict[str, Any]:
        """What a Document keeps."""
        inhoud: dict[str, Any] = to_inhoud(self)
        return inhoud

    @classmethod
    def from_inhoud(cls, inhoud: Mapping[str, Any]) -> Bepaling:
        """Read what a Document keeps."""
        return from_inhoud(cls, inhoud)
