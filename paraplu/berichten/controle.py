"""Check a file of any size: a message of iJW's size as a tree, a larger file in a stream."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from paraplu.berichten import codes
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.lezer import (
    HOOGSTENS,
    HOOGSTENS_BEVINDINGEN,
    TE_VEEL,
    keur,
    keur_omslag,
    naam_van,
)
from paraplu.berichten.omslag import om_bericht


def controleer(
    bron: bytes | BinaryIO | Path, *, bestand: str = "", vandaag: date | None = None
) -> tuple[Bevinding, ...]:
    """Every finding in one message, in the order of the file; empty when nothing is wrong.

    `vandaag` is the day that no date of a message may come after (TR135); None leaves that open.
    """
    bestand = bestand or naam_van(bron)
    if isinstance(bron, Path):
        with bron.open("rb") as open_bestand:
            return _controleer(open_bestand, bestand, vandaag)
    return _controleer(BytesIO(bron) if isinstance(bron, bytes) else bron, bestand, vandaag)


def _controleer(bron: BinaryIO, bestand: str, vandaag: date | None) -> tuple[Bevinding, ...]:
    begin = bron.read(HOOGSTENS + 1)
    if len(begin) <= HOOGSTENS:
        return keur(begin, bestand=bestand, vandaag=vandaag)[1]
    # Only such a file needs the stream, and with it Arrow.
    from paraplu.berichten.stroom import lees_stroom  # noqa: PLC0415

    bron.seek(0)
    stroom = lees_stroom(bron, bestand=bestand, vandaag=vandaag)
    bevindingen = _begrens((deel for deel in stroom if isinstance(deel, Bevinding)), bestand)
    bron.seek(0)
    if (omslag := om_bericht(bron, bevindingen, bestand=bestand)) is not None:
        return keur_omslag(omslag, vandaag=vandaag)[1]
    return tuple(sorted(bevindingen, key=lambda bevinding: bevinding.regel))


def _begrens(gevonden: Iterator[Bevinding], bestand: str) -> list[Bevinding]:
    """At most so many findings, and then one that says that there are more."""
    bevindingen = list(islice(gevonden, HOOGSTENS_BEVINDINGEN))
    if (volgende := next(gevonden, None)) is not None:
        tekst, remedie = TE_VEEL
        bevindingen.append(
            Bevinding(
                bestand=bestand,
                regel=volgende.regel,
                pad="",
                code=codes.TE_VEEL,
                tekst=tekst,
                remedie=remedie,
                weigert="",
            )
        )
    return bevindingen
