"""The OpenAPI document, made of the same declarations as the routes."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings

from .bron import BLADERLINKS, Bron
from .bronnen import BRONNEN
from .parameters import PAD, Parameter
from .problemen import SOORT
from .versie import BASIS, VERSIE
from .vorm import GETAL, Schema, ding, lijst, tekst, verwijs

UITLEG: Final = """\
Cijfers van de Gelderse monitor jeugdbescherming, met de definities, normen, termijnen en routes waarop
zij rusten. Alleen lezen.

Zonder sleutel krijgt u wat openbaar is. Met een sleutel (`Authorization: Bearer …`) ziet u wat u ook op
het scherm ziet. Kleine aantallen zijn verborgen: dan is `waarde` null en zegt `verborgen` waarom.

Hoogstens {per_minuut} vragen per minuut per sleutel, en {zonder} zonder sleutel."""
GROEPEN: Final = {
    "Cijfers": "De waarden van de monitor, hun cijfers en de bon achter elk cijfer.",
    "Resultaatafspraken": "De elf afspraken, en waar zij staan per partij.",
    "Definities": "Hoe elke waarde telt, per versie.",
    "Afspraken": "Normen, termijnen en routes zoals afgesproken.",
    "Gebieden": "De jeugdhulpregio's en gemeenten.",
}
PROBLEEM: Final[Schema] = {
    "type": "object",
    "properties": {
        "status": {**GETAL, "description": "De status van HTTP."},
        "title": tekst("Wat er is, in een paar woorden."),
        "detail": tekst("Wat er is, en wat u kunt doen."),
        "instance": tekst("Het pad dat is gevraagd."),
        "errors": lijst(verwijs("Fout"), "Wat er niet klopt aan de vraag."),
    },
    "required": ["status", "title", "detail", "instance"],
}
FOUT: Final[Schema] = ding(
    **{"in": tekst("Waar het staat.", enum=["query"])},
    location=tekst("De naam van de vraag; ? als wij die niet kennen."),
    code=tekst(enum=["onbekend", "dubbel", "vorm"]),
    detail=tekst(),
)
#: What can go wrong, per status; the first three and the last two with every source.
PROBLEMEN: Final = {
    "400": "De vraag klopt niet.",
    "401": "Er is een sleutel nodig, of de sleutel werkt niet.",
    "403": "Niet voor uw rol.",
    "404": "Dit is er niet.",
    "406": "Alleen JSON.",
    "429": "Te veel vragen in een minuut.",
    "503": "De cijfers worden nog berekend.",
}
VERSIEKOP: Final = {"API-Version": {"$ref": "#/components/headers/API-Version"}}


def make_document(adres: str = "") -> dict[str, Any]:
    """The document; `adres` is where Paraplu is found, empty for the place it was read from.

    Only an address over TLS is named: nobody is told to send a key in the clear.
    """
    begin = adres.rstrip("/") if adres.startswith("https://") else ""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Paraplu",
            "version": VERSIE,
            "description": UITLEG.format(
                per_minuut=settings.API_PER_MINUUT, zonder=settings.API_PER_MINUUT // 2
            ),
            "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
            "contact": {
                "name": "Beheer van Paraplu",
                "email": settings.API_CONTACT,
                "url": settings.WEBADRES,
            },
        },
        "servers": [{"url": begin + BASIS, "description": "Versie 1"}],
        "security": [{}, {"sleutel": []}],
        "tags": [{"name": naam, "description": wat} for naam, wat in GROEPEN.items()],
        "paths": {bron.pad: {"get": _operatie(bron)} for bron in BRONNEN},
        "components": _components(),
    }


def _components() -> dict[str, Any]:
    schemas: dict[str, Schema] = {"Probleem": PROBLEEM, "Fout": FOUT, "Bladerlinks": BLADERLINKS}
    for bron in BRONNEN:
        schemas |= {bron.model: bron.schema, **bron.schemas}
    return {
        "schemas": schemas,
        "securitySchemes": {
            "sleutel": {
                "type": "http",
                "scheme": "bearer",
                "description": "Een API-sleutel van uw account in Paraplu.",
            }
        },
        "headers": {
            "API-Version": {
                "description": "De volledige versie van de API.",
                "required": True,
                "schema": {"type": "string"},
                "example": VERSIE,
            },
            "ETag": {"description": "Merk van deze inhoud.", "schema": {"type": "string"}},
            "Retry-After": {"description": "Seconden.", "schema": {"type": "integer"}},
        },
        "responses": {
            f"Probleem{status}": _probleem(status, wat) for status, wat in PROBLEMEN.items()
        },
    }


def _operatie(bron: Bron) -> dict[str, Any]:
    return {
        "operationId": bron.naam.removeprefix("api_"),
        "summary": bron.samenvatting,
        "description": bron.uitleg,
        "tags": [bron.groep],
        **({"security": [{"sleutel": []}]} if bron.besloten else {}),
        "parameters": [_parameter(een) for een in bron.parameters],
        "responses": {
            "200": {
                "description": bron.samenvatting,
                "headers": VERSIEKOP | ({} if bron.cijfers else _kop("ETag")),
                "content": {
                    "application/json": {"schema": bron.antwoord, "example": _voorbeeld(bron)}
                },
            },
            **{
                status: {"$ref": f"#/components/responses/Probleem{status}"}
                for status in PROBLEMEN
                if status != "503" or bron.cijfers
            },
        },
    }


def _voorbeeld(bron: Bron) -> dict[str, Any]:
    if not bron.lijst:
        return bron.voorbeeld
    pad = bron.pad.format(**{een.naam: een.voorbeeld for een in bron.vragen if een.plaats == PAD})
    blader = {"self": f"https://paraplu.example{BASIS}{pad}", "next": None, "prev": None}
    return {"links": blader, "aantal": 1, "items": [bron.voorbeeld]}


def _parameter(een: Parameter) -> dict[str, Any]:
    velden: dict[str, Any] = {
        "name": een.naam,
        "in": een.plaats,
        "required": een.plaats == PAD,
        "description": een.uitleg,
        "schema": een.schema,
    }
    return velden if een.voorbeeld is None else {**velden, "example": een.voorbeeld}


def _probleem(status: str, wat: str) -> dict[str, Any]:
    koppen = VERSIEKOP | (_kop("Retry-After") if status in {"429", "503"} else {})
    return {
        "description": wat,
        "headers": koppen,
        "content": {
            SOORT: {
                "schema": verwijs("Probleem"),
                "example": {
                    "status": int(status),
                    "title": wat.rstrip("."),
                    "detail": wat,
                    "instance": f"{BASIS}/normen",
                },
            }
        },
    }


def _kop(naam: str) -> dict[str, Any]:
    return {naam: {"$ref": f"#/components/headers/{naam}"}}
