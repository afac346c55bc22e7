"""Measures are to end: a case begins in which the family is handed over (R12), and the question goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db import transaction

from paraplu.casussen.actions import announce_einde, close_stap, open_casus, register_gebeurtenis
from paraplu.casussen.einde import ROUTE
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Maatregel
from paraplu.netwerk.models import Functie, Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import in_force

from ..models import Overdrachtsvraag, Voornemen

GEVRAAGD: Final = "lokaal_team_gevraagd"


@transaction.atomic
def begin_overdracht(
    *,
    maatregelen: Sequence[Maatregel],
    verwacht_op: date,
    waarom: str,
    gezin_weet: bool,
    by: Medewerker,
    on: date,
    gezin_weet_niet: str = "",
) -> Casus:
    """Say that these measures of one family are to end; `by` holds the case.

    Of one child the case is about that child, of more about the family.
    """
    if not maatregelen:
        raise CasusFout("Kies minstens één maatregel.")
    gezin = maatregelen[0].persoon.gezin
    functie = Functie.objects.filter(in_force(on), medewerker=by, rol="jeugdbeschermer").first()
    if functie is None:
        raise CasusFout("Alleen een jeugdbeschermer bereidt het einde van een maatregel voor.")
    if any(maatregel.gi_id != functie.organisatie_id for maatregel in maatregelen):
        raise CasusFout("Deze maatregel voert een andere GI uit.")
    kinderen = {maatregel.persoon_id: maatregel.persoon for maatregel in maatregelen}
    casus = open_casus(
        gezin=gezin,
        kind=next(iter(kinderen.values())) if len(kinderen) == 1 else None,
        maatregel=maatregelen[0] if len(maatregelen) == 1 else None,
        route=ROUTE,
        houder=by,
        gi=functie.organisatie,
        team=functie.team,
        lokaal_team=_of(gezin.gemeente, Soort.LOKAAL_TEAM, on=on),
        gemeente=_of(gezin.gemeente, Soort.GEMEENTE, on=on),
        by=by,
        on=on,
    )
    for maatregel in maatregelen:
        announce_einde(maatregel=maatregel, casus=casus, verwacht_op=verwacht_op, by=by, on=on)
    Voornemen.objects.create(
        casus=casus,
        waarom=waarom,
        gezin_weet=gezin_weet,
        gezin_weet_niet="" if gezin_weet else gezin_weet_niet,
        op=on,
        door=by,
    )
    return casus


def _of(gemeente: str, soort: Soort, *, on: date) -> Organisatie:
    gevonden = Organisatie.objects.filter(in_force(on), soort=soort, gemeente=gemeente).first()
    if gevonden is None:
        raise CasusFout(
            f"Van deze gemeente is geen organisatie van de soort '{soort.label}' bekend. "
            "Vraag de beheerder om haar toe te voegen."
        )
    return gevonden


@transaction.atomic
def ask_lokaal_team(
    *, stap: CasusStap, gevraagd_op: date, wijze: str, vraag: str, by: Medewerker, on: date
) -> Overdrachtsvraag:
    """Ask who takes the family over; three working days run from `gevraagd_op` (R186, P11)."""
    rij = Overdrachtsvraag.objects.create(
        casus=stap.casus,
        stap=stap,
        gevraagd_op=gevraagd_op,
        wijze=wijze,
        vraag=vraag,
        door=by,
    )
    register_gebeurtenis(casus=stap.casus, soort=GEVRAAGD, by=by, on=gevraagd_op, stap=stap)
    close_stap(stap=stap, uitkomst="gevraagd", by=by, on=on)
    return rij
