"""A whole message, written the ordinary way, as one regular expression over bytes.

As in `grammatica.py`: what it matches is well-formed and valid, what it does not match goes the
careful way. The lines, or the clients of a declaration, are an open place in it (a vak) whose
content is read apart.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from paraplu.berichten.standaard import Berichtsoort, Element
from paraplu.berichten.stroom.grammatica import WIT, GeenGrammatica, keur_prefixen, vorm_van


class Vorm:
    """Makes expressions, and knows the group of each leaf in `gevraagd` and of each vak.

    `vakken` are the paths of the elements whose content is open.
    """

    def __init__(
        self,
        soort: Berichtsoort,
        prefixen: tuple[str, str],
        *,
        gevraagd: AbstractSet[str],
        vakken: AbstractSet[str] = frozenset(),
    ) -> None:
        keur_prefixen(*prefixen)
        self._soort = soort
        self._eigen, self._basis = prefixen
        self._gevraagd = gevraagd
        self._vakken = vakken
        self.aantal = 0
        self.groepen: dict[str, int] = {}
        self.vakgroepen: dict[str, int] = {}

    def tag(self, element: Element) -> str:
        """The name of an element with its prefix."""
        return (self._basis if element.in_basis else self._eigen) + element.naam

    def geheel(self) -> re.Pattern[bytes]:
        """The content of the root element and its end tag."""
        wortel = self._soort.wortel
        tekst = f"{WIT}{self._kinderen(wortel, '')}</{self.tag(wortel)}>{WIT}"
        return re.compile(tekst.encode("latin-1"), re.DOTALL)

    def regel(self, element: Element) -> re.Pattern[bytes]:
        """One line; the paths of its leaves start at the line itself."""
        tag = self.tag(element)
        tekst = f"<{tag}>{WIT}{self._kinderen(element, '')}</{tag}>{WIT}"
        return re.compile(tekst.encode("latin-1"))

    def _kinderen(self, element: Element, boven: str) -> str:
        delen = []
        for kind in element.kinderen:
            begin = self.aantal
            try:
                delen.append(self._deel(kind, boven + kind.naam))
            except GeenGrammatica:
                if kind.minimum:
                    raise
                # Left out: a message that has it goes the careful way.
                self.aantal = begin
                self.groepen = {pad: g for pad, g in self.groepen.items() if g <= begin}
        return "".join(delen)

    def _deel(self, element: Element, pad: str) -> str:
        tag = self.tag(element)
        if pad in self._vakken:
            tekst = f"<{tag}>{self._vang(self.vakgroepen, pad, '.*?')}</{tag}>{WIT}"
        elif element.type is None:
            tekst = f"<{tag}>{WIT}{self._kinderen(element, pad + '/')}</{tag}>{WIT}"
        elif pad in self._gevraagd:
            # Of what may repeat, one: more go the careful way.
            vorm = self._vang(self.groepen, pad, vorm_van(element.type))
            tekst = f"<{tag}>{vorm}</{tag}>{WIT}"
        else:
            tekst = f"<{tag}>(?:{vorm_van(element.type)})</{tag}>{WIT}"
        if element.is_lijst and pad not in self._gevraagd:
            return f"(?:{tekst}){'+' if element.minimum else '*'}+"
        return tekst if element.minimum else f"(?:{tekst})?+"

    def _vang(self, groepen: dict[str, int], pad: str, vorm: str) -> str:
        self.aantal += 1
        groepen[pad] = self.aantal
        return f"({vorm})"
