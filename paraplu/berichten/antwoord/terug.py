"""Read an answer the other way: what it says about which class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from paraplu.berichten.antwoord.declaratie import totaal
from paraplu.berichten.antwoord.klassen import HEADER, RETOURCODE, RETOURCODES
from paraplu.berichten.antwoord.oordeel import ZONDER_AFKEUR, NietTeBeoordelen, Oordeel
from paraplu.berichten.antwoord.soorten import HEEN
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.standaard import Element


@dataclass(frozen=True, kw_only=True)
class Beoordeling:
    """What an answer says.

    `heenbericht` is the kind of message that it answers and `identificatie` its identification.
    `oordelen` has every code of every class, in the order of the message. `ingediend` and
    `toegekend` are the totals of a 325 in cents, credit below zero; None elsewhere.
    """

    soort: str
    heenbericht: str
    identificatie: str
    oordelen: tuple[Oordeel, ...]
    ingediend: int | None = None
    toegekend: int | None = None

    @property
    def fouten(self) -> tuple[Oordeel, ...]:
        """The codes that refuse something: not 0200, 0233 or 8001."""
        return tuple(een for een in self.oordelen if een.code not in ZONDER_AFKEUR)

    @property
    def is_goedgekeurd(self) -> bool:
        """Whether nothing at all is refused."""
        return not self.fouten


def lees_antwoord(bericht: Bericht) -> Beoordeling:
    """What this answer says; raises NietTeBeoordelen when it is no answer to a message."""
    if bericht.soort not in HEEN:
        raise NietTeBeoordelen("Dit is geen retourbericht en geen declaratie-antwoord.")
    declaratie = bericht.inhoud.get("DeclaratieAntwoord")
    return Beoordeling(
        soort=bericht.soort,
        heenbericht=HEEN[bericht.soort],
        identificatie=_identificatie(bericht.inhoud[HEADER]),
        oordelen=tuple(_oordelen(bericht.inhoud, bericht.berichtsoort.wortel, "")),
        ingediend=totaal(declaratie) if declaratie else None,
        toegekend=totaal(declaratie, "TotaalToegekendBedrag") if declaratie else None,
    )


def _identificatie(header: Mapping[str, Any]) -> str:
    """That of the message that is answered: a 325 and a 304 keep it elsewhere than a retour."""
    if "DeclaratieFactuurIdentificatie" in header:
        return str(header["DeclaratieFactuurIdentificatie"]["DeclarantFactuurNummer"])
    gevonden = header.get("DeclaratieIdentificatie") or header["BerichtIdentificatie"]
    return str(gevonden["Identificatie"])


def _oordelen(inhoud: Mapping[str, Any], klasse: Element, pad: str) -> Iterator[Oordeel]:
    """The codes of the class itself, then those below it."""
    referentie = inhoud.get("ProductReferentie", {}).get("ReferentieNummer", "")
    for code in inhoud.get(RETOURCODES, {}).get(RETOURCODE, ()):
        yield Oordeel(pad=pad, code=code, referentie=referentie)
    for element in klasse.kinderen:
        if element.type is not None or element.samengesteld or element.naam not in inhoud:
            continue
        hier = f"{pad}/{element.naam}" if pad else element.naam
        waarde = inhoud[element.naam]
        for nummer, een in enumerate(waarde if element.is_lijst else [waarde], 1):
            yield from _oordelen(een, element, f"{hier}[{nummer}]" if element.is_lijst else hier)
