"""The family reads its plan without an account; a child reads what was written for children."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.casussen.models import Casus, Persoon
from paraplu.meelezen.stukken import Stuk, StukSoort, register

from .inhoud import read_inhoud
from .leesbaar import list_blokken, list_instemmingen, list_kindblokken, show_blokken
from .queries import instemmingen_of, plan_of, versie_of

SLEUTEL = "veiligheidsplan"


def register_stuk() -> None:
    """Let families read their plan, and write what they think of it."""
    register(
        StukSoort(
            sleutel=SLEUTEL,
            naam=gettext_lazy("Veiligheidsplan"),
            stukken=list_stukken,
            toon=show_stuk,
            duidelijk=True,
        )
    )


def list_stukken(casus: Casus, persoon: Persoon, op: date) -> list[Stuk]:
    """The version that holds, for people of the family itself; a child gets one written for it."""
    plan = plan_of(casus.gezin, op) if persoon.gezin_id == casus.gezin_id else None
    versie = versie_of(plan, op) if plan else None
    if versie is None or (_is_kind(persoon) and not versie.has_kindversie):
        return []
    titel = _("Ons plan voor thuis") if _is_kind(persoon) else _("Veiligheidsplan")
    return [Stuk(sleutel=f"{versie.pk}", titel=titel, op=versie.vastgesteld_op, rij=versie)]


def show_stuk(stuk: Stuk, persoon: Persoon, _taal: str) -> tuple[str, dict[str, Any]]:
    """The same words as the page of the professionals."""
    inhoud = read_inhoud(stuk.rij)
    if _is_kind(persoon):
        context: dict[str, Any] = {"blokken": show_blokken(list_kindblokken(inhoud))}
        return "veiligheid/_meelezen.html", context
    instemmingen = list_instemmingen(instemmingen_of(stuk.rij))
    context = {"blokken": show_blokken(list_blokken(inhoud)), "instemmingen": instemmingen}
    return "veiligheid/_meelezen.html", context


def _is_kind(persoon: Persoon) -> bool:
    return bool(persoon.rol == Persoon.Rol.KIND)
