"""Step 2 on the page: the bepaling is checked, kept as a draft, and fixed."""

from __future__ import annotations

import pytest

from paraplu.aanmelden.actions.bepalen import decide_zonder_contract
from paraplu.casussen.models import Concept
from tests.aanmelden.invullen import bepaling, casus_van_nu, dag, doe, fouten, koop_in, loop_tot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sleutelmap(tmp_path, monkeypatch):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))


@pytest.fixture
def stap(wereld, als_rol):
    casus = casus_van_nu(wereld)
    return loop_tot(wereld, als_rol("jeugdbeschermer"), casus, "bepaling")


def stuur(als_rol, stap, velden, handeling="bepaling", versie="0"):
    return doe(als_rol("jeugdbeschermer"), stap, handeling, velden, concept_versie=versie)


def test_een_goede_bepaling_wordt_vastgesteld_met_eigen_duur(wereld, als_rol, stap):
    # R97, R105, R120, R126.
    koop_in(wereld)
    antwoord = stuur(als_rol, stap, bepaling(wereld))
    assert antwoord.status_code == 302, fouten(antwoord)
    inhoud = stap.casus.documenten.get(soort="bepaling").inhoud
    assert (inhoud["begin"], inhoud["einde"]) == (dag(14), dag(194))
    assert (inhoud["volume"], inhoud["eenheid"], inhoud["frequentie"]) == (4, "04", "2")
    assert inhoud["evaluatiemomenten"] == [dag(100)]
    assert [rij.op.isoformat() for rij in stap.casus.evaluatiemomenten.all()] == [dag(100)]


def test_de_processtappen_komen_uit_wat_is_gedaan(wereld, als_rol, stap):
    # R122.
    koop_in(wereld)
    stuur(als_rol, stap, bepaling(wereld))
    inhoud = stap.casus.documenten.get(soort="bepaling").inhoud
    gedaan = {rij["stap"]: rij["op"] for rij in inhoud["processtappen"]}
    assert gedaan["lokaal_team"] == dag()
    assert gedaan["gedragswetenschapper"] == dag(-1)
    assert gedaan["aanbieder"] is None
    assert inhoud["overleg"][0]["gesproken_met"] == "Een collega, consulent"


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("tussentaal", "", "Kies er één."),
        ("tussentaal", "99", "99"),
        ("zorgvorm", "", "Vul in: Omschrijf de hulp"),
        ("zorgvorm", "x" * 4001, "Deze tekst is te lang."),
        ("zorgvorm", "Fenna krijgt hulp", "een naam uit het gezin"),
        ("onderbouwing", "geboren op 2 maart 2014", "een geboortedatum uit het gezin"),
        ("onderbouwing", "nummer 999900006", "burgerservicenummer"),
        ("onderbouwing", "", "Vul in: Waarom is deze hulp nodig?"),
        ("begin", "31-02-2026", "Dit is geen dag die bestaat."),
        ("begin", "", "Vul een dag in."),
        ("einde", "2020-01-01", "De hulp kan niet ophouden voordat zij begint."),
        ("volume", "0", "1"),
        ("volume", "veel", "Vul een getal in."),
        ("eenheid", "99", "99"),
        ("frequentie", "", "Kies er één."),
        ("evaluatie_1", "", "Vul een dag in."),
        ("evaluatie_2", "2035-01-01", "Evalueer tussen het begin en het einde"),
        ("gw_geraadpleegd_op", "2099-01-01", "Deze dag is nog niet geweest."),
        ("gezin_gesproken_op", "2099-01-01", "Deze dag is nog niet geweest."),
        ("aanbieder", "", "Kies een aanbieder."),
        ("aanbieder", "999999", "Kies een aanbieder uit de lijst."),
        ("aanbieder", "<script>", "Kies een aanbieder uit de lijst."),
        ("aanbod_bekeken", "", "Bekijk eerst het aanbod van de regio."),
        ("volgens_inkoop", "", "Past dit bij de inkoopafspraken?"),
    ],
)
def test_wat_niet_klopt_wordt_gezegd_en_blijft_bewaard(wereld, als_rol, stap, veld, waarde, zin):
    koop_in(wereld)
    antwoord = stuur(als_rol, stap, bepaling(wereld, **{veld: waarde}))
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not stap.casus.documenten.exists()
    assert Concept.objects.filter(casus=stap.casus, formulier="bepaling").exists()


def test_een_fout_noemt_de_gevonden_naam_niet(wereld, als_rol, stap):
    antwoord = stuur(als_rol, stap, bepaling(wereld, zorgvorm="Testkind krijgt hulp"))
    fouten = antwoord.content.decode().split("Dat ging nog niet goed.")[1].split("</ul>")[0]
    assert "Testkind" not in fouten
    assert "Omschrijf de hulp" in fouten


def test_een_scripttag_wordt_tekst(wereld, als_rol, stap):
    antwoord = stuur(als_rol, stap, bepaling(wereld, zorgvorm="<script>alert(1)</script>"))
    assert "<script>alert" not in antwoord.content.decode()


