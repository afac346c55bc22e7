"""Rules on hours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from paraplu.berichten.regels.lezen import getal
from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

UUR: Final = "04"


@toets(
    "IV079",
    klasse="Prestatie",
    in_=("JW323",),
    tekst="Een prestatie in uren heeft minstens 1 uur.",
    remedie="Rond minder dan een uur naar boven af op 1, of laat de prestatie weg.",
)
def minstens_een_uur(prestatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Hours are rounded per line, and a line that is there has at least one."""
    if prestatie.get("Eenheid") == UUR and getal(prestatie.get("GeleverdVolume")) == 0:
        yield "GeleverdVolume"
