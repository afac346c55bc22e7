"""Routes on screen, and what a new version does to cases that run. The new version is invented."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from paraplu.afspraken import routes
from paraplu.afspraken.routes import MAP
from paraplu.casussen import actions, opdrachten
from paraplu.casussen.actions.versie import move_casus
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, Gebeurtenis, Herberekening
from paraplu.casussen.views import routes as views
from paraplu.casussen.voorbeeld import preview, preview_casus
from paraplu.web.models import Gebruiker, Organisatie, Soort, Spoor
from tests.casussen.bouwen import BEGIN, make_medewerker

pytestmark = pytest.mark.django_db

SLEUTEL = "aanmeldroute-301"
OUD, NIEUW = date(2022, 1, 1), date(2026, 1, 1)
DAG = date(2026, 1, 7)


@pytest.fixture
def bron(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder with the version of today and a later one; `schrijf` changes the words of the later."""
    map_ = tmp_path / SLEUTEL
    map_.mkdir()
    tekst = (MAP / SLEUTEL / f"{OUD}.toml").read_text(encoding="utf-8")
    (map_ / f"{OUD}.toml").write_text(tekst, encoding="utf-8")

    def schrijf(*wijzigingen: tuple[str, str]):
        nieuw = tekst
        for was, wordt in wijzigingen:
            assert was in nieuw
            nieuw = nieuw.replace(was, wordt)
        (map_ / f"{NIEUW}.toml").write_text(nieuw, encoding="utf-8")
        lees = partial(routes.route, bron=tmp_path)
        monkeypatch.setattr("paraplu.casussen.models.casussen.route", lees)
        monkeypatch.setattr(views.routes, "route", lees)
        monkeypatch.setattr(views.routes, "routes", lambda: (SLEUTEL,))
        monkeypatch.setattr(views.routes, "versies", lambda _s: (OUD, NIEUW))
        return lees(SLEUTEL, NIEUW)

    return schrijf


VIJF_DAGEN = ('termijn = "3 werkdagen"', 'termijn = "5 werkdagen"')
ANDERE_UITKOMST = ("uitkomst.gesproken]", "uitkomst.besproken]")


@pytest.fixture
def casus(wereld) -> Casus:
    """A case on the version of 2022, in its first step, with a running term."""
    casus = wereld.casus(SLEUTEL)
    Casus.objects.filter(pk=casus.pk).update(route_versie=OUD)
    casus.refresh_from_db()
    actions.register_gebeurtenis(
        casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=BEGIN
    )
    return casus


def test_het_voorbeeld_zegt_welke_laatste_dag_verandert(bron, casus):
    voorbeeld = preview(bron(VIJF_DAGEN), on=DAG)
    [geval] = voorbeeld.casussen
    [stap] = geval.stappen
    assert (stap.oud, stap.nieuw) == (date(2026, 1, 8), date(2026, 1, 12))
    assert (geval.kan_over, voorbeeld.totaal.casussen, voorbeeld.totaal.kunnen_over) == (True, 1, 1)
    assert [telling.regio for telling in voorbeeld.per_regio] == ["FV"]


def test_het_voorbeeld_verandert_niets(bron, casus):
    preview(bron(VIJF_DAGEN), on=DAG)
    casus.refresh_from_db()
    assert casus.route_versie == OUD
    assert casus.stappen.get().uiterste_datum == date(2026, 1, 8)


def test_het_voorbeeld_noemt_uitkomsten_die_erbij_komen_en_weggaan(bron, casus):
    nieuw = bron(ANDERE_UITKOMST, ('naam = "Overlegd"', 'naam = "Besproken"'))
    [stap] = preview_casus(casus, nieuw).stappen
    assert (stap.erbij, stap.weg) == (("Besproken",), ("Overlegd",))
    assert stap.verandert


