"""Rules on an answer to a request: the reason why not, and the gemeente that is to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: WJ760: refused (1), or still under examination (2).
AFGEWEZEN: Final = "1"
IN_ONDERZOEK: Final = "2"
#: WJ759: another gemeente is responsible, by the woonplaatsbeginsel.
WOONPLAATSBEGINSEL: Final = "8"


@toets(
    "CD085",
    klasse="Antwoord",
    in_=("JW319",),
    tekst="Het verzoek is afgewezen, en de reden ontbreekt.",
    remedie="Vul RedenAfwijzingVerzoek in.",
)
def reden_bij_afwijzing(antwoord: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A refusal has a reason."""
    if antwoord.get("VerzoekAntwoord") == AFGEWEZEN and "RedenAfwijzingVerzoek" not in antwoord:
        yield "RedenAfwijzingVerzoek"


@toets(
    "CD086",
    klasse="Antwoord",
    in_=("JW319",),
    tekst="Het verzoek is in onderzoek; dan mag er geen reden van afwijzing staan.",
    remedie="Laat RedenAfwijzingVerzoek weg. "
    "Is het verzoek afgewezen, vul dan VerzoekAntwoord met 1.",
)
def geen_reden_in_onderzoek(antwoord: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """What is under examination is not refused for a reason."""
    if antwoord.get("VerzoekAntwoord") == IN_ONDERZOEK and "RedenAfwijzingVerzoek" in antwoord:
        yield "RedenAfwijzingVerzoek"


@toets(
    "TR377",
    klasse="Antwoord",
    in_=("JW319",),
    tekst="Het verzoek is afgewezen op het woonplaatsbeginsel, en de andere gemeente ontbreekt.",
    remedie="Vul Woonplaatsbeginsel met de code van de gemeente die verantwoordelijk is.",
)
def gemeente_bij_woonplaatsbeginsel(antwoord: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A refusal on the woonplaatsbeginsel names the gemeente that is to be asked."""
    if _op_woonplaatsbeginsel(antwoord) and "Woonplaatsbeginsel" not in antwoord:
        yield "Woonplaatsbeginsel"


@toets(
    "TR409",
    klasse="Antwoord",
    in_=("JW319",),
    tekst="Een andere gemeente mag alleen staan bij een afwijzing op het woonplaatsbeginsel.",
    remedie="Laat Woonplaatsbeginsel weg, of vul RedenAfwijzingVerzoek met 8.",
)
def gemeente_alleen_bij_woonplaatsbeginsel(antwoord: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Without a refusal on the woonplaatsbeginsel no other gemeente is named."""
    if "Woonplaatsbeginsel" in antwoord and not _op_woonplaatsbeginsel(antwoord):
        yield "Woonplaatsbeginsel"


def _op_woonplaatsbeginsel(antwoord: Inhoud) -> bool:
    return bool(antwoord.get("RedenAfwijzingVerzoek") == WOONPLAATSBEGINSEL)
