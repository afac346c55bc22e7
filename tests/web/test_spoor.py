"""The trace: written with what it describes, and never changed."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from paraplu.web.actions import write_spoor
from paraplu.web.models import Spoor


@pytest.fixture
def spoor(accounts) -> Spoor:
    return write_spoor(gebruiker=accounts["gi"], handeling="lijst", voorwerp="V2a", doel="controle")


def test_een_regel_van_het_spoor_kan_niemand_wijzigen(spoor):
    with pytest.raises(DatabaseError, match="kan niet worden gewijzigd"), transaction.atomic():
        Spoor.objects.update(doel="anders")
    assert Spoor.objects.get().doel == "controle"


def test_een_regel_van_het_spoor_kan_niemand_wissen(spoor):
    with pytest.raises(DatabaseError, match="kan niet worden gewijzigd"), transaction.atomic():
        Spoor.objects.all().delete()
    assert Spoor.objects.count() == 1


def test_het_spoor_zegt_als_wie_iemand_keek(spoor, accounts):
    accounts["gi"].organisatie_naam = "Een andere GI"
    accounts["gi"].save()
    assert Spoor.objects.get().als == "Gecertificeerde instelling, Jeugdbescherming Gelderland"


def test_uw_account_toont_uw_eigen_spoor_en_niet_dat_van_een_ander(als, nep, spoor):
    assert "V2a" in als("gi").get("/account/").content.decode()
    assert "V2a" not in als("wethouder").get("/account/").content.decode()


def test_mislukt_wat_het_beschrijft_dan_is_het_spoor_er_ook_niet(als, nep, monkeypatch):
    monkeypatch.setattr(type(nep), "leveringen", lambda self, organisatie=None: 1 / 0)
    client = als("gi")
    client.raise_request_exception = False
    assert client.get("/leveringen/").status_code == 500
    assert not Spoor.objects.filter(handeling="leveringen bekijken").exists()
