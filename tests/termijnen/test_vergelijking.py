"""Why a last day moved: each change with its own sentence, and only what moved it as its cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from paraplu.termijnen import Duur, Opschorting, bereken, kalender, project, vergelijk

OUD = bereken(Duur(3, "werkdagen"), date(2026, 9, 7))  # loopt af op donderdag 10 september
STIL = Opschorting(date(2026, 9, 9), date(2026, 9, 10), "wacht op stukken")
GAAT = "De uiterste datum gaat van donderdag 10 september 2026 naar "


#: What changed, the term after it, the cause, and the sentence.
VERANDERINGEN = [
    (
        "een ander begin",
        replace(OUD, vanaf=date(2026, 9, 8)),
        "begin",
        GAAT + "vrijdag 11 september 2026: de termijn begint op dinsdag 8 september 2026 "
        "in plaats van maandag 7 september 2026.",
    ),
    (
        "een andere duur",
        replace(OUD, duur=Duur(1, "weken")),
        "duur",
        GAAT + "maandag 14 september 2026: de termijn is 1 week in plaats van 3 werkdagen.",
    ),
    (
        "een opschorting",
        replace(OUD, opschortingen=(STIL,)),
        "opschorting",
        GAAT + "maandag 14 september 2026: de termijn is opgeschort vanaf 9 september 2026 "
        "tot en met 10 september 2026 (wacht op stukken).",
    ),
    (
        "een opschorting zonder einde",
        replace(OUD, opschortingen=(replace(STIL, tot=None),)),
        "opschorting",
        "De termijn heeft geen uiterste datum meer (die was donderdag 10 september 2026): de termijn "
        "is opgeschort vanaf 9 september 2026, nog zonder einddatum (wacht op stukken).",
    ),
    (
        "een kalender die is bijgewerkt",
        replace(OUD, kalender=OUD.kalender.met({date(2026, 9, 9): "besluit dat erbij kwam"})),
        "kalender",
        GAAT + "vrijdag 11 september 2026: de kalender is veranderd: woensdag 9 september 2026 "
        "is geen werkdag meer (besluit dat erbij kwam).",
    ),
]


@pytest.mark.parametrize(
    ("wat", "nieuw", "oorzaak", "zin"), VERANDERINGEN, ids=[rij[0] for rij in VERANDERINGEN]
)
def test_een_verandering_die_de_datum_verschuift(wat, nieuw, oorzaak, zin):
    verschil = vergelijk(OUD, nieuw)
    assert verschil.is_verschoven
    assert verschil.oorzaken == (oorzaak,)
    assert verschil.zin == zin


@pytest.mark.parametrize(
    ("wat", "nieuw", "oorzaak", "zin"), VERANDERINGEN, ids=[rij[0] for rij in VERANDERINGEN]
)
def test_van_een_bewaarde_termijn_is_dezelfde_oorzaak_te_zeggen(wat, nieuw, oorzaak, zin):
    verschil = vergelijk(project(OUD), nieuw)
    assert verschil.oorzaken == (oorzaak,)
    assert (verschil.zin == zin) == (oorzaak != "kalender")


def test_een_andere_kalender_wordt_genoemd():
    oud = bereken(Duur(1, "werkdagen"), date(2026, 5, 13))
    zin = vergelijk(oud, replace(oud, kalender=kalender("feestdagen"))).zin
    assert zin == (
        "De uiterste datum gaat van maandag 18 mei 2026 naar vrijdag 15 mei 2026: "
        "de kalender is “feestdagen” (weekend en feestdagen) in plaats van “atw”."
    )


def test_een_dag_die_weer_werkdag_wordt_staat_er_met_wat_hij_was():
    nieuw = replace(OUD, kalender=OUD.kalender.met({date(2026, 9, 9): "gelijkgesteld"}))
    assert (
        "woensdag 9 september 2026 is nu een werkdag (was: gelijkgesteld)"
        in vergelijk(nieuw, OUD).zin
    )
    assert "de kalender is bijgewerkt" in vergelijk(project(OUD), nieuw).zin


def test_veel_andere_dagen_worden_niet_allemaal_genoemd():
    vrij = {date(2026, 9, dag): "sluiting" for dag in (8, 9, 10, 11)}
    zin = vergelijk(OUD, replace(OUD, kalender=OUD.kalender.met(vrij))).zin
    assert zin.count("sluiting") == 3
    assert zin.endswith("en andere dagen.")


def test_een_kalender_die_buiten_de_termijn_verandert_is_geen_oorzaak():
    nieuw = replace(OUD, kalender=OUD.kalender.met({date(2030, 9, 9): "gelijkgesteld"}))
    verschil = vergelijk(OUD, nieuw)
    assert verschil.oorzaken == ()
    assert verschil.zin == (
        "De uiterste datum blijft donderdag 10 september 2026. Wel is dit veranderd: "
        "de kalender is veranderd op dagen buiten deze termijn."
    )


def test_wat_niets_uitmaakt_staat_niet_bij_de_redenen():
    oud = bereken(Duur(3, "werkdagen"), date(2026, 9, 11))
    nieuw = replace(oud, vanaf=date(2026, 9, 12), duur=Duur(4, "werkdagen"))
    verschil = vergelijk(oud, nieuw)
    assert verschil.oorzaken == ("duur",)
    assert "begint op" not in verschil.zin
    assert [een.oorzaak for een in verschil.verschuivingen] == ["begin", "duur"]


def test_wat_elkaar_opheft_laat_de_datum_staan_en_wordt_toch_genoemd():
    nieuw = replace(OUD, vanaf=date(2026, 9, 8), duur=Duur(2, "werkdagen"))
    verschil = vergelijk(OUD, nieuw)
    assert not verschil.is_verschoven
    assert verschil.oorzaken == ("begin", "duur")
    assert verschil.zin.startswith("De uiterste datum blijft donderdag 10 september 2026. Wel")


def test_zonder_verandering_blijft_alles_zoals_het_was():
    assert vergelijk(OUD, OUD).zin == (
        "De uiterste datum blijft donderdag 10 september 2026; er is niets veranderd."
    )
    stil = replace(OUD, opschortingen=(replace(STIL, tot=None),))
    assert vergelijk(stil, stil).zin == (
        "De termijn staat nog steeds stil, zonder uiterste datum; er is niets veranderd."
    )


def test_hervatten_geeft_de_termijn_weer_een_uiterste_datum():
    stil = replace(OUD, opschortingen=(replace(STIL, tot=None),))
    hervat = replace(OUD, opschortingen=(STIL,))
    assert vergelijk(stil, hervat).zin == (
        "De termijn heeft weer een uiterste datum, maandag 14 september 2026: de opschorting vanaf "
        "9 september 2026 (wacht op stukken) duurt nu tot en met 10 september 2026."
    )
    assert "heeft geen einddatum meer" in vergelijk(hervat, stil).zin
    assert "niet meer opgeschort" in vergelijk(hervat, OUD).zin


def test_een_termijn_die_wettelijk_blijkt_wordt_zo_genoemd():
    oud = bereken(Duur(2, "weken"), date(2026, 9, 5))
    nieuw = replace(oud, verlengt=True)
    assert vergelijk(oud, nieuw).oorzaken == ("wettelijk",)
    assert "geldt nu wel als wettelijke termijn" in vergelijk(oud, nieuw).zin
    assert "geldt niet meer als wettelijke termijn" in vergelijk(nieuw, oud).zin


def test_een_andere_manier_van_tellen_wordt_herkend():
    bewaard = replace(project(OUD), loopt_af_op=date(2026, 9, 9))
    verschil = vergelijk(bewaard, OUD)
    assert verschil.oorzaken == ("rekenregel",)
    assert "de regel waarmee wij dagen tellen" in verschil.zin


def test_wat_bewaard_is_weet_of_de_kalender_nog_dezelfde_is():
    assert project(OUD).is_bij
    assert not replace(project(OUD), versie="00000000").is_bij
    assert not replace(project(OUD), kalender="die er niet meer is").is_bij
