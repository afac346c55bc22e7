"""Documents: drafts, fixed versions, and what was sent to whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from paraplu.netwerk.models import Medewerker, Organisatie
from paraplu.web.models import Gebruiker

from .. import kluis
from ..fouten import StaleSave
from ..models import Afschrift, Casus, Concept, Document
from . import casussen, deelname


@transaction.atomic
def save_concept(
    *, gebruiker: Gebruiker, casus: Casus, formulier: str, inhoud: Mapping[str, Any], versie: int
) -> Concept:
    """Keep an unfinished form. `versie` is what the writer saw, 0 for a first save; else StaleSave."""
    rij = (
        Concept.objects.select_for_update()
        .filter(gebruiker=gebruiker, casus=casus, formulier=formulier)
        .first()
    )
    if (rij.versie if rij else 0) != versie:
        raise StaleSave(rij.versie if rij else 0)
    rij = rij or Concept(gebruiker=gebruiker, casus=casus, formulier=formulier, versie=0)
    rij.inhoud, rij.versie = kluis.seal(dict(inhoud)), versie + 1
    rij.save()
    return rij


def drop_concept(*, gebruiker: Gebruiker, casus: Casus, formulier: str) -> None:
    """The form was finished: its draft has no use any more."""
    Concept.objects.filter(gebruiker=gebruiker, casus=casus, formulier=formulier).delete()


@transaction.atomic
def fix_document(
    *,
    casus: Casus,
    soort: str,
    inhoud: Mapping[str, Any],
    by: Medewerker,
    on: date,
    persoonsgegevens: Mapping[str, Any] | None = None,
) -> Document:
    """Fix a document as its next version."""
    laatste = Document.objects.filter(casus=casus, soort=soort).aggregate(Max("versie"))
    document = Document.objects.create(
        casus=casus,
        soort=soort,
        versie=(laatste["versie__max"] or 0) + 1,
        inhoud=dict(inhoud),
        persoonsgegevens=kluis.seal(dict(persoonsgegevens)) if persoonsgegevens else None,
        vastgesteld_op=on,
        door=by,
    )
    casussen.register_gebeurtenis(
        casus=casus,
        soort=f"{soort}_vastgesteld",
        by=by,
        on=on,
        gegevens={"document": document.pk, "versie": document.versie},
    )
    return document


@transaction.atomic
def send_document(
    *,
    document: Document,
    organisatie: Organisatie,
    rol: str,
    by: Medewerker,
    on: date,
    met_persoonsgegevens: bool = False,
    grond: str = "",
    medewerker: Medewerker | None = None,
) -> Afschrift:
    """Give an organisation a copy, with or without part 2, and let it in to the case.

    With `medewerker` only that person of it is let in.
    """
    afschrift = Afschrift.objects.create(
        document=document,
        organisatie=organisatie,
        rol=rol,
        met_persoonsgegevens=met_persoonsgegevens,
        grond=grond,
        op=on,
        door=by,
    )
    deelname.let_in(
        casus=document.casus,
        organisatie=organisatie,
        rol=rol,
        reden=f"{document.soort}",
        on=on,
        medewerker=medewerker,
    )
    casussen.register_gebeurtenis(
        casus=document.casus,
        soort=f"{document.soort}_verzonden",
        by=by,
        on=on,
        gegevens={"document": document.pk, "aan": organisatie.sleutel, "rol": rol},
    )
    return afschrift


@transaction.atomic
def withdraw_document(*, document: Document, by: Medewerker, on: date, reden: str) -> Document:
    """The document no longer holds; it stays readable with its reason."""
    document.ingetrokken_op = on
    document.save(update_fields=["ingetrokken_op"])
    casussen.register_gebeurtenis(
        casus=document.casus,
        soort=f"{document.soort}_ingetrokken",
        by=by,
        on=on,
        reden=reden,
        gegevens={"document": document.pk},
    )
    return document
