"""De pagina's van de afspraken: met het oog van wie kijkt, en met een bewijs achter elk cijfer (R205)."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from paraplu.resultaten.models import Nakoming, Uitzondering
from paraplu.resultaten.opdrachten import show
from paraplu.web.models import Spoor

GI = "90000001"
PLICHT = "/afspraken/RA2/nakoming/plan_gi/"


def test_de_elf_staan_op_een_pagina_in_woorden_en_met_bewijs(als, nep):
    pagina = als("wethouder").get("/afspraken/?jaar=2023").content.decode()
    assert all(f">RA{nummer}</span>" in pagina for nummer in range(1, 12))
    assert "niet gehaald" in pagina
    assert "nog niet bekend" in pagina
    assert 'href="/bewijs/V2a/?jaar=2023"' in pagina
    assert "/afspraken/partij/gi-90000001/?jaar=2023" in pagina


def test_een_afspraak_toont_pad_plichten_en_partijen_naast_elkaar(als, nep):
    """R183, R54, R302."""
    pagina = als("gi").get("/afspraken/RA7/?jaar=2023").content.decode()
    for deel in (
        "het afgesproken pad",
        "De GI&#x27;s",
        "Jeugdbescherming Gelderland",
        "evaluatie van alle resultaatafspraken",
        "<strong>P15</strong>",
    ):
        assert deel in pagina, deel
    # 1,326 measures in 2023 and one more in 2022: five percent less was asked.
    assert "1.326" in pagina
    assert "1.260,6" in pagina or "1.261" in pagina


def test_een_jaar_na_de_evaluatie_heeft_geen_norm(als, nep):
    pagina = als("gi").get("/afspraken/RA7/?jaar=2024").content.decode()
    assert "geen norm" in pagina
    assert "Een norm voor 2024 is er niet." in pagina


@pytest.mark.parametrize("sleutel", ["gi-90000001", "regio-CG", "gemeente-0228"])
def test_elke_partij_heeft_haar_eigen_pagina(als, nep, sleutel):
    pagina = als("gi").get(f"/afspraken/partij/{sleutel}/").content.decode()
    assert (">RA4</span>" in pagina) is (sleutel == "gi-90000001")
    assert "Wat deze partij doet" in pagina


def test_een_onbekende_partij_of_afspraak_is_er_niet(als, nep):
    client = als("gi")
    assert client.get("/afspraken/partij/gi-1/").status_code == 404
    assert client.get("/afspraken/RA12/").status_code == 404
    assert client.get("/afspraken/RA3/bewijs/?partij=regio-CG").status_code == 404


def test_het_bewijs_van_een_opgave_zegt_waarop_het_rust(als, nep):
    pagina = als("gi").get("/afspraken/RA6/bewijs/?jaar=2022").content.decode()
    assert "geen toekomsttuin gestart" in pagina
    assert "niet gehaald" in pagina


def test_de_uitvoer_heeft_waarmerk_en_spoor(als, nep):
    antwoord = als("gi").get("/afspraken/uitvoer/?jaar=2023&afspraak=RA7")
    werkmap = load_workbook(BytesIO(antwoord.content))
    assert werkmap.sheetnames == ["Standen", "Pad per jaar", "Onderdelen", "Definitie en bewijs"]
    assert werkmap["Standen"]["E2"].value == "niet gehaald"
    assert Spoor.objects.latest("id").handeling == "uitvoer"


def test_elke_kant_zegt_van_zichzelf_hoe_het_staat(als, nep):
    """R297: side, owner and status; R299: conditions are said by the gemeente."""
    antwoord = als("gi").post(PLICHT, {"stand": "bezig", "eigenaar": "Directeur"})
    assert antwoord.status_code == 302
    rij = Nakoming.objects.get()
    assert (rij.partij_soort, rij.partij_code, rij.eigenaar) == ("gi", GI, "Directeur")
    pagina = als("wethouder").get("/afspraken/RA2/nakoming/").content.decode()
    assert "Jeugdbescherming Gelderland</strong>: bezig, Directeur" in pagina
    assert als("backoffice").get(PLICHT).status_code == 404
    assert als("backoffice").get("/afspraken/RA2/nakoming/inkoop_op_orde/").status_code == 200


def test_een_uitzondering_telt_apart_en_kan_terug(als, nep):
    """R185: excluded cases with a reason, by pseudonym, of the own GI only."""
    client = als("gi")
    zaak = {"kind": "aB3dE6gH9jK2", "begindatum": "2020-03-01", "reden": "zwaar"}
    assert client.post(reverse("uitzondering_nieuw"), zaak).status_code == 302
    assert client.post(reverse("uitzondering_nieuw"), zaak).status_code == 422
    rij = Uitzondering.objects.get()
    assert rij.gi == GI
    naam = {**zaak, "kind": "Jan Jansen"}
    assert client.post(reverse("uitzondering_nieuw"), naam).status_code == 422
    assert client.post(reverse("uitzondering_terug", args=[rij.pk])).status_code == 302
    rij.refresh_from_db()
    assert rij.vervallen_op is not None
    assert als("backoffice").get(reverse("uitzonderingen")).status_code == 403
    assert Spoor.objects.filter(handeling="uitzondering terugnemen").exists()


def test_wie_de_zaken_ziet_ziet_het_gemiddelde_zonder_uitzonderingen(als, nep, monkeypatch):
    """R185: others see the mean with them, since the difference would tell of a few."""
    rijen = [
        {"kind": f"kind{n}abcd", "begindatum": date(2020, 1, n), "dagen": 100 * n}
        for n in (1, 2, 6)
    ]
    monkeypatch.setattr(nep, "lijst", lambda *_args, **_kw: rijen)
    client = als("gi")
    Uitzondering.objects.create(
        gi=GI,
        kind="kind6abcd",
        begindatum=date(2020, 1, 6),
        reden="zwaar",
        op=date(2023, 1, 1),
        door_id=client.session["_auth_user_id"],
    )
    adres = f"/afspraken/RA9/?jaar=2023&partij=gi-{GI}"
    eigen = client.get(adres).content.decode()
    assert "150 dagen" in eigen.replace("\u00a0", " ")
    assert "Uitzonderingen die apart tellen" in eigen
    ander = als("wethouder").get(adres).content.decode()
    assert "Uitzonderingen die apart tellen" not in ander


def test_de_opdracht_noemt_elke_afspraak_van_een_partij(als, nep, capsys):
    vraag = {"jaar": 2023, "bekend_op": None, "formaat": "json"}
    assert show(Namespace(partij=f"gi-{GI}", kring="publiek", **vraag)) == 0
    rijen = {rij["afspraak"]: rij for rij in json.loads(capsys.readouterr().out)}
    assert set(rijen) == {f"RA{n}" for n in (1, 2, 3, 4, 5, 7, 9, 10, 11)}
    # Outside the circle of the parties nothing that was reported of one GI is shown.
    assert rijen["RA4"]["status"] == "verborgen"
    assert show(Namespace(partij="gi-1", kring=None, **vraag)) == 2
    assert "geen partij" in capsys.readouterr().err
