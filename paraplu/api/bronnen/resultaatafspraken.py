"""The eleven resultaatafspraken: what was agreed, the norm per year, and who owes what (R172)."""

from __future__ import annotations

from typing import Any, Final

from paraplu.afspraken.normen import PUNTEN, RELATIEF
from paraplu.afspraken.resultaatafspraken import (
    ABSOLUUT,
    HOOGSTENS,
    JAAR_ERVOOR,
    KANTEN,
    MINSTENS,
    NULMETING,
    OnbekendeAfspraak,
    Plicht,
    Resultaatafspraak,
    find_afspraak,
    resultaatafspraken,
)
from paraplu.web.rechten import IEDEREEN

from ..bron import Bron, Verzoek
from ..parameters import PAD, Parameter
from ..problemen import not_found
from ..vorm import DAG, Schema, ding, lijst, links, of_niets, tekst

AFSPRAAK: Final = Parameter(
    naam="code",
    uitleg="De code van de resultaatafspraak.",
    schema={"type": "string", "pattern": "^RA[1-9][0-9]?$"},
    plaats=PAD,
    voorbeeld="RA4",
)
SOORTEN: Final = {"": "gelderland"}


def read_afspraak(verzoek: Verzoek) -> Resultaatafspraak:
    """The agreement in the path. Raises Probleem."""
    try:
        return find_afspraak(verzoek.pad["code"])
    except OnbekendeAfspraak:
        raise not_found(f"Er is geen resultaatafspraak {verzoek.pad['code']}.") from None


def list_afspraken(verzoek: Verzoek) -> list[dict[str, Any]]:
    """All eleven, in their own order."""
    return [_show(afspraak, verzoek) for afspraak in resultaatafspraken()]


def show_afspraak(verzoek: Verzoek) -> dict[str, Any]:
    """One agreement."""
    return _show(read_afspraak(verzoek), verzoek)


def _show(afspraak: Resultaatafspraak, verzoek: Verzoek) -> dict[str, Any]:
    nulmeting = afspraak.nulmeting
    return {
        "code": afspraak.code,
        "naam": afspraak.naam,
        "tekst": afspraak.tekst,
        "eenheid": afspraak.eenheid,
        "wijze": afspraak.wijze,
        "tegen": afspraak.tegen,
        "richting": afspraak.richting,
        "meting": afspraak.meting,
        "vereisten": list(afspraak.vereisten),
        "lezingen": list(afspraak.lezingen),
        "partijen": [SOORTEN.get(soort, soort) for soort in afspraak.partijen],
        "nulmeting": {
            "jaren": list(nulmeting.jaren),
            "waarde": nulmeting.waarde,
            "bron": nulmeting.bron or None,
            "onbekend": nulmeting.onbekend or None,
        },
        "normen": [
            {
                "vanaf": norm.vanaf.isoformat(),
                "waarde": None if norm.waarde is None else float(norm.waarde),
                "onbepaald": norm.onbepaald or None,
            }
            for norm in afspraak.normen
        ],
        "plichten": [_show_plicht(plicht) for plicht in afspraak.plichten],
        "voorwaarden": [_show_plicht(plicht) for plicht in afspraak.voorwaarden],
        "links": {
            "self": verzoek.adres(f"/resultaatafspraken/{afspraak.code}"),
            "standen": verzoek.adres(f"/resultaatafspraken/{afspraak.code}/standen"),
            "pagina": verzoek.pagina(f"/afspraken/{afspraak.code}/"),
        },
    }


def _show_plicht(plicht: Plicht) -> dict[str, str]:
    return {"kant": plicht.kant, "tekst": plicht.tekst, "vereiste": plicht.vereiste}


