"""Rows that belong to no figure, such as findings, as a download with the mark of who took it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.timezone import now

from paraplu.web.models import Gebruiker

from .csvs import schrijf_regels
from .waarmerk import Waarmerk


def give_regels(
    gebruiker: Gebruiker,
    *,
    naam: str,
    kop: Sequence[str],
    rijen: Iterable[Sequence[Any]],
    doel: str,
) -> HttpResponse:
    """A zip with the rows and the watermark. Who calls writes the trace, which knows the subject."""
    waarmerk = Waarmerk.van(gebruiker, wanneer=now(), doel=doel)
    antwoord = HttpResponse(
        schrijf_regels(naam, kop, rijen, waarmerk=waarmerk), content_type="application/zip"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}-csv.zip"'
    return antwoord
