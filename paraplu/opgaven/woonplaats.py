"""Which gemeente pays for jeugdhulp: the four steps of the definition of woonplaats, walked one by one.

Jeugdwet art. 1.1, as it reads since 1 January 2022 (outside the documents of the agenda; the agenda
only asks that the problems go away, R189). A step that could apply and is not looked up yet ends the
walk: an answer that rests on a guess is worth nothing in a dispute. Nothing here is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

SINDS: Final = date(2022, 1, 1)
BRON: Final = "Jeugdwet artikel 1.1, begrip woonplaats"
#: It was looked up and there is none; "" is: not looked up yet.
GEEN: Final = "geen"

Uitkomst = Literal["geldt", "geldt niet", "geeft niets", "eerst uitzoeken", "niet meer nodig"]


class VoorDeWet(ValueError):
    """The question is of before 2022, when the gemeente of who had authority paid."""

    def __init__(self) -> None:
        super().__init__(
            "Voor 1 januari 2022 gold een andere regel. Deze hulp rekent alleen met de regel van nu."
        )


@dataclass(frozen=True, kw_only=True)
class Situatie:
    """What is known on the day of the question; each gemeente a code, GEEN, or "" for unknown.

    `verblijf`: the child lives, for its help, elsewhere day and night, as with a foster family.
    `adres_voor_verblijf`: BRP address directly before the stay; of stays in a row before the first.
    """

    op: date
    verblijf: bool
    in_buitenland: bool = False
    adres_nu: str = ""
    adres_voor_verblijf: str = ""
    adres_moeder: str = ""
    verblijft_nu: str = ""


@dataclass(frozen=True)
class Stap:
    """One step: what the law says, what came of it here, and what to keep as evidence."""

    nummer: int
    naam: str
    wet: str
    uitkomst: Uitkomst
    uitleg: str
    bewijs: str = ""


@dataclass(frozen=True)
class Woonplaats:
    """The gemeente, or None with the step that must be looked up first."""

    gemeente: str | None
    stappen: tuple[Stap, ...]

    @property
    def stap(self) -> Stap | None:
        """The step that decides, or at which the walk stands still."""
        return next((s for s in self.stappen if s.uitkomst in {"geldt", "eerst uitzoeken"}), None)


NAMEN: Final = {
    1: "Hulp zonder verblijf",
    2: "Hulp met verblijf",
    3: "Er is geen adres dat telt",
    4: "Het kind woont in het buitenland",
}
WET: Final = {
    1: "De gemeente waar het kind volgens de BRP woont.",
    2: "De gemeente waar het kind volgens de BRP woonde, direct voor het verblijf begon.",
    3: "De gemeente waar de moeder woonde bij de geboorte; is die er niet, dan de gemeente waar het "
    "kind echt is op het moment van de vraag.",
    4: "De gemeente waar het kind echt is op het moment van de vraag.",
}
BEWIJS: Final = {
    1: "Uittreksel van de BRP op de dag van de vraag.",
    2: "Uittreksel van de BRP met de adressen vóór het verblijf, en de eerste dag van het verblijf.",
    3: "Geboorteakte en het adres van de moeder op die dag, of een verklaring waar het kind nu is.",
    4: "Verklaring waar het kind nu is, en dat er geen adres in Nederland is.",
}


def find_woonplaats(situatie: Situatie) -> Woonplaats:
    """Walk the four steps. Raises VoorDeWet.

    >>> find_woonplaats(Situatie(op=date(2023, 5, 1), verblijf=False, adres_nu="0228")).gemeente
    '0228'
    """
    if situatie.op < SINDS:
        raise VoorDeWet
    stappen: list[Stap] = []
    gemeente: str | None = None
    for nummer in NAMEN:
        klaar = any(stap.uitkomst in {"geldt", "eerst uitzoeken"} for stap in stappen)
        uitkomst, uitleg, gevonden = (
            ("niet meer nodig", "Een eerdere stap beslist.", None)
            if klaar
            else _walk(nummer, situatie)
        )
        gemeente = gemeente or gevonden
        bewijs = BEWIJS[nummer] if uitkomst in {"geldt", "eerst uitzoeken"} else ""
        stappen.append(Stap(nummer, NAMEN[nummer], WET[nummer], uitkomst, uitleg, bewijs))
    return Woonplaats(gemeente, tuple(stappen))


def _walk(nummer: int, situatie: Situatie) -> tuple[Uitkomst, str, str | None]:
    """What one step comes to: does it apply, and if so which gemeente."""
    past, waarom = _applies(nummer, situatie)
    if not past:
        return "geldt niet", waarom, None
    for wat, waarde in _sources(nummer, situatie):
        if waarde == "":
            return "eerst uitzoeken", f"Zoek eerst uit: {wat}.", None
        if waarde != GEEN:
            return "geldt", f"Gevonden: {wat}.", waarde
    return "geeft niets", "Er is gezocht en er is niets gevonden.", None


def _applies(nummer: int, situatie: Situatie) -> tuple[bool, str]:
    buiten = situatie.in_buitenland
    redenen = {
        1: (not buiten and not situatie.verblijf, "Het kind woont voor de hulp ergens anders."),
        2: (not buiten and situatie.verblijf, "Het kind blijft thuis wonen."),
        3: (not buiten, "Het kind woont in het buitenland."),
        4: (buiten, "Het kind woont in Nederland."),
    }
    past, waarom = redenen[nummer]
    return past, "Het kind woont in het buitenland." if buiten and not past else waarom


def _sources(nummer: int, situatie: Situatie) -> tuple[tuple[str, str], ...]:
    """What a step looks at, in order."""
    nu = ("de gemeente waar het kind nu echt is", situatie.verblijft_nu)
    return {
        1: (("het adres van het kind in de BRP", situatie.adres_nu),),
        2: (("het adres in de BRP direct voor het verblijf", situatie.adres_voor_verblijf),),
        3: (("de gemeente waar de moeder woonde bij de geboorte", situatie.adres_moeder), nu),
        4: (nu,),
    }[nummer]
