"""Which organisation has a role in a case."""

from __future__ import annotations

from datetime import date

from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force

from .models import Casus

#: Roles that belong to the region of the case, with the kind of organisation that has them.
VAN_DE_REGIO = {
    "regionaal_contactpersoon": Soort.REGIO,
    "functionaris": Soort.REGIO,
    "zorgbemiddelaar": Soort.REGIO,
    "expertteam": Soort.EXPERTTEAM,
}


def find_organisatie(casus: Casus, rol: str, *, on: date) -> Organisatie:
    """Who has `rol` in this case; where nobody is known the GI keeps it, so that nobody waits unseen."""
    eigen = {
        "lokaal_team": casus.lokaal_team,
        "backoffice": casus.gemeente,
        "zorgaanbieder": casus.aanbieder,
    }
    if rol in VAN_DE_REGIO:
        return _of_region(casus, VAN_DE_REGIO[rol], on=on) or casus.gi
    return eigen.get(rol) or casus.gi


def _of_region(casus: Casus, soort: Soort, *, on: date) -> Organisatie | None:
    return Organisatie.objects.filter(in_force(on), soort=soort, regio=casus.regio).first()
