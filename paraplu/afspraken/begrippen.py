"""The Dutch nouns that stand in code, each with one line of English: the page `docs/begrippen.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from paraplu.afspraken.gegevens import rijen

_KOP = """# Begrippen

What the domain calls things is Dutch, in code too: the words of the sources, the law and the iJW standard. This page says what each one means. `bin/paraplu documenten` makes it from `paraplu/afspraken/gegevens/begrippen.csv`.
"""
_TABELKOP = "\n## {titel}\n\n| term | in code | meaning |\n|---|---|---|\n"

#: Where a word comes from, with the title of its table.
HERKOMST = {"domein": "Words of the domain", "huis": "Words of this house"}


@dataclass(frozen=True)
class Begrip:
    """A Dutch noun.

    `in_code` is the name as it stands in identifiers, empty if it does not; `herkomst` is a key of
    HERKOMST: from the sources, the law or iJW, or chosen by us.
    """

    begrip: str
    in_code: str
    herkomst: str
    betekenis: str


@cache
def begrippen() -> tuple[Begrip, ...]:
    """All terms, in the order of the alphabet."""
    gelezen = (Begrip(**rij) for rij in rijen("begrippen"))
    return tuple(sorted(gelezen, key=lambda begrip: begrip.begrip.lower()))


def make_begrippen() -> str:
    """The page: a table per origin."""
    return _KOP + "".join(
        _TABELKOP.format(titel=titel)
        + "".join(_rij(item) for item in begrippen() if item.herkomst == herkomst)
        for herkomst, titel in HERKOMST.items()
    )


def _rij(item: Begrip) -> str:
    in_code = f"`{item.in_code}`" if item.in_code else ""
    return f"| {item.begrip} | {in_code} | {item.betekenis} |\n"
