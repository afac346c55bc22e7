"""Which account goes with a role: the kind of user, and what its code is a code of."""

from __future__ import annotations

from typing import Final

from paraplu.netwerk.models import Organisatie
from paraplu.web.models import Organisatie as Waarvan
from paraplu.web.models import Soort

#: Role of the routes → kind of account (which pages) and what the code says.
ACCOUNT: Final = {
    "jeugdbeschermer": (Soort.JEUGDBESCHERMER, Waarvan.GI),
    "gedragswetenschapper": (Soort.GEDRAGSWETENSCHAPPER, Waarvan.GI),
    "teamleider": (Soort.TEAMLEIDER, Waarvan.GI),
    "lokaal_team": (Soort.LOKAALTEAM, Waarvan.GEMEENTE),
    "backoffice": (Soort.BACKOFFICE, Waarvan.GEMEENTE),
    "zorgaanbieder": (Soort.AANBIEDER, Waarvan.AANBIEDER),
    "regionaal_contactpersoon": (Soort.REGIO, Waarvan.REGIO),
    "functionaris": (Soort.REGIO, Waarvan.REGIO),
    "zorgbemiddelaar": (Soort.REGIO, Waarvan.REGIO),
    "expertteam": (Soort.EXPERTTEAM, Waarvan.REGIO),
    "voorzitter": (Soort.VOORZITTER, Waarvan.PARTNER),
    "veilig_thuis": (Soort.VEILIG_THUIS, Waarvan.PARTNER),
    "raad": (Soort.RAAD, Waarvan.PARTNER),
    "leidinggevende": (Soort.LEIDINGGEVENDE, Waarvan.GI),
    "bestuurder": (Soort.WETHOUDER, Waarvan.GEMEENTE),
    "ambtenaar": (Soort.REGIO, Waarvan.REGIO),
}


def code_of(organisatie: Organisatie, waarvan: Waarvan) -> str:
    """The code under which the account of somebody there sees figures."""
    if waarvan == Waarvan.PARTNER:
        return organisatie.sleutel
    if waarvan == Waarvan.GEMEENTE:
        return organisatie.gemeente
    return organisatie.regio if waarvan == Waarvan.REGIO else organisatie.code
