"""The norms that were agreed for values of the monitor, by year (R175, R183)."""

from __future__ import annotations

from typing import Any, Final

from paraplu.afspraken.normen import PUNTEN, RELATIEF, Norm, normen
from paraplu.web.rechten import IEDEREEN

from ..bron import Bron, Verzoek
from ..parameters import PAD, Parameter
from ..problemen import not_found
from ..vorm import DAG, ding, lijst, links, of_niets, tekst

SLEUTEL: Final = Parameter(
    naam="sleutel",
    uitleg="De sleutel van de norm.",
    schema={"type": "string", "pattern": "^[a-z0-9_]{1,40}$"},
    plaats=PAD,
    voorbeeld="instroom",
)


def list_normen(verzoek: Verzoek) -> list[dict[str, Any]]:
    """Every norm, by its key."""
    return [_show(norm, verzoek) for norm in normen()]


def show_norm(verzoek: Verzoek) -> dict[str, Any]:
    """One norm."""
    for norm in normen():
        if norm.sleutel == verzoek.pad["sleutel"]:
            return _show(norm, verzoek)
    raise not_found(f"Er is geen norm {verzoek.pad['sleutel']}.")


def _show(norm: Norm, verzoek: Verzoek) -> dict[str, Any]:
    return {
        "sleutel": norm.sleutel,
        "naam": norm.naam,
        "indicator": norm.indicator,
        "variant": norm.variant or None,
        "wijze": norm.wijze,
        "richting": norm.richting,
        "vereiste": norm.vereiste,
        "lezingen": list(norm.lezingen),
        "toelichting": norm.uitleg,
        "waarden": [
            {
                "vanaf": een.vanaf.isoformat(),
                "verandering": None if een.waarde is None else float(een.waarde),
                "onbepaald": een.onbepaald or None,
            }
            for een in norm.waarden
        ],
        "links": {
            "self": verzoek.adres(f"/normen/{norm.sleutel}"),
            "indicator": verzoek.adres(f"/indicatoren/{norm.indicator}"),
        },
    }


SCHEMA: Final = ding(
    sleutel=tekst(),
    naam=tekst(),
    indicator=tekst("De waarde waarover de norm gaat."),
    variant=of_niets(tekst(), "De lezing waarover de norm gaat; null voor de eerste."),
    wijze=tekst("Procent van het vorige jaar, of procentpunten.", enum=[RELATIEF, PUNTEN]),
    richting=tekst("hoogstens of minstens."),
    vereiste=tekst("Het nummer van de afspraak."),
    lezingen=lijst(tekst(), "Hoe wij de afspraak lezen."),
    toelichting=tekst(),
    waarden=lijst(
        ding(
            vanaf=DAG,
            verandering=of_niets(
                {"type": "number"}, "Verandering per jaar; null als er geen norm is."
            ),
            onbepaald=of_niets(tekst(), "Waarom er vanaf die dag geen norm is."),
        ),
        "De oudste eerst. Een norm geldt niet vanzelf langer dan afgesproken.",
    ),
    links=links("self", "indicator"),
)
VOORBEELD: Final = {
    "sleutel": "instroom",
    "naam": "Instroom van maatregelen",
    "indicator": "V2a",
    "variant": None,
    "wijze": "relatief",
    "richting": "hoogstens",
    "vereiste": "R183",
    "lezingen": ["P1"],
    "toelichting": "De afspraak is gemaakt voor heel Gelderland.",
    "waarden": [{"vanaf": "2022-01-01", "verandering": -5.0, "onbepaald": None}],
    "links": {
        "self": "https://paraplu.example/api/v1/normen/instroom",
        "indicator": "https://paraplu.example/api/v1/indicatoren/V2a",
    },
}
_GEDEELD: Final[dict[str, Any]] = {
    "groep": "Afspraken",
    "model": "Norm",
    "schema": SCHEMA,
    "voorbeeld": VOORBEELD,
    "wie": IEDEREEN,
}
NORMEN: Final = Bron(
    naam="api_normen",
    pad="/normen",
    samenvatting="De normen",
    uitleg="Wat is afgesproken over hoe een waarde van jaar tot jaar verandert.",
    geef=list_normen,
    lijst=True,
    **_GEDEELD,
)
NORM: Final = Bron(
    naam="api_norm",
    pad="/normen/{sleutel}",
    samenvatting="Eén norm",
    uitleg="Wat is afgesproken over hoe deze waarde van jaar tot jaar verandert.",
    geef=show_norm,
    vragen=(SLEUTEL,),
    **_GEDEELD,
)
