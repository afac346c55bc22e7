"""From whom data is missing: each pair of gemeente and provider with a live allocation in a month.

What is counted are pairs of organisations, not children, so no number here is hidden as a small one.
But that a GI or provider has a live allocation in some gemeente is something about a child: by name
only its own area sees that (`may_see_wie`), others see the sums per month.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paraplu.inzage.cijfers import BINNEN, Cijfers
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.keuze import MAANDEN, Keuze, name_periode

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


def may_see_wie(cijfers: Cijfers, keuze: Keuze) -> bool:
    """Whether this reader sees who lacks something: of the province and a region all, else the own."""
    return keuze.gebied.soort in {"", "regio"} or cijfers.is_eigen(keuze.gebied)


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


def make_zin(regels: Sequence[Any], keuze: Keuze, *, met_namen: bool = True) -> str:
    """The banner: who lacks a whole month, by name, and how many lack something; empty when none.

    Without names only that something is missing.
    """
    standen: dict[tuple[str, str], Stand] = {}
    for regel in regels:
        standen.setdefault((regel.gemeentenaam, regel.maand.naam), Stand()).add(regel)
    missend = {plek: stand for plek, stand in standen.items() if stand.ontbreekt}
    if missend and not met_namen:
        return _("Over deze periode ontbreken declaraties.")
    maand, niets = _find_gat(missend)
    los = {gemeente for gemeente, _maand in missend} - niets
    zinnen = []
    if niets:
        zinnen.append(
            _("Van %(wie)s ontbreekt %(maand)s helemaal.")
            % {"wie": _list_namen(niets), "maand": name_maand(maand)}
        )
    if los:
        maanden = {maand for gemeente, maand in missend if gemeente in los}
        zinnen.append(
            ngettext(
                "Van %(aantal)d gemeente ontbreken losse declaraties, over %(wanneer)s.",
                "Van %(aantal)d gemeenten ontbreken losse declaraties, over %(wanneer)s.",
                len(los),
            )
            % {"aantal": len(los), "wanneer": _name_maanden(maanden, keuze)}
        )
    return " ".join(zinnen)


def _find_gat(missend: dict[tuple[str, str], Stand]) -> tuple[str, set[str]]:
    """The month that most gemeenten lack altogether (the latest of equals), and which those are."""
    per_maand: dict[str, set[str]] = {}
    for (gemeente, maand), stand in missend.items():
        if stand.soort == "niets":
            per_maand.setdefault(maand, set()).add(gemeente)
    if not per_maand:
        return "", set()
    maand = max(per_maand, key=lambda m: (len(per_maand[m]), m))
    return maand, per_maand[maand]


def _name_maanden(maanden: set[str], keuze: Keuze) -> str:
    """One or two months by name, more as a number."""
    if len(maanden) <= 2:
        return _join([name_maand(maand) for maand in sorted(maanden)])
    return _("%(aantal)d maanden van %(periode)s") % {
        "aantal": len(maanden),
        "periode": name_periode(keuze.periode),
    }


def _list_namen(gemeenten: set[str]) -> str:
    """A few gemeenten by name, more as a number."""
    if len(gemeenten) <= 4:
        return _join(sorted(gemeenten))
    return _("%(aantal)d gemeenten") % {"aantal": len(gemeenten)}


def _join(delen: list[str]) -> str:
    *eerste, laatste = delen
    return (
        _("%(eerste)s en %(laatste)s")
        % {
            "eerste": ", ".join(eerste),
            "laatste": laatste,
        }
        if eerste
        else laatste
    )
