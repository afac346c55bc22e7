"""Judgements that somebody made elsewhere, from a JSON file, each beside its own message."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from paraplu.afspraken.systeem import reason
from paraplu.berichten.antwoord.kenmerk import Kenmerk, kenmerk_van
from paraplu.berichten.antwoord.lezen import NietTeOpenen, lees_stukken
from paraplu.berichten.antwoord.oordeel import Oordeel
from paraplu.berichten.antwoord.soorten import antwoordsoort
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.bestanden import Bestand
from paraplu.berichten.bevinding import Bevinding

#: The keys of one line; the last two only where one identification names more than one message.
VERPLICHT: Final = frozenset({"bericht-identificatie", "pad", "code"})
MOGELIJK: Final = frozenset({"soort", "afzender"})


class GeenLijst(ValueError):
    """The file holds no list that we can use; says which line and why, never a value."""


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One line of the list; an empty `soort` or `afzender` fits every message."""

    identificatie: str
    soort: str
    afzender: str
    oordeel: Oordeel

    def past_op(self, kenmerk: Kenmerk) -> bool:
        """Whether this line is about the message with this mark."""
        return (
            self.identificatie == kenmerk.identificatie
            and self.soort in ("", kenmerk.soort)
            and self.afzender in ("", kenmerk.afzender)
        )


def lees_lijst(pad: Path) -> tuple[Regel, ...]:
    """The lines of a JSON file: a list of objects with bericht-identificatie, pad and code."""
    try:
        gelezen = json.loads(pad.read_text(encoding="utf-8"))
    except OSError as fout:
        raise GeenLijst(f"De lijst is niet te lezen: {reason(fout)}.") from None
    except ValueError:
        raise GeenLijst("De lijst is geen goede JSON in UTF-8.") from None
    if not isinstance(gelezen, list):
        raise GeenLijst("De lijst begint niet met [.")
    return tuple(_regel(nummer, een) for nummer, een in enumerate(gelezen, 1))


def _regel(nummer: int, een: Any) -> Regel:
    sleutels = set(een) if isinstance(een, dict) else set()
    if not VERPLICHT <= sleutels <= VERPLICHT | MOGELIJK:
        raise GeenLijst(f"Regel {nummer} heeft niet bericht-identificatie, pad en code.")
    if not all(isinstance(waarde, str) for waarde in een.values()):
        raise GeenLijst(f"Regel {nummer} heeft een waarde die geen tekst is.")
    return Regel(
        identificatie=een["bericht-identificatie"],
        soort=een.get("soort", ""),
        afzender=een.get("afzender", ""),
        oordeel=Oordeel(pad=een["pad"], code=een["code"]),
    )


def toets_lijst(regels: Iterable[Regel], bestanden: Iterable[Bestand | Bevinding]) -> None:
    """Raise GeenLijst unless every line names exactly one message in these files to answer.

    A judgement that falls beside its message would make a refused message a good one.
    """
    kenmerken = {een for bestand in bestanden for een in _kenmerken(bestand)}
    for nummer, regel in enumerate(regels, 1):
        passend = sum(regel.past_op(kenmerk) for kenmerk in kenmerken)
        if not passend:
            raise GeenLijst(f"Regel {nummer} van de lijst hoort bij geen van deze berichten.")
        if passend > 1:
            raise GeenLijst(
                f"Regel {nummer} van de lijst past op meer dan één bericht. "
                "Noem ook soort en afzender."
            )


def oordelen_over(bericht: Bericht, regels: Iterable[Regel]) -> tuple[Oordeel, ...]:
    """The judgements in the list about this message."""
    kenmerk = kenmerk_van(bericht)
    return tuple(regel.oordeel for regel in regels if regel.past_op(kenmerk))


def _kenmerken(bestand: Bestand | Bevinding) -> Iterator[Kenmerk]:
    """What names the messages in this file that get an answer."""
    if isinstance(bestand, Bevinding):
        return
    try:
        for stuk in lees_stukken(bestand, vandaag=None):
            if stuk.bericht and antwoordsoort(stuk.bericht):
                yield kenmerk_van(stuk.bericht)
    except NietTeOpenen:
        return
