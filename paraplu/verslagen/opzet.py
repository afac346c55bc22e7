"""What a report is asked for: kind, area, period, circle, and the day that it knows of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from paraplu.inzage.gebied import Gebied
from paraplu.monitor.periode import Periode

JAAR, OVERLEG = "jaar", "overleg"
#: A year, or the quarter before one of the three meetings a year (R210, decision 0021).
SOORTEN: Final = {JAAR: _("Jaarverslag"), OVERLEG: _("Verslag voor het overleg")}
PERIODE_VAN: Final = {JAAR: "jaar", OVERLEG: "kwartaal"}
PARTIJEN, PUBLIEK, EIGEN = "partijen", "publiek", "eigen"
#: For whom: all parties, everybody, or only the organisation whose area it is, in full.
KRINGEN: Final = {
    PARTIJEN: _("Alle partijen"),
    PUBLIEK: _("Openbaar"),
    EIGEN: _("Alleen de eigen organisatie"),
}
#: Areas that a report can be about; Gelderland has no kind.
GEBIEDEN: Final = ("", "regio", "gemeente", "gi")


class OpzetKanNiet(ValueError):
    """A report that cannot be made; the text says why, in a sentence for its maker."""


@dataclass(frozen=True, kw_only=True)
class Opzet:
    """What to make. `datum`: the day it is made; `bekend_op` None: with all that is there."""

    soort: str
    gebied: Gebied
    periode: Periode
    kring: str
    datum: date
    bekend_op: date | None = None

    def __post_init__(self) -> None:
        if self.soort not in SOORTEN or self.kring not in KRINGEN:
            raise OpzetKanNiet("Deze soort of kring kennen wij niet.")
        if self.gebied.soort not in GEBIEDEN:
            raise OpzetKanNiet("Een verslag gaat over Gelderland, een regio, een gemeente of een GI.")
        if self.periode.soort != PERIODE_VAN[self.soort]:
            raise OpzetKanNiet(
                "Een jaarverslag gaat over een jaar, een verslag voor het overleg over een kwartaal."
            )
        if self.periode.begin > self.datum:
            raise OpzetKanNiet("Deze periode moet nog beginnen.")

    def als_dict(self) -> dict[str, Any]:
        """For JSON; `van_dict` reads it back."""
        return {
            "soort": self.soort,
            "gebied": [self.gebied.soort, self.gebied.code, self.gebied.naam],
            "periode": self.periode.naam,
            "kring": self.kring,
            "datum": self.datum.isoformat(),
            "bekend_op": self.bekend_op.isoformat() if self.bekend_op else None,
        }

    @classmethod
    def van_dict(cls, gegevens: Mapping[str, Any]) -> Opzet:
        """The Opzet of `als_dict`."""
        bekend_op = gegevens["bekend_op"]
        return cls(
            soort=gegevens["soort"],
            gebied=Gebied(*gegevens["gebied"]),
            periode=Periode.lees(gegevens["periode"]),
            kring=gegevens["kring"],
            datum=date.fromisoformat(gegevens["datum"]),
            bekend_op=date.fromisoformat(bekend_op) if bekend_op else None,
        )


def find_overlegkwartaal(op: date) -> Periode:
    """The last whole quarter before a meeting on `op` (R210).

    >>> find_overlegkwartaal(date(2023, 5, 17)).naam
    '2023-K1'
    """
    return Periode.kwartaal(op.year, (op.month + 2) // 3).vorige()
