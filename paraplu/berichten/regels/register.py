"""Every rule of the standard as data: code, level, answer code, our words, and where it is tested.

A release is the one before it plus differences: `regels_<release>.csv` holds whole rows for what is
new or changed, and a row with `getoetst` "vervallen" for what is gone.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast

MAP: Final = Path(__file__).parent
#: The releases with rules of their own, the oldest first; each builds on the one before it.
RELEASES: Final = ("3.2",)

#: Where a rule is tested: by the structure check, by a function on one message, over the tables of
#: the monitor, over the flow of one allocation, request or declaration, as a term; through the
#: rules that work it out; or not here, with the reason.
Getoetst = Literal["structuur", "bericht", "keten", "verloop", "termijn", "uitgewerkt", "niet"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Regel:
    """One rule of iJW.

    `niveau` is the level of the check: 1 structure, 2 content of one message, 3 across messages,
    4 against a source outside the messages, 0 a rule for people. `retourcode` is what an answer
    says when the rule is broken, empty where the standard has none. `titel` names the fault in a few
    words, `kort` says the rule in a sentence of our own. `waar` are the elements it is about,
    `uitgewerkt_in` the rules that work it out. `reden` says why it is not tested here, or which
    part of it is not.
    """

    code: str
    soort: str
    niveau: int
    retourcode: str
    titel: str
    kort: str
    waar: tuple[str, ...]
    uitgewerkt_in: tuple[str, ...]
    getoetst: Getoetst
    reden: str


@cache
def regels(release: str = RELEASES[-1]) -> Mapping[str, Regel]:
    """The rules of a release by code; those of the newest before it when it has none of its own."""
    alle: dict[str, Regel] = {}
    for eerdere in RELEASES[: RELEASES.index(release) + 1]:
        for rij in _lees(eerdere):
            if rij["getoetst"] == "vervallen":
                del alle[rij["code"]]
            else:
                alle[rij["code"]] = _regel(rij)
    return alle


def is_getoetst(regel: Regel, release: str = RELEASES[-1]) -> bool:
    """Whether breaking the rule gives a finding: its own, or that of a rule that works it out."""
    return _heeft_toets(regel.code, regels(release), frozenset())


def _heeft_toets(code: str, alle: Mapping[str, Regel], langs: frozenset[str]) -> bool:
    regel = alle[code]
    if regel.getoetst != "uitgewerkt":
        return regel.getoetst != "niet"
    verder = langs | {code}
    return any(
        _heeft_toets(naar, alle, verder) for naar in regel.uitgewerkt_in if naar not in verder
    )


def regel(code: str, release: str = RELEASES[-1]) -> Regel:
    """The rule with this code; KeyError when the release does not have it."""
    return regels(release)[code]


def _lees(release: str) -> list[dict[str, str]]:
    with (MAP / f"regels_{release}.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def _regel(rij: Mapping[str, str]) -> Regel:
    return Regel(
        code=rij["code"],
        soort=rij["soort"],
        niveau=int(rij["niveau"]),
        retourcode=rij["retourcode"],
        titel=rij["titel"],
        kort=rij["kort"],
        waar=tuple(rij["waar"].split()),
        uitgewerkt_in=tuple(rij["uitgewerkt_in"].split()),
        getoetst=cast(Getoetst, rij["getoetst"]),
        reden=rij["reden"],
    )
