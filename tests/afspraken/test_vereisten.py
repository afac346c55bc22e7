"""The ledger: complete, with a source, and with the numbers that were agreed (R1 to the last)."""

from __future__ import annotations

import re

import pytest

from paraplu.afspraken.vereisten import (
    DELEN,
    DOCUMENTEN,
    UnknownVereiste,
    bestaat,
    vereiste,
    vereisten,
)


def test_alle_320_staan_er_op_volgorde():
    assert list(vereisten()) == [f"R{nummer}" for nummer in range(1, 321)]


def test_elke_vereiste_heeft_tekst_document_en_paragraaf():
    for item in vereisten().values():
        assert item.tekst.endswith((".", "?")), item.nummer
        assert item.paragraaf.strip(), item.nummer
        assert item.document in DOCUMENTEN, item.nummer
        assert all(plek.split(",")[0] in DOCUMENTEN for plek in item.ook), item.nummer
        assert item.deel in DELEN


def test_een_vereiste_is_kort():
    te_lang = {v.nummer: len(v.tekst) for v in vereisten().values() if len(v.tekst) > 400}
    assert te_lang == {}


def test_een_onbekend_nummer_bestaat_niet():
    onbekend = f"R{len(vereisten()) + 1}"
    assert not bestaat(onbekend)
    with pytest.raises(UnknownVereiste):
        vereiste(onbekend)


EENHEDEN = {"wd": "werkdagen", "w": "weken", "days": "dagen", "hours": "uur", "h": "uur"}
EENHEDEN |= {"months": "maanden", "year": "jaar", "years": "jaar"}
TERMIJN = re.compile(rf"\b(\d+(?:[.-]\d+)*) ({'|'.join(EENHEDEN)})\b")


def afgesproken_getallen(rij: str) -> set[str]:
    """Percentages, terms, dates and years in one row of the shared ledger, in Dutch."""
    tekst = re.sub(r"L\d+(-L?\d+)?", "", rij)
    procenten = {f"{n.replace('.', ',')}%" for n in re.findall(r"(\d+(?:\.\d+)?)%", tekst)}
    termijnen = {f"{n} {EENHEDEN[e]}" for n, e in TERMIJN.findall(tekst)}
    dagen = re.findall(r"\b\d{1,2}-\d{1,2}-\d{4}\b", tekst)
    jaren = re.findall(r"\b20[12]\d\b", tekst)
    return procenten | termijnen | set(dagen) | set(jaren)


def test_elk_getal_van_een_norm_of_termijn_staat_in_onze_zin(shared):
    ontbreekt = {}
    for rij in (shared / "requirements.md").read_text(encoding="utf-8").splitlines():
        cellen = [cel.strip() for cel in rij.strip().strip("|").split("|")]
        if not re.fullmatch(r"R\d+", cellen[0]):
            continue
        # The last column is a design, not the source.
        tekst = vereiste(cellen[0]).tekst.replace("1 week", "1 weken").replace("1,5 tot 2", "1.5-2")
        weg = {g for g in afgesproken_getallen(" ".join(cellen[1:-1])) if g not in tekst}
        if weg:
            ontbreekt[cellen[0]] = weg
    assert ontbreekt == {}


def test_het_blad_heeft_dezelfde_nummers(shared):
    tekst = (shared / "requirements.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\|? ?(R\d+)(?: \||:)", tekst, flags=re.MULTILINE)) == set(vereisten())
