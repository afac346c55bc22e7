"""How well the method would have done: at every past quarter forecast with what was there by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from paraplu.monitor.prognose.niveau import MINSTENS, Reekssoort, predict

#: Quarters in a year: who says "as last year" looks so far back.
JAAR = 4


@dataclass(frozen=True, kw_only=True)
class Toets:
    """What came of the forecasts of so many quarters ahead.

    `binnen_80` and `binnen_95`: how many of `keer` outcomes lay in the interval. `fout` and
    `fout_vorig_jaar`: the mean of the absolute error, of the method and of who says "as a year ago".
    """

    stappen: int
    keer: int
    binnen_80: int
    binnen_95: int
    fout: float
    fout_vorig_jaar: float


def toets(
    waarden: Sequence[float], *, stappen: int, soort: Reekssoort, telling: bool = False
) -> Toets | None:
    """Forecast `stappen` quarters ahead from each past quarter; None where there is none to test.

    The figures are those of now: what was reported late was not there yet at the time.
    """
    keren = [
        _try_once(waarden, oorsprong, stappen=stappen, soort=soort, telling=telling)
        for oorsprong in range(MINSTENS, len(waarden) - stappen + 1)
    ]
    if not keren:
        return None
    return Toets(
        stappen=stappen,
        keer=len(keren),
        binnen_80=sum(keer[0] for keer in keren),
        binnen_95=sum(keer[1] for keer in keren),
        fout=sum(keer[2] for keer in keren) / len(keren),
        fout_vorig_jaar=sum(keer[3] for keer in keren) / len(keren),
    )


def _try_once(
    waarden: Sequence[float], oorsprong: int, *, stappen: int, soort: Reekssoort, telling: bool
) -> tuple[bool, bool, float, float]:
    toen, later = waarden[:oorsprong], waarden[oorsprong : oorsprong + stappen]
    prognose = predict(toen, stappen=stappen, soort=soort, telling=telling)
    naief = [toen[oorsprong - JAAR + (nummer % JAAR)] for nummer in range(stappen)]
    echt, zoals_vorig_jaar = (sum(later), sum(naief)) if soort == "som" else (later[-1], naief[-1])
    return (
        prognose.tachtig.bevat(echt),
        prognose.vijfennegentig.bevat(echt),
        abs(prognose.verwacht - echt),
        abs(zoals_vorig_jaar - echt),
    )
