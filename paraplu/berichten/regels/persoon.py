"""Rules on who someone is: date of birth, name, and the language to speak."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: Messages that say when someone was born.
MET_GEBOORTEDATUM: Final = ("JW301", "JW305", "JW307", "JW315")
#: COD747: an interpreter of a spoken language.
TOLK: Final = "1"
#: COD170: of the date of birth the day (1), the month too (2), or everything (3) is unknown.
GEHEEL_ONBEKEND: Final = "3"
ONBEKENDE_DATUM: Final = date(1900, 1, 1)
HOOGSTE_LEEFTIJD: Final = 120
#: COD700: the own name (1), three ways with the name of a partner (2 to 4), no natural person (6).
ZONDER_PARTNER: Final = frozenset({"1", "6"})
MET_PARTNER: Final = frozenset({"1", "2", "3", "4"})
GEEN_PERSOON: Final = "6"


@toets(
    "CD007",
    klasse="Communicatie",
    in_=("JW301",),
    tekst="Bij een tolk voor een taal hoort de taal, en bij een andere vorm van communicatie niet.",
    remedie="Vul Taal als Vorm 1 (tolk) is, en laat Taal anders weg.",
)
def taal_van_tolk(communicatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Taal stands with an interpreter, and only there."""
    if (communicatie.get("Vorm") == TOLK) != ("Taal" in communicatie):
        yield "Taal"


@toets(
    "CS050",
    klasse="Naam",
    in_=("JW301",),
    tekst="Het naamgebruik past niet bij de naam: het hangt ervan af of er een partnernaam staat.",
    remedie="Kies NaamGebruik 1, 2, 3 of 4 als er een partnernaam staat. "
    "Kies zonder partnernaam NaamGebruik 1, of 6 voor een organisatie.",
)
def naamgebruik_bij_partnernaam(naam: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """How a name is used fits with whether there is a name of a partner."""
    mag = MET_PARTNER if "Partnernaam" in naam else ZONDER_PARTNER
    if "NaamGebruik" in naam and naam["NaamGebruik"] not in mag:
        yield "NaamGebruik"


@toets(
    "CS318",
    klasse="Client",
    in_=("JW301",),
    tekst="Een jeugdige is een natuurlijk persoon: dit naamgebruik is voor organisaties.",
    remedie="Kies een ander NaamGebruik voor de jeugdige.",
)
def client_is_persoon(client: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """The name of a child is that of a natural person."""
    if client.get("Naam", {}).get("NaamGebruik") == GEEN_PERSOON:
        yield "Naam/NaamGebruik"


@toets(
    "CS139",
    klasse="Geboortedatum",
    in_=MET_GEBOORTEDATUM,
    tekst="De geboortedatum past niet bij DatumGebruik: wat onbekend is, moet 01 zijn.",
    remedie="Is alleen de dag onbekend, vul dan 01 als dag. Is ook de maand onbekend, vul dan 01 "
    "als dag en als maand. Is alles onbekend, vul dan 1900-01-01. "
    "Is de geboortedatum bekend, laat DatumGebruik dan weg.",
)
def datum_bij_datumgebruik(geboortedatum: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """What is unknown of a date of birth is 01, and the year 1900."""
    datum, gebruik = dag(geboortedatum.get("Datum")), geboortedatum.get("DatumGebruik")
    if datum is not None and gebruik is not None and datum != _zonder(datum, gebruik):
        yield "DatumGebruik"


def _zonder(datum: date, gebruik: str) -> date:
    """The date as it is written when this much of it is unknown."""
    if gebruik == GEHEEL_ONBEKEND:
        return ONBEKENDE_DATUM
    return datum.replace(day=1) if gebruik == "1" else datum.replace(month=1, day=1)


@toets(
    "TR002",
    klasse="Geboortedatum",
    in_=MET_GEBOORTEDATUM,
    tekst="De geboortedatum ligt meer dan 120 jaar voor de dagtekening van het bericht.",
    remedie="Controleer het geboortejaar. Is de geboortedatum onbekend, "
    "vul dan 1900-01-01 met DatumGebruik 3.",
)
def hoogste_leeftijd(geboortedatum: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Nobody is older than 120 on the date of the message, unless the age is unknown."""
    datum = dag(geboortedatum.get("Datum"))
    if datum is None or omgeving.dagtekening is None:
        return
    if datum == ONBEKENDE_DATUM and geboortedatum.get("DatumGebruik") == GEHEEL_ONBEKEND:
        return
    # Not with replace(): 120 years after 29 February there may be no such day.
    grens = omgeving.dagtekening
    if (datum.year + HOOGSTE_LEEFTIJD, datum.month, datum.day) < (
        grens.year,
        grens.month,
        grens.day,
    ):
        yield "Datum"
