"""Which message answers which, and why some messages get no answer."""

from __future__ import annotations

from typing import Final

from paraplu.berichten import standaard
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.standaard import Berichtsoort

#: Retours: the message back, with a code for each class (IV028).
RETOUR: Final = {
    "JW301": "JW302",
    "JW305": "JW306",
    "JW307": "JW308",
    "JW315": "JW316",
    "JW317": "JW318",
    "JW319": "JW320",
}
#: The declaration has an answer of its own (IV087).
DECLARATIE: Final = {"JW323": "JW325"}
#: The kinds of message that ask for an answer.
VRAAGT_ANTWOORD: Final = frozenset(RETOUR | DECLARATIE)
#: What an answer answers; of 2.x also the retour that we read and do not make.
HEEN: Final = {antwoord: heen for heen, antwoord in (RETOUR | DECLARATIE).items()} | {
    "JW304": "JW303"
}


def antwoordsoort(bericht: Bericht) -> Berichtsoort | None:
    """The kind of message that answers this one, in its own release; None when there is none."""
    naam = (RETOUR | DECLARATIE).get(bericht.soort)
    return (naam and standaard.release(bericht.release).berichtsoorten.get(naam)) or None


def waarom_geen(bericht: Bericht) -> str:
    """Why a message of this kind gets no answer from us, as a sentence."""
    nummer = bericht.soort.removeprefix("JW")
    if bericht.soort == "JW325":
        return "Op een declaratie-antwoord (325) volgt geen bericht."
    if bericht.soort in HEEN:
        return f"Een {nummer} is zelf een retourbericht. Daarop volgt geen retourbericht."
    return (
        f"Op een {nummer} van release {bericht.release} maakt Paraplu geen retourbericht: "
        "die oude declaratie is vervallen."
    )
