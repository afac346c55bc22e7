"""De PDF en de HTML zeggen hetzelfde, zijn toegankelijk, en komen er elke keer hetzelfde uit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from paraplu.verslagen.inhoud.delen import Inhoud, Paren, Punten, Tabel, Tekst, Trend
from paraplu.verslagen.weergave import Exemplaar, make_html, make_pdf
from paraplu.verslagen.weergave.html import make_csp
from tests.verslagen.lezen import NUMMER, html_tekst, lees_html, pdf_tekst, plat
from tests.web.papier.lezer import lees, merken

WAARMERK = Exemplaar(
    wie="Wethouder, Arnhem", wanneer=datetime(2024, 2, 3, 9, 30, tzinfo=UTC), nummer="verslag-7",
    versie=2, afdruk="abc123",
)  # fmt: skip


@pytest.fixture
def gemaakt(maak):
    return maak("regio-FV")


def texts(inhoud: Inhoud):
    """Every text of the content, of the trends those of their tables."""
    yield inhoud.kern
    yield from (deel for paar in inhoud.kenmerken for deel in paar)
    for hoofdstuk in inhoud.hoofdstukken:
        yield hoofdstuk.titel
        for blok in hoofdstuk.blokken:
            match blok.tabel if isinstance(blok, Trend) else blok:
                case Tekst(tekst=tekst):
                    yield tekst
                case Punten(punten=punten):
                    yield from punten
                case Paren(paren=paren):
                    yield from (deel for paar in paren for deel in paar)
                case Tabel() as tabel:
                    yield from (tabel.bijschrift, *tabel.koppen)
                    yield from (vak for rij in tabel.rijen for vak in rij)


def test_elke_tekst_van_de_inhoud_staat_in_beide_bestanden(gemaakt):
    html, pdf = (
        plat(html_tekst(gemaakt.bestanden["html"])),
        plat(pdf_tekst(gemaakt.bestanden["pdf"])),
    )
    kort = [plat(tekst) for tekst in texts(gemaakt.inhoud) if len(tekst) < 25]
    lang = [plat(tekst)[:25] for tekst in texts(gemaakt.inhoud) if len(tekst) >= 25]
    assert len(kort) > 300
    assert [tekst for tekst in kort + lang if tekst not in html] == []
    # Hyphens at the end of a line are only on paper; numbers are never broken.
    assert [tekst for tekst in kort if NUMMER.fullmatch(tekst) and tekst not in pdf] == []


def test_beide_bestanden_noemen_dezelfde_getallen(gemaakt):
    html = set(NUMMER.findall(html_tekst(gemaakt.bestanden["html"])))
    pdf = set(NUMMER.findall(pdf_tekst(gemaakt.bestanden["pdf"])))
    # Numbers of pages and of the axes of drawings are only on paper.
    assert {getal for getal in html - pdf if len(getal) < 12} == set()


def test_een_cijfer_dat_in_een_van_de_twee_mist_valt_op(gemaakt):
    html = gemaakt.bestanden["html"].replace(b"<td>50,0", b"<td>51,7")
    assert "51,7" not in pdf_tekst(gemaakt.bestanden["pdf"])
    assert "51,7" in html_tekst(html)


def test_de_pdf_is_een_pdf_ua_met_koppen_tabellen_en_beschreven_figuren(gemaakt):
    lezer = lees(gemaakt.bestanden["pdf"])
    wortel = lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"].value
    assert "<pdfuaid:part>1</pdfuaid:part>" in wortel["/Metadata"].get_data().decode()
    assert wortel["/Lang"] == "nl"
    namen = merken(lezer)
    trends = [b for h in gemaakt.inhoud.hoofdstukken for b in h.blokken if isinstance(b, Trend)]
    assert namen.count("Figure") >= len([t for t in trends if any(w for w in t.waarden[0])])
    assert namen.count("H1") == len([h for h in gemaakt.inhoud.hoofdstukken if h.niveau == 1])


def test_de_html_vraagt_niets_van_buiten(gemaakt):
    tekst = gemaakt.bestanden["html"].decode()
    gelezen = lees_html(gemaakt.bestanden["html"])
    assert all(adres.startswith("#") for adres in gelezen.adressen)
    assert "<script" not in tekst
    assert "url(" not in tekst
    assert "@import" not in tekst
    assert 'lang="nl"' in tekst


def test_de_koppen_slaan_geen_niveau_over(gemaakt):
    koppen = lees_html(gemaakt.bestanden["html"]).koppen
    assert koppen[0] == 1
    assert koppen.count(1) == 1
    assert all(na <= voor + 1 for voor, na in pairwise(koppen))


def test_elke_tekening_heeft_een_beschrijving(gemaakt):
    tekst = gemaakt.bestanden["html"].decode()
    assert tekst.count('role="img"') == tekst.count('role="img" aria-label="Lijngrafiek: ')
    assert tekst.count('role="img"') >= 10


def test_dezelfde_inhoud_geeft_dezelfde_bytes(gemaakt):
    opnieuw = Inhoud.van_dict(gemaakt.inhoud.als_dict())
    assert make_html(opnieuw) == gemaakt.bestanden["html"]
    assert make_pdf(opnieuw) == gemaakt.bestanden["pdf"]


def test_op_een_exemplaar_staat_wie_het_ophaalde_en_wanneer(gemaakt):
    regel = "Exemplaar van Wethouder, Arnhem, opgehaald op 3 februari 2024, 10:30."
    html, pdf = make_html(gemaakt.inhoud, WAARMERK), make_pdf(gemaakt.inhoud, WAARMERK)
    assert regel in html_tekst(html)
    for blad in lees(pdf).pages:
        assert plat(regel) in plat(blad.extract_text())
    zonder = html.replace(f'<p class="waarmerk">{WAARMERK.tekst}</p>\n'.encode(), b"")
    assert zonder == gemaakt.bestanden["html"]


def test_de_browser_kent_de_stijl_van_het_bestand_aan_haar_afdruk():
    assert make_csp().startswith("default-src 'none'; style-src 'sha256-")


def test_tekst_van_buiten_wordt_geen_opmaak(gemaakt):
    vijandig = replace(gemaakt.inhoud, kern="<script>alert(1)</script>")
    assert b"<script>" not in make_html(vijandig)
