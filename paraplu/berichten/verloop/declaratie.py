"""A declaration (323), its answer (325), and its lines: granted, refused, taken back, sent again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from paraplu.berichten.verloop.bewaking import Bewaking
from paraplu.berichten.verloop.gebeurtenissen import (
    DeclaratieBeantwoord,
    Gedeclareerd,
    Kop,
    Prestatie,
)
from paraplu.berichten.verloop.zinnen import Afwijking, Nee, volgt_niet

Stand = Literal["ingediend", "toegekend", "deels toegekend", "afgewezen", "technisch afgekeurd"]
Regelstand = Literal["ingediend", "toegekend", "afgewezen", "gecrediteerd"]
Stap = Literal["credit", "opnieuw"]
STAPPEN: Final[tuple[Stap, ...]] = ("credit", "opnieuw")
GOED, HELEMAAL_GOED = "0200", "8001"

#: What may follow on a line: taking it back (credit), or sending it again (IV085, TR389, TR390).
NA: Final[Mapping[Regelstand, Mapping[Stap, Regelstand | Nee]]] = {
    "ingediend": {"credit": Nee("IV085"), "opnieuw": Nee("TR389")},
    "toegekend": {"credit": "gecrediteerd", "opnieuw": Nee("TR389")},
    "afgewezen": {"credit": Nee("TR323"), "opnieuw": "ingediend"},
    "gecrediteerd": {"credit": Nee("TR390"), "opnieuw": "ingediend"},
}


def mag_volgen(stand: Regelstand, stap: Stap) -> Afwijking | None:
    """None when this step may follow on a line, else the rule and the sentence why not.

    >>> mag_volgen("gecrediteerd", "credit").regel, mag_volgen("toegekend", "credit")
    ('TR390', None)
    """
    return volgt_niet(NA[stand][stap])


@dataclass(frozen=True, kw_only=True)
class Declaratieregel:
    """One line as it stands."""

    prestatie: Prestatie
    stand: Regelstand


@dataclass(frozen=True, kw_only=True)
class Declaratie:
    """One 323 as it stands. Amounts in cents, credit lines counted as negative."""

    kop: Kop
    nummer: str
    periode_begin: date
    stand: Stand
    regels: tuple[Declaratieregel, ...]
    ingediend: int
    toegekend: int | None
    beantwoord_op: date | None
    afwijkingen: tuple[Afwijking, ...]
    bewakingen: tuple[Bewaking, ...]

    @property
    def mag_volgen(self) -> tuple[str, ...]:
        """What may follow now: the answer, or a 323 that takes lines back or sends them again."""
        if self.stand in ("ingediend", "technisch afgekeurd"):
            return ("325",) if self.stand == "ingediend" else ("323 opnieuw",)
        stappen = {
            stap
            for regel in self.regels
            for stap in STAPPEN
            if mag_volgen(regel.stand, stap) is None and not regel.prestatie.is_credit
        }
        return tuple(f"323 {stap}" for stap in STAPPEN if stap in stappen)

    @property
    def aan_zet(self) -> str:
        """Who has to send the next message, if anyone."""
        wie = {"ingediend": "gemeente", "toegekend": "niemand"}
        return wie.get(self.stand, "aanbieder")


def oordeel(antwoord: DeclaratieBeantwoord | None, declaratie: Gedeclareerd) -> Stand:
    """What a 325 says of a declaration (P52, IV087, IV088)."""
    if antwoord is None:
        return "ingediend"
    if not antwoord.codes_kop <= {GOED, HELEMAAL_GOED}:
        return "technisch afgekeurd"
    if HELEMAAL_GOED in antwoord.codes:
        return "toegekend"
    if not antwoord.codes <= {GOED}:
        return "afgewezen"
    referenties = {prestatie.referentie for prestatie in declaratie.prestaties}
    if referenties and referenties <= antwoord.afgewezen:
        return "afgewezen"
    return "deels toegekend" if referenties & antwoord.afgewezen else "toegekend"


def regelstand(
    prestatie: Prestatie, stand: Stand, antwoord: DeclaratieBeantwoord | None
) -> Regelstand:
    """What the answer says of one line: granted is what does not stand in it (OP303)."""
    if stand == "ingediend" or antwoord is None:
        return "ingediend"
    if stand == "deels toegekend":
        return "afgewezen" if prestatie.referentie in antwoord.afgewezen else "toegekend"
    return "toegekend" if stand == "toegekend" else "afgewezen"


def is_kopie(credit: Prestatie, debet: Prestatie) -> bool:
    """IV091: a credit repeats the line that it takes back."""
    return _inhoud(credit) == _inhoud(debet)


def _inhoud(prestatie: Prestatie) -> tuple[object, ...]:
    return (*geleverd(prestatie), prestatie.volume, prestatie.bedrag)


def geleverd(prestatie: Prestatie) -> tuple[object, ...]:
    """What was delivered to whom and when: that can be declared once (TR389)."""
    periode = (prestatie.begindatum, prestatie.einddatum)
    return prestatie.kind, prestatie.nummer, prestatie.product, *periode
