"""What was measured beside what the resultaatafspraken ask, where they name a number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from paraplu.afspraken.normen import PUNTEN, NoNormInForce, Norm, find_norm
from paraplu.inzage.keuze import name_periode
from paraplu.web.getallen import VAST, cijfers

from ..opzet import Soort
from ..woorden import STREEP, is_getal, schrijf
from .delen import Blok, Hoofdstuk, Punten, Tabel, Tekst
from .vragen import Vraag


def make_afspraken(vraag: Vraag) -> Hoofdstuk:
    """Per agreement: the year before, what the norm makes of it, and what was measured."""
    geldend = list(_list_geldend(vraag))
    blokken: list[Blok] = []
    if vraag.opzet.soort == Soort.OVERLEG:
        blokken.append(
            Tekst(_("Een norm geldt voor een heel jaar. Het jaarverslag legt de cijfers ernaast."))
        )
    elif geldend:
        blokken.append(_make_tabel(vraag, geldend))
    else:
        blokken.append(
            Tekst(
                _(
                    "Voor %(jaar)s noemen de resultaatafspraken geen norm voor de zeven waarden (R213)."
                )
                % {"jaar": vraag.opzet.periode.begin.year}
            )
        )
    blokken.append(Punten(tuple(_list_uitleg(geldend))))
    return Hoofdstuk("afspraken", _("Naast de resultaatafspraken"), tuple(blokken))


def _list_geldend(vraag: Vraag) -> Iterator[tuple[Norm, Any]]:
    """The norms in force in this year, with the value that each is about."""
    for indicator in vraag.indicatoren:
        norm = find_norm(indicator.code)
        if norm is None or (norm.variant and norm.variant not in indicator.varianten):
            continue
        try:
            norm.on(date(vraag.opzet.periode.begin.year, 1, 1))
        except NoNormInForce:
            continue
        yield norm, indicator


def _make_tabel(vraag: Vraag, geldend: list[tuple[Norm, Any]]) -> Tabel:
    koppen = (
        _("Afspraak"),
        _("norm"),
        name_periode(vraag.eerder),
        _("volgens de norm hoogstens"),
        name_periode(vraag.opzet.periode),
        _("gehaald"),
    )
    rijen = tuple(_make_rij(vraag, norm, indicator) for norm, indicator in geldend)
    return Tabel(_("Norm, het jaar ervoor en wat is gemeten"), koppen, rijen)


def _make_rij(vraag: Vraag, norm: Norm, indicator: Any) -> tuple[str, ...]:
    jaar, maat = vraag.opzet.periode.begin.year, indicator.maten[0]
    nu, toen = (
        vraag.maat(indicator.code, maat.sleutel, periode=periode, variant=norm.variant or None)
        for periode in (vraag.opzet.periode, vraag.eerder)
    )
    hoogstens = norm.apply(float(toen), jaar=jaar) if is_getal(toen) else None
    gehaald = STREEP
    if hoogstens is not None and is_getal(nu):
        gehaald = _("ja") if float(nu) <= hoogstens else _("nee")
    return (
        f"{norm.naam} ({norm.vereiste})",
        _name_norm(norm, jaar),
        schrijf(toen, maat.eenheid),
        STREEP if hoogstens is None else schrijf(round(hoogstens, 4), maat.eenheid),
        schrijf(nu, maat.eenheid),
        gehaald,
    )


def _name_norm(norm: Norm, jaar: int) -> str:
    eenheid = _("procentpunt") if norm.wijze == PUNTEN else "%"
    return f"{cijfers(norm.on(date(jaar, 1, 1)))}{VAST}{eenheid}"


def _list_uitleg(geldend: list[tuple[Norm, Any]]) -> list[str]:
    """What to know of each norm, and of the agreements that the messages cannot measure."""
    return [
        *(f"{norm.naam}: {norm.uitleg}" for norm, _indicator in geldend),
        _(
            "Doorlooptijd: de afspraak gaat over verlengde ondertoezichtstellingen (R185). De "
            "berichten zeggen niet welke is verlengd. Daarom staat er geen norm bij."
        ),
        _("Wachttijd: de afspraak is dat zij korter wordt (R180). Een getal noemt zij niet."),
    ]
