"""Which version a day has, and what a new version would change. The newer version is made up."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken.routes import (
    MAP,
    GeenRoute,
    OnbekendeOptie,
    OnbekendeStap,
    geldend,
    route,
    routes,
    vergelijk,
    versies,
)

OUD, NIEUW = date(2022, 1, 1), date(2027, 1, 1)
BRON = (MAP / "aanmeldroute-301" / "2022-01-01.toml").read_text(encoding="utf-8")

#: What changes in the file, the kind of change and the sentence that says so.
WIJZIGINGEN = {
    "een kortere termijn": (
        'termijn = "3 werkdagen"',
        'termijn = "2 werkdagen"',
        ("termijn", "contact_lokaal_team"),
        "1 'Overleg met het lokale team': de termijn is 2 werkdagen; dat was 3 werkdagen.",
    ),
    "geen termijn meer": (
        'termijn = "2 weken"\nloopt_vanaf = "opening"\nbij_verlopen = "expertteam"\n',
        'loopt_vanaf = "opening"\n',
        ("termijn", "expertteam"),
        "5B 'Bespreken in het expertteam': de termijn is geen termijn; dat was 2 weken.",
    ),
    "een ander begin": (
        'loopt_vanaf = "bepaling_ontvangen"',
        'loopt_vanaf = "overleg_gevoerd"',
        ("termijn", "toewijzen"),
        "4 'Toewijzing (301) sturen': het begin van de termijn is het overleg; "
        "dat was de ontvangst van de bepaling.",
    ),
    "een andere rol": (
        'rol = "functionaris"',
        'rol = "zorgbemiddelaar"',
        ("rol", "goedkeuring"),
        "2 'Overleg over hulp zonder contract': wie de stap zet is Zorgbemiddelaar; "
        "dat was Functionaris van de gemeente.",
    ),
    "een uitkomst naar een andere stap": (
        'naam = "Niemand gevonden: opschalen"\nvolgende = ["opschalen"]',
        'naam = "Niemand gevonden: opschalen"\nvolgende = ["expertteam"]',
        ("uitkomst", "netwerk"),
        "5A 'Zoeken met een netwerk van aanbieders': na 'Niemand gevonden: opschalen' volgt "
        "5B 'Bespreken in het expertteam'; dat was 6 'Opschalen naar de regionale contactpersoon'.",
    ),
    "een uitkomst die verdwijnt": (
        '[stap.netwerk.uitkomst.opschalen]\nnaam = "Niemand gevonden: opschalen"\n'
        'volgende = ["opschalen"]\n',
        "",
        ("uitkomst", "netwerk"),
        "5A 'Zoeken met een netwerk van aanbieders': de uitkomst 'Niemand gevonden: opschalen' "
        "komt niet meer voor.",
    ),
    "een andere voorwaarde": (
        'vraagt = "startbericht"',
        'vraagt = "toewijzing"',
        ("uitkomst", "start_hulp"),
        "4 'De hulp begint': wie 'De hulp is begonnen' kiest, wat daarvoor nodig is of wat dan "
        "begint te lopen, is anders.",
    ),
    "een andere doorlooptijd": (
        'termijn = "3 weken"\nwaarschuwing = "2 weken"',
        'termijn = "4 weken"\nwaarschuwing = "3 weken"',
        ("termijn", ""),
        "Duidelijk of er op tijd passende hulp komt: de termijn is 4 weken, met een waarschuwing na "
        "3 weken; dat was 3 weken, met een waarschuwing na 2 weken.",
    ),
    "een andere naam": (
        'naam = "Verstuurd"',
        'naam = "Gestuurd"',
        ("uitkomst", "versturen_lokaal_team"),
        "3 'Bepaling en formulier naar het lokale team': 'Verstuurd' heet nu 'Gestuurd'.",
    ),
    "een andere uitleg": (
        "en neemt verder geen werk over",
        "en doet verder niets",
        ("tekst", "verbinden"),
        "1 'Contact leggen voor beide': de uitleg is anders.",
    ),
}

EXTRA_STAP = """
[stap.nabellen]
nummer = "4"
naam = "Nabellen"
rol = "backoffice"
termijn = "5 werkdagen"
bij_verlopen = "backoffice"
gevolg = "De backoffice krijgt een herinnering."
vereisten = ["R100"]
uitleg = "De backoffice belt na."

