"""From whom which message is missing: starts, stops and answers that are over their term."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from paraplu.afspraken import gebieden
from paraplu.inzage.keuze import Keuze
from paraplu.monitor.wachten import Keuze as WachtKeuze
from paraplu.monitor.wachten import Telling

from .volledigheid import shorten_maand

#: Counts waits within what this user may see.
Tel = Callable[[WachtKeuze, Sequence[str]], list[tuple[tuple[str, ...], Telling]]]

#: What must come, and the terms behind it; what nobody waits for but the machine comes last.
SOORTEN: Final = (
    (_("startbericht (305)"), ("OP271",)),
    (_("stopbericht (307)"), ("OP272",)),
    (_("antwoord op een verzoek (315, 317)"), ("OP274", "OP274-onderzoek", "OP346", "OP346-onderzoek", "OP359")),
    (_("antwoord op een declaratie (325)"), ("OP090x4",)),
    (_("retourbericht"), ("OP090",)),
)  # fmt: skip
#: Parties in the table; all of them are on the page about waiting.
PARTIJEN: Final = 30


@dataclass(frozen=True)
class Soortregel:
    """One kind of message: per month and in all how it stands."""

    naam: str
    per_maand: tuple[Telling, ...]
    samen: Telling


@dataclass(frozen=True)
class Partijregel:
    """One party with what it still owes, per kind of message and in all."""

    naam: str
    per_soort: tuple[int, ...]
    samen: int


@dataclass(frozen=True)
class Antwoorden:
    """Both tables."""

    maanden: tuple[str, ...]
    soorten: tuple[Soortregel, ...]
    namen: tuple[str, ...]
    partijen: tuple[Partijregel, ...]
    samen: int


def make_antwoorden(tel: Tel, keuze: Keuze, namen: Callable[[str], str]) -> Antwoorden:
    """What had to come in the period and area of the view, and who owes it still."""
    maanden = tuple(maand.naam for maand in keuze.periode.maanden())
    geteld = [
        (delen, telling)
        for delen, telling in tel(_within(keuze), ("maand", "soort", "gemeente", "verzender"))
        if delen[0] in maanden and _in_gebied(delen[2], keuze)
    ]
    soorten = []
    per_partij: dict[str, list[int]] = {}
    for plek, (naam, termijnen) in enumerate(SOORTEN):
        eigen = [(delen, telling) for delen, telling in geteld if delen[1] in termijnen]
        per_maand = tuple(
            sum((t for delen, t in eigen if delen[0] == maand), Telling()) for maand in maanden
        )
        soorten.append(Soortregel(str(naam), per_maand, sum(per_maand, Telling())))
        for delen, telling in eigen:
            if telling.te_laat_open:
                per_partij.setdefault(delen[3], [0] * len(SOORTEN))[plek] += telling.te_laat_open
    regels = [Partijregel(namen(code), tuple(n), sum(n)) for code, n in per_partij.items()]
    regels.sort(key=lambda rij: (-rij.samen, rij.naam))
    return Antwoorden(
        tuple(shorten_maand(maand) for maand in maanden),
        tuple(soorten),
        tuple(str(naam) for naam, _termijnen in SOORTEN),
        tuple(regels[:PARTIJEN]),
        sum(rij.samen for rij in regels),
    )


def _within(keuze: Keuze) -> WachtKeuze:
    filters = keuze.gebied.filters
    return WachtKeuze(
        gemeente=filters.get("gemeente", ""),
        aanbieder=filters.get("gi", "") or filters.get("aanbieder", ""),
    )


def _in_gebied(code: str, keuze: Keuze) -> bool:
    """Whether a gemeente is in the region of the view; without region every one is."""
    regio = keuze.gebied.filters.get("regio")
    gemeente = gebieden.gemeente(code)
    return regio is None or (gemeente is not None and gemeente.regio == regio)
