"""A message as typed records: frozen dataclasses made from the tables of the standard.

The attributes have the names of the standard. A date is a `date`, a time a `time`, a number an
`int`; what may repeat is a tuple; what is absent is None, or an empty tuple.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, fields, make_dataclass
from datetime import date, time
from functools import cache
from typing import Any, Final

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.standaard import Element, release

_LEZERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "datum": date.fromisoformat,
    "tijd": time.fromisoformat,
    "getal": int,
}
_TYPEN: Final[Mapping[str, type]] = {"datum": date, "tijd": time, "getal": int}


class GeenRecord(ValueError):
    """A value does not fit its type; says where, never which value."""


def maak_record(bericht: Bericht) -> Any:
    """The content of `bericht` as records: `record.Client.ToegewezenProducten…`.

    For a message that passed the structure check; of another GeenRecord says what does not fit.
    """
    return _record(bericht.inhoud, bericht.berichtsoort.wortel, bericht.soort)


def maak_bericht(record: Any, *, soort: str, release_naam: str) -> Bericht:
    """The message with the content of these records: the way back from `maak_record`."""
    wortel = release(release_naam).berichtsoorten[soort].wortel
    return Bericht(soort, release_naam, _inhoud(record, wortel))


def recordtype(soort: str, release_naam: str) -> type:
    """The dataclass of a kind of message, to make one from nothing: its classes are its types."""
    return _type(release(release_naam).berichtsoorten[soort].wortel)


@cache
def _type(klasse: Element) -> type:
    velden = [_veld(kind) for kind in klasse.kinderen]
    return make_dataclass(klasse.naam, velden, frozen=True, kw_only=True, slots=True)


def _veld(element: Element) -> tuple[str, Any, Any]:
    soort: Any = _type(element) if element.type is None else _TYPEN.get(element.type.basis, str)
    if element.is_lijst:
        return element.naam, tuple[soort, ...], field(default=())
    if element.minimum == 0:
        return element.naam, soort | None, field(default=None)
    return element.naam, soort, field()


def _record(inhoud: Mapping[str, Any], klasse: Element, pad: str) -> Any:
    waarden = {}
    for element in klasse.kinderen:
        if element.naam not in inhoud:
            continue
        waarde, hier = inhoud[element.naam], f"{pad}/{element.naam}"
        if element.is_lijst:
            waarden[element.naam] = tuple(_waarde(een, element, hier) for een in waarde)
        else:
            waarden[element.naam] = _waarde(waarde, element, hier)
    try:
        return _type(klasse)(**waarden)
    except TypeError:
        raise GeenRecord(f"{pad}: een verplicht element ontbreekt.") from None


def _waarde(waarde: Any, element: Element, pad: str) -> Any:
    if element.type is None:
        return _record(waarde, element, pad)
    try:
        return _LEZERS.get(element.type.basis, str)(waarde)
    except ValueError:
        raise GeenRecord(f"{pad}: de waarde past niet bij {element.type.basis}.") from None


def _inhoud(record: Any, klasse: Element) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for veld in fields(record):
        element, waarde = klasse.per_naam[veld.name], getattr(record, veld.name)
        if element.is_lijst and waarde:
            uit[element.naam] = [_tekst(een, element) for een in waarde]
        elif not element.is_lijst and waarde is not None:
            uit[element.naam] = _tekst(waarde, element)
    return uit


def _tekst(waarde: Any, element: Element) -> Any:
    if element.type is None:
        return _inhoud(waarde, element)
    return waarde.isoformat() if isinstance(waarde, date | time) else str(waarde)
