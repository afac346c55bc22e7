"""In which languages the family reads. Another one is a line here and a catalogue in `locale`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: The first one is the language in which the pages are written.
TALEN: Final[Mapping[str, str]] = MappingProxyType({"nl": "Nederlands", "en": "English"})
EIGEN: Final = "nl"


def choose_taal(*keuzes: str) -> str:
    """The first of these that we speak, else our own."""
    return next((taal for taal in keuzes if taal in TALEN), EIGEN)


def best_of(koptekst: str) -> str:
    """The first language of an Accept-Language header that we speak; "" when there is none."""
    gevraagd = (deel.split(";")[0].strip().lower() for deel in koptekst.split(","))
    return next((taal[:2] for taal in gevraagd if taal[:2] in TALEN), "")
