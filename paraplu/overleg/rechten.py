"""The rows of this room in the rights matrix (`web/rechten.py`), and the second questions.

Meetings, minutes and deviations are between the parties of the agreements: gemeenten, regions and
GI's; the province reads along with what is of all parties. A council and the public see decisions
and adopted papers. Learning is for who works with families.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from paraplu.netwerk.rechten import WERK
from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import KIJKERS

from .models.overleggen import ALLE_PARTIJEN

if TYPE_CHECKING:
    from .models import Actie, Afwijking, Overleg

#: Who speaks for a party at a meeting or has to know what was agreed there.
PARTIJEN: Final = frozenset(
    {
        Soort.CONTRACTMANAGER,
        Soort.WETHOUDER,
        Soort.BACKOFFICE,
        Soort.GI,
        Soort.LEIDINGGEVENDE,
        Soort.REGIO,
    }
)
#: They, and who reads along.
LEEST: Final = PARTIJEN | {Soort.PROVINCIE}
#: Who keeps the meetings of all: the bovenregionaal contractmanagement.
HOUDT: Final = frozenset({Soort.CONTRACTMANAGER})
#: Who keeps at least the talk of the own region.
SCHRIJFT: Final = HOUDT | {Soort.REGIO}
#: Who can say that another party hinders the own one (R212).
MELDT: Final = frozenset({Soort.CONTRACTMANAGER, Soort.BACKOFFICE, Soort.GI, Soort.REGIO})
LEERT: Final = WERK | {Soort.CONTRACTMANAGER, Soort.WETHOUDER}
#: The central gemeente takes the initiative (R29); a region and a GI help.
ORGANISEERT: Final = frozenset(
    {Soort.BACKOFFICE, Soort.REGIO, Soort.CONTRACTMANAGER, Soort.LOKAALTEAM, Soort.LEIDINGGEVENDE}
)


def key_of(gebruiker: Gebruiker) -> str:
    """How the second wall names the organisation of an account."""
    return f"{gebruiker.organisatie_soort}:{gebruiker.organisatie_code}"


def party_of(gebruiker: Gebruiker) -> str:
    """The same as it stands in the tables of this room."""
    return f"{gebruiker.organisatie_soort}-{gebruiker.organisatie_code}"


def mag_overleg(gebruiker: Gebruiker, overleg: Overleg) -> bool:
    """What is of all parties: all of them. A talk of one region: who sits there."""
    if gebruiker.soort not in LEEST:
        return False
    return overleg.kring == ALLE_PARTIJEN or f" {key_of(gebruiker)} " in overleg.kring


def mag_overleg_houden(gebruiker: Gebruiker, overleg: Overleg) -> bool:
    """Who makes agenda and minutes: the contract management, of its own talk also the region."""
    if gebruiker.soort in HOUDT:
        return mag_overleg(gebruiker, overleg)
    return (
        gebruiker.soort == Soort.REGIO
        and bool(overleg.regio)
        and party_of(gebruiker) == f"regio-{overleg.regio}"
    )


def mag_actie(gebruiker: Gebruiker, actie: Actie) -> bool:
    """An action of a meeting is seen by who sees the meeting; the others by all parties."""
    if gebruiker.soort not in LEEST:
        return False
    return actie.overleg is None or mag_overleg(gebruiker, actie.overleg)


def mag_actie_wijzigen(gebruiker: Gebruiker, actie: Actie) -> bool:
    """Who keeps the meetings, and the party that does it."""
    if not mag_actie(gebruiker, actie) or gebruiker.soort not in PARTIJEN:
        return False
    return gebruiker.soort in HOUDT or actie.partij == party_of(gebruiker)


def mag_reageren(gebruiker: Gebruiker, afwijking: Afwijking) -> bool:
    """Only the party itself says what it thinks of a deviation."""
    return gebruiker.soort in PARTIJEN and party_of(gebruiker) == afwijking.partij


MATRIX: Final[dict[str, frozenset[Soort]]] = {
    # Meetings.
    "overleggen": LEEST,
    "overleg": LEEST,
    "overleg_nieuw": SCHRIJFT,
    "overleg_deelnemers": SCHRIJFT,
    "overleg_agenda": SCHRIJFT,
    "agendapunt": SCHRIJFT,
    "agendapunt_nieuw": SCHRIJFT,
    "overleg_notitie": SCHRIJFT,
    "overleg_verslag": SCHRIJFT,
    "overleg_vaststellen": SCHRIJFT,
    "overleg_pak": LEEST,
    # Actions.
    "overlegacties": LEEST,
    "overlegactie": LEEST,
    "overlegactie_nieuw": SCHRIJFT,
    "overlegactie_datum": PARTIJEN,
    "overlegactie_stap": PARTIJEN,
    # Deviations and the step to the G7.
    "afwijkingen": LEEST,
    "afwijking": LEEST,
    "afwijking_nieuw": MELDT,
    "afwijking_stap": PARTIJEN,
    "g7_voorstel": HOUDT,
    "g7_dossier": LEEST,
    "g7_dossier_bestand": LEEST,
    "g7_besluit": HOUDT,
    # Dated tasks.
    "overlegtaken": LEEST,
    "overlegtaak": LEEST,
    # Registers.
    "besluiten": KIJKERS,
    "organen": KIJKERS,
    "bouwsteenstanden": KIJKERS,
    "regiogegevens": LEEST,
    "basisafspraken": LEEST | {Soort.LOKAALTEAM, Soort.VEILIG_THUIS, Soort.RAAD},
    "register_erbij": SCHRIJFT,
    "raadsbrieven": frozenset({Soort.CONTRACTMANAGER, Soort.BACKOFFICE, Soort.WETHOUDER}),
    "raadsbrief_nieuw": frozenset({Soort.BACKOFFICE, Soort.WETHOUDER}),
    "raadsbrief": frozenset({Soort.CONTRACTMANAGER, Soort.BACKOFFICE, Soort.WETHOUDER}),
    "document_nieuw": HOUDT,
    # Learning together.
    "bijeenkomsten": LEERT,
    "bijeenkomst": LEERT,
    "bijeenkomst_nieuw": ORGANISEERT,
    "bijeenkomst_deelname": ORGANISEERT,
    "bijeenkomst_reflectie": LEERT,
    "deelnamebewijs": LEERT,
    "voorbeelden": LEERT,
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {
    "overleg": mag_overleg,
    "overleg_deelnemers": mag_overleg_houden,
    "overleg_agenda": mag_overleg_houden,
    "agendapunt_nieuw": mag_overleg_houden,
    "overleg_notitie": mag_overleg_houden,
    "overleg_verslag": mag_overleg_houden,
    "overleg_vaststellen": mag_overleg_houden,
    "overleg_pak": mag_overleg,
    "overlegactie": mag_actie,
    "overlegactie_datum": mag_actie_wijzigen,
    "overlegactie_stap": mag_actie_wijzigen,
}
#: Papers that were adopted are for anybody (R320); there is nothing else at these addresses.
OPENBAAR: Final = ("documenten", "document_bestand")
