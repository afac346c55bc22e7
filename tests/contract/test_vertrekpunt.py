"""Een berekening begint met productboek, normen en monitor; wat niet bekend is, blijft een aanname (R171, R192)."""

from __future__ import annotations

import argparse
from datetime import date
from decimal import Decimal

import pytest

from paraplu.contract import opdrachten
from paraplu.contract.actions import productboek, registers
from paraplu.contract.models import Product, Scenario
from paraplu.contract.rekenen.herkomst import covers_lijst, read_bronnen
from paraplu.contract.rekenen.invoer import clean_invoer, herkomst_of
from paraplu.contract.tabellen import list_invoer
from paraplu.contract.vertrekpunt import make_vertrekpunt
from paraplu.inzage.cijfers import Cijfers
from paraplu.monitor.verbergen import KLEIN
from tests.contract.voorbeeld import VERZONNEN
from tests.web.inrichting import nep
from tests.web.nep_monitor import NepMonitor

__all__ = ["nep"]
DAG = date(2022, 5, 1)
SOORTEN = ["ots jaar 1", "ots jaar 2 en verder", "voogdij", "jr toezicht"]


@pytest.fixture
def monitor(nep: NepMonitor, monkeypatch) -> NepMonitor:
    """The small monitor with the kinds of measure of the real one: each as many as Gelderland (1,328)."""
    anders = nep._groepen
    soorten = [(soort, soort, {}) for soort in SOORTEN]
    monkeypatch.setattr(
        nep, "_groepen", lambda per: soorten if per == "soort_maatregel" else anders(per)
    )
    return nep


def vul_boek() -> None:
    """Two products of 104 and 208 in 2022, and norm hours of two kinds."""
    for code, bedrag in (("48A01", 104), ("48A03", 208)):
        product = Product.objects.create(code=code, naam=code, eenheid="uur")
        productboek.set_tarief(
            product=product, soort="gelders", vanaf=date(2022, 1, 1), bedrag=Decimal(bedrag),
            bron="blad", on=DAG, by=None,
        )  # fmt: skip
    for naam, uren in (("Normuren per jaar, ondertoezichtstelling", 30), ("Normuren per jaar, voogdij", 20)):  # fmt: skip
        registers.set_werknorm(
            soort="tijd", naam=naam, waarde=Decimal(uren), eenheid="uur", vanaf=date(2022, 1, 1),
            bron="Delta", by=None,
        )  # fmt: skip


@pytest.mark.django_db
def test_elk_getal_heeft_zijn_bron_en_wat_er_niet_is_wordt_gezegd(monitor):
    """R7, R158, R165: tariff back to 2021, weighed by hours: 2 x 1,328 x 30 and 1,328 x 20."""
    vul_boek()
    punt = make_vertrekpunt(op=DAG, cijfers=Cijfers(kijk=None))
    assert punt.invoer["aantal_ots"] == "2656"
    assert "V2c op 31-12-2021" in punt.bronnen["aantal_ots"][1]
    # (104 x 60 + 208 x 20) / 80 = 130, and 4 percent back (R158).
    assert punt.invoer["tarief_basis"] == "125"
    assert "productboek op 01-05-2022, gewogen naar uren" in punt.bronnen["tarief_basis"][1]
    assert punt.invoer["jeugdhulp"] == "13280000"
    gemist = {gemis.sleutel for gemis in punt.ontbreekt}
    assert {"personeel", "bbk", "productieve_uren", "normuren_jr", "basis"} <= gemist
    assert not gemist & set(punt.invoer)


@pytest.mark.django_db
def test_wat_verborgen_is_moet_iemand_zelf_invullen(monitor, als):
    """R205: no hidden count becomes a number; of another gemeente a question mark stands in the list."""
    pagina = als("gi").get("/rekenhulp/?op=2022-05-01").content.decode()
    # In 2021 the first of the list, Aalten, has three measures: under the threshold of five.
    assert "Aalten; ?; ?" in pagina
    assert "getallen zijn verborgen voor u of niet bekend" in pagina
    assert "Loonkosten</strong>: De bronnen en het productboek geven dit bedrag niet." in pagina
    antwoord = als("gi").post(
        "/rekenhulp/", VERZONNEN | {"gemeenten": "Aalten; ?; ?", "doe": "reken"}
    )
    assert antwoord.status_code == 422
    assert "regel 1: dit is geen getal" in antwoord.content.decode()


