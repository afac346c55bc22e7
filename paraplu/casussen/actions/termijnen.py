"""Terms of steps: when they begin to run, stand still, go on, and are computed anew."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q

from paraplu.afspraken.routes import OPENING
from paraplu.netwerk.models import Medewerker
from paraplu.termijnen import kalender, kalenders, vergelijk

from ..fouten import CasusFout
from ..models import CasusStap, Gebeurtenis, Herberekening, Opschorting
from ..termijnen import compute_uiterste_datum, projectie_of, termijn_of


def set_termijn(stap: CasusStap, *, loopt_vanaf: str = "") -> None:
    """Give a step that is about to open its term and, where that is known, its anchor."""
    afspraak = stap.afspraak
    if afspraak.termijn is None:
        return
    stap.termijn, stap.kalender = str(afspraak.termijn), afspraak.kalender
    stap.anker = _find_anker(stap, loopt_vanaf)
    stap.uiterste_datum = compute_uiterste_datum(stap, ())
    stap.kalender_versie = kalender(stap.kalender).versie


def anchor_waiting(*, gebeurtenis: Gebeurtenis) -> None:
    """Let terms begin that waited for this event. A later event of the kind moves none."""
    wachtend = CasusStap.objects.filter(
        casus=gebeurtenis.casus_id, afgerond_op=None, anker=None
    ).exclude(termijn="")
    for stap in wachtend:
        if stap.afspraak.loopt_vanaf == gebeurtenis.soort:
            stap.anker = gebeurtenis.op
            _recompute(stap, op=gebeurtenis.op, reden="de termijn begint te lopen")


@transaction.atomic
def suspend_stap(*, stap: CasusStap, by: Medewerker, on: date, reden: str) -> Opschorting:
    """Let the term stand still from `on`, with a reason."""
    opschorting = Opschorting.objects.create(stap=stap, vanaf=on, reden=reden, door=by)
    _recompute(stap, op=on, reden=f"opgeschort: {reden}")
    return opschorting


@transaction.atomic
def resume_stap(*, stap: CasusStap, by: Medewerker, on: date, reden: str) -> CasusStap:
    """Let the term run on after `on`, the last day on which it stood still."""
    Opschorting.objects.filter(stap=stap, tot=None).update(tot=on)
    _recompute(stap, op=on, reden=f"hervat: {reden}")
    return stap


@transaction.atomic
def agree_dag(*, stap: CasusStap, dag: date, on: date, reden: str) -> CasusStap:
    """Give a step without a term the day that people agreed on: it stands on the lists as a last day.

    A step with a term has its day by rule: CasusFout.
    """
    if stap.termijn:
        raise CasusFout("Deze stap heeft een termijn; de dag volgt daaruit.")
    oud, stap.uiterste_datum = stap.uiterste_datum, dag
    stap.save(update_fields=["uiterste_datum"])
    Herberekening.objects.create(stap=stap, op=on, oud=oud, nieuw=dag, reden=reden)
    return stap


@transaction.atomic
def herbereken(*, stap: CasusStap, on: date, reden: str) -> bool:
    """Compute the last day again, after a change of calendar or rule; whether it moved."""
    if stap.termijn:
        afspraak = stap.afspraak
        stap.termijn, stap.kalender = str(afspraak.termijn), afspraak.kalender
    return _recompute(stap, op=on, reden=reden)


@transaction.atomic
def herbereken_all(*, on: date) -> int:
    """Every running step whose calendar has other days now; gives how many got another last day.

    Why a day moved is said in the words of `termijnen.vergelijk`: other days, and which.
    """
    versies = {naam: een.versie for naam, een in kalenders().items()}
    verouderd = Q()
    for naam, versie in versies.items():
        verouderd |= Q(kalender=naam) & ~Q(kalender_versie=versie)
    rijen = CasusStap.objects.select_for_update().filter(verouderd, afgerond_op=None)
    return sum(_follow_calendar(stap, on=on) for stap in rijen.exclude(termijn=""))


def _follow_calendar(stap: CasusStap, *, on: date) -> bool:
    opschortingen = list(stap.opschortingen.all())
    oud, nieuw = projectie_of(stap, opschortingen), termijn_of(stap, opschortingen)
    reden = vergelijk(oud, nieuw).zin if oud and nieuw else ""
    return _recompute(stap, op=on, reden=reden or "de kalender is gewijzigd")


def _recompute(stap: CasusStap, *, op: date, reden: str) -> bool:
    oud = stap.uiterste_datum
    stap.uiterste_datum = compute_uiterste_datum(stap, stap.opschortingen.all())
    if stap.kalender:
        stap.kalender_versie = kalender(stap.kalender).versie
    stap.save(update_fields=["anker", "termijn", "kalender", "kalender_versie", "uiterste_datum"])
    if stap.uiterste_datum == oud:
        return False
    Herberekening.objects.create(stap=stap, op=op, oud=oud, nieuw=stap.uiterste_datum, reden=reden)
    return True


def _find_anker(stap: CasusStap, overruled: str) -> date | None:
    """The day from which the term runs; None while its event has not happened.

    The event counts when it came after this step was last closed. A step that opens once more
    without a new event runs from its opening. An outcome that names the event itself takes the
    latest one, also of before.
    """
    soort = overruled or stap.afspraak.loopt_vanaf
    if soort == OPENING:
        return stap.geopend_op
    gebeurd = Gebeurtenis.objects.filter(casus=stap.casus, soort=soort).order_by("-id")
    if overruled:
        laatste = gebeurd.first()
        return laatste.op if laatste else stap.geopend_op
    vorige = Gebeurtenis.objects.filter(
        casus=stap.casus, soort="stap_afgerond", stap__sleutel=stap.sleutel
    ).last()
    if vorige is None:
        eerste = gebeurd.first()
        return eerste.op if eerste else None
    nieuwe = gebeurd.filter(pk__gt=vorige.pk).first()
    return nieuwe.op if nieuwe else stap.geopend_op
