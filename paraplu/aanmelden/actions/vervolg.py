"""Steps 5 and 6: network, expert team, scaling up."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from paraplu.casussen.actions import register_gebeurtenis, set_aanbieder
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie

from ..models import Bespreking, Netwerkantwoord, Netwerkvraag, Opschaling, Tafelaanbod
from .versturen import share_formulier


@transaction.atomic
def ask_netwerk(
    *, stap: CasusStap, netwerk: Organisatie, by: Medewerker, on: date, grond: str = ""
) -> Netwerkvraag:
    """Put the question to a network with the form it already is on (R112, R275)."""
    if not share_formulier(
        casus=stap.casus, organisatie=netwerk, rol="zorgaanbieder", by=by, on=on, grond=grond
    ):
        raise VoorwaardeNietVervuld("Er is nog geen aanmeldformulier. Stel dat eerst vast.")
    register_gebeurtenis(casus=stap.casus, soort="netwerk_gevraagd", by=by, on=on, stap=stap)
    return Netwerkvraag.objects.create(
        casus=stap.casus, stap=stap, netwerk=netwerk, gesteld_op=on, gesteld_door=by
    )


@transaction.atomic
def answer_netwerkvraag(
    *,
    vraag: Netwerkvraag,
    aanbieder: Organisatie,
    kan: bool,
    by: Medewerker,
    on: date,
    toelichting: str = "",
    beschikbaar_vanaf: date | None = None,
) -> Netwerkantwoord:
    """A member of the network answers; a later answer of the same member takes its place."""
    antwoord, _nieuw = Netwerkantwoord.objects.update_or_create(
        vraag=vraag,
        aanbieder=aanbieder,
        defaults={
            "kan": kan,
            "toelichting": toelichting,
            "beschikbaar_vanaf": beschikbaar_vanaf,
            "op": on,
            "door": by,
        },
    )
    register_gebeurtenis(
        casus=vraag.casus,
        soort="netwerk_antwoordt",
        by=by,
        on=on,
        gegevens={"kan": kan},
        namens=aanbieder,
    )
    return antwoord


def choose_aanbieder(*, casus: Casus, aanbieder: Organisatie) -> Casus:
    """Network, expert team or step 6 found who will give the help."""
    return set_aanbieder(casus=casus, aanbieder=aanbieder)


@transaction.atomic
def plan_bespreking(
    *, stap: CasusStap, soort: str, gepland_op: date, by: Medewerker, on: date, grond: str = ""
) -> Bespreking:
    """The expert team sets a day for the case, and gets part 1 of the form."""
    share_formulier(
        casus=stap.casus, organisatie=stap.organisatie, rol="expertteam", by=by, on=on, grond=grond
    )
    register_gebeurtenis(
        casus=stap.casus,
        soort="bespreking_gepland",
        by=by,
        on=on,
        stap=stap,
        gegevens={"op": gepland_op.isoformat(), "soort": soort},
    )
    return Bespreking.objects.create(
        casus=stap.casus, stap=stap, soort=soort, gepland_op=gepland_op, door=by
    )


@transaction.atomic
def write_bespreking(
    *, bespreking: Bespreking, by: Medewerker, on: date, **velden: Any
) -> Bespreking:
    """Write down what was discussed on `on`: report, bottleneck, breakthrough provider, BOEG."""
    if bespreking.besproken_op:
        raise CasusFout("Deze bespreking is al vastgelegd. Plan zo nodig een nieuwe.")
    for naam, waarde in velden.items():
        setattr(bespreking, naam, waarde)
    bespreking.besproken_op, bespreking.door = on, by
    bespreking.save()
    register_gebeurtenis(
        casus=bespreking.casus,
        soort="besproken",
        by=by,
        on=on,
        stap=bespreking.stap,
        gegevens={"soort": bespreking.soort, "knelpunt": bespreking.knelpunt},
    )
    return bespreking


@transaction.atomic
def offer_at_tafel(
    *, bespreking: Bespreking, aanbieder: Organisatie, kan: bool, reden: str
) -> Tafelaanbod:
    """A provider at the table says whether it can make an offer, and why (R281)."""
    return Tafelaanbod.objects.update_or_create(
        bespreking=bespreking, aanbieder=aanbieder, defaults={"kan": kan, "reden": reden}
    )[0]


@transaction.atomic
def report_to_teamleider(*, stap: CasusStap, by: Medewerker, on: date) -> Opschaling:
    """The jeugdbeschermer tells the team leader that there is no help; the week begins (R116)."""
    register_gebeurtenis(casus=stap.casus, soort="melding_teamleider", by=by, on=on, stap=stap)
    return Opschaling.objects.create(casus=stap.casus, stap=stap, gemeld_op=on, gemeld_door=by)


@transaction.atomic
def write_opschaling(
    *,
    opschaling: Opschaling,
    gesproken_op: date,
    reden: str,
    toelichting: str,
    besluit: str,
    by: Medewerker,
    on: date,
    rcp_gebeld_op: date | None = None,
) -> Opschaling:
    """Team leader and regional contact person talked: the reason and what they decided (R117)."""
    opschaling.gesproken_op, opschaling.reden = gesproken_op, reden
    opschaling.toelichting, opschaling.besluit = toelichting, besluit
    opschaling.besloten_door = by
    opschaling.rcp_gebeld_op = rcp_gebeld_op or opschaling.rcp_gebeld_op or gesproken_op
    opschaling.save()
    register_gebeurtenis(
        casus=opschaling.casus,
        soort="opschaling_besproken",
        by=by,
        on=on,
        stap=opschaling.stap,
        gegevens={"reden": reden},
    )
    return opschaling
