"""The exceptional cases that a GI registered, for the figure of RA9 (R185)."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from paraplu.web.wand.verzoek import beyond_wall

from ..models import Uitzondering

#: Pseudonym and first day of the OTS.
Zaak = tuple[str, date]


def read_zaken(gi: str, *, op: date) -> frozenset[Zaak]:
    """The cases that this GI leaves out, as known on a day; "" for those of all GI's."""
    rijen = Uitzondering.objects.filter(op__lte=op).filter(
        Q(vervallen_op=None) | Q(vervallen_op__gt=op)
    )
    with beyond_wall():
        gekozen = rijen.filter(gi=gi) if gi else rijen
        return frozenset(gekozen.values_list("kind", "begindatum"))
