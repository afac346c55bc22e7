"""The ways through the routes, step by step, as a policy officer would tell them.

Each row is: the step that closes, how, and what is open afterwards. "einde" is the ending.
"""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken.routes import Route, route

VERSIE = date(2022, 1, 1)

TOT_TOEWIJZEN_301 = """
    contact_lokaal_team   | gesproken   | bepaling
    bepaling              | vastgesteld | versturen_aanbieder, versturen_lokaal_team
    versturen_aanbieder   | verstuurd   | versturen_lokaal_team
    versturen_lokaal_team | verstuurd   | toewijzen
"""
TOT_ANTWOORD_301 = f"""
    {TOT_TOEWIJZEN_301}
    toewijzen             | toegewezen  | reactie_aanbieder
"""
TOT_STAP_5_301 = f"""
    {TOT_ANTWOORD_301}
    reactie_aanbieder     | afwijzing   | keuze_vervolg
"""
TOT_ANTWOORD_315 = """
    contact_aanbieder     | gesproken   | contact_lokaal_team
    contact_lokaal_team   | gesproken   | bepaling
    bepaling              | vastgesteld | versturen_aanbieder, versturen_lokaal_team
    versturen_lokaal_team | verstuurd   | versturen_aanbieder
    versturen_aanbieder   | verstuurd   | reactie_aanbieder
"""
TOT_STAP_5_315 = f"""
    {TOT_ANTWOORD_315}
    reactie_aanbieder     | afwijzing   | keuze_vervolg
"""

WEGEN_301 = {
    "rechtdoor": f"""
        {TOT_ANTWOORD_301}
        reactie_aanbieder     | kan_leveren  | start_hulp
        start_hulp            | hulp_gestart | einde: hulp_gestart
    """,
    "toewijzing eerder dan het formulier": """
        contact_lokaal_team   | gesproken    | bepaling
        bepaling              | vastgesteld  | versturen_aanbieder, versturen_lokaal_team
        versturen_lokaal_team | verstuurd    | toewijzen, versturen_aanbieder
        toewijzen             | toegewezen   | versturen_aanbieder
        versturen_aanbieder   | verstuurd    | reactie_aanbieder
    """,
    "geen contact, dan verbonden": """
        contact_lokaal_team   | geen_contact | verbinden
        verbinden             | verbonden    | contact_lokaal_team
        contact_lokaal_team   | gesproken    | bepaling
    """,
    "geen contact, en toch door": """
        contact_lokaal_team   | geen_contact | verbinden
        verbinden             | geen_contact | bepaling
        bepaling              | vastgesteld  | versturen_aanbieder, versturen_lokaal_team
    """,
    "zonder contract met akkoord": """
        contact_lokaal_team   | gesproken       | bepaling
        bepaling              | zonder_contract | goedkeuring
        goedkeuring           | akkoord         | bepaling
        bepaling              | vastgesteld     | versturen_aanbieder, versturen_lokaal_team
    """,
    "zonder contract zonder akkoord": """
        contact_lokaal_team   | gesproken       | bepaling
        bepaling              | zonder_contract | goedkeuring
        goedkeuring           | geen_akkoord    | bepaling
        bepaling              | vastgesteld     | versturen_aanbieder, versturen_lokaal_team
    """,
    "de gemeente mist iets": f"""
        {TOT_TOEWIJZEN_301}
        toewijzen             | niet_compleet | bepaling
        bepaling              | vastgesteld   | versturen_aanbieder, versturen_lokaal_team
    """,
    "geen toewijzing op tijd": f"""
        {TOT_TOEWIJZEN_301}
        toewijzen             | niet_op_tijd  | keuze_vervolg
    """,
    "geen antwoord op tijd": f"""
        {TOT_ANTWOORD_301}
        reactie_aanbieder     | geen_antwoord | keuze_vervolg
    """,
    "ja gezegd, toch niet begonnen": f"""
        {TOT_ANTWOORD_301}
        reactie_aanbieder     | kan_leveren   | start_hulp
        start_hulp            | niet_gestart  | keuze_vervolg
    """,
    "afgewezen, het netwerk levert": f"""
        {TOT_STAP_5_301}
        keuze_vervolg         | netwerk       | netwerk
        netwerk               | gevonden      | toewijzen
        toewijzen             | toegewezen    | reactie_aanbieder
        reactie_aanbieder     | kan_leveren   | start_hulp
        start_hulp            | hulp_gestart  | einde: hulp_gestart
    """,
    "netwerk en expertteam vinden niets": f"""
        {TOT_STAP_5_301}
        keuze_vervolg         | netwerk                | netwerk
        netwerk               | naar_expertteam        | expertteam
        expertteam            | doorbraak              | expertteam
        expertteam            | geen_oplossing         | opschalen
        opschalen             | bestuurlijke_escalatie | einde: bestuurlijke_escalatie
    """,
    "het expertteam heeft een oplossing": f"""
        {TOT_STAP_5_301}
        keuze_vervolg         | expertteam      | expertteam
        expertteam            | zicht_op_hulp   | expertteam
        expertteam            | oplossing       | toewijzen
    """,
    "opschalen geeft een nieuwe bepaling": f"""
        {TOT_STAP_5_301}
        keuze_vervolg         | netwerk         | netwerk
        netwerk               | opschalen       | opschalen
        opschalen             | naar_bepaling   | bepaling
    """,
    "niet meer nodig terwijl er twee stappen open zijn": """
        contact_lokaal_team   | gesproken       | bepaling
        bepaling              | vastgesteld     | versturen_aanbieder, versturen_lokaal_team
        versturen_aanbieder   | ingetrokken     | einde: ingetrokken
    """,
}