@pytest.mark.parametrize(
    ("wijzigingen", "bezwaar"),
    [
        ([("contact_lokaal_team", "contact_gebiedsteam")], "komt niet meer voor"),
        (
            [
                (
                    '[stap.contact_lokaal_team]\nnummer = "1"\nnaam = "Overleg met het lokale team"\nrol = "jeugdbeschermer"',
                    '[stap.contact_lokaal_team]\nnummer = "1"\nnaam = "Overleg met het lokale team"\nrol = "lokaal_team"',
                )
            ],
            "voor anderen",
        ),
        (
            [
                (
                    'termijn = "3 werkdagen"\nloopt_vanaf = "eerste_contactverzoek"',
                    'termijn = "3 werkdagen"\nloopt_vanaf = "opening"',
                )
            ],
            "telt dan vanaf iets anders",
        ),
    ],
)
def test_een_casus_kan_niet_over_en_het_voorbeeld_zegt_waarom(bron, casus, wijzigingen, bezwaar):
    nieuw = bron(*wijzigingen)
    voorbeeld = preview(nieuw, on=DAG)
    [(zin, aantal)] = voorbeeld.bezwaren
    assert bezwaar in zin
    assert (aantal, voorbeeld.totaal.kunnen_over) == (1, 0)
    with pytest.raises(CasusFout, match=bezwaar):
        move_casus(casus=casus, naar=nieuw, by=casus.houder, on=DAG, reden="nieuwe afspraken")
    casus.refresh_from_db()
    assert casus.route_versie == OUD


def test_wat_gedaan_is_moet_leesbaar_blijven(bron, casus):
    casus.stappen.update(uitkomst="gesproken", afgerond_op=DAG)
    [bezwaar] = preview_casus(casus, bron(ANDERE_UITKOMST)).bezwaren
    assert "uitkomst die niet meer bestaat" in bezwaar


def test_een_casus_gaat_over_met_een_reden_en_de_termijn_gaat_mee(bron, casus):
    nieuw = bron(VIJF_DAGEN)
    move_casus(casus=casus, naar=nieuw, by=casus.houder, on=DAG, reden="de regio sprak dit af")
    casus.refresh_from_db()
    stap = casus.stappen.get()
    assert (casus.route_versie, stap.termijn) == (NIEUW, "5 werkdagen")
    assert stap.uiterste_datum == date(2026, 1, 12)
    herberekening = Herberekening.objects.get(stap=stap, nieuw=date(2026, 1, 12))
    assert "de regio sprak dit af" in herberekening.reden
    gebeurtenis = Gebeurtenis.objects.get(casus=casus, soort="route_versie_gewijzigd")
    assert gebeurtenis.reden == "de regio sprak dit af"
    assert gebeurtenis.gegevens == {"van": "2022-01-01", "naar": "2026-01-01"}


def test_een_casus_gaat_niet_terug_naar_een_eerdere_versie(bron, casus):
    bron(VIJF_DAGEN)
    oud = routes.route(SLEUTEL, OUD)
    with pytest.raises(CasusFout, match="nieuwere versie"):
        move_casus(casus=casus, naar=oud, by=casus.houder, on=DAG, reden="toch niet")


def test_een_termijn_die_vervalt_laat_geen_laatste_dag_achter(bron, casus):
    blok = (
        'termijn = "3 werkdagen"\nloopt_vanaf = "eerste_contactverzoek"\n'
        'bij_verlopen = "regionaal_contactpersoon"\n'
        'gevolg = "De regionale contactpersoon krijgt bericht en kan het contact leggen."\n'
    )
    nieuw = bron((blok, 'loopt_vanaf = "opening"\n'))
    move_casus(casus=casus, naar=nieuw, by=casus.houder, on=DAG, reden="zonder termijn")
    stap = casus.stappen.get()
    assert (stap.termijn, stap.uiterste_datum) == ("", None)


def test_een_nieuwe_termijn_begint_bij_zijn_gebeurtenis(bron, casus):
    """A step that had no term gets one: from its opening, or from the event that is agreed."""
    casus.stappen.update(
        sleutel="bepaling", termijn="", kalender="", anker=None, uiterste_datum=None
    )
    kop = 'naam = "Bepaling vaststellen en formulier invullen"\nrol = "jeugdbeschermer"\n'
    erbij = (
        'termijn = "2 werkdagen"\nbij_verlopen = "jeugdbeschermer"\ngevolg = "Een herinnering."\n'
    )
    nieuw = bron((kop, kop + erbij))
    [stap] = preview_casus(casus, nieuw).stappen
    assert stap.nieuw == date(2026, 1, 7)
    move_casus(casus=casus, naar=nieuw, by=casus.houder, on=DAG, reden="een nieuwe termijn")
    assert casus.stappen.get().uiterste_datum == date(2026, 1, 7)


