"""Documents: who reads which part, on the screen and on paper."""

from __future__ import annotations

import pytest

from paraplu.aanmelden.actions.versturen import share_formulier
from paraplu.web.models import Spoor
from tests.aanmelden.invullen import casus_van_nu, doe, loop_tot

pytestmark = pytest.mark.django_db
KLOPT = {"versturen-klopt": "on"}
NAAM = "Fenna Testkind"


@pytest.fixture(autouse=True)
def sleutelmap(tmp_path, monkeypatch):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))


@pytest.fixture
def casus(wereld, als_rol):
    """A case in 301 of which everything was sent."""
    client = als_rol("jeugdbeschermer")
    casus = casus_van_nu(wereld)
    doe(client, loop_tot(wereld, client, casus, "versturen_aanbieder"), "verstuur", KLOPT)
    doe(client, wereld.stap(casus, "versturen_lokaal_team"), "verstuur", KLOPT)
    return casus


def adressen(casus, soort):
    stuk = casus.documenten.get(soort=soort)
    return f"/werk/document/{stuk.pk}/", f"/werk/document/{stuk.pk}/pdf/"


def test_de_aanbieder_in_301_opent_de_bepaling_langs_geen_enkel_adres(casus, als_rol):
    client = als_rol("zorgaanbieder")
    for adres in adressen(casus, "bepaling"):
        assert client.get(adres).status_code == 404
    pagina = client.get(casus.get_absolute_url()).content.decode()
    assert adressen(casus, "bepaling")[0] not in pagina
    assert client.get(adressen(casus, "aanmeldformulier")[0]).status_code == 200
    assert NAAM in client.get(adressen(casus, "aanmeldformulier")[0]).content.decode()


def test_het_expertteam_ziet_alleen_deel_1(casus, wereld, als_rol):
    # R148.
    share_formulier(
        casus=casus,
        organisatie=wereld.expertteam,
        rol="expertteam",
        by=casus.houder,
        on=casus.geopend_op,
    )
    client = als_rol("expertteam")
    scherm, papier = adressen(casus, "aanmeldformulier")
    tekst = client.get(scherm).content.decode()
    assert "Hoe leert het kind weer naar school gaan?" in tekst
    assert "zonder persoonsgegevens" in tekst
    assert "Testkind" not in tekst
    assert client.get(papier).status_code == 200
    assert client.get(adressen(casus, "bepaling")[0]).status_code == 404


def test_het_lokale_team_leest_beide_stukken_met_deel_2(casus, als_rol):
    client = als_rol("lokaal_team")
    for soort in ("bepaling", "aanmeldformulier"):
        assert NAAM in client.get(adressen(casus, soort)[0]).content.decode()


@pytest.mark.parametrize("rol", ["functionaris", "zorgbemiddelaar", "expertteam"])
def test_wie_niets_kreeg_vindt_niets(casus, als_rol, rol):
    for soort in ("bepaling", "aanmeldformulier"):
        for adres in adressen(casus, soort):
            assert als_rol(rol).get(adres).status_code == 404


def test_lezen_en_downloaden_staan_in_het_spoor(casus, als_rol):
    client = als_rol("zorgaanbieder")
    scherm, papier = adressen(casus, "aanmeldformulier")
    client.get(scherm)
    antwoord = client.get(papier)
    assert antwoord.content.startswith(b"%PDF")
    naam = antwoord["Content-Disposition"]
    assert naam == f'attachment; filename="aanmeldformulier-{casus.nummer}-v1.pdf"'
    for handeling in ("document bekijken", "document downloaden"):
        regel = Spoor.objects.get(handeling=handeling)
        assert regel.gezin == casus.gezin.nummer
        assert "Fenna" not in str(vars(regel))


def test_de_casus_toont_versies_en_wie_wat_kreeg(casus, wereld, als_rol):
    tekst = als_rol("jeugdbeschermer").get(casus.get_absolute_url()).content.decode()
    assert "Bepaling jeugdhulp, versie 1" in tekst
    assert f"Verstuurd aan {wereld.lokaal_team.naam}" in tekst
    bij_aanbieder = als_rol("zorgaanbieder").get(casus.get_absolute_url()).content.decode()
    assert "Bepaling jeugdhulp, versie" not in bij_aanbieder
    assert f"Verstuurd aan {wereld.lokaal_team.naam}" not in bij_aanbieder
