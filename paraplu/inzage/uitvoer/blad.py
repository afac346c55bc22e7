"""A table to take along: typed columns, and what is hidden with its reason in a column of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from paraplu.monitor.verbergen import Verborgen

#: The column that says which figures of a row are hidden, and why.
VERBORGEN: Final = "verborgen"
TEKST, GEHEEL, GETAL, BEDRAG, AANDEEL, DAG, JA_NEE = (
    "tekst", "geheel", "getal", "bedrag", "aandeel", "dag", "ja_nee",
)  # fmt: skip
#: How a measure of this unit is stored; every other unit is a number of something.
SOORT_VAN_EENHEID: Final = {"euro": BEDRAG, "aandeel": AANDEEL, "dagen": GETAL}


@dataclass(frozen=True)
class Kolom:
    """`sleutel` names it for a machine, `naam` for a reader; `soort` says what its values are."""

    sleutel: str
    naam: str
    soort: str = TEKST


@dataclass(frozen=True)
class Uitvoerblad:
    """Rows in the order to show; a value is None where it is not known, Verborgen where hidden."""

    naam: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Any, ...], ...]

    @property
    def verborgen(self) -> bool:
        """Whether anything in it is hidden."""
        return any(isinstance(waarde, Verborgen) for rij in self.rijen for waarde in rij)

    def reden(self, rij: Sequence[Any]) -> str:
        """Which figures of a row are hidden and why: `instroom: klein aantal`; empty for none."""
        return "; ".join(
            f"{kolom.sleutel}: {waarde.reden}"
            for kolom, waarde in zip(self.kolommen, rij, strict=True)
            if isinstance(waarde, Verborgen)
        )


def blad_van_cijfers(
    naam: str, maten: Sequence[Any], rijen: Iterable[Any], *, per_naam: str
) -> Uitvoerblad:
    """Figures split by a dimension: its name and key, then every measure."""
    kolommen = (
        Kolom("naam", per_naam),
        Kolom("sleutel", _("Code")),
        *(Kolom(m.sleutel, f"{m.naam} ({m.eenheid})", _soort_van_maat(m.eenheid)) for m in maten),
    )
    return Uitvoerblad(
        naam,
        kolommen,
        tuple(
            (rij.naam, rij.sleutel, *(rij.waarden.get(m.sleutel) for m in maten)) for rij in rijen
        ),
    )


def blad_van_regels(naam: str, regels: Sequence[Mapping[str, Any]]) -> Uitvoerblad:
    """Rows behind a figure, with the monitor's own column names: they are those of the manual."""
    sleutels = list(regels[0]) if regels else []
    kolommen = tuple(
        Kolom(sleutel, sleutel, _soort_van_waarden(regel[sleutel] for regel in regels))
        for sleutel in sleutels
    )
    return Uitvoerblad(naam, kolommen, tuple(tuple(regel.values()) for regel in regels))


def _soort_van_maat(eenheid: str) -> str:
    return SOORT_VAN_EENHEID.get(eenheid, GEHEEL)


def _soort_van_waarden(waarden: Iterable[Any]) -> str:
    """The kind of the first value that is there; numbers with and without a part are numbers."""
    gezien = {type(waarde) for waarde in waarden if waarde is not None}
    for soort, typen in (
        (JA_NEE, {bool}),
        (GEHEEL, {int}),
        (BEDRAG, {Decimal}),
        (GETAL, {int, float}),
        (DAG, {date}),
    ):
        if gezien and gezien <= typen:
            return soort
    return TEKST
