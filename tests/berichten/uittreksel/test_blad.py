"""Een CSV of XLSX wordt gelezen zoals rekenbladen hem schrijven, en nooit meer dan veilig is."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from paraplu.berichten.uittreksel import BladOnleesbaar, lees_blad
from paraplu.berichten.uittreksel import blad as blad_
from tests.berichten.uittreksel import tabellen as t

TEKST = "a;b;c\n1;é;3\n"
EXCEL = t.als_xlsx([["kop"], ["x"]])
GELEZEN = ((1, ("a", "b", "c")), (2, ("1", "é", "3")))


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
def test_het_scheidingsteken_wordt_gevonden(teken: str):
    assert lees_blad(TEKST.replace(";", teken).encode()).rijen == GELEZEN


@pytest.mark.parametrize(
    ("codering", "genoemd"),
    [("utf-8", ""), ("utf-8-sig", ""), ("cp1252", "Windows-1252"), ("utf-16", "UTF-16")],
)
def test_de_codering_wordt_gevonden_en_genoemd(codering: str, genoemd: str):
    gelezen = lees_blad(TEKST.encode(codering))

    assert (gelezen.rijen, gelezen.codering) == (GELEZEN, genoemd)


def test_rijnummers_zijn_die_van_het_bestand_ook_met_lege_regels_en_regels_in_een_cel():
    gelezen = lees_blad(b'sep=;\n\na;b\n"x\ny";2\n\nz;3\n')

    assert [nummer for nummer, _ in gelezen.rijen] == [3, 4, 7]


def test_tekst_tussen_aanhalingstekens_mag_het_scheidingsteken_hebben():
    assert lees_blad(b'a,b\n"1,5",2\n').rijen[1] == (2, ("1,5", "2"))


def test_een_excel_bestand_geeft_dagen_getallen_en_tekst():
    inhoud = t.als_xlsx([["kop", "dag", "getal", "leeg"], ["x", date(2023, 5, 1), 1.5, None]])

    assert lees_blad(inhoud).rijen[1] == (2, ("x", date(2023, 5, 1), Decimal("1.5")))


def test_een_formule_geeft_haar_bewaarde_waarde_en_wordt_niet_berekend():
    assert lees_blad(t.als_xlsx([["kop", "som"], ["x", "=1+1"]])).rijen[1] == (2, ("x",))


def test_een_ander_werkblad_wordt_bij_naam_gekozen():
    boek = Workbook()
    boek.active.append(["eerste"])
    boek.create_sheet("Mei").append(["tweede"])
    doel = io.BytesIO()
    boek.save(doel)

    assert lees_blad(doel.getvalue(), blad="Mei").rijen == ((1, ("tweede",)),)
    with pytest.raises(BladOnleesbaar, match="Dit werkblad"):
        lees_blad(doel.getvalue(), blad="Juni")


def _zip(leden: dict[str, bytes]) -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    return doel.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "stukje"),
    [
        (_zip({"a.xml": b"<a/>"}), "geen Excel-bestand"),
        (_zip({"xl/workbook.xml": b"<!DOCTYPE a><a/>"}), "DOCTYPE"),
        (_zip({"xl/workbook.xml": b"<a/>"}), "beschadigd"),
        (_zip({"xl/workbook.xml": b" " * 100_000_000}), "te groot"),
        (b"PK\x03\x04rommel", "beschadigd"),
        (b"\x00" * 100, "geen CSV"),
        (b"a;b\n" + b"x;" * 400 + b"\n", "300 kolommen"),
    ],
)
def test_wat_geen_veilig_blad_is_wordt_geweigerd_met_een_zin(inhoud: bytes, stukje: str):
    with pytest.raises(BladOnleesbaar, match=stukje) as gevangen:
        lees_blad(inhoud)
    assert gevangen.value.remedie


def test_te_veel_rijen_worden_geweigerd(monkeypatch):
    monkeypatch.setattr(blad_, "HOOGSTENS_RIJEN", 3)
    with pytest.raises(BladOnleesbaar, match="3 rijen"):
        lees_blad(b"a;b\n" * 5)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_willekeurige_bytes_geven_een_blad_of_een_zin(rommel: bytes):
    for inhoud in (rommel, b"PK\x03\x04" + rommel):
        try:
            assert lees_blad(inhoud).rijen is not None
        except BladOnleesbaar as fout:
            assert fout.remedie


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_een_verminkt_excel_bestand_geeft_een_blad_of_een_zin(data):
    goed = EXCEL
    plek = data.draw(st.integers(0, len(goed) - 1))
    verminkt = goed[:plek] + data.draw(st.binary(max_size=4)) + goed[plek + 1 :]
    try:
        lees_blad(verminkt)
    except BladOnleesbaar as fout:
        assert fout.remedie
