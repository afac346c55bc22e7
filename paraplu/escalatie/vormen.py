"""Which steps of an escalation have a form of their own, and what a case page shows of it."""

from __future__ import annotations

from paraplu.casussen import panelen, stapvormen

from .actions.beginnen import ROUTE
from .views import paneel, stappen, verslag

VORMEN = {
    "eigen_overleg": stappen.EIGEN_OVERLEG,
    "gedragswetenschappers": stappen.GEDRAGSWETENSCHAPPERS,
    "leidinggevenden": stappen.LEIDINGGEVENDEN,
    "bestuurders": stappen.BESTUURDERS,
    "verslag": verslag.VERSLAG,
}


def register_all() -> None:
    """Show these on the pages of their steps and of a case."""
    for stap, vorm in VORMEN.items():
        stapvormen.register(ROUTE, stap, vorm)
    panelen.register(paneel.ESCALATIE)
    panelen.register(paneel.BEGINNEN)
