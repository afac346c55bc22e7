"""Figures in words: what changed, and whether that is the way that was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import VAST, Waarde, cijfers, toon

#: The dimensions a value can be split by, and what the tab says.
PER = {
    "regio": gettext_lazy("Regio"),
    "gemeente": gettext_lazy("Gemeente"),
    "gi": gettext_lazy("GI"),
    "aanbieder": gettext_lazy("Aanbieder"),
    "tussentaal": gettext_lazy("Tussentaal"),
    "soort_maatregel": gettext_lazy("Soort maatregel"),
    "productcategorie": gettext_lazy("Productcategorie"),
}
OMLAAG, OMHOOG = "omlaag", "omhoog"
#: The way the resultaatafspraken want a value to go: RA7 fewer measures flow in (R183), RA9 shorter
#: (R185), RA4 shorter waiting (R180), RA2 less money for help deployed by GI's (R175).
GEWENST: dict[str, tuple[str, str]] = {
    "V2a": (OMLAAG, "R183"),
    "V3": (OMLAAG, "R185"),
    "V6": (OMLAAG, "R180"),
    "V1b": (OMLAAG, "R175"),
}


@dataclass(frozen=True)
class Verschil:
    """A difference in words, with a sign; `oordeel` is gunstig, ongunstig or empty.

    `is_verborgen`: there is a difference, and one of its two figures is not shown to this reader.
    """

    teken: str
    tekst: str
    oordeel: str = ""
    is_verborgen: bool = False


def vergelijk(nu: Waarde, toen: Waarde, eenheid: str, *, code: str = "") -> Verschil | None:
    """The difference between two values; None when one of them is unknown.

    Hidden when one of them is: with the difference the other would give it away. A share differs in percentage points; all else in its own unit, with a percentage behind it.
    """
    if nu is None or toen is None:
        return None
    if isinstance(nu, Verborgen) or isinstance(toen, Verborgen):
        return Verschil("", _("het verschil is verborgen"), is_verborgen=True)
    verschil = float(nu) - float(toen)
    grootte = _grootte(abs(verschil), eenheid)
    if grootte is None:
        return Verschil("●", _("gelijk gebleven"))
    omhoog = verschil > 0
    woord = _meer(eenheid) if omhoog else _minder(eenheid)
    tekst = f"{grootte} {woord}"
    if eenheid != "aandeel" and toen and abs(verschil / float(toen)) < 10:
        procent = cijfers(100 * verschil / abs(float(toen)), 1)
        tekst += f" ({'+' if omhoog else ''}{procent}{VAST}%)"
    return Verschil("▲" if omhoog else "▼", tekst, _oordeel(code, omhoog=omhoog))


def _grootte(verschil: float, eenheid: str) -> str | None:
    """The size of a difference, or None where it would be written as zero."""
    if eenheid == "aandeel":
        tekst = cijfers(verschil * 100, 1)
        return None if tekst == "0,0" else f"{tekst}{VAST}{_('procentpunt')}"
    waarde = Decimal(str(round(verschil, 1 if verschil < 100 else 0)))
    if waarde == 0 or (eenheid == "euro" and verschil < 0.5):
        return None
    return str(toon(waarde, eenheid if eenheid in {"dagen", "euro"} else "", kort=True))


def _meer(eenheid: str) -> str:
    return {"dagen": _("langer"), "aandeel": _("hoger")}.get(eenheid, _("meer"))


def _minder(eenheid: str) -> str:
    return {"dagen": _("korter"), "aandeel": _("lager")}.get(eenheid, _("minder"))


def _oordeel(code: str, *, omhoog: bool) -> str:
    if code not in GEWENST:
        return ""
    return "gunstig" if (GEWENST[code][0] == OMHOOG) == omhoog else "ongunstig"
