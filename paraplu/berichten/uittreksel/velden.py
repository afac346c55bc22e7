"""Which tables an extract can hold and which fields they have; the data stand in `velden.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final, Literal

from paraplu.berichten import standaard
from paraplu.berichten.standaard import Berichtsoort, Datatype

Soort = Literal["tekst", "code", "getal", "bedrag", "dag", "tijd"]
RELEASE: Final = "3.2"
#: The fields that are not at one place in the message; the types that they must keep to.
_TYPEN: Final = {
    "gemeente": ("JW301", "Header/Afzender"),
    "aanbieder": ("JW301", "Header/Ontvanger"),
    "bsn": ("JW301", "Client/Bsn"),
    "geboortedatum": ("JW301", "Client/Geboortedatum/Datum"),
    "geslacht": ("JW301", "Client/Geslacht"),
    "achternaam": ("JW301", "Client/Naam/Geslachtsnaam/Achternaam"),
    "voorvoegsel": ("JW301", "Client/Naam/Geslachtsnaam/Voorvoegsel"),
    "voornamen": ("JW301", "Client/Naam/Voornamen"),
}


@dataclass(frozen=True, kw_only=True)
class Veld:
    """One field of a table. `pad` is its place in the message, from the line on or, with a slash
    in front, from the root; "" for what goes to more than one place. `prive`: never shown. `woorden`: what often stands there
    instead of a code.
    """

    naam: str
    soort: Soort
    pad: str
    breed: int
    verplicht: bool
    prive: bool
    koppen: tuple[str, ...]
    woorden: Mapping[str, str]
    type: Datatype

    @property
    def titel(self) -> str:
        """As a person reads it."""
        return "BSN" if self.naam == "bsn" else self.naam.replace("_", " ")


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """One kind of table, and the message that its rows become."""

    naam: str
    titel: str
    bericht: str
    regel: str
    velden: Mapping[str, Veld]

    @cached_property
    def berichtsoort(self) -> Berichtsoort:
        """The message that its rows become."""
        return standaard.release(RELEASE).berichtsoorten[self.bericht]

    @property
    def verplicht(self) -> tuple[Veld, ...]:
        """The fields that every row needs."""
        return tuple(veld for veld in self.velden.values() if veld.verplicht)


@cache
def tabellen() -> Mapping[str, Tabel]:
    """The tables by name."""
    data = tomllib.loads(Path(__file__).with_name("velden.toml").read_text("utf-8"))
    return {
        naam: Tabel(
            naam=naam,
            titel=tabel["titel"],
            bericht=tabel["bericht"],
            regel=tabel["regel"],
            velden={
                veld["naam"]: Veld(
                    naam=veld["naam"],
                    soort=veld["soort"],
                    pad=veld.get("pad", ""),
                    breed=veld.get("breed", 0),
                    verplicht=veld.get("verplicht", False),
                    prive=veld.get("prive", False),
                    koppen=tuple(veld["koppen"]),
                    woorden=veld.get("woorden", {}),
                    type=_type(veld["naam"], veld.get("pad", ""), tabel),
                )
                for veld in data["veld"]
                if naam in veld["in"]
            },
        )
        for naam, tabel in data["tabel"].items()
    }


def _type(naam: str, pad: str, tabel: Mapping[str, str]) -> Datatype:
    bericht, heel = tabel["bericht"], pad.removeprefix("/")
    if not pad:
        bericht, heel = _TYPEN[naam]
    elif not pad.startswith("/"):
        heel = f"{tabel['regel']}/{pad}"
    wortel = standaard.release(RELEASE).berichtsoorten[bericht].wortel
    gevonden = wortel.kind(*heel.split("/")).type
    assert gevonden is not None, heel
    return gevonden
