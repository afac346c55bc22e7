"""Rules on the make-up of a retour: 302, 306, 308, 316, 318 and 320."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: The retours on a message about a client; the 320 is about an answer.
OP_CLIENT: Final = ("JW302", "JW306", "JW308", "JW316", "JW318")
RETOUREN: Final = (*OP_CLIENT, "JW320")

GOED: Final = "0200"
NIET_BEOORDEELD: Final = "0233"
TECHNISCH: Final = "0001"


@toets(
    "IV028",
    klasse="Bericht",
    in_=RETOUREN,
    tekst="De retourcodes in de header passen niet bij wat eronder staat.",
    remedie=(
        "Alles goed: alleen een header, zonder retourcodes. Fout in de header: alleen een header, "
        "met die code. Fout in een klasse: 0200 in de header en daaronder het hele bericht."
    ),
)
def opbouw_past_bij_header(bericht: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Below the header stands something exactly when the header says 0200 and nothing else."""
    heeft_klasse = "Client" in bericht or "Antwoord" in bericht
    if (retourcodes(bericht["Header"]) == [GOED]) != heeft_klasse:
        yield "Header"


_GEEN_FOUT = "Er is niets afgekeurd in dit deel. Dan hoort het niet in een retourbericht."
_LAAT_WEG = "Stuur alleen de header zonder retourcodes, of geef de klasse met de fout haar code."


@toets("OP065", klasse="Client", in_=OP_CLIENT, tekst=_GEEN_FOUT, remedie=_LAAT_WEG)
@toets("OP065", klasse="Antwoord", in_=("JW320",), tekst=_GEEN_FOUT, remedie=_LAAT_WEG)
def iets_is_afgekeurd(klasse: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Something in it has a code that refuses."""
    if all(code in (GOED, NIET_BEOORDEELD) for _, code in codes_onder(klasse)):
        yield ""


_ALLEEN_HEADER = "Code 0001 staat in een klasse; die code keurt een bericht als geheel af."
_NAAR_HEADER = "Zet 0001 in de header en laat de rest van het bericht weg."


@toets("IV032", klasse="Client", in_=OP_CLIENT, tekst=_ALLEEN_HEADER, remedie=_NAAR_HEADER)
@toets("IV032", klasse="Antwoord", in_=("JW320",), tekst=_ALLEEN_HEADER, remedie=_NAAR_HEADER)
@toets("IV088", klasse="Client", in_=("JW325",), tekst=_ALLEEN_HEADER, remedie=_NAAR_HEADER)
def technische_code_alleen_in_header(klasse: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A fault of level 2 refuses the message: its code has no place in a class."""
    for pad, code in codes_onder(klasse):
        if code == TECHNISCH:
            yield pad


@toets(
    "IV088", klasse="DeclaratieAntwoord", in_=("JW325",), tekst=_ALLEEN_HEADER, remedie=_NAAR_HEADER
)
def geen_technische_code_bij_antwoord(antwoord: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """The same of the codes of the class itself; its clients may be read one by one."""
    if TECHNISCH in retourcodes(antwoord):
        yield "RetourCodes"


def retourcodes(klasse: Inhoud) -> list[str]:
    """The answer codes of a class itself."""
    return list(klasse.get("RetourCodes", {}).get("RetourCode", []))


def codes_onder(klasse: Inhoud, hier: str = "") -> Iterator[tuple[str, str]]:
    """Every answer code in a class and below it, each with the path to its RetourCodes."""
    begin = f"{hier}/" if hier else ""
    for code in retourcodes(klasse):
        yield f"{begin}RetourCodes", code
    for naam, waarde in klasse.items():
        for pad, kind in _klassen(begin + naam, waarde):
            yield from codes_onder(kind, pad)


def _klassen(pad: str, waarde: Any) -> Iterator[tuple[str, Inhoud]]:
    if isinstance(waarde, dict):
        yield pad, waarde
    elif isinstance(waarde, list):
        for nummer, kind in enumerate(waarde, 1):
            if isinstance(kind, dict):
                yield f"{pad}[{nummer}]", kind
