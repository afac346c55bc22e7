"""What the pages of a receipt begin with: the figure that is asked for, through the reader's eyes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest

from paraplu.monitor.indicator import Indicator
from paraplu.monitor.tellen import PER

from .cijfers import BINNEN, Cijfers
from .gezicht import read_gezicht
from .keuze import Keuze

#: The words of an address for one row of a breakdown: its dimension and its value.
PER_WOORD, SLEUTEL_WOORD = "per", "sleutel"


@dataclass(frozen=True)
class Blik:
    """One figure: of which value, in which view. `deel` is the row of a breakdown, when it is one."""

    cijfers: Cijfers
    keuze: Keuze
    indicator: Indicator
    deel: tuple[str, str] | None

    @property
    def variant(self) -> str:
        return self.indicator.kies_variant(self.keuze.variant_voor(self.indicator))

    @property
    def filters(self) -> dict[str, str]:
        """The area and the row; without an area the 51 gemeenten."""
        gebied = self.keuze.gebied.filters or BINNEN
        return {**gebied, **({self.deel[0]: self.deel[1]} if self.deel else {})}

    @property
    def vraag(self) -> dict[str, Any]:
        """The arguments of the monitor."""
        return {"variant": self.variant, "periode": self.keuze.periode, "filters": self.filters}

    @property
    def deelnaam(self) -> str:
        """What the row of the breakdown is called; empty without one."""
        return self.cijfers.monitor.namen().naam(*self.deel) if self.deel else ""

    @property
    def naam(self) -> str:
        """Where and of what: Ede, or Ede · Crisis."""
        return " · ".join(filter(None, (self.keuze.gebied.naam, self.deelnaam)))

    def adres(self, route: str, *args: Any, **anders: str | None) -> str:
        """The address of `route` for this figure."""
        deel = {PER_WOORD: self.deel[0], SLEUTEL_WOORD: self.deel[1]} if self.deel else {}
        return self.keuze.adres(route, *args, **{**deel, **anders})


def read_blik(request: HttpRequest, code: str) -> Blik:
    """The figure in the address. 404 for a value we do not have, or without data."""
    gezicht = read_gezicht(request)
    indicator = gezicht.cijfers.find_indicator(code)
    if indicator is None or gezicht.leeg:
        raise Http404
    return Blik(gezicht.cijfers, gezicht.keuze, indicator, _read_deel(request))


def _read_deel(request: HttpRequest) -> tuple[str, str] | None:
    per, sleutel = (request.GET.get(woord, "") for woord in (PER_WOORD, SLEUTEL_WOORD))
    return (per, sleutel) if per in PER and sleutel else None
