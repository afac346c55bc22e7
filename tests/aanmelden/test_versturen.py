"""Step 3: who gets what is shown before, and the provider in 301 never gets the bepaling."""

from __future__ import annotations

import pytest

from paraplu.casussen.models import Afschrift
from tests.aanmelden.invullen import casus_van_nu, doe, fouten, loop_tot

pytestmark = pytest.mark.django_db
KLOPT = {"versturen-klopt": "on"}


@pytest.fixture(autouse=True)
def sleutelmap(tmp_path, monkeypatch):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))


def wie_kreeg_wat(casus):
    return {
        (rij.rol, rij.document.soort, rij.met_persoonsgegevens)
        for rij in Afschrift.objects.filter(document__casus=casus)
    }


def test_in_301_krijgt_de_aanbieder_alleen_het_formulier(wereld, als_rol):
    client = als_rol("jeugdbeschermer")
    casus = casus_van_nu(wereld)
    stap = loop_tot(wereld, client, casus, "versturen_aanbieder")
    pagina = client.get(stap.get_absolute_url()).content.decode()
    assert "De aanbieder krijgt in deze route de bepaling niet." in pagina
    assert "Bepaling jeugdhulp" not in pagina
    antwoord = doe(client, stap, "verstuur", KLOPT)
    assert antwoord.status_code == 302, fouten(antwoord)
    assert wie_kreeg_wat(casus) == {("zorgaanbieder", "aanmeldformulier", True)}
    assert wereld.stap(casus, "versturen_lokaal_team").is_open
    doe(client, wereld.stap(casus, "versturen_lokaal_team"), "verstuur", KLOPT)
    assert wie_kreeg_wat(casus) == {
        ("zorgaanbieder", "aanmeldformulier", True),
        ("lokaal_team", "aanmeldformulier", True),
        ("lokaal_team", "bepaling", True),
    }
    assert wereld.stap(casus, "toewijzen").is_open


def test_in_315_gaat_alles_in_een_keer_naar_beide(wereld, als_rol):
    client = als_rol("jeugdbeschermer")
    casus = casus_van_nu(wereld, "aanmeldroute-315")
    stap = loop_tot(wereld, client, casus, "versturen_lokaal_team")
    assert "Beide krijgen het tegelijk." in client.get(stap.get_absolute_url()).content.decode()
    antwoord = doe(client, stap, "verstuur", KLOPT)
    assert antwoord.status_code == 302, fouten(antwoord)
    assert {(rol, soort) for rol, soort, _ in wie_kreeg_wat(casus)} == {
        (rol, soort)
        for rol in ("lokaal_team", "zorgaanbieder")
        for soort in ("bepaling", "aanmeldformulier")
    }
    assert not casus.stappen.filter(sleutel__startswith="versturen", afgerond_op=None).exists()


def test_zonder_te_kijken_wordt_niets_verstuurd(wereld, als_rol):
    client = als_rol("jeugdbeschermer")
    casus = casus_van_nu(wereld)
    stap = loop_tot(wereld, client, casus, "versturen_aanbieder")
    assert doe(client, stap, "verstuur", {}).status_code == 422
    assert wie_kreeg_wat(casus) == set()


def test_twee_keer_versturen_geeft_een_afschrift(wereld, als_rol):
    client = als_rol("jeugdbeschermer")
    casus = casus_van_nu(wereld)
    stap = loop_tot(wereld, client, casus, "versturen_aanbieder")
    doe(client, stap, "verstuur", KLOPT)
    doe(client, stap, "verstuur", KLOPT)
    assert Afschrift.objects.filter(document__casus=casus).count() == 1
