"""The terms of the messages: how long, from when, and who has to act."""

from __future__ import annotations

from typing import Any, Final

from paraplu.afspraken.termijnen import Termijnregel, ijw_termijnen
from paraplu.termijnen import Duur
from paraplu.web.rechten import IEDEREEN

from ..bron import Bron, Verzoek
from ..parameters import PAD, Parameter
from ..problemen import not_found
from ..vorm import GETAL, JA_NEE, Schema, ding, links, tekst, verwijs

SLEUTEL: Final = Parameter(
    naam="sleutel",
    uitleg="De sleutel van de termijn: de code van de regel, soms met een onderdeel.",
    schema={"type": "string", "pattern": "^[A-Za-z0-9-]{1,40}$"},
    plaats=PAD,
    voorbeeld="OP090",
)


def list_termijnen(verzoek: Verzoek) -> list[dict[str, Any]]:
    """Every term, by its key."""
    return [_show(een, verzoek) for _sleutel, een in sorted(ijw_termijnen().items())]


def show_termijn(verzoek: Verzoek) -> dict[str, Any]:
    """One term."""
    gevonden = ijw_termijnen().get(verzoek.pad["sleutel"])
    if gevonden is None:
        raise not_found(f"Er is geen termijn {verzoek.pad['sleutel']}.")
    return _show(gevonden, verzoek)


def show_duur(duur: Duur) -> dict[str, Any]:
    """The length of a term."""
    return {"aantal": duur.aantal, "eenheid": duur.eenheid}


def _show(een: Termijnregel, verzoek: Verzoek) -> dict[str, Any]:
    return {
        "sleutel": een.sleutel,
        "regel": een.regel,
        "naam": een.naam,
        "tekst": een.tekst,
        "wie": een.wie,
        "duur": show_duur(een.duur),
        "na": een.na,
        "kalender": een.kalender.naam,
        "wettelijk": een.wettelijk,
        "bron": een.bron,
        "links": {"self": verzoek.adres(f"/termijnen/{een.sleutel}")},
    }


DUUR: Final[Schema] = ding(
    aantal=GETAL, eenheid=tekst(enum=["werkdagen", "dagen", "weken", "maanden"])
)
SCHEMA: Final = ding(
    sleutel=tekst(),
    regel=tekst("De code van de regel in de standaard."),
    naam=tekst(),
    tekst=tekst("De termijn in een zin."),
    wie=tekst("Wie iets moet doen."),
    duur=verwijs("Duur"),
    na=tekst("Waarmee de termijn begint."),
    kalender=tekst("De kalender die zegt wat een werkdag is."),
    wettelijk={**JA_NEE, "description": "Of de termijn doorloopt tot een werkdag."},
    bron=tekst(),
    links=links("self"),
)
VOORBEELD: Final = {
    "sleutel": "OP090",
    "regel": "OP090",
    "naam": "retourbericht",
    "tekst": "De ontvanger stuurt binnen 3 werkdagen een retourbericht.",
    "wie": "ontvanger",
    "duur": {"aantal": 3, "eenheid": "werkdagen"},
    "na": "ontvangst van het bericht",
    "kalender": "atw",
    "wettelijk": False,
    "bron": "iJw 3.2, OP090",
    "links": {"self": "https://paraplu.example/api/v1/termijnen/OP090"},
}
_GEDEELD: Final[dict[str, Any]] = {
    "groep": "Afspraken",
    "model": "Termijn",
    "schema": SCHEMA,
    "schemas": {"Duur": DUUR},
    "voorbeeld": VOORBEELD,
    "wie": IEDEREEN,
}
TERMIJNEN: Final = Bron(
    naam="api_termijnen",
    pad="/termijnen",
    samenvatting="De termijnen van het berichtenverkeer",
    uitleg="De termijnen van een stap in een route staan bij die route.",
    geef=list_termijnen,
    lijst=True,
    **_GEDEELD,
)
TERMIJN: Final = Bron(
    naam="api_termijn",
    pad="/termijnen/{sleutel}",
    samenvatting="Eén termijn",
    uitleg="Hoe lang, vanaf wanneer, en wie iets moet doen.",
    geef=show_termijn,
    vragen=(SLEUTEL,),
    **_GEDEELD,
)
