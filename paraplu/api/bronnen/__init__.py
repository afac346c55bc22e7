"""Every source of the API, in the order of the document."""

from __future__ import annotations

from typing import Final

from ..bron import Bron
from .bonnen import BON
from .cijfers import CIJFERS
from .definities import DEFINITIE, DEFINITIES, DEFINITIEVERSIE, DEFINITIEVERSIES
from .gebieden import GEBIED, GEBIEDEN
from .indicatoren import INDICATOR, INDICATOREN
from .normen import NORM, NORMEN
from .resultaatafspraken import AFSPRAKEN, RESULTAATAFSPRAAK
from .routes import ROUTE, ROUTES, ROUTEVERSIE
from .standen import STANDBRON, STANDEN
from .termijnen import TERMIJN, TERMIJNEN

BRONNEN: Final[tuple[Bron, ...]] = (
    INDICATOREN,
    INDICATOR,
    CIJFERS,
    BON,
    AFSPRAKEN,
    RESULTAATAFSPRAAK,
    STANDEN,
    STANDBRON,
    DEFINITIES,
    DEFINITIE,
    DEFINITIEVERSIES,
    DEFINITIEVERSIE,
    NORMEN,
    NORM,
    TERMIJNEN,
    TERMIJN,
    ROUTES,
    ROUTE,
    ROUTEVERSIE,
    GEBIEDEN,
    GEBIED,
)
