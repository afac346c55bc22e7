"""Who took a pack, a dossier or a report along: the mark in the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from paraplu.web.models import Gebruiker


@dataclass(frozen=True)
class Merk:
    """Role and organisation, no name of a person; `nummer` is what the trace calls the file."""

    wie: str
    wanneer: datetime
    nummer: str

    @classmethod
    def van(cls, gebruiker: Gebruiker, *, wanneer: datetime, nummer: str) -> Merk:
        """The mark of this account."""
        wie = f"{gebruiker.get_soort_display()}, {gebruiker.organisatie_naam}"
        return cls(wie, wanneer, nummer)

    @property
    def tekst(self) -> str:
        """One line, for the foot of every page."""
        return _("Exemplaar van %(wie)s, opgehaald op %(wanneer)s. %(nummer)s.") % {
            "wie": self.wie,
            "wanneer": date_format(localtime(self.wanneer), "j F Y, H:i"),
            "nummer": self.nummer,
        }
