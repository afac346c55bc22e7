"""A mapping: which column of an extract is which field, and how values are written there.

A mapping is a small TOML file. The user's own stand in `var/afbeeldingen`, examples beside this
module. It says nothing about a child, so it may be shared with others who have the same software.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from paraplu.afspraken.plaats import var_map
from paraplu.berichten.uittreksel.cellen import DATUMVORMEN, Schrijfwijze
from paraplu.berichten.uittreksel.velden import Tabel, tabellen

VOORBEELDEN: Final = Path(__file__).with_name("afbeeldingen")
_NAAM = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_KEUZES: Final = {"getal": ("komma", "punt"), "bedrag": ("euro", "cent")}
HOOGSTENS_BYTES: Final = 100_000


class AfbeeldingOngeldig(ValueError):
    """The mapping cannot be used; `str()` is the Dutch sentence that says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Afbeelding:
    """Which column is which field. `kolommen` has the heading per field, `vast` a value for all
    rows, `vertaal` per field what a value in the sheet means. `blad`: the sheet of a workbook.
    """

    tabel: str
    kolommen: Mapping[str, str] = field(default_factory=dict)
    vast: Mapping[str, str] = field(default_factory=dict)
    vertaal: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    wijze: Schrijfwijze = field(default_factory=Schrijfwijze)
    blad: str = ""

    @property
    def van(self) -> Tabel:
        """The table it is of."""
        return tabellen()[self.tabel]


def lees_afbeelding(tekst: str) -> Afbeelding:
    """The mapping in a TOML text. Raises AfbeeldingOngeldig."""
    try:
        data = tomllib.loads(tekst)
    except (tomllib.TOMLDecodeError, RecursionError) as fout:
        raise AfbeeldingOngeldig(
            'De afbeelding is geen goede TOML. Elke regel heeft de vorm: naam = "waarde".'
        ) from fout
    tabel = data.get("tabel")
    if not isinstance(tabel, str) or tabel not in tabellen():
        raise AfbeeldingOngeldig(
            f"Zet bij `tabel` een van deze: {', '.join(tabellen())}. Nu is niet te zien wat er in het "
            "uittreksel staat."
        )
    vreemd = sorted(set(data) - {"tabel", "blad", "datum", "getal", "bedrag", *_DELEN})
    if vreemd:
        raise AfbeeldingOngeldig(
            f"Dit kent een afbeelding niet: {', '.join(vreemd)}. Haal het weg."
        )
    delen = {naam: _deel(data, naam) for naam in _DELEN}
    afbeelding = Afbeelding(
        tabel=tabel,
        kolommen=delen["kolommen"],
        vast=delen["vast"],
        vertaal=_vertalingen(delen["vertaal"]),
        wijze=_wijze(data),
        blad=str(data.get("blad", "")),
    )
    _keur_velden(afbeelding)
    return afbeelding


_DELEN: Final = ("kolommen", "vast", "vertaal")


def _deel(data: Mapping[str, Any], naam: str) -> dict[str, Any]:
    deel = data.get(naam, {})
    if not isinstance(deel, dict):
        raise AfbeeldingOngeldig(f"`{naam}` is een kopje: schrijf [{naam}] met regels eronder.")
    if naam == "vertaal":
        return deel
    return {veld: str(waarde) for veld, waarde in deel.items()}


