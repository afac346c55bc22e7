"""What every page with figures begins with: the figures, the chosen view, and the choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import Groep, list_groepen
from paraplu.inzage.keuze import MAANDEN, Keuze, read_keuze

#: The years of the agreement; where there is no data yet, the choice still makes sense.
ZONDER_DATA = (2021, 2023)


@dataclass(frozen=True)
class Gezicht:
    """The figures and the view on them; `leeg` when nothing has been delivered yet."""

    cijfers: Cijfers
    keuze: Keuze
    leeg: bool
    bereik: tuple[int, int]

    def context(self, route: str, *args: Any, **meer: Any) -> dict[str, Any]:
        """What the template of the choices needs, and `meer`."""
        groepen = list_groepen(self.cijfers.namen())
        return {
            "keuze": self.keuze,
            "leeg": self.leeg,
            "groepen": self._add_gekozen(groepen),
            "jaren": [str(jaar) for jaar in range(self.bereik[1], self.bereik[0] - 1, -1)],
            "delen": list_delen(),
            "actie": self.keuze.adres(route, *args).partition("?")[0],
            **meer,
        }

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
    """Open the figures as known on the day in the address, and read the rest of the view."""
    nu = Cijfers()
    bereik = nu.bereik()
    keuze = read_keuze(request.GET, bereik=bereik or ZONDER_DATA, namen=nu.namen())
    cijfers = Cijfers(keuze.bekend_op) if keuze.bekend_op else nu
    return Gezicht(cijfers, keuze, bereik is None, bereik or ZONDER_DATA)
