"""Every figure over the aanmeldroutes of a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from paraplu.casussen.cijfers.tellen import Tabel, list_rijen, make_tabel

from .lezen import read_jaar
from .metingen import METINGEN
from .traject import Traject


def make_tabellen(trajecten: Iterable[Traject], *, jaar: int, op: date) -> dict[str, Tabel]:
    """Every measure over the rows whose day lies in this year, by the key of the measure."""
    alle = list(trajecten)
    return {
        meting.sleutel: make_tabel(meting, list_rijen(meting, alle, jaar=jaar, op=op))
        for meting in METINGEN
    }


def read_tabellen(jaar: int, op: date) -> dict[str, Tabel]:
    """The same for all cases of a year, whoever asks."""
    return make_tabellen(read_jaar(jaar, op=op), jaar=jaar, op=op)
