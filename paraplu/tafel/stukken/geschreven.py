"""What the family itself wrote before the talk: marked, and word for word (R266)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.casussen.models import Casus
from paraplu.meelezen.queries import inbreng_of

from .. import queries

#: Answers of the parents in the request, with what they are about.
VAN_OUDERS = (
    ("reactie", gettext_lazy("over het verzoek")),
    ("beeld_hulp", gettext_lazy("over de hulp")),
    ("beeld_thuis", gettext_lazy("over thuis en de kinderen")),
)


@dataclass(frozen=True)
class Geschreven:
    """Words of the family: of whom, about what, when, and whether the others of the family may read them."""

    wie: str
    over: str
    woorden: str
    op: date
    gedeeld: bool = True


def list_geschreven(casus: Casus, *, alleen_gedeeld: bool = False) -> list[Geschreven]:
    """Everything in the order in which it was written; what is not shared stays out of a report."""
    gevonden = [*_from_verzoek(casus), *_from_meelezen(casus)]
    return sorted(
        (een for een in gevonden if een.gedeeld or not alleen_gedeeld), key=lambda een: een.op
    )


def _from_verzoek(casus: Casus) -> list[Geschreven]:
    document = queries.document_of(casus)
    ouders: dict[str, Any] = queries.read_delen(document).get("ouders", {})
    return [
        Geschreven(_("De ouders"), str(over), ouders[veld], document.vastgesteld_op)
        for veld, over in VAN_OUDERS
        if document and ouders.get(veld)
    ]


def _from_meelezen(casus: Casus) -> list[Geschreven]:
    return [
        Geschreven(
            rij.persoon.naam,
            rij.stuk_titel.lower() or str(rij.get_soort_display()).lower(),
            rij.woorden,
            localdate(rij.moment),
            any(keuze.deelt for keuze in list(rij.deelkeuzes.all())[-1:]),
        )
        for rij in inbreng_of(casus)
        if rij.woorden
    ]
