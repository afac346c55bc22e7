"""The receipt of one figure: what was looked at, what counted, and what fell off and why."""

from __future__ import annotations

from typing import Any, Final

from paraplu.inzage.cijfers import BINNEN
from paraplu.monitor.definities import versie_van
from paraplu.web.rechten import KIJKERS

from ..bron import Bron, Verzoek
from ..parameters import Parameter
from ..problemen import not_found
from ..vorm import DAG, ding, lijst, links, of_niets, tekst, verwijs
from .indicatoren import CODE, GROEP
from .vraag import SPLITSING, VERBORGEN, VRAGEN, WAARDE, Vraag, read_vraag, show_waarde

SLEUTEL: Final = Parameter(
    naam="sleutel",
    uitleg="De rij van de splitsing. Hoort bij 'per', behalve bij alles.",
    schema={"type": "string", "pattern": "^[0-9A-Za-z_.-]{1,60}$"},
)


def show_bon(verzoek: Verzoek) -> dict[str, Any]:
    """The receipt as far as this reader gets it."""
    vraag = read_vraag(verzoek)
    sleutel = verzoek.vragen["sleutel"] or ""
    if bool(sleutel) == (vraag.per == "alles"):
        raise not_found("Vraag een rij met 'per' en 'sleutel' samen, of met geen van beide.")
    filters = {**(vraag.gebied.filters or BINNEN), **({vraag.per: sleutel} if sleutel else {})}
    code = vraag.indicator.code
    bon = vraag.cijfers.monitor.bon(
        code,
        variant=vraag.variant,
        periode=vraag.periode,
        filters=filters,
        kijk=vraag.cijfers.kijk,
    )
    versie = versie_van(code).versie
    return {
        "indicator": code,
        "variant": vraag.variant,
        "periode": vraag.periode.naam,
        "gebied": vraag.gebied.sleutel or "gelderland",
        "per": vraag.per,
        "sleutel": sleutel or None,
        "kandidaten": show_waarde(bon.kandidaten),
        "geteld": show_waarde(bon.geteld),
        "afgevallen": [
            {"waarom": reden, **show_waarde(aantal)} for reden, aantal in bon.afgevallen
        ],
        "dataversie": str(bon.dataversie),
        "bekendOp": vraag.bekend_op.isoformat(),
        "definitieversie": versie,
        "links": _links(verzoek, vraag, sleutel, versie),
    }


def _links(verzoek: Verzoek, vraag: Vraag, sleutel: str, versie: int) -> dict[str, str]:
    return {
        "self": vraag.bon_adres(verzoek, sleutel),
        "bewijs": vraag.bewijs_adres(verzoek, sleutel),
        "definitie": verzoek.adres(f"/definities/{vraag.indicator.code}/versies/{versie}"),
    }


AANTAL: Final = ding(waarde=WAARDE, verborgen=VERBORGEN, reden=of_niets(tekst()))
SCHEMA: Final = ding(
    indicator=tekst(),
    variant=tekst(),
    periode=tekst(),
    gebied=tekst(),
    per=tekst(),
    sleutel=of_niets(tekst(), "De rij van de splitsing; null voor het gebied als geheel."),
    kandidaten=verwijs("Aantal"),
    geteld=verwijs("Aantal"),
    afgevallen=lijst(
        ding(waarom=tekst("De voorwaarde waaraan niet was voldaan."), **AANTAL["properties"]),
        "Wat niet meetelt, met de reden. Leeg waar u dat niet mag zien.",
    ),
    dataversie=tekst("De versie van de gegevens waarop is geteld."),
    bekendOp={**DAG, "description": "Leveringen tot en met deze dag zijn meegeteld."},
    definitieversie={"type": "integer", "minimum": 1},
    links=links("self", "bewijs", "definitie"),
)
_TE_ZIEN: Final = {"waarde": 120, "verborgen": None, "reden": None}
VOORBEELD: Final = {
    "indicator": "V2a",
    "variant": "letterlijk",
    "periode": "2023",
    "gebied": "regio-CG",
    "per": "alles",
    "sleutel": None,
    "kandidaten": {**_TE_ZIEN, "waarde": 132},
    "geteld": _TE_ZIEN,
    "afgevallen": [{"waarom": "geen startbericht", "waarde": 12, "verborgen": None, "reden": None}],
    "dataversie": "7",
    "bekendOp": "2024-01-15",
    "definitieversie": 1,
    "links": {
        "self": "https://paraplu.example/api/v1/indicatoren/V2a/bon?periode=2023",
        "bewijs": "https://paraplu.example/bewijs/V2a/?jaar=2023",
        "definitie": "https://paraplu.example/api/v1/definities/V2a/versies/1",
    },
}
BON: Final = Bron(
    naam="api_bon",
    pad="/indicatoren/{code}/bon",
    groep=GROEP,
    samenvatting="De bon van een cijfer",
    uitleg="Hoeveel regels in aanmerking kwamen, hoeveel er tellen, en waarom andere afvielen.",
    model="Bon",
    schema=SCHEMA,
    schemas={"Aantal": AANTAL},
    voorbeeld=VOORBEELD,
    geef=show_bon,
    wie=KIJKERS,
    vragen=(CODE, *VRAGEN, SPLITSING, SLEUTEL),
    cijfers=True,
)
