"""Berichten controleren op een pagina: hetzelfde als op de opdrachtregel, en daarna is alles weg."""

from __future__ import annotations

import io
import json
import re
import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from paraplu.berichten.verslag import keuren
from paraplu.dashboard.views import controleren
from paraplu.web.models import Spoor
from tests.berichten.verslag.conftest import FOUT, GOED
from tests.inname.post import maak_zip

ADRES = "/controleren/"


def stuur(client, *bestanden: tuple[str, bytes], **velden):
    inhoud = [SimpleUploadedFile(naam, tekst) for naam, tekst in bestanden]
    return client.post(ADRES, {"bestanden": inhoud, **velden})


def lees(antwoord) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


@pytest.fixture
def client(als, nep, eigen_var):
    return als("backoffice")


@pytest.fixture
def schijf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder for temporary files, to see what is put there."""
    map_ = tmp_path / "tijdelijk"
    map_.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(map_))
    return map_


def test_het_verslag_zegt_per_bestand_het_oordeel_en_wat_te_doen(client):
    antwoord = stuur(client, ("goed.xml", GOED), ("post.zip", maak_zip({"fout.xml": FOUT})))
    tekst = lees(antwoord)
    assert antwoord.status_code == 200
    assert "Van 2 bestanden: 1 met opmerkingen" in tekst
    assert "post.zip/fout.xml met opmerkingen JW301, iJW 2.3" in tekst
    assert "code staat niet in de codelijst" in tekst
    assert "Gebruik een van deze codes" in tekst
    assert "Deze regel wordt geweigerd" in tekst
    assert "Eén bestand waarin niets fout is" in tekst


def test_een_goed_bericht_krijgt_een_kort_antwoord(client):
    tekst = lees(stuur(client, ("goed.xml", GOED)))
    assert "Er is niets fout gevonden" in tekst
    assert "Per regel" not in tekst


def test_een_bestand_dat_geen_bericht_is_wordt_geweigerd_met_een_reden(client):
    tekst = lees(stuur(client, ("brief.pdf", b"%PDF-1.7")))
    assert "Dit bestand wordt geweigerd" in tekst
    assert "begint niet met XML" in tekst


@pytest.mark.parametrize("grootte", [10, 3_000_000])
def test_er_komt_niets_op_schijf(grootte, client, schijf, eigen_var, monkeypatch):
    gezien = []

    def kijk(inhoud, **_):
        gezien.append([*schijf.iterdir(), *eigen_var.glob("wachtkamer/*")])
        return ()

    monkeypatch.setattr(keuren, "controleer", kijk)
    stuur(client, ("groot.xml", b"<a>" + b"x" * grootte))
    assert gezien == [[]]
    assert list(schijf.iterdir()) == []


def test_ook_als_het_misgaat_blijft_er_niets_liggen(client, schijf, monkeypatch, caplog):
    def stuk(*args, **kwargs):
        raise RuntimeError("999900006")

    monkeypatch.setattr(controleren, "verzamel", stuk)
    client.raise_request_exception = False
    antwoord = stuur(client, ("groot.xml", b"<a>" + b"x" * 3_000_000))
    assert antwoord.status_code == 500
    assert "999900006" not in antwoord.content.decode()
    assert list(schijf.iterdir()) == []


def test_het_spoor_zegt_dat_iemand_controleerde_en_niet_wat(client):
    stuur(client, ("999900006 Jansen.xml", GOED), ("b.xml", GOED))
    spoor = Spoor.objects.get(handeling="berichten controleren")
    assert spoor.voorwerp == "2 bestanden"
    assert "999900006" not in " ".join(map(str, Spoor.objects.values_list().get(pk=spoor.pk)))


def test_het_verslag_als_json_is_dat_van_de_opdrachtregel(client):
    antwoord = stuur(client, ("fout.xml", FOUT), als="json")
    assert antwoord["Content-Disposition"] == 'attachment; filename="paraplu-controle.json"'
    assert antwoord["Content-Type"] == "application/json"
    document = json.loads(antwoord.content)
    [bestand] = document["bestanden"]
    assert (bestand["bestand"], bestand["oordeel"]) == ("fout.xml", "met opmerkingen")
    assert document["volledig"] is True


def test_het_verslag_als_pagina_is_een_bestand_op_zichzelf(client):
    antwoord = stuur(client, ("fout.xml", FOUT), als="html")
    assert "attachment" in antwoord["Content-Disposition"]
    tekst = antwoord.content.decode()
    assert "<style>" in tekst
    assert "statisch" not in tekst
    assert "csrf" not in tekst


def test_meer_dan_mag_wordt_geweigerd_met_de_grens_erbij(client, monkeypatch):
    monkeypatch.setattr(controleren, "HOOGSTENS", 1000)
    antwoord = stuur(client, ("groot.xml", b"x" * 2000))
    assert antwoord.status_code == 413
    assert "samen meer dan 25 MB" in lees(antwoord)
    assert not Spoor.objects.filter(handeling="berichten controleren").exists()


def test_honderd_losse_bestanden_is_genoeg(client):
    antwoord = stuur(client, *((f"{n}.xml", b"<a/>") for n in range(101)))
    assert antwoord.status_code == 413
    assert "Doe ze samen in een zip" in lees(antwoord)


def test_een_zip_die_te_ver_zwelt_gaat_niet_open(client):
    bom = maak_zip({"a.xml": b"<a>" + b" " * (60 * 2**20)})
    assert "veel groter dan een zip met berichten kan zijn" in lees(stuur(client, ("bom.zip", bom)))


def test_als_de_tijd_om_is_zegt_het_verslag_dat(client, monkeypatch):
    monkeypatch.setattr(controleren, "SECONDEN", -1)
    antwoord = stuur(client, ("a.xml", GOED))
    assert "Het was te veel voor één keer" in lees(antwoord)
    assert json.loads(stuur(client, ("a.xml", GOED), als="json").content)["volledig"] is False


def test_zonder_bestand_staat_de_fout_bij_het_veld(client):
    antwoord = client.post(ADRES, {})
    assert antwoord.status_code == 422
    assert "Kies ten minste één bestand." in lees(antwoord)
    leeg = client.post(ADRES, {"bestanden": io.BytesIO(b"")})
    assert "Dit bestand is leeg." in lees(leeg)


def test_van_meer_bestanden_zegt_de_fout_welk_bestand_leeg_is(client):
    antwoord = stuur(client, ("goed.xml", GOED), ("niets.xml", b""), ("ook.xml", b""))
    assert antwoord.status_code == 422
    assert "Deze bestanden zijn leeg: niets.xml, ook.xml." in lees(antwoord)


def test_een_bericht_in_een_envelop_heet_geen_onbekend_bericht(client):
    kern = GOED[GOED.index(b"?>") + 2 :] if GOED.startswith(b"<?xml") else GOED
    soap = b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>%s</s:Body></s:Envelope>'
    post = ("post.xml", soap % kern)
    for antwoord in (stuur(client, post), stuur(client, post, als="html")):
        assert "post.xml met opmerkingen uit een envelop" in lees(antwoord)
        assert "geen bekend bericht" not in lees(antwoord)


def test_een_onbekende_vorm_is_geen_vorm(client):
    assert stuur(client, ("a.xml", GOED), als="exe").status_code == 422


def test_de_grenzen_staan_op_de_pagina(client):
    tekst = lees(client.get(ADRES))
    assert "tot 25 MB tegelijk" in tekst
    assert "200 MB uitgepakt" in tekst
    assert "Na 20 seconden" in tekst


def test_zonder_kenmerk_van_het_formulier_wordt_er_niets_gecontroleerd(accounts, nep, eigen_var):
    client = Client(enforce_csrf_checks=True)
    client.force_login(accounts["backoffice"])
    assert stuur(client, ("a.xml", GOED)).status_code == 403
    kenmerk = re.search(
        r'csrfmiddlewaretoken" value="([^"]+)"', client.get(ADRES).content.decode()
    )[1]
    assert stuur(client, ("a.xml", GOED), csrfmiddlewaretoken=kenmerk).status_code == 200


def test_een_naam_met_opmaak_blijft_tekst(client):
    ruw = stuur(client, ("<b>x.xml", b"<a/>")).content.decode()
    assert "<b>x.xml" not in ruw
    assert "&lt;b&gt;x.xml" in ruw


def test_leveringen_wijst_de_weg(client):
    assert f'href="{ADRES}"' in client.get("/leveringen/").content.decode()


@pytest.mark.parametrize("soort", ["wethouder", "beheerder"])
def test_wie_niet_levert_controleert_niet(soort, als, nep):
    assert stuur(als(soort), ("a.xml", GOED)).status_code == 403
    assert f'href="{ADRES}"' not in als(soort).get("/uitleg/").content.decode()
