"""The pages that are generated from data, committed, and compared in a test.

A room adds its own with `add`, in its `opdrachten.register`; `bin/paraplu documenten` writes all of
them. A page must come out the same on every machine: no clock, no figures of a run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from paraplu.afspraken import lezingpaginas, vereistenpagina
from paraplu.afspraken.begrippen import make_begrippen
from paraplu.afspraken.lezingen import lezingen
from paraplu.afspraken.routes import pagina as routepaginas

#: The root of the repository.
WORTEL = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Pagina:
    """A generated file: its path from the root, and the function that makes its text."""

    pad: str
    make: Callable[[], str]


_paginas: dict[str, Pagina] = {}


def add(paginas: Iterable[Pagina]) -> None:
    """Add pages; a page with a path that is known takes its place."""
    _paginas.update({pagina.pad: pagina for pagina in paginas})


def paginas() -> tuple[Pagina, ...]:
    """All generated pages, by path."""
    return tuple(_paginas[pad] for pad in sorted(_paginas))


def write_all(wortel: Path = WORTEL) -> list[str]:
    """Write every page that is not up to date; the paths written."""
    gewijzigd = find_outdated(wortel)
    for pad in gewijzigd:
        bestand = wortel / pad
        bestand.parent.mkdir(parents=True, exist_ok=True)
        bestand.write_text(_paginas[pad].make(), encoding="utf-8")
    return gewijzigd


def find_outdated(wortel: Path = WORTEL) -> list[str]:
    """The pages that are missing or would come out otherwise."""
    return [pagina.pad for pagina in paginas() if _read(wortel / pagina.pad) != pagina.make()]


def _read(bestand: Path) -> str | None:
    return bestand.read_text(encoding="utf-8") if bestand.is_file() else None


def _lezingpagina(nummer: str) -> Pagina:
    return Pagina(f"docs/lezingen/{nummer}.md", lambda: lezingpaginas.make_pagina(nummer))


add(
    [
        Pagina("docs/vereisten.md", lambda: vereistenpagina.make_pagina(WORTEL)),
        Pagina("docs/begrippen.md", make_begrippen),
        Pagina("docs/lezingen/README.md", lezingpaginas.make_index),
        *(_lezingpagina(nummer) for nummer, lezing in lezingen().items() if lezing.is_voor_monitor),
        *(Pagina(pad, make) for pad, make in routepaginas.make_paginas()),
    ]
)
