"""Tasks with a day of their own: the evaluation after two years, the revision of RA9 after three."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from paraplu.afspraken.resultaatafspraken import Resultaatafspraak, resultaatafspraken

from .models import Besluit


@dataclass(frozen=True)
class Taak:
    """A day on which agreements are looked at again (R155, R213, P17), as the agreements say it.

    After the evaluation a new tariff can follow, from 2024 (P33). Closed by a decision that names it.
    """

    sleutel: str
    naam: str
    op: date
    afspraken: tuple[Resultaatafspraak, ...]
    besluit: Besluit | None = None

    @property
    def is_klaar(self) -> bool:
        return self.besluit is not None

    @property
    def jaren(self) -> tuple[int, ...]:
        """The years that its report goes over: from the first norm to the year of the task."""
        eerste = min(afspraak.normen[0].vanaf.year for afspraak in self.afspraken)
        return tuple(range(eerste, self.op.year + 1))


def list_taken(besluiten: Iterable[Besluit] | None = None) -> list[Taak]:
    """All of them, the first one first."""
    if besluiten is None:
        besluiten = Besluit.objects.exclude(taak="").filter(stand=Besluit.Stand.BESLOTEN)
    gesloten = {besluit.taak: besluit for besluit in besluiten}
    per: dict[tuple[date, str], list[Resultaatafspraak]] = {}
    for afspraak in resultaatafspraken():
        for evaluatie in afspraak.evaluaties:
            per.setdefault((evaluatie.op, evaluatie.wat), []).append(afspraak)
    return [_make(op, wat, tuple(per[op, wat]), gesloten) for op, wat in sorted(per)]


def _make(
    op: date, wat: str, afspraken: tuple[Resultaatafspraak, ...], gesloten: dict[str, Besluit]
) -> Taak:
    sleutel = f"{slugify(wat.split(' ', maxsplit=1)[0])}-{op.year}"
    return Taak(sleutel, wat[0].upper() + wat[1:], op, afspraken, gesloten.get(sleutel))


def find_taak(sleutel: str) -> Taak | None:
    """The task of this key."""
    return next((taak for taak in list_taken() if taak.sleutel == sleutel), None)
