"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from paraplu.afspraken import gebieden
from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.inzage.kijker import kring_van
from paraplu.web.models import Gebruiker, Organisatie, Soort
from paraplu.web.rechten import KIJKERS

from .opzet import Kring

if TYPE_CHECKING:
    from .models import Rapport

#: Who makes reports, and who may show them to a circle.
MAAKT: Final = frozenset({Soort.CONTRACTMANAGER, Soort.PROVINCIE, Soort.BACKOFFICE, Soort.GI})
PUBLICEERT: Final = frozenset({Soort.CONTRACTMANAGER, Soort.PROVINCIE})


def is_van_organisatie(gebruiker: Gebruiker, rapport: Rapport) -> bool:
    """Whether the user's organisation made it; a council is no part of its gemeente in this."""
    return kring_van(gebruiker) == Kring.PARTIJEN and (
        gebruiker.organisatie_soort,
        gebruiker.organisatie_code,
    ) == (rapport.organisatie_soort, rapport.organisatie_code)


def mag_zien(gebruiker: Gebruiker, rapport: Rapport) -> bool:
    """A concept and a report in full: who made it. What is published: its circle."""
    if is_van_organisatie(gebruiker, rapport):
        return True
    if not rapport.is_gepubliceerd or rapport.kring == Kring.EIGEN:
        return False
    return rapport.kring in {Kring.PUBLIEK, kring_van(gebruiker)}


def mag_publiceren(gebruiker: Gebruiker, rapport: Rapport) -> bool:
    """A concept of the own organisation about an area that it speaks for."""
    return is_van_organisatie(gebruiker, rapport) and mag_over_gebied(gebruiker, rapport)


def mag_over_gebied(gebruiker: Gebruiker, rapport: Rapport) -> bool:
    """The province about all; a region about itself, its gemeenten, a GI and all of Gelderland.

    GI's and the whole are discussed by the seven regions together (R210, R218).
    """
    if gebruiker.soort not in PUBLICEERT:
        return False
    if gebruiker.soort == Soort.PROVINCIE or rapport.gebied_soort in {"", "gi"}:
        return True
    if gebruiker.organisatie_soort != Organisatie.REGIO:
        return False
    code = rapport.gebied_code
    gemeente = gebieden.gemeente(code) if rapport.gebied_soort == "gemeente" else None
    return gebruiker.organisatie_code == (gemeente.regio if gemeente else code)


def own_gebied(gebruiker: Gebruiker) -> Gebied | None:
    """The area that this user may have a report of in full; None for who has none."""
    for soort, code in gebruiker.gebied.items():
        if soort == "gelderland":
            return GELDERLAND
        if soort in {"regio", "gemeente", "gi"}:
            return Gebied(soort, code, gebruiker.organisatie_naam)
    return None


MATRIX: Final[dict[str, frozenset[Soort]]] = {
    # Which of them: `mag_zien`. Published ones for their circle, concepts for who made them.
    "verslagen": KIJKERS,
    "verslag": KIJKERS,
    "verslag_lezen": KIJKERS,
    "verslag_bestand": KIJKERS,
    "verslag_nu": KIJKERS,
    "verslag_maken": MAAKT,
    # Being made: who of the same organisation makes reports.
    "verslag_aanvraag": MAAKT,
    "verslag_publiceren": PUBLICEERT,
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {
    "verslag": mag_zien,
    "verslag_lezen": mag_zien,
    "verslag_bestand": mag_zien,
    "verslag_nu": mag_zien,
    "verslag_publiceren": mag_publiceren,
}
