"""Plan a meeting, make its agenda from the figures, keep notes and minutes, and adopt them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..fouten import AlGepland, DubbelVastgelegd, OverlegFout, VerslagStaatVast
from ..models import Agendapunt, Deelnemer, Notitie, Overleg, Overlegsoort, Verslagversie
from ..partijen import list_genodigden, make_kring

DOEL = "sturen op de resultaatafspraken"


@transaction.atomic
def plan_overleg(
    *,
    soort: str,
    datum: date,
    jaar: int,
    bekend_op: date,
    by: Gebruiker,
    regio: str = "",
    plaats: str = "",
) -> Overleg:
    """A meeting with the parties that belong there; the figures are as known on `bekend_op`.

    Raises OverlegFout, also for a meeting that is there already.
    """
    if (soort == Overlegsoort.CONTRACT) != bool(regio):
        raise OverlegFout("Een contractgesprek hoort bij één regio; een ander overleg niet.")
    if Overleg.objects.filter(soort=soort, regio=regio, datum=datum).exists():
        raise AlGepland
    overleg = Overleg.objects.create(
        soort=soort,
        regio=regio,
        datum=datum,
        jaar=jaar,
        bekend_op=bekend_op,
        plaats=plaats,
        kring=make_kring(soort, regio),
        door=by,
    )
    Deelnemer.objects.bulk_create(
        Deelnemer(overleg=overleg, partij=partij.sleutel, naam=partij.naam)
        for partij in list_genodigden(soort, regio)
    )
    _trace(by, "overleg plannen", overleg)
    return overleg


@transaction.atomic
def note_aanwezig(*, overleg: Overleg, rijen: Iterable[Deelnemer], by: Gebruiker) -> None:
    """Who came, and in which role."""
    check_open(overleg)
    Deelnemer.objects.bulk_update(list(rijen), ["aanwezig", "rol"])
    _trace(by, "deelnemers noteren", overleg)


@dataclass(frozen=True, kw_only=True)
class Punt:
    """A point that the figures propose; `sleutel` keeps it the same when made again."""

    sleutel: str
    soort: str
    titel: str
    tekst: str
    afspraak: str = ""
    volgorde: int = 100


@transaction.atomic
def fill_agenda(*, overleg: Overleg, punten: Sequence[Punt], by: Gebruiker) -> int:
    """Put `punten` on the agenda; gives how many are new. What somebody edited stays as it is.

    A point that the figures do not propose any more leaves, unless a person touched it.
    """
    check_open(overleg)
    bestaand = {p.sleutel: p for p in overleg.agendapunten.select_for_update() if p.sleutel}
    nieuw = 0
    for punt in punten:
        velden = {
            "soort": punt.soort,
            "titel": punt.titel[:200],
            "tekst": punt.tekst[:4000],
            "afspraak": punt.afspraak,
            "volgorde": punt.volgorde,
        }
        oud = bestaand.pop(punt.sleutel, None)
        if oud is None:
            Agendapunt.objects.create(overleg=overleg, sleutel=punt.sleutel, **velden)
            nieuw += 1
        elif not oud.aangepast:
            Agendapunt.objects.filter(pk=oud.pk).update(**velden)
    weg = [p.pk for p in bestaand.values() if not p.aangepast]
    Agendapunt.objects.filter(pk__in=weg).delete()
    _trace(by, "agenda maken uit de cijfers", overleg)
    return nieuw


@transaction.atomic
def put_punt(*, overleg: Overleg, punt: Punt, by: Gebruiker) -> Agendapunt:
    """One point that follows from a decision, such as a second deviation at the G7."""
    check_open(overleg)
    _trace(by, "agendapunt toevoegen", overleg)
    gemaakt, _nieuw = Agendapunt.objects.get_or_create(
        overleg=overleg,
        sleutel=punt.sleutel,
        defaults={
            "soort": punt.soort,
            "titel": punt.titel[:200],
            "tekst": punt.tekst[:4000],
            "afspraak": punt.afspraak,
            "volgorde": punt.volgorde,
        },
    )
    return gemaakt


@transaction.atomic
def add_punt(
    *, overleg: Overleg, titel: str, tekst: str, volgorde: int, by: Gebruiker
) -> Agendapunt:
    """A point of one's own. Raises DubbelVastgelegd."""
    check_open(overleg)
    check_new(overleg.agendapunten.filter(titel=titel, tekst=tekst))
    _trace(by, "agendapunt toevoegen", overleg)
    return Agendapunt.objects.create(
        overleg=overleg, titel=titel, tekst=tekst, volgorde=volgorde, aangepast=True
    )


