"""Rules on the order of dates: a last day after the first, and what lies before the message or after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.regels.omvang import ALLE
from paraplu.berichten.regels.persoon import MET_GEBOORTEDATUM
from paraplu.berichten.regels.product import NIEUW, VELDEN, product_toets
from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: Messages that are sent first: an answer repeats the header of what it answers.
HEEN: Final = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325")


def _eerder(een: str | None, ander: str | None) -> bool:
    """Whether the first date lies before the second; False when one of them is not there."""
    eerste, tweede = dag(een), dag(ander)
    return eerste is not None and tweede is not None and eerste < tweede


def _later(tekst: str | None, grens: date | None) -> bool:
    """Whether this date lies after the bound; False when one of them is not there."""
    datum = dag(tekst)
    return datum is not None and grens is not None and datum > grens


@product_toets(
    "CS003",
    *ALLE,
    tekst="De einddatum ligt voor de ingangsdatum.",
    remedie="Controleer beide datums. De einddatum mag dezelfde dag zijn of later.",
)
def einde_na_ingang(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """The last day of a product is not before the first."""
    begin, einde = VELDEN[omgeving.soort]
    if _eerder(product.get(einde), product.get(begin)):
        yield einde


@toets(
    "CS003",
    klasse="Contact",
    in_=("JW301",),
    tekst="De einddatum van het adres ligt voor de begindatum.",
    remedie="Controleer beide datums van Periode. De einddatum mag dezelfde dag zijn of later.",
)
def einde_van_adres(contact: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """The last day of an address for a time is not before the first."""
    periode = contact.get("Periode", {})
    if _eerder(periode.get("Einddatum"), periode.get("Begindatum")):
        yield "Periode/Einddatum"


@toets(
    "TR018",
    klasse="StopProduct",
    in_=("JW307",),
    tekst="De einddatum van de zorg ligt voor de begindatum.",
    remedie="Controleer beide datums. De einddatum mag dezelfde dag zijn of later.",
)
def einde_van_zorg(stop: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Care does not stop before it starts."""
    if _eerder(stop.get("Einddatum"), stop.get("Begindatum")):
        yield "Einddatum"


_MAG_NIET_LATER = "Controleer de datum en de dagtekening: de datum mag dezelfde dag zijn of eerder."


@toets(
    "TR134",
    klasse="Geboortedatum",
    in_=MET_GEBOORTEDATUM,
    tekst="De geboortedatum ligt na de dagtekening van het bericht.",
    remedie=_MAG_NIET_LATER,
)
def geboren_voor_dagtekening(geboortedatum: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Who is in a message, was born by its date."""
    if _later(geboortedatum.get("Datum"), omgeving.dagtekening):
        yield "Datum"


@toets(
    "TR134",
    klasse="ToegewezenProduct",
    in_=("JW301",),
    tekst="De toewijzingsdatum ligt na de dagtekening van het bericht.",
    remedie=_MAG_NIET_LATER,
)
def toegewezen_voor_dagtekening(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """An allocation is decided on by the date of its message; it may begin later."""
    if _later(product.get("Toewijzingsdatum"), omgeving.dagtekening):
        yield "Toewijzingsdatum"


@toets(
    "TR134",
    klasse="StartProduct",
    in_=("JW305",),
    tekst="De begindatum van de zorg ligt na de dagtekening van het bericht.",
    remedie="Meld een start pas als de zorg is begonnen, of verbeter de begindatum.",
)
def gestart_voor_dagtekening(start: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A start tells of care that began."""
    if _later(start.get("Begindatum"), omgeving.dagtekening):
        yield "Begindatum"


@toets(
    "TR134",
    klasse="StopProduct",
    in_=("JW307",),
    tekst="De einddatum van de zorg ligt na de dagtekening van het bericht.",
    remedie="Meld een stop pas als de zorg is geëindigd, of verbeter de einddatum.",
)
def gestopt_voor_dagtekening(stop: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A stop tells of care that ended."""
    if _later(stop.get("Einddatum"), omgeving.dagtekening):
        yield "Einddatum"


@toets(
    "TR134",
    klasse="DeclaratiePeriode",
    in_=("JW323",),
    tekst="De periode van de declaratie begint na de dagtekening van het bericht.",
    remedie=_MAG_NIET_LATER,
)
@toets(
    "TR134",
    klasse="ProductPeriode",
    in_=("JW323", "JW325"),
    tekst="De periode van de geleverde zorg begint na de dagtekening van het bericht.",
    remedie=_MAG_NIET_LATER,
)
def periode_voor_dagtekening(periode: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """What is declared, began by the date of the message."""
    if _later(periode.get("Begindatum"), omgeving.dagtekening):
        yield "Begindatum"


_TOEKOMST = "De dagtekening ligt in de toekomst."
_VERZENDDAG = "Vul de dag in waarop het bericht is verzonden."


@toets("TR135", klasse="BerichtIdentificatie", in_=HEEN, tekst=_TOEKOMST, remedie=_VERZENDDAG)
@toets(
    "TR135", klasse="DeclaratieIdentificatie", in_=("JW325",), tekst=_TOEKOMST, remedie=_VERZENDDAG
)
def dagtekening_niet_in_toekomst(identificatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A message, and the declaration it answers, is not dated after today."""
    if _later(identificatie.get("Dagtekening"), omgeving.vandaag):
        yield "Dagtekening"


@product_toets(
    "TR380",
    NIEUW,
    tekst="De gewenste ingangsdatum van een nieuw product ligt niet na de dagtekening.",
    remedie="Kies een ingangsdatum na de dagtekening van het bericht. "
    "Een nieuw product kan alleen voor de toekomst worden gevraagd.",
)
def nieuw_product_in_toekomst(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A new product is asked for from a day after the message."""
    gewenst = dag(product.get("GewensteIngangsdatum"))
    if gewenst is None or omgeving.dagtekening is None:
        return
    if gewenst <= omgeving.dagtekening:
        yield "GewensteIngangsdatum"
