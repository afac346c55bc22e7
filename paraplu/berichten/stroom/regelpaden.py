"""Which element of a message each line of the tables was: the way back from a line to its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.stroom.indeling import Indeling, indeling


def zoek_regelpaden(bericht: Bericht) -> dict[int, str]:
    """The path of each line by its volgnummer, numbered as the reader numbers them.

    `Client/StartProducten/StartProduct[1]`; of a declaration `…/Client[2]/Prestaties/Prestatie[1]`.
    """
    verdeling = indeling(bericht.soort, bericht.release)
    return dict(enumerate(_paden(bericht.inhoud, verdeling), 1))


def pad_van_klasse(regelpad: str, klasse: str) -> str:
    """The path of the class (without numbers: `Declaratie/Clienten/Client`) that this line is in."""
    stappen = regelpad.split("/")[: klasse.count("/") + 1]
    return "/".join(stappen)


def _paden(inhoud: Mapping[str, Any], verdeling: Indeling) -> Iterator[str]:
    for nummer, client in enumerate(_alle(inhoud, verdeling.client), 1):
        boven = "/".join(verdeling.client)
        if verdeling.stroom or nummer > 1:
            boven = f"{boven}[{nummer}]"
        for soort in verdeling.regels:
            plek = "/".join(deel for deel in (boven, *soort.stappen) if deel)
            for regel, _ in enumerate(_alle(client, soort.stappen), 1):
                yield f"{plek}[{regel}]" if verdeling.client else plek


def _alle(inhoud: Mapping[str, Any], stappen: tuple[str, ...]) -> list[Mapping[str, Any]]:
    """Every element at this path, whichever step of it repeats."""
    gevonden: list[Any] = [inhoud]
    for stap in stappen:
        onder = [een[stap] for een in gevonden if stap in een]
        gevonden = [een for waarde in onder for een in _lijst(waarde)]
    return gevonden


def _lijst(waarde: Any) -> list[Any]:
    return waarde if isinstance(waarde, list) else [waarde]
