"""The rules of the NL API Design Rules that a machine can check, against our document.

Each test names the rule as the standard does. Spectral reads the same rules (docs/api.md).
"""

from __future__ import annotations

import copy
import re

import pytest
from django.urls import get_resolver

from paraplu.api.bronnen import BRONNEN
from paraplu.api.document import make_document
from paraplu.api.rechten import PAGINAS, list_deuren
from paraplu.web.rechten import EIGEN_DEUR, MATRIX
from tests.api.vormtoets import fouten, volg

KEBAB = re.compile(r"(/([a-z0-9-]+|{[a-zA-Z]+}))+")
CAMEL = re.compile(r"[a-z][a-z\d]*([A-Z][a-z\d]*)*")
SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


@pytest.fixture(scope="module")
def document():
    return make_document("https://paraplu.example")


def operaties(document):
    return [(pad, wat) for pad, item in document["paths"].items() for wat in item.values()]


def antwoorden(document):
    for pad, wat in operaties(document):
        for status, antwoord in wat["responses"].items():
            yield pad, status, volg(document, antwoord)


def namen(plek):
    """Every name of a property, with its schema."""
    if isinstance(plek, dict):
        yield from (plek.get("properties") or {}).items()
        for deel in plek.values():
            yield from namen(deel)
    elif isinstance(plek, list):
        for deel in plek:
            yield from namen(deel)


def test_core_doc_openapi(document):
    assert document["openapi"].startswith("3.0.")
    assert set(document["info"]["contact"]) == {"name", "email", "url"}
    for pad, wat in operaties(document):
        assert wat["summary"], pad
        assert wat["description"], pad


def test_core_semver_en_uri_version(document):
    assert SEMVER.fullmatch(document["info"]["version"])
    [server] = document["servers"]
    assert (
        server["url"] == "https://paraplu.example/api/v" + document["info"]["version"].split(".")[0]
    )
    assert make_document("http://127.0.0.1:8000")["servers"][0]["url"] == "/api/v1"


def test_core_no_trailing_slash_en_path_segments_kebab_case(document):
    assert all(KEBAB.fullmatch(pad) for pad in document["paths"])


def test_core_http_methods(document):
    assert {methode for item in document["paths"].values() for methode in item} == {"get"}


def test_core_version_header(document):
    for pad, status, antwoord in antwoorden(document):
        assert "API-Version" in antwoord["headers"], (pad, status)


def test_core_error_handling(document):
    for pad, status, antwoord in antwoorden(document):
        if status >= "400":
            [(soort, inhoud)] = antwoord["content"].items()
            assert soort == "application/problem+json", (pad, status)
            assert {"status", "title", "detail"} <= set(
                volg(document, inhoud["schema"])["properties"]
            )
    for pad, wat in operaties(document):
        assert "400" in wat["responses"], pad


def test_core_query_keys_camel_case_en_namen_van_velden(document):
    for pad, wat in operaties(document):
        assert all(CAMEL.fullmatch(een["name"]) for een in wat["parameters"]), pad
    assert all(CAMEL.fullmatch(naam) for naam, _schema in namen(document["components"]["schemas"]))
    assert all(re.fullmatch(r"([A-Z][a-z]+)+", naam) for naam in document["components"]["schemas"])


def test_core_date_time(document):
    dagen = {"bekendOp", "vanaf", "vastgesteldOp", "geldtVanaf"}
    for naam, schema in namen(document["components"]["schemas"]):
        assert schema.get("format") not in {"date-time", "date-time-local", "time"}, naam
        if naam in dagen and "Waarmee" not in schema.get("description", ""):
            assert schema["format"] == "date", naam


def test_elk_voorbeeld_past_bij_zijn_schema(document):
    for pad, status, antwoord in antwoorden(document):
        for inhoud in antwoord["content"].values():
            assert list(fouten(document, inhoud["schema"], inhoud["example"])) == [], (pad, status)


def test_parameters_in_het_pad_zijn_die_van_het_adres(document):
    for pad, wat in operaties(document):
        in_pad = [een["name"] for een in wat["parameters"] if een["in"] == "path"]
        assert in_pad == re.findall(r"{(\w+)}", pad)
        assert len({een["name"] for een in wat["parameters"]}) == len(wat["parameters"])
    nummers = [wat["operationId"] for _pad, wat in operaties(document)]
    assert len(set(nummers)) == len(nummers)


def test_elke_route_van_de_api_staat_in_het_document_en_in_de_matrix(document):
    routes = {
        route.name: str(route.pattern)
        for kamer in get_resolver().url_patterns
        for route in getattr(kamer, "url_patterns", [])
        if "api/v1" in str(route.pattern)
    }
    assert set(routes) == {bron.naam for bron in BRONNEN} | {"api_openapi", "api_onbekend"}
    gemaakt = {
        "/" + re.sub(r"<str:(\w+)>", r"{\1}", p).removeprefix("api/v1/") for p in routes.values()
    }
    assert set(document["paths"]) <= gemaakt
    assert MATRIX.keys() >= set(PAGINAS) | list_deuren()
    assert list_deuren() == EIGEN_DEUR


def test_de_toets_zelf_ziet_een_fout(document):
    kapot = copy.deepcopy(document)
    voorbeeld = kapot["paths"]["/normen/{sleutel}"]["get"]["responses"]["200"]["content"][
        "application/json"
    ]
    voorbeeld["example"] = {**voorbeeld["example"], "richting": None, "extra": 1}
    del voorbeeld["example"]["naam"]
    assert set(fouten(kapot, voorbeeld["schema"], voorbeeld["example"])) == {
        ".naam ontbreekt", ".richting: null", ".extra is onbekend",
    }  # fmt: skip
