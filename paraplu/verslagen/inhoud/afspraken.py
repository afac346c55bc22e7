"""What was measured beside what the resultaatafspraken ask, where they name a number."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from django.utils.translation import gettext as _

from paraplu.inzage.keuze import name_periode
from paraplu.web.getallen import VAST, cijfers

from ..opzet import Soort
from ..woorden import STREEP, is_getal, schrijf
from .delen import Hoofdstuk, Punten, Tabel, Tekst
from .vragen import Vraag


@cache
def normen() -> Mapping[str, Mapping[str, Any]]:
    """The resultaatafspraken about a value of the monitor, by their number."""
    tekst = resources.files("paraplu.verslagen").joinpath("normen.toml").read_text("utf-8")
    return tomllib.loads(tekst)


def make_afspraken(vraag: Vraag) -> Hoofdstuk:
    """Per agreement: the year before, what the norm makes of it, and what was measured."""
    jaar = str(vraag.opzet.periode.begin.year)
    bekend = vraag.boek.cijfers.indicatoren
    geldend = {
        sleutel: norm
        for sleutel, norm in normen().items()
        if norm["waarde"] in bekend and jaar in norm.get("procent", {})
    }
    blokken: list[Any] = []
    if geldend:
        blokken.append(_make_tabel(vraag, geldend, jaar))
    else:
        blokken.append(
            Tekst(
                _(
                    "Voor %(jaar)s noemen de resultaatafspraken geen norm voor de zeven waarden (R213)."
                )
                % {"jaar": jaar}
            )
        )
    if vraag.opzet.soort == Soort.OVERLEG:
        blokken.append(
            Tekst(_("Een norm geldt voor een heel jaar. In dit verslag is het een tussenstand."))
        )
    blokken.append(Punten(tuple(_list_uitleg(geldend))))
    return Hoofdstuk("afspraken", _("Naast de resultaatafspraken"), tuple(blokken))


def _make_tabel(vraag: Vraag, geldend: Mapping[str, Mapping[str, Any]], jaar: str) -> Tabel:
    koppen = (
        _("Afspraak"),
        _("norm"),
        name_periode(vraag.eerder),
        _("volgens de norm hoogstens"),
        name_periode(vraag.opzet.periode),
        _("gehaald"),
    )
    rijen = tuple(_make_rij(vraag, naam, norm, jaar) for naam, norm in geldend.items())
    return Tabel(_("Norm, het jaar ervoor en wat is gemeten"), koppen, rijen)


def _make_rij(vraag: Vraag, naam: str, norm: Mapping[str, Any], jaar: str) -> tuple[str, ...]:
    indicator = vraag.boek.cijfers.indicatoren[norm["waarde"]]
    maat, lezing = indicator.maten[0], norm.get("lezing")
    nu, toen = (
        vraag.maat(indicator.code, maat.sleutel, periode=periode, variant=lezing)
        for periode in (vraag.opzet.periode, vraag.eerder)
    )
    procent = norm["procent"][jaar]
    hoogstens = float(toen) * (1 + procent / 100) if is_getal(toen) else None
    gehaald = STREEP
    if hoogstens is not None and is_getal(nu):
        gehaald = _("ja") if float(nu) <= hoogstens else _("nee")
    return (
        f"{naam} {norm['naam']} ({norm['vereiste']})",
        f"{cijfers(procent)}{VAST}%",
        schrijf(toen, maat.eenheid),
        STREEP if hoogstens is None else schrijf(round(hoogstens, 1), maat.eenheid),
        schrijf(nu, maat.eenheid),
        gehaald,
    )


def _list_uitleg(geldend: Mapping[str, Mapping[str, Any]]) -> list[str]:
    regels = [f"{naam}: {norm['uitleg']}" for naam, norm in geldend.items()]
    ongemeten = [
        f"{naam} {norm['naam']} ({norm['vereiste']}): {norm['niet_gemeten']}"
        for naam, norm in normen().items()
        if "niet_gemeten" in norm
    ]
    return [*regels, *ongemeten]
