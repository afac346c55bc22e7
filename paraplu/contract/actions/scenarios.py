"""A reckoning is kept, gets a newer version, and is shared with an organisation (R192)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from paraplu.web.models import Gebruiker

from ..fouten import BestaatAl
from ..models import Scenario, Scenariodeling, Scenarioversie
from ..rekenen.invoer import clean_invoer, compute_uitkomst


@transaction.atomic
def save_scenario(
    *, naam: str, invoer: Mapping[str, str], by: Gebruiker, on: date, toelichting: str = ""
) -> Scenario:
    """A new scenario with its first version.

    Raises InvoerOnbruikbaar when it cannot be reckoned, BestaatAl when the maker has one of this name.
    """
    if Scenario.objects.filter(maker=by, naam=naam).exists():
        raise BestaatAl
    scenario = Scenario.objects.create(
        naam=naam, maker=by, organisatie_naam=by.organisatie_naam, gemaakt_op=on
    )
    add_versie(scenario=scenario, invoer=invoer, on=on, toelichting=toelichting)
    return scenario


@transaction.atomic
def add_versie(
    *, scenario: Scenario, invoer: Mapping[str, str], on: date, toelichting: str = ""
) -> Scenarioversie:
    """A newer version; the older ones stay as they were. Raises InvoerOnbruikbaar."""
    schoon = clean_invoer(invoer)
    compute_uitkomst(schoon)
    laatste = scenario.versies.first()
    return Scenarioversie.objects.create(
        scenario=scenario,
        nummer=laatste.nummer + 1 if laatste else 1,
        invoer=schoon,
        toelichting=toelichting,
        op=on,
    )


@transaction.atomic
def share(*, scenario: Scenario, soort: str, code: str, naam: str, on: date) -> Scenariodeling:
    """Let who reads contracts at this organisation see the scenario; twice is once."""
    deling, _nieuw = Scenariodeling.objects.get_or_create(
        scenario=scenario,
        organisatie_soort=soort,
        organisatie_code=code,
        ingetrokken_op=None,
        defaults={"organisatie_naam": naam, "vanaf": on},
    )
    return deling


def withdraw(*, deling: Scenariodeling, on: date) -> None:
    """Share it no longer; twice is once."""
    Scenariodeling.objects.filter(pk=deling.pk, ingetrokken_op=None).update(ingetrokken_op=on)
