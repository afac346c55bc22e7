"""The agreed terms as data: how long, from when, on which calendar, and who has to act."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal, cast

from paraplu.termijnen import Duur, Kalender, Termijn, Termijngrond, bereken, kalender, lees_termijn

Wie = Literal["ontvanger", "gemeente", "aanbieder"]


@dataclass(frozen=True, kw_only=True)
class Termijnregel:
    """One agreed term.

    `sleutel` is its name here, `regel` the code of the rule in the standard. `na` says in words what
    starts it; `wettelijk` that it is extended to a working day.
    """

    sleutel: str
    naam: str
    tekst: str
    wie: Wie
    duur: Duur
    na: str
    kalender: Kalender
    wettelijk: bool
    bron: str

    @property
    def regel(self) -> str:
        """The code of the rule; one rule may have two terms."""
        return self.sleutel.partition("-")[0]

    def vanaf(self, dag: date) -> Termijn:
        """The term that begins on this day; BuitenKalender when it ends outside the calendars."""
        return bereken(self.duur, dag, self.kalender, verlengt=self.wettelijk)

    @property
    def grond(self) -> Termijngrond:
        """This term as what stands behind a receipt."""
        return Termijngrond(
            sleutel=self.sleutel,
            tekst=self.tekst,
            bron=self.bron,
            duur=self.duur,
            kalender=self.kalender,
            verlengt=self.wettelijk,
            na=self.na,
        )


@cache
def ijw_termijnen() -> Mapping[str, Termijnregel]:
    """The terms of iJw 3.2 by key."""
    tekst = (resources.files(__name__) / "ijw.toml").read_text(encoding="utf-8")
    return {sleutel: _regel(sleutel, rij) for sleutel, rij in tomllib.loads(tekst).items()}


def list_gronden() -> Mapping[str, Termijngrond]:
    """The agreed terms by key, for who asks for one by its name."""
    return {sleutel: een.grond for sleutel, een in ijw_termijnen().items()}


def _regel(sleutel: str, rij: Mapping[str, Any]) -> Termijnregel:
    return Termijnregel(
        sleutel=sleutel,
        naam=rij["naam"],
        tekst=rij["tekst"],
        wie=cast(Wie, rij["wie"]),
        duur=lees_termijn(rij["duur"]),
        na=rij["na"],
        kalender=kalender(rij["kalender"]),
        wettelijk=rij["wettelijk"],
        bron=rij["bron"],
    )
