"""From whom data is missing: each pair of gemeente and provider with a live allocation in a month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .cijfers import BINNEN, Cijfers
from .gebied import Gebied
from .keuze import MAANDEN, Keuze, name_periode

KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@dataclass
class Stand:
    """How many pairs were expected, came, and were answered."""

    verwacht: int = 0
    aanwezig: int = 0
    beantwoord: int = 0

    def add(self, regel: Any) -> None:
        """Count one pair in one month."""
        self.verwacht += bool(regel.verwacht)
        self.aanwezig += bool(regel.verwacht and regel.aanwezig)
        self.beantwoord += bool(regel.verwacht and regel.beantwoord)

    @property
    def ontbreekt(self) -> int:
        """Expected and not there."""
        return self.verwacht - self.aanwezig

    @property
    def onbeantwoord(self) -> int:
        """There, and no answer yet."""
        return self.aanwezig - self.beantwoord

    @property
    def soort(self) -> str:
        """compleet, deels, niets or leeg: the class of a cell."""
        if not self.verwacht:
            return "leeg"
        if not self.ontbreekt:
            return "compleet"
        return "deels" if self.aanwezig else "niets"


@dataclass(frozen=True)
class Maandregel:
    """A gemeente (or provider) and its state in each month of the period."""

    gebied: Gebied
    standen: tuple[Stand, ...]
    totaal: Stand


@dataclass(frozen=True)
class Overzicht:
    """The whole table: months across, gemeenten (or providers) down, the least complete first."""

    maanden: tuple[str, ...]
    regels: tuple[Maandregel, ...]
    per_maand: tuple[Stand, ...]
    totaal: Stand


def read_regels(cijfers: Cijfers, keuze: Keuze) -> list[Any]:
    """The pairs of the chosen area and period."""
    return cijfers.monitor.volledigheid(keuze.periode, keuze.gebied.filters or BINNEN)


def make_overzicht(regels: Iterable[Any], keuze: Keuze) -> Overzicht:
    """Counted per gemeente; for one gemeente, per provider."""
    per = "aanbieder" if keuze.gebied.soort == "gemeente" else "gemeente"
    maanden = tuple(maand.naam for maand in keuze.periode.maanden())
    standen: dict[tuple[str, str], Stand] = {}
    namen: dict[str, str] = {}
    for regel in regels:
        sleutel = (getattr(regel, per), regel.maand.naam)
        namen[sleutel[0]] = getattr(regel, f"{per}naam")
        standen.setdefault(sleutel, Stand()).add(regel)
    codes = sorted(namen)
    rijen = [
        Maandregel(
            Gebied(per, code, namen[code]),
            tuple(standen.get((code, maand), Stand()) for maand in maanden),
            _add(standen.get((code, maand), Stand()) for maand in maanden),
        )
        for code in codes
    ]
    rijen.sort(key=lambda rij: (-rij.totaal.ontbreekt, rij.gebied.naam))
    per_maand = tuple(
        _add(standen.get((code, maand), Stand()) for code in codes) for maand in maanden
    )
    return Overzicht(
        tuple(shorten_maand(maand) for maand in maanden), tuple(rijen), per_maand, _add(per_maand)
    )


def shorten_maand(maand: str) -> str:
    """
    >>> shorten_maand("2023-03")
    'mrt'
    """
    return _(KORT[int(maand[5:7]) - 1])


def name_maand(maand: str) -> str:
    """
    >>> name_maand("2023-05")
    'mei'
    """
    return _(MAANDEN[int(maand[5:7]) - 1])


def _add(standen: Iterable[Stand]) -> Stand:
    som = Stand()
    for stand in standen:
        som.verwacht += stand.verwacht
        som.aanwezig += stand.aanwezig
        som.beantwoord += stand.beantwoord
    return som


def make_zin(regels: Iterable[Any], keuze: Keuze) -> str:
    """The banner: what is missing, in one sentence; empty when all is there."""
    missend = [regel for regel in regels if regel.verwacht and not regel.aanwezig]
    if not missend:
        return ""
    gemeenten = len({regel.gemeente for regel in missend})
    maanden = sorted({regel.maand.naam for regel in missend})
    waar = ngettext(
        "Van %(aantal)d gemeente ontbreken declaraties", "Van %(aantal)d gemeenten ontbreken declaraties",
        gemeenten,
    ) % {"aantal": gemeenten}  # fmt: skip
    if len(maanden) == 1:
        return _("%(waar)s over %(maand)s.") % {"waar": waar, "maand": name_maand(maanden[0])}
    return _("%(waar)s, over %(aantal)d maanden van %(periode)s.") % {
        "waar": waar,
        "aantal": len(maanden),
        "periode": name_periode(keuze.periode),
    }
