"""A question for help begins: on the route that the region of the family chose (R94, R95)."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db import transaction

from paraplu.casussen.actions import open_casus
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, Gezin, Maatregel, Persoon
from paraplu.netwerk.models import Functie, Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import in_force, instelling

ROUTES: Final = {"301": "aanmeldroute-301", "315": "aanmeldroute-315"}


def route_of(regio: str, *, op: date) -> tuple[str, frozenset[str]]:
    """The route of a region on a day, with its options; CasusFout where it chose none yet."""
    gekozen = ROUTES.get(instelling(regio, "route", op=op))
    if gekozen is None:
        raise CasusFout(
            "Deze regio heeft nog geen aanmeldroute gekozen. "
            "Vraag de regio om die keuze vast te leggen bij haar instellingen."
        )
    eerst = gekozen == ROUTES["315"] and instelling(regio, "lt_eerst", op=op) == "ja"
    return gekozen, frozenset({"lt_eerst"} if eerst else ())


@transaction.atomic
def begin_aanmelding(
    *,
    gezin: Gezin,
    kind: Persoon,
    houder: Medewerker,
    by: Medewerker,
    on: date,
    maatregel: Maatregel | None = None,
    spoed: bool = False,
) -> Casus:
    """Open a case for one child; the holder's organisation is the GI that carries it."""
    sleutel, opties = route_of(gezin.regio, op=on)
    functie = Functie.objects.filter(in_force(on), medewerker=houder, rol="jeugdbeschermer").first()
    if functie is None:
        raise CasusFout("Kies een houder die jeugdbeschermer is.")
    return open_casus(
        gezin=gezin,
        kind=kind,
        route=sleutel,
        opties=opties,
        houder=houder,
        gi=functie.organisatie,
        team=functie.team,
        lokaal_team=_of(gezin, Soort.LOKAAL_TEAM, on=on),
        gemeente=_of(gezin, Soort.GEMEENTE, on=on),
        maatregel=maatregel,
        spoed=spoed,
        by=by,
        on=on,
    )


def _of(gezin: Gezin, soort: Soort, *, on: date) -> Organisatie:
    gevonden = Organisatie.objects.filter(
        in_force(on), soort=soort, gemeente=gezin.gemeente
    ).first()
    if gevonden is None:
        raise CasusFout(
            f"Van deze gemeente is geen organisatie van de soort '{soort.label}' bekend. "
            "Vraag de beheerder om haar toe te voegen."
        )
    return gevonden
