"""The only reader of this room's own tables, and of deliveries: what may this user see of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from paraplu.web import gegevens
from paraplu.web.models import Gebruiker, Soort

from .models import Inzending, Toestand

#: Findings shown on one page; all of them are in the CSV.
BEVINDINGEN_HOOGSTENS = 200


def inzendingen_of(gebruiker: Gebruiker) -> QuerySet[Inzending]:
    """Uploads of the user's organisation; the technical administrator sees all."""
    alle = Inzending.objects.select_related("gebruiker")
    if gebruiker.soort == Soort.BEHEERDER:
        return alle
    return alle.filter(
        gebruiker__organisatie_soort=gebruiker.organisatie_soort,
        gebruiker__organisatie_code=gebruiker.organisatie_code,
    )


def inzendingen_onderweg(gebruiker: Gebruiker) -> QuerySet[Inzending]:
    """Uploads that are not in the list of deliveries: waiting, busy or failed."""
    return inzendingen_of(gebruiker).exclude(toestand=Toestand.KLAAR)[:20]


def leveringen_for(gebruiker: Gebruiker) -> list[dict[str, Any]]:
    """Deliveries with a message the organisation sent or received, or that it brought itself."""
    monitor = gegevens.open_monitor()
    if gebruiker.soort == Soort.BEHEERDER:
        return monitor.leveringen()
    per_nummer: dict[str, dict[str, Any]] = {}
    for code in gebruiker.codes:
        per_nummer |= {rij["levering"]: rij for rij in monitor.leveringen(organisatie=code)}
    eigen = set(_brought_by(gebruiker)) - per_nummer.keys()
    if eigen:
        per_nummer |= {r["levering"]: r for r in monitor.leveringen() if r["levering"] in eigen}
    return sorted(per_nummer.values(), key=lambda r: (r["dag"], r["levering"]), reverse=True)


def _brought_by(gebruiker: Gebruiker) -> list[str]:
    eigen = inzendingen_of(gebruiker).filter(toestand=Toestand.KLAAR)
    return list(eigen.values_list("levering", flat=True))


def partijen_of(levering: str, gebruiker: Gebruiker) -> set[str]:
    """Which codes of the user's organisation have a part in this delivery."""
    if levering in _brought_by(gebruiker):
        return set(gebruiker.codes)
    monitor = gegevens.open_monitor()
    return {
        code
        for code in gebruiker.codes
        if any(rij["levering"] == levering for rij in monitor.leveringen(organisatie=code))
    }


@dataclass(frozen=True)
class Bevindingsoort:
    """One kind of finding, from one sender, with how often it occurs."""

    code: str
    soort: str
    afzender: str
    tekst: str
    remedie: str
    geweigerd: bool
    aantal: int


def bevindingen_for(levering: str, gebruiker: Gebruiker) -> list[dict[str, Any]]:
    """The findings in messages the organisation sent or received; of who brought it, all."""
    monitor = gegevens.open_monitor()
    if levering in _brought_by(gebruiker):
        return monitor.bevindingen(levering, hoogstens=None)
    gezien: dict[tuple[Any, ...], dict[str, Any]] = {}
    for code in gebruiker.codes:
        for rij in monitor.bevindingen(levering, organisatie=code, hoogstens=None):
            gezien[tuple(rij.values())] = rij
    return list(gezien.values())


def count_soorten(bevindingen: list[Mapping[str, Any]]) -> list[Bevindingsoort]:
    """Findings per kind and sender, what refused something first, then the most frequent."""
    velden = ("code", "soort", "afzender", "tekst", "remedie", "geweigerd")
    telling = Counter(tuple(rij[veld] or "" for veld in velden) for rij in bevindingen)
    soorten = [
        Bevindingsoort(*sleutel[:5], bool(sleutel[5]), aantal) for sleutel, aantal in telling.items()
    ]
    return sorted(soorten, key=lambda s: (not s.geweigerd, -s.aantal, s.code, s.afzender))


def filter_bevindingen(
    bevindingen: list[dict[str, Any]], *, code: str = "", afzender: str = ""
) -> list[dict[str, Any]]:
    """The findings of one kind or of one sender."""
    return [
        rij
        for rij in bevindingen
        if (not code or rij["code"] == code) and (not afzender or rij["afzender"] == afzender)
    ]
