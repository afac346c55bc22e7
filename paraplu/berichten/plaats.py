"""Where something stands in a message: its path, its line, and what a fault there refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from paraplu.berichten.bevinding import Bevinding, Weigert
from paraplu.berichten.standaard import Berichtsoort, Element

#: The classes that become lines of the monitor: a fault inside one costs that line only.
REGELKLASSEN = frozenset(
    {
        "AangevraagdProduct",
        "NieuwProduct",
        "OngewijzigdProduct",
        "Prestatie",
        "StartProduct",
        "StopProduct",
        "TeWijzigenProduct",
        "ToegewezenProduct",
    }
)

#: Gives the line in the file of an element of lxml.
RegelVan = Callable[[Any], int]


@dataclass(frozen=True, kw_only=True)
class Bron:
    """The file that is checked: its name, its kind of message, and where its lines are."""

    bestand: str
    soort: Berichtsoort
    regel_van: RegelVan


@dataclass(frozen=True)
class Plaats:
    """One element in a message: the names from below the root, with an index where it repeats."""

    stappen: tuple[tuple[str, int | None], ...] = ()

    def onder(self, element: Element, nummer: int) -> Plaats:
        """The place of the `nummer`-th child of this kind."""
        index = nummer if element.is_lijst or nummer > 1 else None
        return Plaats((*self.stappen, (element.naam, index)))

    @property
    def pad(self) -> str:
        """As in a finding: `Client[2]/Prestaties/Prestatie[1]/Eenheid`."""
        return "/".join(naam if n is None else f"{naam}[{n}]" for naam, n in self.stappen)

    @property
    def naam(self) -> str:
        """The name of the element itself; the root is Bericht."""
        return self.stappen[-1][0] if self.stappen else "Bericht"

    @property
    def weigert(self) -> Weigert:
        """What a fault in this element refuses: its line, its client, or the message."""
        namen = {naam for naam, _ in self.stappen}
        if namen & REGELKLASSEN:
            return "regel"
        return "client" if "Client" in namen else "bericht"


def meld(
    bron: Bron,
    plaats: Plaats,
    element: Any,
    *,
    code: str,
    tekst: str,
    remedie: str,
    onder: str = "",
    weigert: Weigert | None = None,
) -> Bevinding:
    """A finding at `plaats`; `onder` names a child of it that is absent or stands wrong."""
    pad = "/".join(deel for deel in (plaats.pad, onder) if deel)
    return Bevinding(
        bestand=bron.bestand,
        regel=bron.regel_van(element),
        pad=pad,
        code=code,
        tekst=tekst,
        remedie=remedie,
        weigert=plaats.weigert if weigert is None else weigert,
    )
