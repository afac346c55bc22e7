"""The definitions by which is counted, with every version and whether it was adopted (R206)."""

from __future__ import annotations

from typing import Any, Final

from paraplu.inzage import queries
from paraplu.inzage.models import Vaststelling
from paraplu.monitor.definities import (
    Definitieversie,
    OnbekendeDefinitie,
    versie_van,
    versies_van,
)
from paraplu.web.rechten import IEDEREEN

from ..bron import Bron, Verzoek
from ..parameters import PAD, Parameter
from ..problemen import not_found
from ..vorm import DAG, ding, links, of_niets, tekst
from .indicatoren import CODE

VERSIE: Final = Parameter(
    naam="versie",
    uitleg="Het nummer van de versie.",
    schema={"type": "integer", "minimum": 1, "maximum": 9999},
    plaats=PAD,
    voorbeeld=1,
)


def list_definities(verzoek: Verzoek) -> list[dict[str, Any]]:
    """Of each value, and each figure of an agreement, the version by which is counted now."""
    from paraplu.monitor import waarden  # noqa: PLC0415 - the monitor only when it is asked

    vastgesteld = queries.vaststellingen()
    return [_show(versie_van(code), vastgesteld, verzoek) for code in waarden.alle()]


def show_definitie(verzoek: Verzoek) -> dict[str, Any]:
    """The version by which is counted now."""
    return _show(_versies(verzoek)[-1], queries.vaststellingen(), verzoek)


def list_versies(verzoek: Verzoek) -> list[dict[str, Any]]:
    """Every version, the oldest first."""
    vastgesteld = queries.vaststellingen()
    return [_show(versie, vastgesteld, verzoek) for versie in _versies(verzoek)]


def show_versie(verzoek: Verzoek) -> dict[str, Any]:
    """One version, also an old one."""
    nummer = int(verzoek.pad["versie"])
    for versie in _versies(verzoek):
        if versie.versie == nummer:
            return _show(versie, queries.vaststellingen(), verzoek)
    raise not_found(f"De definitie van {verzoek.pad['code']} heeft geen versie {nummer}.")


def _versies(verzoek: Verzoek) -> list[Definitieversie]:
    try:
        return versies_van(verzoek.pad["code"])
    except OnbekendeDefinitie:
        raise not_found(f"De monitor heeft geen waarde {verzoek.pad['code']}.") from None


def _show(
    versie: Definitieversie,
    vastgesteld: dict[tuple[str, int], Vaststelling],
    verzoek: Verzoek,
) -> dict[str, Any]:
    """Who wrote the adoption down is nobody's business here."""
    pad = f"/definities/{versie.code}"
    besluit = vastgesteld.get((versie.code, versie.versie))
    return {
        "code": versie.code,
        "versie": versie.versie,
        "tekst": versie.tekst,
        "tekstafdruk": versie.tekstafdruk,
        "vingerafdruk": versie.vingerafdruk,
        "vanaf": versie.vanaf.isoformat(),
        "aanleiding": versie.reden,
        "vastgesteldOp": besluit.vastgesteld_op.isoformat() if besluit else None,
        "geldtVanaf": besluit.vanaf.isoformat() if besluit else None,
        "links": {
            "self": verzoek.adres(f"{pad}/versies/{versie.versie}"),
            "versies": verzoek.adres(f"{pad}/versies"),
            "indicator": verzoek.adres(f"/indicatoren/{versie.code}"),
        },
    }


SCHEMA: Final = ding(
    code=tekst("De code van de waarde."),
    versie={"type": "integer", "minimum": 1},
    tekst=tekst("De tekst zoals de partijen die vaststellen."),
    tekstafdruk=tekst("Verandert als de tekst verandert."),
    vingerafdruk=tekst("Verandert als de berekening verandert."),
    vanaf={**DAG, "description": "Sinds wanneer het programma zo telt."},
    aanleiding=tekst("Waarom deze versie er kwam."),
    vastgesteldOp=of_niets(DAG, "De dag van het besluit; null zolang het er niet is."),
    geldtVanaf=of_niets(DAG, "Vanaf wanneer de partijen deze versie gebruiken."),
    links=links("self", "versies", "indicator"),
)
VOORBEELD: Final = {
    "code": "V2a",
    "versie": 1,
    "tekst": "V2a Instroom\n\nWat telt\nMaatregelen die in de periode beginnen.",
    "tekstafdruk": "0f3a",
    "vingerafdruk": "9b1c",
    "vanaf": "2026-11-20",
    "aanleiding": "eerste versie",
    "vastgesteldOp": None,
    "geldtVanaf": None,
    "links": {
        "self": "https://paraplu.example/api/v1/definities/V2a/versies/1",
        "versies": "https://paraplu.example/api/v1/definities/V2a/versies",
        "indicator": "https://paraplu.example/api/v1/indicatoren/V2a",
    },
}
_GEDEELD: Final[dict[str, Any]] = {
    "groep": "Definities",
    "model": "Definitie",
    "schema": SCHEMA,
    "voorbeeld": VOORBEELD,
    "wie": IEDEREEN,
}
DEFINITIES: Final = Bron(
    naam="api_definities",
    pad="/definities",
    samenvatting="De definities waarmee nu wordt geteld",
    uitleg="Van elke waarde de laatste versie.",
    geef=list_definities,
    lijst=True,
    **_GEDEELD,
)
DEFINITIE: Final = Bron(
    naam="api_definitie",
    pad="/definities/{code}",
    samenvatting="De definitie van een waarde",
    uitleg="De versie waarmee nu wordt geteld.",
    geef=show_definitie,
    vragen=(CODE,),
    **_GEDEELD,
)
DEFINITIEVERSIES: Final = Bron(
    naam="api_definitieversies",
    pad="/definities/{code}/versies",
    samenvatting="Alle versies van een definitie",
    uitleg="De oudste eerst.",
    geef=list_versies,
    vragen=(CODE,),
    lijst=True,
    **_GEDEELD,
)
DEFINITIEVERSIE: Final = Bron(
    naam="api_definitieversie",
    pad="/definities/{code}/versies/{versie}",
    samenvatting="Eén versie van een definitie",
    uitleg="Een cijfer noemt de versie waarmee het is geteld.",
    geef=show_versie,
    vragen=(CODE, VERSIE),
    **_GEDEELD,
)
