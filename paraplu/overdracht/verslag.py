"""The report of a hand-over as it is read: questions with answers, who does what, and the days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from paraplu.casussen.models import Document

from .forms.gesprek import TEKSTEN, GesprekForm
from .models import Aanwezig


def list_paren(
    document: Document, *, alleen: Collection[str] | None = None
) -> list[tuple[Any, Any]]:
    """Question and answer of every part that was filled in; `alleen` keeps to some of them."""
    inhoud, aanwezig = document.inhoud, dict(Aanwezig.choices)
    velden = GesprekForm.base_fields
    antwoorden: list[tuple[str, Any, Any]] = [
        ("ouders", velden["ouders"].label, aanwezig.get(inhoud["ouders"], "")),
        ("kind", velden["kind"].label, aanwezig.get(inhoud["kind"], "")),
        ("waarom_niet", velden["waarom_niet"].label, inhoud.get("waarom_niet", "")),
        *((sleutel, vraag, inhoud.get(sleutel, "")) for sleutel, vraag in TEKSTEN),
    ]
    return [
        (vraag, antwoord)
        for sleutel, vraag, antwoord in antwoorden
        if antwoord and (alleen is None or sleutel in alleen)
    ]


def list_dagen(document: Document) -> dict[str, date]:
    """The day of the talk, and the day on which the lokaal team asks how it goes."""
    return {
        naam: date.fromisoformat(document.inhoud[naam]) for naam in ("gehouden_op", "opvolgen_op")
    }


def list_afspraken(document: Document) -> list[dict[str, Any]]:
    """Who does what, and from when."""
    return [
        {**rij, "vanaf": date.fromisoformat(rij["vanaf"]) if rij["vanaf"] else None}
        for rij in document.inhoud.get("afspraken", ())
    ]
