"""The rows of what follows on a talk in the rights matrix."""

from __future__ import annotations

from typing import Final

from paraplu.casussen.rechten import WERK
from paraplu.web.models import Soort

LEIDT: Final = frozenset({Soort.VOORZITTER})
#: Who looks at figures over the tables; of which region, `casussen.cijfers.bereik` decides.
CIJFERS: Final = LEIDT | {Soort.CONTRACTMANAGER, Soort.WETHOUDER, Soort.REGIO}

MATRIX: dict[str, frozenset[Soort]] = {
    "tafelverslag": WERK,
    "tafelverslag_pdf": WERK,
    "tafelafspraak": WERK,
    "tafel_rechtbank": frozenset({Soort.VOORZITTER, Soort.RAAD}),
    "tafel_terugblik": LEIDT,
    "tafel_terugkijken": LEIDT,
    "tafel_formulier": LEIDT,
    "tafel_terugkoppeling": WERK,
    "tafel_terugkoppeling_leiding": frozenset({Soort.LEIDINGGEVENDE}),
    "tafel_bijeenkomsten": LEIDT | {Soort.REGIO, Soort.CONTRACTMANAGER, Soort.LEIDINGGEVENDE},
    "tafel_verbeterpunt": LEIDT,
    "tafel_verbeterpunt_klaar": LEIDT,
    "tafel_cijfers": CIJFERS,
    "tafel_cijfers_csv": CIJFERS,
    "tafel_cijfers_lijst": CIJFERS,
}
