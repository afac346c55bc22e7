"""The contract board of the demo adopted the definitions, all but one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils.timezone import make_aware

from paraplu.inzage import queries
from paraplu.inzage.actions.vaststellen import adopt_definitie
from paraplu.monitor import waarden
from paraplu.monitor.definities import versies_van
from paraplu.web.models import Gebruiker

#: Still on the table: the order from light to heavy is a proposal (P22).
NOG_NIET: Final = frozenset({"V7"})
#: Days before today on which the board met.
GELEDEN: Final = 40


def adopt_definities(*, on: date, by: Gebruiker) -> int:
    """Adopt the first version of most definitions, as `by`; twice adopts nothing more."""
    op = on - timedelta(days=GELEDEN)
    al_vastgesteld = queries.vaststellingen()
    gedaan = 0
    for code in waarden.alle():
        versie = versies_van(code)[0]
        if code in NOG_NIET or (code, versie.versie) in al_vastgesteld:
            continue
        adopt_definitie(
            code=code,
            versie=versie.versie,
            tekstafdruk=versie.tekstafdruk,
            vastgesteld_op=op,
            overleg="Bovenregionaal contractmanagementoverleg (demo)",
            functie="contractmanager",
            vanaf=date(op.year, 1, 1),
            besluit="Akkoord met de tekst. Over een jaar kijken wij of zij nog past.",
            by=by,
            nu=make_aware(datetime.combine(on, time(12))),
        )
        gedaan += 1
    return gedaan
