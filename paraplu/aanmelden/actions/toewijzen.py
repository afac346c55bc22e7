"""Steps 3 and 4: coding, request, allocation, refusal, and the start of the help."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from paraplu.casussen.actions import register_gebeurtenis
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Document
from paraplu.netwerk.models import Medewerker, Organisatie

from ..models import Afwijzing, Toewijzing


@transaction.atomic
def code_toewijzing(
    *,
    casus: Casus,
    bepaling: Document,
    aanbieder: Organisatie,
    by: Medewerker,
    on: date,
    **velden: Any,
) -> Toewijzing:
    """Say with which iJW product and size the bepaling is allocated (R100) or asked for (R110)."""
    register_gebeurtenis(casus=casus, soort="gecodeerd", by=by, on=on)
    return Toewijzing.objects.create(
        casus=casus,
        bepaling=bepaling,
        aanbieder=aanbieder,
        gecodeerd_door=by,
        gecodeerd_op=on,
        **velden,
    )


@transaction.atomic
def refuse_aanvraag(
    *,
    stap: CasusStap,
    aanbieder: Organisatie,
    reden: str,
    toelichting: str,
    by: Medewerker,
    on: date,
    wachttijd_weken: int | None = None,
) -> Afwijzing:
    """A provider cannot give this help: the ground for step 5. The first one stays co-owner (R111)."""
    casus = stap.casus
    afwijzing = Afwijzing.objects.create(
        casus=casus,
        stap=stap,
        aanbieder=aanbieder,
        reden=reden,
        toelichting=toelichting,
        wachttijd_weken=wachttijd_weken,
        op=on,
        door=by,
    )
    if casus.mede_eigenaar_id is None:
        casus.mede_eigenaar = aanbieder
        casus.save(update_fields=["mede_eigenaar"])
    register_gebeurtenis(
        casus=casus, soort="afgewezen", by=by, on=on, stap=stap, gegevens={"reden": reden}
    )
    return afwijzing


@transaction.atomic
def register_start(*, toewijzing: Toewijzing, by: Medewerker | None, on: date) -> Toewijzing:
    """The help began on `on`."""
    if toewijzing.toegewezen_op is None:
        raise CasusFout("Deze hulp is nog niet toegewezen.")
    toewijzing.gestart_op = on
    toewijzing.save(update_fields=["gestart_op"])
    register_gebeurtenis(casus=toewijzing.casus, soort="hulp_gestart", by=by, on=on)
    return toewijzing


@transaction.atomic
def register_stop(
    *, toewijzing: Toewijzing, by: Medewerker | None, on: date, reden: str
) -> Toewijzing:
    """The help ended on `on`; the lokaal team is told, for what comes after it (R278)."""
    toewijzing.gestopt_op = on
    toewijzing.save(update_fields=["gestopt_op"])
    register_gebeurtenis(
        casus=toewijzing.casus, soort="hulp_gestopt", by=by, on=on, gegevens={"reden": reden}
    )
    return toewijzing
