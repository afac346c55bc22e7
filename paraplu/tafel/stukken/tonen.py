"""A fixed document of the table as people see it: on the page, on paper, with what was said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.casussen import kluis
from paraplu.casussen.models import Document
from paraplu.meelezen.queries import inbreng_of
from paraplu.web.papier.stuk import Alinea, Blok, Kop, Stuk
from paraplu.web.templatetags.kader import dag

from .blokken import from_inhoud

NAMEN: Final[dict[str, Any]] = {
    "tafelverslag": gettext_lazy("Verslag van het gesprek aan tafel"),
    "tafelafspraken": gettext_lazy("Afspraken van het gesprek aan tafel"),
    "tafel_vto": gettext_lazy("Verzoek tot onderzoek"),
}


@dataclass(frozen=True)
class Reactie:
    """What somebody said of the report: of whom, when, in which words."""

    wie: str
    op: date
    woorden: str


def blokken_of(document: Document) -> tuple[Blok, ...]:
    """The parts as they were fixed."""
    return from_inhoud(kluis.unseal(document.persoonsgegevens)["blokken"])


def list_blokken(blokken: Iterable[Blok]) -> list[dict[str, Any]]:
    """The parts for a template, that knows them by their kind."""
    return [{"soort": type(blok).__name__.lower(), "blok": blok} for blok in blokken]


def list_reacties(document: Document) -> list[Reactie]:
    """Everything that was said of this document since, in order, word for word (R76)."""
    getypt = [
        Reactie(
            rij.persoon.naam if rij.persoon else f"{rij.medewerker}, {rij.medewerker.organisatie}",
            rij.op,
            rij.woorden,
        )
        for rij in document.tafelreacties.select_related("persoon", "medewerker__organisatie")
    ]
    zelf = [
        Reactie(rij.persoon.naam, localdate(rij.moment), rij.woorden)
        for rij in inbreng_of(document.casus).filter(
            stuk_soort=document.soort, stuk_sleutel=str(document.pk)
        )
        if rij.woorden
    ]
    return sorted([*getypt, *zelf], key=lambda reactie: reactie.op)


def make_stuk(document: Document) -> Stuk:
    """The document as letter: what was fixed, and behind it what was said of it."""
    blokken = list(blokken_of(document))
    if reacties := list_reacties(document):
        blokken.append(Kop(1, _("Reacties op dit verslag")))
        for reactie in reacties:
            blokken += [Kop(2, f"{reactie.wie}, {dag(reactie.op)}"), Alinea(reactie.woorden)]
    return Stuk(
        titel=str(NAMEN[document.soort]),
        datum=document.vastgesteld_op,
        kenmerk=f"{document.casus.nummer}, {_('versie')} {document.versie}",
        blokken=tuple(blokken),
        voet=_("Vertrouwelijk"),
    )
