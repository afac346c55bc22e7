"""Contacts that grow old, and what a gemeente lacks (R22 to R24, R27, R28, R233)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from paraplu.afspraken import gebieden
from paraplu.netwerk import bevestigen, queries, volledigheid
from paraplu.netwerk.actions import instellingen
from tests.netwerk.bouwen import DAG, make_contact, make_medewerker

pytestmark = pytest.mark.django_db
EDE = gebieden.gemeente("0228")


@pytest.fixture(autouse=True)
def ingericht(gelderland, nep) -> None:
    """Each test begins with a Gelderland that is set up."""


def na(dagen: int):
    return DAG + timedelta(days=dagen)


@pytest.mark.parametrize(("dagen", "oud"), [(0, False), (90, False), (91, True)])
def test_een_contact_veroudert_na_de_termijn_van_de_regio(dagen, oud):
    contact = make_contact("lokaal_team", "LT-0228")
    (oordeel,) = bevestigen.oordelen([contact], op=na(dagen))
    assert oordeel.is_verouderd is oud
    assert oordeel.uiterlijk == na(90)


def test_een_organisatie_kiest_een_eigen_termijn():
    """R27: how often differs per organisation, and from a day."""
    contact = make_contact("lokaal_team", "LT-0228")
    ander = make_contact("lokaal_team", "LT-0267")
    by = make_medewerker("lokaal_team", "LT-0228").gebruiker
    instellingen.choose_for_organisatie(
        organisatie=contact.organisatie, sleutel="bevestig_na", waarde="30", vanaf=DAG,
        bron="team", by=by,
    )  # fmt: skip
    oordelen = bevestigen.oordelen([contact, ander], op=na(40))
    assert [o.is_verouderd for o in oordelen] == [True, False]


def test_de_eigenaar_en_het_team_krijgen_de_vraag_en_een_ander_niet():
    make_contact("lokaal_team", "LT-0267")
    mensen = {
        sleutel: make_medewerker(rol, sleutel).gebruiker
        for rol, sleutel in (
            ("backoffice", "GEM-0228"), ("lokaal_team", "LT-0267"), ("lokaal_team", "LT-0228"),
        )
    }  # fmt: skip
    gevraagd = {
        sleutel: len(bevestigen.te_bevestigen_for(gebruiker, op=na(100)))
        for sleutel, gebruiker in mensen.items()
    }
    assert gevraagd == {"GEM-0228": 1, "LT-0267": 1, "LT-0228": 0}


def test_de_samenvatting_telt_en_noemt_niemand():
    by = make_medewerker("lokaal_team", "LT-0228").gebruiker
    assert bevestigen.regels_voor(by, op=na(100)) == ()
    make_contact("lokaal_team", "LT-0228", naam="Lotte")
    assert bevestigen.regels_voor(by, op=na(100)) == (
        "Van 1 contact moet u zeggen of het nog klopt.",
    )
    make_contact("vervanger", "LT-0228", naam="Vera")
    assert bevestigen.regels_voor(by, op=na(100)) == (
        "Van 2 contacten moet u zeggen of zij nog kloppen.",
    )


def test_een_knop_bevestigt_wat_is_aangevinkt():
    eerste = make_contact("lokaal_team", "LT-0228")
    tweede = make_contact("vervanger", "LT-0228")
    client = Client()
    client.force_login(make_medewerker("lokaal_team", "LT-0228").gebruiker)
    client.post(reverse("contact_bevestigen"), {"contact": [eerste.pk]})
    for contact in (eerste, tweede):
        contact.refresh_from_db()
    assert (eerste.bevestigd_op, tweede.bevestigd_op) == (localdate(), DAG)


def test_zonder_vinkje_wordt_niets_bevestigd():
    client = Client()
    client.force_login(make_medewerker("lokaal_team", "LT-0228").gebruiker)
    antwoord = client.post(reverse("contact_bevestigen"), {}, follow=True)
    assert "Er is niets bevestigd" in antwoord.content.decode()


def ontbreekt(op=DAG) -> set[str]:
    (stand,) = volledigheid.standen([EDE], op=op)
    return {onderdeel.naam for onderdeel in stand.ontbreekt}


def test_een_lege_lijst_mist_alles_wat_de_agenda_noemt():
    """R22, R24, R92, R93, R233: seven things, and a contact at each of six partners."""
    assert len(ontbreekt()) == 7 + 6
    assert "Veilig Thuis Gelderland-Midden" in ontbreekt()
    assert "Veilig Thuis Gelderland-Zuid" not in ontbreekt()


@pytest.mark.parametrize(
    ("soort", "sleutel", "naam"),
    [
        ("lokaal_team", "LT-0228", "vast contact van het lokale team"),
        ("vervanger", "LT-0228", "vervanger bij het lokale team"),
        ("regionaal_contactpersoon", "REG-FV", "regionaal contactpersoon"),
        ("functionaris", "REG-FV", "functionaris voor zorg zonder contract"),
        ("functionaris", "GEM-0228", "functionaris voor zorg zonder contract"),
        ("tafel", "JBT-FV", "Jeugdbeschermingstafel"),
        ("expertteam", "RET-FV", "expertteam"),
        ("escalatie", "REG-FV", "wie u belt om te escaleren"),
    ],
)
def test_wat_er_is_ontbreekt_niet_meer(soort, sleutel, naam):
    voor = ontbreekt()
    make_contact(soort, sleutel)
    assert voor - ontbreekt() == {naam}


def test_een_contact_bij_een_gi_vult_niet_dat_van_een_andere():
    make_contact("partner", "GI-WSS", regio="FV")
    assert "William Schrikker Stichting Jeugdbescherming & Jeugdreclassering" not in ontbreekt()
    assert "Jeugd Veilig Verder" in ontbreekt()


def test_wat_van_een_andere_gemeente_is_telt_niet():
    make_contact("lokaal_team", "LT-0267")
    assert "vast contact van het lokale team" in ontbreekt()


def test_wat_overal_ontbreekt_wordt_een_keer_gezegd():
    make_contact("lokaal_team", "LT-0228")
    make_contact("tafel", "JBT-FV")
    standen = volledigheid.standen(gebieden.gemeenten_van("FV"), op=DAG)
    overal = {onderdeel.naam for onderdeel in volledigheid.overal_weg(standen)}
    assert len(overal) == 7 + 6 - 2
    assert not overal & {"vast contact van het lokale team", "Jeugdbeschermingstafel"}


def test_een_contact_dat_verouderd_is_telt_in_een_regio_een_keer():
    make_contact("tafel", "JBT-FV")
    client = Client()
    client.force_login(make_medewerker("backoffice", "GEM-0228").gebruiker)
    tekst = client.get("/wie-doet-wat/volledig/?regio=FV").content.decode()
    assert "Eén contact is te lang niet bevestigd." in tekst


def test_wat_te_oud_is_ontbreekt_niet_maar_staat_apart():
    make_contact("lokaal_team", "LT-0228")
    (stand,) = volledigheid.standen([EDE], op=na(91))
    assert [o.naam for o in stand.oud] == ["vast contact van het lokale team"]
    assert len(stand.ontbreekt) == 12


def test_een_regio_opvragen_kost_een_vast_aantal_vragen(django_assert_max_num_queries):
    for gemeente in gebieden.gemeenten_van("CG"):
        make_contact("lokaal_team", f"LT-{gemeente.code}")
    with django_assert_max_num_queries(4):
        volledigheid.standen(gebieden.gemeenten_van("CG"), op=DAG)


def test_de_lijst_opvragen_kost_niet_meer_vragen_bij_meer_contacten(
    django_assert_max_num_queries,
):
    client = Client()
    client.force_login(make_medewerker("lokaal_team", "LT-0228").gebruiker)
    for nummer in range(30):
        make_contact("vervanger", "LT-0228", naam=f"Vervanger {nummer}")
    with django_assert_max_num_queries(45):
        assert client.get(reverse("contacten")).status_code == 200
    assert queries.contacten_op(DAG).count() == 30
