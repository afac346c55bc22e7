"""Reckonings on the page: sources shown, kept in versions, shared by name, compared and taken along."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from openpyxl import load_workbook

from paraplu.contract import queries
from paraplu.contract.actions import scenarios as acts
from paraplu.contract.models import Scenario, Scenariodeling, Scenarioversie
from paraplu.contract.rekenen.invoer import InvoerOnbruikbaar, clean_invoer
from paraplu.contract.vergelijken import compare
from paraplu.web.models import Soort, Spoor
from tests.contract.voorbeeld import VERZONNEN
from tests.web.wand.achter import achter_de_wand, nummers

pytestmark = pytest.mark.django_db
DAG = date(2024, 1, 2)
INVOER = clean_invoer(VERZONNEN | {"gemeenten": "A; 600; 1000000\nB; 1800"})


@pytest.fixture
def scenario(accounts) -> Scenario:
    return acts.save_scenario(
        naam="Minder verloop", invoer=INVOER, by=accounts["contractmanager"], on=DAG
    )


def test_de_rekenhulp_toont_bij_elk_getal_de_bron_en_verzint_niets(als):
    """R165, R173, R176, R178."""
    pagina = als("gi").get("/rekenhulp/").content.decode()
    for bron in ("R173", "R176", "R178", "R158", "R162", "R7", "aanname"):
        assert f'<span class="bronnaam">{bron}' in pagina
    assert 'name="personeel" inputmode="decimal" autocomplete="off" maxlength="20"' in pagina
    assert 'value="75000"' not in pagina
    verzonnen = als("gi").get("/rekenhulp/?voorbeeld=1").content.decode()
    assert 'value="75000"' in verzonnen
    assert "verzonnen" in verzonnen


def test_uitrekenen_bewaart_niets_en_legt_elke_stap_uit(als):
    """R166, R171, R192."""
    antwoord = als("gi").post("/rekenhulp/", INVOER | {"doe": "reken"})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "1.208 / 80" in pagina
    assert "Voor geen gemeente stijgen de kosten" in pagina
    assert Scenario.objects.count() == 0


def test_een_fout_staat_bij_zijn_veld_en_wat_is_ingevuld_blijft(als):
    antwoord = als("gi").post("/rekenhulp/", INVOER | {"bbk": "veel"})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert 'href="#id_bbk"' in pagina
    assert 'value="veel"' in pagina


def test_bewaren_maakt_een_scenario_en_daarna_een_nieuwe_versie(als):
    client = als("contractmanager")
    zonder = client.post("/scenarios/nieuw/", INVOER | {"doe": "bewaar", "naam": ""})
    assert zonder.status_code == 422
    gemaakt = client.post("/scenarios/nieuw/", INVOER | {"doe": "bewaar", "naam": "Eerste"})
    scenario = Scenario.objects.get()
    assert gemaakt["Location"] == f"/scenarios/{scenario.pk}/"
    dubbel = client.post("/scenarios/nieuw/", INVOER | {"doe": "bewaar", "naam": "Eerste"})
    assert "al een scenario met deze naam" in dubbel.content.decode()
    met_niemand = client.post(f"/scenarios/{scenario.pk}/delen/", {"organisatie": ""})
    assert met_niemand.status_code == 422
    assert "Maak een keuze" in met_niemand.content.decode()
    client.post(f"/scenarios/{scenario.pk}/versie/", INVOER | {"doe": "bewaar", "bbk": "2000"})
    assert [v.nummer for v in scenario.versies.all()] == [2, 1]
    assert "1080" in client.get(f"/scenarios/{scenario.pk}/?versie=1").content.decode()
    assert client.get(f"/scenarios/{scenario.pk}/?versie=3").status_code == 404
    assert Spoor.objects.filter(handeling="scenario bewaren").count() == 2


def test_een_versie_verandert_nooit(scenario):
    """The database refuses it."""
    for doe in (lambda v: v.update(invoer={}), lambda v: v.delete()):
        with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
            doe(Scenarioversie.objects.filter(scenario=scenario))


def test_wat_niet_is_uit_te_rekenen_wordt_niet_bewaard(scenario):
    with pytest.raises(InvoerOnbruikbaar):
        acts.add_versie(scenario=scenario, invoer={}, on=DAG)
    assert scenario.versies.count() == 1


def test_alleen_de_maker_en_met_wie_het_is_gedeeld_zien_een_scenario(scenario, accounts, als):
    """Every kind of user, before and after sharing with the GI, and after it was withdrawn."""
    gi = accounts["gi"]

    def ziet():
        return {soort for soort in Soort if queries.scenarios_for(accounts[soort]).exists()}

    assert ziet() == {"contractmanager"}
    deling = acts.share(
        scenario=scenario, soort=gi.organisatie_soort, code=gi.organisatie_code, naam="GI", on=DAG
    )
    van_gi = {
        soort
        for soort, wie in accounts.items()
        if wie.organisatie_code == gi.organisatie_code and queries.may_read(wie)
    }
    assert ziet() == {"contractmanager"} | van_gi
    assert als("gi").get(f"/scenarios/{scenario.pk}/").status_code == 200
    assert als("gi").get(f"/scenarios/{scenario.pk}/versie/").status_code == 404
    assert als("gi").post(f"/scenarios/{scenario.pk}/delen/").status_code == 404
    assert als("provincie").get(f"/scenarios/{scenario.pk}/").status_code == 404
    acts.withdraw(deling=deling, on=DAG)
    assert ziet() == {"contractmanager"}


def test_een_raad_ziet_niet_wat_met_zijn_gemeente_is_gedeeld(scenario, accounts):
    """A council has the code of its gemeente and reads no contracts."""
    raad, kantoor = accounts["raadslid"], accounts["backoffice"]
    assert raad.organisatie_code == kantoor.organisatie_code
    acts.share(
        scenario=scenario,
        soort=raad.organisatie_soort,
        code=raad.organisatie_code,
        naam="x",
        on=DAG,
    )
    assert queries.scenarios_for(kantoor).exists()
    assert not queries.scenarios_for(raad).exists()


def test_de_wand_laat_dezelfde_rijen_zien_als_de_vraag(scenario, accounts, overeenkomst):
    """For every kind of user: scenarios, their versions and shares, and the tables of the agreement."""
    gi = accounts["gi"]
    acts.share(
        scenario=scenario, soort=gi.organisatie_soort, code=gi.organisatie_code, naam="GI", on=DAG
    )
    for soort, wie in accounts.items():
        verwacht = set(queries.scenarios_for(wie).values_list("pk", flat=True))
        with achter_de_wand(wie):
            assert nummers("contract_scenario") == verwacht, soort
            assert bool(nummers("contract_scenarioversie")) == bool(verwacht), soort
            assert bool(nummers("contract_scenariodeling")) == bool(verwacht), soort
            assert bool(nummers("contract_overeenkomst")) == queries.may_read(wie), soort
            assert bool(nummers("contract_regioclausule")) == queries.may_read(wie), soort
    with achter_de_wand():
        assert nummers("contract_scenario") == nummers("contract_overeenkomst") == set()


def test_achter_de_wand_kan_de_maker_bewaren_en_delen(accounts):
    wie = accounts["provincie"]
    with achter_de_wand(wie):
        gemaakt = acts.save_scenario(naam="Eigen", invoer=INVOER, by=wie, on=DAG)
        acts.share(scenario=gemaakt, soort="gi", code="90000001", naam="GI", on=DAG)
    assert Scenariodeling.objects.get().scenario == gemaakt


def test_delen_gaat_met_een_organisatie_uit_de_lijst(scenario, als, accounts):
    gi = accounts["gi"]
    client = als("contractmanager")
    adres = f"/scenarios/{scenario.pk}/delen/"
    assert client.post(adres, {"organisatie": "gi:99999999"}).status_code == 422
    client.post(adres, {"organisatie": f"gi:{gi.organisatie_code}"})
    deling = Scenariodeling.objects.get()
    assert (deling.organisatie_code, deling.ingetrokken_op) == (gi.organisatie_code, None)
    client.post(adres, {"weg": deling.pk})
    deling.refresh_from_db()
    assert deling.ingetrokken_op is not None
    with pytest.raises(DatabaseError), transaction.atomic():
        Scenariodeling.objects.filter(pk=deling.pk).update(ingetrokken_op=None)


def test_naast_elkaar_staat_het_verschil_met_het_eerste():
    """20, 17.5, 15 against 20 all along: 8 hours a step (R179)."""
    vlak = INVOER | {f"verloop_{jaar}": "20" for jaar in (2022, 2023, 2024, 2025)}
    vergelijking = compare([INVOER, vlak], jaar=2023)
    rijen = {rij.naam: rij.cellen for rij in vergelijking.rijen}
    assert rijen["Productieve uren"] == [("1.216,0", ""), ("1.200,0", "\u221216,0")]
    assert rijen["Zoektijd"] == [("14,0%", ""), ("14,0%", "")]
    assert [rij.naam for rij in vergelijking.verschillen] == [
        f"Verloop, {jaar}" for jaar in (2022, 2023, 2024, 2025)
    ]
    assert vergelijking.verschillen[0].cellen == [("17,5", "R178"), ("20", "aanname")]


def test_twee_tot_vier_scenarios_zijn_te_vergelijken(scenario, accounts, als):
    client = als("contractmanager")
    adres = "/scenarios/vergelijken/"
    assert client.get(f"{adres}?scenario={scenario.pk}").status_code == 422
    tweede = acts.save_scenario(
        naam="Tweede", invoer=INVOER, by=accounts["contractmanager"], on=DAG
    )
    pagina = client.get(f"{adres}?scenario={scenario.pk}&scenario={tweede.pk}&jaar=2023")
    assert "Dit is 2023" in pagina.content.decode()
    vreemd = als("provincie").get(f"{adres}?scenario={scenario.pk}&scenario={tweede.pk}")
    assert vreemd.status_code == 422


def test_een_scenario_gaat_mee_als_blad_met_bronnen_en_spoor(scenario, als):
    antwoord = als("contractmanager").get(f"/scenarios/{scenario.pk}/meenemen/")
    boek = load_workbook(io.BytesIO(antwoord.content), read_only=True)
    assert boek.sheetnames == ["Uitkomst", "Getallen en bronnen", "Stap voor stap"]
    uitkomst = [[cel for cel in rij if cel is not None] for rij in boek["Uitkomst"].values]
    assert ["Productieve uren", 1200, 1208, 1216, 1216, 1216, "R179"] in uitkomst
    assert uitkomst[-1][0].startswith("Gemaakt door")
    bronnen = {rij[0]: rij[3] for rij in boek["Getallen en bronnen"].values}
    assert bronnen["Verloop, 2022"] == "R178"
    assert bronnen["Loonkosten"] == "aanname"
    assert Spoor.objects.filter(handeling="scenario meenemen").exists()


def test_de_lijst_vraagt_niet_meer_bij_meer_scenarios(
    scenario, accounts, als, django_assert_max_num_queries
):
    for nummer in range(4):
        acts.save_scenario(naam=f"S{nummer}", invoer=INVOER, by=accounts["contractmanager"], on=DAG)
    client = als("contractmanager")
    with django_assert_max_num_queries(12, connection=connection):
        client.get("/scenarios/")
