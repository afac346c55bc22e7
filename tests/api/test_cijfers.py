"""Figures through the API: the same eyes as on screen, hidden is a word, each with its receipt (R205, R206)."""

from __future__ import annotations

from paraplu.monitor.geduld import NogNietBerekend, Ontbrekend
from paraplu.web.models import Soort, Spoor

EDE, VELUWE = "gemeente-0228", "regio-FV"


def cijfers(antwoord):
    assert antwoord.status_code == 200, antwoord.content
    return {item["sleutel"]: item for item in antwoord.json()["items"]}


def test_een_gemeente_ziet_van_een_ander_kleine_aantallen_niet(vraag, sleutel_van, nep):
    rijen = cijfers(
        vraag("/indicatoren/V2a/cijfers?periode=2023&per=gemeente", sleutel_van(Soort.BACKOFFICE))
    )
    klein = next(rij for rij in rijen.values() if rij["naam"] == "Aalten")
    assert (klein["waarde"], klein["verborgen"]) == (None, "klein")
    assert "klein aantal" in klein["reden"]
    assert rijen["0228"]["waarde"] > 10
    assert rijen["0228"]["verborgen"] is None


def test_zonder_sleutel_is_de_grens_tien(vraag, sleutel_van, nep):
    pad = "/indicatoren/V2a/cijfers?periode=2023&per=gemeente"
    met, zonder = cijfers(vraag(pad, sleutel_van(Soort.WETHOUDER))), cijfers(vraag(pad))
    waarden = [(met[c]["waarde"], zonder[c]["waarde"]) for c in met]
    # Three is Arnhem, of which the alderman sees everything.
    assert [w for w, openbaar in waarden if openbaar is None and w is not None] == [
        3,
        5,
        6,
        7,
        8,
        9,
    ]
    assert all(openbaar in {None, w} for w, openbaar in waarden)


def test_elk_cijfer_wijst_naar_bon_bewijs_en_definitie(vraag, nep):
    [item] = cijfers(vraag(f"/indicatoren/V2a/cijfers?periode=2023&gebied={VELUWE}")).values()
    assert item["bekendOp"] == "2024-01-15"
    assert item["links"]["bewijs"].endswith(
        "/bewijs/V2a/?gebied=regio-FV&jaar=2023&variant=letterlijk"
    )
    bon = vraag(item["links"]["bon"].partition("/api/v1")[2]).json()
    assert bon["geteld"]["waarde"] == item["waarde"]
    assert bon["kandidaten"]["waarde"] - bon["geteld"]["waarde"] == sum(
        reden["waarde"] for reden in bon["afgevallen"]
    )
    versie = vraag(item["links"]["definitie"].partition("/api/v1")[2]).json()
    assert versie["versie"] == item["definitieversie"] == bon["definitieversie"]


def test_de_bon_van_een_klein_aantal_is_ook_verborgen(vraag, nep):
    bon = vraag("/indicatoren/V2a/bon?periode=2023&gebied=gemeente-0197").json()
    assert bon["geteld"] == {
        "waarde": None,
        "verborgen": "klein",
        "reden": "klein aantal, of nodig om een klein aantal te beschermen",
    }
    assert bon["afgevallen"] == []


def test_wat_niet_openbaar_is_vraagt_een_sleutel(vraag, nep):
    for vragen in (
        "periode=2023-K1", "per=gi", "per=aanbieder", "gebied=gi-90000001", "bekendOp=2024-01-15",
    ):  # fmt: skip
        antwoord = vraag(f"/indicatoren/V2a/cijfers?{vragen}")
        assert antwoord.status_code == 401, vragen
        assert antwoord["WWW-Authenticate"].startswith("Bearer")
        assert antwoord["Content-Type"] == "application/problem+json"
        assert vraag(f"/indicatoren/V2a/bon?{vragen}").status_code == 401


def test_een_paraplu_die_niets_openbaar_maakt_vraagt_altijd_een_sleutel(vraag, nep, settings):
    settings.API_OPENBAAR = "uit"
    assert vraag("/indicatoren/V2a/cijfers").status_code == 401
    assert vraag("/indicatoren/V2a/bon").status_code == 401
    assert vraag("/normen").status_code == 200


def test_de_raad_ziet_met_een_sleutel_wat_openbaar_is(vraag, sleutel_van, nep):
    pad = "/indicatoren/V2a/cijfers?periode=2023&per="
    raad = sleutel_van(Soort.RAADSLID)

    def waarden(antwoord):
        return [item["waarde"] for item in antwoord.json()["items"]]

    assert waarden(vraag(pad + "regio", raad)) == waarden(vraag(pad + "regio"))
    assert {i["verborgen"] for i in vraag(pad + "gi", raad).json()["items"]} == {"niet-gedeeld"}


