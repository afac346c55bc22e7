"""The only reader of this room: demo accounts, someone's own trace, and who looked at a family."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from .models import Gebruiker, Soort, Spoor

#: The groups of demo accounts on the login page, in their order.
DEMO_GROEPEN = (
    ("301", _("Route 301: Ede")),
    ("315", _("Route 315: Arnhem")),
    ("tafel", _("Tafels, escalatie en toekomsttuin")),
    ("monitor", _("Monitor")),
)
#: Where an account stands whose name does not say so itself (demo-315-…).
DEMO_PLAATS = {
    Soort.JEUGDBESCHERMER: "301",
    Soort.TEAMLEIDER: "301",
    Soort.LOKAALTEAM: "301",
    Soort.BACKOFFICE: "301",
    Soort.REGIO: "301",
    Soort.EXPERTTEAM: "301",
    Soort.AANBIEDER: "315",
    Soort.VOORZITTER: "tafel",
    Soort.VEILIG_THUIS: "tafel",
    Soort.RAAD: "tafel",
    Soort.GEDRAGSWETENSCHAPPER: "tafel",
    Soort.LEIDINGGEVENDE: "tafel",
}


def demo_accounts() -> QuerySet[Gebruiker]:
    """The accounts of the demo, in the order of their kind; empty where there is no demo."""
    return Gebruiker.objects.filter(is_demo=True, is_active=True).order_by("id")


def demo_groups() -> list[tuple[Any, list[Gebruiker]]]:
    """The accounts of the demo in the groups of the login page; no empty groups."""
    per_groep: dict[str, list[Gebruiker]] = {sleutel: [] for sleutel, _naam in DEMO_GROEPEN}
    for account in demo_accounts():
        genoemd = account.gebruikersnaam.removeprefix("demo-").split("-")[0]
        plaats = DEMO_PLAATS.get(Soort(account.soort), "monitor")
        per_groep[genoemd if genoemd in per_groep else plaats].append(account)
    return [(naam, per_groep[sleutel]) for sleutel, naam in DEMO_GROEPEN if per_groep[sleutel]]


def spoor_of(gebruiker: Gebruiker, *, hoogstens: int = 25) -> QuerySet[Spoor]:
    """The last lines of the trace that this user left."""
    return Spoor.objects.filter(gebruiker=gebruiker)[:hoogstens]


def spoor_of_gezin(gezin: str) -> QuerySet[Spoor]:
    """Who looked at this family or did something for it, and why; the last one first (R4)."""
    return Spoor.objects.filter(gezin=gezin)
