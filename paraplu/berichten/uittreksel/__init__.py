"""Extracts: a table of a back office (CSV, XLSX) read as messages, through a described mapping."""

from paraplu.berichten.uittreksel.afbeelding import (
    Afbeelding,
    AfbeeldingOngeldig,
    afbeeldingen,
    bewaar_afbeelding,
    lees_afbeelding,
    schrijf_afbeelding,
    zoek_afbeelding,
)
from paraplu.berichten.uittreksel.blad import Blad, BladOnleesbaar, lees_blad
from paraplu.berichten.uittreksel.koppen import stel_voor
from paraplu.berichten.uittreksel.pakket import maak_pakket
from paraplu.berichten.uittreksel.voorbeeld import Voorbeeld, maak_voorbeeld

__all__ = [
    "Afbeelding",
    "AfbeeldingOngeldig",
    "Blad",
    "BladOnleesbaar",
    "Voorbeeld",
    "afbeeldingen",
    "bewaar_afbeelding",
    "lees_afbeelding",
    "lees_blad",
    "maak_pakket",
    "maak_voorbeeld",
    "schrijf_afbeelding",
    "stel_voor",
    "zoek_afbeelding",
]
