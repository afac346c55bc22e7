"""Numbers as Dutch readers write them: 1.234,5, and in words what is not known or not shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from paraplu.monitor.verbergen import Verborgen

#: None: not known. Verborgen: there, and not shown to this reader.
Waarde = int | float | Decimal | Verborgen | None
MIN = "\u2212"
VAST = "\u00a0"


@dataclass(frozen=True)
class Getal:
    """A number and its unit, apart so that a card can set them in two sizes.

    `reden`: why it is hidden, for a screen reader and the explanation; empty for what is shown.
    """

    cijfers: str
    eenheid: str = ""
    voor: str = ""
    reden: str = ""

    def __str__(self) -> str:
        return "".join((self.voor, self.cijfers, VAST + self.eenheid if self.eenheid else ""))


def cijfers(waarde: int | float | Decimal, decimalen: int = 0) -> str:
    """
    >>> cijfers(1234.56, 1)
    '1.234,6'
    """
    tekst = f"{abs(waarde):,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    negatief = waarde < 0 and tekst.strip("0,.") != ""
    return (MIN if negatief else "") + tekst


def toon(waarde: Waarde, eenheid: str = "", *, kort: bool = False) -> Getal:
    """A value with its unit, where the name of the measure does not say it already (kinderen).

    `kort` writes large amounts in thousands or millions.

    >>> str(toon(0.7984, "aandeel")).replace(VAST, " ")
    '79,8 %'
    """
    if waarde is None:
        return Getal(_("onbekend"))
    if isinstance(waarde, Verborgen):
        return Getal(_("verborgen"), reden=_(waarde.reden))
    if eenheid == "aandeel":
        return Getal(cijfers(waarde * 100, 1), "%")
    if eenheid == "euro":
        return _toon_euro(waarde, kort=kort)
    naam = ""
    if eenheid == "dagen":
        naam = _("dag") if waarde == 1 else _("dagen")
    return Getal(cijfers(waarde, _decimalen(waarde, eenheid)), naam)


def cel(waarde: Waarde, eenheid: str = "") -> Getal:
    """A value in a table, where the head of the column has the unit: only € and % stay.

    >>> str(cel(786, "dagen"))
    '786'
    """
    return toon(waarde, eenheid if eenheid in {"aandeel", "euro", "per_duizend"} else "")


def _decimalen(waarde: int | float | Decimal, eenheid: str) -> int:
    """Whole numbers whole; below a hundred one decimal, from there none; of 1,000 two below ten."""
    if eenheid == "per_duizend":
        return 2 if abs(waarde) < 10 else 1
    return 0 if waarde == int(waarde) or abs(waarde) >= 100 else 1


def _toon_euro(waarde: int | float | Decimal, *, kort: bool) -> Getal:
    teken = MIN if waarde < 0 else ""
    grootte = abs(waarde)
    for grens, naam in ((1_000_000, _("mln")), (1_000, _("duizend"))):
        if kort and grootte >= grens:
            deel = grootte / grens
            return Getal(cijfers(deel, 0 if deel >= 100 else 1), naam, f"{teken}€{VAST}")
    return Getal(cijfers(grootte, 0), "", f"{teken}€{VAST}")
