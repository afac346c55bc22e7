"""The rows of this room in the rights matrix (`web/rechten.py`).

The directory is for who works on families (R28); the contract manager reads. Whose contacts, region
or people somebody may change, `beheer` says; the technical administrator keeps people and
organisations and sees no contacts, consultations or families.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paraplu.web.models import Gebruiker, Soort

from .aanbod.rechten import MATRIX as AANBOD
from .beheer import BEHEERT_MENSEN

#: Who works on families, at a desk or with them.
WERK = frozenset(
    {
        Soort.JEUGDBESCHERMER,
        Soort.TEAMLEIDER,
        Soort.LOKAALTEAM,
        Soort.REGIO,
        Soort.EXPERTTEAM,
        Soort.BACKOFFICE,
        Soort.GI,
        Soort.AANBIEDER,
        Soort.VOORZITTER,
        Soort.VEILIG_THUIS,
        Soort.RAAD,
        Soort.GEDRAGSWETENSCHAPPER,
        Soort.LEIDINGGEVENDE,
    }
)
LEEST = WERK | {Soort.CONTRACTMANAGER}
#: Who can be at the owner of a region or at the region itself (R26).
REGIO = frozenset({Soort.REGIO, Soort.BACKOFFICE})
ZIET_MENSEN = WERK | {Soort.BEHEERDER}

MATRIX: dict[str, frozenset[Soort]] = {
    # The contact directory.
    "contacten": LEEST,
    "contact_zoeken": LEEST,
    "contact_volledigheid": LEEST,
    "gemeente_netwerk": LEEST,
    "contact": LEEST,
    "contact_vcard": LEEST,
    "contacten_vcard": LEEST,
    "contacten_blad": LEEST,
    "contacten_inlezen": WERK,
    "contacten_voorbeeld": WERK,
    "contacten_bevestigen": WERK,
    "contact_bevestigen": WERK,
    "contact_nieuw": WERK,
    "contact_wijzigen": WERK,
    "contact_beeindigen": WERK,
    # What regions chose.
    "regio_eigen": LEEST,
    "regio_instellingen": LEEST,
    "regio_kiezen": REGIO,
    "subregio_nieuw": REGIO,
    "subregio_beeindigen": REGIO,
    # Who works where.
    "organisaties": ZIET_MENSEN,
    "mensen": ZIET_MENSEN,
    "organisatie_nieuw": frozenset({Soort.BEHEERDER}),
    "organisatie_beeindigen": frozenset({Soort.BEHEERDER}),
    "medewerker_nieuw": BEHEERT_MENSEN,
    "medewerker": BEHEERT_MENSEN,
    "medewerker_beeindigen": BEHEERT_MENSEN,
    "functie_nieuw": BEHEERT_MENSEN,
    "functie_beeindigen": BEHEERT_MENSEN,
    "team_nieuw": BEHEERT_MENSEN,
    "team_beeindigen": BEHEERT_MENSEN,
    "organisatie_kiezen": BEHEERT_MENSEN,
    # Everybody writes their own absence; who leads people also theirs.
    "afwezigheid": WERK,
    "afwezigheid_einde": WERK,
    # Who asked whom, and the fixed groups.
    "consultaties": LEEST,
    "consultatie_nieuw": WERK,
    "lokale_groep": LEEST,
    "groepslid_nieuw": WERK,
    "groepslid_beeindigen": WERK,
    "groep_bijeen": WERK,
    **AANBOD,
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