[stap.nabellen.uitkomst.gebeld]
naam = "Gebeld"
volgende = ["reactie_aanbieder"]
"""


@pytest.fixture
def twee_versies(tmp_path):
    """A folder with the version of today, and a newer one made from it."""

    def maak(was: str = "", wordt: str = "", erbij: str = ""):
        assert was in BRON
        map_ = tmp_path / "aanmeldroute-301"
        map_.mkdir()
        (map_ / f"{OUD}.toml").write_text(BRON, encoding="utf-8")
        nieuw = BRON.replace(was, wordt, 1) if was else BRON
        nieuw = nieuw.replace("[[doorlooptijd]]", f"{erbij}\n[[doorlooptijd]]")
        (map_ / f"{NIEUW}.toml").write_text(nieuw, encoding="utf-8")
        return tmp_path

    return maak


def verschillen(map_):
    return vergelijk(route("aanmeldroute-301", OUD, map_), route("aanmeldroute-301", NIEUW, map_))


@pytest.mark.parametrize("wijziging", WIJZIGINGEN)
def test_een_nieuwe_versie_zegt_in_een_zin_wat_er_anders_is(wijziging, twee_versies):
    was, wordt, (soort, stap), zin = WIJZIGINGEN[wijziging]
    gevonden = verschillen(twee_versies(was, wordt))
    assert (soort, stap, zin) in [(v.soort, v.stap, v.zin) for v in gevonden]
    assert {v.stap for v in gevonden} == {stap}


def test_dezelfde_versie_heeft_geen_verschillen(twee_versies):
    assert verschillen(twee_versies()) == ()


def test_een_nieuwe_stap_en_een_stap_die_verdwijnt(twee_versies):
    map_ = twee_versies(
        'naam = "De toewijzing is gestuurd"\nvolgende = ["reactie_aanbieder"]',
        'naam = "De toewijzing is gestuurd"\nvolgende = ["nabellen"]',
        EXTRA_STAP,
    )
    oud, nieuw = (route("aanmeldroute-301", versie, map_) for versie in (OUD, NIEUW))
    heen = {(v.soort, v.stap): v.zin for v in vergelijk(oud, nieuw)}
    terug = {(v.soort, v.stap): v.zin for v in vergelijk(nieuw, oud)}
    assert heen["erbij", "nabellen"] == (
        "De stap 4 'Nabellen' is nieuw: Backoffice van de gemeente, 5 werkdagen."
    )
    assert terug["weg", "nabellen"] == "De stap 4 'Nabellen' komt niet meer voor."


@pytest.mark.parametrize(
    ("dag", "versie"),
    [("2022-01-01", OUD), ("2026-12-31", OUD), ("2027-01-01", NIEUW), ("2030-06-01", NIEUW)],
)
def test_een_dag_heeft_de_laatste_versie_die_dan_is_begonnen(dag, versie, twee_versies):
    op = date.fromisoformat(dag)
    assert geldend("aanmeldroute-301", op=op, bron=twee_versies()).versie == versie


def test_de_oude_versie_blijft_te_lezen_naast_de_nieuwe(twee_versies):
    map_ = twee_versies('termijn = "3 werkdagen"', 'termijn = "2 werkdagen"')
    termijnen = [
        str(route("aanmeldroute-301", versie, map_).stap("contact_lokaal_team").termijn)
        for versie in versies("aanmeldroute-301", map_)
    ]
    assert termijnen == ["3 werkdagen", "2 werkdagen"]


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        (lambda: geldend("aanmeldroute-301", op=date(2021, 12, 31)), "geldt vanaf 2022-01-01"),
        (lambda: route("aanmeldroute-301", NIEUW), "heeft geen versie 2027-01-01"),
        (lambda: versies("aanmeldroute-999"), "Kies uit: aanmeldroute-301, aanmeldroute-315."),
    ],
)
def test_wat_er_niet_is_wordt_met_een_zin_geweigerd(vraag, zin):
    with pytest.raises(GeenRoute, match=zin):
        vraag()


def test_een_onbekende_stap_uitkomst_of_optie_valt_op():
    een = route("aanmeldroute-315", OUD)
    for vraag in (lambda: een.stap("x"), lambda: een.volgt_op("bepaling", "x")):
        with pytest.raises(OnbekendeStap):
            vraag()
    with pytest.raises(OnbekendeOptie):
        een.met_opties({"lt_laatst"})


def test_een_optie_verandert_de_route_zelf_niet():
    een = route("aanmeldroute-315", OUD)
    eerst = een.met_opties({"lt_eerst"})
    assert (een.gekozen, eerst.gekozen) == (frozenset(), {"lt_eerst"})
    assert een.opent_bij_begin() == ("contact_lokaal_team", "contact_aanbieder")
    assert eerst.opent_bij_begin() == ("contact_lokaal_team",)
    assert eerst.met_opties(()) is een
    assert {v.soort for v in vergelijk(een, eerst)} == {"route", "uitkomst"}


def test_alle_routes_hebben_een_versie():
    tafels = ("beschermingstafel", "escalatie", "warme-overdracht")
    assert routes() == ("aanmeldroute-301", "aanmeldroute-315", *tafels)
    assert [versies(sleutel) for sleutel in routes()] == [(OUD,)] * 5
