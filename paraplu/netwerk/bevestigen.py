"""Which contacts have to be asked again whether they still hold, and since when (R27)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import ngettext

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker

from . import beheer
from .instellingen import BEVESTIG_NA
from .models import Contact, OrganisatieInstelling, RegioInstelling


@dataclass(frozen=True)
class Oordeel:
    """Until when a contact counts as confirmed, and whether that day has passed."""

    contact: Contact
    uiterlijk: date
    is_verouderd: bool


class Intervallen:
    """The number of days per organisation, else per region, as in force on a day; two queries."""

    def __init__(self, *, op: date) -> None:
        self._organisaties = {
            rij.organisatie_id: int(rij.waarde)
            for rij in OrganisatieInstelling.objects.filter(
                sleutel="bevestig_na", vanaf__lte=op
            ).order_by("vanaf")
        }
        self._regios = {
            rij.regio: int(rij.waarde)
            for rij in RegioInstelling.objects.filter(
                sleutel="bevestig_na", vanaf__lte=op
            ).order_by("vanaf")
        }

    def dagen(self, contact: Contact) -> int:
        """Days after which this contact is asked again."""
        eigen = self._organisaties.get(contact.organisatie_id)
        return eigen or self._regios.get(regio_van(contact), BEVESTIG_NA)

    def oordeel(self, contact: Contact, *, op: date) -> Oordeel:
        """Whether the contact is stale on a day: the last day itself still counts."""
        uiterlijk = contact.bevestigd_op + timedelta(days=self.dagen(contact))
        return Oordeel(contact, uiterlijk, op > uiterlijk)


def regio_van(contact: Contact) -> str:
    """The code of the region in which a contact serves."""
    if contact.regio:
        return contact.regio
    gemeente = gebieden.gemeente(contact.gemeente)
    return gemeente.regio if gemeente else ""


def oordelen(contacten: Iterable[Contact], *, op: date) -> list[Oordeel]:
    """Of each contact whether it is stale."""
    intervallen = Intervallen(op=op)
    return [intervallen.oordeel(contact, op=op) for contact in contacten]


def te_bevestigen_for(gebruiker: Gebruiker, *, op: date) -> list[Oordeel]:
    """What this user is asked to confirm, the longest overdue first."""
    alle = oordelen(beheer.contacten_for(gebruiker, op=op), op=op)
    return sorted((o for o in alle if o.is_verouderd), key=lambda o: o.uiterlijk)


def regels_voor(gebruiker: Gebruiker, *, op: date) -> tuple[str, ...]:
    """Lines for the digest of this user; none when nothing has to be done. They name nobody."""
    aantal = len(te_bevestigen_for(gebruiker, op=op))
    if not aantal:
        return ()
    zin = ngettext(
        "Van %(aantal)s contact moet u zeggen of het nog klopt.",
        "Van %(aantal)s contacten moet u zeggen of zij nog kloppen.",
        aantal,
    )
    return (zin % {"aantal": aantal},)


def list_te_bevestigen(gebruiker: Gebruiker, on: date) -> list[str]:
    """The lines of the digest of this room."""
    return list(regels_voor(gebruiker, op=on))
