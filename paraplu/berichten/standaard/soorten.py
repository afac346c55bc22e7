"""What the tables of the standard hold, as values: data type, element, kind of message, release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Basis = Literal["tekst", "getal", "datum", "tijd"]


# Types and elements are compared by identity: the tables give each place in a release once.
@dataclass(frozen=True, kw_only=True, eq=False)
class Datatype:
    """A simple type (LDT): its base, its bounds, its pattern and its codes.

    `minimum` and `maximum` are a number of characters for text and a value for a number.
    `beperkt` is the type that this one narrows: then both have to hold.
    """

    naam: str
    basis: Basis
    minimum: int | None = None
    maximum: int | None = None
    patroon: str | None = None
    codelijst: str | None = None
    codes: tuple[str, ...] = ()
    beperkt: Datatype | None = None

    def lagen(self) -> Iterator[Datatype]:
        """This type and the types it narrows, the widest first."""
        if self.beperkt is not None:
            yield from self.beperkt.lagen()
        yield self


@dataclass(frozen=True, kw_only=True, eq=False)
class Element:
    """One place in a message: a leaf with a `type`, or a class with `kinderen` in fixed order.

    `maximum` is None where there is no bound. `samengesteld` names the composed type (CDT) of a
    class that has one. `in_basis`: the element lives in the namespace of the base schema, as all
    children of a composed type do.
    """

    naam: str
    minimum: int
    maximum: int | None
    type: Datatype | None = None
    kinderen: tuple[Element, ...] = ()
    in_basis: bool = False
    samengesteld: str | None = None
    per_naam: Mapping[str, Element] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "per_naam", {kind.naam: kind for kind in self.kinderen})

    @property
    def is_lijst(self) -> bool:
        """Whether it may stand more than once, so that a read message holds a list."""
        return self.maximum is None or self.maximum > 1

    def kind(self, *namen: str) -> Element:
        """The element at this path below it; KeyError when the standard has no such place."""
        element = self
        for naam in namen:
            element = element.per_naam[naam]
        return element


@dataclass(frozen=True, kw_only=True, eq=False)
class Berichtsoort:
    """One kind of message in one release. `codes` has two for 303 and 304: declaration, invoice."""

    naam: str
    release: str
    codes: tuple[str, ...]
    namespace: str
    basisnamespace: str
    wortel: Element = field(repr=False)

    @property
    def code(self) -> str:
        """The message code (of two: that of the declaration)."""
        return self.codes[0]

    def __str__(self) -> str:
        return f"{self.naam} {self.release}"

    def tag(self, element: Element) -> str:
        """The name of `element` as lxml writes it: `{namespace}Naam`."""
        return f"{{{self.basisnamespace if element.in_basis else self.namespace}}}{element.naam}"


@dataclass(frozen=True, kw_only=True)
class Release:
    """One release of iJW with its kinds of message, by name (JW301 …)."""

    naam: str
    versie: str
    subversie: str
    namespace: str
    berichtsoorten: Mapping[str, Berichtsoort] = field(repr=False)
