"""Who took a file along, of which organisation, when and for what: it stands in the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from paraplu.web.models import Gebruiker


@dataclass(frozen=True, kw_only=True)
class Waarmerk:
    """The mark of one file. `wanneer` with its time zone."""

    wie: str
    organisatie: str
    wanneer: datetime
    doel: str

    @classmethod
    def van(cls, gebruiker: Gebruiker, *, wanneer: datetime, doel: str) -> Waarmerk:
        """The mark of this account: its name to log in with, as the trace knows it."""
        return cls(
            wie=f"{gebruiker.naam or gebruiker.gebruikersnaam} ({gebruiker.get_soort_display()})",
            organisatie=gebruiker.organisatie_naam,
            wanneer=wanneer,
            doel=doel,
        )

    @property
    def zin(self) -> str:
        """The mark in one line."""
        return _("Gemaakt door %(wie)s, %(organisatie)s, op %(wanneer)s, voor %(doel)s.") % {
            "wie": self.wie,
            "organisatie": self.organisatie,
            "wanneer": f"{localtime(self.wanneer):%d-%m-%Y %H:%M}",
            "doel": self.doel,
        }

    def regels(self) -> list[tuple[str, str]]:
        """The mark as lines of what and who."""
        return [
            (_("Gemaakt door"), self.wie),
            (_("Organisatie"), self.organisatie),
            (_("Gemaakt op"), localtime(self.wanneer).isoformat(timespec="seconds")),
            (_("Doel"), self.doel),
            (_("Let op"), _("Geef dit bestand alleen door aan wie het voor dit doel nodig heeft.")),
        ]
