"""In which gemeenten a toekomsttuin runs: there the norm holds as long as it does (R54)."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from paraplu.toekomsttuin.models import Fase, Tuingemeente
from paraplu.web.wand.verzoek import beyond_wall


def read_tuingemeenten(jaar: int) -> frozenset[str]:
    """The gemeenten with a started garden on some day of the year."""
    eerste, laatste = date(jaar, 1, 1), date(jaar, 12, 31)
    loopt = Q(tot=None) | Q(tot__gte=eerste)
    tuin = Q(tuin__beeindigd_op=None) | Q(tuin__beeindigd_op__gte=eerste)
    gestart = Q(tuin__fasen__fase=Fase.GESTART, tuin__fasen__vanaf__lte=laatste)
    with beyond_wall():
        rijen = Tuingemeente.objects.filter(loopt, tuin, gestart, vanaf__lte=laatste)
        return frozenset(rijen.values_list("gemeente", flat=True))
