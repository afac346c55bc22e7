"""Every page of this room opens for who may, with something on it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from paraplu.overleg.actions import registers
from paraplu.overleg.actions.inrichten import fill_registers
from paraplu.web.stukbestand import read_bestand
from tests.overleg.conftest import DAG

LIJSTEN = [
    "overleggen", "overlegacties", "afwijkingen", "overlegtaken", "besluiten", "organen",
    "bouwsteenstanden", "basisafspraken", "raadsbrieven", "documenten", "bijeenkomsten",
    "voorbeelden", "overleg_nieuw", "afwijking_nieuw", "document_nieuw", "bijeenkomst_nieuw",
]  # fmt: skip


@pytest.fixture
def gevuld(db: None) -> int:
    return fill_registers()


def test_alle_lijsten_en_formulieren_gaan_open(als, plan, gevuld, cijfers):
    plan()
    client = als("contractmanager")
    for route in LIJSTEN:
        assert client.get(reverse(route)).status_code == 200, route
    for soort in ("besluit", "orgaan", "lid", "stand", "afspraak"):
        assert client.get(reverse("register_erbij", args=[soort])).status_code == 200, soort


def test_een_jaar_is_te_kiezen_en_staat_er_zonder_punt(als, plan):
    plan()
    tekst = als("contractmanager").get(reverse("overleggen"), {"jaar": "2023"}).content.decode()
    assert '<option value="2023" selected>2023</option>' in tekst
    assert "Gelders overleg" in tekst
    assert "2.023" not in tekst


def test_wie_er_was_wordt_bewaard_ook_met_een_teken_dat_niet_bestaat(als, plan):
    overleg = plan()
    rij = overleg.deelnemers.first()
    velden = {f"aanwezig-{rij.pk}": "ja", f"rol-{rij.pk}": " voor\x00zitter "}
    adres = reverse("overleg_deelnemers", args=[overleg.pk])
    assert als("contractmanager").post(adres, velden).status_code == 302
    rij.refresh_from_db()
    assert (rij.aanwezig, rij.rol) == (True, "voorzitter")


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"datum": "1000-12-24"}, "Kies een dag in 2020 of later."),
        ({"bekend_op": "2023-06-09"}, "Kies de dag van het overleg of een dag ervoor."),
        ({"jaar": "2024"}, "dat al is begonnen"),
        ({"datum": f"{DAG}", "bekend_op": f"{DAG}"}, "staat al op deze dag"),
    ],
)
def test_een_overleg_heeft_een_dag_waarop_de_cijfers_bekend_zijn(als, plan, anders, zin):
    plan()
    velden = {"soort": "gelders", "datum": "2023-06-08", "jaar": "2022", "bekend_op": "2023-06-01"}
    antwoord = als("contractmanager").post(reverse("overleg_nieuw"), velden | anders)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()


def test_een_stuk_is_openbaar_zonder_account(client, als, accounts):
    """R320: contract, bouwstenen and routes are read in one public place, with versions."""
    versie = registers.publish_document(
        document=None, titel="Gelderse overeenkomst", soort="overeenkomst", versie="1.0",
        vastgesteld_op=DAG, vastgesteld_door="G7", by=accounts["contractmanager"], on=DAG,
        bestand=read_bestand(SimpleUploadedFile("stuk.pdf", b"%PDF-1.7 stuk")),
    )  # fmt: skip
    pagina = client.get(reverse("documenten"))
    assert "Gelderse overeenkomst" in pagina.content.decode()
    assert "Een stuk openbaar maken" not in pagina.content.decode()
    bestand = client.get(reverse("document_bestand", args=[versie.pk]))
    assert bestand.content == b"%PDF-1.7 stuk"
    assert bestand["Content-Disposition"].startswith("attachment")
