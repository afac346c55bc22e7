"""What came out of a talk, behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.casussen.wand import of_casus, of_parent
from paraplu.web.wand.beleid import Beleid, among

#: The tables at which somebody has the role of chair; no case is needed for them.
EIGEN_TAFELS: Final = (
    "tafel_id IN (SELECT t.id FROM tafel_tafel t JOIN netwerk_functie f"
    " ON f.organisatie_id = t.organisatie_id WHERE f.rol = 'voorzitter'"
    " AND f.medewerker_id = ANY ((SELECT wand_mensen())::bigint[]))"
)

BELEID: Final[tuple[Beleid, ...]] = (
    of_parent("tafel_besluit", "zitting_id", "tafel_zitting"),
    of_parent("tafel_stem", "besluit_id", "tafel_besluit"),
    # Who has to do it keeps sight of the agreement, also when the case has ended.
    Beleid(
        "tafel_afspraak",
        f"{of_casus('tafel_afspraak').mag} OR {among('medewerker_id', 'wand_mensen()')}",
    ),
    of_casus("tafel_vto"),
    of_parent("tafel_raadsbesluit", "vto_id", "tafel_vto"),
    of_parent("tafel_verzending", "document_id", "casussen_document"),
    of_parent("tafel_verslagreactie", "document_id", "casussen_document"),
    of_casus("tafel_evaluatie"),
    # Read by the chairs of that table alone; who writes it does not read it back.
    Beleid("tafel_terugkoppeling", EIGEN_TAFELS),
    of_parent("tafel_terugkijkgesprek", "zitting_id", "tafel_zitting"),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {
    "tafel_bijeenkomst": "a meeting of partners or chairs about the way of working",
    "tafel_verbeterpunt": "what such a meeting wants to do better",
    "tafel_afwijking": "where a table works otherwise than described",
}
