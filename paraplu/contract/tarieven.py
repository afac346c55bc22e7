"""Which tariff holds on a day, and why: validity, indexation, and a national tariff (R158)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

from .rekenen.afronden import EEN, HONDERD, round_centen
from .rekenen.stappen import nl

LANDELIJK: Final = "landelijk"


class Tariefrij(Protocol):
    """What is asked of a tariff."""

    soort: str
    vanaf: date
    tot: date | None
    bedrag: Decimal
    bron: str
    verzonnen: bool


@dataclass(frozen=True, kw_only=True)
class Tariefantwoord:
    """The tariff on a day in euro, None where it is not known; `uitleg` says step by step why."""

    op: date
    bedrag: Decimal | None
    soort: str
    uitleg: tuple[str, ...]
    verzonnen: bool = False
    #: The row it comes from, for its parts.
    tarief: Tariefrij | None = None
    geindexeerd: bool = False


def find_tarief(
    tarieven: Iterable[Tariefrij], indexaties: Mapping[int, Decimal], *, op: date
) -> Tariefantwoord:
    """The tariff of one product on a day.

    A national tariff goes before the Gelderse one and is not indexed by us. The Gelderse one is in
    prices of the year in which it begins; each year after it adds its indexation, rounded to cents.
    Where an indexation is missing the tariff is not known: no amount is made up.
    """
    geldig = [t for t in tarieven if t.vanaf <= op and (t.tot is None or op <= t.tot)]
    landelijk = next((t for t in geldig if t.soort == LANDELIJK), None)
    gelders = next((t for t in geldig if t.soort != LANDELIJK), None)
    if landelijk:
        uitleg = [
            f"Vanaf {landelijk.vanaf:%d-%m-%Y} geldt het landelijke tarief: {_euro(landelijk.bedrag)}."
        ]
        if gelders:
            uitleg.append("Het gaat voor het Gelderse tarief.")
        return _answer(op, landelijk, landelijk.bedrag, [*uitleg, _bron(landelijk)])
    if gelders:
        return _index(op, gelders, indexaties)
    return Tariefantwoord(
        op=op, bedrag=None, soort="", uitleg=("Op deze dag is er geen tarief bekend.",)
    )


def _index(op: date, tarief: Tariefrij, indexaties: Mapping[int, Decimal]) -> Tariefantwoord:
    uitleg = [
        f"Vanaf {tarief.vanaf:%d-%m-%Y} geldt het Gelderse tarief: {_euro(tarief.bedrag)}, "
        f"in prijzen van {tarief.vanaf.year}.",
        _bron(tarief),
    ]
    bedrag: Decimal | None = tarief.bedrag
    for jaar in range(tarief.vanaf.year + 1, op.year + 1):
        procent = indexaties.get(jaar)
        if procent is None:
            uitleg.append(
                f"De indexatie van {jaar} is niet bekend. Daarom is het tarief niet bekend."
            )
            bedrag = None
            break
        bedrag = round_centen(bedrag * (EEN + procent / HONDERD))
        uitleg.append(f"Indexatie {jaar}: {nl(procent)}%. Dat maakt {_euro(bedrag)}.")
    return _answer(op, tarief, bedrag, uitleg, geindexeerd=op.year > tarief.vanaf.year)


def _answer(
    op: date,
    tarief: Tariefrij,
    bedrag: Decimal | None,
    uitleg: list[str],
    *,
    geindexeerd: bool = False,
) -> Tariefantwoord:
    return Tariefantwoord(
        op=op,
        bedrag=bedrag,
        soort=tarief.soort,
        uitleg=tuple(uitleg),
        verzonnen=tarief.verzonnen,
        tarief=tarief,
        geindexeerd=geindexeerd,
    )


def _bron(tarief: Tariefrij) -> str:
    return f"Bron: {tarief.bron}." + (" Dit bedrag is verzonnen." if tarief.verzonnen else "")


def _euro(bedrag: Decimal) -> str:
    return f"€ {nl(bedrag)}"
