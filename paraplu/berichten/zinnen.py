"""The sentences of the structure check: what is wrong and what to do, in plain Dutch (B1).

Names come from the standard; nothing is copied from the file, where it could be personal.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypedDict

from paraplu.berichten import codes, standaard
from paraplu.berichten.standaard import Berichtsoort, Element
from paraplu.berichten.waarde import Fout

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
#: Attributes whose name may be shown: those that XML itself knows.
BEKENDE_ATTRIBUTEN = {
    f"{XSI}type": "xsi:type",
    f"{XSI}nil": "xsi:nil",
    f"{XSI}schemaLocation": "xsi:schemaLocation",
    f"{XSI}noNamespaceSchemaLocation": "xsi:noNamespaceSchemaLocation",
}


class Zin(TypedDict):
    """What a finding says: its code, what is wrong, what to do."""

    code: str
    tekst: str
    remedie: str


def waarde(element: Element, fout: Fout) -> Zin:
    """The text of a leaf is wrong."""
    tekst = f"Het element {element.naam} {fout.gezegde}."
    remedie = fout.remedie
    if fout.code in (codes.LEEG, codes.LEEG_COMMENTAAR, codes.KORTST):
        remedie = f"Vul {element.naam} in."
        if element.minimum == 0:
            remedie = f"Vul {element.naam} in, of laat het element weg."
    return Zin(code=fout.code, tekst=tekst, remedie=remedie)


def attribuut(naam: str, attributen: Iterable[object]) -> Zin:
    """An element has an attribute; iJW has none."""
    bekend = [BEKENDE_ATTRIBUTEN[str(a)] for a in attributen if str(a) in BEKENDE_ATTRIBUTEN]
    welk = f" ({', '.join(bekend)})" if bekend else ""
    return Zin(
        code=codes.ATTRIBUUT,
        tekst=f"Het element {naam} heeft een attribuut{welk}. In een iJW-bericht mag dat niet.",
        remedie="Haal het attribuut weg.",
    )


@cache
def ontbreekt(klasse: Element, element: Element) -> Zin:
    """A required element is absent."""
    return Zin(
        code=codes.ONTBREEKT,
        tekst=f"In {klasse.naam} ontbreekt het verplichte element {element.naam}.",
        remedie=f"Zet {element.naam} {_waar(klasse, element)}.",
    )


def _waar(klasse: Element, element: Element) -> str:
    index = klasse.kinderen.index(element)
    if index:
        return f"in {klasse.naam}, na {klasse.kinderen[index - 1].naam}"
    return f"als eerste element in {klasse.naam}"


@cache
def volgorde(klasse: Element, naam: str) -> Zin:
    """An element stands before or after where the fixed order has it."""
    rij = ", ".join(kind.naam for kind in klasse.kinderen)
    return Zin(
        code=codes.VOLGORDE,
        tekst=f"Het element {naam} staat niet op zijn plek in {klasse.naam}.",
        remedie=f"Houd deze volgorde aan: {rij}.",
    )


@cache
def te_vaak(klasse: Element, element: Element) -> Zin:
    """An element stands more often than its maximum."""
    return Zin(
        code=codes.TE_VAAK,
        tekst=f"Het element {element.naam} staat te vaak in {klasse.naam}.",
        remedie=f"Laat {element.naam} hier hoogstens {element.maximum} keer staan.",
    )


@cache
def onbekend(klasse: Element, naam: str | None, soort: Berichtsoort) -> Zin:
    """An element that this class does not have; `naam` is None when no class has it."""
    welk = f"Het element {naam}" if naam else "Een element met een onbekende naam"
    rij = ", ".join(kind.naam for kind in klasse.kinderen)
    return Zin(
        code=codes.ONBEKEND_ELEMENT,
        tekst=f"{welk} hoort niet in {klasse.naam} van een {soort.naam} in iJW {soort.release}.",
        remedie=f"Haal het weg. In {klasse.naam} mag staan: {rij}.",
    )


def bekende_naam(naam: str) -> str | None:
    """`naam` when it is a name of the standard: only such a name is repeated in a sentence."""
    return naam if naam in _namen() else None


@cache
def _namen() -> frozenset[str]:
    """Every element name of the standard."""

    def verzamel(element: Element) -> Iterable[str]:
        yield element.naam
        for kind in element.kinderen:
            yield from verzamel(kind)

    return frozenset(
        naam
        for release in standaard.releases()
        for soort in standaard.release(release).berichtsoorten.values()
        for naam in verzamel(soort.wortel)
    )


@cache
def namespace(element: Element, soort: Berichtsoort) -> Zin:
    """The right name in the wrong namespace."""
    hoort = "het basisschema" if element.in_basis else f"bericht {soort.naam}"
    return Zin(
        code=codes.NAMESPACE,
        tekst=f"Het element {element.naam} hoort in de namespace van {hoort}.",
        remedie=(
            f"Gebruik de prefix van {soort.basisnamespace if element.in_basis else soort.namespace}."
        ),
    )


@cache
def losse_tekst(klasse: Element) -> Zin:
    """Text between the elements of a class."""
    return Zin(
        code=codes.TEKST_TUSSEN,
        tekst=f"In {klasse.naam} staat tekst tussen de elementen.",
        remedie=f"Haal de tekst weg; in {klasse.naam} horen alleen elementen.",
    )


@cache
def element_in_tekst(element: Element) -> Zin:
    """Elements inside a leaf."""
    return Zin(
        code=codes.ELEMENT_IN_TEKST,
        tekst=f"In het element {element.naam} staan andere elementen.",
        remedie=f"Zet in {element.naam} alleen een waarde.",
    )
