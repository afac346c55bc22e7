"""Make the answer to one message from what was found in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from paraplu.berichten import standaard
from paraplu.berichten.antwoord.declaratie import maak_325
from paraplu.berichten.antwoord.klassen import HEADER, Plek
from paraplu.berichten.antwoord.oordeel import Oordeel
from paraplu.berichten.antwoord.retour import maak_retour
from paraplu.berichten.antwoord.soorten import DECLARATIE, antwoordsoort, waarom_geen
from paraplu.berichten.antwoord.weging import SCHEMA, weeg
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.standaard import Berichtsoort, Element
from paraplu.berichten.waarde import keur

#: The version of the schemas that we write by (IV034); all published examples have this one.
XSD_VERSIE: Final = "1.0.0"
#: Said with a fault of level 1: no answer exists, so the sender must hear it another way (OP090x2).
NIVEAU_1: Final = (
    "Een bericht dat niet aan het schema van iJW voldoet, krijgt geen antwoord. "
    "Meld de fouten buiten het berichtenverkeer om aan de afzender."
)

#: Nothing is due; the sender must be told outside the messages; or something must be mended here.
Waarom = Literal["niet nodig", "niveau 1", "kan niet"]


@dataclass(frozen=True)
class GeenAntwoord:
    """Why a message gets no answer: a sentence for people, and what kind of reason it is."""

    reden: str
    waarom: Waarom = "niet nodig"


def antwoord(
    bericht: Bericht,
    bevindingen: Sequence[Bevinding | Oordeel],
    *,
    identificatie: str,
    dagtekening: date,
    xslt_versie: str | None = None,
    xsd_versie: tuple[str, str] = (XSD_VERSIE, XSD_VERSIE),
) -> Bericht | GeenAntwoord:
    """The answer to `bericht`, or why there is none.

    `bevindingen` is all that was found: what `controleer` gives, and judgements across messages.
    `identificatie` (12 characters at most) and `dagtekening` are those of the answer. `xslt_versie`
    is that of the XSLTs when they did the checking (IV033); Paraplu itself uses none. `xsd_versie`
    is that of the base schema and of the schema of the message. Raises NietTeBeoordelen for a
    judgement with an unknown code or place, and ValueError for a value of the answer's own that the
    standard does not allow. `bericht` stays as it is; nothing of it is shared.
    """
    soort = antwoordsoort(bericht)
    if soort is None:
        return GeenAntwoord(waarom_geen(bericht))
    weging = weeg(bevindingen, Plek(bericht, soort))
    if weging.niveau == SCHEMA:
        return GeenAntwoord(NIVEAU_1, "niveau 1")
    versies = dict(zip(("BasisschemaXsdVersie", "BerichtXsdVersie"), xsd_versie, strict=True))
    xslt = {"XsltVersie": xslt_versie} if xslt_versie else {}
    if bericht.soort in DECLARATIE:
        eigen = _header_325(bericht, soort, identificatie, dagtekening, versies) | xslt
        _keur_eigen(soort.wortel.kind(HEADER), eigen)
        return maak_325(bericht, weging, soort, eigen)
    toegevoegd: dict[str, Any] = xslt | {
        "BerichtCode": soort.code,
        "IdentificatieRetour": identificatie,
        "DagtekeningRetour": dagtekening.isoformat(),
        "XsdVersieRetour": versies,
    }
    _keur_eigen(soort.wortel.kind(HEADER), toegevoegd)
    return maak_retour(bericht, weging, soort, toegevoegd)


def _header_325(
    bericht: Bericht,
    soort: Berichtsoort,
    identificatie: str,
    dagtekening: date,
    versies: dict[str, str],
) -> dict[str, Any]:
    """A header of its own, the other way round, that names the 323 (TR337, TR371)."""
    header = bericht.inhoud[HEADER]
    release = standaard.release(soort.release)
    return {
        "BerichtCode": soort.code,
        "BerichtVersie": release.versie,
        "BerichtSubversie": release.subversie,
        "Afzender": header["Ontvanger"],
        "Ontvanger": header["Afzender"],
        "BerichtIdentificatie": {
            "Identificatie": identificatie,
            "Dagtekening": dagtekening.isoformat(),
        },
        "XsdVersie": versies,
        "DeclaratieIdentificatie": dict(header["BerichtIdentificatie"]),
        "XsdVersieDeclaratie": dict(header["XsdVersie"]),
    }


def _keur_eigen(klasse: Element, eigen: Mapping[str, Any]) -> None:
    """What the caller gave must fit the standard, or no answer that holds it would be valid."""
    for element in klasse.kinderen:
        waarde = eigen.get(element.naam)
        if waarde is None:
            continue
        if element.type is None:
            _keur_eigen(element, waarde)
        elif fout := keur(element.type, waarde):
            raise ValueError(f"{element.naam} van het antwoord {fout.gezegde}.")
