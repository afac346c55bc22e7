"""The rows of what follows on a talk in the rights matrix."""

from __future__ import annotations

from paraplu.casussen.rechten import WERK
from paraplu.web.models import Soort

MATRIX: dict[str, frozenset[Soort]] = {
    "tafelverslag": WERK,
    "tafelverslag_pdf": WERK,
    "tafelafspraak": WERK,
    "tafel_rechtbank": frozenset({Soort.VOORZITTER, Soort.RAAD}),
}
