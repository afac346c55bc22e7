"""A folder of messages as flat rows, for an analyst with pandas, DuckDB or a spreadsheet.

One row per element of a class (`ToegewezenProduct`, `StartProduct`, `Prestatie`, …), with what
stands above it in the message. Needs lxml and nothing else.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.bestanden import open_bestanden
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.lezer import lees
from paraplu.berichten.standaard import Berichtsoort, Element, releases
from paraplu.berichten.standaard import release as release_van

#: Elements that say who somebody is; left out unless they are asked for.
PERSOONLIJK: Final = frozenset(
    {
        "Adres",
        "Bsn",
        "Commentaar",
        "Communicatie",
        "Emailadres",
        "Geboortedatum",
        "Geslacht",
        "Naam",
        "Nummer",
        "Organisatie",
        "Telefoon",
    }
)
Rij = dict[str, Any]


def lees_tabel(
    pad: Path | str,
    klasse: str,
    *,
    personen: bool = False,
    meld: Callable[[Bevinding], None] | None = None,
) -> Iterator[Rij]:
    """A row per element `klasse` in the messages of a file, zip or folder.

    A column is named after its path: `Header.Afzender`, `Product.Code`. Dates are dates, numbers
    ints. `kind` numbers the children from 1, within this reading; with `personen` the BSN, names,
    addresses and remarks come as well. What is refused goes to `meld`, and else becomes a warning:
    a figure never misses a message unseen. A class that no message has raises ValueError.
    """
    if klasse not in klassen():
        raise ValueError(f"Geen bericht heeft de klasse {klasse}. Kies uit: {', '.join(klassen())}")
    kinderen: dict[str, int] = {}
    for bestand in open_bestanden(Path(pad)):
        if isinstance(bestand, Bevinding):
            _meld(bestand, meld)
            continue
        with bestand.open() as bron:
            gelezen = lees(bron, bestand=bestand.naam)
        for bevinding in gelezen.bevindingen:
            if bevinding.weigert or meld is not None:
                _meld(bevinding, meld)
        if gelezen.bericht is not None:
            yield from maak_rijen(gelezen.bericht, klasse, kinderen=kinderen, personen=personen)


@cache
def klassen() -> tuple[str, ...]:
    """The classes that may stand in a message more than once, or hold what a message is about."""
    namen: set[str] = set()
    for release in releases():
        for soort in release_van(release).berichtsoorten.values():
            namen |= set(_klassen_onder(soort.wortel))
    return tuple(sorted(namen - {"Header"}))


def _klassen_onder(klasse: Element) -> Iterator[str]:
    for kind in klasse.kinderen:
        if kind.type is None and kind.samengesteld is None:
            yield kind.naam
            yield from _klassen_onder(kind)


def maak_rijen(
    bericht: Bericht, klasse: str, *, kinderen: dict[str, int], personen: bool = False
) -> Iterator[Rij]:
    """The rows of one message. `kinderen` keeps the number of each child from message to message."""
    soort = bericht.berichtsoort
    basis: Rij = {"soort": bericht.soort, "release": bericht.release, "kind": None}
    header = soort.wortel.per_naam["Header"]
    basis |= _vlak(bericht.inhoud.get("Header", {}), header, "Header.", personen)
    zoeker = _Zoeker(soort, klasse, kinderen, personen)
    yield from zoeker.zoek(bericht.inhoud, soort.wortel, basis)


class _Zoeker:
    """Walks down to the elements of one class, taking along what stands above them."""

    def __init__(
        self, soort: Berichtsoort, klasse: str, kinderen: dict[str, int], personen: bool
    ) -> None:
        self.soort = soort
        self.klasse = klasse
        self.kinderen = kinderen
        self.personen = personen

    def zoek(self, inhoud: Mapping[str, Any], klasse: Element, boven: Rij) -> Iterator[Rij]:
        """The rows below one class."""
        for element in klasse.kinderen:
            if element.type is not None or element.naam == "Header" or element.naam not in inhoud:
                continue
            gevonden = inhoud[element.naam]
            for een in gevonden if element.is_lijst else [gevonden]:
                rij = boven | self._rij(een, element)
                if element.naam == self.klasse:
                    yield rij
                else:
                    yield from self.zoek(een, element, rij)

    def _rij(self, inhoud: Mapping[str, Any], element: Element) -> Rij:
        begin = "" if element.naam == self.klasse else f"{element.naam}."
        rij = _vlak(inhoud, element, begin, self.personen)
        if isinstance(inhoud.get("Bsn"), str):
            rij["kind"] = self.kinderen.setdefault(inhoud["Bsn"], len(self.kinderen) + 1)
        return rij


def _vlak(inhoud: Mapping[str, Any], klasse: Element, begin: str, personen: bool) -> Rij:
    """The leaves of a class and of the classes in it that cannot repeat."""
    rij: Rij = {}
    for element in klasse.kinderen:
        naam, waarde = f"{begin}{element.naam}", inhoud.get(element.naam)
        if element.naam in PERSOONLIJK and not personen:
            continue
        if element.is_lijst:
            # Of what repeats only codes fit in one column.
            if element.type is not None:
                rij[naam] = " ".join(waarde or ())
        elif element.type is not None:
            rij[naam] = _waarde(waarde, element)
        elif element.samengesteld is not None or _is_plat(element):
            rij |= _vlak(waarde or {}, element, f"{naam}.", personen)
    return rij


def _is_plat(klasse: Element) -> bool:
    return all(kind.type is not None for kind in klasse.kinderen)


def _waarde(tekst: str | None, element: Element) -> Any:
    """The value of a leaf; a text that does not fit its type has a finding already and stays out."""
    if tekst is None or element.type is None:
        return None
    try:
        if element.type.basis == "datum":
            return date.fromisoformat(tekst)
        return int(tekst) if element.type.basis == "getal" else tekst
    except ValueError:
        return None


def _meld(bevinding: Bevinding, meld: Callable[[Bevinding], None] | None) -> None:
    if meld is not None:
        meld(bevinding)
    else:
        plek = f"{bevinding.bestand}, regel {bevinding.regel}"
        warnings.warn(f"{plek}: {bevinding.tekst} {bevinding.remedie}", stacklevel=3)
