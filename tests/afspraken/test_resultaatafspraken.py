"""De elf resultaatafspraken: met bron, plichten aan beide kanten en een pad per jaar (R191, R297)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken import lezingen
from paraplu.afspraken.normen import NoNormInForce
from paraplu.afspraken.resultaatafspraken import (
    ABSOLUUT,
    BRONNEN,
    HOOGSTENS,
    JAAR_ERVOOR,
    KANTEN,
    MINSTENS,
    NULMETING,
    WIJZEN,
    OnbekendeAfspraak,
    Resultaatafspraak,
    find_afspraak,
    resultaatafspraken,
)
from paraplu.afspraken.resultaatafspraken.pad import (
    GEHAALD,
    NIET_GEHAALD,
    NOG_NIET_BEKEND,
    apply_norm,
    both_ways,
    find_grens,
    judge,
    walk_pad,
)
from paraplu.afspraken.vereisten import bestaat, vereisten

#: What each agreement was made of, and what its text in the ledger must name.
VEREISTE = {
    "RA1": ("R173", "18%"),
    "RA2": ("R175", "1%"),
    "RA3": ("R176", "28,1%"),
    "RA4": ("R178", "17,5%"),
    "RA5": ("R181", "10%"),
    "RA6": ("R182", "1-1-2022"),
    "RA7": ("R183", "5%"),
    "RA8": ("R184", "1-1-2022"),
    "RA9": ("R185", "2%"),
    "RA10": ("R188", "1%"),
    "RA11": ("R189", "woonplaatsbeginsel"),
}
#: By the table of norms: mode, direction, first year's number.
NORMEN = {
    "RA1": ("punten", HOOGSTENS, -2), "RA2": ("relatief", HOOGSTENS, -1),
    "RA3": (ABSOLUUT, HOOGSTENS, 28.1), "RA4": ("punten", HOOGSTENS, -2.5),
    "RA5": ("relatief", MINSTENS, 10), "RA6": (ABSOLUUT, MINSTENS, 1),
    "RA7": ("relatief", HOOGSTENS, -5), "RA8": (ABSOLUUT, MINSTENS, 1),
    "RA9": ("relatief", HOOGSTENS, -2), "RA10": (ABSOLUUT, MINSTENS, 1),
    "RA11": (ABSOLUUT, HOOGSTENS, 0),
}  # fmt: skip
#: What else the ledger asks of an agreement, and where in it that stands.
OOK = {
    "R174": "RA1", "R298": "RA1", "R299": "RA2", "R177": "RA3", "R300": "RA3", "R179": "RA4",
    "R180": "RA4", "R301": "RA4", "R52": "RA6", "R53": "RA6", "R54": "RA7", "R186": "RA9",
    "R187": "RA9", "R303": "RA9", "R304": "RA10", "R305": "RA11", "R302": "RA8",
}  # fmt: skip
#: How we read an agreement where the sources leave a choice.
GELEZEN = {
    "P1": "RA1", "P40": "RA1", "P53": "RA2", "P18": "RA5", "P20": "RA6", "P15": "RA7",
    "P16": "RA7", "P41": "RA7", "P45": "RA7", "P39": "RA8", "P17": "RA9", "P50": "RA9",
    "P61": "RA9", "P19": "RA10",
}  # fmt: skip
BREED = pytest.mark.parametrize("afspraak", resultaatafspraken(), ids=lambda a: a.code)


def test_er_zijn_elf_afspraken():
    assert [a.code for a in resultaatafspraken()] == list(VEREISTE)
    with pytest.raises(OnbekendeAfspraak):
        find_afspraak("RA12")


@BREED
def test_elke_afspraak_heeft_een_bron_een_wijze_en_een_richting(afspraak: Resultaatafspraak):
    nummer, getal = VEREISTE[afspraak.code]
    assert nummer in afspraak.vereisten
    assert getal in vereisten()[nummer].tekst
    assert all(bestaat(nummer) for nummer in afspraak.vereisten)
    assert all(lezingen.bestaat(nummer) for nummer in afspraak.lezingen)
    assert afspraak.bron in BRONNEN
    assert afspraak.tegen in {JAAR_ERVOOR, NULMETING}
    assert (afspraak.wijze, afspraak.richting, float(afspraak.on(2022))) == NORMEN[afspraak.code]
    assert afspraak.wijze in WIJZEN


@BREED
def test_elke_afspraak_vraagt_iets_van_meer_dan_een_kant(afspraak: Resultaatafspraak):
    """R297: effort of GI's and of the other side; RA6 and RA8 are of regions."""
    kanten = {plicht.kant for plicht in afspraak.plichten}
    assert len(kanten) >= 2
    assert kanten <= set(KANTEN)
    alle = [*afspraak.plichten, *afspraak.voorwaarden]
    assert len({plicht.sleutel for plicht in alle}) == len(alle)
    assert all(bestaat(plicht.vereiste) for plicht in alle)


