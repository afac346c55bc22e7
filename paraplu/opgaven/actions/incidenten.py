"""Problems with the woonplaatsbeginsel (R189, R305), and the search for a guardian (R304)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker

from ..fouten import AlBekend
from ..models import Incident, Incidentstap, Zoekactie


@transaction.atomic
def report_incident(
    *,
    gi: str,
    gemeente: str,
    kenmerk: str,
    soort: str,
    gemeld_op: date,
    by: Gebruiker,
    on: date,
    **meer: Any,
) -> Incident:
    """A problem that was reported to a gemeente; `meer` are columns about a move or another gemeente.

    Raises AlBekend for the same case, gemeente and day.
    """
    zelfde = Incident.objects.filter(gi=gi, gemeente=gemeente, kenmerk=kenmerk, gemeld_op=gemeld_op)
    if zelfde.exists():
        raise AlBekend
    gevonden = gebieden.gemeente(gemeente)
    return Incident.objects.create(
        gi=gi,
        gemeente=gemeente,
        regio=gevonden.regio if gevonden else "",
        kenmerk=kenmerk,
        soort=soort,
        gemeld_op=gemeld_op,
        ingevoerd_op=on,
        door=by,
        **meer,
    )


@transaction.atomic
def add_stap(
    *,
    incident: Incident,
    by: Gebruiker,
    on: date,
    opgelost_op: date | None = None,
    uren: Decimal = Decimal(0),
    afspraak_nageleefd: bool | None = None,
    tekst: str = "",
) -> Incidentstap:
    """What was done since, and whether it is solved; a step without the day opens it again."""
    return Incidentstap.objects.create(
        incident=incident, op=on, opgelost_op=opgelost_op, uren=uren,
        afspraak_nageleefd=afspraak_nageleefd, tekst=tekst, door=by,
    )  # fmt: skip


@transaction.atomic
def ask_voogd(*, gi: str, kenmerk: str, wie: str, gevraagd_op: date, by: Gebruiker) -> Zoekactie:
    """Somebody was asked to become the guardian of this child."""
    return Zoekactie.objects.create(
        gi=gi, kenmerk=kenmerk, wie=wie, gevraagd_op=gevraagd_op, door=by
    )


@transaction.atomic
def note_uitkomst(*, zoekactie: Zoekactie, uitkomst: str, on: date) -> None:
    """What they answered. Raises AlBekend when that is known."""
    # The condition is the lock: of two at the same time one finds no row.
    geraakt = Zoekactie.objects.filter(pk=zoekactie.pk, uitkomst="").update(
        uitkomst=uitkomst, uitkomst_op=on
    )
    if not geraakt:
        raise AlBekend