@transaction.atomic
def change_punt(
    *, punt: Agendapunt, titel: str, tekst: str, volgorde: int, vervallen: bool, by: Gebruiker
) -> Agendapunt:
    """Another text or place, or off the agenda; from now on the figures leave it alone."""
    check_open(punt.overleg)
    punt.titel, punt.tekst, punt.volgorde = titel, tekst, volgorde
    punt.vervallen, punt.aangepast = vervallen, True
    punt.save(update_fields=["titel", "tekst", "volgorde", "vervallen", "aangepast"])
    _trace(by, "agendapunt wijzigen", punt.overleg)
    return punt


@transaction.atomic
def note_afspraak(
    *, overleg: Overleg, afspraak: str, tekst: str, by: Gebruiker, now: datetime
) -> Notitie:
    """What was said of one agreement (R302). Raises DubbelVastgelegd."""
    check_open(overleg)
    check_new(overleg.notities.filter(afspraak=afspraak, tekst=tekst, door=by))
    _trace(by, f"notitie bij {afspraak}", overleg)
    return Notitie.objects.create(
        overleg=overleg, afspraak=afspraak, tekst=tekst, moment=now, door=by
    )


@transaction.atomic
def save_verslag(*, overleg: Overleg, tekst: str, by: Gebruiker, now: datetime) -> Verslagversie:
    """A new version of the minutes, as a concept; the versions before it stay.

    Raises DubbelVastgelegd for a text that the last version has already.
    """
    check_open(overleg)
    vorige = overleg.verslagen.first()
    if vorige is not None and vorige.tekst == tekst:
        raise DubbelVastgelegd
    laatste = overleg.verslagen.aggregate(n=Max("nummer"))["n"] or 0
    _trace(by, "verslag bewaren", overleg)
    return Verslagversie.objects.create(
        overleg=overleg, nummer=laatste + 1, tekst=tekst, moment=now, door=by
    )


@transaction.atomic
def adopt_verslag(*, overleg: Overleg, nummer: int, by: Gebruiker, on: date) -> None:
    """Adopt the version that the user saw: from now on nothing of this meeting changes.

    Raises VerslagStaatVast, and OverlegFout when a newer version is there or it is too early.
    """
    check_open(overleg)
    if overleg.datum > on:
        raise OverlegFout("Het overleg is nog niet geweest. Stel het verslag daarna vast.")
    if overleg.verslagen.filter(nummer__gt=nummer).exists():
        raise OverlegFout("Er is een nieuwere versie van het verslag. Lees die eerst.")
    gelukt = overleg.verslagen.filter(nummer=nummer, vastgesteld_op=None).update(
        vastgesteld_op=on, vastgesteld_door=by
    )
    if not gelukt:
        raise OverlegFout("Er is nog geen verslag. Schrijf het eerst.")
    _trace(by, "verslag vaststellen", overleg)


def check_open(overleg: Overleg) -> None:
    """Hold the meeting until this is done; VerslagStaatVast when its minutes were adopted."""
    Overleg.objects.select_for_update().get(pk=overleg.pk)
    if overleg.verslagen.filter(vastgesteld_op__isnull=False).exists():
        raise VerslagStaatVast


def check_new(zelfde: QuerySet[Any]) -> None:
    """Raises DubbelVastgelegd when the same is there already: a form is easily sent twice."""
    if zelfde.exists():
        raise DubbelVastgelegd


def _trace(by: Gebruiker, handeling: str, overleg: Overleg) -> None:
    write_spoor(gebruiker=by, handeling=handeling[:40], voorwerp=overleg.nummer, doel=DOEL)
