"""The report: written, submitted, and what each participant says of it (R139)."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from paraplu.casussen.actions import register_gebeurtenis
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.netwerk.models import Medewerker

from ..fouten import GeenDeelnemer
from ..models import Deelnemer, Escalatie, Goedkeuring, Verslag


@transaction.atomic
def write_verslag(
    *,
    escalatie: Escalatie,
    besproken: str,
    afspraken: str,
    lessen: str,
    by: Medewerker,
    on: date,
) -> Verslag:
    """Fix the next version and submit it to everybody who took part."""
    laatste = escalatie.verslagen.last()
    verslag = Verslag.objects.create(
        escalatie=escalatie,
        versie=laatste.versie + 1 if laatste else 1,
        besproken=besproken,
        afspraken=afspraken,
        lessen=lessen,
        op=on,
        door=by,
    )
    register_gebeurtenis(
        casus=escalatie.casus,
        soort="escalatieverslag_voorgelegd",
        by=by,
        on=on,
        gegevens={"versie": verslag.versie},
    )
    return verslag


@transaction.atomic
def judge_verslag(
    *,
    verslag: Verslag,
    deelnemer: Deelnemer,
    akkoord: bool,
    opmerking: str,
    by: Medewerker,
    on: date,
) -> Goedkeuring:
    """Say once whether one agrees, with a comment that stays beside the report.

    For who has no account the inbrenger writes it down. GeenDeelnemer for anybody else.
    """
    escalatie = verslag.escalatie
    zelf = deelnemer.medewerker_id == by.pk
    namens = deelnemer.medewerker_id is None and escalatie.casus.houder_id == by.pk
    if deelnemer.escalatie_id != escalatie.pk or not (zelf or namens):
        raise GeenDeelnemer("U kunt alleen voor uzelf zeggen of het verslag klopt.")
    if verslag.pk != escalatie.verslagen.last().pk:
        raise CasusFout("Er is een nieuwere versie van het verslag. Lees die en antwoord daarop.")
    if not akkoord and not opmerking.strip():
        raise VoorwaardeNietVervuld("Schrijf op wat er volgens u niet klopt.")
    try:
        with transaction.atomic():
            return Goedkeuring.objects.create(
                verslag=verslag,
                deelnemer=deelnemer,
                akkoord=akkoord,
                opmerking=opmerking.strip(),
                op=on,
                door=by,
            )
    except IntegrityError:
        raise CasusFout(
            "Dit antwoord is al gegeven. Het blijft staan en wordt niet vervangen."
        ) from None
