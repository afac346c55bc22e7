"""Whatever someone types is text: it is printed, it runs nothing, and it breaks nothing."""

from __future__ import annotations

import unicodedata

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.web.papier import (
    Alinea,
    Kop,
    Lijst,
    Ondertekening,
    PapierMislukt,
    Stuk,
    Tabel,
    Velden,
    maak_pdf,
    pdf,
)
from paraplu.web.papier.tekens import GETEKEND, NAAR_ANDERE_REGEL, ZEKER, breakable, clean
from tests.web.papier.lezer import lees, rechterkant, stuk, tekst_met, tekst_van, zonder_wit

#: Points: a sheet of A4 without the margin of 2.4 cm.
RECHTERMARGE = 595.28 - 68.03 + 0.5

TAAL_VAN_TYPST = (
    '#import "@preview/iets:1.0.0": *',
    '#read("/etc/passwd")',
    "#panic()",
    "#set text(fill: white)",
    "$ sum_(i=0)^n $",
    "@verwijzing <label>",
    "\\ \\u{41} \\# \\\\",
    "*vet* _schuin_ `code` ```rust```",
    "= Kop\n- punt\n+ een\n/ term: uitleg",
    "// weg /* ook weg */",
    "https://voorbeeld.example/#anker",
    "\"'){]}[({",
    "-- --- ... ~ 'enkel' \"dubbel\"",
    "%PDF-1.7 endobj << /JS (alert) >>",
    "</x> & &amp; <script>",
)


def overal(tekst: str) -> Stuk:
    """One document with `tekst` in every place that takes text."""
    return stuk(
        Kop(1, f"k {tekst}"),
        Alinea(tekst),
        Lijst((tekst, tekst), genummerd=True),
        Velden(((tekst, tekst), ("Veld", tekst))),
        Tabel((f"k {tekst}", "b"), ((tekst, tekst),), tekst),
        Ondertekening(tekst, tekst, tekst, tekst),
        titel=f"t {tekst}",
        onderwerp=tekst,
        kenmerk=tekst,
        voet=tekst,
    )


@pytest.mark.parametrize("tekst", TAAL_VAN_TYPST)
def test_de_taal_van_typst_wordt_gedrukt_en_niet_gelezen(tekst):
    gelezen = zonder_wit(tekst_van(maak_pdf(overal(tekst))))
    assert gelezen.count(zonder_wit(tekst)) >= 12


@pytest.mark.parametrize("tekst", TAAL_VAN_TYPST)
def test_ook_in_de_titel_en_de_bladwijzers_staat_wat_er_getypt_is(tekst):
    gelezen = lees(maak_pdf(overal(tekst)))
    assert zonder_wit(gelezen.metadata.title) == zonder_wit(f"t{tekst}")
    assert zonder_wit(gelezen.outline[0].title) == zonder_wit(f"k{tekst}")


@pytest.mark.parametrize(
    ("tekst", "gedrukt"),
    [
        ("nul\x00in", "nulin"),
        ("bel\x07 en \x1b[31mkleur", "belen[31mkleur"),
        ("smiley 😀", "smiley[U+1F600]"),
        ("中文", "[U+4E2D][U+6587]"),
        ("eigen \ue000 teken", "eigen[U+E000]teken"),
        ("half \ud83d paar", "half\ufffdpaar"),
        ("om\u202egekeerd", "omgekeerd"),
        ("tab\tteken", "tabteken"),
        ("Ελλάς Привет", "ΕλλάςПривет"),
        ("", ""),
    ],
)
def test_wat_niet_te_drukken_is_wordt_genoemd_of_weggelaten(tekst, gedrukt):
    assert f"2april2026{gedrukt}Pagina" in zonder_wit(tekst_met(tekst))


def test_letters_van_rechts_naar_links_blijven_staan():
    assert "שלום" in tekst_met("Het woord שלום staat hier.")
    # pypdf gives the letters in the order in which they are drawn.
    vormen = unicodedata.normalize("NFKC", tekst_met("Het woord مرحبا staat hier."))
    assert sorted("مرحبا") == sorted(letter for letter in vormen if "\u0600" <= letter <= "\u06ff")


@pytest.mark.parametrize(
    "woord", ["x" * 900, "W" * 300, "1234567890" * 40, "A@b.C/" * 90, "é" * 300, "W" * 41]
)
def test_een_heel_lang_woord_breekt_af_en_blijft_binnen_de_bladspiegel(woord):
    tabel = Tabel(("Stap", "b", "c" * 30), ((woord, "", woord),), woord)
    delen = (Alinea(woord), Kop(1, woord), Lijst((woord,)), tabel, Velden(((woord, woord),)))
    for deel in delen:
        bestand = maak_pdf(stuk(deel, titel=f"t {woord[:80]}"))
        assert zonder_wit(woord) in zonder_wit(tekst_van(bestand)) or isinstance(deel, Tabel)
        assert max(rechterkant(blad) for blad in lees(bestand).pages) <= RECHTERMARGE


def test_alles_wat_getekend_heet_te_zijn_is_dat_ook_vet_en_gewoon():
    tekens = [chr(nummer) for van, tot in GETEKEND for nummer in range(van, tot + 1)]
    delen = [" ".join(tekens[plek : plek + 60]) for plek in range(0, len(tekens), 60)]
    vet = tuple((clean(deel), "gewoon") for deel in delen)
    assert len(maak_pdf_streng(stuk(Velden(vet), Lijst(tuple(delen))))) > 10_000


def maak_pdf_streng(inhoud: Stuk) -> bytes:
    """Without the second try that `maak_pdf` makes."""
    return pdf._compile(inhoud, GETEKEND)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_geen_enkele_tekst_houdt_een_stuk_tegen(tekst):
    assert maak_pdf(overal(tekst)).startswith(b"%PDF-1.7")


def test_een_stapel_tekens_die_geen_letter_kent_komt_er_toch(monkeypatch):
    monkeypatch.setattr(pdf, "GETEKEND", ((0, 0x10FFFF),))
    with pytest.raises(typst.TypstError):
        pdf._compile(stuk(Alinea("half 中")), pdf.GETEKEND)
    assert "half[U+4E2D]" in zonder_wit(tekst_met("half 中"))


def test_weigert_typst_dan_staat_de_tekst_niet_in_de_fout(monkeypatch):
    monkeypatch.setattr(pdf, "clean", lambda tekst, bekend: tekst)
    with pytest.raises(PapierMislukt) as fout:
        maak_pdf(stuk(Alinea("geheim 中 kind")))
    assert "geheim" not in str(fout.value)
    assert "中" not in str(fout.value)


@given(st.text(), st.integers(3, 40))
def test_afbreken_verandert_geen_letter(tekst, breedte):
    schoon = clean(tekst)
    gebroken = breakable(schoon, breedte=breedte)
    assert gebroken.replace(NAAR_ANDERE_REGEL, "") == schoon
    for woord in gebroken.split():
        assert len(woord) <= breedte or NAAR_ANDERE_REGEL in woord or woord.isalpha()


@given(st.text())
def test_na_het_schonen_is_alles_te_tekenen(tekst):
    for bekend in (GETEKEND, ZEKER):
        assert clean(clean(tekst, bekend=bekend), bekend=bekend) == clean(tekst, bekend=bekend)
