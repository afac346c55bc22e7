"""Add lines at the end of a chain, in the transaction of what they describe, waiting for nobody."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from paraplu.web.models import Spoor, Spoorkop

from .zegel import Velden, current_sleutel, seal_all, secret_of


@transaction.atomic(savepoint=False)
def append(regels: Sequence[Velden]) -> list[Spoor]:
    """Write the lines, in this order, one after the other in one chain.

    Without a savepoint of its own: what cannot be traced cannot be committed either.
    Raises SleutelFout when the key of the trace is not there.
    """
    sleutel = current_sleutel()
    kop = _take_kop(sleutel.kenmerk)
    zegels = seal_all(
        regels, keten=kop.pk, nummer=kop.nummer, vorige=kop.zegel, sleutel=secret_of(sleutel)
    )
    gemaakt = [
        _line(velden, kop, kop.nummer + plek, zegel)
        for plek, (velden, zegel) in enumerate(zip(regels, zegels, strict=True), start=1)
    ]
    Spoor.objects.bulk_create(gemaakt, batch_size=1000)
    Spoorkop.objects.filter(pk=kop.pk).update(nummer=gemaakt[-1].nummer, zegel=zegels[-1])
    return gemaakt


def _take_kop(kenmerk: str) -> Spoorkop:
    """Lock the head of a chain that nobody else is writing to; when all are taken, begin one.

    A lock is never waited for, so two transactions cannot wait for one another here, in whatever
    order they write; one that writes twice finds its own chain free.
    """
    vrij = Spoorkop.objects.filter(sleutel=kenmerk).select_for_update(skip_locked=True)
    return vrij.order_by("pk").first() or Spoorkop.objects.create(sleutel=kenmerk)


def _line(velden: Velden, kop: Spoorkop, nummer: int, zegel: str) -> Spoor:
    return Spoor(
        keten=kop,
        nummer=nummer,
        zegel=zegel,
        wanneer=velden.wanneer,
        gebruiker_id=velden.gebruiker,
        als=velden.als,
        handeling=velden.handeling,
        voorwerp=velden.voorwerp,
        doel=velden.doel,
        resultaat=velden.resultaat,
        gezin=velden.gezin,
        namens=velden.namens,
    )
