"""A sender can put a BSN in a reference or a number of its own: what is shown does without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from paraplu.berichten.bericht import Bericht

SCHERM: Final = "*********"
#: Also inside a longer row of digits.
_NEGEN_CIJFERS = re.compile(r"(?=([0-9]{9}))")


def scherm_af(tekst: str, berichten: Iterable[Bericht]) -> str:
    """The text with stars where a BSN from one of these messages stands."""
    mogelijk = set(_NEGEN_CIJFERS.findall(tekst))
    if not mogelijk:
        return tekst
    bekend = {bsn for bericht in berichten for bsn in _bsns(bericht.inhoud)}
    for bsn in sorted(mogelijk & bekend):
        tekst = tekst.replace(bsn, SCHERM)
    return tekst


def _bsns(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, list):
        for een in waarde:
            yield from _bsns(een)
    elif isinstance(waarde, Mapping):
        for naam, kind in waarde.items():
            if naam == "Bsn":
                yield kind.strip()
            else:
                yield from _bsns(kind)
