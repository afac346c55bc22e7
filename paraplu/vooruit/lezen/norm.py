"""Past years beside the norm that holds and the one proposed (R205, R218)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from paraplu.afspraken.normen import NoNormInForce, Norm
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde


@dataclass(frozen=True)
class Toets:
    """What a norm asks of a year and whether it was met: gehaald, niet gehaald, or why not known."""

    grens: Waarde
    oordeel: str


@dataclass(frozen=True)
class Normjaar:
    """One year under both norms."""

    jaar: str
    gemeten: Waarde
    nu: Toets
    voorstel: Toets

    @property
    def is_anders(self) -> bool:
        """Whether the status of the year changes."""
        return self.nu.oordeel != self.voorstel.oordeel


@dataclass(frozen=True)
class Normjaren:
    """All years of the value that the norm is about."""

    indicator: Any
    maat: Any
    regels: tuple[Normjaar, ...]
    grafiek: Grafiek | None

    @property
    def namen(self) -> tuple[str, ...]:
        """What the lines of the chart are called."""
        return tuple(lijn.naam for lijn in self.grafiek.lijnen) if self.grafiek else ()


def compare_normen(
    cijfers: Cijfers, nu: Norm, voorstel: Norm, *, gebied: Gebied, bereik: tuple[int, int]
) -> Normjaren:
    """Each year with data; figures as this reader gets them, so nothing new is counted."""
    indicator = cijfers.indicatoren[nu.indicator]
    maat = indicator.maten[0]
    jaren = range(bereik[0], bereik[1] + 1)
    gemeten = {
        jaar: cijfers.waarden(nu.indicator, Periode.jaar(jaar), gebied, nu.variant or None).get(
            maat.sleutel
        )
        for jaar in jaren
    }
    regels = tuple(
        Normjaar(
            str(jaar),
            gemeten[jaar],
            weigh(nu, jaar, gemeten[jaar], gemeten.get(jaar - 1)),
            weigh(voorstel, jaar, gemeten[jaar], gemeten.get(jaar - 1)),
        )
        for jaar in jaren
    )
    lijnen = [
        Reeks(_("gemeten"), tuple(regel.gemeten for regel in regels)),
        Reeks(_("hoogstens, zoals nu"), tuple(regel.nu.grens for regel in regels)),
        Reeks(_("hoogstens, volgens het voorstel"), tuple(r.voorstel.grens for r in regels)),
    ]
    grafiek = make_grafiek(lijnen, [regel.jaar for regel in regels], maat.eenheid)
    return Normjaren(indicator, maat, regels, grafiek)


def weigh(norm: Norm, jaar: int, gemeten: Waarde, vorige: Waarde) -> Toets:
    """What the norm made of the year before, and whether this year stayed under it.

    A hidden year before makes what is asked hidden too: it would give that figure back.
    """
    if isinstance(vorige, Verborgen):
        return Toets(vorige, _("verborgen"))
    if vorige is None:
        return Toets(None, _("nog niet bekend"))
    try:
        grens = round(norm.apply(float(vorige), jaar=jaar), 4)
    except NoNormInForce:
        return Toets(None, _("geen norm"))
    if isinstance(gemeten, Verborgen):
        return Toets(grens, _("verborgen"))
    if gemeten is None:
        return Toets(grens, _("nog niet bekend"))
    return Toets(grens, _("gehaald") if float(gemeten) <= grens else _("niet gehaald"))
