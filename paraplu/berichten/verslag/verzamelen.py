"""Keep a report for a page: every file and sum, and as many findings as one can read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.omslag.openen import GEOPEND
from paraplu.berichten.verslag.gang import (
    Begin,
    Einde,
    Gebeurtenis,
    Oordeel,
    Telling,
    is_afgebroken,
)

#: Findings that one page shows of one file, and in all; files that it names.
PER_BESTAND = 200
SAMEN = 2_000
BESTANDEN = 500
#: What comes worst is shown first.
_RANG: dict[Oordeel, int] = {"geweigerd": 0, "met opmerkingen": 1, "goed": 2}


@dataclass
class Bestandsverslag:
    """One file with the findings that are shown of it."""

    einde: Einde
    bevindingen: list[Bevinding]

    @property
    def begin(self) -> Begin:
        """What file it is."""
        return self.einde.begin

    @property
    def wat(self) -> str:
        """Which message it is, in words; of an envelope only that there is one around it."""
        if self.begin.soort:
            return f"{self.begin.soort}, iJW {self.begin.release}"
        in_omslag = any(bevinding.code == GEOPEND for bevinding in self.bevindingen)
        return "uit een envelop" if in_omslag else "geen bekend bericht"

    @property
    def niet_getoond(self) -> int:
        """Findings that were left out."""
        return self.einde.getoond - len(self.bevindingen)


@dataclass
class Verzameld:
    """A report as large as a page may be. `afgebroken`: the check stopped before the last file."""

    telling: Telling = field(default_factory=Telling)
    bestanden: list[Bestandsverslag] = field(default_factory=list)
    niet_genoemd: int = 0
    afgebroken: bool = False

    @property
    def kopzin(self) -> str:
        """What the check came to, in one sentence."""
        telling = self.telling
        geweigerd, opgemerkt = telling.oordelen["geweigerd"], telling.oordelen["met opmerkingen"]
        if not telling.bestanden:
            return "Er is geen bestand gecontroleerd"
        if not geweigerd and not opgemerkt:
            return "Er is niets fout gevonden"
        if telling.bestanden == 1:
            return "Dit bestand wordt geweigerd" if geweigerd else "Er zijn opmerkingen"
        delen = [f"{geweigerd} geweigerd"] if geweigerd else []
        delen += [f"{opgemerkt} met opmerkingen"] if opgemerkt else []
        return f"Van {telling.bestanden} bestanden: {' en '.join(delen)}"

    @property
    def gesorteerd(self) -> list[Bestandsverslag]:
        """The files, the worst first, else in their own order."""
        return sorted(self.bestanden, key=lambda een: _RANG[een.einde.oordeel])


def verzamel(
    gebeurtenissen: Iterable[Gebeurtenis],
    *,
    per_bestand: int = PER_BESTAND,
    samen: int = SAMEN,
    bestanden: int = BESTANDEN,
) -> Verzameld:
    """Keep a check in bounded memory. A file that is not named is counted."""
    verslag = Verzameld()
    hier: list[Bevinding] = []
    over = samen
    for gebeurtenis in gebeurtenissen:
        verslag.telling.tel(gebeurtenis)
        if isinstance(gebeurtenis, Begin):
            hier = []
        elif isinstance(gebeurtenis, Einde):
            _bewaar(verslag, Bestandsverslag(gebeurtenis, hier), bestanden)
        elif len(hier) < per_bestand and over > 0:
            hier.append(gebeurtenis)
            over -= 1
    verslag.afgebroken = is_afgebroken(gebeurtenissen)
    return verslag


def _bewaar(verslag: Verzameld, een: Bestandsverslag, hoogstens: int) -> None:
    """Name this file; where the page is full it takes the place of one in which nothing is wrong."""
    namen = verslag.bestanden
    if len(namen) < hoogstens:
        namen.append(een)
        return
    verslag.niet_genoemd += 1
    goed = next((plek for plek, oud in enumerate(namen) if oud.einde.oordeel == "goed"), None)
    if een.einde.oordeel != "goed" and goed is not None:
        del namen[goed]
        namen.append(een)
