"""What was agreed that a value of the monitor should do, per year: dated, with its requirement.

One file per norm; its name is the key. A year without an agreement has no norm: an old one does not
silently live on.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources

RELATIEF, PUNTEN = "relatief", "punten"


class NoNormInForce(LookupError):
    """There is no norm for this day; the message says why, where the agreement does."""


@dataclass(frozen=True, kw_only=True)
class Normwaarde:
    """The change asked for each year from `vanaf` on; None with `onbepaald`, the sentence why."""

    vanaf: date
    waarde: Decimal | None = None
    onbepaald: str = ""


@dataclass(frozen=True, kw_only=True)
class Norm:
    """How much a value should change against the calendar year before (P16).

    `wijze`: relatief, percent of the value itself, or punten, percentage points (P1). `variant`:
    the reading that the agreement is about, "" for the first.
    """

    sleutel: str
    naam: str
    indicator: str
    variant: str
    wijze: str
    richting: str
    vereiste: str
    lezingen: tuple[str, ...]
    uitleg: str
    waarden: tuple[Normwaarde, ...]

    def on(self, dag: date) -> Decimal:
        """The change asked for in the year of `dag`, in percent or points. Raises NoNormInForce."""
        geldend = [waarde for waarde in self.waarden if waarde.vanaf <= dag]
        if not geldend:
            raise NoNormInForce(f"Vóór {self.waarden[0].vanaf.year} is er geen norm.")
        if geldend[-1].waarde is None:
            raise NoNormInForce(geldend[-1].onbepaald)
        return geldend[-1].waarde

    @property
    def basisjaar(self) -> int:
        """The year before the first with a norm: the baseline."""
        return self.waarden[0].vanaf.year - 1

    def apply(self, vorige: float, *, jaar: int) -> float:
        """What the norm makes of the figure of the year before. Raises NoNormInForce.

        >>> round(find_norm("V2a").apply(200.0, jaar=2022), 1)
        190.0
        """
        verandering = float(self.on(date(jaar, 1, 1))) / 100
        if self.wijze == PUNTEN:
            return vorige + verandering
        return vorige * (1 + verandering)


@cache
def normen() -> tuple[Norm, ...]:
    """Every norm for a value of the monitor, by key."""
    bestanden = resources.files(__name__).iterdir()
    namen = sorted(b.name for b in bestanden if b.name.endswith(".toml"))
    return tuple(_lees(naam) for naam in namen)


def find_norm(indicator: str) -> Norm | None:
    """The norm for this value, or None: most have none."""
    return next((norm for norm in normen() if norm.indicator == indicator), None)


def _lees(naam: str) -> Norm:
    tekst = (resources.files(__name__) / naam).read_text(encoding="utf-8")
    velden = tomllib.loads(tekst, parse_float=Decimal)
    waarden = tuple(
        Normwaarde(
            vanaf=rij["vanaf"],
            waarde=Decimal(rij["waarde"]) if "waarde" in rij else None,
            onbepaald=rij.get("onbepaald", ""),
        )
        for rij in velden["waarde"]
    )
    return Norm(
        sleutel=naam.removesuffix(".toml"),
        naam=velden["naam"],
        indicator=velden["indicator"],
        variant=velden.get("variant", ""),
        wijze=velden["wijze"],
        richting=velden["richting"],
        vereiste=velden["vereiste"],
        lezingen=tuple(velden["lezingen"]),
        uitleg=velden["uitleg"],
        waarden=waarden,
    )