def test_de_opdracht_toont_aantallen_en_geen_casus(bron, casus, tmp_path, capsys):
    bron(VIJF_DAGEN)
    args = type("Args", (), {"pad": tmp_path / SLEUTEL / f"{NIEUW}.toml"})
    assert opdrachten.show(args) == 0
    tekst = capsys.readouterr().out
    assert "Lopende casussen: 1. Kunnen over: 1. Verandert iets: 1." in tekst
    assert casus.nummer not in tekst


def test_de_opdracht_zegt_wat_er_mis_is_met_het_bestand(tmp_path, capsys):
    args = type("Args", (), {"pad": tmp_path / "straks.toml"})
    assert opdrachten.show(args) == 2
    assert "Noem straks.toml naar de dag" in capsys.readouterr().err


def contractmanager() -> Gebruiker:
    """The account of the bovenregionaal contractmanager."""
    return Gebruiker.objects.create_user(
        "cm",
        naam="cm",
        soort=Soort.CONTRACTMANAGER,
        organisatie_soort=Organisatie.REGIO,
        organisatie_code="CG",
        organisatie_naam="Centraal Gelderland",
    )


def test_de_contractmanager_ziet_aantallen_per_regio_en_geen_casus(client, bron, casus):
    bron(VIJF_DAGEN)
    client.force_login(contractmanager())
    antwoord = client.get(f"/routes/{SLEUTEL}/{NIEUW}/voorbeeld/").content.decode()
    assert "Lopende casussen op een andere versie: 1." in antwoord
    assert "FoodValley" in antwoord
    assert casus.nummer not in antwoord
    assert Spoor.objects.filter(handeling="voorbeeld van een routeversie bekijken").exists()


def test_de_pagina_van_een_route_toont_stappen_termijnen_en_aanvullingen(als_rol):
    client = als_rol("zorgaanbieder")
    tekst = client.get("/routes/aanmeldroute-315/2022-01-01/").content.decode()
    assert "Wat wij hebben aangevuld" in tekst
    assert "R102" in tekst or "R104" in tekst
    assert "<svg" in tekst
    assert "Wat betekent deze versie" not in tekst
    met = client.get("/routes/aanmeldroute-315/2022-01-01/?optie=lt_eerst").content.decode()
    assert "Toon de route zonder deze keuze" in met


@pytest.mark.parametrize("adres", ["/routes/x/2022-01-01/", f"/routes/{SLEUTEL}/morgen/"])
def test_een_route_die_er_niet_is_geeft_niets(als_rol, adres):
    assert als_rol("jeugdbeschermer").get(adres).status_code == 404


def test_de_lijst_van_routes_zegt_wat_een_versie_veranderde(als_rol, bron):
    bron(VIJF_DAGEN)
    tekst = als_rol("jeugdbeschermer").get("/routes/").content.decode()
    assert "5 werkdagen; dat was 3 werkdagen" in tekst


def test_de_jeugdbeschermer_kiest_de_nieuwe_versie_op_de_pagina(als_rol, bron, casus):
    bron(VIJF_DAGEN)
    client = als_rol("jeugdbeschermer")
    adres = f"/werk/casus/{casus.pk}/versie/"
    assert adres in client.get(casus.get_absolute_url()).content.decode()
    assert "de laatste dag wordt 12 januari 2026" in client.get(adres).content.decode()
    assert client.post(adres, {"reden": ""}).status_code == 422
    assert client.post(adres, {"reden": "zo afgesproken"}).status_code == 302
    casus.refresh_from_db()
    assert casus.route_versie == NIEUW
    assert client.get(adres).status_code == 404
    assert adres not in client.get(casus.get_absolute_url()).content.decode()


def test_wie_de_casus_niet_heeft_vindt_de_pagina_niet(client, bron, casus, wereld):
    bron(VIJF_DAGEN)
    client.force_login(make_medewerker("jeugdbeschermer", wereld.gi).gebruiker)
    assert client.get(f"/werk/casus/{casus.pk}/versie/").status_code == 404
