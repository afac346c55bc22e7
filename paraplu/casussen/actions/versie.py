"""A running case moves to a newer version of its route, with a reason."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.afspraken.routes import Route
from paraplu.netwerk.models import Medewerker

from ..fouten import CasusFout
from ..models import Casus
from ..voorbeeld import find_anker, list_bezwaren, open_stappen
from . import casussen, termijnen


@transaction.atomic
def move_casus(*, casus: Casus, naar: Route, by: Medewerker, on: date, reden: str) -> Casus:
    """Let the case run on `naar` from `on`; terms of open steps follow the new agreement.

    CasusFout with the first objection when it cannot move. The reason stays with the case, and with
    every term that got another last day.
    """
    casus = Casus.objects.select_for_update().get(pk=casus.pk)
    oud = casus.route_versie
    if naar.sleutel != casus.route_sleutel or naar.versie <= oud:
        raise CasusFout("Kies een nieuwere versie van dezelfde route.")
    if bezwaren := list_bezwaren(casus, naar):
        raise CasusFout(bezwaren[0])
    nieuw = naar.met_opties(casus.route_opties.split())
    ankers = {
        stap.pk: find_anker(casus, stap, nieuw.stap(stap.sleutel)) for stap in open_stappen(casus)
    }
    casus.route_versie = naar.versie
    casus.save(update_fields=["route_versie"])
    casussen.register_gebeurtenis(
        casus=casus,
        soort="route_versie_gewijzigd",
        by=by,
        on=on,
        reden=reden,
        gegevens={"van": oud.isoformat(), "naar": naar.versie.isoformat()},
    )
    for stap in open_stappen(casus):
        afspraak = nieuw.stap(stap.sleutel)
        stap.casus, stap.anker = casus, ankers[stap.pk]
        stap.termijn = str(afspraak.termijn) if afspraak.termijn else ""
        stap.kalender = afspraak.kalender if afspraak.termijn else ""
        if not stap.termijn:
            stap.anker = None
        termijnen.herbereken(stap=stap, on=on, reden=f"andere versie van de route: {reden}")
    return casus
