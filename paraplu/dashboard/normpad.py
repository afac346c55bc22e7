"""This year beside the norm and the baseline: what was measured, and what the agreement asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from paraplu.afspraken.normen import NoNormInForce, Norm, find_norm
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek
from paraplu.inzage.keuze import Keuze
from paraplu.inzage.woorden import Verschil, vergelijk
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde

from .overzicht import read_eerste_jaar


@dataclass(frozen=True)
class Jaarregel:
    """One year: measured, at most by the norm against the year before, and on the path from the base.

    `gehaald` is ja, nee or empty: without a norm, or with a hidden or unknown figure.
    """

    jaar: str
    gemeten: Waarde
    hoogstens: Waarde
    pad: Waarde
    gehaald: str
    verschil: Verschil | None
    is_basis: bool


@dataclass(frozen=True)
class Normpad:
    """The years up to the chosen one; `norm` is None where nothing was agreed about this value."""

    norm: Norm | None
    basisjaar: str
    regels: tuple[Jaarregel, ...]
    grafiek: Grafiek | None
    zonder: str

    @property
    def namen(self) -> tuple[str, ...]:
        """What the lines of the chart are called."""
        return tuple(lijn.naam for lijn in self.grafiek.lijnen) if self.grafiek else ()


def make_normpad(cijfers: Cijfers, keuze: Keuze, indicator: Any) -> Normpad | None:
    """The years beside norm and baseline; None for a part of a year: a norm is about a whole one."""
    if keuze.periode.soort != "jaar":
        return None
    norm = find_norm(indicator.code)
    variant = keuze.variant_voor(indicator)
    if norm is not None and norm.variant and (variant or indicator.varianten[0]) != norm.variant:
        norm = None
    laatste = keuze.periode.begin.year
    eerste = min(read_eerste_jaar(cijfers, keuze), laatste - 1)
    basis = norm.basisjaar if norm and eerste <= norm.basisjaar < laatste else eerste
    maat = indicator.maten[0]
    gemeten = {
        jaar: cijfers.waarden(indicator.code, Periode.jaar(jaar), keuze.gebied, variant).get(
            maat.sleutel
        )
        for jaar in range(eerste, laatste + 1)
    }
    pad = _walk_pad(norm, gemeten, basis) if norm else {}
    regels = tuple(
        _make_regel(jaar, norm, gemeten, pad, basis=basis, eenheid=maat.eenheid) for jaar in gemeten
    )
    return Normpad(
        norm,
        str(basis),
        regels,
        _draw(regels, maat.eenheid, met_pad=bool(pad)),
        _tell_zonder(norm, laatste),
    )


def _walk_pad(norm: Norm, gemeten: dict[int, Waarde], basis: int) -> dict[int, Waarde]:
    """From the baseline on, each year what the norm makes of the year before on this path."""
    pad = {basis: gemeten.get(basis)}
    for jaar in range(basis + 1, max(gemeten) + 1):
        try:
            pad[jaar] = _keep_hidden(
                lambda vorige, j=jaar: norm.apply(vorige, jaar=j), pad[jaar - 1]
            )
        except NoNormInForce:
            break
    return pad


def _make_regel(
    jaar: int,
    norm: Norm | None,
    gemeten: dict[int, Waarde],
    pad: dict[int, Waarde],
    *,
    basis: int,
    eenheid: str,
) -> Jaarregel:
    nu = gemeten[jaar]
    hoogstens = _find_hoogstens(norm, jaar, gemeten.get(jaar - 1))
    code = norm.indicator if norm else ""
    return Jaarregel(
        jaar=str(jaar),
        gemeten=nu,
        hoogstens=hoogstens,
        pad=pad.get(jaar),
        gehaald=_tell_gehaald(nu, hoogstens),
        verschil=None if jaar <= basis else vergelijk(nu, gemeten.get(basis), eenheid, code=code),
        is_basis=jaar == basis,
    )


def _find_hoogstens(norm: Norm | None, jaar: int, vorige: Waarde) -> Waarde:
    """What the norm makes of the year before; None in a year without a norm."""
    if norm is None:
        return None
    try:
        norm.on(date(jaar, 1, 1))
    except NoNormInForce:
        return None
    return _keep_hidden(lambda waarde: norm.apply(waarde, jaar=jaar), vorige)


def _keep_hidden(reken: Callable[[float], float], waarde: Waarde) -> Waarde:
    """What is computed with a hidden figure is hidden: it would give that figure back."""
    if waarde is None or isinstance(waarde, Verborgen):
        return waarde
    return round(reken(float(waarde)), 4)


def _tell_gehaald(nu: Waarde, hoogstens: Waarde) -> str:
    if any(w is None or isinstance(w, Verborgen) for w in (nu, hoogstens)):
        return ""
    return _("ja") if float(nu) <= float(hoogstens) else _("nee")


def _draw(regels: tuple[Jaarregel, ...], eenheid: str, *, met_pad: bool) -> Grafiek | None:
    lijnen = [Reeks(_("gemeten"), tuple(regel.gemeten for regel in regels))]
    if met_pad:
        lijnen.append(Reeks(_("volgens de norm"), tuple(regel.pad for regel in regels)))
    return make_grafiek(lijnen, [regel.jaar for regel in regels], eenheid)


def _tell_zonder(norm: Norm | None, jaar: int) -> str:
    """Why there is no norm for the chosen year; empty where there is one."""
    if norm is None:
        return _("De resultaatafspraken noemen geen getal voor deze waarde in deze lezing.")
    try:
        norm.apply(1.0, jaar=jaar)
    except NoNormInForce as fout:
        return str(fout)
    return ""
