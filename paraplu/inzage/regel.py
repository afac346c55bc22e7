"""What a page says about what this reader sees: in full, or above which number, and what not."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .cijfers import Cijfers
from .gebied import Gebied
from .models import Kring


@dataclass(frozen=True)
class Uitleg:
    """One sentence below the choices; `in_vol`: nothing of this area is hidden for this reader."""

    zin: str
    in_vol: bool


def make_uitleg(cijfers: Cijfers, gebied: Gebied, eigen: Gebied | None) -> Uitleg:
    """The rule as it holds for the chosen area and this reader."""
    if cijfers.kijk is None or cijfers.is_eigen(gebied):
        return Uitleg(_("Dit is uw eigen gebied: u ziet alle cijfers volledig."), in_vol=True)
    aantal = {"aantal": cijfers.drempel(gebied)}
    if cijfers.kijk.kring == Kring.PUBLIEK:
        zin = _("U ziet wat openbaar is: aantallen onder de %(aantal)s kinderen zijn verborgen.")
        return Uitleg(zin % aantal, in_vol=False)
    zin = _("Aantallen onder de %(aantal)s kinderen zijn verborgen.")
    if eigen is not None:
        zin += " " + _("Uw eigen gebied ziet u volledig.")
    return Uitleg(zin % aantal, in_vol=False)
