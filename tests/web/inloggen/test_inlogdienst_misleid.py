"""Answers that pretend: none of them may open an account."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.test import Client

from paraplu.web.models import Gebruiker, Identiteit, Spoor
from paraplu.web.templatetags.kader import thuis_van
from tests.web.inloggen.conftest import make_dienst
from tests.web.inloggen.kwade_dienst import KwadeDienst

E_MAIL = "k.jansen@ede.example"
Kom = Callable[..., object]


@pytest.fixture(autouse=True)
def klaargezet(maak_gebruiker, kwade_dienst, settings) -> Gebruiker:
    settings.INLOGDIENSTEN = {"ede": make_dienst(kwade_dienst.issuer)}
    gebruiker = maak_gebruiker()
    Identiteit.objects.create(gebruiker=gebruiker, dienst="ede", kenmerk=E_MAIL)
    return gebruiker


@pytest.fixture
def kom(kwade_dienst: KwadeDienst) -> Kom:
    """Go and come back; the provider answers what the test told it to."""

    def kom(client: Client | None = None, meer: str = ""):
        client = client or Client()
        state = kwade_dienst.note_begin(client.get("/inloggen/bij/ede/")["Location"])
        return client.get(f"/inloggen/bij/ede/terug/?code=c-1&state={state}{meer}")

    return kom


def is_geweigerd(antwoord) -> bool:
    return (
        antwoord.status_code == 400
        and "U bent niet ingelogd" in antwoord.content.decode()
        and not Identiteit.objects.exclude(subject="").exists()
        and not Spoor.objects.filter(resultaat="gelukt").exists()
    )


def test_een_eerlijk_antwoord_komt_binnen(kom, kwade_dienst):
    assert kom().status_code == 302
    assert kwade_dienst.verzoeken[0]["code_verifier"]


@pytest.mark.parametrize(
    "anders",
    [
        {"nonce": "een andere"},
        {"nonce": None},
        {"iss": "https://elders.example"},
        {"iss": None},
        {"aud": "een ander programma"},
        {"aud": ["paraplu", "een ander"], "azp": "een ander"},
        {"aud": None},
        {"exp": -600, "iat": -900},
        {"exp": None},
        {"iat": 900},
        {"sub": None},
        {"sub": ""},
    ],
    ids=lambda anders: " ".join(f"{naam}={waarde}" for naam, waarde in anders.items())[:40],
)
def test_een_token_met_een_verkeerde_claim_opent_niets(anders, kom, kwade_dienst):
    # Moments are seconds from now: a clock in the name of a test makes another test of it each time.
    nu = int(time.time())
    kwade_dienst.anders = {
        naam: nu + waarde if isinstance(waarde, int) else waarde for naam, waarde in anders.items()
    }
    antwoord = kom()
    assert antwoord.status_code in {400, 403}
    assert not Identiteit.objects.exclude(subject="").exists()
    assert not Spoor.objects.filter(resultaat="gelukt").exists()


def test_een_token_van_een_andere_sleutel_opent_niets(kom, kwade_dienst):
    kwade_dienst.sign_with_other_key()
    assert is_geweigerd(kom())


def test_een_token_met_het_gedeelde_geheim_ondertekend_opent_niets(kom, kwade_dienst):
    kwade_dienst.sign_with_secret("niet-echt-maar-wel-lang-genoeg-voor-een-sleutel")
    assert is_geweigerd(kom())


def test_een_token_zonder_handtekening_opent_niets(kom, kwade_dienst, monkeypatch):
    eerlijk = kwade_dienst.make_id_token
    monkeypatch.setattr(
        kwade_dienst,
        "make_id_token",
        lambda: "eyJhbGciOiJub25lIn0." + eerlijk().split(".")[1] + ".",
    )
    assert is_geweigerd(kom())


def test_een_antwoord_zonder_identiteit_opent_niets(kom, kwade_dienst):
    kwade_dienst.zonder_id_token = True
    assert is_geweigerd(kom())


def test_een_dienst_die_een_andere_issuer_noemt_begint_niet(kwade_dienst):
    kwade_dienst.gegevens = {"issuer": "https://elders.example"}
    assert is_geweigerd(Client().get("/inloggen/bij/ede/"))


def test_een_antwoord_dat_een_andere_issuer_noemt_opent_niets(kom):
    assert is_geweigerd(kom(meer="&iss=https://elders.example"))


def test_een_antwoord_werkt_maar_een_keer(kom, kwade_dienst):
    client = Client()
    state = kwade_dienst.note_begin(client.get("/inloggen/bij/ede/")["Location"])
    terug = f"/inloggen/bij/ede/terug/?code=c-1&state={state}"
    assert client.get(terug).status_code == 302
    client.post("/uitloggen/")
    tweede = client.get(terug)
    assert tweede.status_code == 400
    assert client.get("/account/").status_code == 302


def test_een_antwoord_uit_de_browser_van_een_ander_opent_niets(kwade_dienst):
    aanvaller, slachtoffer = Client(), Client()
    state = kwade_dienst.note_begin(aanvaller.get("/inloggen/bij/ede/")["Location"])
    antwoord = slachtoffer.get(f"/inloggen/bij/ede/terug/?code=c-1&state={state}")
    assert is_geweigerd(antwoord)


@pytest.mark.parametrize("vraag", ["", "?code=c-1", "?state=verzonnen&code=c-1", "?error=denied"])
def test_een_antwoord_zonder_begin_opent_niets(vraag):
    assert is_geweigerd(Client().get(f"/inloggen/bij/ede/terug/{vraag}"))


def test_een_antwoord_aan_een_andere_dienst_opent_niets(kwade_dienst, settings):
    ander = make_dienst(kwade_dienst.issuer, sleutel="arnhem")
    settings.INLOGDIENSTEN = {**settings.INLOGDIENSTEN, "arnhem": ander}
    client = Client()
    state = kwade_dienst.note_begin(client.get("/inloggen/bij/ede/")["Location"])
    antwoord = client.get(f"/inloggen/bij/arnhem/terug/?code=c-1&state={state}")
    assert is_geweigerd(antwoord)


@pytest.mark.parametrize(
    "verder", ["https://elders.example/", "//elders.example/", "/\\elders.example", "javascript:1"]
)
def test_na_het_inloggen_gaat_niemand_naar_een_ander(verder, kwade_dienst, klaargezet):
    client = Client()
    heen = client.get("/inloggen/bij/ede/", {"next": verder})
    state = kwade_dienst.note_begin(heen["Location"])
    antwoord = client.get(f"/inloggen/bij/ede/terug/?code=c-1&state={state}")
    assert antwoord["Location"] == thuis_van(klaargezet)


def test_de_dienst_stuurt_terug_naar_ons_adres_en_nergens_anders(kwade_dienst):
    kwade_dienst.note_begin(Client().get("/inloggen/bij/ede/")["Location"])
    terug = urlsplit(kwade_dienst.vraag["redirect_uri"])
    assert (terug.netloc, terug.path) == ("testserver", "/inloggen/bij/ede/terug/")


def test_de_sessie_krijgt_een_nieuwe_sleutel_bij_het_inloggen(kom, kwade_dienst):
    client = Client()
    client.get("/inloggen/bij/ede/")
    eerst = client.session.session_key
    kom(client)
    assert client.session.session_key != eerst


def test_in_de_log_staat_wat_voor_fout_het_was_en_verder_niets(kom, kwade_dienst, caplog):
    kwade_dienst.anders = {"nonce": "een andere"}
    kom()
    assert "inlogdienst ede" in caplog.text
    for geheim in ("c-1", "k.jansen", "s-1", "niet-echt", "eyJ"):
        assert geheim not in caplog.text
