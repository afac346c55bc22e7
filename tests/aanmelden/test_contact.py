"""Step 1 on the page: attempts, the talk, connecting both, and the zorgbemiddelaar."""

from __future__ import annotations

import pytest
from django.utils.timezone import localdate

from paraplu.aanmelden.models import Bemiddelingsvraag, Contactpoging, Contactverslag
from paraplu.casussen.models import Deelname
from paraplu.termijnen import kalender
from tests.aanmelden.invullen import casus_van_nu, dag, doe, fouten, verslag

pytestmark = pytest.mark.django_db


@pytest.fixture
def stap(wereld):
    return wereld.stap(casus_van_nu(wereld), "contact_lokaal_team")


def poging(**anders):
    velden = {"met": "lokaal_team", "wijze": "telefoon", "op": dag(), "bereikt": "nee", **anders}
    return {f"poging-{naam}": waarde for naam, waarde in velden.items()}


def test_een_poging_staat_op_de_pagina_en_start_de_termijn(als_rol, stap):
    # P7.
    antwoord = doe(als_rol("jeugdbeschermer"), stap, "poging", poging())
    assert antwoord.status_code == 302, fouten(antwoord)
    stap.refresh_from_db()
    assert stap.anker == localdate()
    assert (
        "niet bereikt" in als_rol("jeugdbeschermer").get(stap.get_absolute_url()).content.decode()
    )


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("met", "zorgaanbieder"),
        ("met", ""),
        ("wijze", "postduif"),
        ("op", "2099-01-01"),
        ("op", "2001-01-01"),
        ("op", "gisteren"),
        ("bereikt", ""),
        ("toelichting", "Ik belde over Fenna."),
    ],
)
def test_een_poging_die_niet_klopt_wordt_niet_vastgelegd(als_rol, stap, veld, waarde):
    antwoord = doe(als_rol("jeugdbeschermer"), stap, "poging", poging(**{veld: waarde}))
    assert antwoord.status_code == 422
    assert fouten(antwoord)
    assert not Contactpoging.objects.exists()


def test_het_verslag_sluit_de_stap_met_de_drie_voorwaarden(wereld, als_rol, stap):
    # R88.
    velden = verslag(
        gezin_bekend="on",
        aanbod_bekend="on",
        advies_soort="aanbieder",
        aanbieder=str(wereld.aanbieder.pk),
        verschil="Het lokale team wil korter.",
    )
    antwoord = doe(als_rol("jeugdbeschermer"), stap, "verslag_klaar", velden)
    assert antwoord.status_code == 302, fouten(antwoord)
    rij = Contactverslag.objects.get()
    assert (rij.gezin_bekend, rij.aanbod_bekend, rij.beschikbaarheid_bekend) == (True, True, False)
    assert rij.aanbieder == wereld.aanbieder
    stap.refresh_from_db()
    assert stap.uitkomst == "gesproken"


def test_een_verschil_van_mening_houdt_niets_tegen(wereld, als_rol, stap):
    # R87, P34.
    velden = verslag(advies_soort="alternatief", advies="Liever niets.", verschil="Oneens.")
    doe(als_rol("jeugdbeschermer"), stap, "verslag_klaar", velden)
    assert wereld.stap(stap.casus, "bepaling")


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("gesproken_met", ""),
        ("wenselijke_hulp", ""),
        ("wenselijke_hulp", "y" * 5000),
        ("wenselijke_hulp", "Hulp voor Testkind"),
        ("duur_en_omvang", ""),
        ("op", "2099-01-01"),
        ("advies_soort", ""),
        ("advies_soort", "aanbieder"),
        ("advies_soort", "netwerk"),
    ],
)
def test_een_verslag_dat_niet_af_is_sluit_de_stap_niet(als_rol, stap, veld, waarde):
    antwoord = doe(als_rol("jeugdbeschermer"), stap, "verslag_klaar", verslag(**{veld: waarde}))
    assert antwoord.status_code == 422
    stap.refresh_from_db()
    assert stap.is_open
    assert not Contactverslag.objects.exists()


