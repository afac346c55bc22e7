"""Before an OTS ends: whether the table discussed that, where it does so (R81, R274)."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.casussen.einde import Toets, register_toets
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Gezin, Maatregel
from paraplu.web.wand.verzoek import beyond_wall

from .actions.beginnen import does_toetsing
from .deelnemers import tafel_of
from .models import Besluit, Gesprek

#: Results of the review with which an OTS can end.
KAN: Final = frozenset({Besluit.Toets.EINDIGEN, Besluit.Toets.ONDER_VOORWAARDEN})


def register_all() -> None:
    """Let the end of a measure ask; the AppConfig calls this once."""
    register_toets(look_at_einde)


def look_at_einde(maatregel: Maatregel, on: date) -> Toets | None:
    """What the table said of the end of this OTS; None for another kind of measure.

    Only yes, no and a day come out: who ends the measure need not see the case of the table.
    """
    if maatregel.soort != Maatregel.Soort.OTS:
        return None
    with beyond_wall():
        besluit = (
            Besluit.objects.filter(
                zitting__casus__maatregel=maatregel,
                zitting__casus__tafelverzoek__soort=Gesprek.EINDE_OTS,
                op__lte=on,
            )
            .order_by("id")
            .last()
        )
    in_orde, zin = _judge(besluit, hoeft=_is_discussed(maatregel.persoon.gezin, on))
    return Toets(sleutel="tafel", naam=_("Gesprek aan de tafel"), in_orde=in_orde, zin=zin)


def _is_discussed(gezin: Gezin, on: date) -> bool:
    """Whether the table of this family discusses such an end; without a table nobody does."""
    try:
        return does_toetsing(tafel_of(gezin.gemeente, gezin.regio, on=on), on=on)
    except CasusFout:
        return False


def _judge(besluit: Besluit | None, *, hoeft: bool) -> tuple[bool, str]:
    if besluit is not None:
        zin = f"{besluit.get_toets_display()} ({date_format(besluit.op, 'j F Y')})."
        return besluit.toets in KAN, zin
    if hoeft:
        return False, _(
            "De tafel heeft het einde van deze ondertoezichtstelling nog niet besproken."
        )
    return True, _("In deze regio bespreekt de tafel het einde nu niet. De Raad toetst het wel.")
