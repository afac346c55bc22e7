"""Step 3: what goes to whom, and with which part. In 301 the provider never gets the bepaling."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db import transaction

from paraplu.casussen.actions import close_stap, register_gebeurtenis, send_document
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Afschrift, Casus, CasusStap, Document
from paraplu.netwerk.models import Medewerker, Organisatie

from .bepalen import BEPALING, FORMULIER

#: Route and receiver → documents (R98, R99, R106); network and expert team get part 1 (R281).
STUKKEN: Final = {
    ("aanmeldroute-301", "lokaal_team"): (BEPALING, FORMULIER),
    ("aanmeldroute-301", "zorgaanbieder"): (FORMULIER,),
    ("aanmeldroute-315", "lokaal_team"): (BEPALING, FORMULIER),
    ("aanmeldroute-315", "zorgaanbieder"): (BEPALING, FORMULIER),
}
#: Why part 2 goes along to who carries out the help or looks after it for the gemeente.
GROND: Final = {
    "lokaal_team": "taak van de gemeente bij jeugdhulp (Jeugdwet artikel 2.3 en 7.4.0)",
    "zorgaanbieder": "uitvoering van de jeugdhulp (Jeugdwet artikel 7.4.0)",
}
ONTVANGEN: Final = "bepaling_ontvangen"
#: The route in which lokaal team and provider are sent their documents at the same time (R106).
SAMEN: Final = "aanmeldroute-315"
ROL: Final = {"versturen_lokaal_team": "lokaal_team", "versturen_aanbieder": "zorgaanbieder"}


def latest(casus: Casus, soort: str) -> Document | None:
    """The version of a document that holds now."""
    return casus.documenten.filter(soort=soort, ingetrokken_op=None).last()


@transaction.atomic
def send_stukken(
    *, casus: Casus, rol: str, organisatie: Organisatie, by: Medewerker, on: date
) -> list[Afschrift]:
    """Send a receiver what the route gives it. Received the same day: it lies in the own list then."""
    stukken = [latest(casus, soort) for soort in STUKKEN[casus.route_sleutel, rol]]
    afschriften = [
        send_document(
            document=stuk,
            organisatie=organisatie,
            rol=rol,
            by=by,
            on=on,
            met_persoonsgegevens=stuk.persoonsgegevens is not None,
            grond=GROND[rol],
        )
        for stuk in stukken
        if stuk
    ]
    if any(afschrift.document.soort == BEPALING for afschrift in afschriften):
        register_gebeurtenis(
            casus=casus, soort=ONTVANGEN, by=by, on=on, gegevens={"rol": rol}, namens=organisatie
        )
    return afschriften


def list_ontvangers(stap: CasusStap) -> list[CasusStap]:
    """The steps of sending that one act does: in 315 both at the same time, in 301 each (R98, R106)."""
    if stap.casus.route_sleutel != SAMEN:
        return [stap]
    return list(stap.casus.stappen.filter(sleutel__in=ROL, afgerond_op=None))


@transaction.atomic
def send_and_close(*, stap: CasusStap, by: Medewerker, on: date) -> list[Afschrift]:
    """Send what the route gives and close the step; in 315 to both receivers in one act."""
    afschriften = []
    for ander in list_ontvangers(stap):
        rol = ROL[ander.sleutel]
        organisatie = receiver(ander)
        if organisatie is None:
            raise CasusFout("Er is nog geen aanbieder gekozen. Kies die in de bepaling.")
        afschriften += send_stukken(
            casus=ander.casus, rol=rol, organisatie=organisatie, by=by, on=on
        )
        close_stap(stap=ander, uitkomst="verstuurd", by=by, on=on)
    return afschriften


def receiver(stap: CasusStap) -> Organisatie | None:
    """To whom a step of sending goes."""
    casus = stap.casus
    return casus.lokaal_team if ROL[stap.sleutel] == "lokaal_team" else casus.aanbieder


@transaction.atomic
def share_formulier(
    *,
    casus: Casus,
    organisatie: Organisatie,
    rol: str,
    by: Medewerker,
    on: date,
    grond: str = "",
) -> Afschrift | None:
    """Give the form to a network or expert team: part 1, and part 2 only with a recorded ground."""
    formulier = latest(casus, FORMULIER)
    return formulier and send_document(
        document=formulier,
        organisatie=organisatie,
        rol=rol,
        by=by,
        on=on,
        met_persoonsgegevens=bool(grond.strip()),
        grond=grond.strip(),
    )