def test_in_315_kiest_men_welke_aanbieder_is_gesproken(wereld, als_rol):
    stap = wereld.stap(casus_van_nu(wereld, "aanmeldroute-315"), "contact_aanbieder")
    client = als_rol("jeugdbeschermer")
    assert doe(client, stap, "verslag_klaar", verslag()).status_code == 422
    velden = verslag(organisatie=str(wereld.aanbieder.pk))
    assert doe(client, stap, "verslag_klaar", velden).status_code == 302
    assert Contactverslag.objects.get().organisatie == wereld.aanbieder


def test_de_regionale_contactpersoon_ziet_de_pogingen_en_niets_van_het_gezin(wereld, als_rol, stap):
    client = als_rol("jeugdbeschermer")
    for met in ("lokaal_team", "tweede_medewerker"):
        doe(client, stap, "poging", poging(met=met))
    client.post(f"/werk/stap/{stap.pk}/afronden/", {"uitkomst": "geen_contact"})
    verbinden = wereld.stap(stap.casus, "verbinden")
    antwoord = als_rol("regionaal_contactpersoon").get(verbinden.get_absolute_url())
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert tekst.count("niet bereikt") == 2
    assert str(stap.casus.houder) in tekst
    assert "Fenna" not in tekst
    assert "Testkind" not in tekst


@pytest.mark.parametrize(("spoed", "werkdagen"), [("", 3), ("on", 0)])
def test_de_zorgbemiddelaar_heeft_een_eigen_termijn_en_antwoordt(
    wereld, als_rol, stap, spoed, werkdagen
):
    velden = {"bemiddeling-vraag": "Waar is plek voor een kind van twaalf?"}
    if spoed:
        velden["bemiddeling-spoed"] = spoed
    antwoord = doe(als_rol("jeugdbeschermer"), stap, "bemiddeling", velden)
    assert antwoord.status_code == 302, fouten(antwoord)
    vraag = Bemiddelingsvraag.objects.get()
    from paraplu.aanmelden.views.bemiddeling import Vraagregel  # noqa: PLC0415

    regel = Vraagregel(vraag, localdate())
    verwacht = kalender().werkdag_na(localdate(), werkdagen) if werkdagen else localdate()
    assert regel.uiterlijk == verwacht
    client = als_rol("zorgbemiddelaar")
    lijst = client.get("/werk/bemiddeling/").content.decode()
    assert "Waar is plek" in lijst
    assert ("merkje--fout" in lijst) is bool(spoed)
    assert "Fenna" not in client.get(f"/werk/bemiddeling/{vraag.pk}/").content.decode()
    antwoord = client.post(f"/werk/bemiddeling/{vraag.pk}/", {"antwoord": "Bij ZA-1."})
    assert antwoord.status_code == 302, fouten(antwoord)
    vraag.refresh_from_db()
    assert vraag.beantwoord_op == localdate()
    assert Deelname.objects.get(rol="zorgbemiddelaar").tot == localdate()
    assert "Bij ZA-1." in als_rol("jeugdbeschermer").get(stap.get_absolute_url()).content.decode()


def test_een_bemiddelingsvraag_met_een_naam_gaat_niet_weg(als_rol, stap):
    velden = {"bemiddeling-vraag": "Plek voor Fenna?"}
    assert doe(als_rol("jeugdbeschermer"), stap, "bemiddeling", velden).status_code == 422
    assert not Bemiddelingsvraag.objects.exists()


def test_wie_geen_zorgbemiddelaar_is_ziet_de_vraag_niet(als_rol, stap):
    velden = {"bemiddeling-vraag": "Waar is plek?"}
    doe(als_rol("jeugdbeschermer"), stap, "bemiddeling", velden)
    vraag = Bemiddelingsvraag.objects.get()
    for rol in ("regionaal_contactpersoon", "functionaris"):
        assert als_rol(rol).get(f"/werk/bemiddeling/{vraag.pk}/").status_code == 404
    assert als_rol("zorgaanbieder").get(f"/werk/bemiddeling/{vraag.pk}/").status_code in (403, 404)
