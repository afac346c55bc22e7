"""The messages a search begins with, and the words it may put in."""

from __future__ import annotations

from pathlib import Path
from random import Random

from paraplu.berichten import schrijf
from tests.berichten.breek import WAARDEN
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht

#: What breaks readers: bombs, mixed namespaces, broken text.
VREEMD = (
    b"",
    b"\xef\xbb\xbf",
    b"<",
    b"\xff\xfe<\x00",
    b"PK\x03\x04",
    b'<!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>',
    b"<a>" * 300,
    b"<a xmlns='http://www.istandaarden.nl/iwmo/3_2/wmo301/schema'/>",
    b"<![CDATA[<Client>]]>",
    "<a>é</a>".encode("cp1252"),
)


def zaai(map_: Path) -> None:
    """Write the first messages into a folder, one file each."""
    rng = Random(1)
    zaden = [schrijf(maak_bericht(soort, rng, hoogstens=2)) for soort in ALLE_SOORTEN]
    for nummer, inhoud in enumerate([*zaden, *VREEMD]):
        (map_ / f"{nummer:03}").write_bytes(inhoud)


def schrijf_woorden(bestand: Path) -> None:
    """Write the words of the standard as a dictionary of libFuzzer."""
    namen = {element for soort in ALLE_SOORTEN for element in _namen(soort.wortel)}
    woorden = [*sorted(namen), *(tekst for tekst in WAARDEN if 0 < len(tekst) < 40), "<!--", "]]>"]
    regels = ("".join(f"\\x{byte:02x}" for byte in woord.encode()) for woord in woorden)
    bestand.write_text("".join(f'"{regel}"\n' for regel in regels))


def _namen(klasse):
    for kind in klasse.kinderen:
        yield kind.naam
        yield from _namen(kind)
