"""Past figures under the rule that holds and under the one proposed, side by side.

Another reading is a figure that this reader gets anyhow, hidden where small. Another parameter or
tussentaal gives a figure that nobody has hidden anything in: beside the one that holds it tells of
the few children between them. So it is computed for the reader's own area only, seen in full; for
the province by who has the whole province (docs/vooruit.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from paraplu.inzage.cijfers import BINNEN, Cijfers
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek
from paraplu.inzage.keuze import name_periode
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import NIET_GEDEELD
from paraplu.web.getallen import Waarde

from ..models import Voorstel
from .voorstel import find_lezing, make_wijziging

if TYPE_CHECKING:
    from paraplu.monitor.api import Monitor
    from paraplu.monitor.watals import AndersMonitor, Naast, Wijziging

Waarden = dict[str, Waarde]
#: Whoever asks a figure under the proposal: value and period in, measures out.
Vraag = Callable[[str, Periode], Waarden]


@dataclass(frozen=True)
class Regel:
    """One period or group with the two figures of each measure."""

    naam: str
    naast: tuple[Naast, ...]


@dataclass(frozen=True)
class Vergelijking:
    """All periods of one value; `maten` are its measures, in the order of the columns."""

    indicator: Any
    maten: tuple[Any, ...]
    regels: tuple[Regel, ...]
    grafiek: Grafiek | None

    @property
    def namen(self) -> tuple[str, ...]:
        """What the lines of the chart are called."""
        return tuple(lijn.naam for lijn in self.grafiek.lijnen) if self.grafiek else ()

    @property
    def tabellen(self) -> list[tuple[Any, list[tuple[str, Naast]]]]:
        """Per measure its periods."""
        return [
            (maat, [(regel.naam, regel.naast[nummer]) for regel in self.regels])
            for nummer, maat in enumerate(self.maten)
        ]

    @property
    def is_gelijk(self) -> bool:
        """Whether nothing changes."""
        return all(naast.is_gelijk for regel in self.regels for naast in regel.naast)


def open_voor(monitor: Monitor, voorstel: Voorstel) -> AndersMonitor:
    """The monitor as if this proposal held; one per process and proposal."""
    return _open(monitor, make_wijziging(voorstel))


@lru_cache(maxsize=4)
def _open(monitor: Monitor, wijziging: Wijziging) -> AndersMonitor:
    from paraplu.monitor.watals import open_anders  # noqa: PLC0415 - Ibis is slow to import

    return open_anders(monitor, wijziging)


def mag_rekenen(cijfers: Cijfers, gebied: Gebied, voorstel: Voorstel) -> bool:
    """Whether this reader gets figures under the proposal for this area."""
    return find_lezing(voorstel) is not None or cijfers.is_eigen(gebied)


def list_perioden(bereik: tuple[int, int], *, per_kwartaal: bool) -> list[Periode]:
    """Every year with data, or its quarters."""
    jaren = range(bereik[0], bereik[1] + 1)
    if per_kwartaal:
        return [Periode.kwartaal(jaar, nummer) for jaar in jaren for nummer in range(1, 5)]
    return [Periode.jaar(jaar) for jaar in jaren]


def compare(
    cijfers: Cijfers, voorstel: Voorstel, code: str, *, gebied: Gebied, perioden: list[Periode]
) -> Vergelijking:
    """Each period of this value under both rules."""
    from paraplu.monitor.watals import make_naast  # noqa: PLC0415 - Ibis is slow to import

    indicator = cijfers.indicatoren[code]
    ask = _asker(cijfers, voorstel, gebied)
    regels, reeksen = [], []
    for periode in perioden:
        oud = cijfers.waarden(code, periode, gebied)
        nieuw = ask(code, periode)
        naast = tuple(
            make_naast(oud.get(maat.sleutel), nieuw.get(maat.sleutel)) for maat in indicator.maten
        )
        regels.append(Regel(name_periode(periode), naast))
        reeksen.append(naast[0])
    return Vergelijking(
        indicator, tuple(indicator.maten), tuple(regels), _draw(reeksen, perioden, indicator)
    )


def _asker(cijfers: Cijfers, voorstel: Voorstel, gebied: Gebied) -> Vraag:
    """How this reader asks: a reading through the own eyes, all else of the own area only."""
    lezing = find_lezing(voorstel)
    if lezing:
        return lambda code, periode: cijfers.waarden(code, periode, gebied, lezing.variant)
    if not cijfers.is_eigen(gebied):
        maten = {code: indicator.maten for code, indicator in cijfers.indicatoren.items()}
        return lambda code, _periode: {maat.sleutel: NIET_GEDEELD for maat in maten[code]}
    anders = open_voor(cijfers.monitor, voorstel)
    filters = gebied.filters or BINNEN
    return lambda code, periode: anders.reeks(code, perioden=[periode], filters=filters)[0][1]


def _draw(reeksen: list[Naast], perioden: list[Periode], indicator: Any) -> Grafiek | None:
    lijnen = [
        Reeks(_("zoals nu"), tuple(naast.oud for naast in reeksen)),
        Reeks(_("volgens het voorstel"), tuple(naast.nieuw for naast in reeksen)),
    ]
    return make_grafiek(lijnen, [periode.naam for periode in perioden], indicator.maten[0].eenheid)
