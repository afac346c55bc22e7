"""What every page with figures begins with: the figures, the chosen view, and the choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.web.models import Gebruiker

from .cijfers import Cijfers
from .gebied import GELDERLAND, Gebied, Groep, find_gebied, list_groepen
from .keuze import MAANDEN, Keuze, read_keuze
from .kijker import kijk_van
from .klaar import NogNietKlaar
from .regel import make_uitleg

Namen = Mapping[str, Mapping[str, str]]
#: The years of the agreement; where there is no data yet, the choice still makes sense.
ZONDER_DATA = (2021, 2023)


@dataclass(frozen=True)
class Gezicht:
    """The figures and the view on them; `leeg` when nothing was delivered by that day."""

    cijfers: Cijfers
    keuze: Keuze
    leeg: bool
    bereik: tuple[int, int]
    #: The area of the reader's own organisation.
    eigen: Gebied | None = None

    def context(self, route: str, *args: Any, **meer: Any) -> dict[str, Any]:
        """What the template of the choices needs, and `meer`."""
        groepen = list_groepen(self.cijfers.namen())
        return {
            "keuze": self.keuze,
            "leeg": self.leeg,
            "groepen": self._add_gekozen(groepen),
            "jaren": [str(jaar) for jaar in range(self.bereik[1], self.bereik[0] - 1, -1)],
            "delen": list_delen(),
            "inzage": make_uitleg(self.cijfers, self.keuze.gebied, self.eigen),
            "eigen_gebied": self.find_weg_naar_eigen(route, *args),
            "actie": self.keuze.adres(route, *args).partition("?")[0],
            "nu_adres": self.keuze.adres(route, *args, bekend=None),
            **meer,
        }

    def find_weg_naar_eigen(self, route: str, *args: Any) -> tuple[str, str] | None:
        """Name and address of the reader's own area on this page; None where we are there."""
        if self.eigen is None or self.eigen == self.keuze.gebied:
            return None
        return self.eigen.naam, self.keuze.adres(route, *args, gebied=self.eigen.sleutel or None)

    def _add_gekozen(self, groepen: list[Groep]) -> list[Groep]:
        """A provider is not in the lists; when it is chosen it must be."""
        for gekozen in (self.keuze.gebied, self.keuze.vergelijk):
            if gekozen and gekozen.soort == "aanbieder":
                return [*groepen, Groep(_("Gekozen aanbieder"), (gekozen,))]
        return groepen


def list_delen() -> list[tuple[str, str]]:
    """The parts of a year: value in the address, and text."""
    kwartalen = [
        (f"K{nummer}", _("kwartaal %(nummer)s") % {"nummer": nummer}) for nummer in range(1, 5)
    ]
    maanden = [(f"{nummer:02d}", _(naam)) for nummer, naam in enumerate(MAANDEN, start=1)]
    return [("", _("heel jaar")), *kwartalen, *maanden]


def read_gezicht(request: HttpRequest) -> Gezicht:
    """Open the figures as this user sees them, as known on the day in the address.

    The thresholds are those of that day, and never those of a day to come. Raises NogNietKlaar where
    the data as known on that day takes longer to compute than a request may.
    """
    vandaag = localdate()
    nu = Cijfers(kijk=kijk_van(request.user, op=vandaag))
    bereik = nu.bereik()
    keuze = read_keuze(request.GET, bereik=bereik or ZONDER_DATA, namen=nu.namen())
    cijfers = nu
    if keuze.bekend_op:
        kijk = kijk_van(request.user, op=min(keuze.bekend_op, vandaag))
        cijfers = Cijfers(keuze.bekend_op, kijk=kijk)
        if not cijfers.monitor.is_klaar():
            raise NogNietKlaar(keuze.bekend_op)
    eigen = find_eigen_gebied(request.user, nu.namen())
    leeg = bereik is None or cijfers.monitor.laatst_bijgewerkt() is None
    return Gezicht(cijfers, keuze, leeg, bereik or ZONDER_DATA, eigen)


def find_eigen_gebied(gebruiker: Gebruiker, namen: Namen) -> Gebied | None:
    """The area of this user's own organisation; None for who has none, or is not in the data."""
    for soort, code in gebruiker.gebied.items():
        return GELDERLAND if soort == "gelderland" else find_gebied(f"{soort}-{code}", namen)
    return None
