"""Who took a copy of a report, and when: stands on the copy, never in the published file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Exemplaar:
    """`wie`: role and organisation, no name of a person; `afdruk`: how the kept file begins."""

    wie: str
    wanneer: datetime
    nummer: str
    versie: int
    afdruk: str
    is_concept: bool = False

    @property
    def tekst(self) -> str:
        """One line for the foot of a page."""
        regel = _(
            "Exemplaar van %(wie)s, opgehaald op %(wanneer)s. %(nummer)s versie %(versie)s, "
            "bewaard bestand %(afdruk)s."
        ) % {
            "nummer": self.nummer,
            "versie": self.versie,
            "afdruk": self.afdruk,
            "wie": self.wie,
            "wanneer": date_format(localtime(self.wanneer), "j F Y, H:i"),
        }
        return f"{_('Concept.')} {regel}" if self.is_concept else regel
