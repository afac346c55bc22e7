"""The family reads the report without an account, reacts, and says what it thought of the talk."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.casussen import kluis
from paraplu.casussen.models import Casus, Document, Persoon
from paraplu.meelezen.models import Inbreng
from paraplu.meelezen.stukken import Stuk, StukSoort, register

from .actions.terugkoppelen import keep_from_meelezen
from .actions.verslagen import VERSLAG
from .models import Besluit, Genodigde, Zitting
from .stukken import tonen
from .stukken.verslag import VOOR_KIND

TERUGBLIK: Final = "tafelterugblik"


def register_stukken() -> None:
    """Let families read and react; the child gets words of its own."""
    register(
        StukSoort(
            sleutel=VERSLAG,
            naam=gettext_lazy("Verslag van het gesprek"),
            stukken=list_verslagen,
            toon=show_verslag,
            duidelijk=True,
        )
    )
    register(
        StukSoort(
            sleutel=TERUGBLIK,
            naam=gettext_lazy("Wat vond u van het gesprek?"),
            stukken=list_gesprekken,
            toon=show_terugblik,
            bij_inbreng=keep_terugblik,
        )
    )


def list_verslagen(casus: Casus, persoon: Persoon, op: date) -> list[Stuk]:
    """The reports that were sent to this person, however they were sent (R71, R75)."""
    documenten = Document.objects.filter(
        casus=casus, soort=VERSLAG, vastgesteld_op__lte=op, verzendingen__persoon=persoon
    ).distinct()
    titel = _("Wat we bespraken") if _is_kind(persoon) else _("Verslag van het gesprek")
    return [
        Stuk(sleutel=f"{rij.pk}", titel=titel, op=rij.vastgesteld_op, rij=rij) for rij in documenten
    ]


def show_verslag(stuk: Stuk, persoon: Persoon, _taal: str) -> tuple[str, dict[str, Any]]:
    """The same parts as the page and the paper; a child reads what was written for it."""
    if not _is_kind(persoon):
        return "tafel/blokken.html", {
            "blokken": tonen.list_blokken(tonen.blokken_of(stuk.rij)),
        }
    inhoud = kluis.unseal(stuk.rij.persoonsgegevens)
    besluit = Besluit.objects.get(pk=stuk.rij.inhoud["besluit"])
    gezegd = besluit.stemmen.filter(persoon=persoon)
    return "tafel/meelezen_kind.html", {
        "uitkomst": VOOR_KIND.get(besluit.uitkomst, ""),
        "voor_kind": inhoud["voor_kind"],
        "gezegd": [stem.woorden for stem in gezegd],
    }


def list_gesprekken(casus: Casus, persoon: Persoon, op: date) -> list[Stuk]:
    """The talks at which this person was (R82)."""
    rijen = Genodigde.objects.filter(
        persoon=persoon,
        aanwezig=True,
        zitting__casus=casus,
        zitting__status=Zitting.Status.GEHOUDEN,
        zitting__begin__date__lte=op,
    ).select_related("zitting")
    titel = _("Wat vond je ervan?") if _is_kind(persoon) else _("Wat vond u van het gesprek?")
    return [
        Stuk(sleutel=f"{rij.zitting_id}", titel=titel, op=rij.zitting.begin.date(), rij=rij.zitting)
        for rij in rijen
    ]


def show_terugblik(_stuk: Stuk, persoon: Persoon, _taal: str) -> tuple[str, dict[str, Any]]:
    """What one may tell, and that it does not change the help."""
    return "tafel/meelezen_terugblik.html", {"kind": _is_kind(persoon)}


def keep_terugblik(inbreng: Inbreng) -> None:
    """The words count as feedback for the table, without the name."""
    keep_from_meelezen(inbreng=inbreng)


def _is_kind(persoon: Persoon) -> bool:
    return bool(persoon.rol == Persoon.Rol.KIND)
