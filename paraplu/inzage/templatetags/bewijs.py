"""Every figure opens its receipt: `{% bewijs_adres keuze code %}` is the address of it."""

from __future__ import annotations

from typing import Any

from django import template

from paraplu.monitor.periode import Periode

from ..keuze import Keuze

register = template.Library()


@register.simple_tag
def bewijs_adres(keuze: Keuze, code: str, periode: Periode | None = None, **anders: Any) -> str:
    """The receipt of value `code` in this view; `periode`, `gebied`, `variant` where they differ.

    `per` and `sleutel` for one row of a breakdown.
    """
    if periode is not None:
        keuze = keuze.met_periode(periode)
    return keuze.adres(
        "bewijs",
        code,
        **{"vergelijk": None, **{naam: str(w) if w else None for naam, w in anders.items()}},
    )
