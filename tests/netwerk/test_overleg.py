"""Who asked whom for advice, and the fixed group around a gemeente (R36, R234, R239)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from paraplu.netwerk import consultaties, groepen, queries
from paraplu.netwerk.models import Consultatie, Groepslid, LokaleGroep, Soort
from paraplu.web.models import Spoor
from tests.netwerk.bouwen import make_medewerker

pytestmark = pytest.mark.django_db
ADVIES = "Neem de gedragswetenschapper mee."


@pytest.fixture(autouse=True)
def ingericht(gelderland, nep) -> None:
    """Each test begins with a Gelderland that is set up."""


def browser(rol="lokaal_team", sleutel="LT-0228") -> Client:
    client = Client()
    client.force_login(make_medewerker(rol, sleutel).gebruiker)
    return client


def noteer(client, vrager="LT-0228", gevraagde="VT-GM", **anders):
    gegevens = {
        "vrager": queries.organisatie(vrager).pk, "gevraagde": queries.organisatie(gevraagde).pk,
        "gemeente": "0228", "dag": localdate(), "onderwerp": "veiligheid", "gezin": "G12",
        "advies": ADVIES, **anders,
    }  # fmt: skip
    return client.post(reverse("consultatie_nieuw"), gegevens)


def test_een_overleg_wordt_genoteerd_met_een_spoor_bij_het_gezin():
    assert noteer(browser()).status_code == 302
    consultatie = Consultatie.objects.get()
    assert (consultatie.gezin, consultatie.gevraagde.sleutel) == ("G12", "VT-GM")
    spoor = Spoor.objects.get(handeling="consultatie noteren")
    assert spoor.gezin == "G12"
    assert ADVIES not in spoor.voorwerp


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"gevraagde": "LT-0228"}, "gevraagde"),
        ({"vrager": "LT-0267"}, "vrager"),
        ({"gezin": "Jansen"}, "gezin"),
        ({"advies": "Bel 999900006 op."}, "advies"),
        ({"advies": "Bel 9999.00.006 op."}, "advies"),
        ({"advies": ""}, "advies"),
        ({"dag": "2999-01-01"}, "dag"),
        ({"onderwerp": "weer"}, "onderwerp"),
    ],
)
def test_een_overleg_dat_niet_kan_wordt_niet_genoteerd(anders, veld):
    antwoord = noteer(browser(), **anders)
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert not Consultatie.objects.exists()


def test_het_advies_lezen_alleen_de_twee_die_overlegden():
    noteer(browser())
    for rol, sleutel, ziet in (
        ("lokaal_team", "LT-0228", True), ("lokaal_team", "LT-0267", False),
        ("jeugdbeschermer", "GI-WSS", False),
    ):  # fmt: skip
        tekst = browser(rol, sleutel).get(reverse("consultaties")).content.decode()
        assert (ADVIES in tekst) is ziet
        assert "is één keer advies gevraagd" in tekst


def test_de_telling_per_regio_en_partner():
    """R239: regions in which nobody asks are seen as well."""
    client = browser()
    noteer(client)
    noteer(client, gevraagde="RVDK")
    noteer(client, gevraagde="RVDK")
    jaar = localdate().year
    tellingen = {
        t.regio.code: t for t in consultaties.count_per_regio(van=date(jaar, 1, 1), tot=localdate())
    }
    per_partner = dict(zip(consultaties.PARTNERS, tellingen["FV"].aantallen, strict=True))
    assert per_partner[Soort.VEILIG_THUIS] == 1
    assert per_partner[Soort.RVDK] == 2
    assert tellingen["FV"].totaal == 3
    assert sum(t.totaal for code, t in tellingen.items() if code != "FV") == 0
    assert len(tellingen) == 7


def test_het_eerste_overleg_over_een_gezin_staat_vooraan():
    client = browser()
    gisteren = localdate() - timedelta(days=1)
    noteer(client)
    noteer(client, dag=gisteren)
    noteer(client, gezin="G13")
    dagen = [c.dag for c in consultaties.consultaties_over("G12", op=localdate())]
    assert dagen == [gisteren, localdate()]


def test_een_groep_zegt_wie_er_ontbreekt_en_wanneer_zij_bijeenkwam():
    """R234."""
    client = browser()
    client.post(reverse("lokale_groep", args=["0228"]), {"deel": "Noord"})
    groep = LokaleGroep.objects.get()
    client.post(
        reverse("groepslid_nieuw", args=[groep.pk]),
        {"organisatie": queries.organisatie("GI-WSS").pk, "naam": "Wil", "vanaf": "2022-01-01"},
    )
    client.post(reverse("groep_bijeen", args=[groep.pk]), {"dag": "2022-05-02"})
    client.post(reverse("groep_bijeen", args=[groep.pk]), {"dag": "2022-04-01"})
    (stand,) = groepen.groepen_van("0228", op=localdate())
    assert stand.ontbreekt == (Soort.LOKAAL_TEAM, Soort.VEILIG_THUIS, Soort.RVDK)
    assert stand.groep.laatste_bijeenkomst == date(2022, 5, 2)
    assert "2 mei 2022" in client.get(reverse("lokale_groep", args=["0228"])).content.decode()


def test_wie_uit_de_groep_gaat_telt_niet_meer_mee():
    client = browser()
    client.post(reverse("lokale_groep", args=["0228"]), {"deel": ""})
    groep = LokaleGroep.objects.get()
    client.post(
        reverse("groepslid_nieuw", args=[groep.pk]),
        {"organisatie": queries.organisatie("RVDK").pk, "naam": "Rob", "vanaf": "2022-01-01"},
    )
    client.post(reverse("groepslid_beeindigen", args=[Groepslid.objects.get().pk]))
    (stand,) = groepen.groepen_van("0228", op=localdate())
    assert stand.leden == ()


def test_een_andere_gemeente_wijzigt_de_groep_niet():
    ander = browser("lokaal_team", "LT-0267")
    assert ander.post(reverse("lokale_groep", args=["0228"]), {"deel": ""}).status_code == 404
    browser().post(reverse("lokale_groep", args=["0228"]), {"deel": ""})
    groep = LokaleGroep.objects.get()
    assert ander.get(reverse("groepslid_nieuw", args=[groep.pk])).status_code == 404
    assert (
        ander.post(reverse("groep_bijeen", args=[groep.pk]), {"dag": "2022-05-02"}).status_code
        == 404
    )
