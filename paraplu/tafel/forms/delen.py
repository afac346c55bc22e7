"""Which parts the request has for a kind of talk, and whether they are filled in well."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from paraplu.casussen.models import Casus
from paraplu.netwerk.models import Organisatie

from ..models import Gesprek
from .kinderen import Kinderen
from .verzoek import (
    Aanleiding,
    Deel,
    EindeOts,
    Gezinsbeeld,
    Hulp,
    Ouders,
    Veiligheid,
    Versturen,
    Zorgen,
)

GEWOON: tuple[type[Deel], ...] = (
    Aanleiding,
    Gezinsbeeld,
    Zorgen,
    Hulp,
    Veiligheid,
    Ouders,
    Kinderen,
)
Ingevuld = Mapping[str, Mapping[str, Any]]


def list_delen(soort: str) -> tuple[type[Deel], ...]:
    """The parts of the form for a kind of talk, in the order of the page."""
    if soort == Gesprek.EINDE_OTS:
        return (*GEWOON, EindeOts, Versturen)
    return (*GEWOON, Versturen)


def has_ander_formulier(ingevuld: Ingevuld) -> bool:
    """Whether the writer uses the form of another region (R63)."""
    return bool(ingevuld.get("aanleiding", {}).get("ander_formulier"))


def bind_delen(soort: str, ingevuld: Ingevuld, *, casus: Casus, on: date) -> list[Deel]:
    """Every part with what was filled in, ready to be checked; a part never opened is empty."""
    ander = has_ander_formulier(ingevuld)
    return [
        deel(
            as_data(deel, ingevuld.get(deel.sleutel, {})),
            casus=casus,
            on=on,
            ander_formulier=ander,
        )
        for deel in list_delen(soort)
    ]


def as_data(deel: type[Deel], inhoud: Mapping[str, Any]) -> dict[str, Any]:
    """What was kept, as a browser would send it."""
    return {f"{deel.sleutel}-{naam}": waarde for naam, waarde in inhoud.items() if waarde}


def to_inhoud(form: forms.Form) -> dict[str, Any]:
    """The checked answers as JSON keeps them, and as `as_data` gives them back."""
    return {naam: _plain(waarde) for naam, waarde in form.cleaned_data.items() if waarde}


def _plain(waarde: Any) -> Any:
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Organisatie):
        return waarde.pk
    return waarde
