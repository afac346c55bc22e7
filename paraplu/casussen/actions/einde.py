"""A measure is to end, ends, or goes on after all. There is no other way to end one (R12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from paraplu.afspraken.einde import OVERDRACHT, UITZONDERING, OnbekendeReden, find_reden
from paraplu.netwerk.models import Medewerker, Organisatie

from ..einde import is_handed_over, list_toetsen
from ..fouten import CasusFout, GeenOverdracht, NietGetoetst
from ..models import Casus, Einde, Maatregel


@dataclass(frozen=True, kw_only=True)
class Reden:
    """Why a measure ended: a key of `afspraken.einde`, with what that reason asks for."""

    sleutel: str
    voogd: str = ""
    toelichting: str = ""
    naar: Organisatie | None = None
    opvolger: Maatregel | None = None
    #: Why the measure ends although something that is looked at first is not in order.
    ondanks: str = ""


@transaction.atomic
def announce_einde(
    *, maatregel: Maatregel, casus: Casus, verwacht_op: date, by: Medewerker, on: date
) -> Einde:
    """The intention to end a measure, in the case in which it is handed over; once at a time."""
    nu = _lock(maatregel)
    if nu.eindes.filter(vervallen_op=None).exists():
        raise CasusFout("Het einde van deze maatregel wordt al voorbereid.")
    if casus.gezin_id != nu.persoon.gezin_id:
        raise CasusFout("Deze maatregel is van een ander gezin.")
    return Einde.objects.create(
        maatregel=nu,
        gezin=nu.persoon.gezin,
        grond=OVERDRACHT,
        casus=casus,
        voorgenomen_op=on,
        verwacht_op=verwacht_op,
        door=by,
    )


@transaction.atomic
def end_maatregel(*, einde: Einde, op: date, reden: Reden, by: Medewerker, on: date) -> Maatregel:
    """The measure of this intention ended on `op`.

    GeenOverdracht without an accepted hand-over, NietGetoetst when something that is looked at first
    is not in order and nobody wrote why it ends all the same; the database refuses the first too.
    """
    if einde.casus is None or not is_handed_over(einde.casus):
        raise GeenOverdracht
    _check(einde.maatregel, op=op, reden=reden, grond=OVERDRACHT)
    _check_toetsen(einde.maatregel, ondanks=reden.ondanks, on=on)
    einde.toelichting = " ".join(filter(None, (reden.toelichting, reden.ondanks)))
    return _fix(einde, op=op, reden=reden, by=by, on=on)


@transaction.atomic
def end_by_exception(
    *, maatregel: Maatregel, op: date, reden: Reden, by: Medewerker, on: date
) -> Maatregel:
    """The measure ended without a hand-over: the child died, another GI or measure follows.

    What was being prepared lapses.
    """
    nu = _lock(maatregel)
    _check(nu, op=op, reden=reden, grond=UITZONDERING)
    if not reden.toelichting.strip():
        raise CasusFout("Schrijf op waarom er geen overdracht aan het lokale team is.")
    _check_opvolger(nu, op=op, reden=reden)
    nu.eindes.filter(vervallen_op=None, op=None).update(
        vervallen_op=on, vervallen_reden=reden.toelichting
    )
    einde = Einde(
        maatregel=nu,
        gezin=nu.persoon.gezin,
        grond=UITZONDERING,
        voorgenomen_op=on,
        verwacht_op=op,
        toelichting=reden.toelichting,
        naar=reden.naar,
        opvolger=reden.opvolger,
        door=by,
    )
    return _fix(einde, op=op, reden=reden, by=by, on=on)


@transaction.atomic
def drop_einde(*, casus: Casus, on: date, reden: str) -> int:
    """The measures of this case go on after all; gives how many. What ended, stays ended."""
    return Einde.objects.filter(casus=casus, vervallen_op=None, op=None).update(
        vervallen_op=on, vervallen_reden=reden
    )


@transaction.atomic
def take_back_einde(*, einde: Einde, by: Medewerker, on: date, reden: str) -> Einde:
    """The end was written down wrongly: it lapses with a reason, and the intention stands again."""
    if not einde.is_beeindigd:
        raise CasusFout("Deze maatregel is niet beëindigd.")
    maatregel = _lock(einde.maatregel)
    Einde.objects.filter(pk=einde.pk).update(vervallen_op=on, vervallen_reden=reden)
    maatregel.tot, maatregel.reden_einde = None, ""
    _save(maatregel)
    if einde.casus is None:
        return einde
    return announce_einde(
        maatregel=maatregel, casus=einde.casus, verwacht_op=einde.verwacht_op, by=by, on=on
    )


def _fix(einde: Einde, *, op: date, reden: Reden, by: Medewerker, on: date) -> Maatregel:
    maatregel = _lock(einde.maatregel)
    einde.op, einde.reden, einde.voogd = op, reden.sleutel, reden.voogd
    einde.vastgelegd_op, einde.door = on, by
    einde.save()
    maatregel.tot, maatregel.reden_einde = op, reden.sleutel
    _save(maatregel)
    return maatregel


def _save(maatregel: Maatregel) -> None:
    maatregel.versie += 1
    maatregel.save(update_fields=["tot", "reden_einde", "versie"])


def _lock(maatregel: Maatregel) -> Maatregel:
    return Maatregel.objects.select_for_update(of=("self",)).get(pk=maatregel.pk)


def _check(maatregel: Maatregel, *, op: date, reden: Reden, grond: str) -> None:
    """The measure runs, the day can be its last, and the reason is one of its kind and ground."""
    if maatregel.tot is not None:
        raise CasusFout("Deze maatregel is al beëindigd.")
    if op < maatregel.vanaf:
        raise CasusFout("De maatregel kan niet eindigen voor hij begon.")
    try:
        gevonden = find_reden(reden.sleutel, soort=maatregel.soort, op=op, voogd=reden.voogd)
    except OnbekendeReden:
        raise CasusFout("Deze reden past niet bij deze soort maatregel.") from None
    if gevonden.grond != grond:
        raise GeenOverdracht


def _check_toetsen(maatregel: Maatregel, *, ondanks: str, on: date) -> None:
    open_ = [toets for toets in list_toetsen(maatregel, on=on) if not toets.in_orde]
    if open_ and not ondanks.strip():
        raise NietGetoetst(" ".join(str(toets.zin) for toets in open_))


def _check_opvolger(maatregel: Maatregel, *, op: date, reden: Reden) -> None:
    """Another GI is another one; the measure that follows is of the same child and then runs."""
    if reden.sleutel == "andere_gi" and (not reden.naar or reden.naar.pk == maatregel.gi_id):
        raise CasusFout("Noem de andere GI die deze maatregel verder uitvoert.")
    if reden.sleutel != "andere_maatregel":
        return
    volgt = reden.opvolger
    past = volgt and volgt.pk != maatregel.pk and volgt.persoon_id == maatregel.persoon_id
    if not (past and (volgt.tot is None or volgt.tot > op)):
        raise CasusFout("Leg eerst de maatregel vast die op deze volgt, en kies die hier.")
