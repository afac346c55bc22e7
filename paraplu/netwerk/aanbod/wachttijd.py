"""The waiting time that the messages show, beside what a provider promised (R187, R198, R301).

From the monitor's own rows of V6: help allocated in four quarters, from the day of the allocation
(301) to the begin in the first start message (305). With or without a measure: a provider's waiting
list makes no difference there. Help that ran before it was allocated is left out, as in V6 (P57).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Protocol

from paraplu.monitor.periode import Periode

from .instellingen import KLEINSTE_GROEP

WAARDE = "V6"
ZONDER_MAATREGEL = "geen lopende maatregel bij toewijzing"
KWARTALEN = 4
CIJFERS = ("aantal", "mediaan", "p90", "niet_gestart")
Sleutel = tuple[str, int]


class Lijst(Protocol):
    """What this needs of the monitor."""

    def lijst(
        self, code: str, *, periode: Periode, hoogstens: int | None, reden: str | None
    ) -> list[dict[str, Any]]: ...


@dataclass
class Telling:
    """The days until the start, and how often it has not begun."""

    dagen: list[int] = field(default_factory=list)
    niet_gestart: int = 0


@dataclass(frozen=True, kw_only=True)
class Meting:
    """The figures of one provider (AGB code) and group; all empty when there are too few starts."""

    agb: str
    tussentaal: int
    aantal: int | None
    mediaan: int | None
    p90: int | None
    niet_gestart: int | None

    @property
    def cijfers(self) -> dict[str, int | None]:
        """The figures under the names of their columns."""
        return {naam: getattr(self, naam) for naam in CIJFERS}


def four_quarters(tot_en_met: date) -> tuple[Periode, ...]:
    """The last four calendar quarters that had ended by that day, the oldest first.

    >>> [kwartaal.naam for kwartaal in four_quarters(date(2023, 5, 31))]
    ['2022-K2', '2022-K3', '2022-K4', '2023-K1']
    """
    lopend = Periode.kwartaal(tot_en_met.year, (tot_en_met.month + 2) // 3)
    laatste = lopend if lopend.einde == tot_en_met else lopend.vorige()
    gekozen = [laatste]
    while len(gekozen) < KWARTALEN:
        gekozen.insert(0, gekozen[0].vorige())
    return tuple(gekozen)


def year_before(kwartalen: Sequence[Periode]) -> tuple[Periode, ...]:
    """The four quarters before these."""
    return four_quarters(kwartalen[0].begin - timedelta(days=1))


def measure(monitor: Lijst, kwartalen: Sequence[Periode]) -> list[Meting]:
    """One figure per provider and group, small groups emptied, over these quarters together."""
    rijen: list[dict[str, Any]] = []
    for kwartaal in kwartalen:
        for reden in (None, ZONDER_MAATREGEL):
            rijen += monitor.lijst(WAARDE, periode=kwartaal, hoogstens=None, reden=reden)
    return [_make_meting(*paar) for paar in sorted(count(rijen).items())]


def count(rijen: Iterable[Mapping[str, Any]]) -> dict[Sleutel, Telling]:
    """The rows per provider and group; what has no place in the tussentaal is left out."""
    per: dict[Sleutel, Telling] = {}
    for rij in rijen:
        if rij["tussentaal"] is None or not rij["aanbieder"]:
            continue
        telling = per.setdefault((rij["aanbieder"], int(rij["tussentaal"])), Telling())
        if rij["dagen_bc"] is not None:
            telling.dagen.append(int(rij["dagen_bc"]))
        telling.niet_gestart += bool(rij["niet_gestart"])
    return per


def percentile(dagen: Sequence[int], deel: float) -> int:
    """The value below which that part lies, interpolated as the monitor does, in whole days.

    >>> percentile([1, 2, 3, 10], 0.5), percentile([4], 0.9)
    (3, 4)
    """
    gesorteerd = sorted(dagen)
    plek = (len(gesorteerd) - 1) * deel
    onder = int(plek)
    boven = min(onder + 1, len(gesorteerd) - 1)
    waarde = gesorteerd[onder] + (gesorteerd[boven] - gesorteerd[onder]) * (plek - onder)
    return int(waarde + 0.5)


def _make_meting(sleutel: Sleutel, telling: Telling) -> Meting:
    agb, tussentaal = sleutel
    if len(telling.dagen) < KLEINSTE_GROEP:
        return Meting(agb=agb, tussentaal=tussentaal, **dict.fromkeys(CIJFERS))
    return Meting(
        agb=agb,
        tussentaal=tussentaal,
        aantal=len(telling.dagen),
        mediaan=percentile(telling.dagen, 0.5),
        p90=percentile(telling.dagen, 0.9),
        niet_gestart=telling.niet_gestart,
    )
