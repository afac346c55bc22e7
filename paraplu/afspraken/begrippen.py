"""The Dutch nouns that stand in code, each with one line of English: the page `docs/begrippen.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from paraplu.afspraken.gegevens import rijen

_KOP = """# Begrippen

What the domain calls things is Dutch, in code too: the words of the sources, the law and the iJW standard. This page says what each one means. `bin/paraplu documenten` makes it from `paraplu/afspraken/gegevens/begrippen.csv`.

| term | in code | meaning |
|---|---|---|
"""


@dataclass(frozen=True)
class Begrip:
    """A Dutch noun; `in_code` is the name as it stands in identifiers, empty if it does not."""

    begrip: str
    in_code: str
    betekenis: str


@cache
def begrippen() -> tuple[Begrip, ...]:
    """All terms, in the order of the alphabet."""
    gelezen = (Begrip(**rij) for rij in rijen("begrippen"))
    return tuple(sorted(gelezen, key=lambda begrip: begrip.begrip.lower()))


def make_begrippen() -> str:
    """The page as a table."""
    return _KOP + "".join(
        f"| {item.begrip} | {f'`{item.in_code}`' if item.in_code else ''} | {item.betekenis} |\n"
        for item in begrippen()
    )
