"""Write in the joint analysis: every save is kept, and one that came too late stands beside (R42)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from paraplu.netwerk.models import Medewerker

from ..models import Alinea, Alineaversie, Huishouden


@transaction.atomic
def begin_alinea(
    *, huishouden: Huishouden, sectie: str, by: Medewerker, now: datetime, **inhoud: str
) -> Alineaversie:
    """A new paragraph at the end of a section, with its first version.

    `inhoud` is tekst, and of the plan deelnemers and gezin_besloot (R222).
    """
    alinea = Alinea.objects.create(huishouden=huishouden, sectie=sectie)
    return Alineaversie.objects.create(
        alinea=alinea, nummer=1, basis=0, moment=now, door=by, **inhoud
    )


@transaction.atomic
def save_alinea(
    *, alinea: Alinea, basis: int, by: Medewerker, now: datetime, **inhoud: str
) -> Alineaversie:
    """Save over `basis`, the number of the last version that the writer saw.

    When there is a newer one, the save is kept too and stands beside it (`naast`); who then saves
    with both in sight makes them one. The first of two simultaneous saves is the one that holds.
    """
    vast = Alinea.objects.select_for_update().get(pk=alinea.pk)
    laatste = vast.versies.aggregate(n=Max("nummer"))["n"]
    gezien = min(basis, laatste)
    return Alineaversie.objects.create(
        alinea=vast,
        nummer=laatste + 1,
        basis=gezien,
        naast=gezien < laatste,
        moment=now,
        door=by,
        **inhoud,
    )
