"""Step 1: attempts, the talk itself, the question to the zorgbemiddelaar."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from paraplu.casussen.actions import deelname, register_gebeurtenis
from paraplu.casussen.deelnemers import find_organisatie
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Deelname, Gebeurtenis
from paraplu.netwerk.models import Medewerker, Organisatie

from ..models import Bemiddelingsvraag, Contactpoging, Contactverslag

EERSTE_VERZOEK = "eerste_contactverzoek"
OVERLEG = "overleg_gevoerd"
BEMIDDELAAR = "zorgbemiddelaar"


@transaction.atomic
def register_poging(
    *,
    stap: CasusStap,
    met: str,
    organisatie: Organisatie,
    wijze: str,
    bereikt: bool,
    by: Medewerker,
    on: date,
    toelichting: str = "",
) -> Contactpoging:
    """Add an attempt; the first one since the step opened starts the term (P7)."""
    poging = Contactpoging.objects.create(
        casus=stap.casus,
        stap=stap,
        met=met,
        organisatie=organisatie,
        wijze=wijze,
        op=on,
        bereikt=bereikt,
        toelichting=toelichting,
        door=by,
    )
    _register_first(stap, by=by, on=on)
    return poging


@transaction.atomic
def write_contactverslag(
    *, stap: CasusStap, met: str, organisatie: Organisatie, by: Medewerker, on: date, **velden: Any
) -> Contactverslag:
    """Write down what was discussed on `on`; terms that run from the talk begin then."""
    verslag = Contactverslag.objects.create(
        casus=stap.casus, stap=stap, met=met, organisatie=organisatie, op=on, door=by, **velden
    )
    _register_first(stap, by=by, on=on)
    register_gebeurtenis(
        casus=stap.casus, soort=OVERLEG, by=by, on=on, stap=stap, gegevens={"met": met}
    )
    return verslag


def _register_first(stap: CasusStap, *, by: Medewerker, on: date) -> None:
    """A step that has no anchor yet gets it from this first request for contact."""
    if not Gebeurtenis.objects.filter(stap=stap, soort=EERSTE_VERZOEK).exists():
        register_gebeurtenis(casus=stap.casus, soort=EERSTE_VERZOEK, by=by, on=on, stap=stap)


@transaction.atomic
def ask_zorgbemiddelaar(
    *, casus: Casus, vraag: str, spoed: bool, by: Medewerker, on: date
) -> Bemiddelingsvraag:
    """Put a question, without names, to the zorgbemiddelaar of the region, and let that one in."""
    rij = Bemiddelingsvraag.objects.create(
        casus=casus, vraag=vraag, spoed=spoed, gesteld_op=on, gesteld_door=by
    )
    register_gebeurtenis(
        casus=casus, soort="bemiddeling_gevraagd", by=by, on=on, gegevens={"spoed": spoed}
    )
    deelname.let_in(
        casus=casus,
        organisatie=find_organisatie(casus, BEMIDDELAAR, on=on),
        rol=BEMIDDELAAR,
        reden="bemiddeling",
        on=on,
    )
    return rij


@transaction.atomic
def answer_bemiddelingsvraag(
    *,
    vraag: Bemiddelingsvraag,
    antwoord: str,
    by: Medewerker,
    on: date,
    aanbieder: Organisatie | None = None,
) -> Bemiddelingsvraag:
    """The zorgbemiddelaar answers, once; without another question the access ends."""
    gedaan = Bemiddelingsvraag.objects.filter(pk=vraag.pk, beantwoord_op=None).update(
        antwoord=antwoord, beantwoord_op=on, beantwoord_door=by, aanbieder=aanbieder
    )
    if not gedaan:
        raise CasusFout("Deze vraag is al beantwoord.")
    vraag.refresh_from_db()
    register_gebeurtenis(casus=vraag.casus, soort="bemiddeling_beantwoord", by=by, on=on)
    if not vraag.casus.bemiddelingsvragen.filter(beantwoord_op=None).exists():
        Deelname.objects.filter(casus=vraag.casus, rol=BEMIDDELAAR, tot=None).update(tot=on)
    return vraag
