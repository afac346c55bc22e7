"""The registers beside the agreement get a new row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from paraplu.web.models import Gebruiker

from ..fouten import BestaatAl
from ..models import Caseloadstand, Punt, Puntstand, Werknorm, Werkzaamheid


@transaction.atomic
def set_stand(
    *, punt: Punt, stand: str, vanaf: date, by: Gebruiker | None, toelichting: str = ""
) -> Puntstand:
    """How a condition or a joint purchase stands from a day (R168, R293, R295)."""
    return Puntstand.objects.create(
        punt=punt, stand=stand, vanaf=vanaf, toelichting=toelichting, door=by
    )


def add_werk(*, by: Gebruiker | None, **velden: Any) -> Werkzaamheid:
    """Work of the implementation with its costs and cover, empty where it is open (R162, R319)."""
    try:
        with transaction.atomic():
            return Werkzaamheid.objects.create(door=by, **velden)
    except IntegrityError:
        raise BestaatAl from None


def set_werknorm(*, by: Gebruiker | None, **velden: Any) -> Werknorm:
    """A norm of one of the four kinds from a day (R165, R292)."""
    try:
        with transaction.atomic():
            return Werknorm.objects.create(door=by, **velden)
    except IntegrityError:
        raise BestaatAl from None


@transaction.atomic
def add_caseload(
    *,
    gi: str,
    gi_naam: str,
    op: date,
    fte: Decimal,
    maatregelen: int,
    bron: str,
    by: Gebruiker | None,
    team: str = "",
    verzonnen: bool = False,
) -> Caseloadstand:
    """How many measures the jeugdbeschermers of a GI or team have on a day (R292)."""
    return Caseloadstand.objects.create(
        gi=gi, gi_naam=gi_naam, team=team, op=op, fte=fte, maatregelen=maatregelen, bron=bron,
        verzonnen=verzonnen, door=by,
    )  # fmt: skip
