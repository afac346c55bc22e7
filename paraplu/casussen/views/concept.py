"""A form that is not lost: kept as a draft, also when something is wrong in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest

from .. import actions, kluis, queries
from ..forms.velden import raw_inhoud
from ..fouten import StaleSave
from ..models import Casus

VERSIE = "concept_versie"


@dataclass(frozen=True)
class Concept:
    """What a user kept of a form; `versie` 0 and no answers when nothing was kept."""

    versie: int
    inhoud: dict[str, Any]


@dataclass(frozen=True)
class Botsing:
    """Another window saved meanwhile: per field what stands there and what was typed here."""

    versie: int
    rijen: tuple[tuple[Any, str, str], ...]


def read_concept(request: HttpRequest, casus: Casus, formulier: str) -> Concept:
    """The draft of this user."""
    rij = queries.concept_of(request.user, casus, formulier)
    return Concept(rij.versie, kluis.unseal(rij.inhoud)) if rij else Concept(0, {})


def keep(request: HttpRequest, casus: Casus, formulier: str, form: forms.Form) -> Botsing | None:
    """Keep what was typed; a Botsing when another window was first, and then nothing is overwritten."""
    getypt = raw_inhoud(form)
    versie = request.POST.get(VERSIE, "")
    try:
        actions.save_concept(
            gebruiker=request.user,
            casus=casus,
            formulier=formulier,
            inhoud=getypt,
            versie=int(versie) if versie.isascii() and versie.isdigit() else 0,
        )
    except StaleSave as fout:
        ander = read_concept(request, casus, formulier).inhoud
        return Botsing(fout.versie, tuple(_compare(form, ander, getypt)))
    return None


def _compare(form: forms.Form, ander: dict[str, Any], getypt: dict[str, Any]) -> Any:
    for naam, veld in form.fields.items():
        links, rechts = _show(veld, ander.get(naam)), _show(veld, getypt.get(naam))
        if links != rechts:
            yield veld.label, links, rechts


def _show(veld: forms.Field, waarde: Any) -> str:
    """A kept value as people read it."""
    waarden = waarde if isinstance(waarde, list) else [waarde]
    namen = dict(_flat(getattr(veld, "choices", ())))
    return ", ".join(
        str(namen.get(str(deel), "ja" if deel is True else deel)) for deel in waarden if deel
    )


def _flat(keuzes: Any) -> Any:
    for waarde, naam in keuzes:
        if isinstance(naam, list | tuple):
            yield from ((str(w), n) for w, n in naam)
        else:
            yield str(waarde), naam
