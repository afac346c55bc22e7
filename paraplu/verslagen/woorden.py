"""Figures of a report in words: hidden ones say so, and a difference with one is not made."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from paraplu.inzage.woorden import vergelijk
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import toon

STREEP = "–"
#: What a reader of a table sees in place of a hidden figure; the annex says why.
VERBORGEN = "verborgen"


def is_getal(waarde: Any) -> bool:
    """Whether there is a number to compute with: known and not hidden."""
    return waarde is not None and not isinstance(waarde, Verborgen)


def schrijf(waarde: Any, eenheid: str = "") -> str:
    """A figure with its unit, "onbekend" or "verborgen"."""
    if isinstance(waarde, Verborgen):
        return _(VERBORGEN)
    return str(toon(waarde, eenheid))


def schrijf_verschil(nu: Any, toen: Any, eenheid: str, code: str) -> str:
    """The difference in words, and whether it is the agreed way; a dash where none can be made."""
    if not (is_getal(nu) and is_getal(toen)):
        return STREEP
    verschil = vergelijk(nu, toen, eenheid, code=code)
    if verschil is None:
        return STREEP
    return f"{verschil.tekst}, {_(verschil.oordeel)}" if verschil.oordeel else verschil.tekst


def tel_in_zin(waarde: Any) -> str:
    """A number inside a sentence: "een verborgen aantal" where it is hidden."""
    if isinstance(waarde, Verborgen):
        return _("een verborgen aantal")
    return _("een onbekend aantal") if waarde is None else str(toon(waarde))
