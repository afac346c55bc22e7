"""Asks the monitor through the eyes of one reader, and remembers for a page what was asked before.

The one place where pages, exports and reports get figures: what this reader does not get is
Verborgen here already, so nothing above can show it by accident.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from paraplu.afspraken import gebieden
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import Kijk
from paraplu.web import gegevens
from paraplu.web.getallen import Waarde

from .gebied import Gebied

Waarden = dict[str, Waarde]
#: Without an area the figures are those of the 51 gemeenten.
BINNEN = {"gelderland": "gelderland"}


class Cijfers:
    """The figures as known on one day; the monitor itself keeps them per version of the data.

    `kijk`: through whose eyes; None is in full, for what stays on the own machine.
    """

    def __init__(self, bekend_op: date | None = None, *, kijk: Kijk | None) -> None:
        self.bekend_op = bekend_op
        self.kijk = kijk
        self.monitor = gegevens.open_monitor(bekend_op)
        self._gevraagd: dict[tuple[Any, ...], Any] = {}
        self.indicatoren = {indicator.code: indicator for indicator in self.monitor.indicatoren()}

    def find_indicator(self, code: str) -> Any:
        """The value or the figure of an agreement with this code; None when there is none."""
        from paraplu.monitor import resultaten  # noqa: PLC0415 - Ibis is slow to import

        return self.indicatoren.get(code) or resultaten.indicatoren().get(code)

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

        Asked for all areas of its kind at once: the next area then costs nothing. One's own area
        does not wait for what is hidden of others.
        """
        if gebied.soort:
            kijk = None if self.is_eigen(gebied) else self.kijk
            rijen = self._remember(
                ("alle", kijk is None, code, variant, periode.naam, gebied.soort),
                lambda: self._ask_alle(code, periode, gebied.soort, variant, kijk),
            )
            if gebied.code in rijen:
                return rijen[gebied.code]
        return self._remember(
            ("samen", code, variant, periode.naam, gebied.sleutel),
            lambda: self._ask_samen(code, periode, gebied, variant),
        )

    def _ask_alle(
        self, code: str, periode: Periode, per: str, variant: str | None, kijk: Kijk | None
    ) -> dict[str, Waarden]:
        uitkomst = self.monitor.waarde(code, variant=variant, periode=periode, per=per, kijk=kijk)
        return {rij.sleutel: rij.waarden for rij in uitkomst.rijen}

    def _ask_samen(
        self, code: str, periode: Periode, gebied: Gebied, variant: str | None
    ) -> Waarden:
        [(_periode, waarden)] = self.monitor.reeks(
            code, variant=variant, perioden=[periode], filters=gebied.filters, kijk=self.kijk
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
                    code,
                    variant=variant,
                    periode=periode,
                    per=per,
                    filters=filters,
                    kijk=self.kijk,
                ).rijen
            ),
        )

    def bon(self, code: str, periode: Periode, gebied: Gebied, variant: str | None = None) -> Any:
        """The monitor's receipt of a figure, as far as this reader gets it."""
        filters = gebied.filters or BINNEN
        return self._remember(
            ("bon", code, variant, periode.naam, tuple(filters.items())),
            lambda: self.monitor.bon(
                code, variant=variant, periode=periode, filters=filters, kijk=self.kijk
            ),
        )

    def jeugdigen(self, gebied: Gebied, jaar: int) -> int | None:
        """Children under 18 of Gelderland, a region or gemeente; None where no sheet says so.

        How many children live somewhere is public; nothing of it is hidden.
        """
        if gebied.soort not in {"", "regio", "gemeente"}:
            return None
        per_gemeente = self._remember(("jeugdigen", jaar), lambda: self.monitor.jeugdigen(jaar))
        codes = [g.code for g in gebieden.gemeenten() if g.in_gvjb and _ligt_in(g, gebied)]
        if any(code not in per_gemeente for code in codes):
            return None
        return sum(per_gemeente[code] for code in codes)

    def mag_vragen(self, per: str, periode: Periode, gebied: Gebied) -> bool:
        """Whether this reader's circle may ask a figure split so, of this area and kind of period."""
        from paraplu.monitor.verbergen import mag_vragen  # noqa: PLC0415 - Ibis is slow to import

        if self.kijk is None:
            return True
        filters = gebied.filters or BINNEN
        return mag_vragen(self.kijk, per=per, filters=filters, periode=periode)

    def is_eigen(self, gebied: Gebied) -> bool:
        """Whether this reader sees everything of an area in full."""
        from paraplu.monitor.verbergen.cel import is_eigen, make_cel  # noqa: PLC0415 - the same

        cel = make_cel("alles", "", gebied.filters or BINNEN)
        return self.kijk is None or (cel is not None and is_eigen(cel, self.kijk))

    def drempel(self, gebied: Gebied) -> int:
        """The smallest number of children of an area that this reader sees; 0 where in full."""
        from paraplu.monitor.verbergen.cel import drempel_van, make_cel  # noqa: PLC0415 - the same

        cel = make_cel("alles", "", gebied.filters or BINNEN)
        if self.kijk is None or cel is None or self.is_eigen(gebied):
            return 0
        return drempel_van(cel, self.kijk.drempels)

    def _remember(self, vraag: tuple[Any, ...], haal: Callable[[], Any]) -> Any:
        if vraag not in self._gevraagd:
            self._gevraagd[vraag] = haal()
        return self._gevraagd[vraag]


def _ligt_in(gemeente: gebieden.Gemeente, gebied: Gebied) -> bool:
    return gebied.code in {"", gemeente.code, gemeente.regio}
