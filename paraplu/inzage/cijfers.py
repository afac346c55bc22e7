"""Asks the monitor, and remembers for the length of a page what was asked before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from paraplu.monitor.periode import Periode
from paraplu.web import gegevens
from paraplu.web.getallen import Waarde

from .gebied import Gebied

Waarden = dict[str, Waarde]
#: Without an area the figures are those of the 51 gemeenten.
BINNEN = {"gelderland": "gelderland"}


class Cijfers:
    """The figures as known on one day; the monitor itself keeps them per version of the data."""

    def __init__(self, bekend_op: date | None = None) -> None:
        self.bekend_op = bekend_op
        self.monitor = gegevens.open_monitor(bekend_op)
        self._gevraagd: dict[tuple[Any, ...], Any] = {}
        self.indicatoren = {indicator.code: indicator for indicator in self.monitor.indicatoren()}

    def bereik(self) -> tuple[int, int] | None:
        """First and last year with data; None without data."""
        return self._remember(("bereik",), self.monitor.bereik)

    def namen(self) -> dict[str, dict[str, str]]:
        """Names of GI's and providers by AGB code."""
        namen: dict[str, dict[str, str]] = {"gi": {}, "aanbieder": {}}
        for organisatie in self._remember(("organisaties",), self.monitor.organisaties):
            namen[organisatie["soort"]][organisatie["agb"]] = organisatie["naam"]
        return namen

    def waarden(
        self, code: str, periode: Periode, gebied: Gebied, variant: str | None = None
    ) -> Waarden:
        """All measures of a value for one area and period.

        Asked for all areas of its kind at once: the next area then costs nothing.
        """
        per = gebied.soort or "gelderland"
        rijen = self._remember(
            ("alle", code, variant, periode.naam, per),
            lambda: {
                rij.sleutel: rij.waarden
                for rij in self.monitor.waarde(
                    code, variant=variant, periode=periode, per=per
                ).rijen
            },
        )
        sleutel = gebied.code or "gelderland"
        if sleutel in rijen:
            return rijen[sleutel]
        [(_periode, waarden)] = self.monitor.reeks(
            code, variant=variant, perioden=[periode], filters=gebied.filters
        )
        return waarden

    def reeks(
        self, code: str, perioden: list[Periode], gebied: Gebied, variant: str | None = None
    ) -> list[tuple[Periode, Waarden]]:
        """The same over several periods, oldest first."""
        return [(periode, self.waarden(code, periode, gebied, variant)) for periode in perioden]

    def rijen(
        self,
        code: str,
        periode: Periode,
        *,
        per: str,
        gebied: Gebied | None = None,
        variant: str | None = None,
    ) -> list[Any]:
        """A value split by a dimension: rows with sleutel, naam and waarden."""
        filters = (gebied.filters if gebied else {}) or BINNEN
        return self._remember(
            ("rijen", code, variant, periode.naam, per, tuple(filters.items())),
            lambda: (
                self.monitor.waarde(
                    code, variant=variant, periode=periode, per=per, filters=filters
                ).rijen
            ),
        )

    def _remember(self, vraag: tuple[Any, ...], haal: Callable[[], Any]) -> Any:
        if vraag not in self._gevraagd:
            self._gevraagd[vraag] = haal()
        return self._gevraagd[vraag]
