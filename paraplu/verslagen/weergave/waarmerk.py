"""Who took a copy of a report, and when: stands on the copy, never in the published file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Waarmerk:
    """`wie`: role and organisation, no name of a person; `nummer`: of the report."""

    wie: str
    wanneer: datetime
    nummer: str
    toestand: str

    @property
    def tekst(self) -> str:
        """One line for the foot of a page."""
        return _("%(nummer)s, %(toestand)s. Exemplaar van %(wie)s, opgehaald op %(wanneer)s.") % {
            "nummer": self.nummer,
            "toestand": self.toestand,
            "wie": self.wie,
            "wanneer": date_format(self.wanneer, "j F Y, H:i"),
        }
