"""The routes against the ledger: who, within what time, counted from when, by which requirement."""

from __future__ import annotations

import re
from datetime import date

import pytest

from paraplu.afspraken.lezingen import lezing
from paraplu.afspraken.routes import Route, Stap, route, routes
from paraplu.afspraken.vereisten import vereiste
from tests.afspraken.test_eigen_woorden import gekopieerd, stukken

VERSIE = date(2022, 1, 1)
GETALLEN = {"één": "1", "twee": "2", "drie": "3", "vijf": "5", "tien": "10"}

#: Read from S2 bouwsteen 5 by hand: number, who sets it, the term and what it is counted from.
KLOKKEN = {
    "aanmeldroute-301": """
        contact_lokaal_team   | 1  | jeugdbeschermer          | 3 werkdagen | eerste_contactverzoek
        verbinden             | 1  | regionaal_contactpersoon | -           | -
        bepaling              | 2  | jeugdbeschermer          | -           | -
        goedkeuring           | 2  | functionaris             | -           | -
        versturen_lokaal_team | 3  | jeugdbeschermer          | 5 werkdagen | overleg_gevoerd
        versturen_aanbieder   | 3  | jeugdbeschermer          | 5 werkdagen | overleg_gevoerd
        toewijzen             | 4  | backoffice               | 5 werkdagen | bepaling_ontvangen
        reactie_aanbieder     | 4  | zorgaanbieder            | 5 werkdagen | toewijzing_ontvangen
        start_hulp            | 4  | zorgaanbieder            | -           | -
        keuze_vervolg         | 5  | jeugdbeschermer          | -           | -
        netwerk               | 5A | jeugdbeschermer          | -           | -
        expertteam            | 5B | expertteam               | 2 weken     | opening
        opschalen             | 6  | teamleider               | 1 week      | melding_teamleider
    """,
    "aanmeldroute-315": """
        contact_lokaal_team   | 1  | jeugdbeschermer          | 5 werkdagen | eerste_contactverzoek
        contact_aanbieder     | 1  | jeugdbeschermer          | 5 werkdagen | eerste_contactverzoek
        verbinden             | 1  | regionaal_contactpersoon | -           | -
        bepaling              | 2  | jeugdbeschermer          | -           | -
        goedkeuring           | 2  | functionaris             | -           | -
        versturen_lokaal_team | 3  | jeugdbeschermer          | 5 werkdagen | overleg_gevoerd
        versturen_aanbieder   | 3  | jeugdbeschermer          | 5 werkdagen | overleg_gevoerd
        reactie_aanbieder     | 3  | zorgaanbieder            | 5 werkdagen | bepaling_ontvangen
        verzoek_toewijzing    | 4  | zorgaanbieder            | 5 werkdagen | bepaling_ontvangen
        toewijzen             | 4  | backoffice               | 5 werkdagen | verzoek_ontvangen
        start_hulp            | 4  | zorgaanbieder            | -           | -
        keuze_vervolg         | 5  | jeugdbeschermer          | -           | -
        netwerk               | 5A | jeugdbeschermer          | -           | -
        expertteam            | 5B | expertteam               | 2 weken     | opening
        opschalen             | 6  | teamleider               | 1 week      | melding_teamleider
    """,
}
#: The requirements of part F that a step of a route carries out.
VAN_DE_ROUTE = {
    "aanmeldroute-301": {f"R{n}" for n in (*range(96, 104), *range(111, 118))},
    "aanmeldroute-315": {f"R{n}" for n in (95, *range(104, 118))},
}
#: The routes by which help is asked; the other routes have steps of their own.
AANMELDROUTES = tuple(KLOKKEN)
ALLE = [(sleutel, stap) for sleutel in routes() for stap in route(sleutel, VERSIE).stappen]


def in_cijfers(tekst: str) -> str:
    return re.sub(r"\w+", lambda m: GETALLEN.get(m[0].lower(), m[0]), tekst)


def bronnen(vereisten: tuple[str, ...], lezingen: tuple[str, ...]) -> str:
    teksten = [vereiste(n).tekst for n in vereisten] + [lezing(n).keuze for n in lezingen]
    return in_cijfers(" ".join(teksten))


def geciteerd(een: Route) -> set[str]:
    delen = (*een.stappen.values(), *een.doorlooptijden, *een.opties.values())
    return {nummer for deel in delen for nummer in deel.vereisten}


@pytest.mark.parametrize("sleutel", KLOKKEN)
def test_elke_stap_heeft_de_rol_en_de_termijn_uit_de_bouwsteen(sleutel):
    verwacht = [[cel.strip() for cel in r.split("|")] for r in KLOKKEN[sleutel].strip().split("\n")]
    gevonden = [
        [s.sleutel, s.nummer, s.rol, str(s.termijn or "-"), s.loopt_vanaf if s.termijn else "-"]
        for s in route(sleutel, VERSIE).stappen.values()
    ]
    assert gevonden == verwacht


