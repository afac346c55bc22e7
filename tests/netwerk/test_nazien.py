"""What the review of accounts shows of somebody's work."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.netwerk.models import Functie, Medewerker, Organisatie
from paraplu.netwerk.nazien import functies_of
from paraplu.web.models import Gebruiker

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 22)


def make_functie(naam: str, *, tot: date | None = None) -> Gebruiker:
    gebruiker = Gebruiker.objects.create_user(
        naam, naam=naam, soort="jeugdbeschermer", organisatie_soort="gi",
        organisatie_code="99900001", organisatie_naam="De Eik",
    )  # fmt: skip
    gi, _nieuw = Organisatie.objects.get_or_create(
        sleutel="GI-X", defaults={"soort": "gi", "naam": "De Eik", "vanaf": date(2020, 1, 1)}
    )
    medewerker = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=gi, naam=naam, vanaf=date(2020, 1, 1)
    )
    Functie.objects.create(
        medewerker=medewerker,
        rol="jeugdbeschermer",
        organisatie=gi,
        vanaf=date(2020, 1, 1),
        tot=tot,
    )
    return gebruiker


def test_de_functies_van_vandaag_staan_per_account():
    nu, vroeger = make_functie("nu"), make_functie("vroeger", tot=date(2021, 1, 1))
    assert functies_of([nu.pk, vroeger.pk], DAG) == {nu.pk: ["Jeugdbeschermer, De Eik"]}


def test_naar_wie_niet_is_gevraagd_staat_er_niet_bij():
    make_functie("nu")
    assert functies_of([], DAG) == {}
