"""A talk gets a moment, moves, or is called off; who is asked to it follows from rules (R56, R77, R78)."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from paraplu.casussen.actions import close_stap, deelname, register_gebeurtenis, stappen
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker

from ..deelnemers import VOORZITTER, list_bezwaren
from ..models import GiDeelname, Ruimtevraag, Slot, Tafel, Zitting
from ..momenten import Moment
from . import genodigden, ruimte, uitnodigen


@transaction.atomic
def plan_zitting(
    *,
    stap: CasusStap,
    slot: Slot,
    dag: date,
    voorzitter: Medewerker,
    by: Medewerker,
    on: date,
    gi_deelname: str = "",
) -> Zitting:
    """Give the family a moment at its own table, or the one a neighbour promised; CasusFout.

    Two chairs at once wait for each other at the row of the table, and the database refuses a second
    session on one moment. Guests follow from the rules and can be changed before they are invited.
    """
    casus = stap.casus
    tafel, beloofd = _lock(casus, slot)
    moment = ruimte.check_vrij(tafel, slot, dag, on=on, beloofd=beloofd)
    _check_termijn(casus, moment, on=on)
    _check_voorzitter(voorzitter, on=on)
    zitting = _create(
        casus=casus,
        tafel=tafel,
        slot=slot,
        voorzitter=voorzitter,
        begin=moment.begin,
        einde=moment.einde,
        plaats=slot.plaats,
        gi_deelname=gi_deelname or casus.tafelverzoek.tafel.gi_deelname,
        gepland_op=on,
        gepland_door=by,
    )
    _let_in_host(zitting, on=on)
    casus.ruimtevragen.filter(vervallen_op=None).update(vervallen_op=on)
    genodigden.add_all(zitting=zitting, on=on)
    register_gebeurtenis(
        casus=casus,
        soort="zitting_gepland",
        by=by,
        on=on,
        stap=stap,
        gegevens={
            "zitting": zitting.pk,
            "dag": moment.dag.isoformat(),
            "tafel": tafel.organisatie.sleutel,
        },
    )
    return zitting


@transaction.atomic
def move_zitting(
    *,
    zitting: Zitting,
    slot: Slot,
    dag: date,
    reden: str,
    by: Medewerker,
    on: date,
) -> Zitting:
    """Another moment for the same talk; who was invited hears it with the next number."""
    rij = Zitting.objects.select_for_update().get(pk=zitting.pk)
    _refuse_unless_planned(rij)
    tafel, beloofd = _lock(rij.casus, slot)
    moment = ruimte.check_vrij(tafel, slot, dag, on=on, beloofd=beloofd)
    rij.tafel, rij.slot, rij.plaats = tafel, slot, slot.plaats
    rij.begin, rij.einde, rij.reden = moment.begin, moment.einde, reden
    rij.reeks += 1
    _save(rij)
    _let_in_host(rij, on=on)
    register_gebeurtenis(
        casus=rij.casus,
        soort="zitting_verzet",
        by=by,
        on=on,
        reden=reden,
        gegevens={"zitting": rij.pk, "dag": moment.dag.isoformat()},
    )
    uitnodigen.tell_changed(zitting=rij, by=by, on=on)
    return rij


@transaction.atomic
def cancel_zitting(*, zitting: Zitting, reden: str, by: Medewerker, on: date) -> Zitting:
    """The talk is off, with a reason; the moment is free again and every guest hears it."""
    rij = Zitting.objects.select_for_update().get(pk=zitting.pk)
    _refuse_unless_planned(rij)
    if not reden.strip():
        raise CasusFout("Schrijf op waarom het gesprek niet doorgaat.")
    rij.status, rij.reden = Zitting.Status.AFGELAST, reden
    rij.reeks += 1
    rij.save(update_fields=["status", "reden", "reeks"])
    register_gebeurtenis(
        casus=rij.casus,
        soort="zitting_afgelast",
        by=by,
        on=on,
        reden=reden,
        gegevens={"zitting": rij.pk},
    )
    uitnodigen.tell_cancelled(zitting=rij, on=on)
    return rij


@transaction.atomic
def call_off(*, zitting: Zitting, reden: str, by: Medewerker, on: date) -> Zitting:
    """The talk is off and the family still waits: planning begins anew at once."""
    rij = cancel_zitting(zitting=zitting, reden=reden, by=by, on=on)
    casus = rij.casus
    bespreken = casus.stappen.filter(sleutel="bespreken", afgerond_op=None).first()
    if bespreken:
        close_stap(stap=bespreken, uitkomst="niet_doorgegaan", toelichting=reden, by=by, on=on)
    elif not casus.stappen.filter(sleutel="plannen", afgerond_op=None).exists():
        # The request is not complete yet, so there is no talk to close: planning opens by itself.
        stappen.open_stap(casus=casus, sleutel="plannen", on=on)
    ruimte.foresee(casus=casus, by=by, on=on)
    return rij


def _lock(casus: Casus, slot: Slot) -> tuple[Tafel, Ruimtevraag | None]:
    """The table of this moment, held until the transaction ends; a neighbour's only when promised."""
    tafel = Tafel.objects.select_for_update(of=("self",)).get(pk=slot.tafel_id)
    beloofd = casus.ruimtevragen.filter(akkoord=True, vervallen_op=None, slot=slot).last()
    if tafel.pk != casus.tafelverzoek.tafel_id and beloofd is None:
        raise CasusFout("Vraag deze tafel eerst om ruimte.")
    return tafel, beloofd


def _check_termijn(casus: Casus, moment: Moment, *, on: date) -> None:
    """Not after the two weeks while the own table has a moment in time (R77)."""
    uiterste = ruimte.last_day(casus)
    if uiterste and moment.dag > uiterste and ruimte.free_in_term(casus, on=on):
        raise CasusFout(
            "Er is nog een moment vrij binnen de twee weken. Kies dat. Kan het gezin dan echt niet, "
            "laat dan eerst de termijn van deze stap stilstaan, met de reden."
        )


def _check_voorzitter(voorzitter: Medewerker, *, on: date) -> None:
    """The chair is independent (R61)."""
    if bezwaren := list_bezwaren(voorzitter, on=on):
        raise CasusFout(f"{bezwaren[0]} De voorzitter is onafhankelijk: kies een ander.")


def _create(**velden: object) -> Zitting:
    if velden["gi_deelname"] not in GiDeelname.values:
        raise CasusFout("Kies hoe de kennis van de GI aan tafel komt.")
    try:
        with transaction.atomic():
            return Zitting.objects.create(**velden)
    except IntegrityError:
        raise CasusFout("Dit moment is vergeven, of er is al een gesprek gepland.") from None


def _save(zitting: Zitting) -> None:
    try:
        with transaction.atomic():
            zitting.save()
    except IntegrityError:
        raise CasusFout("Dit moment is intussen vergeven. Kies een ander moment.") from None


def _let_in_host(zitting: Zitting, *, on: date) -> None:
    """The chair of a neighbour's table leads the talk and so sees the case."""
    deelname.let_in(
        casus=zitting.casus,
        organisatie=zitting.tafel.organisatie,
        rol=VOORZITTER,
        reden="ruimte" if zitting.is_te_gast else "betrokken",
        on=on,
    )


def _refuse_unless_planned(zitting: Zitting) -> None:
    if zitting.status != Zitting.Status.GEPLAND:
        raise CasusFout("Dit gesprek is al gehouden of gaat niet door.")
