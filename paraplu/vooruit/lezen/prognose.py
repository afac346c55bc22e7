"""Inflow, stock and cost to the end of the year and the next, with an interval (R171, R194, R203).

A forecast is made of the quarters that this reader gets, and of nothing else: it says no more than
they do. Where one of them is hidden, so is the forecast.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.translation import gettext as _

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek
from paraplu.monitor.periode import Periode
from paraplu.monitor.prognose import (
    MINSTENS,
    Prognose,
    Reekssoort,
    TeWeinigGegevens,
    Toets,
    predict,
    predict_per_stap,
    toets,
)
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde


@dataclass(frozen=True)
class Voorspelbaar:
    """How a value is forecast: its first measure adds up or stands, is counted or is money.

    `nazien`: days after a quarter in which messages about it are still to be expected (P56): starts
    within five working days, declarations within a month with their answer after that.
    """

    soort: Reekssoort
    telling: bool
    nazien: int


#: Which values have a forecast.
WAARDEN: Final[dict[str, Voorspelbaar]] = {
    "V2a": Voorspelbaar("som", telling=True, nazien=31),
    "V2c": Voorspelbaar("stand", telling=True, nazien=31),
    "V1a": Voorspelbaar("som", telling=False, nazien=92),
    "V1b": Voorspelbaar("som", telling=False, nazien=92),
}
#: How far ahead the past is tested, in quarters.
VOORUIT: Final = (1, 2, 4)


@dataclass(frozen=True)
class Jaarprognose:
    """One year: of how many quarters the figure is known, and what is expected at its end."""

    jaar: int
    kwartalen_bekend: int
    prognose: Prognose


@dataclass(frozen=True)
class Blad:
    """Everything on the page of one value. `waarom_niet`: the sentence where there is no forecast."""

    indicator: Any
    maat: Any
    gemeten: tuple[tuple[Periode, Waarde], ...]
    jaren: tuple[Jaarprognose, ...] = ()
    kwartalen: tuple[tuple[Periode, Prognose], ...] = ()
    toetsen: tuple[Toets, ...] = ()
    grafiek: Grafiek | None = None
    waarom_niet: str = ""
    is_verborgen: bool = False

    @property
    def namen(self) -> tuple[str, ...]:
        """What the lines of the chart are called."""
        return tuple(lijn.naam for lijn in self.grafiek.lijnen) if self.grafiek else ()


def make_blad(
    cijfers: Cijfers,
    code: str,
    *,
    gebied: Gebied,
    bereik: tuple[int, int],
    tot: date,
    bijgewerkt: date | None,
) -> Blad:
    """The forecast of a value from the quarters that ended on or before `tot` and are complete."""
    hoe, indicator = WAARDEN[code], cijfers.indicatoren[code]
    maat = indicator.maten[0]
    grens = min(tot, (bijgewerkt or tot) - timedelta(days=hoe.nazien))
    perioden = [
        periode
        for jaar in range(bereik[0], bereik[1] + 1)
        for periode in (Periode.kwartaal(jaar, nummer) for nummer in range(1, 5))
        if periode.einde <= grens
    ]
    gemeten = tuple(
        (periode, cijfers.waarden(code, periode, gebied).get(maat.sleutel)) for periode in perioden
    )
    leeg = Blad(indicator, maat, gemeten)
    waarden, waarom_niet, verborgen = _read_reeks(gemeten)
    if waarom_niet:
        return Blad(indicator, maat, gemeten, waarom_niet=waarom_niet, is_verborgen=verborgen)
    try:
        return _predict_blad(leeg, waarden, hoe)
    except TeWeinigGegevens:
        zin = _(
            "Er zijn %(aantal)s volledige kwartalen. Voor een verwachting zijn er %(nodig)s nodig."
        )
        tekst = zin % {"aantal": len(waarden), "nodig": MINSTENS}
        return Blad(indicator, maat, gemeten, waarom_niet=tekst)


def _read_reeks(
    gemeten: Sequence[tuple[Periode, Waarde]],
) -> tuple[list[float], str, bool]:
    """The figures as numbers; or why there is no series, and whether that is because of hiding."""
    waarden = []
    for _periode, waarde in gemeten:
        if isinstance(waarde, Verborgen):
            return [], _("Een of meer kwartalen zijn verborgen, dus de verwachting ook."), True
        if waarde is None:
            return [], _("Van een of meer kwartalen is het cijfer onbekend."), False
        waarden.append(float(waarde))
    return waarden, "", False


def _predict_blad(leeg: Blad, waarden: list[float], hoe: Voorspelbaar) -> Blad:
    laatste = leeg.gemeten[-1][0] if leeg.gemeten else None
    if laatste is None:
        raise TeWeinigGegevens
    komende = _list_komende(laatste)
    stappen = predict_per_stap(waarden, stappen=len(komende), soort=hoe.soort, telling=hoe.telling)
    kwartalen = tuple(zip(komende, stappen, strict=True))
    toetsen = (toets(waarden, stappen=n, soort=hoe.soort, telling=hoe.telling) for n in VOORUIT)
    return Blad(
        leeg.indicator,
        leeg.maat,
        leeg.gemeten,
        jaren=tuple(_list_jaren(leeg.gemeten, waarden, komende, hoe)),
        kwartalen=kwartalen,
        toetsen=tuple(uitkomst for uitkomst in toetsen if uitkomst),
        grafiek=_draw(leeg, kwartalen),
    )


def _list_komende(laatste: Periode) -> list[Periode]:
    """The quarters to the end of the year of the first one, and those of the year after."""
    jaar, nummer = laatste.begin.year, int(laatste.naam[-1])
    if nummer == 4:
        jaar, nummer = jaar + 1, 0
    rest = [Periode.kwartaal(jaar, volgend) for volgend in range(nummer + 1, 5)]
    return [*rest, *(Periode.kwartaal(jaar + 1, volgend) for volgend in range(1, 5))]


def _list_jaren(
    gemeten: Sequence[tuple[Periode, Waarde]],
    waarden: list[float],
    komende: list[Periode],
    hoe: Voorspelbaar,
) -> list[Jaarprognose]:
    eerste = komende[0].begin.year
    bekend = [
        waarde
        for (periode, _w), waarde in zip(gemeten, waarden, strict=True)
        if periode.begin.year == eerste
    ]
    rest = 4 - len(bekend)
    dit_jaar = predict(
        waarden,
        stappen=rest,
        soort=hoe.soort,
        bekend=sum(bekend) if hoe.soort == "som" else 0.0,
        telling=hoe.telling,
    )
    volgend = predict(waarden, stappen=4, na=rest, soort=hoe.soort, telling=hoe.telling)
    return [Jaarprognose(eerste, len(bekend), dit_jaar), Jaarprognose(eerste + 1, 0, volgend)]


def _draw(leeg: Blad, kwartalen: Sequence[tuple[Periode, Prognose]]) -> Grafiek | None:
    """Measured, then expected between the two sides of the interval of 80 of 100 times."""
    geweest = [waarde for _periode, waarde in leeg.gemeten]
    gat: list[Waarde] = [None] * (len(geweest) - 1) + geweest[-1:]
    straks: list[Waarde] = [None] * len(kwartalen)
    lijnen = [
        Reeks(_("gemeten"), (*geweest, *straks)),
        Reeks(_("verwacht"), (*gat, *(p.verwacht for _k, p in kwartalen))),
        Reeks(_("laag (80 van de 100 keer)"), (*gat, *(p.tachtig.laag for _k, p in kwartalen))),
        Reeks(_("hoog (80 van de 100 keer)"), (*gat, *(p.tachtig.hoog for _k, p in kwartalen))),
    ]
    labels = [p.naam for p, _w in leeg.gemeten] + [p.naam for p, _p in kwartalen]
    return make_grafiek(lijnen, labels, leeg.maat.eenheid)
