"""A class of a message, written the ordinary way, as one regular expression over bytes.

As in `grammatica.py`: what it matches is well-formed and valid, what it does not match goes the
careful way. A match gives at once the content of the class as nested dicts, for the rules, and its
canonical text, for the digest. What may repeat is one open place in it, read item by item.
"""

from __future__ import annotations

import re

from paraplu.berichten.inhoud import BSN, GEMEENTE
from paraplu.berichten.standaard import Berichtsoort, Element
from paraplu.berichten.stroom.digest import BASIS, OPEN
from paraplu.berichten.stroom.grammatica import WIT, GeenGrammatica, keur_prefixen, vorm_van
from paraplu.berichten.stroom.wandeling import (
    ALTIJD,
    BLAD,
    BLADEN,
    DATUM,
    KEUR,
    KLASSE,
    KLASSEN,
    VAK,
    Stap,
    Stappen,
    lees_bladen,
    lees_klassen,
    maak_wandeling,
)


class Vorm:
    """One class: its expression, and the steps from a match to its content.

    `vak` is the path of an element whose content is left alone; `vakgroep` is its group. A `wortel`
    is matched from its content on, as what is in its start tag differs.
    """

    def __init__(
        self,
        soort: Berichtsoort,
        prefixen: tuple[str, str],
        element: Element,
        *,
        vak: str = "",
        wortel: bool = False,
    ) -> None:
        keur_prefixen(*prefixen)
        self._soort = soort
        self._prefixen = prefixen
        self._vak = vak
        self._aantal = 0
        self.vakgroep = 0
        tekst, stappen = self._klasse(element, "")
        begin = "" if wortel else f"<{self._tag(element)}>"
        self.patroon = _maak(f"{begin}{WIT}{tekst}</{self._tag(element)}>{WIT}")
        #: From the groups of a match (a text in front) to the content.
        self.lees = maak_wandeling(self._kop(element), stappen)

    def _klasse(self, element: Element, boven: str) -> tuple[str, Stappen]:
        teksten: list[str] = []
        stappen: list[Stap] = []
        for kind in element.kinderen:
            begin = self._aantal
            try:
                tekst, stap = self._kind(kind, boven + kind.naam)
            except GeenGrammatica:
                if kind.minimum:
                    raise
                # Left out: a message that has it goes the careful way.
                self._aantal = begin
                continue
            teksten.append(tekst)
            stappen.append(stap)
        return "".join(teksten), tuple(stappen)

    def _kind(self, element: Element, pad: str) -> tuple[str, Stap]:
        if pad == self._vak:
            return self._open_vak(element)
        if element.type is None:
            return self._klassen(element) if element.is_lijst else self._een(element, pad)
        tag, vorm, groep = self._tag(element), vorm_van(element.type), self._nieuw()
        kop = self._kop(element, blad=True)
        stap: Stap
        if element.is_lijst:
            tekst = f"((?:<{tag}>(?:{vorm})</{tag}>{WIT})++)"
            bladen = lees_bladen(_maak(f"<{tag}>({vorm})</{tag}>"), kop)
            stap = (BLADEN, element.naam, kop, groep, not element.minimum, bladen)
        else:
            tekst = f"<{tag}>({vorm})</{tag}>{WIT}"
            stap = (_wat(element), element.naam, kop, groep, not element.minimum, element)
        return (tekst if element.minimum else f"(?:{tekst})?+"), stap

    def _een(self, element: Element, pad: str) -> tuple[str, Stap]:
        tag = self._tag(element)
        groep = ALTIJD if element.minimum else self._nieuw()
        aanwezig = "" if element.minimum else "()"
        tekst, stappen = self._klasse(element, f"{pad}/")
        tekst = f"<{tag}>{aanwezig}{WIT}{tekst}</{tag}>{WIT}"
        stap = (KLASSE, element.naam, self._kop(element), groep, not element.minimum, stappen)
        return (tekst if element.minimum else f"(?:{tekst})?+"), stap

    def _klassen(self, element: Element) -> tuple[str, Stap]:
        tag, groep = self._tag(element), self._nieuw()
        # Atomic: an item ends at its first end tag, else a long list could be cut in many ways.
        tekst = f"((?:<{tag}>(?>.*?</{tag}>){WIT})++)"
        een = Vorm(self._soort, self._prefixen, element)
        klassen = lees_klassen(een.patroon, een.lees)
        stap = (KLASSEN, element.naam, b"", groep, not element.minimum, klassen)
        return (tekst if element.minimum else f"{tekst}?+"), stap

    def _open_vak(self, element: Element) -> tuple[str, Stap]:
        tag, groep = self._tag(element), self._nieuw()
        self.vakgroep = groep
        tekst = f"<{tag}>((?>.*?(?=</{tag}>)))</{tag}>{WIT}"
        stap = (VAK, element.naam, self._kop(element), groep, not element.minimum, None)
        return (tekst if element.minimum else f"(?:{tekst})?+"), stap

    def _nieuw(self) -> int:
        self._aantal += 1
        return self._aantal

    def _tag(self, element: Element) -> str:
        eigen, basis = self._prefixen
        return (basis if element.in_basis else eigen) + element.naam

    def _kop(self, element: Element, *, blad: bool = False) -> bytes:
        naam = (BASIS if element.in_basis else "") + element.naam
        return f"{OPEN}{naam}{' ' if blad else ''}".encode()


def _wat(element: Element) -> int:
    assert element.type is not None
    if element.type.naam in (BSN, GEMEENTE):
        return KEUR
    return DATUM if element.type.basis == "datum" else BLAD


def _maak(tekst: str) -> re.Pattern[bytes]:
    return re.compile(tekst.encode("latin-1"), re.DOTALL)
