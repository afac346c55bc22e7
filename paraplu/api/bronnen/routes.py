"""The agreed routes: steps with who sets them, their terms and outcomes, per version (R87-R117)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from paraplu.afspraken.routes import GeenRoute, Route, Stap, geldend, route, routes, versies
from paraplu.termijnen import Duur
from paraplu.web.rechten import IEDEREEN

from ..bron import Bron, Verzoek
from ..parameters import PAD, Parameter
from ..problemen import not_found
from ..vorm import DAG, Schema, ding, lijst, links, of_niets, tekst, verwijs
from .termijnen import DUUR, show_duur

SLEUTEL: Final = Parameter(
    naam="sleutel",
    uitleg="De sleutel van de route.",
    schema={"type": "string", "pattern": "^[a-z0-9-]{1,40}$"},
    plaats=PAD,
    voorbeeld="aanmeldroute-301",
)
VANAF: Final = Parameter(
    naam="vanaf",
    uitleg="De dag waarop de versie ingaat.",
    schema={"type": "string", "format": "date"},
    plaats=PAD,
    voorbeeld="2022-01-01",
)
GELDIG_OP: Final = Parameter(
    naam="geldigOp",
    uitleg="De versie die op deze dag geldt. Anders: vandaag.",
    schema={"type": "string", "format": "date"},
)


def list_routes(verzoek: Verzoek) -> list[dict[str, Any]]:
    """The routes that hold on a day, by their key."""
    gevonden = []
    for sleutel in routes():
        try:
            gevonden.append(geldend(sleutel, op=_dag(verzoek)))
        except GeenRoute:
            continue
    return [_show(een, verzoek) for een in gevonden]


def show_route(verzoek: Verzoek) -> dict[str, Any]:
    """The version that holds on a day."""
    try:
        return _show(geldend(verzoek.pad["sleutel"], op=_dag(verzoek)), verzoek)
    except GeenRoute as fout:
        raise not_found(str(fout)) from None


def show_versie(verzoek: Verzoek) -> dict[str, Any]:
    """One version: a case keeps the one it began with."""
    try:
        versie = date.fromisoformat(verzoek.pad["vanaf"])
        return _show(route(verzoek.pad["sleutel"], versie), verzoek)
    except GeenRoute as fout:
        raise not_found(str(fout)) from None


def _dag(verzoek: Verzoek) -> date:
    dag: date = verzoek.vragen["geldigOp"] or verzoek.op
    return dag


def _show(een: Route, verzoek: Verzoek) -> dict[str, Any]:
    pad = f"/routes/{een.sleutel}"
    return {
        "sleutel": een.sleutel,
        "naam": een.naam,
        "vanaf": een.versie.isoformat(),
        "versies": [dag.isoformat() for dag in versies(een.sleutel)],
        "toelichting": een.uitleg,
        "begintMet": list(een.begint_met),
        "stappen": [_show_stap(een, stap) for stap in een.stappen.values()],
        "doorlooptijden": [
            {
                "sleutel": tijd.sleutel,
                "naam": tijd.naam,
                "na": list(tijd.na),
                "over": list(tijd.over),
                "termijn": show_duur(tijd.termijn),
                "vereisten": list(tijd.vereisten),
            }
            for tijd in een.doorlooptijden
        ],
        "einden": [{"sleutel": sleutel, "naam": naam} for sleutel, naam in een.einden.items()],
        "aanvullingen": list(een.aanvullingen),
        "links": {"self": verzoek.adres(f"{pad}/versies/{een.versie}"), "nu": verzoek.adres(pad)},
    }


def _show_stap(een: Route, stap: Stap) -> dict[str, Any]:
    return {
        "sleutel": stap.sleutel,
        "nummer": stap.nummer,
        "naam": stap.naam,
        "rol": stap.rol,
        "mede": list(stap.mede),
        "termijn": _of_niets(stap.termijn),
        "vanaf": stap.loopt_vanaf,
        "vereisten": list(stap.vereisten),
        "lezingen": list(stap.lezing),
        "uitkomsten": [
            {
                "sleutel": uitkomst.sleutel,
                "naam": uitkomst.naam,
                "volgende": list(uitkomst.volgende),
                "einde": uitkomst.eind or None,
            }
            for uitkomst in een.uitkomsten(stap.sleutel).values()
        ],
    }


def _of_niets(duur: Duur | None) -> dict[str, Any] | None:
    return show_duur(duur) if duur else None


NAAM: Final[Schema] = ding(sleutel=tekst(), naam=tekst())
UITKOMST: Final[Schema] = ding(
    sleutel=tekst(),
    naam=tekst(),
    volgende=lijst(tekst(), "De stappen die daarna beginnen."),
    einde=of_niets(tekst(), "Met welk einde de casus dan sluit."),
)
STAP: Final[Schema] = ding(
    sleutel=tekst(),
    nummer=tekst("Zoals gedrukt in de afspraak."),
    naam=tekst(),
    rol=tekst("Wie deze stap zet."),
    mede=lijst(tekst(), "Wie hem ook mag zetten."),
    termijn=of_niets(DUUR, "Null als er geen termijn is."),
    vanaf=tekst("Waarmee de termijn begint."),
    vereisten=lijst(tekst()),
    lezingen=lijst(tekst()),
    uitkomsten=lijst(verwijs("Uitkomst")),
)
DOORLOOPTIJD: Final[Schema] = ding(
    sleutel=tekst(),
    naam=tekst(),
    na=lijst(tekst()),
    over=lijst(tekst()),
    termijn=verwijs("Duur"),
    vereisten=lijst(tekst()),
)
SCHEMA: Final = ding(
    sleutel=tekst(),
    naam=tekst(),
    vanaf={**DAG, "description": "De dag waarop deze versie ingaat."},
    versies=lijst(DAG, "De dagen waarop een versie ingaat, de oudste eerst."),
    toelichting=tekst(),
    begintMet=lijst(tekst(), "De stappen waarmee een casus begint."),
    stappen=lijst(verwijs("Stap")),
    doorlooptijden=lijst(verwijs("Doorlooptijd"), "Termijnen over meer dan één stap."),
    einden=lijst(NAAM),
    aanvullingen=lijst(tekst(), "Wat wij toevoegden waar de bronnen zwijgen."),
    links=links("self", "nu"),
)
VOORBEELD: Final = {
    "sleutel": "aanmeldroute-301",
    "naam": "301-aanmeldroute",
    "vanaf": "2022-01-01",
    "versies": ["2022-01-01"],
    "toelichting": "Hulp vragen via de gemeente.",
    "begintMet": ["contact"],
    "stappen": [
        {
            "sleutel": "contact",
            "nummer": "1",
            "naam": "Contact met het lokaal team",
            "rol": "jeugdbeschermer",
            "mede": [],
            "termijn": {"aantal": 3, "eenheid": "werkdagen"},
            "vanaf": "opening",
            "vereisten": ["R96"],
            "lezingen": [],
            "uitkomsten": [
                {"sleutel": "gelukt", "naam": "Gelukt", "volgende": ["bepaling"], "einde": None}
            ],
        }
    ],
    "doorlooptijden": [],
    "einden": [{"sleutel": "hulp_gestart", "naam": "De hulp is begonnen"}],
    "aanvullingen": [],
    "links": {
        "self": "https://paraplu.example/api/v1/routes/aanmeldroute-301/versies/2022-01-01",
        "nu": "https://paraplu.example/api/v1/routes/aanmeldroute-301",
    },
}
_GEDEELD: Final[dict[str, Any]] = {
    "groep": "Afspraken",
    "model": "Route",
    "schema": SCHEMA,
    "schemas": {"Uitkomst": UITKOMST, "Stap": STAP, "Doorlooptijd": DOORLOOPTIJD, "Duur": DUUR},
    "voorbeeld": VOORBEELD,
    "wie": IEDEREEN,
}
ROUTES: Final = Bron(
    naam="api_routes",
    pad="/routes",
    samenvatting="De routes",
    uitleg="De routes die op een dag gelden, met stappen, termijnen en uitkomsten.",
    geef=list_routes,
    vragen=(GELDIG_OP,),
    lijst=True,
    **_GEDEELD,
)
ROUTE: Final = Bron(
    naam="api_route",
    pad="/routes/{sleutel}",
    samenvatting="Eén route",
    uitleg="De versie die op een dag geldt.",
    geef=show_route,
    vragen=(SLEUTEL, GELDIG_OP),
    **_GEDEELD,
)
ROUTEVERSIE: Final = Bron(
    naam="api_routeversie",
    pad="/routes/{sleutel}/versies/{vanaf}",
    samenvatting="Eén versie van een route",
    uitleg="Een casus houdt de versie waarmee zij begon.",
    geef=show_versie,
    vragen=(SLEUTEL, VANAF),
    **_GEDEELD,
)
