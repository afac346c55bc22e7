"""The written stories are whole: a test for each, every picture there and small, none too many."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.journeys.werk.verhaal import HANDLEIDING, module_van

GROOTSTE_BEELD = 100_000
BEELD = re.compile(r"!\[([^\]]+)\]\(beeld/([^)]+)\)")


def list_verhalen() -> list[Path]:
    """The stories that are written now."""
    return sorted(pad for pad in HANDLEIDING.glob("*.md") if pad.name != "README.md")


VERHALEN = list_verhalen()


def test_er_zijn_verhalen_en_de_inhoudsopgave_noemt_ze_alle():
    inhoud = (HANDLEIDING / "README.md").read_text(encoding="utf-8")
    assert list_verhalen()
    assert sorted(re.findall(r"\]\(([^)]+\.md)\)", inhoud)) == [pad.name for pad in list_verhalen()]
    for pad in list_verhalen():
        kop = pad.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        assert f"[{kop}]({pad.name})" in inhoud


@pytest.mark.parametrize("pad", VERHALEN, ids=lambda pad: pad.stem)
def test_elk_verhaal_heeft_zijn_test_en_vertelt_de_stappen_daarvan(pad: Path):
    bron = Path(__file__).with_name(f"test_{module_van(pad.stem)}.py").read_text(encoding="utf-8")
    koppen = re.findall(r"^## \d+\. (.+)$", pad.read_text(encoding="utf-8"), re.MULTILINE)
    stappen = re.findall(r'v\.stap\(\s*"([^"]+)"', bron)
    assert koppen == stappen


@pytest.mark.parametrize("pad", VERHALEN, ids=lambda pad: pad.stem)
def test_elk_beeld_van_een_verhaal_is_er_en_is_klein(pad: Path):
    beelden = BEELD.findall(pad.read_text(encoding="utf-8"))
    assert beelden
    for _onderschrift, naam in beelden:
        assert 1_000 < (HANDLEIDING / "beeld" / naam).stat().st_size < GROOTSTE_BEELD, naam


def test_geen_beeld_staat_er_zonder_verhaal():
    genoemd = {
        naam
        for pad in list_verhalen()
        for _o, naam in BEELD.findall(pad.read_text(encoding="utf-8"))
    }
    assert {pad.name for pad in (HANDLEIDING / "beeld").iterdir()} == genoemd
