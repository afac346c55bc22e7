"""De mensen van de demo: wie er is, met welke rol, en hoe zij op de inlogpagina staan."""

from __future__ import annotations

from django.test import Client

from paraplu.afspraken.routes import geldend
from paraplu.demo.werk.mensen import is_demo_mens, make_mensen
from paraplu.netwerk.models import Functie, Medewerker
from paraplu.netwerk.queries import medewerker_of
from paraplu.netwerk.rollen import NAMEN
from paraplu.web.models import Gebruiker, Soort
from paraplu.web.queries import demo_groups

from .conftest import VANDAAG

ZONDER_WERK = {
    Soort.CONTRACTMANAGER,
    Soort.WETHOUDER,
    Soort.GI,
    Soort.PROVINCIE,
    Soort.RAADSLID,
    Soort.BEHEERDER,
}


def test_elk_account_dat_met_casussen_werkt_is_iemand(mensen):
    zonder = [
        naam
        for naam, gebruiker in mensen.items()
        if gebruiker.soort not in ZONDER_WERK and medewerker_of(gebruiker, op=VANDAAG) is None
    ]
    assert zonder == []


def test_elke_rol_van_de_aanmeldroutes_is_er_in_beide_regios(mensen):
    van_gi = {"jeugdbeschermer", "teamleider", "gedragswetenschapper"}
    routes = [geldend(route, op=VANDAAG) for route in ("aanmeldroute-301", "aanmeldroute-315")]
    nodig = {stap.rol for route in routes for stap in route.stappen.values()} - van_gi
    for regio in ("FV", "CG"):
        rollen = set(Functie.objects.filter(organisatie__regio=regio).values_list("rol", flat=True))
        assert rollen >= nodig | {"voorzitter"}


def test_elke_rol_die_iemand_kan_hebben_heeft_iemand(mensen):
    assert set(Functie.objects.values_list("rol", flat=True)) == set(NAMEN)


def test_twee_keer_maken_geeft_dezelfde_mensen(mensen):
    eerst = (Medewerker.objects.count(), Gebruiker.objects.count(), Functie.objects.count())
    assert make_mensen(on=VANDAAG, by=mensen["demo-beheerder"]) == 0
    assert (Medewerker.objects.count(), Gebruiker.objects.count(), Functie.objects.count()) == eerst


def test_iedereen_van_de_demo_is_verzonnen_en_dat_staat_erbij(mensen):
    assert all(
        is_demo_mens(mens) and mens.naam.endswith("(demo)") for mens in Medewerker.objects.all()
    )


def test_de_inlogpagina_groepeert_de_accounts_per_route(mensen):
    groepen = {str(naam): [a.gebruikersnaam for a in wie] for naam, wie in demo_groups()}
    tafels = "Tafels, escalatie en toekomsttuin"
    assert list(groepen) == ["Route 301: Ede", "Route 315: Arnhem", tafels, "Monitor"]
    assert {"demo-voorzitter", "demo-raad", "demo-tafel-buur"} <= set(groepen[tafels])
    assert "demo-jeugdbeschermer" in groepen["Route 301: Ede"]
    assert {"demo-315-lokaalteam", "demo-aanbieder"} <= set(groepen["Route 315: Arnhem"])
    pagina = Client().get("/inloggen/").content.decode()
    assert (
        pagina.index("Route 301: Ede") < pagina.index("Route 315: Arnhem") < pagina.index("Monitor")
    )
    assert "Functionaris zorg zonder contract" in pagina
