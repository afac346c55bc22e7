"""Which steps up to the invitations have a form of their own, and what shows beside them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from paraplu.casussen import deelnemers as wie
from paraplu.casussen import panelen, stapvormen

from . import deelnemers, meelees_verzoek, queries, toets_einde, voorwaarden
from .views import plannen, stukken, verzoek, volledigheid

VORMEN = {
    "verzoek": verzoek.VERZOEK,
    "aanvullen": verzoek.AANVULLEN,
    "volledigheid": volledigheid.VOLLEDIGHEID,
    "plannen": plannen.PLANNEN,
}


def register_all() -> None:
    """Let the engine know this half of the room; the AppConfig calls this once."""
    voorwaarden.register_all()
    toets_einde.register_all()
    wie.register("voorzitter", deelnemers.find_voorzitter)
    for stap, vorm in VORMEN.items():
        stapvormen.register(queries.ROUTE, stap, vorm)
    meelees_verzoek.register_stukken()
    panelen.register(stukken.PANEEL)
    panelen.register_wachtend(queries.list_taken)
    panelen.register_gezinsactie(
        panelen.Kindactie("tafel_nieuw", _("Naar de Jeugdbeschermingstafel"))
    )
