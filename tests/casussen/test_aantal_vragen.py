"""How many questions a page asks the database: as many with thirty rows as with one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now

from paraplu.casussen import actions
from paraplu.casussen.models import Maatregel, Persoon
from paraplu.netwerk.models import Functie
from tests.casussen.bouwen import BEGIN, Wereld, make_medewerker

pytestmark = pytest.mark.django_db

VEEL = 30


@pytest.fixture
def wereld(db: None, tmp_path, monkeypatch) -> Wereld:
    """A region with a key of its own for what is encrypted."""
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))
    return Wereld()


def maak(wereld, aantal):
    """Cases of which each has a family of its own."""
    casussen = [wereld.casus() for _keer in range(aantal)]
    for casus in casussen:
        actions.register_gebeurtenis(
            casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=BEGIN
        )
    return casussen


#: Page, who looks, and the most questions it may ask, with however many rows.
LIJSTEN = (
    ("/werk/", "jeugdbeschermer", 44),
    ("/werk/", "lokaal_team", 44),
    ("/werk/organisatie/", "teamleider", 32),
    ("/werk/gezinnen/", "jeugdbeschermer", 20),
    ("/werk/gezinnen/", "lokaal_team", 20),
)


@pytest.mark.parametrize("aantal", [1, VEEL])
@pytest.mark.parametrize(("pad", "rol", "hoogstens"), LIJSTEN)
def test_een_lijst_stelt_bij_dertig_rijen_niet_meer_vragen(
    wereld, als_rol, django_assert_max_num_queries, pad, rol, hoogstens, aantal
):
    maak(wereld, aantal)
    client = als_rol(rol)
    with django_assert_max_num_queries(hoogstens):
        antwoord = client.get(pad)
    assert antwoord.status_code == 200


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_zoeken_op_naam_stelt_bij_dertig_gezinnen_niet_meer_vragen(
    wereld, als_rol, django_assert_max_num_queries, aantal
):
    maak(wereld, aantal)
    client = als_rol("jeugdbeschermer")
    with django_assert_max_num_queries(28):
        tekst = client.post("/werk/gezinnen/", {"zoek": "Testkind"}).content.decode()
    assert tekst.count("Fenna Testkind") == aantal


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_een_casus_stelt_bij_dertig_gedane_stappen_niet_meer_vragen(
    wereld, als_rol, django_assert_max_num_queries, aantal
):
    [casus] = maak(wereld, 1)
    for _keer in range(aantal):
        stap = wereld.stap(casus, "contact_lokaal_team")
        stap.pk, stap.afgerond_op, stap.uitkomst = None, BEGIN, "gesproken"
        stap.afgerond_door = casus.houder
        stap.save(force_insert=True)
    client = als_rol("jeugdbeschermer")
    with django_assert_max_num_queries(45):
        tekst = client.get(casus.get_absolute_url()).content.decode()
    assert tekst.count("Overlegd") >= aantal


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_een_stap_stelt_bij_dertig_opschortingen_niet_meer_vragen(
    wereld, als_rol, django_assert_max_num_queries, aantal
):
    [casus] = maak(wereld, 1)
    stap = wereld.stap(casus, "contact_lokaal_team")
    for dag in range(aantal):
        stap.opschortingen.create(
            vanaf=BEGIN + timedelta(weeks=dag),
            tot=BEGIN + timedelta(weeks=dag, days=2),
            reden="vakantie",
            door=casus.houder,
        )
    client = als_rol("jeugdbeschermer")
    with django_assert_max_num_queries(66):
        assert client.get(stap.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_een_gezin_stelt_bij_dertig_mensen_niet_meer_vragen(
    wereld, als_rol, django_assert_max_num_queries, aantal
):
    [casus] = maak(wereld, 1)
    for nummer in range(aantal):
        kind = Persoon.objects.create(
            gezin=casus.gezin, rol="kind", voornamen=f"Kind{nummer}", achternaam="Testkind"
        )
        Maatregel.objects.create(
            persoon=kind, soort="ots", gi=wereld.gi, uitspraak_op=BEGIN, vanaf=BEGIN
        )
    client = als_rol("jeugdbeschermer")
    with django_assert_max_num_queries(40):
        tekst = client.get(f"/werk/gezin/{casus.gezin_id}/").content.decode()
    assert tekst.count("Ondertoezichtstelling") == aantal


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_wie_keek_er_stelt_bij_dertig_blikken_niet_meer_vragen(
    wereld, als_rol, django_assert_max_num_queries, aantal
):
    [casus] = maak(wereld, 1)
    for _keer in range(aantal):
        als_rol("lokaal_team").get(casus.get_absolute_url())
    client = als_rol("jeugdbeschermer")
    with django_assert_max_num_queries(22):
        tekst = client.get(f"/werk/gezin/{casus.gezin_id}/wie-keek-er/").content.decode()
    assert tekst.count("casus bekijken") == aantal


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_noodtoegang_nazien_stelt_bij_dertig_rijen_niet_meer_vragen(
    wereld, als_rol, django_assert_max_num_queries, aantal
):
    ander = make_medewerker("jeugdbeschermer", wereld.gi)
    for casus in maak(wereld, aantal):
        actions.break_glass(casus=casus, by=ander, now=now(), reden="crisis in de nacht")
    client = als_rol("teamleider")
    with django_assert_max_num_queries(16):
        tekst = client.get("/werk/noodtoegang/nazien/").content.decode()
    assert tekst.count("nog te beoordelen") == aantal


def test_wie_meer_rollen_heeft_stelt_niet_meer_vragen(
    wereld, als_rol, django_assert_max_num_queries
):
    maak(wereld, 1)
    for rol in ("gedragswetenschapper", "teamleider"):
        Functie.objects.create(
            medewerker=wereld.wie["jeugdbeschermer"], rol=rol, organisatie=wereld.gi,
            vanaf=localdate() - timedelta(days=1),
        )  # fmt: skip
    client = als_rol("jeugdbeschermer")
    with django_assert_max_num_queries(44):
        assert client.get("/werk/").status_code == 200
