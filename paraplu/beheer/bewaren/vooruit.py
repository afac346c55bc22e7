"""What may disappear on a day, on what ground; and what is held back, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from paraplu.casussen.models import Casus, Gezin, Maatregel
from paraplu.web import gegevens

from ..models import Aanhouding
from .dossier import Dossier, find_dossier
from .regels import Bewaarregel, Termijn, regels


@dataclass(frozen=True, kw_only=True)
class Regelstand:
    """One line of the outlook: a dossier by its number, or the rows of a table by their age."""

    regel: Bewaarregel
    termijn: Termijn
    nummer: str
    #: Last change of the dossier; for rows the last day that goes.
    tot: date
    casussen: tuple[str, ...]
    rijen: int
    #: Empty, or why it stays for now.
    aangehouden: str = ""


def look_ahead(op: date) -> list[Regelstand]:
    """Everything that is past its term on the day `op`; holds are in it, with their ground."""
    gevonden: list[Regelstand] = []
    for regel in regels():
        termijn = regel.on(op)
        if termijn is None or not (termijn.jaren or termijn.dagen):
            continue
        if regel.soort == "dossier":
            gevonden += _dossiers(regel, termijn, op)
        else:
            gevonden += _by_age(regel, termijn, op)
    return gevonden


def due_dossier(gezin: int, termijn: Termijn, op: date) -> Dossier | None:
    """The dossier when it is past its term on `op`, complete and closed; else None."""
    if not _closed(op).filter(pk=gezin).exists():
        return None
    dossier = find_dossier(gezin)
    return dossier if dossier.laatste <= termijn.grens(op) else None


def held(op: date) -> dict[str, str]:
    """Number of the family to the ground on which it is held on this day."""
    return {
        aanhouding.gezin: aanhouding.grond
        for aanhouding in Aanhouding.objects.filter(Q(tot=None) | Q(tot__gt=op))
    }


def count_rows(regel: Bewaarregel, tot: date) -> int:
    """How many rows of the table of this rule are of that day or before."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {regel.tabel} WHERE {regel.kolom}::date <= %s",  # noqa: S608 - our own words
            [tot],
        )
        return int(cursor.fetchone()[0])


def _dossiers(regel: Bewaarregel, termijn: Termijn, op: date) -> list[Regelstand]:
    aangehouden, gevonden = held(op), []
    for gezin in _candidates(termijn, op):
        dossier = due_dossier(gezin.pk, termijn, op)
        if dossier:
            gevonden.append(
                Regelstand(
                    regel=regel,
                    termijn=termijn,
                    nummer=gezin.nummer,
                    tot=dossier.laatste,
                    casussen=tuple(f"C{pk}" for pk in dossier.rijen.get("casussen_casus", ())),
                    rijen=sum(dossier.aantallen.values()),
                    aangehouden=aangehouden.get(gezin.nummer, ""),
                )
            )
    return gevonden


def _candidates(termijn: Termijn, op: date) -> QuerySet[Gezin]:
    """Closed families of which no case was closed after the bound; the exact day is looked at later."""
    later = Casus.objects.filter(gezin=OuterRef("pk"), afgesloten_op__gt=termijn.grens(op))
    gesloten = _closed(op).filter(~Exists(later), aangemaakt_op__lte=termijn.grens(op))
    return gesloten.order_by("pk")


def _closed(op: date) -> QuerySet[Gezin]:
    """Families without an open case and without a measure that still runs on `op`."""
    open_casus = Casus.objects.filter(gezin=OuterRef("pk"), afgesloten_op=None)
    loopt = Maatregel.objects.filter(persoon__gezin=OuterRef("pk")).filter(
        Q(tot=None) | Q(tot__gt=op)
    )
    return Gezin.objects.filter(~Exists(open_casus), ~Exists(loopt))


def _by_age(regel: Bewaarregel, termijn: Termijn, op: date) -> list[Regelstand]:
    tot = termijn.grens(op)
    if regel.soort == "leveringen":
        leveringen = gegevens.open_monitor().leveringen()
        aantal = sum(1 for levering in leveringen if levering["dag"] <= tot)
    else:
        aantal = count_rows(regel, tot)
    if not aantal:
        return []
    return [Regelstand(regel=regel, termijn=termijn, nummer="", tot=tot, casussen=(), rijen=aantal)]