@pytest.mark.django_db
def test_een_verborgen_soort_is_geen_nul(monitor, monkeypatch):
    monkeypatch.setattr(monitor, "_weg", lambda *_, **__: KLEIN)
    punt = make_vertrekpunt(op=DAG, cijfers=Cijfers(kijk=None))
    assert "aantal_ots" not in punt.invoer
    waarom = {gemis.sleutel: gemis.waarom for gemis in punt.ontbreekt}
    assert waarom["aantal_ots"].startswith("Verborgen voor u: klein aantal")


@pytest.mark.django_db
def test_de_bron_gaat_mee_naar_het_scenario_en_vervalt_als_het_getal_verandert(monitor, als):
    client = als("contractmanager")
    form = client.get("/rekenhulp/?op=2022-05-01").context["form"]
    regel = "Arnhem; 40; 500"
    invoer = {naam: form[naam].value() or "" for naam in form.fields} | VERZONNEN
    invoer |= {"gemeenten": regel, "gis": "", "jeugdhulp": form["jeugdhulp"].value()}
    for soort in ("voogdij", "jr"):
        invoer |= {f"aantal_{soort}": "", f"normuren_{soort}": ""}
    gemaakt = client.post("/scenarios/nieuw/", invoer | {"doe": "bewaar", "naam": "Echt"})
    assert gemaakt.status_code == 302
    bewaard = Scenario.objects.get().versies.get().invoer
    bronnen = {getal.naam: getal.herkomst for getal in list_invoer(bewaard)}
    assert bronnen["Jeugdhulp op een bepaling van een GI in 2021"].startswith("V1b op verwijzing")
    assert bronnen["Aantal in 2021, ondertoezichtstelling"] == "aanname"
    assert read_bronnen(bewaard)["aantal_ots"][0] == "2656"


@pytest.mark.django_db
def test_niemand_schrijft_zelf_een_bron_bij_een_getal(als):
    """A source that was not signed by us is left out."""
    vals = '{"personeel": ["75000", "CBS"]}'
    invoer = clean_invoer(VERZONNEN) | {"bronnen": vals}
    als("gi").post("/scenarios/nieuw/", invoer | {"doe": "bewaar", "naam": "x"})
    bewaard = Scenario.objects.get().versies.get().invoer
    assert "bronnen" not in bewaard
    assert herkomst_of("personeel", bewaard["personeel"], read_bronnen(bewaard)) == "aanname"


def test_een_aangevulde_lijst_zegt_dat_er_een_aanname_bij_is():
    was = "Aalten; ?; 1\nArnhem; 40; 2"
    bronnen = {"gemeenten": (was, "V2c")}
    assert herkomst_of("gemeenten", was.replace("?", "3"), bronnen) == "V2c; aangevuld met aanname"
    assert herkomst_of("gemeenten", "Arnhem; 41; 2", bronnen) == "aanname"
    assert covers_lijst(was, was)


@pytest.mark.django_db
def test_de_opdracht_geeft_een_blad_waarmee_rekenen_verder_gaat(monitor, capsys, tmp_path):
    """R162, R170, R171: out of the command come budget, one-off costs, gemeenten and the illustration."""
    vul_boek()
    vraag = {"op": DAG, "gebied": "", "kring": None}
    assert opdrachten.show_vertrekpunt(argparse.Namespace(**vraag)) == 0
    blad = capsys.readouterr().out
    assert "# personeel: Loonkosten. De bronnen" in blad
    zelf = {"personeel": 75000, "indirect_personeel": 9000, "bbk": 1080, "productieve_uren": 1200, "normuren_jr": 25}  # fmt: skip
    bestand = tmp_path / "plan.toml"
    bestand.write_text(blad + "".join(f"{s} = {w}\n" for s, w in zelf.items()), encoding="utf-8")
    args = argparse.Namespace(invoer=str(bestand), voorbeeld=False, zet=[], formaat="tabel")
    assert opdrachten.reckon(args) == 0
    uit = capsys.readouterr().out
    for deel in (
        "Eenmalige kosten", "Indexatie", "Correctie voor volume", "€\u00a010.000.000",
        "€\u00a050.000.000", "Aalten", "stijgen de kosten",
    ):  # fmt: skip
        assert deel in uit, deel
    vraag["gebied"] = "regio-XX"
    assert opdrachten.show_vertrekpunt(argparse.Namespace(**vraag)) == 2
