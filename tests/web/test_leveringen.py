"""Bringing messages: set aside, taken in by the worker, and a receipt that can be opened again."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.dashboard import actions, queries
from paraplu.dashboard.models import Inzending, Toestand
from paraplu.inname.fouten import SchijfVol
from paraplu.web.models import Spoor
from tests.inname.post import bericht, kapot, maak_zip
from tests.inzage.uitvoer.lezen import lees_regels
from tests.web.test_overzicht import lees

NIEUW = "/leveringen/nieuw/"


def lever(client, *bestanden: tuple[str, bytes], dag=None):
    inhoud = [SimpleUploadedFile(naam, tekst) for naam, tekst in bestanden]
    return client.post(NIEUW, {"bestanden": inhoud, "dag": dag or localdate()})


def list_wachtend(var) -> list[str]:
    return sorted(p.name for p in var.glob("wachtkamer/*/*"))


@pytest.fixture
def client(als):
    return als("backoffice")


def test_bestanden_wachten_in_een_map_van_ons_alleen(client, eigen_var):
    antwoord = lever(client, ("999900006.xml", b"<a/>"), ("b.zip", b"PK"))
    inzending = Inzending.objects.get()
    assert antwoord["Location"] == f"/leveringen/onderweg/{inzending.pk}/"
    assert list_wachtend(eigen_var) == ["00000", "00001", "namen.json"]
    [plaats] = eigen_var.glob("wachtkamer/*")
    assert oct(plaats.stat().st_mode)[-3:] == "700"
    assert (inzending.bestanden, inzending.totaal) == (2, 6)


def test_de_werker_krijgt_de_opdracht_samen_met_de_inzending(client, eigen_var):
    lever(client, ("a.xml", b"<a/>"))
    opdracht = ProcrastinateJob.objects.get(task_name="neem_inzending_in")
    assert opdracht.args == {"nummer": str(Inzending.objects.get().pk)}


def test_mislukt_het_opschrijven_dan_blijft_er_geen_bestand_staan(client, eigen_var, monkeypatch):
    def kan_niet(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(actions, "write_spoor", kan_niet)
    client.raise_request_exception = False
    assert lever(client, ("a.xml", b"<a/>")).status_code == 500
    assert list_wachtend(eigen_var) == []
    assert not Inzending.objects.exists()


def test_onderweg_kijkt_de_pagina_zelf_opnieuw(client, eigen_var):
    antwoord = client.get(lever(client, ("a.xml", b"<a/>"))["Location"])
    tekst = antwoord.content.decode()
    assert '<meta http-equiv="refresh" content="3">' in tekst
    assert "wachten op hun beurt" in tekst


def test_vanzelf_opnieuw_kijken_is_uit_te_zetten(client, eigen_var):
    weg = lever(client, ("a.xml", b"<a/>"))["Location"]
    tekst = client.get(weg + "?vanzelf=nee").content.decode()
    assert "http-equiv" not in tekst
    assert "Kijk opnieuw" in tekst


def test_na_het_inlezen_is_er_een_bon_en_geen_bestand_meer(client, eigen_var):
    goed, fout = bericht("JW323", 1), kapot(bericht("JW301", 2))
    weg = lever(client, ("post.zip", maak_zip({"goed.xml": goed, "fout.xml": fout})))["Location"]
    inzending = actions.run_inzending(Inzending.objects.get().pk)
    assert (inzending.toestand, inzending.fout) == (Toestand.KLAAR, "")
    assert list_wachtend(eigen_var) == []
    naar = client.get(weg)
    assert naar["Location"] == f"/leveringen/{inzending.levering}/"
    tekst = lees(client, naar["Location"])
    assert "Gebracht door Ede" in tekst
    assert "JW323" in tekst
    assert f"/leveringen/{inzending.levering}/" in client.get("/leveringen/").content.decode()
    assert Spoor.objects.filter(handeling="levering bekijken", voorwerp=inzending.levering).exists()


def test_twee_keer_uitvoeren_doet_het_werk_een_keer(client, eigen_var):
    lever(client, ("a.xml", bericht("JW301", 3)))
    nummer = Inzending.objects.get().pk
    eerste = actions.run_inzending(nummer)
    assert actions.run_inzending(nummer).levering == eerste.levering


def test_wat_niet_kan_zegt_waarom_en_het_bestand_gaat_weg(client, eigen_var, monkeypatch):
    def vol(*args, **kwargs):
        raise SchijfVol(eigen_var)

    monkeypatch.setattr(actions, "neem_in", vol)
    weg = lever(client, ("a.xml", b"<a/>"))["Location"]
    actions.run_inzending(Inzending.objects.get().pk)
    tekst = lees(client, weg)
    assert "De inzending is niet gelukt" in tekst
    assert "De schijf is vol" in tekst
    assert list_wachtend(eigen_var) == []
    assert "niet gelukt" in lees(client, "/leveringen/")


def test_een_onbekende_fout_noemt_niets_van_de_inhoud(client, eigen_var, monkeypatch, caplog):
    def stuk(*args, **kwargs):
        raise ValueError("999900006 Jansen")

    monkeypatch.setattr(actions, "neem_in", stuk)
    lever(client, ("a.xml", b"<a/>"))
    inzending = actions.run_inzending(Inzending.objects.get().pk)
    assert inzending.toestand == Toestand.MISLUKT
    assert "999900006" not in inzending.fout + caplog.text
    assert "ValueError" in caplog.text


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"dag": "2024-01-01"}, "Kies ten minste één bestand."),
        ({"bestanden": io.BytesIO(b"<a/>")}, "Vul een dag in."),
        (
            {"bestanden": io.BytesIO(b""), "dag": "2024-01-01"},
            "Dit bestand is leeg. Kies een ander.",
        ),
        ({"bestanden": io.BytesIO(b"<a/>"), "dag": "morgen"}, "Dit is geen dag."),
    ],
)
def test_een_fout_in_het_formulier_staat_bij_het_veld(velden, zin, client, eigen_var):
    antwoord = client.post(NIEUW, velden)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not Inzending.objects.exists()


def test_een_dag_die_nog_moet_komen_kan_niet(client, eigen_var):
    antwoord = lever(client, ("a.xml", b"<a/>"), dag=localdate() + timedelta(days=1))
    assert antwoord.status_code == 422
    assert "Kies vandaag of een eerdere dag." in antwoord.content.decode()


def test_bevindingen_zijn_te_kiezen_per_soort_en_afzender(als, nep):
    client = als("backoffice")
    alles = lees(client, "/leveringen/abc123/")
    assert "U ziet 2 van 2 bevindingen." in alles
    een = lees(client, "/leveringen/abc123/?code=CS002")
    assert "Eén bevinding." in een
    geen = lees(client, "/leveringen/abc123/?code=CS002&afzender=0228")
    assert "U ziet 0 van 0 bevindingen." in geen


def test_wat_iets_kostte_staat_bovenaan(nep):
    soorten = queries.count_soorten(nep.bevindingen("abc123"))
    assert [s.code for s in soorten] == ["CS002", "TR378"]


def test_de_bevindingen_zijn_er_ook_als_csv(als, nep):
    antwoord = als("backoffice").get("/leveringen/abc123/?als=csv&code=TR378")
    [regel] = lees_regels(antwoord)
    assert list(regel)[:4] == ["naam", "regel", "pad", "code"]
    assert regel["code"] == "TR378"


#: What the rules across messages would find in the delivery of `nep_monitor`.
KETEN = [
    {
        "bestand": "x", "naam": "declaratie.xml", "bericht": "b", "afzender": afzender,
        "soort": "JW323", "regel": 33, "klasse": "Declaratie/Clienten/Client", "code": code,
    }
    for afzender, code in (("90000101", "TR308"), ("90000101", "TR056"))
]  # fmt: skip


def test_bevindingen_over_berichten_heen_staan_erbij_en_zijn_te_kiezen(als, nep):
    nep.keten = KETEN
    client = als("aanbieder")
    alles = lees(client, "/leveringen/abc123/")
    assert "U ziet 2 van 2 bevindingen." in alles
    assert "TR308" in alles
    assert "Productperiode eindigt na de toewijzing." in alles
    over = lees(client, "/leveringen/abc123/?herkomst=keten")
    assert "Eén bevinding." in over
    regels = lees_regels(client.get("/leveringen/abc123/?als=csv&herkomst=keten"))
    assert {regel["herkomst"] for regel in regels} == {"keten"}


def test_wat_de_ontvangst_zelf_al_noemt_staat_er_niet_twee_keer(als, nep):
    nep.keten = KETEN
    assert "TR056" not in lees(als("aanbieder"), "/leveringen/abc123/")
