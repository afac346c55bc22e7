"""Step 2: the bepaling, the one form, and the exception without a contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from paraplu.casussen.actions import fix_document, register_gebeurtenis, set_aanbieder
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, Document
from paraplu.netwerk.models import Medewerker, Organisatie

from ..models import Evaluatiemoment, ZonderContract

BEPALING = "bepaling"
FORMULIER = "aanmeldformulier"


@transaction.atomic
def fix_bepaling(
    *,
    casus: Casus,
    inhoud: Mapping[str, Any],
    aanbieder: Organisatie,
    by: Medewerker,
    on: date,
    persoonsgegevens: Mapping[str, Any] | None = None,
) -> Document:
    """Fix the bepaling with its own duration (R120); its moments of evaluation become dates (R276).

    Help of a provider without a contract needs the leave of the functionaris first (R93).
    """
    if not inhoud.get("gecontracteerd", True) and not has_toestemming(casus, aanbieder):
        raise CasusFout(
            "Deze aanbieder heeft hier geen contract. Vraag eerst de functionaris om akkoord."
        )
    document = fix_document(
        casus=casus,
        soort=BEPALING,
        inhoud=inhoud,
        persoonsgegevens=persoonsgegevens,
        by=by,
        on=on,
    )
    set_aanbieder(casus=casus, aanbieder=aanbieder)
    Evaluatiemoment.objects.filter(casus=casus, gehouden_op=None).delete()
    Evaluatiemoment.objects.bulk_create(
        Evaluatiemoment(casus=casus, bepaling=document, op=date.fromisoformat(dag))
        for dag in inhoud["evaluatiemomenten"]
    )
    return document


def has_toestemming(casus: Casus, aanbieder: Organisatie) -> bool:
    """Whether the functionaris agreed to this provider in this case."""
    gevraagd = casus.zonder_contract.filter(aanbieder=aanbieder).last()
    return gevraagd is not None and gevraagd.akkoord is True


@transaction.atomic
def fix_formulier(
    *,
    casus: Casus,
    deel_1: Mapping[str, Any],
    deel_2: Mapping[str, Any],
    by: Medewerker,
    on: date,
) -> Document:
    """Fix the Gelders aanmeldformulier: part 1 without, part 2 with personal data (R123)."""
    return fix_document(
        casus=casus, soort=FORMULIER, inhoud=deel_1, persoonsgegevens=deel_2, by=by, on=on
    )


@transaction.atomic
def ask_zonder_contract(
    *, casus: Casus, aanbieder: Organisatie, reden: str, by: Medewerker, on: date
) -> ZonderContract:
    """Ask the functionaris whether help of a provider without a contract may be used (R93)."""
    register_gebeurtenis(casus=casus, soort="zonder_contract_gevraagd", by=by, on=on, reden=reden)
    return ZonderContract.objects.create(
        casus=casus, aanbieder=aanbieder, reden=reden, gevraagd_op=on, gevraagd_door=by
    )


@transaction.atomic
def decide_zonder_contract(
    *, vraag: ZonderContract, akkoord: bool, antwoord: str, by: Medewerker, on: date
) -> ZonderContract:
    """The functionaris says whether it can, and why; once."""
    gedaan = ZonderContract.objects.filter(pk=vraag.pk, beslist_op=None).update(
        akkoord=akkoord, antwoord=antwoord, beslist_op=on, beslist_door=by
    )
    if not gedaan:
        raise CasusFout("Over deze vraag is al beslist.")
    vraag.refresh_from_db()
    register_gebeurtenis(
        casus=vraag.casus,
        soort="zonder_contract_beslist",
        by=by,
        on=on,
        gegevens={"akkoord": akkoord},
    )
    return vraag


@transaction.atomic
def hold_evaluatie(
    *,
    moment: Evaluatiemoment,
    uitkomst: str,
    verslag: str,
    by: Medewerker,
    on: date,
    volgende: date | None = None,
) -> Evaluatiemoment:
    """Look back on the help, and plan the next moment where it goes on."""
    gedaan = Evaluatiemoment.objects.filter(pk=moment.pk, gehouden_op=None).update(
        gehouden_op=on, uitkomst=uitkomst, verslag=verslag, door=by
    )
    if not gedaan:
        raise CasusFout("Deze evaluatie is al vastgelegd.")
    if volgende:
        Evaluatiemoment.objects.create(casus=moment.casus, bepaling=moment.bepaling, op=volgende)
    register_gebeurtenis(
        casus=moment.casus, soort="geevalueerd", by=by, on=on, gegevens={"uitkomst": uitkomst}
    )
    moment.refresh_from_db()
    return moment
