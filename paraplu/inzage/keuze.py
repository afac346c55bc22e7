"""What a page shows is in its address: area, period, reading, comparison, day of knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.monitor.periode import OngeldigePeriode, Periode

from .gebied import GELDERLAND, Gebied, find_gebied

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
#: Compare with the same area a year earlier.
VORIG_JAAR = "vorig"


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """The chosen view. `vergelijk` None: with the year before. `bekend_op` None: as known now."""

    gebied: Gebied
    periode: Periode
    vergelijk: Gebied | None = None
    bekend_op: date | None = None
    variant: str | None = None
    meldingen: tuple[str, ...] = field(default=(), compare=False)

    def variant_voor(self, indicator: Any) -> str | None:
        """The chosen reading where this value has it, else None: the one shown first."""
        return self.variant if self.variant in indicator.varianten else None

    def met_periode(self, periode: Periode) -> Keuze:
        """The same view of another period."""
        return replace(self, periode=periode)

    @property
    def periode_naam(self) -> str:
        return name_periode(self.periode)

    @property
    def vragen(self) -> dict[str, str]:
        """The query of the address, without what is at its default."""
        jaar, _streep, deel = self.periode.naam.partition("-")
        alles = {
            "gebied": self.gebied.sleutel,
            "jaar": jaar,
            "deel": deel,
            "vergelijk": (self.vergelijk.sleutel or "gelderland") if self.vergelijk else "",
            "bekend": self.bekend_op.isoformat() if self.bekend_op else "",
            "variant": self.variant or "",
        }
        return {naam: waarde for naam, waarde in alles.items() if waarde}

    @property
    def vragen_tekst(self) -> str:
        """The query as text, for an address made in a template."""
        return urlencode(self.vragen)

    def adres(self, route: str, *args: Any, **anders: str | None) -> str:
        """The address of `route` with this view; `anders` replaces or, with None, drops parts."""
        vragen = {**self.vragen, **anders}
        tekst = urlencode({naam: waarde for naam, waarde in vragen.items() if waarde})
        return reverse(route, args=args) + (f"?{tekst}" if tekst else "")


def name_periode(periode: Periode) -> str:
    """
    >>> name_periode(Periode.lees("2023-05"))
    'mei 2023'
    """
    if periode.soort == "kwartaal":
        return _("kwartaal %(nummer)s van %(jaar)s") % {
            "nummer": periode.naam[-1],
            "jaar": periode.naam[:4],
        }
    if periode.soort == "maand":
        return f"{_(MAANDEN[periode.begin.month - 1])} {periode.naam[:4]}"
    return periode.naam


def jaar_eerder(periode: Periode) -> Periode:
    """The same year, quarter or month of the year before."""
    return Periode.lees(f"{periode.begin.year - 1:04d}{periode.naam[4:]}")


def zelfde_deel(periode: Periode, eerste_jaar: int) -> list[Periode]:
    """The same part of every year with data up to `periode`, and at least of the year before.

    >>> [p.naam for p in zelfde_deel(Periode.lees("2023-K2"), 2021)]
    ['2021-K2', '2022-K2', '2023-K2']
    """
    laatste = periode.begin.year
    return [
        Periode.lees(f"{jaar:04d}{periode.naam[4:]}")
        for jaar in range(min(eerste_jaar, laatste - 1), laatste + 1)
    ]


def aanloop(periode: Periode, eerste_jaar: int) -> list[Periode]:
    """The periods just before `periode` and itself: all years, five quarters or thirteen months."""
    if periode.soort == "jaar":
        return zelfde_deel(periode, eerste_jaar)
    reeks = [periode]
    while len(reeks) < (5 if periode.soort == "kwartaal" else 13):
        reeks.insert(0, reeks[0].vorige())
    return reeks


def read_keuze(
    get: QueryDict, *, bereik: tuple[int, int], namen: Mapping[str, Mapping[str, str]]
) -> Keuze:
    """Read the view from an address. What we do not know falls back to the default, and says so."""
    meldingen: list[str] = []
    gebied = find_gebied(get.get("gebied", ""), namen)
    if gebied is None:
        meldingen.append(_("Dit gebied kennen wij niet. U ziet heel Gelderland."))
    bekend_op = _read_dag(get.get("bekend", ""), meldingen)
    return Keuze(
        gebied=gebied or GELDERLAND,
        periode=_read_periode(get, bereik, meldingen),
        vergelijk=_read_vergelijk(get.get("vergelijk", ""), namen),
        bekend_op=bekend_op,
        variant=get.get("variant") or None,
        meldingen=tuple(meldingen),
    )


def _read_periode(get: QueryDict, bereik: tuple[int, int], meldingen: list[str]) -> Periode:
    jaar, deel = get.get("jaar", ""), get.get("deel", "")
    try:
        return Periode.lees("-".join(stuk for stuk in (jaar or str(bereik[1]), deel) if stuk))
    except OngeldigePeriode:
        meldingen.append(_("Deze periode kennen wij niet. U ziet %(jaar)s.") % {"jaar": bereik[1]})
        return Periode.jaar(bereik[1])


def _read_vergelijk(tekst: str, namen: Mapping[str, Mapping[str, str]]) -> Gebied | None:
    if tekst == "gelderland":
        return GELDERLAND
    return find_gebied(tekst, namen) if tekst and tekst != VORIG_JAAR else None


def _read_dag(tekst: str, meldingen: list[str]) -> date | None:
    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        meldingen.append(_("Deze dag kennen wij niet. U ziet wat nu bekend is."))
        return None
