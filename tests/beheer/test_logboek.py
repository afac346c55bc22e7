"""Names and a BSN are put in at every door; the log and the figures never let them out."""

from __future__ import annotations

import io
import json
import logging

import pytest
from django.db import IntegrityError

from paraplu.beheer.logboek import Json, Kort, Verzoeklog

#: A test BSN and names that stand nowhere else.
BSN, NAAM = "999990019", "Kwikzilver"
KANARIES = (BSN, NAAM)


@pytest.fixture
def boek():
    """Everything that is logged, in both forms."""
    uit = io.StringIO()
    vormen = [logging.StreamHandler(uit), logging.StreamHandler(uit)]
    for vorm, hoe in zip(vormen, (Json(), Kort()), strict=True):
        vorm.setFormatter(hoe)
        logging.getLogger().addHandler(vorm)
    yield uit
    for vorm in vormen:
        logging.getLogger().removeHandler(vorm)


def _schoon(boek: io.StringIO) -> str:
    tekst = boek.getvalue()
    assert tekst
    assert not [kanarie for kanarie in KANARIES if kanarie in tekst]
    return tekst


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("adres", "velden"),
    [
        (f"/{NAAM}/{BSN}/", None),
        (f"/inloggen/?next=/{NAAM}&bsn={BSN}", {"gebruikersnaam": NAAM, "password": BSN}),
        (f"/inloggen/dienst/{NAAM}/", None),
        (f"/wachtwoord/{NAAM}{BSN}/", {"wachtwoord": BSN}),
    ],
)
def test_wat_iemand_intikt_komt_niet_in_het_log(client, boek, statisch, adres, velden):
    client.raise_request_exception = False
    if velden is None:
        client.get(adres, HTTP_REFERER=f"https://voorbeeld.nl/{NAAM}", HTTP_USER_AGENT=NAAM)
    else:
        client.post(adres, velden)
    logging.getLogger("paraplu.proef").error("klaar")
    assert '"bericht": "klaar"' in _schoon(boek)


def test_een_fout_zegt_waar_en_niet_over_wie(boek):
    def weiger():
        naam = NAAM
        raise IntegrityError(f"Key (achternaam, bsn)=({naam}, {BSN}) already exists.")

    try:
        weiger()
    except IntegrityError:
        logging.getLogger("django.request").exception("Fout bij %s", f"/gezin/{NAAM}")
    regel = json.loads(_schoon(boek).splitlines()[0])

    assert (regel["fout"], regel["bericht"]) == ("IntegrityError", "Fout bij %s")
    assert regel["stappen"][-1].endswith("weiger")


def test_een_ander_pakket_dat_zelf_invult_wordt_weggelaten(boek):
    logging.getLogger("ander.pakket").warning(f"rij van {NAAM} met {BSN}")
    assert "(tekst weggelaten)" in _schoon(boek)


def test_een_onbekende_host_komt_niet_in_het_log(client, boek):
    client.raise_request_exception = False
    client.get("/gezond/", HTTP_HOST=f"{NAAM.lower()}.voorbeeld")
    assert NAAM.lower() not in boek.getvalue()


def test_een_verzoek_is_een_regel_met_route_antwoord_en_tijd(rf, boek, caplog):
    class Antwoord:
        status_code = 200

    verzoek = rf.get(f"/casussen/{NAAM}/?bsn={BSN}")
    with caplog.at_level(logging.INFO, logger="paraplu.verzoek"):
        Verzoeklog(lambda request: Antwoord())(verzoek)
    regel = json.loads(_schoon(boek).splitlines()[0])
    assert (regel["methode"], regel["status"], regel["bericht"]) == ("GET", 200, "verzoek")
    assert regel["ms"] >= 0
