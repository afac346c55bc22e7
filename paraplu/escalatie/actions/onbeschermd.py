"""The list of insufficiently protected children: reported, discussed, closed with a result (R141)."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db import IntegrityError, transaction

from paraplu.casussen.fouten import CasusFout, MagNiet
from paraplu.casussen.models import Gezin, Persoon
from paraplu.netwerk.models import Medewerker, Soort
from paraplu.web.wand.verzoek import beyond_wall

from ..models import BesprekingOnbeschermd, Onbeschermd

#: Who makes these children visible (R141).
MELDERS: Final = frozenset({Soort.VEILIG_THUIS, Soort.GI, Soort.RVDK})


def report_onbeschermd(
    *,
    gezin: Gezin,
    vastgesteld_op: date,
    onveiligheid: str,
    vast_bij: str,
    by: Medewerker,
    on: date,
) -> Onbeschermd:
    """Put a family on the list of its region, by number; once per organisation at a time."""
    if by.organisatie.soort not in MELDERS:
        raise MagNiet("Veilig Thuis, een GI of de Raad zet kinderen op deze lijst.")
    try:
        with beyond_wall():
            return Onbeschermd.objects.create(
                gezin=gezin,
                gemeente=gezin.gemeente,
                regio=gezin.regio,
                kinderen=gezin.personen.filter(rol=Persoon.Rol.KIND).count(),
                organisatie=by.organisatie,
                door=by,
                gemeld_op=on,
                vastgesteld_op=vastgesteld_op,
                onveiligheid=onveiligheid,
                vast_bij=vast_bij,
            )
    except IntegrityError:
        raise CasusFout("Dit gezin staat al op de lijst van uw organisatie.") from None


@transaction.atomic
def add_bespreking(
    *,
    melding: Onbeschermd,
    waar: str,
    op: date,
    resultaat: str,
    by: Medewerker,
    bovenregionaal: str = "",
) -> BesprekingOnbeschermd:
    """Where and when it was discussed; above the regions also what was agreed there (R291)."""
    if melding.afgesloten_op is not None:
        raise CasusFout("Deze melding is al afgesloten.")
    if waar == BesprekingOnbeschermd.Waar.BOVENREGIONAAL and not bovenregionaal.strip():
        raise CasusFout("Schrijf op wat er bovenregionaal is afgesproken.")
    if bovenregionaal.strip():
        melding.bovenregionaal = bovenregionaal.strip()
        melding.save(update_fields=["bovenregionaal"])
    return BesprekingOnbeschermd.objects.create(
        melding=melding, waar=waar, op=op, resultaat=resultaat, door=by
    )


@transaction.atomic
def close_onbeschermd(*, melding: Onbeschermd, resultaat: str, on: date) -> Onbeschermd:
    """The family leaves the list, with what took the unsafety away or where it went."""
    if not resultaat.strip():
        raise CasusFout("Schrijf op waardoor het kind niet meer op deze lijst hoort.")
    gedaan = Onbeschermd.objects.filter(pk=melding.pk, afgesloten_op=None).update(
        afgesloten_op=on, resultaat=resultaat.strip()
    )
    if not gedaan:
        raise CasusFout("Deze melding is al afgesloten.")
    melding.refresh_from_db()
    return melding