def _vertalingen(deel: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    if any(not isinstance(waarden, dict) for waarden in deel.values()):
        raise AfbeeldingOngeldig(
            "Een vertaling heeft een kopje per veld: [vertaal.frequentie], met regels als "
            'week = "2".'
        )
    return {
        veld: {str(van).strip().lower(): str(naar) for van, naar in waarden.items()}
        for veld, waarden in deel.items()
    }


def _wijze(data: Mapping[str, Any]) -> Schrijfwijze:
    keuzes = {"datum": tuple(DATUMVORMEN), **_KEUZES}
    gekozen = {}
    for naam, mogelijk in keuzes.items():
        waarde = data.get(naam, mogelijk[0])
        if waarde not in mogelijk:
            raise AfbeeldingOngeldig(f"Zet bij `{naam}` een van deze: {', '.join(mogelijk)}.")
        gekozen[naam] = waarde
    return Schrijfwijze(**gekozen)


def _keur_velden(afbeelding: Afbeelding) -> None:
    velden = afbeelding.van.velden
    genoemd = {*afbeelding.kolommen, *afbeelding.vast, *afbeelding.vertaal}
    if vreemd := sorted(genoemd - set(velden)):
        raise AfbeeldingOngeldig(
            f"De tabel {afbeelding.tabel} heeft geen veld {', '.join(vreemd)}. Wel: "
            f"{', '.join(velden)}."
        )
    if dubbel := sorted(set(afbeelding.kolommen) & set(afbeelding.vast)):
        raise AfbeeldingOngeldig(
            f"Kies voor {', '.join(dubbel)} een kolom of een vaste waarde, niet beide."
        )


def schrijf_afbeelding(afbeelding: Afbeelding) -> str:
    """The mapping as TOML, with a word on what may be changed."""
    velden = afbeelding.van.velden
    regels = [
        "# Welke kolom van het uittreksel welk veld is. Zie docs/uittreksels.md.",
        f"tabel = {_toml(afbeelding.tabel)}",
        *([f"blad = {_toml(afbeelding.blad)}"] if afbeelding.blad else []),
        f"datum = {_toml(afbeelding.wijze.datum)}  # of: {_anders(DATUMVORMEN, afbeelding.wijze.datum)}",
        f"getal = {_toml(afbeelding.wijze.getal)}  # komma: 1.234,5; punt: 1,234.5",
        f"bedrag = {_toml(afbeelding.wijze.bedrag)}  # euro of cent",
        "",
        "[kolommen]",
    ]
    for naam, veld in velden.items():
        if naam in afbeelding.kolommen:
            regels.append(f"{naam} = {_toml(afbeelding.kolommen[naam])}")
        elif naam not in afbeelding.vast:
            regels.append(f'# {naam} = ""{"  # verplicht" if veld.verplicht else ""}')
    regels += ["", "# Wat voor alle rijen hetzelfde is en niet in een kolom staat.", "[vast]"]
    regels += [f"{naam} = {_toml(waarde)}" for naam, waarde in afbeelding.vast.items()]
    for naam, waarden in afbeelding.vertaal.items():
        regels += ["", f"[vertaal.{naam}]"]
        regels += [f"{_toml(van)} = {_toml(naar)}" for van, naar in waarden.items()]
    return "\n".join(regels) + "\n"


def _anders(keuzes: Mapping[str, object], gekozen: str) -> str:
    return ", ".join(keuze for keuze in keuzes if keuze != gekozen)


def _toml(tekst: str) -> str:
    return json.dumps(tekst, ensure_ascii=False).replace("\x7f", "\\u007f")


def afbeeldingen_map() -> Path:
    """Where the user's own mappings stand."""
    return var_map() / "afbeeldingen"


def bewaar_afbeelding(naam: str, afbeelding: Afbeelding) -> Path:
    """Keep a mapping under a name; raises AfbeeldingOngeldig when the name is taken or odd."""
    if not _NAAM.fullmatch(naam):
        raise AfbeeldingOngeldig(
            "Kies een naam met kleine letters, cijfers en streepjes, zoals toewijzingen-arnhem."
        )
    plaats = afbeeldingen_map()
    plaats.mkdir(parents=True, exist_ok=True, mode=0o700)
    pad = plaats / f"{naam}.toml"
    try:
        with pad.open("x", encoding="utf-8") as doel:
            doel.write(schrijf_afbeelding(afbeelding))
    except FileExistsError:
        raise AfbeeldingOngeldig(
            f"Er is al een afbeelding {naam}. Kies een andere naam, of wijzig {pad}."
        ) from None
    return pad


def afbeeldingen() -> tuple[str, ...]:
    """The names of all mappings, the user's own first."""
    eigen = sorted(pad.stem for pad in afbeeldingen_map().glob("*.toml"))
    onze = sorted(pad.stem for pad in VOORBEELDEN.glob("*.toml"))
    return tuple(dict.fromkeys([*eigen, *onze]))


def zoek_afbeelding(naam: str) -> Afbeelding:
    """The mapping with this name, or in the file at this path. Raises AfbeeldingOngeldig."""
    kandidaten = [afbeeldingen_map() / f"{naam}.toml", VOORBEELDEN / f"{naam}.toml"]
    if not _NAAM.fullmatch(naam):
        kandidaten = [Path(naam)]
    for pad in kandidaten:
        if pad.is_file() and os.access(pad, os.R_OK):
            if pad.stat().st_size > HOOGSTENS_BYTES:
                raise AfbeeldingOngeldig("De afbeelding is te groot. Is dit het goede bestand?")
            try:
                return lees_afbeelding(pad.read_text("utf-8"))
            except UnicodeDecodeError:
                raise AfbeeldingOngeldig("De afbeelding is geen tekst in UTF-8.") from None
    bekend = ", ".join(afbeeldingen())
    raise AfbeeldingOngeldig(f"Er is geen afbeelding met deze naam. Wel: {bekend}.")
