"""Every answer has the same form, whatever goes wrong, and nobody is sent to a page to log in."""

from __future__ import annotations

import pytest
from django.test import Client

from paraplu.api.bronnen import BRONNEN
from paraplu.api.versie import VERSIE
from paraplu.web.models import Soort
from tests.rights.argumenten.api import ARGUMENTEN

PADEN = [
    bron.pad.format(**dict(zip(
        [een.naam for een in bron.vragen if een.plaats == "path"], ARGUMENTEN.get(bron.naam, []),
        strict=True,
    )))
    for bron in BRONNEN
]  # fmt: skip
BESLOTEN = {pad for pad, bron in zip(PADEN, BRONNEN, strict=True) if bron.besloten}


def is_probleem(antwoord, status):
    assert antwoord.status_code == status
    assert antwoord["Content-Type"] == "application/problem+json"
    assert antwoord["API-Version"] == VERSIE
    assert antwoord["Cache-Control"] == "private, no-store"
    leden = antwoord.json()
    assert leden["status"] == status
    assert {"title", "detail", "instance"} <= set(leden)
    return leden


@pytest.mark.parametrize("pad", PADEN)
def test_elke_bron_leest_en_verandert_niets(pad, vraag, nep):
    for methode in ("post", "put", "patch", "delete"):
        antwoord = vraag(pad, methode=methode)
        is_probleem(antwoord, 405)
        assert antwoord["Allow"] == "GET, HEAD, OPTIONS"
    antwoord = vraag(pad, methode="options")
    assert (antwoord.status_code, antwoord.content) == (204, b"")
    assert antwoord["Allow"] == "GET, HEAD, OPTIONS"
    kop = vraag(pad, methode="head")
    verwacht = 401 if pad in BESLOTEN else 200
    assert (kop.status_code, kop.content, kop["API-Version"]) == (verwacht, b"", VERSIE)


@pytest.mark.parametrize("pad", [*PADEN, "", "/niets", "/cijfers/geheim/"])
def test_met_een_schuine_streep_erachter_is_het_er_niet(pad, vraag):
    is_probleem(vraag(pad.rstrip("/") + "/"), 404)


def test_alleen_json(vraag, nep):
    is_probleem(vraag("/normen", accept="text/html"), 406)
    is_probleem(vraag("/normen", accept="application/xml"), 406)
    assert vraag("/normen", accept="text/html,*/*;q=0.8")["Content-Type"] == "application/json"


def test_een_vraag_die_niet_klopt_zegt_alles_wat_er_niet_klopt(vraag, nep):
    leden = is_probleem(
        vraag("/indicatoren/V2a/cijfers?periode=2023-13&pagina=0&bekend_op=2024-01-01"), 400
    )
    assert {(fout["in"], fout["location"], fout["code"]) for fout in leden["errors"]} == {
        ("query", "periode", "vorm"), ("query", "pagina", "vorm"), ("query", "?", "onbekend"),
    }  # fmt: skip
    assert leden["instance"] == "/api/v1/indicatoren/V2a/cijfers"


@pytest.mark.parametrize(
    "vragen",
    ["periode=2023&periode=2022", "gebied=Ede", "per=straat", "bekendOp=gisteren", "bekendOp=2024-02-30",
     "pagina=01", "pagina=%D9%A1", "paginaGrootte=501", "variant=A", "periode=2023%0A", "periode="],
)  # fmt: skip
def test_een_onbekende_vorm_wordt_geweigerd(vragen, vraag, nep):
    is_probleem(vraag(f"/indicatoren/V2a/cijfers?{vragen}"), 400)


def test_een_fout_van_ons_vertelt_niets(vraag, nep, monkeypatch, caplog):
    monkeypatch.setattr(nep, "indicatoren", lambda: 1 / 0, raising=False)
    leden = is_probleem(vraag("/indicatoren/V2a/cijfers"), 500)
    assert "ZeroDivision" not in str(leden)
    assert "fout in de API" in caplog.text


def test_te_veel_vragen_in_een_minuut(vraag, sleutel_van, settings):
    settings.API_PER_MINUUT = 4
    een, ander = sleutel_van(Soort.WETHOUDER), sleutel_van(Soort.GI)
    assert [vraag("/normen", een).status_code for _ in range(5)] == [200] * 4 + [429]
    geremd = vraag("/normen", een)
    is_probleem(geremd, 429)
    assert geremd["Retry-After"] == "60"
    assert vraag("/normen", ander).status_code == 200
    assert [vraag("/normen").status_code for _ in range(3)] == [200, 200, 429]


def test_wat_is_afgesproken_hoeft_maar_een_keer_over_de_lijn(vraag, nep):
    eerst = vraag("/normen")
    assert eerst["Cache-Control"] == "public, max-age=300"
    weer = vraag("/normen", **{"if-none-match": eerst["ETag"]})
    assert (weer.status_code, weer.content, weer["API-Version"]) == (304, b"", VERSIE)
    assert vraag("/normen", **{"if-none-match": '"anders"'}).status_code == 200
    cijfers = vraag("/indicatoren/V2a/cijfers")
    assert cijfers["Cache-Control"] == "private, no-store"
    assert "ETag" not in cijfers


def test_bladeren_geeft_alles_een_keer_in_dezelfde_volgorde(vraag, nep):
    alles = [item["sleutel"] for item in vraag("/gebieden").json()["items"]]
    gezien, pad, vorige = [], "/gebieden?paginaGrootte=25", None
    while pad:
        blad = vraag(pad).json()
        assert blad["links"]["prev"] == vorige
        gezien += [item["sleutel"] for item in blad["items"]]
        vorige, pad = blad["links"]["self"], blad["links"]["next"]
        pad = pad and pad.partition("/api/v1")[2]
    assert gezien == alles
    assert len(alles) == blad["aantal"] == 62


def test_wie_is_ingelogd_leest_zonder_sleutel_wat_hij_op_het_scherm_ziet(als, nep):
    antwoord = als(Soort.BACKOFFICE).get("/api/v1/indicatoren/V2a/cijfers?periode=2023-K1&per=gi")
    assert antwoord.status_code == 200


def test_een_account_dat_eindigde_wordt_niet_doorgestuurd(als, accounts, nep):
    client = als(Soort.BACKOFFICE)
    accounts[Soort.BACKOFFICE].is_active = False
    accounts[Soort.BACKOFFICE].save()
    # Django itself no longer knows who this is: what is left is the public.
    assert client.get("/api/v1/indicatoren/V2a/cijfers?per=gi").status_code == 401
    assert Client().get("/api/v1/normen").status_code == 200
