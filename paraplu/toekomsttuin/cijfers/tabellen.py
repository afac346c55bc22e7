"""All figures of a year, as everybody may see them; and whether measures fell by five percent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from paraplu.casussen.cijfers.tellen import (
    Blik,
    Cijfer,
    Tabel,
    Verborgen,
    list_rijen,
    make_tabel,
)

from ..models import Huishouden, Volgmoment
from .metingen import VAN_GEMEENTEN, VAN_HUISHOUDENS
from .verloop import Gebeurd, Verloop, read_gebeurd, read_verlopen

#: As long as a garden runs, each year at least so much fewer new measures (R54).
DALING = Fraction(5, 100)


def make_tabellen(
    verlopen: Iterable[Verloop], gebeurd: Iterable[Gebeurd], *, jaar: int, op: date
) -> dict[str, Tabel]:
    """Every measure over the rows whose day lies in this year, by the key of the measure."""
    bronnen = ((VAN_HUISHOUDENS, list(verlopen)), (VAN_GEMEENTEN, list(gebeurd)))
    return {
        meting.sleutel: make_tabel(meting, list_rijen(meting, bron, jaar=jaar, op=op))
        for metingen, bron in bronnen
        for meting in metingen
    }


def read_tabellen(jaar: int, op: date) -> dict[str, Tabel]:
    """The same for all gardens, whoever asks."""
    return make_tabellen(read_verlopen(op=op), read_gebeurd(op=op), jaar=jaar, op=op)


def namen(meting: str, deel: str) -> tuple[int, str]:
    """Place and name of a part of a measure."""
    keuzes = {
        "instroom": Huishouden.Instroom,
        "soort": Huishouden.Soort,
        "uitstroom": Huishouden.Uitstroom,
        "volgen": Volgmoment.Na,
    }.get(meting)
    volgorde = {waarde: (plek, str(naam)) for plek, (waarde, naam) in _choices(keuzes)}
    return volgorde.get(deel, (0, deel))


def _choices(keuzes: type | None) -> list[tuple[int, tuple[str, str]]]:
    return list(enumerate(keuzes.choices)) if keuzes else []


@dataclass(frozen=True)
class Daling:
    """New measures this year against the year before (R54, P15); None where a figure is hidden."""

    dit_jaar: int | None
    vorig_jaar: int | None

    @property
    def gehaald(self) -> bool | None:
        """Whether it fell by at least 5 percent; None when that cannot be said."""
        if not self.vorig_jaar or self.dit_jaar is None:
            return None
        return Fraction(self.dit_jaar, self.vorig_jaar) <= 1 - DALING

    @property
    def zin(self) -> str:
        """In words."""
        if self.gehaald is None:
            return _("Of het er 5 procent minder zijn dan vorig jaar, is nog niet te zeggen.")
        wat = {"nu": self.dit_jaar, "toen": self.vorig_jaar}
        if self.gehaald:
            return _("%(nu)s dit jaar en %(toen)s vorig jaar: minstens 5 procent minder.") % wat
        return _("%(nu)s dit jaar en %(toen)s vorig jaar: nog geen 5 procent minder.") % wat


def measure_daling(nu: dict[str, Tabel], toen: dict[str, Tabel], blik: Blik) -> Daling:
    """Compare two years of the same garden."""
    return Daling(_aantal(nu, blik), _aantal(toen, blik))


def _aantal(tabellen: dict[str, Tabel], blik: Blik) -> int | None:
    cijfer: Cijfer | Verborgen = tabellen["maatregelen"].cijfer(blik)
    return None if isinstance(cijfer, Verborgen) else cijfer.aantal
