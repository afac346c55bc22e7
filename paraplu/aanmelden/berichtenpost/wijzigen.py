"""Change an allocation that was sent: end it sooner or later, or take it back (OP033x1, IV066).

The number stays; the moment of deciding is a new one, and the reason says what changed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from .product import ToegewezenProduct

#: JZ002.
VERLENGD: Final = "04"
VERWIJDERD: Final = "13"


class WijzigingKanNiet(ValueError):
    """The change is another one than it says, or needs a new allocation."""


def trek_in(
    toewijzing: ToegewezenProduct, *, per: date, reden: str, op: datetime
) -> ToegewezenProduct:
    """The allocation with an earlier last day `per`, for reason `reden` (JZ002).

    Raises WijzigingKanNiet when `per` lies before the first day or not before the last one.
    """
    if per < toewijzing.ingangsdatum:
        raise WijzigingKanNiet("De nieuwe einddatum ligt voor de ingangsdatum: verwijder haar.")
    if toewijzing.einddatum is not None and per >= toewijzing.einddatum:
        raise WijzigingKanNiet("De nieuwe einddatum ligt niet voor de einddatum die er al is.")
    return _gewijzigd(toewijzing, einddatum=per, reden=reden, op=op)


def verleng(
    toewijzing: ToegewezenProduct, *, tot_en_met: date, op: datetime, reden: str = VERLENGD
) -> ToegewezenProduct:
    """The allocation with a later last day, while it still runs (OP380)."""
    if toewijzing.einddatum is None or tot_en_met <= toewijzing.einddatum:
        raise WijzigingKanNiet("De nieuwe einddatum ligt niet na de einddatum die er al is.")
    if toewijzing.einddatum < op.date():
        raise WijzigingKanNiet("De toewijzing is al voorbij: maak een nieuwe toewijzing.")
    return _gewijzigd(toewijzing, einddatum=tot_en_met, reden=reden, op=op)


def verwijder(toewijzing: ToegewezenProduct, *, op: datetime) -> ToegewezenProduct:
    """The allocation as if it was never given: it ends on the day it began (CS335)."""
    return _gewijzigd(toewijzing, einddatum=toewijzing.ingangsdatum, reden=VERWIJDERD, op=op)


def _gewijzigd(
    toewijzing: ToegewezenProduct, *, einddatum: date, reden: str, op: datetime
) -> ToegewezenProduct:
    """A change honours no request, so it carries no reference (IV097)."""
    return replace(
        toewijzing, einddatum=einddatum, reden_wijziging=reden, vastgesteld_op=op, referentie=""
    )
