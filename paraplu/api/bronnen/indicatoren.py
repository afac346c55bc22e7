"""The values of the monitor: what each counts, in which readings, and how it can be split."""

from __future__ import annotations

from typing import Any, Final

from paraplu.web.rechten import IEDEREEN

from ..bron import Bron, Verzoek
from ..parameters import PAD, Parameter
from ..problemen import not_found
from ..vorm import ding, lijst, links, tekst

GROEP: Final = "Cijfers"
#: How a figure can be split; "alles" is the chosen area as a whole.
PER: Final = (
    "alles", "regio", "gemeente", "gi", "aanbieder", "productcategorie", "tussentaal",
    "soort_maatregel",
)  # fmt: skip
CODE: Final = Parameter(
    naam="code",
    uitleg="De code van de waarde van de monitor.",
    schema={"type": "string", "pattern": "^(V|RA)[0-9]{1,2}[a-z]?$"},
    plaats=PAD,
    voorbeeld="V2a",
)


def find_indicator(code: str) -> Any:
    """The value with this code. Raises Probleem."""
    for indicator in _alle():
        if indicator.code == code:
            return indicator
    raise not_found(f"De monitor heeft geen waarde {code}.")


def list_per(indicator: Any) -> list[str]:
    """The ways in which this value can be split."""
    eigen = set(indicator.dimensies) | {"alles"}
    return [per for per in PER if per in eigen or (per == "regio" and "gemeente" in eigen)]


def list_indicatoren(verzoek: Verzoek) -> list[dict[str, Any]]:
    """All values, in the order of the monitor."""
    return [_show(een, verzoek) for een in _alle()]


def _alle() -> list[Any]:
    """The values, and then the figures that only an agreement asks for."""
    from paraplu.monitor import resultaten  # noqa: PLC0415 - the monitor only when it is asked
    from paraplu.web import gegevens  # noqa: PLC0415

    return [*gegevens.open_monitor().indicatoren(), *resultaten.indicatoren().values()]


def show_indicator(verzoek: Verzoek) -> dict[str, Any]:
    """One value."""
    return _show(find_indicator(verzoek.pad["code"]), verzoek)


def _show(indicator: Any, verzoek: Verzoek) -> dict[str, Any]:
    code = indicator.code
    return {
        "code": code,
        "naam": indicator.naam,
        "varianten": list(indicator.varianten),
        "splitsingen": list_per(indicator),
        "maten": [
            {"sleutel": maat.sleutel, "naam": maat.naam, "eenheid": maat.eenheid}
            for maat in indicator.maten
        ],
        "vereisten": list(indicator.vereisten),
        "links": {
            "self": verzoek.adres(f"/indicatoren/{code}"),
            "cijfers": verzoek.adres(f"/indicatoren/{code}/cijfers"),
            "definitie": verzoek.adres(f"/definities/{code}"),
        },
    }


SCHEMA: Final = ding(
    code=tekst("De code van de waarde."),
    naam=tekst(),
    varianten=lijst(tekst(), "De lezingen. De eerste geldt als u niets kiest."),
    splitsingen=lijst(tekst(enum=list(PER)), "Wat bij de vraag 'per' kan."),
    maten=lijst(
        ding(
            sleutel=tekst("De sleutel bij de vraag 'maat'."),
            naam=tekst(),
            eenheid=tekst(
                "aantal, dagen, euro, aandeel (van 0 tot 1), en wat de definitie verder noemt."
            ),
        )
    ),
    vereisten=lijst(tekst(), "De afspraken waarop deze waarde rust."),
    links=links("self", "cijfers", "definitie"),
)
VOORBEELD: Final = {
    "code": "V2a",
    "naam": "Instroom",
    "varianten": ["letterlijk"],
    "splitsingen": ["alles", "regio", "gemeente"],
    "maten": [{"sleutel": "aantal", "naam": "aantal", "eenheid": "aantal"}],
    "vereisten": ["R194"],
    "links": {
        "self": "https://paraplu.example/api/v1/indicatoren/V2a",
        "cijfers": "https://paraplu.example/api/v1/indicatoren/V2a/cijfers",
        "definitie": "https://paraplu.example/api/v1/definities/V2a",
    },
}
_GEDEELD: Final[dict[str, Any]] = {
    "groep": GROEP,
    "model": "Indicator",
    "schema": SCHEMA,
    "voorbeeld": VOORBEELD,
    "wie": IEDEREEN,
}
INDICATOREN: Final = Bron(
    naam="api_indicatoren",
    pad="/indicatoren",
    samenvatting="De waarden van de monitor",
    uitleg="Wat de monitor telt, met de lezingen, de maten en de manieren om te splitsen.",
    geef=list_indicatoren,
    lijst=True,
    **_GEDEELD,
)
INDICATOR: Final = Bron(
    naam="api_indicator",
    pad="/indicatoren/{code}",
    samenvatting="Eén waarde van de monitor",
    uitleg="Wat deze waarde telt, met de lezingen, de maten en de manieren om te splitsen.",
    geef=show_indicator,
    vragen=(CODE,),
    **_GEDEELD,
)
