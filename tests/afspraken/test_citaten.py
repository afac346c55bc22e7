"""A citation names a requirement or a reading that exists, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from paraplu.afspraken import lezingen, vereisten
from paraplu.afspraken.citaten import claims, find_citaten, find_reeksen
from tests.afspraken.conftest import WORTEL


def test_elk_citaat_in_de_repository_bestaat():
    onbekend = [
        f"{citaat.bestand}:{citaat.regel} noemt {citaat.nummer}"
        for citaat in find_citaten(WORTEL)
        if not vereisten.bestaat(citaat.nummer) and not lezingen.bestaat(citaat.nummer)
    ]
    assert onbekend == []


@pytest.mark.parametrize(
    ("tekst", "nummers"),
    [
        ("zie R193", ["R193"]),
        ("(R193–R195)", ["R193", "R194", "R195"]),
        ("R193-R194, R308", ["R193", "R194", "R308"]),
        ("R193–195", ["R193", "R194", "R195"]),
        ("P5/P6", ["P5", "P6"]),
        ("RS033, RA7, PAR001, P1D, x.R5, V-R6", []),
    ],
)
def test_een_citaat_is_het_kale_nummer_of_een_reeks(tekst, nummers):
    assert [nummer for reeks in find_reeksen(tekst) for nummer in reeks] == nummers


def maak(wortel: Path, naam: str, tekst: str) -> None:
    bestand = wortel / naam
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.write_text(tekst, encoding="utf-8")


def test_code_en_tests_zijn_apart_te_zien(tmp_path):
    maak(tmp_path, "paraplu/monitor/v1.py", "# R193\n")
    maak(tmp_path, "tests/spec/test_v1.py", "# R193 and P5\n")
    maak(tmp_path, "docs/uitleg.md", "R195\n")
    code, tests = claims(find_citaten(tmp_path))
    assert code == {"R193": ["paraplu/monitor/v1.py"]}
    assert tests == {"R193": ["tests/spec/test_v1.py"], "P5": ["tests/spec/test_v1.py"]}


def test_een_onbekend_nummer_valt_op_ook_in_uitleg_en_in_een_reeks(tmp_path):
    te_hoog = len(vereisten.vereisten()) + 1
    maak(tmp_path, "README.md", f"R{te_hoog}\n")
    maak(tmp_path, "bench/snel.py", f"# R{te_hoog - 1}-R{te_hoog}\n")
    gevonden = {(c.bestand, c.nummer) for c in find_citaten(tmp_path)}
    assert {("README.md", f"R{te_hoog}"), ("bench/snel.py", f"R{te_hoog}")} <= gevonden


def test_een_heel_wijde_reeks_en_een_tekst_voor_lezers_claimen_niets(tmp_path):
    maak(tmp_path, "tests/test_a.py", "# P1-P63\n")
    maak(tmp_path, "tests/README.md", "R193\n")
    assert claims(find_citaten(tmp_path)) == ({}, {})


def test_het_register_zelf_is_geen_citaat(tmp_path):
    maak(tmp_path, "paraplu/afspraken/vereisten/L.toml", "[R193]\n")
    maak(tmp_path, "docs/vereisten.md", "R193\n")
    assert find_citaten(tmp_path) == []
