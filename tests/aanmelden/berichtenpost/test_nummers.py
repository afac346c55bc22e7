"""Nummers worden één keer uitgegeven en lijken nooit op een BSN."""

from __future__ import annotations

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from paraplu.aanmelden.berichtenpost.nummers import (
    EERSTE_TOEWIJZING,
    ReeksVol,
    start_reeks,
    volgend_toewijzingnummer,
    volgende_identificatie,
)
from paraplu.aanmelden.models import Nummerreeks
from paraplu.berichten import elfproef

pytestmark = pytest.mark.django_db


def test_een_gemeente_geeft_elk_nummer_een_keer():
    nummers = [volgend_toewijzingnummer("0228") for _ in range(60)]

    assert len(set(nummers)) == 60
    assert nummers == sorted(nummers)
    assert nummers[0] >= EERSTE_TOEWIJZING
    assert not [nummer for nummer in nummers if elfproef(f"{nummer:09}")]


def test_gemeenten_hebben_elk_een_eigen_reeks():
    assert volgend_toewijzingnummer("0228") == volgend_toewijzingnummer("0202")


def test_wat_wordt_teruggedraaid_is_niet_uitgegeven():
    eerste = volgend_toewijzingnummer("0228")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        volgend_toewijzingnummer("0228")
        raise ZeroDivisionError
    tweede = volgend_toewijzingnummer("0228")

    assert Nummerreeks.objects.get(soort="toewijzing", eigenaar="0228").laatste == tweede
    assert tweede - eerste in (1, 2)


def test_een_gemeente_kiest_haar_eerste_nummer_voor_er_een_is_uitgegeven():
    start_reeks("0228", eerste=500_002)

    assert volgend_toewijzingnummer("0228") == 500_002
    with pytest.raises(IntegrityError):
        start_reeks("0228", eerste=1)


def test_een_volle_reeks_geeft_geen_nummer_dat_te_lang_is():
    start_reeks("0228", eerste=1_000_000_000)
    with pytest.raises(ReeksVol):
        volgend_toewijzingnummer("0228")


def test_een_identificatie_past_in_een_bericht_en_is_van_een_afzender():
    uitgegeven = [volgende_identificatie("90000101") for _ in range(3)]

    assert uitgegeven == ["PPL-00000001", "PPL-00000002", "PPL-00000003"]
    assert volgende_identificatie("0228") == "PPL-00000001"
    assert max(map(len, uitgegeven)) == 12


@pytest.mark.django_db(transaction=True)
def test_wie_tegelijk_een_nummer_vraagt_krijgt_een_ander():
    uit: list[int] = []

    def vraag() -> None:
        try:
            uit.extend(volgend_toewijzingnummer("0228") for _ in range(10))
        finally:
            connection.close()

    draden = [threading.Thread(target=vraag) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert len(uit) == len(set(uit)) == 40