@pytest.mark.parametrize(("nummer", "code"), [*OOK.items(), *GELEZEN.items()])
def test_wat_de_bronnen_verder_vragen_staat_bij_de_afspraak(nummer, code):
    afspraak = find_afspraak(code)
    assert nummer in (*afspraak.vereisten, *afspraak.lezingen)


@BREED
def test_elke_afspraak_wordt_na_twee_jaar_geevalueerd(afspraak: Resultaatafspraak):
    """R213, P33; RA9 is revised after three years (P17), and then has no norm any more (P45)."""
    assert afspraak.evaluaties[0].op == date(2023, 12, 31)
    is_ra9 = afspraak.code == "RA9"
    assert (len(afspraak.evaluaties) == 2) is is_ra9
    with pytest.raises(NoNormInForce):
        afspraak.on(2025 if is_ra9 else 2024)
    with pytest.raises(NoNormInForce):
        afspraak.on(2021)


@BREED
def test_de_nulmeting_is_een_getal_of_zegt_waarom_niet(afspraak: Resultaatafspraak):
    nul = afspraak.nulmeting
    assert nul.jaren
    assert bool(nul.bron) != bool(nul.onbekend)


def test_voorwaarden_staan_bij_de_afspraak_die_ervan_afhangt():
    """R299 asks purchase and quality of gemeenten; R293 makes a lower caseload depend on the Rijk."""
    assert {v.vereiste for v in find_afspraak("RA2").voorwaarden} == {"R299"}
    assert {v.vereiste for v in find_afspraak("RA1").voorwaarden} == {"R293"}


@pytest.mark.parametrize(
    ("code", "basis", "pad"),
    [
        ("RA1", 0.18, {2022: 0.16, 2023: 0.14}),
        ("RA4", 0.20, {2022: 0.175, 2023: 0.15}),
        ("RA7", 1000.0, {2022: 950.0, 2023: 902.5}),
        ("RA9", 1000.0, {2022: 980.0, 2023: 960.4, 2024: 941.192}),
        ("RA3", None, {2022: 0.281, 2023: 0.281}),
        ("RA2", None, {2022: None, 2023: None}),
    ],
)
def test_het_pad_loopt_vanaf_het_begin(code, basis, pad):
    """P1, P16: points go off the share itself, percents go off what is left."""
    assert walk_pad(find_afspraak(code), basis, tot=2030) == pytest.approx(pad)


def test_tegen_het_jaar_ervoor_telt_wat_toen_is_gemeten():
    assert find_grens(find_afspraak("RA7"), jaar=2023, vorige=1100.0, basis=1000.0) == 1045.0
    assert find_grens(find_afspraak("RA4"), jaar=2023, vorige=0.3, basis=0.2) == pytest.approx(0.15)
    assert apply_norm(find_afspraak("RA5"), 20.0, jaar=2022) == pytest.approx(22.0)


@pytest.mark.parametrize(
    ("code", "cijfer", "grens", "oordeel"),
    [
        ("RA7", 950.0, 950.0, GEHAALD),
        ("RA7", 950.1, 950.0, NIET_GEHAALD),
        ("RA5", 22, 22.0, GEHAALD),
        ("RA5", 21, 22.0, NIET_GEHAALD),
        ("RA11", 0, 0.0, GEHAALD),
        ("RA10", 0.0099, 0.01, NIET_GEHAALD),
        ("RA1", None, 0.16, NOG_NIET_BEKEND),
        ("RA2", 10.0, None, NOG_NIET_BEKEND),
    ],
)
def test_op_de_norm_is_gehaald_en_erover_niet(code, cijfer, grens, oordeel):
    assert judge(find_afspraak(code), cijfer, grens) == oordeel


def test_een_stap_staat_er_in_punten_en_in_procenten():
    """P1: both are shown."""
    assert both_ways(find_afspraak("RA1"), 0.16, 0.14) == pytest.approx((-0.02, -0.125))
    assert both_ways(find_afspraak("RA1"), 0.0, 0.14)[1] is None
