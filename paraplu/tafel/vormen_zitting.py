"""Which steps have a form of their own from the talk on, and what a case shows of them."""

from __future__ import annotations

from paraplu.casussen import panelen, stapvormen

from . import meelezen, uitkomsten, voorwaarden_zitting
from .queries import ROUTE
from .views import afspraken, opvolgen, terugkoppelen, verslag, zitting

VORMEN = {
    "bespreken": zitting.BESPREKEN,
    "verslag": verslag.VERSLAG,
    "vto": opvolgen.VTO,
    "besluit_raad": opvolgen.BESLUIT_RAAD,
    "evalueren": opvolgen.EVALUEREN,
}
PANELEN = (afspraken.PANEEL, opvolgen.PANEEL, verslag.PANEEL, terugkoppelen.PANEEL)


def register_all() -> None:
    """Show these on the pages of steps and cases, and let agreements wait on the list of work."""
    voorwaarden_zitting.register_all()
    for stap, vorm in VORMEN.items():
        stapvormen.register(ROUTE, stap, vorm)
    for paneel in PANELEN:
        panelen.register(paneel)
    panelen.register_wachtend(uitkomsten.herinneringen_for)
    meelezen.register_stukken()
