"""The pages of care on offer: search, one provision, one's own offers, the measured waiting time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from paraplu.netwerk.models import (
    Beschikbaarheid,
    Inkoop,
    Kwaliteit,
    Organisatie,
    Voorziening,
    WachttijdReactie,
)
from tests.netwerk.aanbod_bouwen import (
    LANG_GELEDEN,
    maak_aanbieder,
    maak_inkoop,
    maak_meting,
    maak_stand,
    maak_voorziening,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nep")]
VRAAG = {"gemeente": "0228", "leeftijd": "9", "tussentaal": "1"}
NIEUW = {
    "naam": "Nieuw aanbod",
    "kenmerk": "N-1",
    "omschrijving": "Hulp thuis.",
    "aard": "individueel",
    "tussentaal": "1",
    "sectoren": ["lvb"],
    "schaal": "regionaal",
    "voor_wie": "kind",
    "leeftijd_vanaf": "4",
    "leeftijd_tot": "12",
    "werkgebied": "FoodValley",
    "productcodes": "45A04",
    "vanaf": "2026-01-01",
}


@pytest.fixture
def voorziening():
    return maak_voorziening("Thuis sterk")


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def test_zoeken_antwoordt_in_woorden(als, voorziening):
    maak_inkoop(voorziening, regio="FV")
    maak_stand(voorziening, op=localdate())
    pagina = tekst(als("jeugdbeschermer").post("/hulpaanbod/", VRAAG))
    assert "1 voorziening past. 1 heeft binnen twee weken plek. 1 is ingekocht voor Ede." in pagina
    assert "Past op alles" in pagina
    assert "Er is geen score" in pagina


def test_de_vraag_staat_niet_in_een_adres(als, voorziening):
    antwoord = als("jeugdbeschermer").post("/hulpaanbod/", VRAAG | {"woorden": "rouw"})
    assert antwoord.status_code == 200
    assert "?woorden" not in tekst(antwoord)
    assert 'value="rouw"' not in tekst(als("jeugdbeschermer").get("/hulpaanbod/?woorden=rouw"))


def test_een_adres_mag_plaats_en_zorgvorm_invullen(als):
    pagina = tekst(als("jeugdbeschermer").get("/hulpaanbod/?gemeente=0228&tussentaal=7"))
    assert '<option value="0228" selected>Ede</option>' in pagina
    assert '<option value="7" selected>' in pagina


def test_een_lokaal_team_begint_bij_de_eigen_gemeente(als):
    assert '<option value="0228" selected>' in tekst(als("lokaalteam").get("/hulpaanbod/"))


def test_zonder_gemeente_vragen_wij_erom(als):
    antwoord = als("jeugdbeschermer").post("/hulpaanbod/", VRAAG | {"gemeente": ""})
    assert antwoord.status_code == 422
    assert "Kies een gemeente." in tekst(antwoord)


def test_ruimer_zoeken_is_een_knop_met_dezelfde_vraag_zonder_die_eis(als, voorziening):
    vraag = VRAAG | {"tussentaal": "7"}
    antwoord = als("jeugdbeschermer").post("/hulpaanbod/", vraag)
    assert "Zonder te letten op de zorgvorm past er 1." in tekst(antwoord)
    [ruimer] = antwoord.context["ruimer"]
    assert dict(ruimer["velden"]) == {"gemeente": "0228", "leeftijd": "9"}
    opnieuw = als("jeugdbeschermer").post("/hulpaanbod/", dict(ruimer["velden"]))
    assert "1 voorziening past." in tekst(opnieuw)


def test_een_verouderde_opgave_staat_er_in_woorden_bij(als, voorziening):
    maak_stand(voorziening, op=localdate() - timedelta(days=15))
    pagina = tekst(als("jeugdbeschermer").get(f"/hulpaanbod/{voorziening.pk}/"))
    assert "15 dagen geleden. Vraag na of het nog klopt." in pagina


def test_de_belofte_staat_naast_wat_de_berichten_laten_zien(als, voorziening):
    maak_meting(voorziening.aanbieder)
    pagina = tekst(als("jeugdbeschermer").get(f"/hulpaanbod/{voorziening.pk}/"))
    assert (
        "De helft begon binnen 43 dagen, negen van de tien binnen 90 dagen (18 kinderen)." in pagina
    )


def test_wat_nog_niet_is_vrijgegeven_ziet_alleen_de_aanbieder(als, voorziening):
    maak_meting(voorziening.aanbieder, vrijgegeven_vanaf=localdate() + timedelta(days=1))
    for adres in ("/hulpaanbod/wachttijd/", f"/hulpaanbod/{voorziening.pk}/"):
        pagina = tekst(als("contractmanager").get(adres))
        assert "43 dagen" not in pagina
        assert ">43<" not in pagina
    eigen = tekst(als("aanbieder").get("/hulpaanbod/wachttijd/"))
    assert "Alleen u ziet dit nu." in eigen
    assert "De helft begon binnen 43 dagen" in eigen


def test_een_aanbieder_reageert_op_het_eigen_cijfer(als, voorziening):
    meting = maak_meting(voorziening.aanbieder)
    adres = f"/hulpaanbod/wachttijd/{meting.pk}/reactie/"
    assert als("aanbieder").post(adres, {f"w{meting.pk}-tekst": ""}).status_code == 422
    als("aanbieder").post(adres, {f"w{meting.pk}-tekst": "Er was ziekte."})
    assert WachttijdReactie.objects.get().tekst == "Er was ziekte."
    assert "Er was ziekte." in tekst(als("wethouder").get("/hulpaanbod/wachttijd/"))


def test_op_het_cijfer_van_een_ander_reageert_men_niet(als):
    meting = maak_meting(maak_aanbieder("Ander", code="90000102"))
    antwoord = als("aanbieder").post(
        f"/hulpaanbod/wachttijd/{meting.pk}/reactie/", {f"w{meting.pk}-tekst": "Nee."}
    )
    assert antwoord.status_code == 404
    assert not WachttijdReactie.objects.exists()


def test_een_kleine_groep_toont_geen_getal(als):
    leeg = dict.fromkeys(("aantal", "mediaan", "p90", "niet_gestart"))
    maak_meting(maak_aanbieder(), **leeg)
    pagina = tekst(als("contractmanager").get("/hulpaanbod/wachttijd/"))
    assert "niet te tonen: minder dan 5 kinderen" in pagina


def test_eigen_aanbod_begint_met_wat_een_antwoord_vraagt(als, voorziening):
    vers = maak_voorziening("Al verteld")
    maak_stand(vers, op=localdate())
    antwoord = als("aanbieder").get("/hulpaanbod/eigen/")
    assert "Van 1 van uw opgaven willen wij weten of er plek is" in tekst(antwoord)
    assert [r.voorziening for r in antwoord.context["regels"]] == [voorziening, vers]


def test_een_knop_bevestigt_dat_er_niets_veranderde(als, voorziening):
    maak_stand(voorziening, op=localdate() - timedelta(days=20), vrij="nee", wachttijd=4)
    adres = f"/hulpaanbod/{voorziening.pk}/stand/zelfde/"
    antwoord = als("aanbieder").post(adres, {"voor_regio": "FV"}, follow=True)
    assert "Uw opgaven zijn allemaal bij de tijd" in tekst(antwoord)
    assert Beschikbaarheid.objects.first().wachttijd == 4


def test_een_opgave_die_niet_klopt_blijft_staan_met_de_uitleg(als, voorziening):
    voor = f"v{voorziening.pk}FV"
    velden = {"voor_regio": "FV", f"{voor}-vrij": "nee", f"{voor}-wachttijd_eenheid": "weken"}
    antwoord = als("aanbieder").post(f"/hulpaanbod/{voorziening.pk}/stand/", velden)
    assert antwoord.status_code == 422
    assert "Vul in hoe lang de wachttijd is." in tekst(antwoord)
    velden[f"{voor}-wachttijd"] = "3"
    als("aanbieder").post(f"/hulpaanbod/{voorziening.pk}/stand/", velden)
    stand = Beschikbaarheid.objects.get()
    assert (stand.regio, stand.wachttijd, stand.opgegeven_op) == ("FV", 3, localdate())


@pytest.mark.parametrize("wat", ["stand/", "stand/zelfde/", "wijzigen/"])
def test_aanbod_van_een_ander_houdt_men_niet_bij(als, wat):
    maak_aanbieder()
    vreemd = maak_voorziening(aanbieder=maak_aanbieder("Ander", code="90000102"))
    assert als("aanbieder").post(f"/hulpaanbod/{vreemd.pk}/{wat}").status_code == 404


def test_een_aanbieder_voegt_een_voorziening_toe_en_wijzigt_haar(als):
    maak_aanbieder()
    als("aanbieder").post("/hulpaanbod/eigen/nieuw/", NIEUW)
    gemaakt = Voorziening.objects.get()
    assert (gemaakt.werkgebied, gemaakt.productcodes) == (["FV"], ["45A04"])
    als("aanbieder").post(f"/hulpaanbod/{gemaakt.pk}/wijzigen/", NIEUW | {"naam": "Anders"})
    assert Voorziening.objects.get().naam == "Anders"
    assert 'value="FoodValley"' in tekst(
        als("aanbieder").get(f"/hulpaanbod/{gemaakt.pk}/wijzigen/")
    )


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"tussentaal": ""}, "Kies een zorgvorm"),
        ({"sectoren": []}, "Kies ten minste één sector."),
        ({"leeftijd_tot": "3"}, "Vul een leeftijd in die niet lager is."),
        ({"werkgebied": "Atlantis"}, "Atlantis is geen regio of gemeente"),
        ({"tot": "2025-12-31"}, "Kies een dag na de eerste dag."),
        ({"kenmerk": "K-oud"}, "U heeft al een voorziening met dit kenmerk."),
    ],
)
def test_een_voorziening_die_niet_klopt_wordt_uitgelegd(als, velden, fout):
    maak_voorziening(kenmerk="K-oud")
    antwoord = als("aanbieder").post("/hulpaanbod/eigen/nieuw/", NIEUW | velden)
    assert antwoord.status_code == 422
    assert fout in tekst(antwoord)
    assert Voorziening.objects.count() == 1


def test_een_lokaal_team_heeft_eigen_algemeen_aanbod(als):
    Organisatie.objects.create(
        sleutel="LT-0228", soort="lokaal_team", naam="Lokaal team Ede", gemeente="0228",
        vanaf=LANG_GELEDEN,
    )  # fmt: skip
    velden = NIEUW | {"aard": "algemeen", "tussentaal": "", "werkgebied": "Ede"}
    als("lokaalteam").post("/hulpaanbod/eigen/nieuw/", velden)
    assert Voorziening.objects.get().aanbieder.naam == "Lokaal team Ede"


def test_een_regio_legt_inkoop_alleen_voor_zichzelf_vast(als, voorziening):
    velden = {"gecontracteerd": "ja", "vanaf": "2026-01-01", "bron": "besluit", "regio": "CG"}
    als("regio").post(f"/hulpaanbod/{voorziening.pk}/inkoop/", velden)
    assert Inkoop.objects.get().regio == "FV"
    als("backoffice").post(f"/hulpaanbod/{voorziening.pk}/inkoop/", velden)
    assert Inkoop.objects.filter(gemeente="0228", regio="").exists()


def test_een_aanbieder_legt_geen_inkoop_vast(als, voorziening):
    assert als("aanbieder").post(f"/hulpaanbod/{voorziening.pk}/inkoop/").status_code == 403


def test_over_kwaliteit_staat_er_een_bron_en_een_dag_bij(als, voorziening):
    adres = f"/hulpaanbod/{voorziening.pk}/kwaliteit/"
    velden = {"tekst": "Goed bereikbaar.", "bron": "rondvraag", "datum": str(localdate())}
    assert als("lokaalteam").post(adres, velden | {"bron": ""}).status_code == 422
    als("lokaalteam").post(adres, velden)
    assert Kwaliteit.objects.get().bron == "rondvraag"
    assert "Goed bereikbaar." in tekst(als("jeugdbeschermer").get(f"/hulpaanbod/{voorziening.pk}/"))


def test_wat_niet_meer_bestaat_ziet_alleen_de_aanbieder(als):
    oud = maak_voorziening("Oud", tot=localdate() - timedelta(days=1))
    assert als("jeugdbeschermer").get(f"/hulpaanbod/{oud.pk}/").status_code == 404
    assert als("aanbieder").get(f"/hulpaanbod/{oud.pk}/").status_code == 200


def test_het_zoekantwoord_blijft_binnen_een_vast_aantal_vragen(als, django_assert_max_num_queries):
    for nummer in range(20):
        voorziening = maak_voorziening(f"V{nummer}")
        maak_inkoop(voorziening, regio="FV")
        maak_stand(voorziening, op=localdate())
    client = als("jeugdbeschermer")
    with django_assert_max_num_queries(20):
        client.post("/hulpaanbod/", VRAAG)
