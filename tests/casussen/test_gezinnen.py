"""Families: who sees them, what is asked of a person, and two people at once."""

from __future__ import annotations

import pytest

from paraplu.casussen import actions
from paraplu.casussen.models import Gezin, Persoon
from tests.casussen.bouwen import BEGIN

pytestmark = pytest.mark.django_db
BSN = "999900006"
KIND = {
    "rol": "kind",
    "voornamen": "Sem",
    "achternaam": "Testkind",
    "geboortedatum": "2015-05-05",
    "geslacht": "1",
}


@pytest.fixture(autouse=True)
def eigen_sleutel(tmp_path, monkeypatch):
    """A key of its own, so that these tests leave nothing in `var`."""
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))


def test_een_nieuw_gezin_krijgt_een_kind_met_een_versleuteld_bsn(wereld, als_rol):
    client = als_rol("jeugdbeschermer")
    antwoord = client.post("/werk/gezinnen/nieuw/", {"gemeente": "0228"})
    gezin = Gezin.objects.latest("pk")
    assert antwoord["Location"] == f"/werk/gezin/{gezin.pk}/persoon/"
    client.post(f"/werk/gezin/{gezin.pk}/persoon/", {**KIND, "bsn": BSN})
    kind = gezin.personen.get()
    assert actions.read_bsn(kind) == BSN
    assert BSN.encode() not in bytes(kind.bsn_versleuteld)
    assert "Sem Testkind" in client.get(f"/werk/gezin/{gezin.pk}/").content.decode()


def test_een_onjuist_bsn_wordt_geweigerd_en_niet_herhaald_in_de_fout(wereld, als_rol):
    gezin, _kind = wereld.gezin()
    wereld.casus()
    actions.set_regisseur(gezin=gezin, medewerker=wereld.wie["jeugdbeschermer"], on=BEGIN)
    antwoord = als_rol("jeugdbeschermer").post(
        f"/werk/gezin/{gezin.pk}/persoon/", {**KIND, "bsn": "123456789"}
    )
    assert antwoord.status_code == 422
    assert "geen geldig burgerservicenummer" in antwoord.content.decode()


def test_een_bekend_bsn_meldt_dat_het_kind_bekend_is_maar_niet_waar(wereld, als_rol):
    eerste, _ = wereld.gezin()
    actions.add_persoon(
        gezin=eerste, bsn=BSN, by=wereld.wie["jeugdbeschermer"], on=BEGIN, rol="kind",
        voornamen="Geheim", achternaam="Elders", geboortedatum=BEGIN,
    )  # fmt: skip
    tweede, _ = wereld.gezin()
    actions.set_regisseur(gezin=tweede, medewerker=wereld.wie["lokaal_team"], on=BEGIN)
    client = als_rol("lokaal_team")
    antwoord = client.post(f"/werk/gezin/{tweede.pk}/persoon/", {**KIND, "bsn": BSN}, follow=True)
    tekst = antwoord.content.decode()
    assert "al bekend in Paraplu" in tekst
    assert "Geheim" not in tekst and eerste.nummer not in tekst


def test_wie_een_oudere_versie_bewaart_ziet_beide_naast_elkaar(wereld, als_rol):
    gezin, kind = wereld.gezin()
    actions.set_regisseur(gezin=gezin, medewerker=wereld.wie["jeugdbeschermer"], on=BEGIN)
    client = als_rol("jeugdbeschermer")
    actions.change_persoon(persoon=kind, versie=1, achternaam="Anders")
    antwoord = client.post(f"/werk/persoon/{kind.pk}/", {**KIND, "versie": 1})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Anders" in tekst and "Testkind" in tekst
    assert Persoon.objects.get(pk=kind.pk).achternaam == "Anders"
    client.post(f"/werk/persoon/{kind.pk}/", {**KIND, "versie": 2})
    assert Persoon.objects.get(pk=kind.pk).achternaam == "Testkind"


def test_een_ander_zonder_deel_vindt_gezin_en_persoon_niet(wereld, als_rol):
    gezin, kind = wereld.gezin()
    client = als_rol("jeugdbeschermer")
    for adres in (f"/werk/gezin/{gezin.pk}/", f"/werk/persoon/{kind.pk}/"):
        assert client.get(adres).status_code == 404


def test_zoeken_op_naam_gaat_alleen_over_eigen_gezinnen_en_staat_niet_in_het_adres(wereld, als_rol):
    wereld.gezin()
    casus = wereld.casus()
    antwoord = als_rol("jeugdbeschermer").post("/werk/gezinnen/", {"zoek": "testk"})
    tekst = antwoord.content.decode()
    assert "1 gezin gevonden." in tekst and casus.gezin.nummer in tekst


def test_er_is_nooit_meer_dan_een_regisseur(wereld):
    gezin, _kind = wereld.gezin()
    for rol in ("jeugdbeschermer", "lokaal_team"):
        actions.set_regisseur(gezin=gezin, medewerker=wereld.wie[rol], on=BEGIN)
    assert gezin.regies.get(tot=None).medewerker == wereld.wie["lokaal_team"]
