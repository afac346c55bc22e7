"""What another tussentaal moves: products, care and money, and the values per group (R206-R209, R218)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from paraplu.afspraken.tussentaal import categorieen
from paraplu.inzage.cijfers import BINNEN, Cijfers
from paraplu.inzage.gebied import Gebied
from paraplu.monitor.periode import Periode

from ..models import Voorstel
from .definitie import Regel, open_voor

if TYPE_CHECKING:
    from paraplu.monitor.watals import Verhuizing

#: Values that are split by group; V4 and V5 are about all help, or about crisis alone.
PER_GROEP = ("V1b", "V7")


@dataclass(frozen=True)
class Verhuisd:
    """A product that gets another place, in words."""

    product: str
    omschrijving: str
    van: str
    naar: str
    toewijzingen: int
    regels: int
    toegekend: Decimal


@dataclass(frozen=True)
class Groepen:
    """One value of one year, per group before and after."""

    indicator: Any
    maat: Any
    regels: tuple[Regel, ...]


def list_verhuisd(cijfers: Cijfers, voorstel: Voorstel, gebied: Gebied) -> list[Verhuisd]:
    """Every product that moves in the reader's own area; whoever asks checked that it is."""
    from paraplu.monitor.watals import read_verhuizingen  # noqa: PLC0415 - Ibis is slow to import

    anders = open_voor(cijfers.monitor, voorstel)
    with cijfers.monitor.geopend() as nu:
        gevonden = read_verhuizingen(anders, gebied.filters or BINNEN, nu=nu)
    return [_in_words(rij) for rij in gevonden]


def compare_groepen(
    cijfers: Cijfers, voorstel: Voorstel, *, gebied: Gebied, periode: Periode
) -> list[Groepen]:
    """Per value that knows groups, each group under both mappings."""
    anders = open_voor(cijfers.monitor, voorstel)
    filters = gebied.filters or BINNEN
    uit = []
    for code in PER_GROEP:
        indicator = cijfers.indicatoren[code]
        maat = indicator.maten[0]
        oud = _per_groep(
            cijfers.rijen(code, periode, per="tussentaal", gebied=gebied), maat.sleutel
        )
        nieuw = _per_groep(
            anders.waarde(code, periode=periode, per="tussentaal", filters=filters).rijen,
            maat.sleutel,
        )
        uit.append(Groepen(indicator, maat, _side_by_side(oud, nieuw)))
    return uit


def name_groep(tussentaal: int | None) -> str:
    """
    >>> name_groep(4)
    '4 Crisis'
    """
    if tussentaal is None:
        return "geen plaats"
    return f"{tussentaal} {categorieen()[tussentaal]}"


def _per_groep(rijen: Sequence[Any], maat: str) -> dict[str, Any]:
    return {rij.sleutel: rij.waarden.get(maat) for rij in rijen}


def _side_by_side(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> tuple[Regel, ...]:
    from paraplu.monitor.watals import make_naast  # noqa: PLC0415 - Ibis is slow to import

    namen = {str(nummer): name_groep(nummer) for nummer in categorieen()}
    alle = sorted({*oud, *nieuw}, key=lambda sleutel: (len(sleutel), sleutel))
    return tuple(
        Regel(
            namen.get(sleutel, name_groep(None)),
            (make_naast(oud.get(sleutel), nieuw.get(sleutel)),),
        )
        for sleutel in alle
    )


def _in_words(rij: Verhuizing) -> Verhuisd:
    return Verhuisd(
        product=rij.productcode or rij.productcategorie,
        omschrijving=rij.omschrijving,
        van=name_groep(rij.van),
        naar=name_groep(rij.naar),
        toewijzingen=rij.toewijzingen,
        regels=rij.regels,
        toegekend=Decimal(rij.centen) / 100,
    )
