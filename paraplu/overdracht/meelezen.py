"""The family reads what was agreed when it was handed over, without an account, and reacts."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.casussen.models import Casus, Document, Persoon
from paraplu.meelezen.stukken import Stuk, StukSoort, register

from .actions.overdragen import VERSLAG
from .verslag import list_afspraken, list_dagen, list_paren

#: What a child reads: no estimate of safety, what it said itself, and who does what.
VOOR_KIND: Final = frozenset({"kind_wil", "hulp", "bijdragen"})


def register_stuk() -> None:
    """Let families read the report; once, when Django starts."""
    register(
        StukSoort(
            sleutel="overdracht",
            naam=gettext_lazy("Afspraken bij de overdracht"),
            stukken=list_stukken,
            toon=show_stuk,
            duidelijk=True,
        )
    )


def list_stukken(casus: Casus, persoon: Persoon, op: date) -> list[Stuk]:
    """The last report of this case, for people of the family itself."""
    if persoon.gezin_id != casus.gezin_id:
        return []
    document = Document.objects.filter(
        casus=casus, soort=VERSLAG, vastgesteld_op__lte=op, ingetrokken_op=None
    ).last()
    if document is None:
        return []
    titel = _("Wat we afspraken") if _is_kind(persoon) else _("Afspraken bij de overdracht")
    return [Stuk(sleutel=f"{document.pk}", titel=titel, op=document.vastgesteld_op, rij=document)]


def show_stuk(stuk: Stuk, persoon: Persoon, _taal: str) -> tuple[str, dict[str, Any]]:
    """The same words as the page of the professionals; a child reads what is about its own days."""
    alleen = VOOR_KIND if _is_kind(persoon) else None
    return "overdracht/_verslag.html", {
        "document": stuk.rij,
        "paren": list_paren(stuk.rij, alleen=alleen),
        "afspraken": list_afspraken(stuk.rij),
        "dagen": list_dagen(stuk.rij),
    }


def _is_kind(persoon: Persoon) -> bool:
    return bool(persoon.rol == Persoon.Rol.KIND)
