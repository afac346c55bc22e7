"""Who takes the family over, the talk, and that the lokaal team accepts (R12, R186, R232)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.db import transaction

from paraplu.casussen.actions import (
    close_stap,
    fix_document,
    register_gebeurtenis,
    send_document,
    set_contactpersoon,
)
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Contactpersoon, Maatregel
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import has_rol
from paraplu.veiligheid.queries import plan_of, versie_of

from ..models import Overdrachtsgesprek, Overnemer

#: The kind of the document of the talk.
VERSLAG: Final = "overdracht"
GROND: Final = "Warme overdracht aan het lokale team bij het einde van een maatregel"
LOKAAL_TEAM: Final = "lokaal_team"


@transaction.atomic
def name_overnemer(
    *,
    stap: CasusStap,
    medewerker: Medewerker,
    by: Medewerker,
    on: date,
    gesprek_op: date | None = None,
) -> Overnemer:
    """This person of the lokaal team takes the family over; the step closes with that answer."""
    _check_van_lokaal_team(stap.casus, medewerker, on=on)
    rij = Overnemer.objects.create(
        casus=stap.casus, stap=stap, medewerker=medewerker, gesprek_op=gesprek_op, op=on, door=by
    )
    uitkomst = "beschikbaar" if stap.sleutel == "beschikbaar" else "geregeld"
    close_stap(stap=stap, uitkomst=uitkomst, by=by, on=on)
    return rij


@transaction.atomic
def write_gesprek(
    *,
    stap: CasusStap,
    gehouden_op: date,
    opvolgen_op: date,
    ouders: str,
    kind: str,
    inhoud: Mapping[str, Any],
    aanwezigen: str,
    by: Medewerker,
    on: date,
) -> Overdrachtsgesprek:
    """Fix what was agreed, send it to the lokaal team, and lay it before them.

    The version of the safety plan that holds goes along (R10); without a plan `inhoud` says why.
    """
    casus = stap.casus
    plan_versie = _plan_versie(casus, zonder_plan=str(inhoud.get("zonder_plan", "")), on=on)
    document = fix_document(
        casus=casus,
        soort=VERSLAG,
        inhoud={
            **inhoud,
            "gehouden_op": gehouden_op.isoformat(),
            "opvolgen_op": opvolgen_op.isoformat(),
            "ouders": ouders,
            "kind": kind,
            "plan_versie": plan_versie,
        },
        persoonsgegevens={"aanwezigen": aanwezigen},
        by=by,
        on=on,
    )
    gesprek = Overdrachtsgesprek.objects.create(
        casus=casus,
        stap=stap,
        document=document,
        gehouden_op=gehouden_op,
        opvolgen_op=opvolgen_op,
        ouders=ouders,
        kind=kind,
        plan_versie=plan_versie,
        door=by,
    )
    send_document(
        document=document,
        organisatie=casus.lokaal_team,
        rol=LOKAAL_TEAM,
        by=by,
        on=on,
        met_persoonsgegevens=True,
        grond=GROND,
    )
    close_stap(stap=stap, uitkomst="besproken", by=by, on=on)
    return gesprek


def _plan_versie(casus: Casus, *, zonder_plan: str, on: date) -> int | None:
    """The version of the safety plan that holds; None without one, and then with the reason why."""
    plan = plan_of(casus.gezin, on)
    versie = versie_of(plan, on) if plan else None
    if versie is None and not zonder_plan.strip():
        raise CasusFout("Dit gezin heeft geen veiligheidsplan. Schrijf op waarom niet.")
    return versie.nummer if versie else None


@transaction.atomic
def accept_gezin(
    *, stap: CasusStap, contactpersoon: Medewerker, by: Medewerker, on: date
) -> list[Contactpersoon]:
    """The lokaal team takes the family over; this person is its fixed contact from now on (R232)."""
    casus = stap.casus
    _check_van_lokaal_team(casus, contactpersoon, on=on)
    nieuw = [
        set_contactpersoon(
            maatregel=maatregel,
            medewerker=contactpersoon,
            on=on,
            reden="warme overdracht",
        )
        for maatregel in maatregelen_of(casus)
        if not maatregel.contactpersonen.filter(tot=None, medewerker=contactpersoon).exists()
    ]
    register_gebeurtenis(
        casus=casus,
        soort="gezin_overgenomen",
        by=by,
        on=on,
        stap=stap,
        gegevens={"contactpersoon": contactpersoon.pk},
    )
    close_stap(stap=stap, uitkomst="aanvaard", by=by, on=on)
    return nieuw


def maatregelen_of(casus: Casus) -> list[Maatregel]:
    """The measures that this case hands over, also those that have ended meanwhile."""
    eindes = casus.eindes.filter(vervallen_op=None).select_related("maatregel__persoon")
    return [einde.maatregel for einde in eindes]


def _check_van_lokaal_team(casus: Casus, medewerker: Medewerker, *, on: date) -> None:
    if not has_rol(medewerker, LOKAAL_TEAM, casus.lokaal_team, op=on):
        raise CasusFout("Kies iemand van het lokale team van dit gezin.")
