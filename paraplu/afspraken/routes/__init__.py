"""The routes as they were agreed: one file per version, with steps, roles, terms and outcomes.

A case keeps the version it began with. The files are read by people: the words in them are Dutch
and every step names the requirement it comes from (R87 to R117).

>>> from datetime import date
>>> r = route("aanmeldroute-301", date(2022, 1, 1))
>>> r.volgt_op("bepaling", "vastgesteld")
('versturen_lokaal_team', 'versturen_aanbieder')
>>> str(r.stap("contact_lokaal_team").termijn)
'3 werkdagen'
"""

from paraplu.afspraken.routes.laden import MAP, GeenRoute, geldend, route, routes, versies
from paraplu.afspraken.routes.model import (
    GEBEURTENISSEN,
    OPENING,
    ROLLEN,
    VOORWAARDEN,
    Doorlooptijd,
    OnbekendeOptie,
    OnbekendeStap,
    Optie,
    Route,
    Stap,
    Uitkomst,
)
from paraplu.afspraken.routes.plattegrond import Fase, lijn
from paraplu.afspraken.routes.tekening import teken
from paraplu.afspraken.routes.velden import FouteRoute
from paraplu.afspraken.routes.verschil import Verschil, vergelijk

__all__ = [
    "GEBEURTENISSEN",
    "MAP",
    "OPENING",
    "ROLLEN",
    "VOORWAARDEN",
    "Doorlooptijd",
    "Fase",
    "FouteRoute",
    "GeenRoute",
    "OnbekendeOptie",
    "OnbekendeStap",
    "Optie",
    "Route",
    "Stap",
    "Uitkomst",
    "Verschil",
    "geldend",
    "lijn",
    "route",
    "routes",
    "teken",
    "vergelijk",
    "versies",
]
