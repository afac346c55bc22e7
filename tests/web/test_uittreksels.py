"""Een tabel aanleveren: eerst het voorbeeld met de afbeelding, dan pas innemen."""

from __future__ import annotations

import os
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from paraplu.berichten.bestanden import Bestand, open_bestanden
from paraplu.dashboard import uittreksels
from paraplu.dashboard.models import Inzending
from paraplu.dashboard.tasks import ruim_uittreksels_op
from paraplu.web.models import Gebruiker
from tests.berichten.uittreksel import tabellen as t

NIEUW = "/leveringen/nieuw/"
GOED = t.tabel("starts", t.RIJEN["starts"], t.met("starts", Begindatum="31-02-2023")).encode()


@pytest.fixture
def client(als, nep):
    return als("backoffice")


def lever(client, naam: str = "starts.csv", inhoud: bytes = GOED, *meer):
    bestanden = [SimpleUploadedFile(naam, inhoud), *meer]
    return client.post(NIEUW, {"bestanden": bestanden, "dag": localdate()})


def afbeelding_in(antwoord) -> str:
    tekst = re.search(r"<textarea[^>]*>(.*?)</textarea>", antwoord.content.decode(), re.DOTALL)
    return tekst[1].replace("&quot;", '"').strip()


def test_een_tabel_krijgt_eerst_een_voorbeeld_en_wordt_nog_niet_ingenomen(client, eigen_var):
    antwoord = lever(client)
    voorbeeld = client.get(antwoord["Location"])
    tekst = voorbeeld.content.decode()

    assert not Inzending.objects.exists()
    assert "Eén rij is goed." in tekst
    assert "Eén rij heeft een fout" in tekst
    assert "kolom I (begindatum)" in tekst
    assert t.BSN not in tekst
    assert 'begindatum = "Begindatum"' in afbeelding_in(voorbeeld)


def test_van_een_tabel_zonder_verplichte_kolom_tellen_wij_geen_goede_of_foute_rijen(
    client, eigen_var
):
    kaal = b"BSN;Gemeente\n;0202\n"
    tekst = client.get(lever(client, "kaal.csv", kaal)["Location"]).content.decode()
    assert "Zo kan Paraplu nog geen enkele rij inlezen." in tekst
    assert "rijen zijn goed" not in tekst
    assert "Wat er beter moet" in tekst


def test_met_de_afbeelding_worden_de_goede_rijen_ingenomen(client, eigen_var):
    plaats = lever(client)["Location"]
    afbeelding = afbeelding_in(client.get(plaats))
    antwoord = client.post(plaats, {"afbeelding": afbeelding, "doe": "neem_in"})

    inzending = Inzending.objects.get()
    assert antwoord["Location"] == f"/leveringen/onderweg/{inzending.pk}/"
    [wachtend] = eigen_var.glob("wachtkamer/*/00000")
    assert len([s for s in open_bestanden(wachtend) if isinstance(s, Bestand)]) == 1
    assert list(eigen_var.glob("klaargezet/*")) == []
    assert client.get(plaats).status_code == 404


def test_een_andere_afbeelding_geeft_een_ander_voorbeeld(client, eigen_var):
    plaats = lever(client)["Location"]
    tekst = client.get(plaats, {"afbeelding": "stops"}).content.decode()

    assert "De kolom voor einddatum staat niet in dit blad." in tekst


def test_een_verkeerde_afbeelding_wordt_bij_het_veld_gezegd(client, eigen_var):
    plaats = lever(client)["Location"]
    antwoord = client.post(plaats, {"afbeelding": "tabel = ", "doe": "neem_in"})

    assert antwoord.status_code == 422
    assert "geen goede TOML" in antwoord.content.decode()
    assert not Inzending.objects.exists()


def test_zonder_goede_rij_is_er_niets_in_te_nemen(client, eigen_var):
    plaats = lever(client, inhoud=t.tabel("starts", t.met("starts", BSN="1")).encode())["Location"]
    voorbeeld = client.get(plaats)
    antwoord = client.post(plaats, {"afbeelding": afbeelding_in(voorbeeld), "doe": "neem_in"})

    assert "neem_in" not in voorbeeld.content.decode()
    assert antwoord.status_code == 200
    assert not Inzending.objects.exists()


def test_wat_geen_blad_is_wordt_gezegd(client, eigen_var):
    antwoord = client.get(lever(client, "lijst.xlsx", b"PK\x03\x04rommel")["Location"])

    assert antwoord.status_code == 422
    assert "beschadigd of beveiligd" in antwoord.content.decode()


def test_een_tabel_gaat_alleen_en_niet_te_groot(client, eigen_var, monkeypatch):
    samen = lever(client, "a.csv", GOED, SimpleUploadedFile("b.xml", b"<a/>"))
    monkeypatch.setattr(uittreksels, "HOOGSTENS", 10)
    groot = lever(client)

    assert (samen.status_code, groot.status_code) == (422, 422)
    assert "zonder andere bestanden" in samen.content.decode()
    assert "groter dan 5 MB" in groot.content.decode()


def test_een_ander_ziet_de_tabel_niet(client, eigen_var, nep):
    plaats = lever(client)["Location"]
    ander = Gebruiker.objects.create_user(
        "ander", soort="backoffice", organisatie_soort="gemeente", organisatie_code="0202"
    )
    client.force_login(ander)

    assert client.get(plaats).status_code == 404
    assert client.post(plaats, {"doe": "neem_in"}).status_code == 404


def test_wie_niet_terugkomt_laat_niets_achter(client, eigen_var):
    lever(client)
    [oud] = eigen_var.glob("klaargezet/*")
    os.utime(oud, (0, 0))
    lever(client)
    [nieuw] = eigen_var.glob("klaargezet/*")
    ruim_uittreksels_op(0)
    assert nieuw.exists()
    os.utime(nieuw, (0, 0))
    ruim_uittreksels_op(0)

    assert not oud.exists()
    assert not nieuw.exists()


def test_de_map_van_een_tabel_is_voor_ons_alleen(client, eigen_var):
    lever(client)

    assert oct(next(eigen_var.glob("klaargezet/*")).stat().st_mode)[-3:] == "700"
