"""The agreement behind a term: which rule and which requirement say that it is so long.

The agreements stand in rooms above this one. Such a room calls `offer` once, and the command line can
then compute a term from the name of its rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from paraplu.termijnen.duur import Duur
from paraplu.termijnen.kalender import Kalender


@dataclass(frozen=True, kw_only=True)
class Termijngrond:
    """One agreed term with its source.

    `sleutel` is what the rule is called, such as OP274 or a step of a route; `tekst` says in a sentence
    who has to do what; `na` is the event that starts it; `vereisten` are numbers of requirements.
    """

    sleutel: str
    tekst: str
    bron: str
    duur: Duur
    kalender: Kalender
    verlengt: bool = False
    na: str = ""
    vereisten: tuple[str, ...] = ()

    @property
    def zin(self) -> str:
        """The rule and where it comes from, in words."""
        waar = ", ".join([self.bron, *self.vereisten])
        return f"Regel {self.sleutel}: {self.tekst.rstrip('.')} ({waar})."


_BRONNEN: Final[dict[str, Callable[[], Mapping[str, Termijngrond]]]] = {}


def offer(naam: str, bron: Callable[[], Mapping[str, Termijngrond]]) -> None:
    """Let `bron` tell which rules there are; it is asked when a rule is looked up."""
    _BRONNEN[naam] = bron


def gronden() -> dict[str, Termijngrond]:
    """Every rule that was offered, by its key."""
    return {sleutel: grond for bron in _BRONNEN.values() for sleutel, grond in bron().items()}
