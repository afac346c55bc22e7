"""What a region chooses, by whom and from when; all about one gemeente (R26, R30, R94, R282, R285)."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from paraplu.afspraken import vereisten
from paraplu.netwerk import queries
from paraplu.netwerk.actions import instellingen
from paraplu.netwerk.instellingen import VAN_ORGANISATIE, VAN_REGIO, WaardeBestaatNiet
from paraplu.netwerk.models import RegioInstelling, Subregio
from tests.netwerk.bouwen import make_contact, make_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ingericht(gelderland, nep) -> None:
    """Each test begins with a Gelderland that is set up."""


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(make_medewerker("backoffice", "GEM-0228").gebruiker)
    return client


def kies(client, sleutel, waarde, vanaf="2023-01-01", bron="besluit van 1 december"):
    adres = reverse("regio_kiezen", args=["FV", sleutel])
    return client.post(adres, {"waarde": waarde, "vanaf": vanaf, "bron": bron})


def test_een_nieuwe_route_geldt_vanaf_haar_dag_en_de_oude_blijft_te_zien(client):
    assert kies(client, "route", "315").status_code == 302
    assert queries.instelling("FV", "route", op=date(2022, 12, 31)) == "301"
    assert queries.instelling("FV", "route", op=date(2023, 1, 1)) == "315"
    tekst = client.get("/regios/FV/").content.decode()
    assert "Vanaf 1 januari 2022: 301: via de gemeente" in tekst
    assert "besluit van 1 december" in tekst


@pytest.mark.parametrize(
    ("sleutel", "waarde"),
    [
        ("route", "316"), ("lt_eerst", "soms"), ("contact_eigenaar", "GEM-0202"),
        ("bevestig_na", "0"), ("bevestig_na", "vaak"), ("ret_sinds", "gisteren"),
        ("beschikbaarheid_optie", "d"), ("ret_toegang", "x" * 2001),
    ],
)  # fmt: skip
def test_een_waarde_die_niet_kan_wordt_geweigerd(sleutel, waarde, client):
    voor = RegioInstelling.objects.count()
    antwoord = kies(client, sleutel, waarde)
    assert antwoord.status_code == 422
    assert "waarde" in antwoord.context["form"].errors
    assert RegioInstelling.objects.count() == voor


def test_wat_maar_een_keer_is_gekozen_heeft_geen_geschiedenis(client):
    assert "Wat eerder gold" not in client.get("/regios/FV/").content.decode()
    kies(client, "route", "315")
    assert client.get("/regios/FV/").content.decode().count("Wat eerder gold") == 1


def test_twee_keuzes_op_een_dag_kunnen_niet(client):
    assert kies(client, "route", "315").status_code == 302
    antwoord = kies(client, "route", "301")
    assert antwoord.status_code == 422
    assert "Kies een andere dag" in antwoord.content.decode()


def test_een_keuze_zonder_bron_wordt_niet_opgeslagen(client):
    assert kies(client, "route", "315", bron="").status_code == 422


def test_de_keuze_van_een_optie_heeft_de_dag_van_het_besluit(client):
    """R119, R285: undecided, until a region decides."""
    kies(client, "beschikbaarheid_optie", "b", vanaf="2022-09-15")
    rij = RegioInstelling.objects.get(regio="FV", sleutel="beschikbaarheid_optie", waarde="b")
    assert rij.vanaf == date(2022, 9, 15)


@pytest.mark.parametrize(
    ("sleutel", "waarde", "woord"),
    [
        ("actieve_regie", "ja", "Ja"),  # R283
        ("ret_voor_gi", "2020-09-01", "2020-09-01"),  # R127
        ("preventief_pakket", "De gemeenten betalen samen.", "De gemeenten betalen samen."),  # R37
        ("accounthoudend", "nee", "Nee"),  # R16
    ],
)
def test_een_regio_legt_vast_wat_er_is_afgesproken(client, sleutel, waarde, woord):
    """R6: what is the same everywhere has its default, a region decides on the rest."""
    kies(client, sleutel, waarde)
    assert queries.instelling("FV", sleutel, op=date(2023, 1, 1)) == waarde
    assert woord in client.get("/regios/FV/").content.decode()


def test_elke_instelling_noemt_een_vereiste_die_bestaat():
    genoemd = {v for i in (*VAN_REGIO.values(), *VAN_ORGANISATIE.values()) for v in i.vereisten}
    assert genoemd
    assert all(vereisten.bestaat(nummer) or nummer.startswith("P") for nummer in genoemd)


def test_een_organisatie_die_niet_bestaat_wordt_geen_eigenaar():
    by = make_medewerker("backoffice", "GEM-0228").gebruiker
    with pytest.raises(WaardeBestaatNiet):
        instellingen.choose_for_regio(
            regio="FV", sleutel="contact_eigenaar", waarde="GEM-9999", vanaf=date(2023, 1, 1),
            bron="besluit", by=by,
        )  # fmt: skip


def test_een_regio_maakt_en_beeindigt_een_subregio(client):
    """R30."""
    gegevens = {"naam": "Valleirand", "gemeenten": ["0228", "0203"], "vanaf": "2022-01-01"}
    client.post(reverse("subregio_nieuw", args=["FV"]), gegevens)
    assert "Barneveld, Ede" in client.get("/regios/FV/").content.decode().replace(
        "Ede, Barneveld", "Barneveld, Ede"
    )
    client.post(reverse("subregio_beeindigen", args=["FV", Subregio.objects.get().pk]))
    assert "Valleirand" not in client.get("/regios/FV/").content.decode()


def test_een_gemeente_van_een_andere_regio_hoort_niet_in_de_subregio(client):
    gegevens = {"naam": "Oost", "gemeenten": ["0202"], "vanaf": "2022-01-01"}
    assert client.post(reverse("subregio_nieuw", args=["FV"]), gegevens).status_code == 422


def test_de_bladzijde_van_een_gemeente_zegt_route_rollen_en_wat_ontbreekt(client):
    """R282."""
    make_contact("regionaal_contactpersoon", "REG-FV", naam="Rik")
    tekst = client.get("/wie-doet-wat/gemeenten/0228/").content.decode()
    for wat in (
        "301-aanmeldroute", "Rik", "Jeugdhulpregio FoodValley", "Lokaal team Ede",
        "Regionaal Expertteam FoodValley", "vervanger bij het lokale team",
    ):  # fmt: skip
        assert wat in tekst
    assert "eerst met het lokale team" not in tekst


def test_in_centraal_gelderland_staat_erbij_dat_het_team_eerst_komt(client):
    """R94, R95."""
    tekst = client.get("/wie-doet-wat/gemeenten/0202/").content.decode()
    assert "315-aanmeldroute" in tekst
    assert "Overleg altijd eerst met het lokale team" in tekst
    assert "Perspectiefoverleg" in tekst


def test_wat_een_lokaal_team_doet_bij_het_zoeken_staat_erbij(client):
    """R89, R243."""
    adres = reverse("organisatie_kiezen", args=["LT-0228", "zoektaak"])
    gegevens = {"waarde": "advies_en_steun", "vanaf": localdate(), "bron": "gemeente"}
    assert client.post(adres, gegevens).status_code == 302
    tekst = client.get("/wie-doet-wat/gemeenten/0228/").content.decode()
    assert "Advies en steun bij het zoeken" in tekst


def test_een_lokaal_team_kreeg_de_opdracht_om_het_aanbod_te_kennen(client):
    """R242."""
    adres = reverse("organisatie_kiezen", args=["LT-0228", "opdracht_aanbod"])
    gegevens = {"waarde": "ja", "vanaf": localdate(), "bron": "gemeente"}
    assert client.post(adres, gegevens).status_code == 302
    tekst = client.get("/wie-doet-wat/gemeenten/0228/").content.decode()
    assert "Kreeg de opdracht om het aanbod te kennen" in tekst


def test_met_welke_loketten_een_lokaal_team_werkt_staat_bij_de_gemeente(client):
    """R227."""
    adres = reverse("organisatie_kiezen", args=["LT-0228", "andere_domeinen"])
    gegevens = {"waarde": "Wmo-loket en schuldhulp", "vanaf": localdate(), "bron": "gemeente"}
    assert client.post(adres, gegevens).status_code == 302
    assert "Wmo-loket en schuldhulp" in client.get("/wie-doet-wat/gemeenten/0228/").content.decode()


def test_het_aanmeldformulier_is_een_keuze_van_een_aanbieder_en_niet_van_een_team(client):
    """R286: since when a provider uses the one form is its own to say."""
    assert VAN_ORGANISATIE["formulier_sinds"].check("2021-09-01") == "2021-09-01"
    for sleutel in ("formulier_sinds", "formulier_toegezegd"):
        adres = reverse("organisatie_kiezen", args=["LT-0228", sleutel])
        assert client.get(adres).status_code == 404
