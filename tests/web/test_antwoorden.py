"""De antwoorden op een levering, op de pagina: alleen voor wie de berichten kreeg."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from paraplu.berichten import lees, schrijf
from paraplu.dashboard import queries
from paraplu.inname.actions import neem_in
from paraplu.web.models import Spoor
from tests.berichten.regels.voorbeeld import AANBIEDER, GEMEENTE, startbericht, toewijzingsbericht
from tests.inname.post import schrijf_map

OP = date(2024, 3, 6)


@pytest.fixture
def levering(eigen_var, tmp_path):
    """A 301 to a provider and a 305 on it to the gemeente, in one delivery."""
    berichten = {"301.xml": toewijzingsbericht(), "305.xml": startbericht()}
    post = schrijf_map(
        tmp_path / "post", {naam: schrijf(bericht) for naam, bericht in berichten.items()}
    )
    return neem_in([post], op=OP, brenger="proef").levering


@pytest.fixture
def als_van(als, accounts):
    """Somebody of this kind, of the organisation with this code."""

    def log_in(soort: str, code: str):
        accounts[soort].organisatie_code = code
        accounts[soort].save()
        return als(soort)

    return log_in


@pytest.fixture
def client(als_van):
    """A backoffice of the gemeente that the 305 went to."""
    return als_van("backoffice", GEMEENTE)


def test_de_pagina_biedt_de_antwoorden_aan(client, levering):
    tekst = client.get(f"/leveringen/{levering}/").content.decode()

    assert "Eén bericht in deze levering vraagt een antwoord van uw organisatie" in tekst
    assert f"/leveringen/{levering}/antwoorden.zip" in tekst


def test_de_zip_heeft_de_antwoorden_en_een_overzicht(client, levering):
    antwoord = client.get(f"/leveringen/{levering}/antwoorden.zip")

    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as zip_:
        (retour,) = [naam for naam in zip_.namelist() if naam.endswith(".xml")]
        assert lees(zip_.read(retour)).bericht.soort == "JW306"
        assert "goedgekeurd" in zip_.read("overzicht.csv").decode()
    assert Spoor.objects.filter(handeling="antwoorden maken", voorwerp=levering).count() == 1


def test_een_aanbieder_krijgt_alleen_zijn_eigen_antwoorden(als_van, levering):
    client = als_van("aanbieder", AANBIEDER)
    antwoord = client.get(f"/leveringen/{levering}/antwoorden.zip")

    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as zip_:
        assert [naam[:5] for naam in zip_.namelist()] == ["JW302", "overz"]


def test_wie_niets_kreeg_krijgt_geen_antwoorden(als_van, levering):
    client = als_van("aanbieder", "98000099")

    assert client.get(f"/leveringen/{levering}/antwoorden.zip").status_code == 404


def test_de_contractmanager_maakt_geen_antwoorden(als, levering):
    client = als("contractmanager")

    assert client.get(f"/leveringen/{levering}/antwoorden.zip").status_code == 403
    assert "antwoorden.zip" not in client.get(f"/leveringen/{levering}/").content.decode()


def test_te_veel_berichten_gaan_met_de_opdracht(client, levering, monkeypatch):
    monkeypatch.setattr(queries, "ANTWOORDEN_HOOGSTENS", 0)

    assert "bin/paraplu antwoorden" in client.get(f"/leveringen/{levering}/").content.decode()
    assert client.get(f"/leveringen/{levering}/antwoorden.zip").status_code == 404
