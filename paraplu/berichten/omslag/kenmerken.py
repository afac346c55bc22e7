"""Which envelopes and notices we know by name; what we know of them stands in `kenmerken.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

#: What an envelope is called that we do not know by name.
ONBEKEND = "envelop"
ISTANDAARDEN = "http://www.istandaarden.nl/"


@dataclass(frozen=True, kw_only=True)
class Envelop:
    """A kind of envelope. `afzender` and `ontvanger` are paths of local names, from any element.

    `wortels` are the elements that begin one, `lading` those that hold what is delivered in it.
    """

    naam: str
    namespace: str
    wortels: tuple[str, ...]
    lading: tuple[str, ...]
    afzender: tuple[str, ...]
    ontvanger: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Melding:
    """What may come instead of a message: a fault or a confirmation."""

    elementen: tuple[str, ...]
    namespace: str
    tekst: str
    remedie: str


@cache
def envelopen() -> tuple[Envelop, ...]:
    """The envelopes we know, the most particular first."""
    return tuple(
        Envelop(
            naam=rij["naam"],
            namespace=rij["namespace"],
            wortels=tuple(rij["wortels"]),
            lading=tuple(rij["lading"]),
            afzender=tuple(rij.get("afzender", "").split("/")),
            ontvanger=tuple(rij.get("ontvanger", "").split("/")),
        )
        for rij in _data()["envelop"]
    )


@cache
def meldingen() -> tuple[Melding, ...]:
    """The notices we know."""
    return tuple(
        Melding(**(rij | {"elementen": tuple(rij["elementen"])})) for rij in _data()["melding"]
    )


@cache
def delen(tag: str) -> tuple[str, str]:
    """The namespace and the local name of a tag as lxml writes it."""
    namespace, _, naam = tag.removeprefix("{").rpartition("}")
    return namespace, naam


@cache
def is_bericht(tag: str) -> bool:
    """Whether this element begins a message of an iStandaard, iJW or another."""
    return delen(tag)[0].startswith(ISTANDAARDEN)


@cache
def is_wortel(tag: str) -> bool:
    """Whether this element begins an envelope that we know."""
    namespace, naam = delen(tag)
    return any(
        naam in envelop.wortels and namespace.startswith(envelop.namespace)
        for envelop in envelopen()
    )


@cache
def is_lading(tag: str) -> bool:
    """Whether this element holds what is delivered, whatever that is."""
    namespace, naam = delen(tag)
    return any(
        naam in envelop.lading and namespace.startswith(envelop.namespace)
        for envelop in envelopen()
    )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("kenmerken.toml").read_text("utf-8"))
