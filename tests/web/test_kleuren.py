"""The tokens: text is legible on every surface it stands on, in light and in dark (WCAG 1.4.3)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import paraplu.web

TOKENS = Path(paraplu.web.__file__).parent / "static" / "web" / "tokens.css"
#: Text, and the surfaces it may stand on.
TEKST = [
    *[(tekst, vlak) for tekst in ("inkt", "inkt-zacht", "petrol", "groen", "roest")
      for vlak in ("papier", "kaart", "vlak")],
    ("saffraan-op", "saffraan"), ("petrol-op", "petrol"), ("petrol-op", "petrol-hover"), ("saffraan-inkt", "saffraan-vlak"),
    ("kader-inkt", "kader"), ("kader-inkt", "kader-actief"), ("kader-zacht", "kader"),
    ("roest", "roest-vlak"), ("groen", "groen-vlak"), ("inkt", "roest-vlak"), ("inkt", "groen-vlak"),
    *[(f"trap-{n}-inkt", f"trap-{n}") for n in range(1, 6)],
]  # fmt: skip
#: What must be seen without being read: edges of fields and lines of charts (WCAG 1.4.11).
VORM = [("lijn-veld", "kaart"), ("reeks-1", "kaart"), ("reeks-2", "kaart"), ("reeks-3", "kaart")]


def read_tokens(thema: int) -> dict[str, str]:
    kleuren: dict[str, str] = {}
    for naam, waarde in re.findall(r"--([\w-]+):\s*([^;]+);", TOKENS.read_text()):
        if paar := re.fullmatch(r"light-dark\((#\w+), (#\w+)\)", waarde):
            kleuren[naam] = paar[thema + 1]
        elif re.fullmatch(r"#\w{6}", waarde):
            kleuren[naam] = waarde
        elif verwijzing := re.fullmatch(r"var\(--([\w-]+)\)", waarde):
            kleuren[naam] = kleuren.get(verwijzing[1], "")
    return kleuren


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((luminantie(een), luminantie(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def luminantie(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rood, groen, blauw = (
        d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def test_zwart_op_wit_is_eenentwintig():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("thema", [0, 1], ids=["licht", "donker"])
@pytest.mark.parametrize(("tekst", "vlak"), TEKST)
def test_tekst_is_leesbaar(tekst, vlak, thema):
    kleuren = read_tokens(thema)
    assert contrast(kleuren[tekst], kleuren[vlak]) >= 4.5


@pytest.mark.parametrize("thema", [0, 1], ids=["licht", "donker"])
@pytest.mark.parametrize(("vorm", "vlak"), VORM)
def test_een_vorm_is_te_zien(vorm, vlak, thema):
    kleuren = read_tokens(thema)
    assert contrast(kleuren[vorm], kleuren[vlak]) >= 3


def test_kleuren_staan_alleen_bij_de_tokens():
    for blad in TOKENS.parent.glob("*.css"):
        if blad != TOKENS:
            gevonden = set(re.findall(r"#[0-9a-f]{3,8}\b", blad.read_text())) - {"#fff", "#000"}
            assert not gevonden, blad.name
