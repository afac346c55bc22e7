"""Partners that join and leave: by the technical administrator, a GI per quarter (R14, R17, R156)."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from paraplu.netwerk import queries
from paraplu.netwerk.models import Organisatie
from paraplu.web.models import Spoor

pytestmark = pytest.mark.django_db
NIEUW = {"soort": "gi", "naam": "Nieuwe GI", "sleutel": "GI-NIEUW", "code": "99900002"}


@pytest.fixture(autouse=True)
def ingericht(gelderland, nep) -> None:
    """Each test begins with a Gelderland that is set up."""


def voeg_toe(client, **anders):
    return client.post(reverse("organisatie_nieuw"), {**NIEUW, "vanaf": "2023-04-01", **anders})


@pytest.mark.parametrize("dag", ["2023-01-01", "2023-04-01", "2023-07-01", "2023-10-01"])
def test_een_gi_treedt_toe_aan_het_begin_van_een_kwartaal(dag, als):
    assert voeg_toe(als("beheerder"), vanaf=dag).status_code == 302
    assert Organisatie.objects.get(sleutel="GI-NIEUW").vanaf == date.fromisoformat(dag)
    assert Spoor.objects.filter(handeling="organisatie toevoegen", voorwerp="GI-NIEUW").exists()


@pytest.mark.parametrize("dag", ["2023-01-02", "2023-03-31", "2023-05-01"])
def test_op_een_andere_dag_treedt_een_gi_niet_toe(dag, als):
    antwoord = voeg_toe(als("beheerder"), vanaf=dag)
    assert antwoord.status_code == 422
    assert "kwartaal" in antwoord.content.decode()
    assert not Organisatie.objects.filter(sleutel="GI-NIEUW").exists()


def test_een_aanbieder_begint_op_elke_dag(als):
    antwoord = voeg_toe(als("beheerder"), soort="aanbieder", sleutel="ZA-NIEUW", vanaf="2023-05-03")
    assert antwoord.status_code == 302


@pytest.mark.parametrize(
    "anders", [{"sleutel": "GI-WSS"}, {"sleutel": "gi nieuw"}, {"code": "12"}, {"naam": ""}]
)
def test_een_organisatie_die_niet_kan_wordt_niet_opgeslagen(anders, als):
    voor = Organisatie.objects.count()
    assert voeg_toe(als("beheerder"), **anders).status_code == 422
    assert Organisatie.objects.count() == voor


@pytest.mark.parametrize("soort", ["teamleider", "backoffice", "contractmanager"])
def test_een_ander_voegt_geen_organisatie_toe(soort, als):
    assert voeg_toe(als(soort)).status_code == 403


def test_een_organisatie_houdt_op_en_is_daarna_weg(als):
    client = als("beheerder")
    adres = reverse("organisatie_beeindigen", args=["GI-JVV"])
    client.post(adres, {"tot": "2010-01-01"})
    assert queries.organisatie("GI-JVV").tot is None
    client.post(adres, {"tot": "2023-12-31"})
    assert queries.organisatie("GI-JVV").tot == date(2023, 12, 31)
    assert "Jeugd Veilig Verder" not in client.get(reverse("organisaties")).content.decode()