def test_de_technisch_beheerder_krijgt_ook_in_de_browser_geen_cijfer(als, nep):
    antwoord = als(Soort.BEHEERDER).get("/api/v1/indicatoren/V2a/cijfers")
    assert antwoord.status_code == 403
    assert als(Soort.BEHEERDER).get("/api/v1/definities").status_code == 200


def test_van_elke_lezing_staat_een_regel_in_het_spoor(vraag, sleutel_van, nep):
    sleutel = sleutel_van(Soort.WETHOUDER)
    vraag("/indicatoren/V2a/cijfers?periode=2023", sleutel)
    vraag("/indicatoren/V2a/bon?periode=2023")
    openbaar, met_sleutel = Spoor.objects.filter(handeling="uitvoer via de API")
    assert met_sleutel.gebruiker.soort == Soort.WETHOUDER
    assert "/indicatoren/V2a/cijfers periode=2023" in met_sleutel.voorwerp
    assert sleutel[:9] in met_sleutel.voorwerp
    assert sleutel not in met_sleutel.voorwerp
    assert (openbaar.gebruiker, openbaar.als) == (None, "openbaar")


def test_een_vraag_die_niet_lukt_laat_geen_spoor_na_als_uitvoer(vraag, nep):
    assert vraag("/indicatoren/V2a/cijfers?periode=1999").status_code == 404
    assert not Spoor.objects.filter(handeling="uitvoer via de API").exists()


def test_cijfers_die_nog_worden_berekend_komen_later(vraag, nep, monkeypatch):
    def wacht(*_, **__):
        raise NogNietBerekend(Ontbrekend(code="V2a", variant="x", jaar=2023, kring="publiek"))

    gevraagd = []
    monkeypatch.setattr(nep, "waarde", wacht, raising=False)
    monkeypatch.setattr(
        "paraplu.api.deur.ask_what_lacks", lambda fout: gevraagd.append(fout) or True
    )
    antwoord = vraag("/indicatoren/V2a/cijfers?periode=2023&per=regio")
    assert antwoord.status_code == 503
    assert antwoord["Retry-After"] == "10"
    assert antwoord["Content-Type"] == "application/problem+json"
    assert gevraagd
    assert not Spoor.objects.filter(handeling="uitvoer via de API").exists()


def test_zoals_bekend_op_een_dag_wordt_de_waarde_van_toen_gevraagd(vraag, sleutel_van, nep):
    sleutel = sleutel_van(Soort.WETHOUDER)
    [item] = cijfers(vraag("/indicatoren/V2a/cijfers?bekendOp=2024-02-01", sleutel)).values()
    assert item["bekendOp"] == "2024-02-01"
    assert "bekendOp=2024-02-01" in item["links"]["bon"]
    for dag in ("2020-01-01", "2999-01-01"):
        assert vraag(f"/indicatoren/V2a/cijfers?bekendOp={dag}", sleutel).status_code == 404


def test_een_maat_kan_apart_en_bedragen_zijn_getallen(vraag, sleutel_van, nep):
    pad = "/indicatoren/V3/cijfers?periode=2023"
    assert {i["maat"] for i in vraag(pad).json()["items"]} == {"gemiddelde", "mediaan", "aantal"}
    assert [i["maat"] for i in vraag(pad + "&maat=mediaan").json()["items"]] == ["mediaan"]
    assert vraag(pad + "&maat=niets").status_code == 404
    [bedrag] = vraag("/indicatoren/V1a/cijfers?periode=2023").json()["items"]
    assert isinstance(bedrag["waarde"], float)


def test_zonder_gegevens_is_er_niets(vraag, lege_monitor):
    assert vraag("/indicatoren/V2a/cijfers").status_code == 404
    assert vraag("/indicatoren").json()["aantal"] == 15


def test_wat_niet_bestaat_of_niet_te_splitsen_is(vraag, nep):
    for pad in (
        "/indicatoren/V99", "/indicatoren/V99/cijfers", "/definities/V99", "/normen/geen",
        "/termijnen/geen", "/routes/geen", "/gebieden/regio-XX", "/definities/V2a/versies/99",
        "/routes/aanmeldroute-301/versies/2001-01-01", "/definities/V2a/versies/x",
        "/indicatoren/V2a/cijfers?gebied=gemeente-9999", "/indicatoren/V2a/cijfers?variant=anders",
        "/indicatoren/V2a/cijfers?per=productcategorie", "/indicatoren/V2a/cijfers?pagina=9",
        "/indicatoren/V2a/bon?per=regio", "/indicatoren/V2a/bon?sleutel=FV",
    ):  # fmt: skip
        antwoord = vraag(pad)
        assert antwoord.status_code == 404, pad
        assert antwoord["Content-Type"] == "application/problem+json"
