"""The repository's own promises, read from the files that git tracks."""

from __future__ import annotations

import ast
import json
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
TEKST = {
    ".py",
    ".toml",
    ".md",
    ".html",
    ".css",
    ".svg",
    ".txt",
    ".yml",
    ".json",
    ".tsv",
    ".csv",
    ".js",
    ".po",
    "",
}


@cache
def tracked() -> tuple[Path, ...]:
    """Files that git knows, or will know with the next `git add`."""
    namen = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=WORTEL, capture_output=True, text=True, check=True,
    ).stdout.split("\n")  # fmt: skip
    return tuple(WORTEL / naam for naam in namen if naam and (WORTEL / naam).is_file())


def texts(*endings: str) -> list[tuple[str, str]]:
    keuze = set(endings) or TEKST
    return [
        (str(pad.relative_to(WORTEL)), pad.read_text(encoding="utf-8", errors="replace"))
        for pad in tracked()
        if pad.suffix in keuze
    ]


def passes_elfproef(nummer: str) -> bool:
    som = sum(
        int(cijfer) * weging
        for cijfer, weging in zip(nummer, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
    )
    return som % 11 == 0 and nummer != "000000000"


def test_de_kamers_importeren_alleen_naar_beneden():
    lint = Path(sys.executable).with_name("lint-imports")
    uitkomst = subprocess.run(
        [lint, "--no-cache"], cwd=WORTEL, capture_output=True, text=True, check=False
    )
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_geen_bsn_buiten_de_testreeks():
    gevonden = [
        f"{naam}: {nummer[:3]}…"
        for naam, tekst in texts()
        if not naam.startswith(("requirements", "package-lock"))
        for nummer in re.findall(r"(?<![0-9a-zA-Z.])[0-9]{9}(?![0-9a-zA-Z.])", tekst)
        if passes_elfproef(nummer) and not 999900006 <= int(nummer) <= 999999990
    ]
    # 123456782 is the textbook example of the elfproef, and nobody's number.
    assert [regel for regel in gevonden if not regel.endswith("123…")] == []


def test_geen_plaats_van_een_machine_of_pakketbron():
    woorden = [
        "py" + "pi.org",
        "python" + "hosted",
        "registry.npm" + "js",
        f"{WORTEL.parent}/",
    ]
    gevonden = [
        naam for naam, tekst in texts() for woord in woorden if len(woord) > 4 and woord in tekst
    ]
    assert gevonden == []


def test_geen_bestand_of_functie_wordt_te_lang():
    lang = []
    for naam, tekst in texts(".py"):
        if "migrations" in naam:
            continue
        # A written story is one function: it is read from its beginning to its end.
        regels = 200 if "journeys/werk" in naam else 60
        if tekst.count("\n") > 500:
            lang.append(naam)
        for knoop in ast.walk(ast.parse(tekst)):
            if isinstance(knoop, ast.FunctionDef) and knoop.end_lineno - knoop.lineno > regels:
                lang.append(f"{naam}:{knoop.lineno} {knoop.name}")
    assert lang == []


def test_niets_belooft_later_werk():
    woorden = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
    assert [naam for naam, tekst in texts(".py", ".html", ".toml") if woorden.search(tekst)] == []


def test_elk_pakket_heeft_een_hash_en_een_reden():
    redenen = (WORTEL / "docs/dependencies.md").read_text().lower()
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text())["project"]
    eisen = project["dependencies"] + [
        eis for lijst in project["optional-dependencies"].values() for eis in lijst
    ]
    namen = [re.split(r"[\[<>=; ]", eis)[0] for eis in eisen]
    npm = json.loads((WORTEL / "package.json").read_text())
    namen += [*npm["dependencies"], *npm.get("devDependencies", {})]
    assert [naam for naam in namen if naam.lower() not in redenen] == []
    for lijst in ("requirements.txt", "requirements-test.txt", "requirements-uv.txt"):
        tekst = (WORTEL / lijst).read_text()
        pakketten = re.findall(r"^[a-z0-9][^ =]*==", tekst, re.M)
        assert pakketten
        assert len(re.findall(r"==[^\n]+\\\n\s+--hash=sha256:", tekst)) == len(pakketten)


@pytest.mark.parametrize(
    "naam", ["bin/start", "bin/test", "bin/paraplu", "bin/_inrichten", ".ci/run"]
)
def test_de_opdrachten_zijn_geldige_sh(naam):
    assert (WORTEL / naam).stat().st_mode & 0o111 or naam.endswith("_inrichten")
    subprocess.run([shutil.which("sh"), "-n", naam], cwd=WORTEL, check=True)


def test_het_netwerk_is_dicht_tijdens_de_tests():
    with pytest.raises(Exception, match="host"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
