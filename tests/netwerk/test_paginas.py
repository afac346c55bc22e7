"""Every page of this room opens for who may open it, with one heading and every id once."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from paraplu.netwerk import queries
from paraplu.netwerk.actions import instellingen, mensen, overleg
from paraplu.netwerk.models import Subregio
from tests.netwerk.bouwen import BEGIN, make_contact, make_gebruiker, make_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def ede(gelderland, nep) -> dict:
    """Ede with people, contacts, an absence, a group, a subregion and a consultation."""
    eigenaar = make_medewerker("backoffice", "GEM-0228")
    by = eigenaar.gebruiker
    collega = make_medewerker("backoffice", "GEM-0228")
    lid = make_medewerker("lokaal_team", "LT-0228")
    contact = make_contact("lokaal_team", "LT-0228", medewerker=lid)
    weg = mensen.add_afwezigheid(medewerker=lid, vanaf=BEGIN, reden="verlof", by=by)
    team = mensen.add_team(organisatie=collega.organisatie, naam="Jeugd", vanaf=BEGIN, by=by)
    groep = overleg.add_groep(gemeente="0228", deel="Noord", vanaf=BEGIN, by=by)
    lokaal = queries.organisatie("LT-0228")
    overleg.add_lid(groep=groep, organisatie=lokaal, naam="Iemand", vanaf=BEGIN, by=by)
    subregio = instellingen.add_subregio(
        regio="FV", naam="Oost", gemeenten=["0228"], vanaf=BEGIN, by=by
    )
    overleg.write_consultatie(
        velden={
            "dag": localdate(), "vrager": eigenaar.organisatie, "gemeente": "0228",
            "gevraagde": queries.organisatie("VT-GM"), "onderwerp": "veiligheid",
            "gezin": "G1", "advies": "Bel eerst het lokale team.",
        },
        by=by,
    )  # fmt: skip
    return {
        "by": by, "contact": contact, "collega": collega, "weg": weg, "team": team,
        "groep": groep, "subregio": subregio, "lid": lid,
    }  # fmt: skip


def open_als(gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


ADRESSEN = [
    ("contacten", lambda ede: []),
    ("contact_zoeken", lambda ede: []),
    ("contact_volledigheid", lambda ede: []),
    ("gemeente_netwerk", lambda ede: ["0228"]),
    ("contact", lambda ede: [ede["contact"].pk]),
    ("contact_nieuw", lambda ede: []),
    ("contact_wijzigen", lambda ede: [ede["contact"].pk]),
    ("contact_beeindigen", lambda ede: [ede["contact"].pk]),
    ("contacten_bevestigen", lambda ede: []),
    ("contacten_inlezen", lambda ede: []),
    ("regio_instellingen", lambda ede: ["FV"]),
    ("regio_kiezen", lambda ede: ["FV", "route"]),
    ("regio_kiezen", lambda ede: ["FV", "contact_eigenaar"]),
    ("regio_kiezen", lambda ede: ["FV", "ret_toegang"]),
    ("regio_kiezen", lambda ede: ["FV", "ret_sinds"]),
    ("subregio_nieuw", lambda ede: ["FV"]),
    ("organisaties", lambda ede: []),
    ("mensen", lambda ede: ["GEM-0228"]),
    ("mensen", lambda ede: ["LT-0228"]),
    ("medewerker_nieuw", lambda ede: ["GEM-0228"]),
    ("medewerker", lambda ede: [ede["collega"].pk]),
    ("functie_nieuw", lambda ede: [ede["collega"].pk]),
    ("organisatie_kiezen", lambda ede: ["LT-0228", "zoektaak"]),
    ("afwezigheid", lambda ede: []),
    ("consultaties", lambda ede: []),
    ("consultatie_nieuw", lambda ede: []),
    ("lokale_groep", lambda ede: ["0228"]),
    ("groepslid_nieuw", lambda ede: [ede["groep"].pk]),
]


@pytest.mark.parametrize(("route", "argumenten"), ADRESSEN)
def test_elke_pagina_gaat_open_met_een_kop_en_een_titel(route, argumenten, ede):
    antwoord = open_als(ede["by"]).get(reverse(route, args=argumenten(ede)))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert tekst.count("<h1") == 1
    assert re.search(r"<title>\s*\S+.* – Paraplu</title>", tekst, re.S)
    ids = re.findall(r'\sid="([^"]+)"', tekst)
    assert len(ids) == len(set(ids))
    assert "<script" not in tekst
    assert not re.search(r"\son\w+=|\sstyle=|<style", tekst)


@pytest.mark.parametrize("soort", ["contractmanager", "expertteam", "aanbieder", "gi"])
def test_de_lijst_gaat_open_voor_elke_soort_gebruiker(soort, ede, als):
    for route in ("contacten", "contact_zoeken", "consultaties"):
        assert als(soort).get(reverse(route)).status_code == 200


def test_de_beheerder_ziet_de_mensen_en_niet_de_contacten(ede, als):
    client = als("beheerder")
    assert client.get(reverse("mensen", args=["GI-WSS"])).status_code == 200
    assert client.get(reverse("contacten")).status_code == 403
    assert client.get(reverse("consultaties")).status_code == 403


def test_wie_de_regio_niet_beheert_kan_er_niets_kiezen(ede):
    ander = make_gebruiker("backoffice", queries.organisatie("GEM-0267"))
    client = open_als(ander)
    assert client.get(reverse("regio_kiezen", args=["FV", "route"])).status_code == 404
    assert client.get(reverse("subregio_nieuw", args=["FV"])).status_code == 404
    assert "Maak een nieuwe keuze" not in client.get("/regios/FV/").content.decode()
    assert (
        client.post(reverse("subregio_beeindigen", args=["FV", ede["subregio"].pk])).status_code
        == 404
    )
    assert Subregio.objects.get().tot is None


def test_een_plaats_die_niet_bestaat_is_er_niet(ede):
    client = open_als(ede["by"])
    for adres in (
        "/regios/XX/",
        "/wie-doet-wat/gemeenten/9999/",
        "/groepen/9999/",
        "/wie-doet-wat/?regio=XX",
    ):
        assert client.get(adres).status_code == 404
