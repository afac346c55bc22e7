"""De pagina's van verslagen: vinden, lezen, ophalen, maken, publiceren."""

from __future__ import annotations

import pytest
from django.utils.html import strip_tags
from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.verslagen import actions, bewaren
from paraplu.verslagen.models import Rapport
from paraplu.verslagen.tasks import maak_verslag
from tests.verslagen.lezen import html_tekst, pdf_tekst, plat

KEUZE = {"soort": "jaar", "gebied": "regio-CG", "jaar": "2023", "kwartaal": "", "kring": "partijen"}


def tekst(antwoord) -> str:
    return " ".join(strip_tags(antwoord.content.decode()).split())


def test_de_lijst_kiest_op_gebied_soort_en_jaar(als, gepubliceerd):
    client = als("wethouder")
    assert "Centraal Gelderland" in tekst(client.get("/verslagen/"))
    for vraag, aantal in (
        ("gebied=regio-CG&soort=jaar&jaar=2023", 1), ("gebied=regio-FV", 0), ("soort=overleg", 0),
        ("jaar=2022", 0), ("gebied=gelderland", 0),
    ):  # fmt: skip
        gevonden = client.get(f"/verslagen/?{vraag}").context["bladzijde"].object_list
        assert len(gevonden) == aantal, vraag


def test_zonder_verslagen_zegt_de_lijst_dat(als, monitor):
    assert "Er is nog geen verslag dat u kunt zien." in tekst(als("wethouder").get("/verslagen/"))


def test_de_pagina_begint_met_wat_ertoe_doet_en_noemt_de_vingerafdruk(als, gepubliceerd):
    gelezen = tekst(als("wethouder").get(f"/verslagen/{gepubliceerd.pk}/"))
    assert gepubliceerd.inhoud["kern"] in gelezen
    assert gepubliceerd.afdruk_pdf in gelezen
    assert f"paraplu herhaal verslag-{gepubliceerd.pk}" in gelezen
    assert "Publiceer deze versie" not in gelezen


@pytest.mark.parametrize("pad", ["", "lezen/", "verslag.pdf", "verslag.html", "nu/"])
def test_wat_u_niet_mag_zien_is_er_niet(als, concept, pad):
    assert als("wethouder").get(f"/verslagen/{concept.pk}/{pad}").status_code == 404


def test_een_onbekend_formaat_is_er_niet(als, gepubliceerd):
    assert als("wethouder").get(f"/verslagen/{gepubliceerd.pk}/verslag.docx").status_code == 404


def test_op_het_exemplaar_staat_wie_het_ophaalde(als, gepubliceerd):
    client, adres = als("wethouder"), f"/verslagen/{gepubliceerd.pk}/verslag"
    pdf, html = client.get(f"{adres}.pdf"), client.get(f"{adres}.html")
    assert pdf["Content-Type"] == "application/pdf"
    assert "attachment" in html["Content-Disposition"]
    assert plat("Exemplaar van Wethouder, Arnhem, opgehaald op") in plat(pdf_tekst(pdf.content))
    assert "Exemplaar van Wethouder, Arnhem, opgehaald op" in html_tekst(html.content)
    assert b"Exemplaar van" not in bewaren.read(gepubliceerd.afdruk_html, "html")


def test_een_exemplaar_van_een_concept_zegt_dat_het_een_concept_is(als, concept):
    antwoord = als("contractmanager").get(f"/verslagen/{concept.pk}/lezen/")
    assert "Concept. Exemplaar van" in html_tekst(antwoord.content)


def test_in_de_browser_mag_het_bestand_niets_laden(als, gepubliceerd):
    antwoord = als("wethouder").get(f"/verslagen/{gepubliceerd.pk}/lezen/")
    assert antwoord["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")


def test_een_bestand_dat_weg_is_wordt_gezegd(als, gepubliceerd, eigen_var):
    bewaren._plaats(gepubliceerd.afdruk_pdf, "pdf").unlink()
    antwoord = als("wethouder").get(f"/verslagen/{gepubliceerd.pk}/verslag.pdf")
    assert antwoord.status_code == 409
    assert "Het bewaarde pdf-bestand is er niet meer." in tekst(antwoord)


