"""The only writer of this room: make a proposal, share it, and write down what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from .fouten import VoorstelFout
from .models import Besluit, Voorstel

if TYPE_CHECKING:
    from paraplu.afspraken.tussentaal import Tussentaalregel

DOEL = "een andere regel vooraf bekijken"


@transaction.atomic
def make_voorstel(
    *,
    soort: str,
    onderwerp: str,
    waarde: str,
    titel: str,
    reden: str,
    by: Gebruiker,
    on: date,
    regels: Sequence[Tussentaalregel] = (),
    bestand: str = "",
) -> Voorstel:
    """Keep a proposal; the own organisation sees it until it is shared."""
    voorstel = Voorstel.objects.create(
        soort=soort,
        onderwerp=onderwerp,
        waarde=waarde,
        blad=[as_rij(regel) for regel in regels],
        bestand=bestand,
        titel=titel,
        reden=reden,
        gemaakt_op=on,
        door=by,
        organisatie_soort=by.organisatie_soort,
        organisatie_code=by.organisatie_code,
        organisatie_naam=by.organisatie_naam,
    )
    _trace("voorstel maken", voorstel, by)
    return voorstel


@transaction.atomic
def share_voorstel(*, voorstel: Voorstel, by: Gebruiker, on: date) -> None:
    """Show it to the other parties; shared again it keeps its first day."""
    if Voorstel.objects.filter(pk=voorstel.pk, gedeeld_op=None).update(gedeeld_op=on):
        _trace("voorstel delen", voorstel, by)


@transaction.atomic
def decide_voorstel(
    *,
    voorstel: Voorstel,
    besluit: Besluit,
    besloten_op: date,
    overleg: str,
    by: Gebruiker,
    on: date,
) -> None:
    """Write down that the meeting adopted or rejected it. Raises VoorstelFout.

    It changes no rule: a definition is adopted on its own page, a tussentaal by bringing the sheet.
    """
    if not voorstel.gemaakt_op <= besloten_op <= on:
        raise VoorstelFout(
            _("De dag van het besluit ligt niet vóór het voorstel en niet in de toekomst.")
        )
    # The condition is the lock: of two who decide at once the second finds nothing to decide.
    open_ = Voorstel.objects.filter(pk=voorstel.pk, besluit="", gedeeld_op__isnull=False)
    if not open_.update(
        besluit=besluit, besloten_op=besloten_op, overleg=overleg, besloten_door=by
    ):
        raise VoorstelFout(_("Over dit voorstel is al besloten, of het is nog niet gedeeld."))
    _trace(f"voorstel {besluit}", voorstel, by)


def _trace(handeling: str, voorstel: Voorstel, by: Gebruiker) -> None:
    write_spoor(gebruiker=by, handeling=handeling, voorwerp=str(voorstel), doel=DOEL)


def as_rij(regel: Tussentaalregel) -> dict[str, object]:
    """A rule as it is kept with a proposal."""
    velden = asdict(regel)
    return {**velden, "vanaf": regel.vanaf.isoformat(), "tot": regel.tot and regel.tot.isoformat()}
