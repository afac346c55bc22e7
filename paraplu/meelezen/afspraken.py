"""An item of our own: the steps of a case in plain words, what happens and when (R4).

Which kinds of cases give it to the family is chosen here and by rooms above: `choose_route`.
No note, name or outcome of the work goes along: only the step, who does it and its days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.afspraken.routes import ROLLEN
from paraplu.casussen.models import Casus, CasusStap, Persoon

from .stukken import Stuk, StukSoort
from .woorden import EINDEN, FUNCTIES, STAPPEN

SLEUTEL = "afspraken"
_ROUTES = {"aanmeldroute-301", "aanmeldroute-315"}


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One step. `is_nl`: there are no plain words for it, so it stands in the Dutch of the work."""

    wat: Any
    wie: Any
    is_nl: bool
    begonnen: date
    klaar: date | None
    uiterlijk: date | None
    te_laat: bool
    nieuw: bool


def choose_route(route: str) -> None:
    """Let families read the steps of cases on this route."""
    _ROUTES.add(route)


def list_stukken(casus: Casus, _persoon: Persoon, op: date) -> list[Stuk]:
    """One item per case, dated by what happened last."""
    if casus.route_sleutel not in _ROUTES:
        return []
    dagen = [
        dag
        for paar in casus.stappen.values_list("geopend_op", "afgerond_op")
        for dag in paar
        if dag and dag <= op
    ]
    titel = _("Wat er gebeurt en wanneer")
    return [
        Stuk(sleutel="nu", titel=titel, op=max(dagen, default=casus.geopend_op), rij=(casus, op))
    ]


def show_stuk(stuk: Stuk, persoon: Persoon, _taal: str) -> tuple[str, dict[str, Any]]:
    """What is going on now, and what was done."""
    casus, op = stuk.rij
    stappen = list(casus.stappen.order_by("id"))
    for stap in stappen:
        stap.casus = casus
    regels = [_as_regel(stap, op=op) for stap in stappen if stap.uitkomst != "vervallen"]
    return "meelezen/stuk_afspraken.html", {
        "nu": [regel for regel in regels if regel.klaar is None],
        "gedaan": [regel for regel in regels if regel.klaar],
        "einde": EINDEN.get(casus.afloop, casus.afloop and casus.route.einden.get(casus.afloop)),
        "kind": persoon.rol == Persoon.Rol.KIND,
    }


def _as_regel(stap: CasusStap, *, op: date) -> Regel:
    rol = ROLLEN.get(stap.rol, stap.rol)
    return Regel(
        wat=STAPPEN.get(stap.sleutel, stap.afspraak.naam),
        wie=FUNCTIES.get(rol, rol),
        is_nl=stap.sleutel not in STAPPEN,
        begonnen=stap.geopend_op,
        klaar=stap.afgerond_op,
        uiterlijk=stap.uiterste_datum,
        te_laat=stap.is_te_laat(op=op),
        nieuw=stap.herstelt_id is not None,
    )


AFSPRAKEN = StukSoort(
    sleutel=SLEUTEL,
    naam=gettext_lazy("Wat er gebeurt en wanneer"),
    stukken=list_stukken,
    toon=show_stuk,
    duidelijk=True,
)
