"""Lines of the directory: who may write which, and that a change never loses what was there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from paraplu.netwerk import beheer, queries
from paraplu.netwerk.actions import contacten
from paraplu.netwerk.actions.contacten import ContactChangedMeanwhile
from paraplu.netwerk.actions.instellingen import choose_for_regio
from paraplu.netwerk.models import Contact, Medewerker
from paraplu.web.models import Spoor
from tests.netwerk.bouwen import BEGIN, DAG, make_contact, make_gebruiker, make_medewerker

pytestmark = pytest.mark.django_db
NIEUW = {
    "soort": "lokaal_team", "gemeente": "0228", "regio": "", "naam": "Lotte",
    "telefoon": "0318 00 00 00", "dagen": ["1", "2"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def ingericht(gelderland, nep) -> None:
    """Each test begins with a Gelderland that is set up."""


def als_lid(sleutel: str, rol: str = "lokaal_team"):
    gebruiker = make_medewerker(rol, sleutel).gebruiker
    client = Client()
    client.force_login(gebruiker)
    return client, gebruiker


def nieuw(client: Client, sleutel: str, **anders):
    organisatie = queries.organisatie(sleutel).pk
    return client.post(reverse("contact_nieuw"), {**NIEUW, "organisatie": organisatie, **anders})


def test_een_lokaal_team_zet_zijn_eigen_contact_in_de_lijst():
    client, gebruiker = als_lid("LT-0228")
    assert nieuw(client, "LT-0228").status_code == 302
    contact = Contact.objects.get()
    assert (contact.naam, contact.dagen, contact.bevestigd_door) == ("Lotte", "12", gebruiker)
    spoor = Spoor.objects.get(handeling="contact toevoegen")
    assert spoor.voorwerp == f"contact {contact.pk}: lokaal_team 0228"
    assert "Lotte" not in spoor.voorwerp


def test_een_ander_lokaal_team_kan_dat_niet():
    client, _ = als_lid("LT-0267")
    assert nieuw(client, "LT-0228").status_code == 422
    assert not Contact.objects.exists()


def test_de_eigenaar_van_de_regio_kan_het_voor_elke_gemeente_erin():
    """R26: FoodValley is kept by the gemeente Ede."""
    client, _ = als_lid("GEM-0228", "backoffice")
    assert nieuw(client, "LT-0267", gemeente="0267").status_code == 302
    assert nieuw(client, "LT-0202", gemeente="0202").status_code == 422
    assert Contact.objects.count() == 1


def test_de_eigenaar_volgt_de_keuze_van_de_regio():
    nijkerk = make_medewerker("backoffice", "GEM-0267").gebruiker
    assert beheer.regios_of(nijkerk, op=DAG) == ()
    choose_for_regio(
        regio="FV", sleutel="contact_eigenaar", waarde="GEM-0267", vanaf=DAG, bron="besluit",
        by=nijkerk,
    )  # fmt: skip
    assert beheer.regios_of(nijkerk, op=DAG - timedelta(days=1)) == ()
    assert beheer.regios_of(nijkerk, op=DAG) == ("FV",)


def test_veilig_thuis_beheert_drie_regio_s():
    """R26: in Noord and Oost Gelderland it is Veilig Thuis."""
    gebruiker = make_gebruiker("regio", queries.organisatie("VT-NOG"))
    Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=queries.organisatie("VT-NOG"), naam="Vic", vanaf=BEGIN
    )
    assert set(beheer.regios_of(gebruiker, op=DAG)) == {"NV", "MIJOV", "ACH"}


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"gemeente": "", "regio": "FV"}, "gemeente"),
        ({"gemeente": "0228", "regio": "FV"}, "gemeente"),
        ({"naam": ""}, "naam"),
        ({"telefoon": ""}, "telefoon"),
        ({"telefoon": "bel mij"}, "telefoon"),
        ({"e_mail": "geen adres"}, "e_mail"),
        ({"dagen": []}, "dagen"),
        ({"soort": "buurman"}, "soort"),
    ],
)
def test_een_onvolledig_contact_wordt_niet_opgeslagen(anders, veld):
    client, _ = als_lid("LT-0228")
    antwoord = nieuw(client, "LT-0228", **anders)
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert not Contact.objects.exists()


def test_een_wijziging_eindigt_de_oude_regel_en_begint_een_nieuwe():
    oud = make_contact("lokaal_team", "LT-0228", naam="Lotte")
    by = make_medewerker("lokaal_team", "LT-0228").gebruiker
    velden = {
        "soort": oud.soort, "organisatie": oud.organisatie, "gemeente": "0228", "naam": "Vera",
    }  # fmt: skip
    nieuwe = contacten.change_contact(contact=oud, velden=velden, reden="ziekte", by=by, on=DAG)
    oud.refresh_from_db()
    assert (oud.tot, oud.naam) == (DAG - timedelta(days=1), "Lotte")
    assert (nieuwe.vanaf, nieuwe.reden, nieuwe.vorige) == (DAG, "ziekte", oud)
    for dag, naam in ((DAG - timedelta(days=1), "Lotte"), (DAG, "Vera")):
        assert queries.contact_voor("lokaal_team", gemeente="0228", op=dag).naam == naam


def test_twee_mensen_wijzigen_hetzelfde_contact():
    eerste = make_contact("lokaal_team", "LT-0228", naam="Lotte")
    tweede = Contact.objects.get(pk=eerste.pk)
    by = make_medewerker("lokaal_team", "LT-0228").gebruiker
    velden = {"soort": "lokaal_team", "organisatie": eerste.organisatie, "gemeente": "0228"}
    contacten.change_contact(
        contact=eerste, velden={**velden, "naam": "Vera"}, reden="verloop", by=by, on=DAG
    )
    with pytest.raises(ContactChangedMeanwhile), transaction.atomic():
        contacten.change_contact(
            contact=tweede, velden={**velden, "naam": "Piet"}, reden="verloop", by=by, on=DAG
        )
    assert [c.naam for c in queries.contacten_op(DAG)] == ["Vera"]


def test_wie_te_laat_is_ziet_wat_er_nu_staat():
    oud = make_contact("lokaal_team", "LT-0228", naam="Lotte")
    client, _ = als_lid("LT-0228")
    velden = {"naam": "Vera", "telefoon": "0318 00 00 03", "dagen": ["1"], "reden": "verloop"}
    client.post(reverse("contact_wijzigen", args=[oud.pk]), velden)
    nieuwe = Contact.objects.get(naam="Vera")
    antwoord = client.get(reverse("contact", args=[oud.pk]))
    assert reverse("contact", args=[nieuwe.pk]) in antwoord.content.decode()
    assert client.get(reverse("contact_wijzigen", args=[oud.pk])).status_code == 404


def test_een_contact_van_een_ander_is_niet_te_wijzigen():
    contact = make_contact("lokaal_team", "LT-0267", naam="Lotte")
    client, _ = als_lid("LT-0228")
    for route in ("contact_wijzigen", "contact_beeindigen"):
        assert client.get(reverse(route, args=[contact.pk])).status_code == 404
    client.post(reverse("contact_bevestigen"), {"contact": [contact.pk]})
    contact.refresh_from_db()
    assert contact.bevestigd_op == DAG
    assert "Wijzig" not in client.get(reverse("contact", args=[contact.pk])).content.decode()


def test_een_contact_houdt_op_en_de_pagina_vraagt_een_opvolger():
    contact = make_contact("lokaal_team", "LT-0228", naam="Lotte")
    client, _ = als_lid("LT-0228")
    client.post(
        reverse("contact_beeindigen", args=[contact.pk]), {"tot": "2022-06-30", "reden": "verloop"}
    )
    contact.refresh_from_db()
    assert contact.tot == date(2022, 6, 30)
    tekst = client.get(reverse("contact", args=[contact.pk])).content.decode()
    assert "Voeg een opvolger toe" in tekst


def test_een_contact_houdt_niet_op_voor_het_begon():
    contact = make_contact("lokaal_team", "LT-0228", naam="Lotte")
    client, _ = als_lid("LT-0228")
    antwoord = client.post(
        reverse("contact_beeindigen", args=[contact.pk]), {"tot": "2021-12-31", "reden": "verloop"}
    )
    assert antwoord.status_code == 422
    contact.refresh_from_db()
    assert contact.tot is None


@pytest.mark.parametrize(
    "velden", [{"gemeente": "", "regio": ""}, {"gemeente": "0228", "regio": "FV"}]
)
def test_een_contact_dient_een_gemeente_of_een_regio(velden):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_contact("functionaris", "GEM-0228", **velden)


def test_een_contact_zonder_iemand_bestaat_niet():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_contact("lokaal_team", "LT-0228", naam="", telefoon="1")
