"""How we read the sources where they are unclear or contradict: question, readings, choice.

`P50` in code, tests and pages means the entry here. The readings the monitor uses have a page in
`docs/lezingen/`; each entry says until when the choice stands.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

#: The files of this room, with what they are about.
DELEN = {
    "waarden": "De zeven waarden",
    "berichten": "Berichten en tellen",
    "werk": "Organisaties, tafels, routes en contract",
}


@dataclass(frozen=True)
class Lezing:
    """One question with our choice.

    `waarom` and `gevolg` are filled for the readings that the monitor uses; `raakt` names the
    requirements concerned, `tot` says until when the choice stands.
    """

    nummer: str
    titel: str
    vraag: str
    lezingen: tuple[str, ...]
    keuze: str
    tot: str
    raakt: tuple[str, ...]
    deel: str
    waarom: str = ""
    gevolg: str = ""

    @property
    def is_voor_monitor(self) -> bool:
        """Whether a figure of the monitor depends on this choice."""
        return self.deel in {"waarden", "berichten"}


class UnknownLezing(KeyError):
    """There is no reading with this number."""


@cache
def lezingen() -> dict[str, Lezing]:
    """All readings by number, P1 first."""
    gelezen = {
        nummer: Lezing(
            nummer=nummer,
            titel=velden["titel"],
            vraag=velden["vraag"],
            lezingen=tuple(velden["lezingen"]),
            keuze=velden["keuze"],
            tot=velden["tot"],
            raakt=tuple(velden["raakt"]),
            deel=deel,
            waarom=velden.get("waarom", ""),
            gevolg=velden.get("gevolg", ""),
        )
        for deel in DELEN
        for nummer, velden in _lees_deel(deel).items()
    }
    return dict(sorted(gelezen.items(), key=lambda paar: int(paar[0][1:])))


def _lees_deel(deel: str) -> dict[str, dict]:
    bestand = resources.files(__name__) / f"{deel}.toml"
    return tomllib.loads(bestand.read_text(encoding="utf-8"))


def lezing(nummer: str) -> Lezing:
    """The reading with this number; raises UnknownLezing."""
    try:
        return lezingen()[nummer]
    except KeyError:
        raise UnknownLezing(nummer) from None


def bestaat(nummer: str) -> bool:
    """Whether there is a reading with this number.

    >>> bestaat("P50"), bestaat("P64")
    (True, False)
    """
    return nummer in lezingen()
