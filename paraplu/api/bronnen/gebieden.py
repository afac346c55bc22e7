"""The seven regions and their gemeenten: the keys with which figures are asked (R13)."""

from __future__ import annotations

from typing import Any, Final

from paraplu.afspraken import gebieden
from paraplu.web.rechten import IEDEREEN

from ..bron import Bron, Verzoek
from ..parameters import PAD, Parameter
from ..problemen import not_found
from ..vorm import JA_NEE, ding, links, of_niets, tekst

REGIO, GEMEENTE = "regio", "gemeente"
SOORT: Final = Parameter(
    naam="soort",
    uitleg="Alleen regio's of alleen gemeenten.",
    schema={"type": "string", "enum": [REGIO, GEMEENTE]},
)
SLEUTEL: Final = Parameter(
    naam="sleutel",
    uitleg="De sleutel van het gebied.",
    schema={"type": "string", "pattern": "^(regio-[A-Z]{2,6}|gemeente-[0-9]{4})$"},
    plaats=PAD,
    voorbeeld="regio-CG",
)


def list_gebieden(verzoek: Verzoek) -> list[dict[str, Any]]:
    """Regions by code, then gemeenten by name."""
    soort = verzoek.vragen["soort"]
    return [een for een in _alle(verzoek) if soort in {None, een["soort"]}]


def show_gebied(verzoek: Verzoek) -> dict[str, Any]:
    """One area."""
    for een in _alle(verzoek):
        if een["sleutel"] == verzoek.pad["sleutel"]:
            return een
    raise not_found(f"Het gebied {verzoek.pad['sleutel']} kennen wij niet.")


def _alle(verzoek: Verzoek) -> list[dict[str, Any]]:
    regios = [
        _show(verzoek, REGIO, regio.code, regio.naam, regio=None, in_gvjb=True)
        for regio in gebieden.regios()
    ]
    return regios + [
        _show(verzoek, GEMEENTE, g.code, g.naam, regio=f"{REGIO}-{g.regio}", in_gvjb=g.in_gvjb)
        for g in gebieden.gemeenten()
    ]


def _show(
    verzoek: Verzoek, soort: str, code: str, naam: str, *, regio: str | None, in_gvjb: bool
) -> dict[str, Any]:
    sleutel = f"{soort}-{code}"
    return {
        "sleutel": sleutel,
        "soort": soort,
        "code": code,
        "naam": naam,
        "regio": regio,
        "teltMee": in_gvjb,
        "links": {"self": verzoek.adres(f"/gebieden/{sleutel}")},
    }


SCHEMA: Final = ding(
    sleutel=tekst("De sleutel bij de vraag 'gebied'."),
    soort=tekst(enum=[REGIO, GEMEENTE]),
    code=tekst("Van een gemeente de code van het CBS."),
    naam=tekst(),
    regio=of_niets(tekst(), "De regio waarin een gemeente ligt."),
    teltMee={**JA_NEE, "description": "Of het gebied bij de 51 gemeenten van Gelderland hoort."},
    links=links("self"),
)
VOORBEELD: Final = {
    "sleutel": "gemeente-0228",
    "soort": "gemeente",
    "code": "0228",
    "naam": "Ede",
    "regio": "regio-FV",
    "teltMee": True,
    "links": {"self": "https://paraplu.example/api/v1/gebieden/gemeente-0228"},
}
_GEDEELD: Final[dict[str, Any]] = {
    "groep": "Gebieden",
    "model": "Gebied",
    "schema": SCHEMA,
    "voorbeeld": VOORBEELD,
    "wie": IEDEREEN,
}
GEBIEDEN: Final = Bron(
    naam="api_gebieden",
    pad="/gebieden",
    samenvatting="De regio's en gemeenten",
    uitleg="Eerst de jeugdhulpregio's, dan de gemeenten op naam.",
    geef=list_gebieden,
    vragen=(SOORT,),
    lijst=True,
    **_GEDEELD,
)
GEBIED: Final = Bron(
    naam="api_gebied",
    pad="/gebieden/{sleutel}",
    samenvatting="Eén regio of gemeente",
    uitleg="Met de sleutel waarmee u cijfers vraagt.",
    geef=show_gebied,
    vragen=(SLEUTEL,),
    **_GEDEELD,
)
