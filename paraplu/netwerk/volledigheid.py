"""What the directory lacks per gemeente, so that the owner knows what to ask (R22 to R24, R28, R233)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden

from . import bevestigen, queries
from .models import PER_REGIO, Contact, ContactSoort, Organisatie, Soort

GOED, OUD, WEG = "goed", "oud", "weg"


@dataclass(frozen=True, kw_only=True)
class Onderdeel:
    """One thing a gemeente should have: `stand` is goed, oud (not confirmed in time) or weg."""

    naam: str
    vereiste: str
    soort: str
    organisatie: str
    stand: str

    @property
    def is_van_regio(self) -> bool:
        """Whether it is of the region and not of one gemeente."""
        return self.soort in PER_REGIO


@dataclass(frozen=True)
class Gemeentestand:
    """A gemeente with all it should have."""

    gemeente: gebieden.Gemeente
    onderdelen: tuple[Onderdeel, ...]

    @property
    def ontbreekt(self) -> tuple[Onderdeel, ...]:
        """What is not there at all."""
        return tuple(o for o in self.onderdelen if o.stand == WEG)

    @property
    def oud(self) -> tuple[Onderdeel, ...]:
        """What is there, and was not confirmed in time."""
        return tuple(o for o in self.onderdelen if o.stand == OUD)


@dataclass(frozen=True)
class _Eis:
    naam: str
    vereiste: str
    soort: ContactSoort
    #: Key of the organisation it must be of; "" for any.
    organisatie: str = ""


def standen(gemeenten: Iterable[gebieden.Gemeente], *, op: date) -> list[Gemeentestand]:
    """Of each gemeente what is there, what is old and what is missing; four queries."""
    contacten = _per_plaats(op)
    partners = list(
        Organisatie.objects.filter(
            queries.in_force(op), soort__in=(Soort.VEILIG_THUIS, Soort.RVDK, Soort.GI)
        )
    )
    return [
        Gemeentestand(
            gemeente,
            tuple(_onderdeel(eis, gemeente, contacten) for eis in _eisen(gemeente, partners)),
        )
        for gemeente in gemeenten
    ]


def overal_weg(standen: list[Gemeentestand]) -> list[Onderdeel]:
    """What every one of several gemeenten lacks, to be said once."""
    if len(standen) < 2:
        return []
    return [o for o in standen[0].ontbreekt if all(o in stand.ontbreekt for stand in standen)]


def _per_plaats(op: date) -> dict[tuple[str, str], list[tuple[Contact, bool]]]:
    """Contacts with whether they are stale, by kind and place (gemeentecode or code of region)."""
    gevonden: dict[tuple[str, str], list[tuple[Contact, bool]]] = defaultdict(list)
    for oordeel in bevestigen.oordelen(queries.contacten_op(op), op=op):
        contact = oordeel.contact
        plaats = contact.gemeente or contact.regio
        gevonden[contact.soort, plaats].append((contact, oordeel.is_verouderd))
    return gevonden


def _eisen(gemeente: gebieden.Gemeente, partners: list[Organisatie]) -> list[_Eis]:
    """What forms.md 7 calls mandatory, and the fixed contact of each partner (R233)."""
    vast = [
        _Eis(_("vast contact van het lokale team"), "R22", ContactSoort.LOKAAL_TEAM),
        _Eis(_("vervanger bij het lokale team"), "R22", ContactSoort.VERVANGER),
        _Eis(_("regionaal contactpersoon"), "R92", ContactSoort.REGIONAAL_CONTACTPERSOON),
        _Eis(_("functionaris voor zorg zonder contract"), "R93", ContactSoort.FUNCTIONARIS),
        _Eis(_("Jeugdbeschermingstafel"), "R24", ContactSoort.TAFEL),
        _Eis(_("expertteam"), "R24", ContactSoort.EXPERTTEAM),
        _Eis(_("wie u belt om te escaleren"), "R24", ContactSoort.ESCALATIE),
    ]
    return vast + [
        _Eis(partner.naam, "R233", ContactSoort.PARTNER, partner.sleutel)
        for partner in partners
        if partner.soort != Soort.VEILIG_THUIS
        or not gemeente.veilig_thuis
        or partner.sleutel == gemeente.veilig_thuis
    ]


def _onderdeel(
    eis: _Eis,
    gemeente: gebieden.Gemeente,
    contacten: dict[tuple[str, str], list[tuple[Contact, bool]]],
) -> Onderdeel:
    eigen = [] if eis.soort in PER_REGIO else contacten.get((eis.soort, gemeente.code), [])
    van_regio = contacten.get((eis.soort, gemeente.regio), [])
    rij = [
        oud
        for contact, oud in [*eigen, *van_regio]
        if not eis.organisatie or contact.organisatie.sleutel == eis.organisatie
    ]
    stand = WEG if not rij else OUD if all(rij) else GOED
    return Onderdeel(
        naam=eis.naam,
        vereiste=eis.vereiste,
        soort=eis.soort,
        organisatie=eis.organisatie,
        stand=stand,
    )
