"""Check every chain from its first line to its head, in one pass and with the memory of one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, groupby
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from paraplu.web.models import Spoor, Spoorkop

from .zegel import BEGIN, Velden, seal, secret_with

STUK = 2000
#: How far a number may have been moved and still be recognised as the same line.
VER = 25


class Hoe(StrEnum):
    """How a chain is broken."""

    GEWIJZIGD = "gewijzigd"
    ONTBREEKT = "ontbreekt"
    OMGENUMMERD = "omgenummerd"
    DUBBEL = "dubbel"
    AFGEKAPT = "afgekapt"
    KOP_ACHTER = "kop_achter"
    KOP_ANDERS = "kop_anders"
    ZONDER_KOP = "zonder_kop"


@dataclass(frozen=True)
class Breuk:
    """One place where a chain is broken; `nummer` to and including `tot`."""

    keten: int
    hoe: Hoe
    nummer: int
    tot: int
    #: For a line that was renumbered: how much higher its number was.
    verschoven: int = 0


class Regel(NamedTuple):
    """A line beside its head, as one statement sees them; the line is None in an empty chain."""

    keten: int
    sleutel: str
    kop_nummer: int
    kop_zegel: str
    nummer: int | None
    zegel: str
    velden: Velden


KOLOMMEN = (
    "pk", "sleutel", "nummer", "zegel", "regels__nummer", "regels__zegel",
    "regels__wanneer", "regels__gebruiker_id", "regels__als", "regels__handeling",
    "regels__voorwerp", "regels__doel", "regels__resultaat", "regels__gezin", "regels__namens",
)  # fmt: skip


@dataclass
class Telling:
    """How much was looked at; filled while the check runs."""

    ketens: int = 0
    regels: int = 0


def check_ketens(telling: Telling) -> Iterator[Breuk]:
    """Every break, chain by chain. Raises SleutelFout when the key of a chain is missing.

    One statement reads lines and heads, so lines that are being added do not look like breaks.
    """
    for _keten, regels in groupby(_read(), key=lambda regel: regel.keten):
        telling.ketens += 1
        yield from _joined(_walk(regels, telling))
    wees = Spoor.objects.exclude(Exists(Spoorkop.objects.filter(pk=OuterRef("keten_id"))))
    for keten, nummer in wees.values_list("keten_id", "nummer").iterator(chunk_size=STUK):
        yield Breuk(keten, Hoe.ZONDER_KOP, nummer, nummer)


def _read() -> Iterator[Regel]:
    rijen = Spoorkop.objects.order_by("pk", "regels__nummer").values_list(*KOLOMMEN)
    for rij in rijen.iterator(chunk_size=STUK):
        yield Regel(*rij[:6], Velden(*rij[6:]))


def _walk(regels: Iterator[Regel], telling: Telling) -> Iterator[Breuk]:
    """Along one chain; its head stands beside its first line, and beside no line when it is empty."""
    eerste = next(regels)
    loop = _Loop(eerste, telling)
    for regel in chain((eerste,), regels):
        if regel.nummer is not None:
            yield from loop.check_line(regel, regel.nummer)
    yield from loop.check_head()


class _Loop:
    """What is remembered between two lines of one chain."""

    def __init__(self, eerste: Regel, telling: Telling) -> None:
        self.kop = eerste
        self.telling = telling
        self.sleutel = secret_with(eerste.sleutel)
        self.nummer = 0
        #: The seal of the line before, as it stands there and as it should have been.
        self.vorige = self.eigenlijk = BEGIN
        self.verschoven = 0

    def check_line(self, regel: Regel, nummer: int) -> Iterator[Breuk]:
        """Compare one line with the one before it, and go on from what it says itself.

        With the line before it gone, the seal that this one was made with is gone too: then only
        the gap can be told.
        """
        self.telling.regels += 1
        verwacht = self.nummer + 1
        zegel = self._seal(regel, nummer, self.vorige)
        if nummer > verwacht:
            yield Breuk(regel.keten, Hoe.ONTBREEKT, verwacht, nummer - 1)
            zegel = regel.zegel
        elif nummer < verwacht:
            yield Breuk(regel.keten, Hoe.DUBBEL, nummer, nummer)
        elif regel.zegel not in {zegel, self._seal(regel, nummer, self.eigenlijk)}:
            yield self._explain(regel, nummer)
        self.nummer, self.vorige, self.eigenlijk = nummer, regel.zegel, zegel

    def _seal(self, regel: Regel, nummer: int, vorige: str) -> str:
        return seal(
            regel.velden, keten=regel.keten, nummer=nummer, vorige=vorige, sleutel=self.sleutel
        )

    def _explain(self, regel: Regel, nummer: int) -> Breuk:
        """Changed, or the same line under another number."""
        for stap in (self.verschoven, *range(1, VER + 1), *range(-1, -VER - 1, -1)):
            if stap and regel.zegel == self._seal(regel, nummer + stap, self.vorige):
                self.verschoven = stap
                return Breuk(regel.keten, Hoe.OMGENUMMERD, nummer, nummer, stap)
        return Breuk(regel.keten, Hoe.GEWIJZIGD, nummer, nummer)

    def check_head(self) -> Iterator[Breuk]:
        """Does the chain end where its head says that it ends?"""
        kop = self.kop
        if self.nummer > kop.kop_nummer:
            yield Breuk(kop.keten, Hoe.KOP_ACHTER, kop.kop_nummer + 1, self.nummer)
        elif self.nummer < kop.kop_nummer:
            yield Breuk(kop.keten, Hoe.AFGEKAPT, self.nummer + 1, kop.kop_nummer)
        elif kop.kop_zegel != self.vorige:
            yield Breuk(kop.keten, Hoe.KOP_ANDERS, kop.kop_nummer, kop.kop_nummer)


def _joined(breuken: Iterator[Breuk]) -> Iterator[Breuk]:
    """Neighbours that are broken in the same way as one break: a shift may touch a million lines."""
    open_: Breuk | None = None
    for breuk in breuken:
        if open_ and _follows(open_, breuk):
            open_ = replace(open_, tot=breuk.tot)
            continue
        if open_:
            yield open_
        open_ = breuk
    if open_:
        yield open_


def _follows(een: Breuk, twee: Breuk) -> bool:
    return (een.keten, een.hoe, een.tot + 1, een.verschoven) == (
        twee.keten,
        twee.hoe,
        twee.nummer,
        twee.verschoven,
    )
