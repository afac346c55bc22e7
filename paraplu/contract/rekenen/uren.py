"""Hours of one jeugdbeschermer in a year: productive, searching, for families; and the caseload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from .afronden import EEN, HONDERD, NUL

#: So many productive hours more in a year for every step that turnover falls (R179).
UREN_PER_STAP: Final = Decimal(8)
#: The size of that step in percentage points (R179).
STAP_VERLOOP: Final = Decimal("2.5")


@dataclass(frozen=True)
class Uren:
    """The productive hours of a year and the part of them (in percent) that is spent otherwise.

    `zoektijd` is looking for fitting help (R173); `overig` other time without the family. Both are
    read as a share of productive hours; the sources do not say of what they are a share.
    """

    productief: Decimal
    zoektijd: Decimal
    overig: Decimal

    @property
    def zoeken(self) -> Decimal:
        """Hours of looking for help."""
        return self.productief * self.zoektijd / HONDERD

    @property
    def gezinnen(self) -> Decimal:
        """Hours that are left for families: direct time."""
        return self.productief * self.deel_direct

    @property
    def deel_direct(self) -> Decimal:
        """Direct time as a share between 0 and 1 (R164)."""
        return EEN - (self.zoektijd + self.overig) / HONDERD


def add_productiviteit(norm: Decimal, *, van: Decimal, naar: Decimal) -> Decimal:
    """Productive hours when turnover goes `van` one percentage `naar` another (R178, R179).

    >>> add_productiviteit(Decimal(1200), van=Decimal(20), naar=Decimal("17.5"))
    Decimal('1208')
    """
    return norm + UREN_PER_STAP * (van - naar) / STAP_VERLOOP


def divide_caseload(productief: Decimal, normuren: Decimal) -> Decimal:
    """Caseload: productive hours of the norm divided by norm hours per measure (R166, R174).

    >>> divide_caseload(Decimal(1200), Decimal(80))
    Decimal('15')
    """
    return productief / normuren


def shrink_normuren(
    normuren: Decimal, *, van: Decimal, naar: Decimal, deel: Decimal = NUL
) -> Decimal:
    """Norm hours of a measure when search time goes `van` one percentage `naar` another.

    `deel` (percent) of the hours that come free makes room in the caseload; the rest stays with the
    family. It is 0 unless somebody chooses otherwise: gains go to direct execution (R7).
    """
    zonder_verlies = normuren * (HONDERD - van) / (HONDERD - naar)
    return normuren - (normuren - zonder_verlies) * deel / HONDERD


def add_uren(aantallen: Mapping[str, Decimal], normuren: Mapping[str, Decimal]) -> Decimal:
    """Hours that these numbers of measures take in a year."""
    return sum((aantal * normuren[soort] for soort, aantal in aantallen.items()), NUL)
