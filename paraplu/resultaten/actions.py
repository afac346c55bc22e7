"""The only writer of this room."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from paraplu.afspraken.resultaatafspraken import Plicht, Resultaatafspraak
from paraplu.web.models import Gebruiker

from .fouten import AlGeregistreerd, AlTeruggenomen
from .models import Nakoming, Uitzondering


def say_nakoming(
    *,
    afspraak: Resultaatafspraak,
    plicht: Plicht,
    partij: tuple[str, str],
    stand: str,
    eigenaar: str,
    toelichting: str,
    by: Gebruiker,
    on: date,
) -> Nakoming:
    """An organisation says how it stands with its part of an agreement (R297, R299)."""
    soort, code = partij
    return Nakoming.objects.create(
        afspraak=afspraak.code,
        plicht=plicht.sleutel,
        partij_soort=soort,
        partij_code=code,
        stand=stand,
        eigenaar=eigenaar,
        toelichting=toelichting,
        op=on,
        door=by,
    )


def add_uitzondering(
    *, gi: str, kind: str, begindatum: date, reden: str, by: Gebruiker, on: date
) -> Uitzondering:
    """Leave one exceptional case out of the mean of this GI from now on (R185). Raises AlGeregistreerd."""
    try:
        with transaction.atomic():
            return Uitzondering.objects.create(
                gi=gi, kind=kind, begindatum=begindatum, reden=reden, op=on, door=by
            )
    except IntegrityError:
        raise AlGeregistreerd(kind) from None


def withdraw_uitzondering(*, uitzondering: Uitzondering, on: date) -> None:
    """Let the case count again; the register keeps that it once did not. Raises AlTeruggenomen."""
    gedaan = Uitzondering.objects.filter(pk=uitzondering.pk, vervallen_op=None).update(
        vervallen_op=on
    )
    if not gedaan:
        raise AlTeruggenomen(str(uitzondering.pk))
