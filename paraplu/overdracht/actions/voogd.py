"""The GI looks for a guardian in the network: who was asked, and what came of it (R304)."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db import transaction

from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Maatregel
from paraplu.netwerk.models import Medewerker

from ..models import Voogdvraag

#: Measures for which a guardian can be found.
VOOGDIJ: Final = frozenset({Maatregel.Soort.VOOGDIJ, Maatregel.Soort.VOORLOPIGE_VOOGDIJ})


@transaction.atomic
def ask_voogd(
    *, maatregel: Maatregel, wie: str, soort: str, gevraagd_op: date, by: Medewerker
) -> Voogdvraag:
    """Somebody was asked to become the guardian of this child."""
    if maatregel.soort not in VOOGDIJ:
        raise CasusFout("Een voogd zoekt u alleen bij voogdij.")
    if maatregel.tot is not None:
        raise CasusFout("Deze maatregel is al beëindigd.")
    return Voogdvraag.objects.create(
        maatregel=maatregel,
        gezin=maatregel.persoon.gezin,
        wie=wie,
        soort=soort,
        gevraagd_op=gevraagd_op,
        door=by,
    )


@transaction.atomic
def write_resultaat(
    *, vraag: Voogdvraag, resultaat: str, op: date, toelichting: str = ""
) -> Voogdvraag:
    """What the person who was asked answered; thinking it over may be followed by an answer."""
    nu = Voogdvraag.objects.select_for_update(of=("self",)).get(pk=vraag.pk)
    if nu.resultaat not in {Voogdvraag.Resultaat.OPEN, Voogdvraag.Resultaat.DENKT_NA}:
        raise CasusFout("Het antwoord is al vastgelegd.")
    if op < nu.gevraagd_op:
        raise CasusFout("Het antwoord komt na de vraag.")
    nu.resultaat, nu.resultaat_op, nu.toelichting = resultaat, op, toelichting
    nu.save(update_fields=["resultaat", "resultaat_op", "toelichting"])
    return nu
