"""What a report consists of: one structure, from which both the PDF and the HTML file are made.

All texts are as they are read; the figures behind them are kept beside it (`boek.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Tekst:
    """One paragraph; `nadruk` for what a reader must not miss."""

    tekst: str
    nadruk: bool = False


@dataclass(frozen=True)
class Punten:
    """Short points below each other."""

    punten: tuple[str, ...]


@dataclass(frozen=True)
class Paren:
    """Name and value, below each other."""

    paren: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tabel:
    """Rows of texts; the first column says what the row is about, the others are numbers or words."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    getallen: bool = True


@dataclass(frozen=True)
class Verwijzingen:
    """Names that lead to a full address, below each other: the receipts of figures."""

    paren: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Trend:
    """A line per name over periods: drawn, and as the table that follows it.

    `waarden`: per name a number per period; None where it is unknown or hidden. What stands there
    in words is in `tabel`.
    """

    titel: str
    eenheid: str
    namen: tuple[str, ...]
    labels: tuple[str, ...]
    waarden: tuple[tuple[float | None, ...], ...]
    tabel: Tabel


Blok = Tekst | Punten | Paren | Tabel | Verwijzingen | Trend


@dataclass(frozen=True)
class Hoofdstuk:
    """A heading and what stands below it; `niveau` 2 is a part of the chapter before it."""

    sleutel: str
    titel: str
    blokken: tuple[Blok, ...]
    niveau: int = 1


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """A whole report. `kern`: the first sentence, with what matters."""

    titel: str
    onderwerp: str
    kern: str
    datum: date
    kenmerken: tuple[tuple[str, str], ...]
    hoofdstukken: tuple[Hoofdstuk, ...]

    def als_dict(self) -> dict[str, Any]:
        """For JSON; `van_dict` reads it back."""
        return {
            **asdict(self),
            "datum": self.datum.isoformat(),
            "hoofdstukken": [
                {
                    **asdict(hoofdstuk),
                    "blokken": [
                        {"blok": type(blok).__name__, **asdict(blok)} for blok in hoofdstuk.blokken
                    ],
                }
                for hoofdstuk in self.hoofdstukken
            ],
        }

    @classmethod
    def van_dict(cls, gegevens: Mapping[str, Any]) -> Inhoud:
        """The content of `als_dict`."""
        return cls(
            titel=gegevens["titel"],
            onderwerp=gegevens["onderwerp"],
            kern=gegevens["kern"],
            datum=date.fromisoformat(gegevens["datum"]),
            kenmerken=_freeze(gegevens["kenmerken"]),
            hoofdstukken=tuple(_read_hoofdstuk(deel) for deel in gegevens["hoofdstukken"]),
        )


_SOORTEN = {soort.__name__: soort for soort in (Tekst, Punten, Paren, Tabel, Verwijzingen, Trend)}


def _read_hoofdstuk(gegevens: Mapping[str, Any]) -> Hoofdstuk:
    blokken = tuple(_read_blok(blok) for blok in gegevens["blokken"])
    return Hoofdstuk(gegevens["sleutel"], gegevens["titel"], blokken, gegevens["niveau"])


def _read_blok(gegevens: Mapping[str, Any]) -> Blok:
    velden = {naam: _freeze(waarde) for naam, waarde in gegevens.items() if naam != "blok"}
    if gegevens["blok"] == Trend.__name__:
        velden["tabel"] = Tabel(
            **{naam: _freeze(waarde) for naam, waarde in gegevens["tabel"].items()}
        )
    return _SOORTEN[gegevens["blok"]](**velden)


def _freeze(waarde: Any) -> Any:
    """Lists of JSON as the tuples they were."""
    return tuple(_freeze(deel) for deel in waarde) if isinstance(waarde, list | tuple) else waarde
