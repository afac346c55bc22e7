"""A contract board adopts a version of a definition."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from paraplu.monitor.definities import OnbekendeDefinitie, versie_van
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..fouten import VaststellingFout
from ..models import Vaststelling

DOEL = "definities vaststellen"


@transaction.atomic
def adopt_definitie(
    *,
    code: str,
    versie: int,
    tekstafdruk: str,
    vastgesteld_op: date,
    overleg: str,
    functie: str,
    vanaf: date,
    besluit: str,
    by: Gebruiker,
    nu: datetime,
) -> Vaststelling:
    """Write down that this version was adopted. Raises VaststellingFout.

    `tekstafdruk` is of the text that was read: when that is not the text of the register, nothing is
    adopted.
    """
    try:
        definitie = versie_van(code, versie)
    except OnbekendeDefinitie:
        raise VaststellingFout(_("Deze versie van de definitie kennen wij niet.")) from None
    if tekstafdruk != definitie.tekstafdruk:
        raise VaststellingFout(_("De tekst is intussen een andere. Lees haar en leg opnieuw vast."))
    if vastgesteld_op > nu.date():
        raise VaststellingFout(_("De dag van vaststellen ligt niet in de toekomst."))
    try:
        with transaction.atomic():
            vastgesteld = Vaststelling.objects.create(
                code=code,
                versie=versie,
                tekstafdruk=tekstafdruk,
                vastgesteld_op=vastgesteld_op,
                overleg=overleg,
                functie=functie,
                vanaf=vanaf,
                besluit=besluit,
                door=by,
                geschreven_op=nu,
            )
    except IntegrityError:
        raise VaststellingFout(_("Deze versie is al vastgesteld.")) from None
    write_spoor(
        gebruiker=by,
        handeling="definitie vaststellen",
        voorwerp=f"{code} versie {versie}, op {vastgesteld_op:%Y-%m-%d}, vanaf {vanaf:%Y-%m-%d}",
        doel=DOEL,
    )
    return vastgesteld
