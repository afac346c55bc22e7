"""Search by what a child needs: reasons and trade-offs, never a score (R89, R90, R118, R119, R284)."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

import pytest

from paraplu.netwerk.aanbod.zoeken import Resultaat, Vraag, find_aanbod
from paraplu.netwerk.models import Organisatie, RegioInstelling, Soort
from tests.netwerk.aanbod_bouwen import (
    OP,
    maak_aanbieder,
    maak_inkoop,
    maak_stand,
    maak_voorziening,
)

pytestmark = pytest.mark.django_db
EDE = "0228"


def namen(resultaten: list[Resultaat]) -> list[str]:
    return [r.aanbod.voorziening.naam for r in resultaten]


def zoek(**vraag):
    return find_aanbod(Vraag(gemeente=EDE, **vraag), on=OP)


def test_wat_op_alles_past_staat_bovenaan_met_de_redenen():
    maak_stand(maak_voorziening("Thuis sterk", tussentaal=1), regio="FV")
    [resultaat] = zoek(leeftijd=9, tussentaal=1, nodig_op=OP).passend
    assert [t.zin for t in resultaat.past] == [
        "Werkt in Ede.",
        "Voor kinderen van 4 tot en met 12 jaar.",
        "Zorgvorm: Ambulante zorg.",
        "Op tijd: plek vanaf 1 november 2026.",
    ]


@pytest.mark.parametrize(
    ("vraag", "eis"),
    [
        ({"leeftijd": 13}, "leeftijd"),
        ({"leeftijd": 3}, "leeftijd"),
        ({"tussentaal": 7}, "zorgvorm"),
        ({"sector": "jeugdpsychiatrie"}, "sector"),  # R91
        ({"aard": "algemeen"}, "aard"),
        ({"voor_wie": "opvoeder"}, "voor_wie"),
        ({"woorden": "paarden"}, "woorden"),
    ],
)
def test_wat_op_een_punt_niet_past_staat_in_een_eigen_groep(vraag, eis):
    maak_voorziening("Thuis sterk", tussentaal=1, sectoren=["jeugd_en_opvoed"])
    uitslag = zoek(**vraag)
    assert uitslag.passend == []
    [groep] = uitslag.groepen
    assert groep.mis == (eis,)
    assert groep.resultaten[0].past_niet[0].eis == eis


@pytest.mark.parametrize("leeftijd", [4, 12])
def test_beide_grenzen_van_de_leeftijd_horen_erbij(leeftijd):
    maak_voorziening("Thuis sterk")
    assert namen(zoek(leeftijd=leeftijd).passend) == ["Thuis sterk"]


def test_hulp_in_een_andere_regio_past_niet_op_de_plaats():
    maak_voorziening("Ver weg", werkgebied=["ACH"])
    [groep] = zoek().groepen
    assert groep.kop == "Past, maar niet op de plaats"
    assert groep.resultaten[0].past_niet[0].zin == "Werkt niet in Ede, wel in: Achterhoek."


def test_hulp_voor_het_hele_gezin_is_er_ook_voor_het_kind():
    maak_voorziening("Samen", voor_wie="gezin")
    assert namen(zoek(voor_wie="kind").passend) == ["Samen"]


def test_een_onbekende_wachttijd_is_geen_ja_en_geen_nee():
    maak_voorziening("Stil")
    [groep] = zoek(nodig_op=OP).groepen
    assert groep.onbekend
    assert groep.kop == "Past misschien: niet bekend is de dag waarop het nodig is"


@pytest.mark.parametrize(("weken", "past"), [(2, True), (3, False)])
def test_op_tijd_is_plek_uiterlijk_op_de_dag_dat_het_nodig_is(weken, past):
    maak_stand(maak_voorziening("Wacht"), regio="FV", vrij="nee", wachttijd=weken)
    uitslag = zoek(nodig_op=OP + timedelta(weeks=2))
    assert bool(uitslag.passend) is past


def test_een_verouderde_opgave_belooft_niets_meer_en_verdwijnt_niet():
    maak_stand(maak_voorziening("Oud"), regio="FV", op=OP - timedelta(days=15))
    [groep] = zoek(nodig_op=OP).groepen
    [resultaat] = groep.resultaten
    assert groep.onbekend
    assert any(
        "Verouderd: opgegeven op 17 oktober 2026, 15 dagen geleden" in k
        for k in resultaat.keerzijden
    )


def test_op_de_laatste_dag_is_een_opgave_nog_niet_verouderd():
    maak_stand(maak_voorziening("Vers"), regio="FV", op=OP - timedelta(days=14))
    assert namen(zoek(nodig_op=OP).passend) == ["Vers"]


def test_een_regio_kiest_zelf_wanneer_een_opgave_verouderd_is():
    maak_stand(maak_voorziening("Ruim"), regio="FV", op=OP - timedelta(days=15))
    RegioInstelling.objects.create(
        regio="FV", sleutel="aanbod_vers_dagen", waarde="30", vanaf=OP, bron="besluit"
    )
    assert namen(zoek(nodig_op=OP).passend) == ["Ruim"]


def test_bij_spoed_telt_de_dag_van_vandaag():
    maak_stand(maak_voorziening("Straks"), regio="FV", vrij="nee", wachttijd=1)
    maak_stand(maak_voorziening("Nu"), regio="FV")
    assert namen(zoek(spoed=True).passend) == ["Nu"]


def test_zonder_inkoop_staat_erbij_wat_er_dan_nodig_is():
    hier = maak_voorziening("Niet hier")
    maak_inkoop(hier, regio="FV", gecontracteerd=False)
    maak_inkoop(hier, regio="CG")
    [resultaat] = zoek().passend
    assert resultaat.keerzijden == [
        "Hier niet ingekocht: het kan alleen met toestemming van de functionaris.",
        "Wel ingekocht in: Centraal Gelderland.",
    ]


def test_van_onbekende_inkoop_zeggen_wij_dat_zij_onbekend_is():
    maak_voorziening("Onbekend")
    assert zoek().passend[0].keerzijden == ["Niet bekend of dit hier is ingekocht."]


def test_verder_weg_staat_er_in_woorden_bij():
    maak_inkoop(maak_voorziening("Groot", schaal="bovenregionaal"), regio="FV")
    assert zoek().passend[0].keerzijden == ["Bovenregionaal aanbod: het kan verder van huis zijn."]


def test_binnen_een_groep_gaat_inkoop_voor_plek_en_plek_voor_afstand():
    maak_stand(maak_voorziening("Vrij, niet ingekocht"), regio="FV")
    later = maak_inkoop(maak_voorziening("Later, ingekocht"), regio="FV").voorziening
    maak_stand(later, regio="FV", vrij="nee", wachttijd=8)
    verder = maak_inkoop(maak_voorziening("Nu, verder", schaal="landelijk"), regio="FV").voorziening
    nu = maak_inkoop(maak_voorziening("Nu, dichtbij"), regio="FV").voorziening
    for voorziening in (verder, nu):
        maak_stand(voorziening, regio="FV")
    assert namen(zoek().passend) == [
        "Nu, dichtbij", "Nu, verder", "Later, ingekocht", "Vrij, niet ingekocht",
    ]  # fmt: skip


def test_er_is_nergens_een_score():
    assert not {"score", "rang", "punten"} & {veld.name for veld in fields(Resultaat)}


def test_het_antwoord_in_woorden_telt_wat_snel_plek_heeft():
    for nummer, weken in enumerate((0, 2, 3)):
        voorziening = maak_inkoop(maak_voorziening(f"V{nummer}"), regio="FV").voorziening
        maak_stand(voorziening, regio="FV", vrij="nee" if weken else "ja", wachttijd=weken or None)
    assert zoek().zin == (
        "3 voorzieningen passen. 2 hebben binnen twee weken plek. 3 zijn ingekocht voor Ede."
    )


def test_past_niets_dan_staat_er_wat_ruimer_kan_en_hoeveel_dat_geeft():
    for naam in ("A", "B"):
        maak_voorziening(naam, tussentaal=1)
    uitslag = zoek(tussentaal=7)
    assert uitslag.zin == "Er is geen voorziening die op alles past."
    [ruimer] = uitslag.ruimer
    assert (ruimer.eis, ruimer.aantal) == ("zorgvorm", 2)
    assert ruimer.zin == "Zonder te letten op de zorgvorm passen er 2."


def test_ruimer_zoeken_geeft_zoveel_als_beloofd():
    for naam in ("A", "B"):
        maak_voorziening(naam, tussentaal=1)
    maak_voorziening("Te oud", tussentaal=1, leeftijd_vanaf=14, leeftijd_tot=17)
    [ruimer] = zoek(tussentaal=7, leeftijd=9).ruimer
    assert len(zoek(leeftijd=9).passend) == ruimer.aantal == 2


def test_de_leeftijd_van_een_kind_is_niet_ruimer_te_maken():
    maak_voorziening("Thuis sterk")
    assert zoek(leeftijd=16).ruimer == []


def test_wat_op_meer_dan_twee_punten_niet_past_wordt_alleen_geteld():
    maak_voorziening("Heel anders", tussentaal=1, werkgebied=["ACH"])
    uitslag = zoek(leeftijd=17, tussentaal=7)
    assert (uitslag.groepen, uitslag.verder) == ([], 1)


def test_algemene_voorzieningen_staan_er_altijd_bij():
    maak_voorziening("Inloop", aard="algemeen", tussentaal=None, schaal="lokaal", werkgebied=[EDE])
    maak_voorziening("Inloop elders", aard="algemeen", tussentaal=None, werkgebied=["0202"])
    assert namen(zoek(tussentaal=7, leeftijd=9).algemeen) == ["Inloop"]


def test_steun_voor_het_gezin_komt_erbij_als_men_daarnaar_vraagt():
    maak_voorziening("Ouders", voor_wie="opvoeder", tussentaal=1)
    assert zoek(tussentaal=7).steun == []
    assert namen(zoek(tussentaal=7, steun=True).steun) == ["Ouders"]


def test_netwerken_van_de_regio_staan_erbij():
    for regio in ("FV", "CG"):
        Organisatie.objects.create(
            sleutel=f"NET-{regio}",
            soort=Soort.NETWERK,
            naam=f"Netwerk {regio}",
            regio=regio,
            vanaf=OP,
        )
    assert [str(o) for o in zoek().netwerken] == ["Netwerk FV"]


def test_woorden_vinden_zonder_te_letten_op_hoofdletters_en_accenten():
    maak_voorziening("Thuis", omschrijving="Hulp bij traumá en rouw")
    assert namen(zoek(woorden="TRAUMA rouw").passend) == ["Thuis"]


@pytest.mark.parametrize("tot", [OP - timedelta(days=1), None])
def test_alleen_wat_er_op_die_dag_is_telt(tot):
    maak_voorziening("Afgelopen of niet", tot=tot)
    assert bool(zoek().passend) is (tot is None)


def test_zoeken_kost_evenveel_vragen_bij_veel_als_bij_weinig(django_assert_max_num_queries):
    aanbieder = maak_aanbieder()
    for nummer in range(30):
        voorziening = maak_voorziening(f"V{nummer}", aanbieder=aanbieder)
        maak_inkoop(voorziening, regio="FV")
        maak_stand(voorziening, regio="FV")
    with django_assert_max_num_queries(8):
        assert len(zoek(leeftijd=9, nodig_op=date(2026, 12, 1)).passend) == 30


def test_wat_al_apart_staat_komt_niet_nog_eens_bij_wat_niet_past():
    maak_voorziening("Inloop", aard="algemeen", tussentaal=None, werkgebied=[EDE])
    maak_voorziening("Ouders", voor_wie="opvoeder", tussentaal=1)
    uitslag = zoek(tussentaal=7, steun=True)
    assert (namen(uitslag.algemeen), namen(uitslag.steun)) == (["Inloop"], ["Ouders"])
    assert uitslag.groepen == []
