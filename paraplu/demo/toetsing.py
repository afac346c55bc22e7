"""Hold the monitor against the known answers: every figure that both give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from paraplu.demo.antwoorden import Antwoord
from paraplu.monitor import Monitor, Periode

#: Rounding of a floating-point mean, and half a cent.
SPELING = Decimal("0.006")


@dataclass(frozen=True)
class Verschil:
    """A figure that is not what is known: where it stands, and both values."""

    code: str
    variant: str
    periode: str
    per: str
    sleutel: str
    maat: str
    bekend: object
    monitor: object

    def __str__(self) -> str:
        plaats = f"{self.code} {self.variant} {self.periode} per {self.per} {self.sleutel}"
        return f"{plaats} {self.maat}: bekend {self.bekend}, monitor {self.monitor}"


def toets(
    antwoorden: Iterable[Antwoord],
    tabellen: Path,
    *,
    bekend_op: date | None = None,
    meld: Callable[[], None] = lambda: None,
) -> Iterator[Verschil | None]:
    """Per figure compared: None when it is equal, else the difference."""
    monitor = Monitor(tabellen, bekend_op=bekend_op)
    for antwoord in antwoorden:
        yield from _vergelijk(monitor, antwoord)
        meld()


def _vergelijk(monitor: Monitor, antwoord: Antwoord) -> Iterator[Verschil | None]:
    uitkomst = monitor.waarde(
        antwoord.code,
        variant=antwoord.variant,
        periode=Periode.lees(antwoord.periode),
        per=antwoord.per,
    )
    van_monitor = {rij.sleutel: rij.waarden for rij in uitkomst.rijen}
    gegeven = {maat for rij in antwoord.rijen.values() for maat in rij}
    for sleutel in sorted(van_monitor.keys() | antwoord.rijen.keys()):
        links, rechts = antwoord.rijen.get(sleutel, {}), van_monitor.get(sleutel, {})
        for maat in sorted(gegeven | set(rechts)):
            if maat not in gegeven and gegeven:
                continue
            bekend, gevonden = links.get(maat), rechts.get(maat)
            if _gelijk(bekend, gevonden):
                yield None
            else:
                yield Verschil(
                    antwoord.code,
                    antwoord.variant,
                    antwoord.periode,
                    antwoord.per,
                    sleutel,
                    maat,
                    bekend,
                    gevonden,
                )


def _gelijk(bekend: object, gevonden: object) -> bool:
    """Nothing and zero are the same: an area without cases may have a row or not."""
    links, rechts = _getal(bekend), _getal(gevonden)
    return abs(links - rechts) <= SPELING * max(1, abs(links) / 10**6)


def _getal(waarde: object) -> Decimal:
    return Decimal(0) if waarde is None else Decimal(str(waarde))
