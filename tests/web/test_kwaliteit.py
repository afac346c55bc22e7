"""De pagina's over kwaliteit: wie wat ziet, en dat de cijfers die van de monitor zijn (`nep_kwaliteit`)."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from paraplu.monitor.namen import Namen
from paraplu.project.opdracht import main
from paraplu.web.models import Postbericht, Spoor
from tests.inzage.uitvoer.lezen import lees_regels

ADRES = "/kwaliteit/"
REGELS = "/kwaliteit/K01/"


def lees(antwoord) -> str:
    assert antwoord.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


def test_de_kop_zegt_hoeveel_er_is_en_wat_u_zelf_herstelt(als, nep):
    tekst = lees(als("backoffice").get(ADRES))
    assert "Over dec 2023 zijn 3 bevindingen gedaan, over twaalf maanden 36." in tekst
    assert "36 daarvan kan Ede zelf herstellen." in tekst
    assert "K01 Start zonder toewijzing" in tekst


def test_een_eerdere_maand_telt_de_twaalf_maanden_ervoor(als, nep):
    tekst = lees(als("backoffice").get(ADRES, {"maand": "2023-03"}))
    assert "Over mrt 2023 zijn 3 bevindingen gedaan, over twaalf maanden 9." in tekst


@pytest.mark.parametrize(
    ("soort", "aantal", "ziet_kinderen"),
    [("backoffice", 36, True), ("aanbieder", 36, True), ("provincie", 72, True), ("gi", 0, False)],
)
def test_een_organisatie_ziet_het_hare(soort, aantal, ziet_kinderen, als, nep):
    tekst = lees(als(soort).get(ADRES))
    verwacht = f"over twaalf maanden {aantal}." if aantal else "is niets gevonden"
    assert verwacht in tekst
    assert ("K01 Start zonder toewijzing Kan worden" in tekst) is ziet_kinderen


def test_buiten_het_eigen_gebied_ziet_de_contractmanager_alleen_berichten(als, nep):
    contract = als("contractmanager")
    tekst = lees(contract.get(ADRES, {"partij": "gemeente-0228"}))
    assert "over twaalf maanden 12." in tekst
    assert "K01" not in tekst
    assert "Wat over kinderen gaat, ziet alleen wie het zelf aangaat." in tekst
    assert contract.get(REGELS, {"partij": "gemeente-0228"}).status_code == 404


def test_een_ander_kan_niet_worden_gekozen(als, nep):
    tekst = lees(als("backoffice").get(ADRES, {"partij": "gemeente-0202"}))
    assert "Ede zelf" in tekst
    assert "over twaalf maanden 36." in tekst


def test_een_controle_legt_uit_en_zegt_hoeveel_een_cijfer_schuift(als, nep):
    tekst = lees(als("backoffice").get(REGELS, {"cijfer": "V3"}))
    assert "Start zonder toewijzing: 24 keer in twaalf maanden." in tekst
    assert "De gemeente stuurt de toewijzing (301) alsnog" in tekst
    assert "24 bevindingen raken 12 rijen die meetellen." in tekst
    assert "Hoeveel V3 Doorlooptijd kan schuiven, 2023" in tekst


@pytest.mark.parametrize(("soort", "ziet"), [("backoffice", True), ("wethouder", False)])
def test_regels_ziet_alleen_wie_ermee_werkt_en_dat_laat_een_spoor_na(soort, ziet, als, nep):
    tekst = lees(als(soort).get(REGELS))
    assert ("aB3dE6gH9jK1" in tekst) is ziet
    handeling = "kwaliteit: regels" if ziet else "kwaliteit bekijken"
    assert Spoor.objects.filter(handeling=handeling).count() == 1


def test_de_csv_heeft_alle_regels_van_het_eigen_gebied(als, nep):
    antwoord = als("backoffice").get(REGELS, {"als": "csv"})
    rijen = lees_regels(antwoord)
    assert len(rijen) == 24
    assert {rij["gemeente"] for rij in rijen} == {"0228"}


def test_een_onbekende_controle_is_er_niet(als, nep):
    assert als("backoffice").get("/kwaliteit/K99/").status_code == 404


def test_het_rapport_is_een_pdf_zonder_kinderen(als, nep):
    antwoord = als("aanbieder").get("/kwaliteit/rapport.pdf")
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord.content.startswith(b"%PDF")
    assert "aanbieder-90000101-2023-12" in antwoord["Content-Disposition"]


def test_de_mail_heeft_een_link_en_verder_niets(als, accounts, nep):
    wie = accounts["backoffice"]
    wie.e_mail = "ede@example.org"
    wie.save()
    antwoord = als("backoffice").post("/kwaliteit/mail/", {"maand": "2023-11"})
    assert antwoord.status_code == 302
    [bericht] = Postbericht.objects.all()
    assert "/kwaliteit/?partij=gemeente-0228&maand=2023-11" in bericht.tekst
    assert "K01" not in bericht.tekst
    assert "aB3dE6" not in bericht.tekst


def test_zonder_adres_gaat_er_geen_mail(als, accounts, nep):
    accounts["backoffice"].e_mail = ""
    accounts["backoffice"].save()
    assert als("backoffice").post("/kwaliteit/mail/", {}).status_code == 302
    assert not Postbericht.objects.exists()


def test_zonder_leveringen_staat_er_uitleg(als, lege_monitor):
    tekst = lees(als("backoffice").get(ADRES))
    assert "Er is nog niets om te controleren" in tekst
    assert als("backoffice").get(REGELS).status_code == 404


@pytest.fixture
def opdracht(monkeypatch, nep):
    """The command without its preparation of the database, over the small monitor."""
    monkeypatch.setattr("paraplu.project.opdracht.prepare_database", lambda: None)
    namen = Namen({"90000101": ("Pluryn", "aanbieder")})
    monkeypatch.setattr(type(nep), "namen", lambda self: namen, raising=False)
    return main


def test_de_opdracht_geeft_hetzelfde_als_de_pagina(opdracht, capsys):
    assert opdracht(["kwaliteit", "--gemeente", "0228", "--formaat", "json"]) == 1
    uit = json.loads(capsys.readouterr().out)
    assert (uit["partij"], uit["maand"]) == ("Ede", "2023-12")
    assert [(r["code"], r["twaalf_maanden"]) for r in uit["controles"]] == [
        ("K01", 24),
        ("K16", 12),
    ]
    assert len(uit["trend"]) == 12


def test_de_opdracht_zegt_wat_niet_kan(opdracht, capsys):
    assert opdracht(["kwaliteit", "--gemeente", "9999"]) == 2
    assert opdracht(["kwaliteit", "--maand", "1990-01"]) == 2
    assert opdracht(["kwaliteit", "--formaat", "pdf"]) == 2
    fouten = capsys.readouterr().err
    assert "er is geen gemeente met de code 9999" in fouten
    assert "geef --uit" in fouten


@pytest.mark.django_db
def test_de_opdracht_mailt_wie_de_pagina_mag_zien(opdracht, accounts, tmp_path):
    for gebruiker in accounts.values():
        gebruiker.e_mail = f"{gebruiker.pk}@example.org"
        gebruiker.save()
    bestand = tmp_path / "rapport.pdf"
    vraag = ["kwaliteit", "--aanbieder", "90000101", "--formaat", "pdf", "--uit", str(bestand)]
    assert opdracht([*vraag, "--mail"]) == 1
    assert bestand.read_bytes().startswith(b"%PDF")
    assert {p.gebruiker.soort for p in Postbericht.objects.all()} == {"aanbieder"}


def test_een_late_levering_laat_de_maanden_met_zorg_vooraan_staan(als, nep, monkeypatch):
    monkeypatch.setattr(nep, "laatst_bijgewerkt", lambda: date(2026, 11, 19))
    antwoord = als("backoffice").get("/kwaliteit/")
    assert antwoord.context["blik"].maand == "2023-12"
