"""How many questions the pages of the aanmeldroutes ask: as many with thirty rows as with one."""

from __future__ import annotations

import pytest
from django.utils.timezone import localdate

from paraplu.aanmelden.actions import contact
from tests.aanmelden.lopen import Loop

pytestmark = pytest.mark.django_db

VEEL = 30


@pytest.fixture(autouse=True)
def eigen_map(tmp_path, monkeypatch):
    """A key of its own for what is encrypted."""
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))


def maak_pogingen(loop, aantal):
    for _keer in range(aantal):
        contact.register_poging(
            stap=loop.stap("contact_lokaal_team"), met="lokaal_team",
            organisatie=loop.w.lokaal_team, wijze="telefoon", bereikt=False,
            by=loop.casus.houder, on=localdate(),
        )  # fmt: skip


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_het_contact_stelt_bij_dertig_pogingen_niet_meer_vragen(
    django_assert_max_num_queries, aantal
):
    loop = Loop("301")
    maak_pogingen(loop, aantal)
    client = loop.client("jeugdbeschermer")
    with django_assert_max_num_queries(75):
        antwoord = client.get(loop.stap("contact_lokaal_team").get_absolute_url())
    assert antwoord.status_code == 200


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_de_casus_stelt_met_panelen_niet_meer_vragen(django_assert_max_num_queries, aantal):
    loop = Loop("315")
    maak_pogingen(loop, aantal)
    client = loop.client("jeugdbeschermer")
    with django_assert_max_num_queries(50):
        assert client.get(loop.casus.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_de_lijst_van_de_zorgbemiddelaar_stelt_bij_dertig_vragen_niet_meer_vragen(
    django_assert_max_num_queries, aantal
):
    loop = Loop("301")
    for nummer in range(aantal):
        contact.ask_zorgbemiddelaar(
            casus=loop.casus, vraag=f"Vraag nummer {nummer}.", spoed=False,
            by=loop.casus.houder, on=localdate(),
        )  # fmt: skip
    client = loop.client("zorgbemiddelaar")
    with django_assert_max_num_queries(25):
        antwoord = client.get("/werk/bemiddeling/")
    assert antwoord.status_code == 200


@pytest.mark.parametrize("route", ["301", "315"])
def test_elke_open_stap_na_het_versturen_blijft_onder_de_grens(
    django_assert_max_num_queries, route
):
    loop = Loop(route).tot_verstuurd()
    for sleutel in loop.open():
        stap = loop.stap(sleutel)
        for rol in ("jeugdbeschermer", stap.rol):
            client = loop.client(rol)
            with django_assert_max_num_queries(75):
                antwoord = client.get(stap.get_absolute_url())
            assert antwoord.status_code == 200, (sleutel, rol)


@pytest.mark.parametrize("pad", ["verloop/", ""])
def test_het_verloop_en_de_casus_na_het_versturen_blijven_onder_de_grens(
    django_assert_max_num_queries, pad
):
    loop = Loop("301").tot_verstuurd()
    client = loop.client("jeugdbeschermer")
    with django_assert_max_num_queries(60):
        antwoord = client.get(f"{loop.casus.get_absolute_url()}{pad}")
    assert antwoord.status_code == 200
