"""Where the repository cites the ledger: which files name R193 or P50.

A citation is the bare number, `R193` or `P50`; `R193–R203` (with a dash or a hyphen) names all in
between. Files that define or list the numbers are not searched. A citation claims its number, unless
it stands in a text for readers (`.md`) or in a range so wide that it only names the ledger.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CITAAT = re.compile(r"(?<![\w#&.-])([RP])(\d{1,3})(?:\s?[–-]\s?\1?(\d{1,3}))?(?![\w])")

#: What is searched, from the root of the repository.
MAPPEN = ("paraplu", "tests", "bench", "docs", "bin")
SOORTEN = frozenset({".py", ".toml", ".md", ".html", ".txt", ".sh", ""})
#: What defines or lists the numbers, or uses some as an example.
OVERGESLAGEN = (
    "paraplu/afspraken/vereisten",
    "paraplu/afspraken/lezingen",
    "docs/vereisten.md",
    "docs/lezingen",
    "paraplu/afspraken/citaten.py",
    "tests/afspraken/test_citaten.py",
    "tests/afspraken/test_vereisten.py",
    "tests/afspraken/test_lezingen.py",
)
#: A range of more numbers than this names the ledger and claims nothing.
WIJD = 20
_NOOIT = frozenset({"__pycache__", "node_modules", ".venv", "var", "statisch"})


@dataclass(frozen=True, order=True)
class Citaat:
    """One number in one line of one file (path from the root, with slashes)."""

    nummer: str
    bestand: str
    regel: int
    is_claim: bool


def find_reeksen(tekst: str) -> Iterator[tuple[str, ...]]:
    """What a text cites, in order: each citation as its numbers, a range written out.

    >>> list(find_reeksen("(R193–R195, R308) as P2-P3 say; RS033 and P1D are none"))
    [('R193', 'R194', 'R195'), ('R308',), ('P2', 'P3')]
    """
    for letter, eerste, laatste in _CITAAT.findall(tekst):
        yield tuple(f"{letter}{n}" for n in range(int(eerste), int(laatste or eerste) + 1))


def find_citaten(wortel: Path) -> list[Citaat]:
    """All citations under the root of the repository, sorted."""
    gevonden = {
        Citaat(nummer, naam, regelnummer, bestand.suffix != ".md" and len(reeks) <= WIJD)
        for naam, bestand in _bestanden(wortel)
        for regelnummer, regel in enumerate(_regels(bestand), start=1)
        for reeks in find_reeksen(regel)
        for nummer in reeks
    }
    return sorted(gevonden, key=lambda c: (c.nummer[0], int(c.nummer[1:]), c.bestand, c.regel))


def _bestanden(wortel: Path) -> Iterator[tuple[str, Path]]:
    paden = [wortel / "README.md", *(p for m in MAPPEN for p in sorted((wortel / m).rglob("*")))]
    for pad in paden:
        naam = pad.relative_to(wortel).as_posix()
        if pad.suffix not in SOORTEN or not pad.is_file() or naam.startswith(OVERGESLAGEN):
            continue
        if not _NOOIT.intersection(pad.parts):
            yield naam, pad


def _regels(bestand: Path) -> list[str]:
    return bestand.read_text(encoding="utf-8", errors="replace").splitlines()


def claims(citaten: list[Citaat]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Per number the files of the program that claim it, and the test files that do."""
    code: dict[str, set[str]] = defaultdict(set)
    tests: dict[str, set[str]] = defaultdict(set)
    for citaat in citaten:
        if not citaat.is_claim:
            continue
        if citaat.bestand.startswith("paraplu/"):
            code[citaat.nummer].add(citaat.bestand)
        elif citaat.bestand.startswith("tests/"):
            tests[citaat.nummer].add(citaat.bestand)
    return (
        {nummer: sorted(bestanden) for nummer, bestanden in code.items()},
        {nummer: sorted(bestanden) for nummer, bestanden in tests.items()},
    )
