"""What a report is asked for: kind, area, period, circle, and the day that it knows of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.inzage.gebied import Gebied
from paraplu.monitor.periode import Periode


class Soort(models.TextChoices):
    """Which report: of a year, or for one of the three meetings a year (R210, decision 0021)."""

    JAAR = "jaar", _("Jaarverslag")
    OVERLEG = "overleg", _("Verslag voor het overleg")


class Kring(models.TextChoices):
    """For whom it is made, and so which figures are hidden in it."""

    PARTIJEN = "partijen", _("Alle partijen")
    PUBLIEK = "publiek", _("Openbaar")
    #: The own area in full.
    EIGEN = "eigen", _("Alleen de eigen organisatie")


#: The kind of period of each kind of report.
PERIODE_VAN: Final = {Soort.JAAR: "jaar", Soort.OVERLEG: "kwartaal"}
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
        if self.soort not in Soort.values or self.kring not in Kring.values:
            raise OpzetKanNiet("Deze soort of kring kennen wij niet.")
        if self.gebied.soort not in GEBIEDEN:
            raise OpzetKanNiet(
                "Een verslag gaat over Gelderland, een regio, een gemeente of een GI."
            )
        if self.periode.soort != PERIODE_VAN[Soort(self.soort)]:
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
