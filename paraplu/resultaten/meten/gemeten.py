"""What was measured of an agreement in one year, for one party, through the eyes of one reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse

from paraplu.afspraken import gebieden
from paraplu.afspraken.resultaatafspraken import find_afspraak
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import Gebied
from paraplu.inzage.keuze import Keuze
from paraplu.inzage.models import Kring
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import KLEIN, NIET_GEDEELD, Kijk, Verborgen
from paraplu.web.getallen import Waarde

from ..stand import Gemis, Onderdeel

#: Outside the circle a count of fewer than this is not shown.
KLEIN_PUBLIEK: Final = 10


@dataclass(frozen=True, kw_only=True)
class Gemeten:
    """`waarde` is in the unit of the agreement; with None `reden` says why it is not known.

    `keer`: how many the norm of one is taken (regions in Gelderland). `gewicht`: how many cases a
    mean is over, so that years can be taken together. `is_vast`: also while the year
    is not over nothing can change the verdict. `herkomst`: what the figure rests on, in sentences.
    """

    waarde: Waarde = None
    onderdelen: tuple[Onderdeel, ...] = ()
    ontbreekt: tuple[Gemis, ...] = ()
    herkomst: tuple[str, ...] = ()
    bewijs: str = ""
    reden: str = ""
    keer: int = 1
    gewicht: Waarde = None
    is_vast: bool = False


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """Which figures: of whom, as known on which day, for whom.

    `bekend_op` None: as known now; `op` is the day itself. `breed`: also what stands beside the
    figure, which takes longer. `kort`: only the years that the verdict needs, for a list.
    """

    code: str
    partij: Gebied
    bekend_op: date | None
    op: date
    cijfers: Cijfers
    breed: bool = False
    kort: bool = False
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, sleutel: Any, haal: Callable[[], Any]) -> Any:
        """What several agreements, parties or years ask for is read once for a page."""
        if sleutel not in self.memo:
            self.memo[sleutel] = haal()
        return self.memo[sleutel]

    @property
    def kijk(self) -> Kijk | None:
        return self.cijfers.kijk

    @property
    def is_publiek(self) -> bool:
        """Whether the reader stands outside the circle of the parties."""
        return self.kijk is not None and self.kijk.kring == Kring.PUBLIEK

    @property
    def regios(self) -> tuple[str, ...]:
        """The codes of the regions that the party is about."""
        if self.partij.soort == "regio":
            return (self.partij.code,)
        return tuple(regio.code for regio in gebieden.regios())

    def smal(self) -> Vraag:
        """The same without what stands beside the figure."""
        return replace(self, breed=False)

    def keuze(self, jaar: int, variant: str | None = None) -> Keuze:
        """The view of a page of the monitor on this year."""
        return Keuze(
            gebied=self.partij,
            periode=Periode.jaar(jaar),
            bekend_op=self.cijfers.bekend_op,
            variant=variant,
        )

    def bewijs(self, code: str, jaar: int, variant: str | None = None) -> str:
        """The receipt of a figure of the monitor."""
        return self.keuze(jaar, variant).adres("bewijs", code)

    def bon(self, jaar: int) -> str:
        """The receipt of a figure that rests on what people reported."""
        vragen = {"partij": self.partij.sleutel, "jaar": str(jaar)}
        if self.bekend_op:
            vragen["bekend"] = self.bekend_op.isoformat()
        tekst = urlencode({naam: waarde for naam, waarde in vragen.items() if waarde})
        return f"{reverse('resultaat_bewijs', args=[self.code])}?{tekst}"

    def scherm_af(self, gemeten: Gemeten) -> Gemeten:
        """What was reported as a council may see it: nothing of one GI, no small counts."""
        if not self.is_publiek:
            return gemeten
        if self.partij.soort == "gi":
            delen = tuple(replace(deel, waarde=NIET_GEDEELD) for deel in gemeten.onderdelen)
            return Gemeten(waarde=NIET_GEDEELD, onderdelen=delen, keer=gemeten.keer)
        delen = tuple(
            replace(d, waarde=hide_small(d.waarde, d.eenheid)) for d in gemeten.onderdelen
        )
        waarde = hide_small(gemeten.waarde, find_afspraak(self.code).eenheid)
        return replace(gemeten, waarde=waarde, onderdelen=delen, herkomst=())


def hide_small(waarde: Waarde, eenheid: str) -> Waarde:
    """A count as a council may see it."""
    if isinstance(waarde, Verborgen) or waarde is None or eenheid in {"aandeel", "euro", "punten"}:
        return waarde
    return KLEIN if 0 < waarde < KLEIN_PUBLIEK else waarde


def share(procent: Any) -> Waarde:
    """Percent as a share; what is hidden or not known stays so."""
    return float(procent) / 100 if isinstance(procent, int | float | Decimal) else procent
