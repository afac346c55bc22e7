"""What must be in order before a step of the hand-over may close: one function per `vraagt`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from paraplu.casussen.models import Afschrift, CasusStap, Contactpersoon
from paraplu.casussen.voorwaarden import Voorwaarde, register

from .actions.overdragen import LOKAAL_TEAM, maatregelen_of


def ask_overdrachtsvraag(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The question was put, with its day: the three days run from it (R186)."""
    if stap.overdrachtsvragen.exists():
        return ""
    return "Leg eerst vast wanneer en hoe u het lokale team heeft gevraagd."


def ask_overnemer(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """Somebody of the lokaal team is named (R186)."""
    if stap.overnemers.exists():
        return ""
    return "Kies eerst wie van het lokale team het gezin overneemt."


def ask_termijn_voorbij(stap: CasusStap, _uitkomst: str, on: date) -> str:
    """The three days have passed (R186): before that nobody says that an answer stays out."""
    if stap.uiterste_datum is not None and on > stap.uiterste_datum:
        return ""
    return "Het lokale team heeft nog tijd om te antwoorden."


def ask_overdrachtsverslag(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """What was agreed is fixed, and the lokaal team has it (R12)."""
    gesprek = stap.overdrachtsgesprekken.last()
    if gesprek and Afschrift.objects.filter(document=gesprek.document, rol=LOKAAL_TEAM).exists():
        return ""
    return "Leg eerst het overdrachtsgesprek vast en stuur het verslag aan het lokale team."


def ask_aanvaarding(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """Every child has a fixed contact at the lokaal team (R232)."""
    maatregelen = maatregelen_of(stap.casus)
    met = Contactpersoon.objects.filter(maatregel__in=maatregelen, tot=None).count()
    if maatregelen and met == len(maatregelen):
        return ""
    return "Kies eerst wie de vaste contactpersoon van het gezin wordt."


def ask_einde_maatregel(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """Every measure of the case has ended, with a day and a reason (R185, R188)."""
    eindes = list(stap.casus.eindes.filter(vervallen_op=None))
    if eindes and all(einde.is_beeindigd for einde in eindes):
        return ""
    return "Leg eerst van elke maatregel vast wanneer en waarom hij eindigt."


def ask_niets_beeindigd(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """No measure of this case has ended: after that the family is followed (R48)."""
    if not stap.casus.eindes.filter(vervallen_op=None, op__isnull=False).exists():
        return ""
    return "De maatregel is al beëindigd. Het lokale team volgt het gezin."


def ask_uitzondering(_stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """The exception has a page of its own, that ends the case when nothing is left to hand over."""
    return (
        "Leg op de bladzijde van het gezin, bij de maatregel, vast waarom hij zonder overdracht "
        "eindigt. Deze casus sluit dan vanzelf."
    )


def ask_opvolging(stap: CasusStap, _uitkomst: str, _on: date) -> str:
    """How the family is doing was written down (R48, R252)."""
    return "" if hasattr(stap, "opvolging") else "Schrijf eerst op hoe het met het gezin gaat."


VOORWAARDEN: Final[Mapping[str, Voorwaarde]] = {
    "overdrachtsvraag": ask_overdrachtsvraag,
    "overnemer": ask_overnemer,
    "termijn_voorbij": ask_termijn_voorbij,
    "overdrachtsverslag": ask_overdrachtsverslag,
    "aanvaarding": ask_aanvaarding,
    "einde_maatregel": ask_einde_maatregel,
    "niets_beeindigd": ask_niets_beeindigd,
    "uitzondering": ask_uitzondering,
    "opvolging": ask_opvolging,
}


def register_all() -> None:
    """Let these guard the steps of the route; the room's AppConfig calls this once."""
    for sleutel, voorwaarde in VOORWAARDEN.items():
        register(sleutel, voorwaarde)
