"""The seal of one line: a keyed hash over the line before it and all its own fields."""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from paraplu.afspraken.plaats import spoor_map, var_map
from paraplu.inname.sleutels import OMGEVING, Sleutel, find_sleutel, known_sleutel

DOEL = "spoor"
#: The form in which fields are sealed; another form gets another number, and old lines keep theirs.
VORM = 1
#: What stands before the first line of a chain.
BEGIN = ""


@dataclass(frozen=True)
class Velden:
    """What is sealed of a line of the trace, in this order."""

    wanneer: datetime
    gebruiker: int | None
    als: str
    handeling: str
    voorwerp: str
    doel: str
    resultaat: str
    gezin: str
    namens: str


def seal(velden: Velden, *, keten: int, nummer: int, vorige: str, sleutel: bytes) -> str:
    """The seal in 64 hexadecimal characters; `vorige` is the seal of the line before it."""
    inhoud = [
        VORM,
        keten,
        nummer,
        vorige,
        velden.wanneer.astimezone(UTC).isoformat(timespec="microseconds"),
        velden.gebruiker,
        velden.als,
        velden.handeling,
        velden.voorwerp,
        velden.doel,
        velden.resultaat,
        velden.gezin,
        velden.namens,
    ]
    tekst = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"))
    return hmac.digest(sleutel, tekst.encode(), "sha256").hex()


def seal_all(
    regels: Iterable[Velden], *, keten: int, nummer: int, vorige: str, sleutel: bytes
) -> list[str]:
    """The seals of lines that follow one another after line `nummer` with seal `vorige`."""
    zegels = []
    for velden in regels:
        nummer += 1
        vorige = seal(velden, keten=keten, nummer=nummer, vorige=vorige, sleutel=sleutel)
        zegels.append(vorige)
    return zegels


def current_sleutel() -> Sleutel:
    """The key that new lines are sealed with. Raises SleutelFout when it is missing or another."""
    return _find(str(var_map()), os.environ.get(OMGEVING["spoor"], ""))


def secret_of(sleutel: Sleutel) -> bytes:
    """The secret that seals, derived so that no other use of the key shares it."""
    return sleutel.derive(DOEL)


def secret_with(kenmerk: str) -> bytes:
    """The secret of the chains that carry this fingerprint. Raises SleutelFout."""
    return secret_of(known_sleutel("spoor", kenmerk))


@lru_cache(maxsize=4)
def _find(_var: str, _omgeving: str) -> Sleutel:
    """Looked up once per process: a page that is only read should not read the disk for it."""
    from paraplu.web.models import Spoorkop  # noqa: PLC0415 - sealing itself needs no database

    return find_sleutel("spoor", plaats=spoor_map(), in_gebruik=Spoorkop.objects.exists())
