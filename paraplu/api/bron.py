"""One source of the API: its address, what may be asked, what it answers, and who may ask.

The routes, the rows in the rights matrix and the OpenAPI document are all made of these
declarations, so they cannot say different things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from paraplu.web.models import Gebruiker, Soort

from .lezer import Lezer
from .parameters import PAD, PAGINA, PAGINAGROOTTE, Parameter
from .versie import BASIS
from .vorm import Schema, ding, lijst, links, of_niets, verwijs


@dataclass(frozen=True, kw_only=True)
class Verzoek:
    """One question: by whom, on which day, with which values. `begin` is the address of the site."""

    lezer: Lezer
    op: date
    begin: str
    pad: dict[str, str]
    vragen: dict[str, Any] = field(default_factory=dict)

    @property
    def gebruiker(self) -> Gebruiker | None:
        return self.lezer.gebruiker

    def adres(self, pad: str, **vragen: Any) -> str:
        """The full address of a source of ours; values that are None are left out."""
        tekst = urlencode({naam: waarde for naam, waarde in vragen.items() if waarde is not None})
        return f"{self.begin}{BASIS}{pad}" + (f"?{tekst}" if tekst else "")

    def pagina(self, pad: str) -> str:
        """The full address of a page for people."""
        return f"{self.begin}{pad}"


@dataclass(frozen=True, kw_only=True)
class Bron:
    """`geef` answers: of a list every item in a fixed order, else one object.

    `cijfers`: seen through the eyes of the reader, so traced and kept by nobody on the way.
    `besloten`: nobody without an account. `naam` is the name of the route; `model` what one item is called in the document.
    """

    naam: str
    pad: str
    groep: str
    samenvatting: str
    uitleg: str
    model: str
    schema: Schema
    voorbeeld: dict[str, Any]
    geef: Callable[[Verzoek], Any]
    wie: frozenset[Soort]
    vragen: tuple[Parameter, ...] = ()
    lijst: bool = False
    cijfers: bool = False
    besloten: bool = False
    schemas: dict[str, Schema] = field(default_factory=dict)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Everything that its address may say."""
        return (*self.vragen, PAGINA, PAGINAGROOTTE) if self.lijst else self.vragen

    @property
    def route(self) -> str:
        """The address as Django's router writes it."""
        return BASIS.removeprefix("/") + re.sub(r"{(\w+)}", r"<str:\1>", self.pad)

    @property
    def antwoord(self) -> Schema:
        """What a success holds."""
        if not self.lijst:
            return verwijs(self.model)
        return ding(
            links=verwijs("Bladerlinks"),
            aantal={
                "type": "integer",
                "minimum": 0,
                "description": "Items op alle pagina's samen.",
            },
            items=lijst(verwijs(self.model)),
        )

    def fits(self, pad: dict[str, str]) -> bool:
        """Whether the words in a path have the form that is declared."""
        vormen = {een.naam: een for een in self.vragen if een.plaats == PAD}
        try:
            for naam, waarde in pad.items():
                vormen[naam].read(waarde)
        except ValueError:
            return False
        return True


BLADERLINKS: Schema = ding(
    **links("self")["properties"],
    next=of_niets({"type": "string", "format": "uri"}, "De volgende pagina; null op de laatste."),
    prev=of_niets({"type": "string", "format": "uri"}, "De vorige pagina; null op de eerste."),
)


def take_pagina(items: Sequence[Any], verzoek: Verzoek, pad: str) -> dict[str, Any] | None:
    """The page that was asked with the addresses of those around it; None when there is no such."""
    grootte, nummer = verzoek.vragen["paginaGrootte"], verzoek.vragen["pagina"]
    laatste = max(1, -(-len(items) // grootte))
    if nummer > laatste:
        return None

    def ga(naar: int) -> str:
        anders = {"pagina": PAGINA.anders, "paginaGrootte": PAGINAGROOTTE.anders}
        vragen = {**verzoek.vragen, "pagina": naar}
        gezet = {naam: w for naam, w in vragen.items() if w != anders.get(naam)}
        return verzoek.adres(pad, **gezet)

    return {
        "links": {
            "self": ga(nummer),
            "next": ga(nummer + 1) if nummer < laatste else None,
            "prev": ga(nummer - 1) if nummer > 1 else None,
        },
        "aantal": len(items),
        "items": list(items[(nummer - 1) * grootte : nummer * grootte]),
    }
