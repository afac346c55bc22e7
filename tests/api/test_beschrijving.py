"""What the document says is what the API does: generated questions, and the examples of the manual."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.api.bronnen import BRONNEN
from paraplu.api.document import make_document
from paraplu.api.parameters import PAD
from paraplu.web.models import Soort
from tests.api.vormtoets import fouten, volg
from tests.rights.argumenten.api import ARGUMENTEN

DOCUMENT = make_document()
HANDLEIDING = Path(__file__).parents[2] / "docs" / "api.md"
VOORBEELD = re.compile(
    r'```sh\ncurl "https://paraplu\.example(.*?)"\n```\n\n```json\n(.*?)```', re.DOTALL
)


def geldig(schema):
    """Texts as the schema of a parameter allows."""
    if schema["type"] == "integer":
        return st.integers(schema["minimum"], schema["maximum"]).map(str)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("format") == "date":
        return st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str)
    return st.from_regex(schema["pattern"].replace("$", r"\Z"))


def vragen_van(bron):
    """A path and a question: mostly valid, sometimes anything at all."""
    los = st.text(max_size=12)
    pad = {
        een.naam: geldig(een.schema) | los.filter(bool)
        for een in bron.parameters
        if een.plaats == PAD
    }
    if bron.naam in ARGUMENTEN:
        bekend = dict(zip(pad, ARGUMENTEN[bron.naam], strict=True))
        pad = {naam: st.just(bekend[naam]) | wat for naam, wat in pad.items()}
    query = {een.naam: geldig(een.schema) | los for een in bron.parameters if een.plaats != PAD}
    return st.tuples(
        st.fixed_dictionaries(pad), st.fixed_dictionaries({}, optional=query), st.just(bron)
    )


@pytest.mark.django_db
@given(vraag=st.one_of(vragen_van(bron) for bron in BRONNEN))
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_elk_antwoord_is_zoals_beschreven(vraag, nep, settings):
    settings.API_PER_MINUUT = 10_000
    pad, query, bron = vraag
    adres = "/api/v1" + bron.pad.format(**{naam: quote(w, safe="") for naam, w in pad.items()})
    antwoord = Client().get(f"{adres}?{urlencode(query)}")
    beschreven = DOCUMENT["paths"][bron.pad]["get"]["responses"]
    assert str(antwoord.status_code) in beschreven, (adres, query, antwoord.content)
    soorten = volg(DOCUMENT, beschreven[str(antwoord.status_code)])
    inhoud = soorten["content"][antwoord["Content-Type"]]
    assert list(fouten(DOCUMENT, inhoud["schema"], antwoord.json())) == []
    assert antwoord["API-Version"] == DOCUMENT["info"]["version"]


@pytest.mark.django_db
@pytest.mark.parametrize("bron", BRONNEN, ids=lambda bron: bron.naam)
def test_elke_bron_geeft_wat_hij_belooft(bron, nep, vraag, sleutel_van):
    namen = [een.naam for een in bron.vragen if een.plaats == PAD]
    pad = bron.pad.format(**dict(zip(namen, ARGUMENTEN.get(bron.naam, []), strict=True)))
    sleutel = sleutel_van(Soort.WETHOUDER) if bron.besloten else ""
    antwoord = vraag(pad, sleutel)
    assert antwoord.status_code == 200
    assert vraag(pad).status_code == (401 if bron.besloten else 200)
    assert list(fouten(DOCUMENT, bron.antwoord, antwoord.json())) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("adres", "tekst"), VOORBEELD.findall(HANDLEIDING.read_text("utf-8")))
def test_de_voorbeelden_van_de_handleiding_kloppen(adres, tekst, nep, settings):
    settings.ALLOWED_HOSTS = ["paraplu.example"]
    antwoord = Client().get(adres, secure=True, headers={"host": "paraplu.example"})
    assert antwoord.json() == json.loads(tekst)


def test_de_handleiding_heeft_voorbeelden():
    assert len(VOORBEELD.findall(HANDLEIDING.read_text("utf-8"))) >= 3


@pytest.mark.django_db
@pytest.mark.parametrize("adres", ["/openapi.json", "/api/v1/openapi.json"])
def test_het_document_is_van_overal_te_lezen(adres):
    antwoord = Client().get(adres)
    assert antwoord["Access-Control-Allow-Origin"] == "*"
    assert antwoord["API-Version"] == antwoord.json()["info"]["version"]
    assert antwoord.json()["paths"] == DOCUMENT["paths"]
    assert Client().options(adres).status_code == 204
    assert Client().post(adres)["Content-Type"] == "application/problem+json"