WEGEN_315 = {
    "rechtdoor": f"""
        {TOT_ANTWOORD_315}
        reactie_aanbieder     | kan_leveren  | verzoek_toewijzing
        verzoek_toewijzing    | verzocht     | toewijzen
        toewijzen             | toegewezen   | start_hulp
        start_hulp            | hulp_gestart | einde: hulp_gestart
    """,
    "eerst het lokale team, dan twee aanbieders": """
        contact_lokaal_team   | gesproken        | contact_aanbieder
        contact_aanbieder     | andere_aanbieder | contact_aanbieder
        contact_aanbieder     | gesproken        | bepaling
    """,
    "geen contact met het lokale team": """
        contact_lokaal_team   | geen_contact | contact_aanbieder, verbinden
        contact_aanbieder     | gesproken    | verbinden
        verbinden             | geen_contact | bepaling
    """,
    "de gemeente wijst het verzoek af": f"""
        {TOT_ANTWOORD_315}
        reactie_aanbieder     | kan_leveren  | verzoek_toewijzing
        verzoek_toewijzing    | verzocht     | toewijzen
        toewijzen             | afgewezen    | verzoek_toewijzing
        verzoek_toewijzing    | verzocht     | toewijzen
    """,
    "het netwerk levert": f"""
        {TOT_STAP_5_315}
        keuze_vervolg         | netwerk      | netwerk
        netwerk               | gevonden     | verzoek_toewijzing
        verzoek_toewijzing    | verzocht     | toewijzen
        toewijzen             | toegewezen   | start_hulp
    """,
    "de aanbieder trekt zich terug bij het verzoek": f"""
        {TOT_ANTWOORD_315}
        reactie_aanbieder     | kan_leveren      | verzoek_toewijzing
        verzoek_toewijzing    | kan_niet_leveren | keuze_vervolg
        keuze_vervolg         | expertteam       | expertteam
        expertteam            | oplossing        | verzoek_toewijzing
    """,
    "opschalen leidt tot nieuw overleg met beide": f"""
        {TOT_STAP_5_315}
        keuze_vervolg         | netwerk      | netwerk
        netwerk               | opschalen    | opschalen
        opschalen             | naar_contact | contact_aanbieder, contact_lokaal_team
    """,
}

WEGEN_LT_EERST = {
    "het lokale team gaat voor": """
        contact_lokaal_team   | gesproken    | contact_aanbieder
        contact_aanbieder     | gesproken    | bepaling
    """,
    "ook na hulp van de contactpersoon": """
        contact_lokaal_team   | geen_contact | verbinden
        verbinden             | verbonden    | contact_lokaal_team
        contact_lokaal_team   | geen_contact | verbinden
        verbinden             | geen_contact | contact_aanbieder
        contact_aanbieder     | gesproken    | bepaling
    """,
}


def loop(een: Route, weg: str) -> None:
    """Walk the rows of a table; the engine in the rooms above opens steps in this same way."""
    open_stappen = set(een.opent_bij_begin())
    for rij in filter(str.strip, weg.splitlines()):
        stap, uitkomst, verwacht = (cel.strip() for cel in rij.split("|"))
        assert stap in open_stappen, f"{stap} is niet open"
        gekozen = een.uitkomst(stap, uitkomst)
        geopend = een.opent(open_stappen, stap, uitkomst)
        open_stappen = set() if gekozen.eind else (open_stappen - {stap}) | set(geopend)
        nu = f"einde: {gekozen.eind}" if gekozen.eind else ", ".join(sorted(open_stappen))
        assert nu == verwacht, rij


@pytest.mark.parametrize("weg", WEGEN_301)
def test_de_weg_door_route_301(weg):
    loop(route("aanmeldroute-301", VERSIE), WEGEN_301[weg])


@pytest.mark.parametrize("weg", WEGEN_315)
def test_de_weg_door_route_315(weg):
    loop(route("aanmeldroute-315", VERSIE), WEGEN_315[weg])


@pytest.mark.parametrize("weg", WEGEN_LT_EERST)
def test_de_weg_door_route_315_met_eerst_het_lokale_team(weg):
    """R95: Centraal Gelderland."""
    loop(route("aanmeldroute-315", VERSIE).met_opties({"lt_eerst"}), WEGEN_LT_EERST[weg])


def test_elke_stap_van_route_301_komt_in_een_weg_voor():
    gelopen = {rij.split("|")[0].strip() for weg in WEGEN_301.values() for rij in weg.splitlines()}
    assert set(route("aanmeldroute-301", VERSIE).stappen) <= gelopen


def test_elke_stap_van_route_315_die_301_niet_heeft_komt_in_een_weg_voor():
    gelopen = {rij.split("|")[0].strip() for weg in WEGEN_315.values() for rij in weg.splitlines()}
    eigen = set(route("aanmeldroute-315", VERSIE).stappen) - set(
        route("aanmeldroute-301", VERSIE).stappen
    )
    assert eigen == {"contact_aanbieder", "verzoek_toewijzing"} <= gelopen
