"""Where numbers come from that were taken over from elsewhere: kept beside what was filled in.

A source belongs to a value: as soon as somebody changes the number it is an assumption.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

#: Under this key of a reckoning stand the sources, as JSON.
SLEUTEL: Final = "bronnen"
#: By key of a number: the value as it was taken over, and its source.
Bronnen = Mapping[str, tuple[str, str]]


def read_bronnen(invoer: Mapping[str, str]) -> Bronnen:
    """The sources that were kept with a reckoning; none where nothing was taken over.

    >>> read_bronnen({"bronnen": '{"aantal_ots": ["12", "V2c"]}'})
    {'aantal_ots': ('12', 'V2c')}
    """
    gelezen = json.loads(invoer.get(SLEUTEL) or "{}")
    return {sleutel: (waarde, bron) for sleutel, (waarde, bron) in gelezen.items()}


def write_bronnen(bronnen: Bronnen) -> str:
    """The sources as they are kept."""
    return json.dumps(dict(bronnen), ensure_ascii=False) if bronnen else ""


def covers_lijst(was: str, nu: str) -> bool:
    """Whether every line that was known still stands in a list; one with ? was not known."""
    regels = {regel.strip() for regel in nu.splitlines()}
    return all(regel in regels for regel in was.splitlines() if "?" not in regel)
