"""What changed between two versions of a plan, per heading: what went, and what came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from paraplu.web.papier.stuk import Alinea, Blok, Kop, Lijst, Velden

from .inhoud import Planinhoud
from .leesbaar import list_blokken, list_kindblokken


@dataclass(frozen=True)
class Verschil:
    """Under one heading: lines of the older version that went, and new ones."""

    kop: str
    weg: tuple[str, ...]
    erbij: tuple[str, ...]


def compare(oud: Planinhoud, nieuw: Planinhoud) -> list[Verschil]:
    """Every heading under which something changed, in the order of the plan; empty when nothing did."""
    links, rechts = _lines(oud), _lines(nieuw)
    koppen = dict.fromkeys((*rechts, *links))
    alle = (_compare(kop, links.get(kop, []), rechts.get(kop, [])) for kop in koppen)
    return [verschil for verschil in alle if verschil.weg or verschil.erbij]


def _compare(kop: str, oud: list[str], nieuw: list[str]) -> Verschil:
    weg: list[str] = []
    erbij: list[str] = []
    for soort, a, b, c, d in SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes():
        if soort != "equal":
            weg += oud[a:b]
            erbij += nieuw[c:d]
    return Verschil(kop, tuple(weg), tuple(erbij))


def _lines(inhoud: Planinhoud) -> dict[str, list[str]]:
    """All that is read, as lines per heading; what was written for the children under its own."""
    per_kop: dict[str, list[str]] = {}
    for kop, regel in _walk(list_blokken(inhoud, toezicht="")):
        per_kop.setdefault(kop, []).append(regel)
    kind = [regel for _kop, regel in _walk(list_kindblokken(inhoud))]
    return {**per_kop, _("Voor de kinderen"): kind}


def _walk(blokken: tuple[Blok, ...]) -> Iterator[tuple[str, str]]:
    """A line for every answer; a condition or agreement is one line, without the number of its place."""
    kop, diep = "", False
    for blok in blokken:
        match blok:
            case Kop(niveau=1):
                kop, diep = blok.tekst, False
            case Kop():
                diep = True
            case Velden() if diep:
                yield kop, ". ".join(f"{naam}: {waarde.rstrip('.')}" for naam, waarde in blok.paren)
            case Velden():
                yield from ((kop, f"{naam}: {waarde}") for naam, waarde in blok.paren)
            case Alinea():
                yield kop, blok.tekst
            case Lijst():
                yield from ((kop, punt) for punt in blok.punten)