def test_u_maakt_een_concept_en_publiceert_het(als, monitor):
    client = als("contractmanager")
    assert client.get("/verslagen/nieuw/").status_code == 200
    antwoord = client.post("/verslagen/nieuw/", KEUZE, follow=True)
    assert "Het verslag wordt gemaakt" in tekst(antwoord)
    assert "Concept wordt gemaakt" in tekst(client.get("/verslagen/"))
    assert not Rapport.objects.exists()
    doe_het_werk()
    antwoord = client.get(antwoord.request["PATH_INFO"], follow=True)
    assert "Het is nog een concept" in tekst(antwoord)
    assert "wordt gemaakt" not in tekst(client.get("/verslagen/"))
    rapport = Rapport.objects.get()
    antwoord = client.post(f"/verslagen/{rapport.pk}/publiceren/", follow=True)
    assert "Het verslag is gepubliceerd." in tekst(antwoord)
    assert "Deze versie is al gepubliceerd" in tekst(
        client.post(f"/verslagen/{rapport.pk}/publiceren/", follow=True)
    )


def doe_het_werk():
    """What the worker does with what was put in its queue."""
    for taak in ProcrastinateJob.objects.filter(task_name="maak_verslag"):
        maak_verslag(**taak.args)


def test_mislukt_het_maken_dan_staat_er_waarom(als, monitor, monkeypatch):
    client = als("contractmanager")
    antwoord = client.post("/verslagen/nieuw/", KEUZE, follow=True)
    monkeypatch.setattr(actions, "make_rapport", lambda opzet: 1 / 0)
    doe_het_werk()
    gelezen = tekst(client.get(antwoord.request["PATH_INFO"]))
    assert "Het verslag is niet gemaakt Er ging iets mis bij ons." in gelezen
    assert not Rapport.objects.exists()


def test_een_aanvraag_is_van_de_eigen_organisatie(als, monitor):
    antwoord = als("contractmanager").post("/verslagen/nieuw/", KEUZE, follow=True)
    adres = antwoord.request["PATH_INFO"]
    assert als("provincie").get(adres).status_code == 404
    assert "wordt gemaakt" not in tekst(als("provincie").get("/verslagen/"))


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"soort": "overleg"}, "Kies het kwartaal waar het overleg over gaat."),
        ({"kring": "eigen", "gebied": "regio-FV"}, "alleen van uw eigen gebied"),
        ({"kring": "publiek", "gebied": "gi-90000001"}, "Buiten de kring van partijen"),
    ],
)
def test_wat_niet_samen_kan_wordt_gezegd(als, monitor, velden, zin):
    antwoord = als("contractmanager").post("/verslagen/nieuw/", KEUZE | velden)
    assert antwoord.status_code == 422
    assert zin in tekst(antwoord)
    assert not Rapport.objects.exists()


def test_wie_er_niet_over_gaat_publiceert_niet(als, accounts, maak):
    rapport = actions.keep_concept(gemaakt=maak("regio-FV"), by=accounts["contractmanager"])
    antwoord = als("contractmanager").post(f"/verslagen/{rapport.pk}/publiceren/")
    assert antwoord.status_code == 403
    assert "Uw concept blijft bewaard" in tekst(antwoord)


def test_naast_vandaag_staat_dat_alles_gelijk_is(als, gepubliceerd):
    gelezen = tekst(als("wethouder").get(f"/verslagen/{gepubliceerd.pk}/nu/"))
    assert "Alle cijfers van dit verslag zijn vandaag nog hetzelfde." in gelezen


def test_naast_vandaag_staat_wat_anders_is_met_de_weg_naar_de_waarde(
    als, gepubliceerd, monitor, monkeypatch
):
    echt = monitor._aantal
    monkeypatch.setattr(monitor, "_aantal", lambda periode, filters: echt(periode, filters) + 3)
    antwoord = als("wethouder").get(f"/verslagen/{gepubliceerd.pk}/nu/")
    regel = next(
        r for r in antwoord.context["regels"] if r.naam.startswith("Instroom (V2a), aantal")
    )
    assert int(regel.nu.replace(".", "")) == int(regel.toen.replace(".", "")) + 3
    assert "/V2a/?gebied=" in regel.adres


def test_verslagen_staan_in_de_navigatie_van_wie_cijfers_ziet(als, monitor):
    assert 'href="/verslagen/"' in als("raadslid").get("/verslagen/").content.decode()
    assert als("beheerder").get("/verslagen/").status_code == 403
