"""A message ready to go: written by the tables of the standard and checked before anyone sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from paraplu.berichten import Bericht, NietTeSchrijven, controleer, schrijf, standaard

from .redenen import NietTeVersturen, Reden, reden_van

RELEASE: Final = "3.2"
#: The version of the schemas that we write by (IV034).
XSD: Final = {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}
#: Sent by a gemeente to a provider; all others go the other way.
VAN_GEMEENTE: Final = frozenset({"JW301", "JW319"})


@dataclass(frozen=True, kw_only=True)
class Verzending:
    """Between whom and when. `identificatie` is unique per sender (TR056), 12 characters at most.

    `gemeente` is that which is responsible for the child (IV046), `aanbieder` an AGB code.
    """

    gemeente: str
    aanbieder: str
    identificatie: str
    dagtekening: date


@dataclass(frozen=True, kw_only=True)
class Uitgaand:
    """One message to send. `inhoud` has personal data; all the rest may be shown and logged."""

    soort: str
    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date
    inhoud: bytes = field(repr=False)

    @property
    def bestandsnaam(self) -> str:
        """A name that says kind and parties, and nothing of the child."""
        return f"{self.soort}-{self.afzender}-{self.ontvanger}-{self.identificatie}.xml"


def maak_uitgaand(soort: str, verzending: Verzending, klassen: dict[str, Any]) -> Uitgaand:
    """The message of this kind with these classes below its header.

    Raises NietTeVersturen with every rule that it would break: nothing wrong ever goes out.
    """
    afzender, ontvanger = verzending.gemeente, verzending.aanbieder
    if soort not in VAN_GEMEENTE:
        afzender, ontvanger = ontvanger, afzender
    kop = {
        "BerichtCode": standaard.release(RELEASE).berichtsoorten[soort].code,
        "BerichtVersie": "3",
        "BerichtSubversie": "2",
        "Afzender": afzender,
        "Ontvanger": ontvanger,
        "BerichtIdentificatie": {
            "Identificatie": verzending.identificatie,
            "Dagtekening": verzending.dagtekening.isoformat(),
        },
        "XsdVersie": XSD,
    }
    return Uitgaand(
        soort=soort,
        afzender=afzender,
        ontvanger=ontvanger,
        identificatie=verzending.identificatie,
        dagtekening=verzending.dagtekening,
        inhoud=_goed(Bericht(soort, RELEASE, {"Header": kop, **klassen}), verzending.dagtekening),
    )


def _goed(bericht: Bericht, dagtekening: date) -> bytes:
    try:
        inhoud = schrijf(bericht)
    except NietTeSchrijven as fout:
        pad = str(fout).partition(":")[0]
        raise NietTeVersturen(
            [Reden(pad=pad, tekst=str(fout), remedie="Typ de tekst opnieuw in.")]
        ) from None
    if bevindingen := controleer(inhoud, vandaag=dagtekening):
        raise NietTeVersturen([reden_van(een) for een in bevindingen])
    return inhoud