@pytest.mark.parametrize(("sleutel", "stap"), ALLE)
def test_getal_en_eenheid_van_een_termijn_staan_in_wat_de_stap_aanhaalt(sleutel, stap):
    een: Stap = route(sleutel, VERSIE).stap(stap)
    for duur in filter(None, (een.termijn, een.waarschuwing)):
        assert re.search(rf"\b{duur}\b", bronnen(een.vereisten, een.lezing)), duur


@pytest.mark.parametrize("sleutel", routes())
def test_getal_en_eenheid_van_een_doorlooptijd_staan_in_wat_zij_aanhaalt(sleutel):
    for tijd in route(sleutel, VERSIE).doorlooptijden:
        for duur in filter(None, (tijd.termijn, tijd.waarschuwing)):
            assert re.search(rf"\b{duur}\b", bronnen(tijd.vereisten, tijd.lezing)), duur


def test_een_getal_in_woorden_telt_als_cijfer():
    assert in_cijfers("Drie weken; na twee weken") == "3 weken; na 2 weken"


def test_route_301_is_binnen_drie_weken_duidelijk_met_een_waarschuwing_na_twee():
    """R103, P8."""
    (tijd,) = route("aanmeldroute-301", VERSIE).doorlooptijden
    assert (str(tijd.termijn), str(tijd.waarschuwing)) == ("3 weken", "2 weken")
    assert (tijd.na, tijd.tot) == (("contact_lokaal_team", "verbinden"), ("reactie_aanbieder",))


def test_route_315_is_binnen_tien_werkdagen_duidelijk():
    """R107, P9."""
    (tijd,) = route("aanmeldroute-315", VERSIE).doorlooptijden
    assert (str(tijd.termijn), tijd.waarschuwing) == ("10 werkdagen", None)
    assert tijd.na == ("contact_lokaal_team", "contact_aanbieder", "verbinden")


def test_het_lokale_team_antwoordt_ook_in_route_315_binnen_drie_werkdagen():
    """P11: a warning within the five days for both talks."""
    een = route("aanmeldroute-315", VERSIE).stap("contact_lokaal_team")
    assert str(een.waarschuwing) == "3 werkdagen"


@pytest.mark.parametrize("sleutel", VAN_DE_ROUTE)
def test_elke_vereiste_over_een_stap_wordt_door_een_stap_aangehaald(sleutel):
    assert VAN_DE_ROUTE[sleutel] <= geciteerd(route(sleutel, VERSIE))


def test_in_route_301_gaat_de_bepaling_niet_naar_de_aanbieder_en_in_315_wel():
    """R98, R99, R106: who receives what."""
    namen = {s: route(s, VERSIE).stap("versturen_aanbieder") for s in AANMELDROUTES}
    assert "bepaling" not in namen["aanmeldroute-301"].naam.lower()
    assert "bepaling" in namen["aanmeldroute-315"].naam.lower()
    assert {een.aan for een in namen.values()} == {("zorgaanbieder",)}


@pytest.mark.parametrize("sleutel", AANMELDROUTES)
def test_wie_een_stuk_krijgt_of_bericht_krijgt(sleutel):
    een = route(sleutel, VERSIE)
    assert een.stap("versturen_lokaal_team").aan == ("lokaal_team",)
    assert een.stap("toewijzen").aan == ("zorgaanbieder",)
    assert "lokaal_team" in een.stap("keuze_vervolg").aan
    assert een.stap("opschalen").rollen == ("teamleider", "regionaal_contactpersoon")
    assert een.stap("contact_lokaal_team").bij_verlopen == "regionaal_contactpersoon"


@pytest.mark.parametrize("sleutel", AANMELDROUTES)
def test_alleen_de_jeugdbeschermer_gaat_zelf_door_als_een_antwoord_uitblijft(sleutel):
    een = route(sleutel, VERSIE)
    assert een.rollen("reactie_aanbieder", "geen_antwoord") == ("jeugdbeschermer",)
    assert een.rollen("reactie_aanbieder", "afwijzing") == ("zorgaanbieder", "jeugdbeschermer")


def test_na_stap_5a_telt_de_toewijzing_vanaf_de_dag_waarop_hulp_is_gevonden():
    """R112: in 301 the form is forwarded, no new bepaling arrives."""
    assert (
        route("aanmeldroute-301", VERSIE).uitkomst("netwerk", "gevonden").loopt_vanaf == "opening"
    )


def test_geen_zin_in_een_route_komt_uit_de_bronnen(shared):
    bron = {
        stuk
        for pad in sorted((shared / "seeds").glob("*.txt"))
        for stuk in stukken(pad.read_text(encoding="utf-8"))
    }
    teksten = [
        tekst
        for sleutel in routes()
        for een in [route(sleutel, VERSIE)]
        for tekst in (een.uitleg, *een.aanvullingen, *(s.uitleg for s in een.stappen.values()))
    ]
    assert [gekopieerd(tekst, bron) for tekst in teksten if gekopieerd(tekst, bron)] == []
