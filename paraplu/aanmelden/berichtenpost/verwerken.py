"""What an incoming message changes by itself: the facts of an allocation. No step is closed here.

Each of these may hear the same fact twice, or one that was recorded here when it was sent: then
nothing changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from paraplu.aanmelden.actions.toewijzen import register_start, register_stop
from paraplu.aanmelden.models import Toewijzing
from paraplu.casussen.actions import register_gebeurtenis
from paraplu.casussen.models import Casus

from . import bij_ontvangst
from .duiden import (
    START_GEMELD,
    START_TERUGGENOMEN,
    STOP_GEMELD,
    TOEWIJZING_ONTVANGEN,
    VERZOEK_AFGEWEZEN,
    Betekenis,
)


def record_start(*, betekenis: Betekenis, casus: Casus, on: date, **_rest: Any) -> None:
    """The help of an allocation began (305)."""
    toewijzing = _toewijzing(casus, betekenis)
    if toewijzing and toewijzing.toegewezen_op and toewijzing.gestart_op is None:
        register_start(toewijzing=toewijzing, by=None, on=betekenis.datum or on)


def take_start_back(*, betekenis: Betekenis, casus: Casus, on: date, **_rest: Any) -> None:
    """The provider says that the help did not begin on that day after all (IV008)."""
    toewijzing = _toewijzing(casus, betekenis)
    if toewijzing and toewijzing.gestart_op == betekenis.datum:
        toewijzing.gestart_op = None
        toewijzing.save(update_fields=["gestart_op"])
        register_gebeurtenis(casus=casus, soort=START_TERUGGENOMEN, by=None, on=on)


def record_stop(*, betekenis: Betekenis, casus: Casus, on: date, **_rest: Any) -> None:
    """The help ended for good (307)."""
    toewijzing = _toewijzing(casus, betekenis)
    if toewijzing and toewijzing.gestopt_op is None:
        register_stop(
            toewijzing=toewijzing, by=None, on=betekenis.datum or on, reden=betekenis.reden
        )


def record_toewijzing(*, betekenis: Betekenis, casus: Casus, on: date, **_rest: Any) -> None:
    """The gemeente allocated what was asked for (301); its number comes with it."""
    toewijzing = _toewijzing(casus, betekenis)
    if toewijzing and toewijzing.toegewezen_op is None:
        toewijzing.nummer = betekenis.toewijzing_nummer
        toewijzing.toegewezen_op = on
        toewijzing.save(update_fields=["nummer", "toegewezen_op"])
        register_gebeurtenis(casus=casus, soort=TOEWIJZING_ONTVANGEN, by=None, on=on)


def record_afwijzing(*, betekenis: Betekenis, casus: Casus, on: date, **_rest: Any) -> None:
    """The gemeente does not honour the request (319)."""
    toewijzing = _toewijzing(casus, betekenis)
    if toewijzing and toewijzing.afgewezen_op is None:
        toewijzing.afgewezen_op, toewijzing.reden_afwijzing = on, betekenis.reden
        toewijzing.save(update_fields=["afgewezen_op", "reden_afwijzing"])
        register_gebeurtenis(
            casus=casus,
            soort=VERZOEK_AFGEWEZEN,
            by=None,
            on=on,
            gegevens={"reden": betekenis.reden},
        )


BIJ: Final[Mapping[str, Callable[..., None]]] = {
    START_GEMELD: record_start,
    START_TERUGGENOMEN: take_start_back,
    STOP_GEMELD: record_stop,
    TOEWIJZING_ONTVANGEN: record_toewijzing,
    VERZOEK_AFGEWEZEN: record_afwijzing,
}


def register_all() -> None:
    """Subscribe; once, when Django starts. Before the steps, so that they find the facts there."""
    for soort, fn in BIJ.items():
        bij_ontvangst.register(soort, fn)


def _toewijzing(casus: Casus, betekenis: Betekenis) -> Toewijzing | None:
    """The allocation of this case with the number of the message, else with its reference."""
    van_casus = Toewijzing.objects.filter(casus=casus).order_by("-id")
    if betekenis.toewijzing_nummer is not None:
        gevonden = van_casus.filter(nummer=betekenis.toewijzing_nummer).first()
        if gevonden is not None:
            return gevonden
    if not betekenis.referentie:
        return None
    return van_casus.filter(referentie=betekenis.referentie).first()
