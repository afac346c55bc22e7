"""Offers for the tests, each with one line; everything in it is invented."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from paraplu.netwerk.models import (
    Beschikbaarheid,
    GemetenWachttijd,
    Inkoop,
    Organisatie,
    Soort,
    Voorziening,
)
from paraplu.web.models import Gebruiker

OP = date(2026, 11, 1)
LANG_GELEDEN = date(2020, 1, 1)
_nummers = count(1)


def maak_aanbieder(
    naam: str = "Den jeugdhulp", *, code: str = "90000101", **meer: Any
) -> Organisatie:
    aanbieder, _nieuw = Organisatie.objects.get_or_create(
        sleutel=meer.pop("sleutel", f"ZA-{code}"),
        defaults={
            "soort": Soort.AANBIEDER,
            "naam": naam,
            "code": code,
            "vanaf": LANG_GELEDEN,
            **meer,
        },
    )
    return aanbieder


def maak_gebruiker(naam: str = "proef") -> Gebruiker:
    gebruiker, _nieuw = Gebruiker.objects.get_or_create(
        gebruikersnaam=naam,
        defaults={
            "soort": "aanbieder",
            "organisatie_soort": "aanbieder",
            "organisatie_code": "90000101",
        },
    )
    return gebruiker


def maak_voorziening(naam: str = "Thuis sterk", **velden: Any) -> Voorziening:
    standaard = {
        "kenmerk": f"K{next(_nummers)}",
        "naam": naam,
        "omschrijving": "Hulp thuis bij opvoeden.",
        "tussentaal": 1,
        "sectoren": ["jeugd_en_opvoed", "lvb"],
        "schaal": "regionaal",
        "aard": "individueel",
        "voor_wie": "kind",
        "leeftijd_vanaf": 4,
        "leeftijd_tot": 12,
        "werkgebied": ["FV"],
        "vanaf": LANG_GELEDEN,
    }
    aanbieder = velden.pop("aanbieder", None) or maak_aanbieder()
    return Voorziening.objects.create(aanbieder=aanbieder, **(standaard | velden))


def maak_inkoop(voorziening: Voorziening, **velden: Any) -> Inkoop:
    standaard = {"gecontracteerd": True, "vanaf": LANG_GELEDEN, "bron": "raamovereenkomst"}
    return Inkoop.objects.create(voorziening=voorziening, **(standaard | velden))


def maak_stand(voorziening: Voorziening, *, op: date = OP, **velden: Any) -> Beschikbaarheid:
    standaard = {"vrij": "ja", "regio": "", "opgegeven_op": op, "door": maak_gebruiker()}
    return Beschikbaarheid.objects.create(voorziening=voorziening, **(standaard | velden))


def maak_meting(aanbieder: Organisatie, **velden: Any) -> GemetenWachttijd:
    standaard = {
        "tussentaal": 1,
        "van": date(2025, 10, 1),
        "tot": date(2026, 9, 30),
        "aantal": 18,
        "mediaan": 43,
        "p90": 90,
        "niet_gestart": 7,
        "gemeten_op": date(2026, 10, 1),
        "vrijgegeven_vanaf": date(2026, 10, 15),
    }
    return GemetenWachttijd.objects.create(aanbieder=aanbieder, **(standaard | velden))
