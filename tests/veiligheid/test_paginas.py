"""The pages of the plan: read it, write it, see what changed, print it; and who may do so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from django.utils.timezone import localdate
from pypdf import PdfReader

from paraplu.casussen import actions as werk
from paraplu.meelezen.stukken import find_soort
from paraplu.veiligheid import actions, queries
from paraplu.veiligheid.forms.plan import PlanForm, initial_of
from paraplu.veiligheid.inhoud import read_inhoud
from paraplu.veiligheid.models import Instemming, Planversie, Veiligheidsplan
from paraplu.web.models import Spoor
from tests.casussen.bouwen import BEGIN, make_medewerker
from tests.veiligheid.bouwen import AFSPRAAK, INHOUD, VOORWAARDE, inhoud, versie

pytestmark = pytest.mark.django_db
VANDAAG = localdate()
NU = {"on": VANDAAG, "evaluatie_op": VANDAAG + timedelta(days=30)}


def adres(casus, *delen) -> str:
    return "/".join(("/veiligheid/gezin", str(casus.gezin.pk), *map(str, delen), ""))


def ingevuld(**velden) -> dict[str, str]:
    """The form as a browser sends it."""
    waarden = {**initial_of(inhoud(evaluatie_op=NU["evaluatie_op"])), "doe": "bewaar", "vorige": 0}
    return {naam: str(waarde or "") for naam, waarde in {**waarden, **velden}.items()}


def lees(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def test_wat_het_gezin_afsprak_staat_op_de_bladzijde(casus, als_rol):
    versie(casus, **NU)
    tekst = lees(als_rol("lokaal_team").get(adres(casus)))
    for stuk in (
        "Dit plan is van de ouders.",
        "Oma komt bij ruzie",
        "Buurvrouw Ans",
        "Veilig Thuis",
    ):
        assert stuk in tekst


@pytest.mark.parametrize("pad", [(), ("schrijven",), ("versie", 1), ("versie", 1, "kind")])
def test_wie_het_gezin_niet_ziet_vindt_geen_plan(casus, als_rol, client, pad):
    versie(casus, **NU)
    assert als_rol("teamleider").get(adres(casus, *pad)).status_code == 200
    client.force_login(make_medewerker("lokaal_team", casus.gi).gebruiker)
    assert client.get(adres(casus, *pad)).status_code == 404


def test_elke_blik_en_elk_woord_staat_in_het_spoor_zonder_naam(casus, als_rol):
    browser = als_rol("jeugdbeschermer")
    browser.post(adres(casus, "schrijven"), ingevuld())
    browser.get(adres(casus))
    browser.get(f"{adres(casus)}versie/1/gezin.pdf")
    regels = Spoor.objects.filter(gezin=casus.gezin.nummer).exclude(handeling="casus bekijken")
    assert [regel.handeling for regel in regels.order_by("pk")] == [
        "veiligheidsplan vaststellen",
        "veiligheidsplan bekijken",
        "veiligheidsplan downloaden",
    ]
    assert all("Test" not in str(vars(regel)) for regel in regels)


def test_het_formulier_maakt_het_plan_zoals_het_is_ingevuld(casus, als_rol):
    antwoord = als_rol("jeugdbeschermer").post(adres(casus, "schrijven"), ingevuld())
    assert antwoord.status_code == 302
    bewaard = read_inhoud(Planversie.objects.get())
    assert bewaard == inhoud(evaluatie_op=NU["evaluatie_op"])


def test_wie_meedeed_wat_het_gezin_zelf_besloot_en_voor_wie_de_hulp_is(casus, als_rol):
    """R222: decided with the family, not for it. R250: for child, parents or family; network too."""
    voor_kind = replace(VOORWAARDE, afspraken=(replace(AFSPRAAK, voor_wie="kind"),))
    versie(casus, **NU, voorwaarden=(voor_kind,))
    tekst = lees(als_rol("lokaal_team").get(adres(casus)))
    for naam, waarde in (
        ("Uit het netwerk maakten mee", "Oma"),
        ("Wat het gezin zelf besloot", INHOUD.gezin_besloot),
        ("Voor wie", "Het kind"),
    ):
        assert f"<dt>{naam}</dt><dd>{waarde}</dd>" in tekst


def test_een_nieuwe_versie_begint_met_de_woorden_van_de_vorige(casus, als_rol):
    versie(casus, **NU)
    browser = als_rol("lokaal_team")
    tekst = lees(browser.get(adres(casus, "schrijven")))
    assert "De kinderen zijn niet alleen bij een ruzie." in tekst
    browser.post(adres(casus, "schrijven"), ingevuld(vorige=1, waarom="Het is rustiger."))
    assert Planversie.objects.get(nummer=2).waarom == "Het is rustiger."
    assert Planversie.objects.get(nummer=1).waarom == INHOUD.waarom


def test_de_oude_versie_zegt_wat_er_anders_werd(casus, als_rol):
    versie(casus, **NU)
    versie(casus, **NU, toezicht_door="Juf Els")
    tekst = lees(als_rol("lokaal_team").get(adres(casus, "versie", 2)))
    assert "<del>Kijkt of de afspraken worden nagekomen: Buurvrouw Ans</del>" in tekst
    assert "<ins>Kijkt of de afspraken worden nagekomen: Juf Els</ins>" in tekst


def test_er_kan_een_regel_bij_en_wat_er_stond_blijft(casus, als_rol):
    browser = als_rol("jeugdbeschermer")
    half = ingevuld(waarom="Half af", evaluatie_op="", doe="afspraak-1")
    tekst = lees(browser.post(adres(casus, "schrijven"), half))
    assert "Afspraak 1.2" in tekst
    assert "Half af" in tekst
    assert "Dat ging nog niet goed" not in tekst
    assert "Voorwaarde 2" in lees(
        browser.post(adres(casus, "schrijven"), ingevuld(doe="voorwaarde"))
    )
    assert not Veiligheidsplan.objects.exists()


def test_een_lege_regel_telt_niet_en_een_halve_vraagt_om_de_rest(casus, als_rol):
    browser = als_rol("jeugdbeschermer")
    leeg = {"vorm": "2,1", "v0a1_tekst": "", "v0a1_voor_wie": "gezin", "v1a0_voor_wie": "gezin"}
    antwoord = browser.post(adres(casus, "schrijven"), ingevuld(**leeg, v0a1_wie="Vader"))
    assert antwoord.status_code == 422
    assert "Vul in: Wat spreekt u af?" in lees(antwoord)
    assert browser.post(adres(casus, "schrijven"), ingevuld(**leeg)).status_code == 302
    assert read_inhoud(Planversie.objects.get()).voorwaarden == INHOUD.voorwaarden


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"waarom": ""}, "Vul in: Wat is er nu niet veilig?"),
        ({"met_ouders": "niet"}, "Schrijf op waarom niet helemaal."),
        ({"v0a0_tekst": "", "v0a0_wie": "", "v0a0_vanaf": "", "v0a0_voor_kind": ""}, "afspraak op"),
        ({"v0a0_tot": "2020-01-01"}, "eindigt niet voor het begin"),
        ({"makers_gezin": "", "makers_netwerk": "", "makers_hulp": ""}, "wie het plan maakten"),
        ({"evaluatie_op": "2020-01-01"}, "is al geweest"),
        ({"v0_geregeld_op": "gisteren"}, "geen dag die bestaat"),
    ],
    ids=["waarom", "ouders", "afspraak", "tot", "makers", "terugkijken", "dag"],
)
def test_wat_er_mist_staat_bij_het_formulier_en_niets_is_weg(casus, als_rol, velden, zin):
    antwoord = als_rol("jeugdbeschermer").post(adres(casus, "schrijven"), ingevuld(**velden))
    assert antwoord.status_code == 422
    assert zin in lees(antwoord)
    assert INHOUD.als_het_lukt in lees(antwoord)
    assert not Veiligheidsplan.objects.exists()


def test_wie_tegelijk_schrijft_hoort_van_de_ander_en_verliest_niets(casus, als_rol):
    versie(casus, **NU)
    versie(casus, **NU)
    browser = als_rol("jeugdbeschermer")
    antwoord = browser.post(adres(casus, "schrijven"), ingevuld(vorige=1, waarom="Van mij."))
    assert antwoord.status_code == 409
    assert "Een ander heeft intussen versie 2 vastgesteld." in lees(antwoord)
    assert "Van mij." in lees(antwoord)
    assert 'name="vorige" value="2"' in lees(antwoord)
    assert Planversie.objects.count() == 2


def test_een_concept_is_van_wie_het_schreef_en_gaat_weg_als_het_klaar_is(casus, als_rol):
    half = ingevuld(doe="concept", concept_versie=0, waarom="Nog niet af", v0_wat="")
    als_rol("jeugdbeschermer").post(adres(casus, "schrijven"), half)
    assert not Veiligheidsplan.objects.exists()
    assert "Nog niet af" in lees(als_rol("jeugdbeschermer").get(adres(casus, "schrijven")))
    assert "Nog niet af" not in lees(als_rol("lokaal_team").get(adres(casus, "schrijven")))
    als_rol("jeugdbeschermer").post(adres(casus, "schrijven"), ingevuld())
    assert "Nog niet af" not in lees(als_rol("jeugdbeschermer").get(adres(casus, "schrijven")))


def test_een_ouder_stemt_in_en_dat_staat_er_met_de_dag(casus, als_rol):
    rij = versie(casus, **NU)
    ouder = casus.gezin.personen.get(rol="ouder")
    velden = {"versie": 1, "instemmen-wie": f"p{ouder.pk}", "instemmen-akkoord": "nee"}
    als_rol("lokaal_team").post(adres(casus, "instemming"), velden)
    een = Instemming.objects.get()
    assert (een.versie, een.persoon, een.akkoord, een.op) == (rij, ouder, False, VANDAAG)
    assert "<strong>Ouder Testouder</strong>: niet eens" in lees(
        als_rol("teamleider").get(adres(casus))
    )


def test_iemand_anders_heeft_een_naam_en_een_ander_gezin_telt_niet(wereld, casus, als_rol):
    versie(casus, **NU)
    vreemd = wereld.casus().kind
    for wie in ("ander", f"p{vreemd.pk}", ""):
        velden = {"versie": 1, "instemmen-wie": wie, "instemmen-akkoord": "ja"}
        antwoord = als_rol("lokaal_team").post(adres(casus, "instemming"), velden)
        assert antwoord.status_code == 422
    assert not Instemming.objects.exists()


def test_wie_over_een_oude_versie_praat_hoort_van_de_nieuwe(casus, als_rol):
    versie(casus, **NU)
    versie(casus, **NU)
    velden = {"versie": 1, "instemmen-wie": "ik", "instemmen-akkoord": "ja"}
    antwoord = als_rol("lokaal_team").post(adres(casus, "instemming"), velden, follow=True)
    assert "Er is intussen een nieuwe versie." in lees(antwoord)
    assert not Instemming.objects.exists()


def test_een_afgesloten_plan_blijft_te_lezen_en_er_kan_een_nieuw_komen(casus, als_rol):
    versie(casus, **NU)
    browser = als_rol("jeugdbeschermer")
    assert browser.post(adres(casus, "beeindigen"), {"einde-reden": ""}).status_code == 422
    browser.post(adres(casus, "beeindigen"), {"einde-reden": "Het is al lang veilig."})
    tekst = lees(browser.get(adres(casus)))
    assert "Het is al lang veilig." in tekst
    assert "Oma komt bij ruzie" in tekst
    assert "Plan maken" in tekst
    assert browser.post(adres(casus, "beeindigen"), {"einde-reden": "Nog eens"}).status_code == 404


def test_papier_en_bladzijde_zeggen_hetzelfde(casus, als_rol):
    rij = versie(casus, **NU, met_ouders="deels", met_ouders_reden="Vader werkte.")
    actions.agree(versie=rij, naam="Oma", by=casus.houder, on=VANDAAG)
    antwoord = als_rol("lokaal_team").get(f"{adres(casus)}versie/1/gezin.pdf")
    papier = " ".join(
        " ".join(blad.extract_text() for blad in PdfReader(BytesIO(antwoord.content)).pages).split()
    )
    bladzijde = lees(als_rol("lokaal_team").get(adres(casus)))
    for stuk in ("Vader werkte.", "Oma komt bij ruzie", INHOUD.als_ouders_niet_kunnen):
        assert stuk in bladzijde
        assert stuk in papier
    assert "Oma is het eens met dit plan" in papier
    assert "Ouder Testouder" in papier
    assert "Testouder" not in antwoord["Content-Disposition"]


def test_een_kind_leest_alleen_wat_voor_een_kind_is(casus, als_rol):
    versie(casus, **NU)
    tekst = lees(als_rol("lokaal_team").get(adres(casus, "versie", 1, "kind")))
    assert "Is er ruzie? Dan bel je oma. Oma komt." in tekst
    assert "112" in tekst
    assert INHOUD.waarom not in tekst
    papier = als_rol("lokaal_team").get(f"{adres(casus)}versie/1/kind.pdf")
    assert papier.content.startswith(b"%PDF")


def test_zonder_woorden_voor_kinderen_is_er_geen_kinderversie(casus, als_rol):
    versie(casus, **NU, kind_uitleg="")
    browser = als_rol("lokaal_team")
    assert browser.get(adres(casus, "versie", 1, "kind")).status_code == 404
    assert browser.get(f"{adres(casus)}versie/1/kind.pdf").status_code == 404
    assert browser.get(f"{adres(casus)}versie/1/buren.pdf").status_code == 404


def test_het_gezin_toont_zijn_plan_of_dat_het_ontbreekt(wereld, casus, als_rol):
    """R10: on the page of the family, with the number of families that lack something."""
    werk.start_maatregel(
        persoon=casus.kind, soort="ots", gi=wereld.gi, uitspraak_op=BEGIN, vanaf=BEGIN
    )
    pagina = f"/werk/gezin/{casus.gezin.pk}/"
    tekst = lees(als_rol("teamleider").get(pagina))
    assert "Dit gezin heeft nu geen veiligheidsplan." in tekst
    assert "1 gezin zonder plan of regisseur" in tekst
    werk_van = {rol: lees(als_rol(rol).get("/werk/")) for rol in ("teamleider", "jeugdbeschermer")}
    assert "1 gezin zonder veiligheidsplan of regisseur" in werk_van["teamleider"]
    assert "zonder veiligheidsplan" not in werk_van["jeugdbeschermer"]
    assert casus.gezin.nummer in lees(als_rol("lokaal_team").get("/veiligheid/zonder-plan/"))
    versie(casus, **NU)
    werk.set_regisseur(gezin=casus.gezin, medewerker=casus.houder, on=VANDAAG)
    tekst = lees(als_rol("teamleider").get(pagina))
    assert "Versie 1 van" in tekst
    assert "zonder plan of regisseur" not in tekst
    lijst = lees(als_rol("lokaal_team").get("/veiligheid/zonder-plan/"))
    assert "Elk gezin heeft een plan en een regisseur." in lijst


def test_terugkijken_staat_op_de_werklijst(casus, als_rol):
    versie(casus, on=VANDAAG, evaluatie_op=VANDAAG + timedelta(days=7))
    tekst = lees(als_rol("jeugdbeschermer").get("/werk/"))
    assert f"Kijk terug op het veiligheidsplan van gezin {casus.gezin.nummer}" in tekst


def test_de_ouder_leest_het_plan_en_het_kind_zijn_eigen_woorden(wereld, casus):
    """R268: the plan is the parents' own; a child reads its own words."""
    soort = find_soort("veiligheidsplan")
    ouder, kind = casus.gezin.personen.get(rol="ouder"), casus.kind
    assert list(soort.stukken(casus, ouder, VANDAAG)) == []
    versie(casus, **NU)
    gelezen = {}
    for persoon in (ouder, kind):
        (stuk,) = soort.stukken(casus, persoon, VANDAAG)
        gelezen[persoon.rol] = render_to_string(*soort.toon(stuk, persoon, "nl"))
    assert INHOUD.waarom in gelezen["ouder"]
    assert INHOUD.waarom not in gelezen["kind"]
    assert "Dan bel je oma." in gelezen["kind"]
    assert list(soort.stukken(casus, wereld.casus().kind, VANDAAG)) == []


def test_een_formulier_kent_grenzen():
    assert PlanForm(initial={"vorm": "999,x,-1,٣,2"}).aantallen == [12, 2]
    assert PlanForm(initial={"vorm": ",".join("1" * 50)}).aantallen == [1] * 12


def test_de_nieuwste_versie_geldt_ook_op_de_dag_zelf(casus):
    versie(casus, **NU)
    laatste = versie(casus, **NU)
    assert queries.versie_of(laatste.plan, VANDAAG) == laatste
