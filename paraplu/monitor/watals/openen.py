"""A monitor that counts as if a proposal held already."""

from __future__ import annotations

from paraplu.monitor.api import Monitor
from paraplu.monitor.motor import find_motor
from paraplu.monitor.watals.tabellen import AndersAfgeleid
from paraplu.monitor.watals.wijziging import Wijziging


class AndersMonitor(Monitor):
    """The values under a proposed rule, over the same messages and known on the same day.

    It answers without a Kijk only: what is hidden of another is decided over the figures that hold,
    and a second figure beside them could undo that. Whoever asks it shows the answer to readers who
    see that area in full.
    """

    def __init__(self, gewoon: Monitor, wijziging: Wijziging) -> None:
        super().__init__(
            gewoon.opslag.map,
            bekend_op=gewoon.bekend_op,
            ingegaan_na=wijziging.ingegaan_na,
        )
        self.wijziging = wijziging
        if wijziging.raakt_tabellen:
            self._afgeleid = AndersAfgeleid(
                self._opslag,
                self._bladen,
                wijziging,
                bekend_op=gewoon.bekend_op,
                motor=find_motor(),
            )


def open_anders(gewoon: Monitor, wijziging: Wijziging) -> AndersMonitor:
    """The monitor `gewoon` as if `wijziging` held."""
    return AndersMonitor(gewoon, wijziging)
