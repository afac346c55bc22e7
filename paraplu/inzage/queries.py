"""The only reader of this room's tables."""

from __future__ import annotations

from datetime import date

from .models import Drempel, Vaststelling


def drempels_on(kring: str, *, op: date) -> dict[str, int]:
    """Per region that decided on one, the threshold of this circle in force on `op`."""
    rijen = Drempel.objects.filter(kring=kring, vanaf__lte=op).order_by("vanaf", "id")
    return dict(rijen.values_list("regio", "aantal"))


def list_drempels() -> list[Drempel]:
    """Every decision, the newest first; with who wrote it down."""
    return list(Drempel.objects.select_related("door").order_by("-vanaf", "-id"))


def vaststellingen() -> dict[tuple[str, int], Vaststelling]:
    """Every definition that was adopted, by code and version."""
    alle = Vaststelling.objects.select_related("door")
    return {(rij.code, rij.versie): rij for rij in alle}


def vaststelling_van(code: str, versie: int) -> Vaststelling | None:
    """Who adopted this version and when; None while it is not adopted."""
    gevonden = Vaststelling.objects.filter(code=code, versie=versie)
    return gevonden.select_related("door").first()