_PLICHT: Final[Schema] = ding(
    kant=tekst("Wie het doet.", enum=list(KANTEN)), tekst=tekst(), vereiste=tekst()
)
SCHEMA: Final = ding(
    code=tekst(),
    naam=tekst(),
    tekst=tekst("De afspraak in onze woorden."),
    eenheid=tekst("aandeel (0 tot 1), euro, maatregelen, dagen, mensen, regios of meldingen."),
    wijze=tekst(
        "Hoe de norm werkt: procent, procentpunten, of een getal op zichzelf.",
        enum=[RELATIEF, PUNTEN, ABSOLUUT],
    ),
    tegen=tekst("Waarmee een jaar wordt vergeleken.", enum=[JAAR_ERVOOR, NULMETING]),
    richting=tekst(enum=[HOOGSTENS, MINSTENS]),
    meting=tekst("Wat er wordt gemeten."),
    vereisten=lijst(tekst()),
    lezingen=lijst(tekst(), "Hoe wij de afspraak lezen."),
    partijen=lijst(tekst(), "De soorten partij waarvoor er een cijfer is."),
    nulmeting=ding(
        jaren=lijst({"type": "integer"}),
        waarde=of_niets(
            {"type": "number"}, "Null als wij haar zelf tellen, of als zij er niet is."
        ),
        bron=of_niets(tekst()),
        onbekend=of_niets(tekst(), "Waarom er geen getal is."),
    ),
    normen=lijst(
        ding(
            vanaf=DAG,
            waarde=of_niets({"type": "number"}, "In procent, procentpunten of de eenheid."),
            onbepaald=of_niets(tekst(), "Waarom er vanaf die dag geen norm is."),
        ),
        "De oudste eerst. Een norm geldt niet vanzelf langer dan afgesproken.",
    ),
    plichten=lijst(_PLICHT, "Wat elke kant doet."),
    voorwaarden=lijst(_PLICHT, "Wat er eerst moet zijn voordat de afspraak telt."),
    links=links("self", "standen", "pagina"),
)
VOORBEELD: Final = {
    "code": "RA4",
    "naam": "Verloop van jeugdbeschermers",
    "tekst": "Het verloop onder jeugdbeschermers daalt.",
    "eenheid": "aandeel",
    "wijze": "punten",
    "tegen": "nulmeting",
    "richting": "hoogstens",
    "meting": "Wie in het jaar vertrok, gedeeld door het gemiddelde aantal.",
    "vereisten": ["R178"],
    "lezingen": ["P1"],
    "partijen": ["gi", "gelderland"],
    "nulmeting": {"jaren": [2021], "waarde": 0.2, "bron": "de afspraak zelf", "onbekend": None},
    "normen": [{"vanaf": "2022-01-01", "waarde": -2.5, "onbepaald": None}],
    "plichten": [
        {"kant": "gi", "tekst": "Geeft elk jaar op wie kwam en ging.", "vereiste": "R178"}
    ],
    "voorwaarden": [],
    "links": {
        "self": "https://paraplu.example/api/v1/resultaatafspraken/RA4",
        "standen": "https://paraplu.example/api/v1/resultaatafspraken/RA4/standen",
        "pagina": "https://paraplu.example/afspraken/RA4/",
    },
}
_GEDEELD: Final[dict[str, Any]] = {
    "groep": "Resultaatafspraken",
    "model": "Resultaatafspraak",
    "schema": SCHEMA,
    "voorbeeld": VOORBEELD,
    "wie": IEDEREEN,
}
AFSPRAKEN: Final = Bron(
    naam="api_resultaatafspraken",
    pad="/resultaatafspraken",
    samenvatting="De elf resultaatafspraken",
    uitleg="Wat gemeenten, regio's en GI's met elkaar afspraken, met de norm per jaar.",
    geef=list_afspraken,
    lijst=True,
    **_GEDEELD,
)
RESULTAATAFSPRAAK: Final = Bron(
    naam="api_resultaatafspraak",
    pad="/resultaatafspraken/{code}",
    samenvatting="Eén resultaatafspraak",
    uitleg="Wat is afgesproken, met de norm per jaar en wat elke kant doet.",
    geef=show_afspraak,
    vragen=(AFSPRAAK,),
    **_GEDEELD,
)
