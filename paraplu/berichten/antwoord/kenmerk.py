"""What names a message, so that an answer or a judgement can be laid beside it."""

from __future__ import annotations

from typing import NamedTuple

from paraplu.berichten.bericht import Bericht


class Kenmerk(NamedTuple):
    """What names a message: unique per kind of message and sender (TR056)."""

    soort: str
    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: str


def kenmerk_van(bericht: Bericht) -> Kenmerk:
    """What names this message; empty texts where its header has another shape (303 and 304)."""
    header = bericht.inhoud.get("Header", {})
    eigen = header.get("BerichtIdentificatie", {})
    return Kenmerk(
        bericht.soort,
        header.get("Afzender", ""),
        header.get("Ontvanger", ""),
        eigen.get("Identificatie", ""),
        eigen.get("Dagtekening", ""),
    )
