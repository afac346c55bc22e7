"""Where a rule is tested: the file with its function, and the test files that name it.

Nothing of this is typed: rules inside one message come from their registry; rules across messages
and terms live above or beside this room, so their files are searched for them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from paraplu.berichten.regels.register import Regel, regels
from paraplu.berichten.regels.toets import toetsen

#: The root of the repository; without one (an installed package) there are no tests to show.
WORTEL: Final = Path(__file__).resolve().parents[3]
#: The codes that the structure check gives.
STRUCTUUR: Final = "paraplu/berichten/codes.py"
#: What is tested on the content of one element, with the structure.
MET_STRUCTUUR: Final = "paraplu/berichten/inhoud.py"

#: A code and a file that names it; the files per code.
Noemer = tuple[str, str]
Bestanden = Mapping[str, tuple[str, ...]]

_KETEN: Final = "paraplu/monitor/keten"
_TERMIJNEN: Final = "paraplu/afspraken/termijnen"
_VERLOOP: Final = "paraplu/berichten/verloop"
#: Its sentences, one per rule: the functions are in the files beside it.
_ZINNEN: Final = f"{_VERLOOP}/zinnen.py"
#: Where the tests of each kind of rule stand.
_TESTS: Final = {
    "structuur": ("tests/berichten/*.py", "tests/berichten/regels/test_structuurregels.py"),
    "bericht": ("tests/berichten/regels/*.py",),
    "met structuur": ("tests/berichten/*.py",),
    "keten": ("tests/monitor/**/*.py",),
    "verloop": ("tests/berichten/verloop/*.py",),
    "termijn": ("tests/termijnen/**/*.py", "tests/berichten/verloop/*.py"),
}
#: These name every rule, or use one as an example.
_GEEN_TEST: Final = frozenset(
    {"tests/berichten/regels/test_register.py", "tests/berichten/regels/test_pagina.py"}
)
_CODE = re.compile(r"(?<![A-Za-z0-9])(?:CD|CS|IV|OP|RS|TR|UP)\d{3}(?:x\d)?(?![A-Za-z0-9])")
_KETENREGEL = re.compile(r"@ketenregel\(\s*[\"'](\w+)[\"']")
_VOLGT = re.compile(r"[\"']((?:IV|OP|TR)\d{3}(?:x\d)?)(?:-\w+)?[\"']")
_TERMIJN = re.compile(r"^\[(OP\d{3}(?:x\d)?)\b", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Vindplaats:
    """The files with the function of a rule and those with its test, as paths from the root."""

    code: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


def zoek_vindplaatsen(wortel: Path = WORTEL) -> Mapping[str, Vindplaats]:
    """Per rule where it is tested; empty for one that is not, or only through other rules."""
    functies = {soort: _verzamel(paren) for soort, paren in _functies(wortel)}
    tests = {soort: _verzamel(_noemers(wortel, *_TESTS[soort])) for soort in _TESTS}
    uit = {}
    for regel in regels().values():
        soort = _soort(regel, functies)
        uit[regel.code] = Vindplaats(
            code=functies.get(soort, {}).get(regel.code, ()),
            tests=tests.get(soort, {}).get(regel.code, ()),
        )
    return uit


def _soort(regel: Regel, functies: Mapping[str, Bestanden]) -> str:
    """The kind of test; the elfproef and the gemeentecode are tested with the structure."""
    if regel.getoetst == "bericht" and regel.code not in functies["bericht"]:
        return "met structuur"
    return regel.getoetst


def _functies(wortel: Path) -> Iterator[tuple[str, Iterable[Noemer]]]:
    """Per kind of test the rules and the file with their function."""
    yield (
        "bericht",
        [(een.code, een.functie.__module__.replace(".", "/") + ".py") for een in toetsen()],
    )
    yield "structuur", _noemers(wortel, STRUCTUUR)
    yield "met structuur", _noemers(wortel, MET_STRUCTUUR)
    yield "keten", _noemers(wortel, f"{_KETEN}/*.py", patroon=_KETENREGEL)
    verloop = [
        een for een in _noemers(wortel, f"{_VERLOOP}/*.py", patroon=_VOLGT) if een[1] != _ZINNEN
    ]
    yield "verloop", verloop
    yield "termijn", [*_noemers(wortel, f"{_TERMIJNEN}/*.toml", patroon=_TERMIJN), *verloop]


def _verzamel(paren: Iterable[Noemer]) -> Bestanden:
    """The files per code, sorted."""
    uit: dict[str, set[str]] = defaultdict(set)
    for code, bestand in paren:
        uit[code].add(bestand)
    return {code: tuple(sorted(bestanden)) for code, bestanden in uit.items()}


def _noemers(wortel: Path, *soorten: str, patroon: re.Pattern[str] = _CODE) -> Iterator[Noemer]:
    """The codes that the files of these kinds name."""
    for bestand in sorted({pad for soort in soorten for pad in wortel.glob(soort)}):
        naam = bestand.relative_to(wortel).as_posix()
        if naam not in _GEEN_TEST:
            for code in set(patroon.findall(bestand.read_text(encoding="utf-8"))):
                yield code, naam
