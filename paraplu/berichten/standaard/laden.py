"""Read the tables of the standard: one folder per structure, one line per release in a TOML file."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from paraplu.berichten.standaard.soorten import Berichtsoort, Datatype, Element, Release

MAP = Path(__file__).parent

Rij = dict[str, str]


@cache
def releases() -> tuple[str, ...]:
    """The names of the releases we read, oldest first."""
    return tuple(sorted(regel["naam"] for regel in _releases()["release"]))


@cache
def release(naam: str) -> Release:
    """The release with this name ("3.2"); KeyError when we do not know it."""
    for regel in _releases()["release"]:
        if regel["naam"] == naam:
            return _maak_release(regel)
    raise KeyError(naam)


@cache
def herken(namespace: str) -> Berichtsoort | None:
    """The kind of message whose root element has this namespace, or None."""
    return _per_namespace().get(namespace)


@cache
def codelijst(release_naam: str, lijst: str) -> Mapping[str, str]:
    """The codes of a list in this release with their short names; KeyError without such a list."""
    codes = {
        rij["code"]: rij["naam"]
        for rij in _tabel(_regel(release_naam)["opbouw"], "codelijsten")
        if rij["codelijst"] == lijst
    }
    if not codes:
        raise KeyError(lijst)
    return codes


@cache
def _per_namespace() -> dict[str, Berichtsoort]:
    return {
        soort.namespace: soort
        for naam in releases()
        for soort in release(naam).berichtsoorten.values()
    }


@cache
def _releases() -> dict[str, Any]:
    return tomllib.loads((MAP / "releases.toml").read_text(encoding="utf-8"))


def _regel(naam: str) -> dict[str, str]:
    return next(regel for regel in _releases()["release"] if regel["naam"] == naam)


def _tabel(opbouw: str, naam: str) -> list[Rij]:
    pad = MAP / opbouw / f"{naam}.tsv"
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter="\t", quoting=csv.QUOTE_NONE))


def _maak_release(regel: dict[str, str]) -> Release:
    bouwer = _Bouwer(regel)
    namen = dict.fromkeys(rij["bericht"] for rij in bouwer.berichten)
    return Release(
        naam=regel["naam"],
        versie=regel["versie"],
        subversie=regel["subversie"],
        namespace=regel["namespace"],
        berichtsoorten={naam: bouwer.berichtsoort(naam) for naam in namen},
    )


class _Bouwer:
    """The tables of one structure, on their way to the elements of one release."""

    def __init__(self, regel: dict[str, str]) -> None:
        self.regel = regel
        self.berichten = _tabel(regel["opbouw"], "berichten")
        self.types = dict(_datatypes(regel["opbouw"]))
        self.samengesteld: dict[str, list[Rij]] = {}
        for rij in _tabel(regel["opbouw"], "samengesteld"):
            self.samengesteld.setdefault(rij["type"], []).append(rij)

    def berichtsoort(self, naam: str) -> Berichtsoort:
        codes = tuple(_releases()["codes"][naam])
        waarden = {
            "{code}": "|".join(codes),
            "{versie}": self.regel["versie"],
            "{subversie}": self.regel["subversie"],
        }
        rijen = [
            rij | {"beperking": waarden.get(rij["beperking"], rij["beperking"])}
            for rij in self.berichten
            if rij["bericht"] == naam
        ]
        return Berichtsoort(
            naam=naam,
            release=self.regel["naam"],
            codes=codes,
            namespace=f"{self.regel['namespace']}/{naam.lower()}/schema",
            basisnamespace=f"{self.regel['namespace']}/basisschema/schema",
            wortel=Element(
                naam="Bericht", minimum=1, maximum=1, kinderen=tuple(self._klasse(rijen, ""))
            ),
        )

    def _klasse(self, rijen: list[Rij], boven: str) -> Iterator[Element]:
        """The elements directly below the path `boven`, each with what is below it."""
        for rij in rijen:
            ouder, _, naam = rij["pad"].rpartition("/")
            if ouder != boven:
                continue
            if rij["type"]:
                yield self._element(naam, rij["type"], rij)
            else:
                yield _plaats(naam, rij, kinderen=tuple(self._klasse(rijen, rij["pad"])))

    def _element(self, naam: str, type_naam: str, rij: Rij, *, in_basis: bool = False) -> Element:
        if type_naam in self.types:
            datatype = _beperk(self.types[type_naam], rij["beperking"])
            return _plaats(naam, rij, type=datatype, in_basis=in_basis)
        kinderen = tuple(
            self._element(deel["element"], deel["elementtype"], deel, in_basis=True)
            for deel in self.samengesteld[type_naam]
        )
        return _plaats(naam, rij, kinderen=kinderen, in_basis=in_basis, samengesteld=type_naam)


def _plaats(naam: str, rij: Rij, **rest: Any) -> Element:
    minimum, _, maximum = rij["aantal"].partition("..")
    return Element(
        naam=naam,
        minimum=int(minimum),
        maximum=None if maximum == "n" else int(maximum),
        **rest,
    )


def _datatypes(opbouw: str) -> Iterable[tuple[str, Datatype]]:
    codes: dict[str, list[str]] = {}
    for rij in _tabel(opbouw, "codelijsten"):
        codes.setdefault(rij["codelijst"], []).append(rij["code"])
    for rij in _tabel(opbouw, "types"):
        yield (
            rij["type"],
            Datatype(
                naam=rij["type"],
                basis=rij["basis"],  # type: ignore[arg-type]
                minimum=int(rij["minimum"]) if rij["minimum"] else None,
                maximum=int(rij["maximum"]) if rij["maximum"] else None,
                patroon=rij["patroon"] or None,
                codelijst=rij["codelijst"] or None,
                codes=tuple(codes.get(rij["codelijst"], ())),
            ),
        )


def _beperk(datatype: Datatype, beperking: str) -> Datatype:
    """`datatype` narrowed at one place: `..9999` bounds a value, anything else is a pattern."""
    if not beperking:
        return datatype
    kaal = replace(datatype, minimum=None, maximum=None, patroon=None, codelijst=None, codes=())
    if beperking.startswith(".."):
        return replace(kaal, maximum=int(beperking[2:]), beperkt=datatype)
    return replace(kaal, patroon=beperking, beperkt=datatype)
