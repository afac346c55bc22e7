"""The tussentaal: ten groups, one place per product, and an imported mapping (R206-R209, P22)."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from paraplu.afspraken import producten, tussentaal
from paraplu.afspraken.blad import BladNotReadable
from paraplu.afspraken.tussentaal import lees_tussentaal, plaats, rang, regels, tussentaal_op

DAG = date(2023, 5, 1)
KOP = "productcategorie;productcode;tussentaal;vanaf;tot;versie\n"


def test_de_tien_groepen_hebben_een_naam():
    assert list(tussentaal.categorieen()) == list(range(1, 11))
    assert tussentaal.categorieen()[1] == "Ambulante zorg"
    assert tussentaal.categorieen()[10] == "Overige producten"


def test_de_rang_loopt_van_licht_naar_zwaar_en_niet_met_het_nummer():
    volgorde = sorted((n for n in range(1, 11) if rang(n)), key=rang)
    assert volgorde == [1, 6, 2, 3, 7, 8, 5]
    assert [rang(n) for n in (4, 9, 10, None)] == [None] * 4


def test_elk_product_heeft_op_een_dag_precies_een_plaats_of_is_gemeld():
    op_dag = [r for r in regels() if r.productcode and r.geldt_op(DAG)]
    assert Counter(r.productcode for r in op_dag) == dict.fromkeys(producten.productcodes(), 1)
    zonder = [r for r in op_dag if r.tussentaal is None]
    assert all(r.toelichting for r in zonder)


def test_van_450_codes_zijn_er_403_geplaatst_en_47_niet():
    codes = [r for r in regels() if r.productcode]
    open_ = [r for r in codes if r.toelichting.startswith("niet geplaatst")]
    assert (len(codes), len(open_)) == (450, 47)
    assert sum(r.productcategorie == "50" for r in open_) == 33


def test_een_maatregel_heeft_geen_plaats_in_de_tussentaal():
    van_maatregelen = {r.tussentaal for r in regels() if r.productcategorie in {"47", "48", "49"}}
    assert van_maatregelen == {None}


@pytest.mark.parametrize(
    ("categorie", "code", "bedoeld"),
    [
        ("46", "46A05", 4),
        ("55", None, 9),
        ("42", "42A01", 10),
        ("43", "43A06", 5),
        ("43", "43A05", 6),
        ("44", "44A18", 2),
        ("43", "43A30", 3),
        ("44", "44A35", 8),
        ("43", "43A15", 7),
        ("43", "43A16", 8),
        ("45", "45Z99", 1),
        ("43", None, None),
        ("43", "43Z99", None),
        ("43", "43A14", None),
        ("50", "50A01", None),
        ("37", None, 5),
        ("99", None, None),
    ],
)
def test_een_product_staat_waar_de_eerste_regel_het_zet(categorie, code, bedoeld):
    assert plaats(categorie, code, DAG) == bedoeld


def test_voor_de_eerste_dag_heeft_niets_een_plaats():
    assert plaats("45", "45A04", date(2014, 12, 31)) is None
    assert plaats("45", "45A04", date(2015, 1, 1)) == 1


def test_een_ingelezen_blad_geldt_vanaf_en_tot():
    mapping = lees_tussentaal(
        KOP + "45;45A04;1;2022-01-01;2023-01-01;a\n45;45A04;6;1-1-2023;;b\n45;;1;2022-01-01;;a\n",
        bestand="t.csv",
    )
    assert tussentaal_op(date(2022, 12, 31), mapping)["45", "45A04"] == 1
    assert tussentaal_op(date(2023, 1, 1), mapping) == {("45", "45A04"): 6, ("45", ""): 1}
    assert tussentaal_op(date(2021, 12, 31), mapping) == {}


@pytest.mark.parametrize(
    ("rijen", "regel", "kolom"),
    [
        ("4;;1;2022-01-01;;a\n", 2, "productcategorie"),
        ("45;45A04X;1;2022-01-01;;a\n", 2, "productcode"),
        ("45;;11;2022-01-01;;a\n", 2, "tussentaal"),
        ("45;;1;;;a\n", 2, "vanaf"),
        ("45;;1;2022-01-01;2022-01-01;a\n", 2, "tot"),
        ("45;;1;2022-01-01;;\n", 2, "versie"),
        ("45;;1;2022-01-01;;a\n45;;2;2023-01-01;;b\n", 3, "vanaf"),
        ("45;;1;2022-01-01;;a\n45;;3;2022-02-01;2022-03-01;b\n45;;2;2023-01-01;;b\n", 3, "vanaf"),
    ],
)
def test_een_fout_in_het_blad_wijst_naar_regel_en_kolom(rijen, regel, kolom):
    with pytest.raises(BladNotReadable) as gevangen:
        lees_tussentaal(KOP + rijen, bestand="t.csv")
    eerste = gevangen.value.fouten[0]
    assert (eerste.bestand, eerste.regel, eerste.kolom) == ("t.csv", regel, kolom)
    assert eerste.remedie


def test_een_kort_tussenstuk_verbergt_de_overlap_met_een_lange_regel_niet():
    rijen = "45;;1;2022-01-01;;a\n45;;3;2022-02-01;2022-03-01;b\n45;;2;2023-01-01;;b\n"
    with pytest.raises(BladNotReadable) as gevangen:
        lees_tussentaal(KOP + rijen, bestand="t.csv")
    assert [fout.regel for fout in gevangen.value.fouten] == [3, 4]


def naar_de_regels(rij: dict[str, str]) -> int | None:
    """A second reading of the rules, straight from the long list of products."""
    c, code, hulpvorm = rij["categorie"], rij["productcode"], rij["hulpvorm_code"]
    tekst = rij["omschrijving"].lower()
    vast = {"46": 4, "55": 9, "40": 10, "42": 10}
    vast |= dict.fromkeys(("41", "45", "51", "52", "53", "54"), 1)
    if c in vast:
        return vast[c]
    bijzaken = ("observatie", "afwezigheid", "kleedgeld", "nhc", "nic")
    if c not in {"43", "44"} or code.endswith("A00") or any(w in tekst for w in bijzaken):
        return None
    if "jeugdzorgplus" in tekst or "gesloten" in tekst or hulpvorm == "13":
        return 5
    if "logeren" in tekst or "deeltijdverblijf" in tekst:
        return 6
    if hulpvorm in {"11", "12"}:
        return {"11": 2, "12": 3}[hulpvorm]
    return 7 if "(licht)" in tekst and "zzp" not in tekst else 8


def test_de_plaatsen_volgen_uit_de_regels(blad):
    rijen = [r for r in blad("ijw/products.csv") if r["soort"] == "product"]
    bedoeld = {r["productcode"]: naar_de_regels(r) for r in rijen}
    assert {r.productcode: r.tussentaal for r in regels() if r.productcode} == bedoeld
