"""The measures end: after the hand-over, or by an exception without one (R12, R185, R188)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from paraplu.casussen.actions import (
    agree_dag,
    close_stap,
    end_by_exception,
    end_casus,
    end_maatregel,
    set_regisseur,
)
from paraplu.casussen.actions.einde import Reden
from paraplu.casussen.models import Casus, CasusStap, Contactpersoon, Einde, Maatregel
from paraplu.netwerk.models import Medewerker

from ..models import Overdrachtsgesprek


@dataclass(frozen=True, kw_only=True)
class Besluit:
    """How one measure of the case ends."""

    einde: Einde
    op: date
    reden: Reden


@transaction.atomic
def end_maatregelen(
    *, stap: CasusStap, besluiten: Sequence[Besluit], by: Medewerker, on: date
) -> CasusStap:
    """End every measure of the case; gives the step in which the lokaal team follows the family.

    It stands on the day that was agreed in the talk (R48).
    """
    for besluit in besluiten:
        if not besluit.einde.is_beeindigd:
            end_maatregel(einde=besluit.einde, op=besluit.op, reden=besluit.reden, by=by, on=on)
    [opvolgen] = close_stap(stap=stap, uitkomst="beeindigd", by=by, on=on)
    _pass_regie_on(stap.casus, on=on)
    gesprek = Overdrachtsgesprek.objects.filter(casus=stap.casus).last()
    if gesprek is not None:
        agree_dag(
            stap=opvolgen,
            dag=max(gesprek.opvolgen_op, on),
            on=on,
            reden="afgesproken in het overdrachtsgesprek",
        )
    return opvolgen


def _pass_regie_on(casus: Casus, *, on: date) -> None:
    """Without a measure left, who took the family over directs the help (R10)."""
    if Maatregel.objects.filter(persoon__gezin=casus.gezin_id, tot=None).exists():
        return
    vast = Contactpersoon.objects.filter(maatregel__eindes__casus=casus, tot=None).last()
    if vast is not None:
        set_regisseur(gezin=casus.gezin, medewerker=vast.medewerker, on=on)


@transaction.atomic
def end_without_overdracht(
    *, maatregel: Maatregel, op: date, reden: Reden, by: Medewerker, on: date
) -> Maatregel:
    """End a measure that nobody takes over; a hand-over of which it was all stops with it."""
    lopend = Casus.objects.filter(
        eindes__maatregel=maatregel, eindes__vervallen_op=None, afgesloten_op=None
    ).first()
    beeindigd = end_by_exception(maatregel=maatregel, op=op, reden=reden, by=by, on=on)
    if lopend and not lopend.eindes.filter(vervallen_op=None).exists():
        end_casus(casus=lopend, afloop="uitzondering", by=by, on=on)
    return beeindigd