def test_een_leeg_formulier_noemt_elk_veld(als_rol, stap):
    antwoord = stuur(als_rol, stap, {})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert tekst.count('class="veld veld--fout"') >= 10


def test_zonder_contract_vraagt_de_jeugdbeschermer_de_functionaris(wereld, als_rol, stap):
    antwoord = stuur(als_rol, stap, bepaling(wereld))
    assert "geen contract voor deze zorgvorm" in antwoord.content.decode()
    velden = bepaling(wereld, reden_zonder_contract="Alleen hier is deze hulp.")
    antwoord = stuur(als_rol, stap, velden, "zonder_contract", "1")
    assert antwoord.status_code == 302, fouten(antwoord)
    goedkeuring = wereld.stap(stap.casus, "goedkeuring")
    pagina = als_rol("functionaris").get(goedkeuring.get_absolute_url()).content.decode()
    assert "Alleen hier is deze hulp." in pagina
    assert "Fenna" not in pagina
    antwoord = doe(
        als_rol("functionaris"),
        goedkeuring,
        "beslis",
        {"goedkeuring-akkoord": "ja", "goedkeuring-antwoord": "Er is geen ander aanbod."},
    )
    assert antwoord.status_code == 302, fouten(antwoord)
    opnieuw = wereld.stap(stap.casus, "bepaling")
    pagina = als_rol("jeugdbeschermer").get(opnieuw.get_absolute_url()).content.decode()
    assert "Twee keer per week hulp thuis" in pagina, "het concept is er nog"
    velden = bepaling(wereld, reden_zonder_contract="Alleen hier is deze hulp.", volgens_inkoop="")
    assert stuur(als_rol, opnieuw, velden, versie="2").status_code == 302
    inhoud = stap.casus.documenten.get(soort="bepaling").inhoud
    assert inhoud["gecontracteerd"] is False
    assert inhoud["toestemming_op"] == dag()


def test_zonder_reden_gaat_er_geen_vraag_naar_de_functionaris(wereld, als_rol, stap):
    antwoord = stuur(als_rol, stap, bepaling(wereld), "zonder_contract")
    assert antwoord.status_code == 422
    assert "Schrijf op waarom u deze aanbieder zonder contract wilt." in antwoord.content.decode()
    assert not stap.casus.zonder_contract.exists()


def test_na_een_nee_van_de_functionaris_kan_deze_aanbieder_niet(wereld, als_rol, stap):
    velden = bepaling(wereld, reden_zonder_contract="Alleen hier.")
    stuur(als_rol, stap, velden, "zonder_contract")
    decide_zonder_contract(
        vraag=stap.casus.zonder_contract.get(),
        akkoord=False,
        antwoord="Er is ander aanbod.",
        by=wereld.wie["functionaris"],
        on=stap.geopend_op,
    )
    from paraplu.casussen.actions import close_stap  # noqa: PLC0415

    close_stap(
        stap=wereld.stap(stap.casus, "goedkeuring"),
        uitkomst="geen_akkoord",
        by=wereld.wie["functionaris"],
        on=stap.geopend_op,
    )
    antwoord = stuur(als_rol, wereld.stap(stap.casus, "bepaling"), velden, versie="1")
    assert "De functionaris ging niet akkoord" in antwoord.content.decode()


def test_een_concept_wordt_bewaard_en_komt_terug(wereld, als_rol, stap):
    velden = bepaling(wereld, onderbouwing="Half af", begin="geen dag")
    assert stuur(als_rol, stap, velden, "bepaling_concept").status_code == 302
    pagina = als_rol("jeugdbeschermer").get(stap.get_absolute_url()).content.decode()
    assert "Half af" in pagina
    assert "Dat ging nog niet goed." not in pagina
    assert not stap.casus.documenten.exists()


def test_twee_vensters_overschrijven_elkaar_niet(wereld, als_rol, stap):
    stuur(als_rol, stap, bepaling(wereld, onderbouwing="Uit venster een"), "bepaling_concept")
    antwoord = stuur(
        als_rol, stap, bepaling(wereld, onderbouwing="Uit venster twee"), "bepaling_concept"
    )
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Uit venster een" in tekst
    assert "Uit venster twee" in tekst
    assert 'name="concept_versie" value="1"' in tekst
    antwoord = stuur(
        als_rol,
        stap,
        bepaling(wereld, onderbouwing="Uit venster twee"),
        "bepaling_concept",
        versie="1",
    )
    assert antwoord.status_code == 302


def test_het_lokale_team_kan_niets_invullen(wereld, als_rol, stap):
    koop_in(wereld)
    doe(als_rol("lokaal_team"), stap, "bepaling", bepaling(wereld))
    assert not stap.casus.documenten.exists()


def test_een_onbekende_knop_doet_niets(als_rol, stap):
    assert stuur(als_rol, stap, {}, "verwijder_alles").status_code == 422
