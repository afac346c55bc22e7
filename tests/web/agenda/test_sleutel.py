"""The private link to a calendar: shown once, kept as a hash, ended by its owner or by leaving."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from paraplu.web.agenda.actions import give_sleutel, withdraw_sleutel
from paraplu.web.agenda.queries import gebruiker_of_sleutel, sleutel_of
from paraplu.web.models import Agendasleutel, Spoor

DAG = date(2026, 4, 2)


@pytest.fixture
def eigenaar(accounts):
    return accounts["jeugdbeschermer"]


def geef(gebruiker) -> str:
    return give_sleutel(gebruiker=gebruiker, op=timezone.now())


def test_de_sleutel_opent_de_agenda_van_wie_hem_maakte(eigenaar, accounts):
    ander = geef(accounts["teamleider"])
    assert gebruiker_of_sleutel(geef(eigenaar), on=DAG) == eigenaar
    assert gebruiker_of_sleutel(ander, on=DAG) == accounts["teamleider"]


def test_de_sleutel_zelf_staat_nergens(eigenaar):
    token = geef(eigenaar)
    bewaard = [str(waarde) for rij in Agendasleutel.objects.values_list() for waarde in rij]
    assert len(token) >= 43
    assert not any(token in waarde for waarde in bewaard)
    assert not Spoor.objects.filter(voorwerp__contains=token).exists()


@pytest.mark.parametrize("mis", ["", "x", "a" * 43, "\x00", "é", "\ud800", "a" * 100_000])
def test_een_andere_sleutel_opent_niets(eigenaar, mis):
    geef(eigenaar)
    assert gebruiker_of_sleutel(mis, on=DAG) is None


def test_de_hash_zelf_is_geen_sleutel(eigenaar):
    geef(eigenaar)
    assert gebruiker_of_sleutel(Agendasleutel.objects.get().hash, on=DAG) is None


def test_een_nieuwe_sleutel_maakt_een_eind_aan_de_oude(eigenaar):
    oud, nieuw = geef(eigenaar), geef(eigenaar)
    assert gebruiker_of_sleutel(oud, on=DAG) is None
    assert gebruiker_of_sleutel(nieuw, on=DAG) == eigenaar


def test_wie_de_sleutel_intrekt_sluit_de_agenda(eigenaar):
    token = geef(eigenaar)
    assert withdraw_sleutel(gebruiker=eigenaar, op=timezone.now())
    assert gebruiker_of_sleutel(token, on=DAG) is None
    assert sleutel_of(eigenaar) is None
    assert not withdraw_sleutel(gebruiker=eigenaar, op=timezone.now())


def test_wie_weg_is_heeft_geen_agenda_meer(eigenaar):
    token = geef(eigenaar)
    eigenaar.einddatum = DAG
    eigenaar.save()
    assert gebruiker_of_sleutel(token, on=DAG) == eigenaar
    assert gebruiker_of_sleutel(token, on=DAG + timedelta(days=1)) is None


def test_twee_geldige_sleutels_kan_de_database_niet_bewaren(eigenaar):
    geef(eigenaar)
    with pytest.raises(IntegrityError, match="hoogstens_een"):
        Agendasleutel.objects.create(gebruiker=eigenaar, hash="een andere")


def test_maken_en_intrekken_staan_in_het_spoor(eigenaar):
    geef(eigenaar)
    withdraw_sleutel(gebruiker=eigenaar, op=timezone.now())
    handelingen = set(Spoor.objects.values_list("handeling", flat=True))
    assert {"agendalink maken", "agendalink intrekken"} <= handelingen
