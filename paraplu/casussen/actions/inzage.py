"""Break-glass, and its review by somebody else."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime

from paraplu.netwerk.models import Medewerker
from paraplu.web.wand.verzoek import beyond_wall

from ..fouten import CasusFout, MagNiet
from ..models import Casus, Noodtoegang
from . import casussen

DUUR = timedelta(hours=3)


@beyond_wall()
def break_glass(*, casus: Casus, by: Medewerker, now: datetime, reden: str) -> Noodtoegang:
    """Open a case for three hours; the holder sees it at once and a review waits."""
    if not reden.strip():
        raise CasusFout("Schrijf op waarom u nu in deze casus moet kijken.")
    if casus.besloten:
        raise MagNiet("Deze casus bestaat niet.")
    toegang = Noodtoegang.objects.create(
        casus=casus, medewerker=by, reden=reden, vanaf=now, tot=now + DUUR
    )
    casussen.register_gebeurtenis(
        casus=casus, soort="noodtoegang", by=by, on=localtime(now).date(), reden=reden
    )
    return toegang


@transaction.atomic
def review_noodtoegang(
    *, toegang: Noodtoegang, by: Medewerker, now: datetime, terecht: bool, oordeel: str
) -> Noodtoegang:
    """Say whether it was right to look; never by who looked."""
    if by == toegang.medewerker:
        raise MagNiet("U kunt uw eigen noodtoegang niet beoordelen.")
    gedaan = Noodtoegang.objects.filter(pk=toegang.pk, beoordeeld=None).update(
        beoordeeld_door=by, beoordeeld=now, terecht=terecht, oordeel=oordeel
    )
    if not gedaan:
        raise CasusFout("Deze noodtoegang is al beoordeeld.")
    toegang.refresh_from_db()
    casussen.register_gebeurtenis(
        casus=toegang.casus,
        soort="noodtoegang_beoordeeld",
        by=by,
        on=localtime(now).date(),
        gegevens={"terecht": terecht},
    )
    return toegang
