"""Which steps of the hand-over have a form of their own, and what this room shows elsewhere."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from paraplu.casussen import panelen, stapvormen
from paraplu.casussen.einde import ROUTE, Maatregelactie, register_actie

from . import meelezen
from .actions.voogd import VOOGDIJ
from .queries import herinneringen_for
from .views import einde, lezen, stappen

VORMEN = {
    "vragen": stappen.VRAGEN,
    "beschikbaar": stappen.OVERNEMER,
    "regelen": stappen.OVERNEMER,
    "gesprek": stappen.GESPREK,
    "aanvaarden": stappen.AANVAARDEN,
    "beeindigen": einde.BEEINDIGEN,
    "opvolgen": stappen.OPVOLGEN,
}


def register_all() -> None:
    """Show these on the pages of their steps, of a case and of a family; once, when Django starts."""
    for stap, vorm in VORMEN.items():
        stapvormen.register(ROUTE, stap, vorm)
    panelen.register(panelen.Paneel(template="overdracht/paneel.html", context=lezen.show_paneel))
    panelen.register_wachtend(herinneringen_for)
    meelezen.register_stuk()
    register_actie(Maatregelactie("overdracht_beginnen", _("Einde voorbereiden")))
    register_actie(Maatregelactie("voogd_zoeken", _("Voogd zoeken"), frozenset(VOOGDIJ)))
    register_actie(Maatregelactie("maatregel_uitzondering", _("Einde zonder overdracht")))
