"""The one form: prefilled, part 1 without personal data, fixed as versions."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.casussen import kluis
from paraplu.casussen.herkennen import find_persoonsgegevens
from paraplu.casussen.models import Persoon
from tests.aanmelden.invullen import (
    bepaling,
    casus_van_nu,
    dag,
    doe,
    formulier,
    fouten,
    koop_in,
    loop_tot,
)


@pytest.fixture(autouse=True)
def sleutelmap(tmp_path, monkeypatch):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))


@pytest.fixture
def stap(wereld, als_rol):
    casus = casus_van_nu(wereld)
    client = als_rol("jeugdbeschermer")
    stap = loop_tot(wereld, client, casus, "bepaling")
    koop_in(wereld)
    assert doe(client, stap, "bepaling", bepaling(wereld)).status_code == 302
    return stap


def stuur(als_rol, stap, handeling="formulier", versie="0", **anders):
    return doe(
        als_rol("jeugdbeschermer"),
        stap,
        handeling,
        formulier(**anders),
        deel="aanmeldformulier",
        concept_versie=versie,
    )


@pytest.mark.django_db
def test_wat_al_bekend_is_wordt_niet_gevraagd(als_rol, stap):
    pagina = als_rol("jeugdbeschermer").get(f"{stap.get_absolute_url()}?deel=aanmeldformulier")
    tekst = pagina.content.decode()
    assert "Dit weten wij al" in tekst
    assert "4 × Uur, per week" in tekst
    for naam in ("tussentaal", "volume", "leeftijd", "gemeente", "bsn", "evaluatie_1"):
        assert f'name="formulier-{naam}"' not in tekst


@pytest.mark.django_db
def test_het_formulier_sluit_de_stap_en_heeft_twee_delen(als_rol, stap):
    # R123.
    antwoord = stuur(als_rol, stap)
    assert antwoord.status_code == 302, fouten(antwoord)
    document = stap.casus.documenten.get(soort="aanmeldformulier")
    assert "Fenna" not in str(document.inhoud)
    assert document.inhoud["kenmerk"] == f"{stap.casus.nummer}-1"
    assert document.inhoud["tussentaal"] == 1
    assert document.inhoud["evaluatiemomenten"] == [dag(100)]
    deel_2 = kluis.unseal(document.persoonsgegevens)
    assert deel_2["kind"]["naam"] == "Fenna Testkind"
    assert deel_2["opvoeders"][0]["naam"] == "Ouder Testouder"
    stap.refresh_from_db()
    assert stap.uitkomst == "vastgesteld"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "veld",
    [
        "vraag",
        "perspectief",
        "woonsituatie_uitleg",
        "gezinsbeeld",
        "gaat_goed",
        "stagneert",
        "veiligheid",
        "eerdere_hulp",
        "beperkingen",
        "visie_kind",
        "visie_ouders",
        "visie_netwerk",
        "overleg_aanbod",
    ],
)
def test_een_naam_in_deel_1_wordt_geweigerd_met_het_veld(als_rol, stap, veld):
    antwoord = stuur(als_rol, stap, **{veld: "Wij zien dat fenna hier moeite mee heeft."})
    assert antwoord.status_code == 422
    assert len(fouten(antwoord)) == 1
    assert f'href="#id_formulier-{veld}"' in antwoord.content.decode()
    assert not stap.casus.documenten.filter(soort="aanmeldformulier").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("doel", "", "Kies er één."),
        ("verwijzer", "ander", "ander"),
        ("sectoren", [], "Kies er minstens één."),
        ("sectoren", ["tovenarij"], "tovenarij"),
        ("vraag", "", "Vul in: Wat is de vraag?"),
        ("vraag", "x" * 100_000, "Deze tekst is te lang."),
        ("perspectief", "", "Vul in: Waar werken we naartoe?"),
        ("gewenste_start", "morgen", "Dit is geen dag die bestaat."),
        ("kader", [], "Kies er minstens één."),
        ("kader", ["vrijwillig", "ots"], "Kies vrijwillig, of een maatregel, niet allebei."),
        ("kader", ["vrijwillig"], "Schrijf op wie toestemming gaf, en wanneer."),
        ("woonsituatie", "", "Kies er één."),
        ("woonsituatie", "anders", "Schrijf op waar het kind nu woont."),
        ("visie_kind", "", "Vul in: Wat vindt het kind zelf?"),
        ("woonplaats", "", "Kies er één."),
    ],
)
def test_wat_ontbreekt_of_niet_klopt_wordt_gezegd(als_rol, stap, veld, waarde, zin):
    antwoord = stuur(als_rol, stap, **{veld: waarde})
    assert antwoord.status_code == 422
    assert any(zin in fout for fout in fouten(antwoord)), fouten(antwoord)


@pytest.mark.django_db
def test_een_tweede_ronde_begint_met_wat_er_al_stond(wereld, als_rol, stap):
    from paraplu.casussen.actions import redo_stap  # noqa: PLC0415

    stuur(als_rol, stap)
    stap.refresh_from_db()
    opnieuw = redo_stap(stap=stap, by=stap.casus.houder, on=stap.afgerond_op, reden="beter")
    pagina = als_rol("jeugdbeschermer").get(f"{opnieuw.get_absolute_url()}?deel=aanmeldformulier")
    assert "Hoe leert het kind weer naar school gaan?" in pagina.content.decode()
    assert stuur(als_rol, opnieuw, vraag="Een nieuwe vraag").status_code == 302
    versies = stap.casus.documenten.filter(soort="aanmeldformulier").order_by("versie")
    assert [stuk.versie for stuk in versies] == [1, 2]
    assert versies[0].inhoud["vraag"] != versies[1].inhoud["vraag"]


@pytest.mark.django_db
def test_het_concept_van_het_formulier_blijft_ook_als_iets_niet_klopt(als_rol, stap):
    stuur(als_rol, stap, vraag="Fenna wil iets")
    pagina = als_rol("jeugdbeschermer").get(f"{stap.get_absolute_url()}?deel=aanmeldformulier")
    assert "Fenna wil iets" in pagina.content.decode()


PERSONEN = [
    Persoon(
        voornamen="Noëlle Bo",
        achternaam="Jong",
        geboortedatum=date(2014, 3, 2),
        adres="Dorpsstraat 12, Ede",
        telefoon="06-12345678",
    )
]


@pytest.mark.parametrize(
    "tekst",
    [
        "Noëlle is lief",
        "met NOELLE gaat het goed",
        "noëlle's moeder",
        "Bo wil dat",
        "de familie Jong",
        "BSN 999900006",
        "999.900.006",
        "9999 00006",
        "geboren 02-03-2014",
        "geboren op 2/3/14",
        "geboren op 2 maart 2014",
        "2014-03-02",
        "woont aan de dorpsstraat 12",
        "postcode 6711 AB",
        "bel 0612345678",
        "mail iemand@voorbeeld.nl",
    ],
)
def test_persoonsgegevens_in_een_tekst_worden_herkend(tekst):
    assert find_persoonsgegevens(tekst, PERSONEN)


@pytest.mark.parametrize(
    "tekst",
    [
        "een jong kind dat bang is",
        "er is een bos in de buurt",
        "boos in de klas",
        "sinds 3 maart 2014",
        "in 2014 en 2015",
        "4 uur per week, 26 weken lang",
        "<b>vet</b>",
        "",
    ],
)
def test_gewone_tekst_is_geen_persoonsgegeven(tekst):
    assert find_persoonsgegevens(tekst, PERSONEN) == []
