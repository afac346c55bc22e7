"""Write in the registers: bodies, decisions, how far a region is, agreements, letters, papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker
from paraplu.web.stukbestand import Stukbestand

from ..models import (
    Basisafspraak,
    Besluit,
    Document,
    Documentversie,
    Gegevenswens,
    Orgaan,
    Orgaanlid,
    Raadsbrief,
    Regiostand,
)
from .overleggen import DOEL


@transaction.atomic
def add_orgaan(*, by: Gebruiker, **velden: Any) -> Orgaan:
    """A body (R313)."""
    orgaan = Orgaan.objects.create(**velden)
    _trace(by, "orgaan toevoegen", f"orgaan {orgaan.pk}")
    return orgaan


@transaction.atomic
def add_lid(*, by: Gebruiker, **velden: Any) -> Orgaanlid:
    """An organisation sits in a body (R314)."""
    lid = Orgaanlid.objects.create(**velden)
    _trace(by, "lid van een orgaan toevoegen", f"orgaan {lid.orgaan_id}")
    return lid


@transaction.atomic
def add_besluit(*, by: Gebruiker, on: date, **velden: Any) -> Besluit:
    """A decision, or what a source announces (R161, R215, P42)."""
    besluit = Besluit.objects.create(door=by, op=on, **velden)
    _trace(by, "besluit vastleggen", f"besluit {besluit.pk}")
    return besluit


@transaction.atomic
def note_regiostand(*, by: Gebruiker, on: date, **velden: Any) -> Regiostand:
    """How far a region is with a bouwsteen (R315) or its basis (R229)."""
    stand = Regiostand.objects.create(door=by, op=on, **velden)
    _trace(by, "stand van een regio", f"{stand.sleutel} {stand.regio}")
    return stand


@transaction.atomic
def add_basisafspraak(*, by: Gebruiker, on: date, **velden: Any) -> Basisafspraak:
    """An agreement on roles, tasks or money, on one of three levels (R37, R230)."""
    afspraak = Basisafspraak.objects.create(door=by, op=on, **velden)
    _trace(by, "basisafspraak vastleggen", f"basisafspraak {afspraak.pk}")
    return afspraak


@transaction.atomic
def note_gegevenswens(*, by: Gebruiker, on: date, **velden: Any) -> Gegevenswens:
    """Data that is asked for or was talked about, beside the common set (R309)."""
    wens = Gegevenswens.objects.create(door=by, op=on, **velden)
    _trace(by, "gegevens vragen", f"gegevens {wens.pk}")
    return wens


@transaction.atomic
def write_brief(*, by: Gebruiker, **velden: Any) -> Raadsbrief:
    """Keep a letter to a council, so that it can be fetched again."""
    brief = Raadsbrief.objects.create(door=by, **velden)
    _trace(by, "raadsbrief maken", f"raadsbrief {brief.pk}")
    return brief


@transaction.atomic
def publish_document(
    *,
    document: Document | None,
    titel: str,
    soort: str,
    bestand: Stukbestand,
    by: Gebruiker,
    on: date,
    **velden: Any,
) -> Documentversie:
    """Put an adopted paper, or a new version of it, where everybody can read it (R320)."""
    if document is None:
        document = Document.objects.create(titel=titel.strip(), soort=soort)
    versie = Documentversie.objects.create(
        document=document,
        inhoud=bestand.inhoud,
        soort=bestand.soort,
        uitgang=bestand.uitgang,
        afdruk=bestand.afdruk,
        grootte=bestand.grootte,
        op=on,
        door=by,
        **velden,
    )
    _trace(by, "stuk openbaar maken", f"stuk {versie.pk}")
    return versie


def _trace(by: Gebruiker, handeling: str, voorwerp: str) -> None:
    write_spoor(gebruiker=by, handeling=handeling, voorwerp=voorwerp, doel=DOEL)
