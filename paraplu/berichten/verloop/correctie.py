"""Which starts and stops live, after corrections: StatusAanlevering 3 takes back what 1 brought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from paraplu.berichten.verloop.gebeurtenissen import Gestart, Gestopt
from paraplu.berichten.verloop.zinnen import Afwijking

NIEUW, GEWIJZIGD, VERWIJDERD = "1", "2", "3"
#: Until release 3 a message could replace a start or stop (P49).
MET_VERVANGEN: Final = ("2.",)

Melding = TypeVar("Melding", Gestart, Gestopt)


@dataclass(frozen=True)
class Oordeel(Generic[Melding]):
    """What lives, per key the first message that brought it; what went wrong.

    `ingetrokken` holds what was taken back, with the message that did so.
    """

    levend: tuple[Melding, ...]
    ingetrokken: tuple[tuple[Melding, Melding], ...]
    afwijkingen: tuple[Afwijking, ...]


def start_sleutel(start: Gestart) -> Hashable:
    """The key of a start within its delivery (IV008)."""
    return start.product.categorie, start.product.code, start.begindatum


def stop_sleutel(stop: Gestopt) -> Hashable:
    """The key of a stop within its delivery (IV008)."""
    begin = (stop.product.categorie, stop.product.code, stop.begindatum)
    return (*begin, stop.reden, stop.einddatum)


def beoordeel(
    meldingen: Iterable[Melding], sleutel: Callable[[Melding], Hashable]
) -> Oordeel[Melding]:
    """A key lives while it came more often with status 1 than with 3; the order has no meaning."""
    groepen: dict[Hashable, list[Melding]] = defaultdict(list)
    for melding in sorted(meldingen, key=lambda melding: (melding.kop, melding.status)):
        groepen[sleutel(melding)].append(melding)
    levend, ingetrokken = [], []
    afwijkingen: list[Afwijking] = []
    for groep in groepen.values():
        nieuw = [melding for melding in groep if _brengt(melding, groep)]
        weg = [melding for melding in groep if melding.status == VERWIJDERD]
        afwijkingen += _afwijkingen(groep, len(nieuw), weg)
        if len(nieuw) > len(weg):
            levend.append(nieuw[0])
        elif nieuw:
            ingetrokken.append((nieuw[0], weg[-1]))
    return Oordeel(tuple(levend), tuple(ingetrokken), tuple(afwijkingen))


def _brengt(melding: Melding, groep: Sequence[Melding]) -> bool:
    """Whether it brings the key; in 2.x a replacement does when no first message is known."""
    if melding.status == NIEUW:
        return True
    vervangt = melding.status == GEWIJZIGD and melding.kop.release.startswith(MET_VERVANGEN)
    eerste = next((een for een in groep if een.status in (NIEUW, GEWIJZIGD)), None)
    return vervangt and melding is eerste


def _afwijkingen(
    groep: Sequence[Melding], nieuw: int, weg: Sequence[Melding]
) -> Iterator[Afwijking]:
    for melding in groep:
        if melding.status == GEWIJZIGD and not melding.kop.release.startswith(MET_VERVANGEN):
            yield Afwijking(regel="OP033x2", kop=melding.kop)
    for melding in weg[nieuw:]:
        yield Afwijking(regel="TR063", kop=melding.kop)
    if nieuw > len(weg) + 1:
        dubbel = groep[-1]
        regel = "TR326"
        if isinstance(dubbel, Gestopt):
            regel = "TR413" if dubbel.is_tijdelijk else "TR415"
        yield Afwijking(regel=regel, kop=dubbel.kop)
