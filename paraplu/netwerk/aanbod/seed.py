"""Invented care on offer for the demo: every name says so, and no real provider offers it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from django.db import transaction

from paraplu.afspraken import gebieden
from paraplu.web.models import Gebruiker
from paraplu.web.models import Soort as Wie

from ..models import (
    Aard,
    Beschikbaarheid,
    Inkoop,
    Kwaliteit,
    Organisatie,
    Schaal,
    Soort,
    VoorWie,
    Voorziening,
    Vrij,
    Wachtlijst,
)
from . import queries

BEGIN = date(2022, 1, 1)
BRON = "Verzonnen raamovereenkomst van de demo"
#: How long one says to wait, in weeks: the heavier the help, the longer.
WEKEN = {1: 5, 2: 12, 3: 16, 4: 0, 5: 3, 6: 8, 7: 14, 8: 20, 9: 18, 10: 1}


@dataclass(frozen=True)
class DemoAanbieder:
    """A provider of the demo: where it works and which groups of the tussentaal it has."""

    organisatie: Organisatie
    regios: Sequence[str]
    tussentalen: Sequence[int]


@dataclass(frozen=True)
class Gemaakt:
    """How many rows are new."""

    voorzieningen: int
    standen: int
    inkopen: int
    wachtlijsten: int


@transaction.atomic
def make_demo_aanbod(
    aanbieders: Iterable[DemoAanbieder], on: date, toeval: Random, *, by: Gebruiker | None = None
) -> Gemaakt:
    """Fill the catalogue around `on`: offers, buying, room (some old, some never told), queues.

    `by` is who "said" it; by default the first account of a provider, else any account. Does
    nothing when there are offers already, so that twice gives the same. Raises ValueError when
    there is no account at all.
    """
    wie = by or _find_account()
    if Voorziening.objects.exists():
        return Gemaakt(0, 0, 0, 0)
    alle = [*_voorzieningen(aanbieders, toeval), *_algemene(toeval)]
    gemaakt = Voorziening.objects.bulk_create(alle, batch_size=500)
    inkopen = Inkoop.objects.bulk_create(list(_inkopen(gemaakt, toeval)), batch_size=500)
    standen = Beschikbaarheid.objects.bulk_create(
        list(_standen(gemaakt, on, toeval, wie)), batch_size=500
    )
    Kwaliteit.objects.bulk_create(list(_kwaliteiten(gemaakt, on, toeval, wie)))
    lijsten = Wachtlijst.objects.bulk_create(list(_wachtlijsten(on, toeval, wie)), batch_size=500)
    return Gemaakt(len(gemaakt), len(standen), len(inkopen), len(lijsten))


@cache
def _sjablonen() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("demo.toml").read_text(encoding="utf-8"))


def _find_account() -> Gebruiker:
    gevonden = (
        Gebruiker.objects.filter(soort=Wie.AANBIEDER).order_by("id").first()
        or Gebruiker.objects.order_by("id").first()
    )
    if gevonden is None:
        raise ValueError("Er is nog geen account: maak eerst de accounts van de demo.")
    return gevonden


def _voorzieningen(aanbieders: Iterable[DemoAanbieder], toeval: Random) -> Iterator[Voorziening]:
    """One to three offers per provider and group."""
    for aanbieder in aanbieders:
        for tussentaal in aanbieder.tussentalen:
            sjablonen = _sjablonen()["groep"].get(str(tussentaal), [])
            aantal = min(len(sjablonen), toeval.choice((1, 2, 2, 3)))
            for nummer, sjabloon in enumerate(toeval.sample(sjablonen, aantal), start=1):
                yield Voorziening(
                    aanbieder=aanbieder.organisatie,
                    kenmerk=f"T{tussentaal}-{nummer}",
                    tussentaal=tussentaal,
                    schaal=_choose_schaal(aanbieder.regios),
                    aard=Aard.INDIVIDUEEL,
                    werkgebied=[] if len(aanbieder.regios) == 7 else sorted(aanbieder.regios),
                    vanaf=BEGIN,
                    **_read(sjabloon),
                )


def _choose_schaal(regios: Sequence[str]) -> str:
    if len(regios) == 7:
        return Schaal.LANDELIJK
    return Schaal.REGIONAAL if len(regios) == 1 else Schaal.BOVENREGIONAAL


def _algemene(toeval: Random) -> Iterator[Voorziening]:
    """General provisions of the lokale teams (R118, R284): two per gemeente."""
    for team in Organisatie.objects.filter(soort=Soort.LOKAAL_TEAM).exclude(gemeente=""):
        for nummer, sjabloon in enumerate(toeval.sample(_sjablonen()["algemeen"], 2), start=1):
            yield Voorziening(
                aanbieder=team,
                kenmerk=f"A-{nummer}",
                tussentaal=None,
                schaal=Schaal.LOKAAL,
                aard=Aard.ALGEMEEN,
                werkgebied=[team.gemeente],
                vanaf=BEGIN,
                **_read(sjabloon),
            )


def _read(sjabloon: dict[str, Any]) -> dict[str, Any]:
    return {
        "naam": f"{sjabloon['naam']} (demo)",
        "omschrijving": f"{sjabloon['omschrijving']} Dit aanbod is verzonnen.",
        "sectoren": sjabloon["sectoren"],
        "voor_wie": sjabloon.get("voor_wie", VoorWie.KIND),
        "leeftijd_vanaf": sjabloon["leeftijd"][0],
        "leeftijd_tot": sjabloon["leeftijd"][1],
        "productcodes": sjabloon.get("productcodes", []),
    }


def _inkopen(alle: Iterable[Voorziening], toeval: Random) -> Iterator[Inkoop]:
    """Most is bought where it works; some is explicitly not, and of some nobody said."""
    for voorziening in alle:
        if voorziening.aard == Aard.ALGEMEEN:
            continue
        for regio in voorziening.werkgebied or [r.code for r in gebieden.regios()]:
            worp = toeval.random()
            if worp < 0.92:
                yield Inkoop(
                    voorziening=voorziening,
                    regio=regio,
                    gecontracteerd=worp < 0.82,
                    vanaf=BEGIN,
                    bron=BRON,
                )


def _standen(
    alle: Iterable[Voorziening], on: date, toeval: Random, wie: Gebruiker
) -> Iterator[Beschikbaarheid]:
    """A short history per provision and region: most fresh, one in five old, one in ten never told."""
    plekken = ((v, regio) for v in alle for regio in queries.regios_of(v))
    for voorziening, regio in plekken:
        if toeval.random() < 0.1:
            continue
        oud = toeval.random() < 0.2
        laatste = on - timedelta(days=toeval.randint(15, 60) if oud else toeval.randint(0, 13))
        for stap in reversed(range(toeval.randint(1, 4))):
            yield Beschikbaarheid(
                voorziening=voorziening,
                regio=regio,
                opgegeven_op=laatste - timedelta(days=14 * stap),
                bevestigd=False,
                door=wie,
                **_make_stand(voorziening, toeval),
            )


def _make_stand(voorziening: Voorziening, toeval: Random) -> dict[str, Any]:
    worp = toeval.random()
    weken = round(WEKEN.get(voorziening.tussentaal or 0, 0) * toeval.uniform(0.4, 1.7))
    if worp < 0.05:
        return {"vrij": Vrij.GEEN_INSTROOM}
    if worp < 0.35 or weken == 0:
        return {"vrij": Vrij.JA, "plekken": toeval.choice((None, 1, 2, 3))}
    return {"vrij": Vrij.NEE, "wachttijd": weken, "wachttijd_eenheid": "weken"}


def _kwaliteiten(
    alle: Iterable[Voorziening], on: date, toeval: Random, wie: Gebruiker
) -> Iterator[Kwaliteit]:
    for voorziening in alle:
        if toeval.random() < 0.25:
            yield Kwaliteit(
                voorziening=voorziening,
                door=wie,
                datum=on - timedelta(days=toeval.randint(30, 700)),
                **toeval.choice(_sjablonen()["kwaliteit"]),
            )


def _wachtlijsten(on: date, toeval: Random, wie: Gebruiker) -> Iterator[Wachtlijst]:
    """Four quarters of queues (R240) at the GI's, Veilig Thuis, the Raad and some lokale teams."""
    groot = Organisatie.objects.filter(soort__in=(Soort.GI, Soort.VEILIG_THUIS, Soort.RVDK))
    teams = list(Organisatie.objects.filter(soort=Soort.LOKAAL_TEAM).order_by("sleutel"))
    for organisatie in [*groot.order_by("sleutel"), *teams[::4]]:
        for kwartaal in range(4):
            aantal = toeval.randint(0, 9 if organisatie.soort == Soort.LOKAAL_TEAM else 60)
            langste = toeval.randint(10, 190) if aantal else None
            yield Wachtlijst(
                organisatie=organisatie,
                datum=on - timedelta(days=7 + 91 * kwartaal),
                aantal=aantal,
                langste=langste,
                mediaan=langste and round(langste * toeval.uniform(0.2, 0.7)),
                door=wie,
            )
