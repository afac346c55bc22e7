"""Vacancies and ways to look at another's work (R151)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from paraplu.web.models import Gebruiker

from ..models import Vacature


@transaction.atomic
def offer_vacature(*, by: Gebruiker, **velden: Any) -> Vacature:
    """Something to work at or look into, of the organisation of who writes it."""
    return Vacature.objects.create(
        organisatie_soort=by.organisatie_soort,
        organisatie_code=by.organisatie_code,
        organisatie_naam=by.organisatie_naam,
        door=by,
        **velden,
    )


@transaction.atomic
def close_vacature(*, vacature: Vacature, on: date) -> None:
    """It is filled or withdrawn before its last day; twice is once."""
    Vacature.objects.filter(pk=vacature.pk, gesloten_op=None).update(gesloten_op=on)
