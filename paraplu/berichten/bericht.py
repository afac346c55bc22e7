"""A message as a value: its kind, its release and its content by local names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paraplu.berichten import standaard
from paraplu.berichten.bevinding import Bevinding


@dataclass(frozen=True)
class Bericht:
    """One message. `inhoud` is what stands in the root: nested dicts by local name.

    A leaf is a str, an element that may repeat is always a list, an element that is absent has no
    key: `{"Header": {"BerichtCode": "436", …}, "Client": {…}}`.
    """

    soort: str
    release: str
    inhoud: dict[str, Any]

    @property
    def berichtsoort(self) -> standaard.Berichtsoort:
        """Its place in the standard; KeyError when the release does not have this kind."""
        return standaard.release(self.release).berichtsoorten[self.soort]


@dataclass(frozen=True)
class Gelezen:
    """What reading gave: the message, or None when it is refused as a whole, and the findings."""

    bericht: Bericht | None
    bevindingen: tuple[Bevinding, ...] = ()
