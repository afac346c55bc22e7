"""Steps 5 and 6: network, expert team, scaling up."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from paraplu.casussen.actions import close_stap, deelname, register_gebeurtenis, set_aanbieder
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie
from paraplu.netwerk.queries import in_force
from paraplu.web.wand.verzoek import beyond_wall

from ..models import (
    Bespreking,
    Netwerkantwoord,
    Netwerklid,
    Netwerkvraag,
    Opschaling,
    Tafelaanbod,
)
from .versturen import send_stukken, share_formulier

AANBIEDER: Final = "zorgaanbieder"


@transaction.atomic
def ask_netwerk(
    *, stap: CasusStap, netwerk: Organisatie, by: Medewerker, on: date, grond: str = ""
) -> Netwerkvraag:
    """Put the question to a network with the form it already is on (R112, R275).

    The network and each of its members get part 1, and part 2 only with `grond`. They are let in
    for as long as the step is open.
    """
    Casus.objects.select_for_update().get(pk=stap.casus_id)
    if open_vraag_of(stap, netwerk):
        raise CasusFout("Deze vraag ligt al bij dit netwerk.")
    for organisatie in (netwerk, *leden_of(netwerk, on=on)):
        deelname.let_in(
            casus=stap.casus, organisatie=organisatie, rol=AANBIEDER, reden=f"stap:{stap.sleutel}",
            on=on,
        )  # fmt: skip
        if not share_formulier(
            casus=stap.casus, organisatie=organisatie, rol=AANBIEDER, by=by, on=on, grond=grond
        ):
            raise VoorwaardeNietVervuld("Er is nog geen aanmeldformulier. Stel dat eerst vast.")
    register_gebeurtenis(casus=stap.casus, soort="netwerk_gevraagd", by=by, on=on, stap=stap)
    return Netwerkvraag.objects.create(
        casus=stap.casus, stap=stap, netwerk=netwerk, gesteld_op=on, gesteld_door=by
    )


def open_vraag_of(stap: CasusStap, netwerk: Organisatie) -> Netwerkvraag | None:
    """The question of this step that lies with this network and has not ended."""
    return Netwerkvraag.objects.filter(stap=stap, netwerk=netwerk, afgesloten_op=None).first()


def leden_of(netwerk: Organisatie, *, on: date) -> QuerySet[Organisatie]:
    """The providers that are part of a network on a day."""
    leden = Netwerklid.objects.filter(in_force(on), netwerk=netwerk)
    return Organisatie.objects.filter(in_force(on), netwerken__in=leden)


@transaction.atomic
def set_lid(*, netwerk: Organisatie, aanbieder: Organisatie, lid: bool, on: date) -> None:
    """A provider is part of a network from `on`, or until that day."""
    rij = Netwerklid.objects.filter(netwerk=netwerk, aanbieder=aanbieder, tot=None)
    if not lid:
        rij.update(tot=on)
    elif not rij.exists():
        Netwerklid.objects.create(netwerk=netwerk, aanbieder=aanbieder, vanaf=on)


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
    vraag = Netwerkvraag.objects.select_for_update(of=("self",)).get(pk=vraag.pk)
    if vraag.afgesloten_op or not vraag.stap.is_open:
        raise CasusFout("Deze vraag is al afgesloten. Uw antwoord is niet meer nodig.")
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


@transaction.atomic
def refuse_by_netwerk(*, vraag: Netwerkvraag, reden: str, by: Medewerker, on: date) -> Netwerkvraag:
    """The network says that none of its members can: its question ends (R279)."""
    return _end_vraag(vraag, Netwerkvraag.Uitkomst.NIEMAND, by=by, on=on, reden=reden)


@transaction.atomic
def choose_from_netwerk(
    *,
    stap: CasusStap,
    antwoord: Netwerkantwoord,
    by: Medewerker,
    on: date,
    rol: str = "jeugdbeschermer",
    afspraak: str = "",
) -> list[CasusStap]:
    """Forward the papers to the member that gives the help and close step 5A (R112).

    In 301 the jeugdbeschermer forwards the form, or the first provider when that was agreed:
    `rol` and `afspraak` say so (P35). In 315 bepaling and form go, and the term of the 315 begins.
    """
    casus = Casus.objects.select_for_update().get(pk=stap.casus_id)
    if not antwoord.kan:
        raise CasusFout("Deze aanbieder kan de hulp niet geven. Kies een andere aanbieder.")
    if rol == AANBIEDER and casus.route_sleutel == "aanmeldroute-301" and not afspraak.strip():
        raise CasusFout("Schrijf op met wie is afgesproken dat de aanbieder doorstuurt.")
    _end_vraag(antwoord.vraag, Netwerkvraag.Uitkomst.GEVONDEN, by=by, on=on)
    set_aanbieder(casus=casus, aanbieder=antwoord.aanbieder)
    stap.casus = casus
    send_stukken(casus=casus, rol=AANBIEDER, organisatie=antwoord.aanbieder, by=by, on=on)
    register_gebeurtenis(
        casus=casus,
        soort="doorgestuurd",
        by=by,
        on=on,
        stap=stap,
        namens=casus.mede_eigenaar if rol == AANBIEDER else casus.gi,
        gegevens={"rol": rol, "aan": antwoord.aanbieder.sleutel},
        reden=afspraak.strip(),
    )
    return close_stap(stap=stap, uitkomst="gevonden", by=by, on=on)


def _end_vraag(
    vraag: Netwerkvraag, uitkomst: str, *, by: Medewerker, on: date, reden: str = ""
) -> Netwerkvraag:
    gedaan = Netwerkvraag.objects.filter(pk=vraag.pk, afgesloten_op=None).update(
        afgesloten_op=on, uitkomst=uitkomst, reden=reden
    )
    if not gedaan:
        raise CasusFout("Deze vraag is al afgesloten.")
    vraag.refresh_from_db()
    register_gebeurtenis(
        casus=vraag.casus,
        soort="netwerkvraag_gesloten",
        by=by,
        on=on,
        stap=vraag.stap,
        gegevens={"uitkomst": uitkomst},
        reden=reden,
    )
    return vraag


@transaction.atomic
def choose_vervolg(
    *, stap: CasusStap, uitkomst: str, mede_eigenaar: Organisatie | None, by: Medewerker,
    on: date, toelichting: str = "",
) -> list[CasusStap]:  # fmt: skip
    """Network or expert team; the first provider shares the question, the holder keeps it (R111)."""
    casus = Casus.objects.select_for_update().get(pk=stap.casus_id)
    if casus.mede_eigenaar_id is None and mede_eigenaar is not None:
        casus.mede_eigenaar = mede_eigenaar
        casus.save(update_fields=["mede_eigenaar"])
    register_gebeurtenis(
        casus=casus,
        soort="lokaal_team_bericht",
        by=by,
        on=on,
        stap=stap,
        namens=casus.lokaal_team,
        gegevens={"vervolg": uitkomst},
    )
    return close_stap(stap=stap, uitkomst=uitkomst, by=by, on=on, toelichting=toelichting)


@transaction.atomic
def found_aanbieder(
    *, stap: CasusStap, aanbieder: Organisatie, uitkomst: str, by: Medewerker, on: date
) -> list[CasusStap]:
    """Expert team or step 6 found who gives the help: the papers go there and the step closes.

    Who finds it need not be allowed to read the papers; the bepaling of the holder says they go to
    who carries out the help.
    """
    casus = Casus.objects.select_for_update().get(pk=stap.casus_id)
    set_aanbieder(casus=casus, aanbieder=aanbieder)
    stap.casus = casus
    with beyond_wall():
        send_stukken(casus=casus, rol=AANBIEDER, organisatie=aanbieder, by=by, on=on)
    register_gebeurtenis(
        casus=casus,
        soort="doorgestuurd",
        by=by,
        on=on,
        stap=stap,
        namens=casus.gi,
        gegevens={"rol": stap.rol, "aan": aanbieder.sleutel},
    )
    return close_stap(stap=stap, uitkomst=uitkomst, by=by, on=on)


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
    bespreking = Bespreking.objects.select_for_update(of=("self",)).get(pk=bespreking.pk)
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
    Casus.objects.select_for_update().get(pk=stap.casus_id)
    if eerder := Opschaling.objects.filter(stap=stap).last():
        return eerder
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


@transaction.atomic
def escalate_bestuurlijk(
    *, opschaling: Opschaling, waarom: str, rol: str, by: Medewerker, on: date
) -> list[CasusStap]:
    """Team leader or regional contact person lets the board decide: entrance and person are kept (P46).

    Highly exceptional (R117), so who does it writes why nothing else is left.
    """
    if not waarom.strip():
        raise VoorwaardeNietVervuld("Schrijf op waarom alleen bestuurlijk escaleren nog helpt.")
    opschaling.bestuurlijk, opschaling.besloten_door = waarom.strip(), by
    opschaling.save(update_fields=["bestuurlijk", "besloten_door"])
    return close_stap(
        stap=opschaling.stap,
        uitkomst="bestuurlijke_escalatie",
        by=by,
        on=on,
        gegevens={"ingang": rol},
    )


@transaction.atomic
def ask_boeg(*, bespreking: Bespreking, vraag: str, by: Medewerker, on: date) -> Bespreking:
    """The expert team asks the BOEG for expertise or procesregie (R115); once per discussion."""
    gedaan = Bespreking.objects.filter(pk=bespreking.pk, boeg_gevraagd_op=None).update(
        boeg_gevraagd_op=on, boeg_vraag=vraag
    )
    if not gedaan:
        raise CasusFout("Deze vraag ligt al bij het BOEG.")
    register_gebeurtenis(
        casus=bespreking.casus, soort="boeg_gevraagd", by=by, on=on, stap=bespreking.stap
    )
    bespreking.refresh_from_db()
    return bespreking


@transaction.atomic
def write_boeg_antwoord(
    *, bespreking: Bespreking, antwoord: str, by: Medewerker, on: date
) -> Bespreking:
    """What the BOEG answered; the expert team writes it down."""
    gedaan = Bespreking.objects.filter(
        pk=bespreking.pk, boeg_gevraagd_op__isnull=False, boeg_beantwoord_op=None
    ).update(boeg_beantwoord_op=on, boeg_antwoord=antwoord)
    if not gedaan:
        raise CasusFout("Er staat geen vraag aan het BOEG open.")
    register_gebeurtenis(
        casus=bespreking.casus, soort="boeg_beantwoord", by=by, on=on, stap=bespreking.stap
    )
    bespreking.refresh_from_db()
    return bespreking
