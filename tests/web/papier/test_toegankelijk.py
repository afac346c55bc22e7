"""A letter can be read by who cannot see it: tags, language, title, headings, order."""

from __future__ import annotations

from datetime import date

import pytest
from pypdf import PdfReader

from paraplu.web.papier import (
    Alinea,
    Kop,
    Lijst,
    Ondertekening,
    OngeldigStuk,
    Stuk,
    Tabel,
    Velden,
    maak_pdf,
)
from tests.web.papier.lezer import DAG, lees, merken, stuk, tekst_van

VOL = stuk(
    Kop(1, "Wat er nodig is"),
    Alinea("Ambulante hulp aan het hele gezin."),
    Kop(2, "Waarom"),
    Lijst(("Het gaat thuis niet goed.", "School ziet het ook.")),
    Kop(1, "Gegevens"),
    Velden((("Gemeente", "Ede"), ("Lokaal team", ""))),
    Tabel(("Stap", "Uiterlijk"), (("Contact", "9 april 2026"), ("Bepaling", "")), "De stappen"),
    Ondertekening("J. de Vries", "jeugdbeschermer", "GI De Eik", datum=DAG),
    onderwerp="Casus C12",
    kenmerk="C12-3",
    voet="Alleen voor de ontvanger",
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return maak_pdf(VOL)


@pytest.fixture(scope="module")
def lezer(pdf: bytes) -> PdfReader:
    return lees(pdf)


def test_het_bestand_zegt_dat_het_toegankelijk_is(lezer):
    wortel = lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"].value
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert "<pdfuaid:part>1</pdfuaid:part>" in wortel["/Metadata"].get_data().decode()


def test_het_bestand_heeft_een_taal_en_een_titel(lezer):
    assert lezer.trailer["/Root"]["/Lang"] == "nl"
    assert lezer.metadata.title == "Bepaling jeugdhulp"
    assert lezer.metadata.subject == "Casus C12"


def test_een_andere_taal_wordt_ook_zo_voorgelezen():
    assert lees(maak_pdf(stuk(taal="pl"))).trailer["/Root"]["/Lang"] == "pl"


def test_de_koppen_zijn_bladwijzers_in_hun_volgorde(lezer):
    eerste, onder, tweede = lezer.outline
    assert (eerste.title, [deel.title for deel in onder], tweede.title) == (
        "Wat er nodig is",
        ["Waarom"],
        "Gegevens",
    )


def test_de_tekst_staat_in_de_volgorde_waarin_u_hem_leest(pdf):
    tekst = tekst_van(pdf)
    volgorde = (
        "Bepaling jeugdhulp", "Casus C12", "2 april 2026", "C12-3", "Wat er nodig is",
        "Ambulante hulp", "Waarom", "Het gaat thuis", "School ziet", "Gegevens", "Gemeente Ede",
        "De stappen", "Stap Uiterlijk", "Contact 9 april 2026", "J. de Vries", "Handtekening",
    )  # fmt: skip
    plekken = [tekst.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)


def test_elk_deel_heeft_het_merk_dat_erbij_hoort(lezer):
    namen = merken(lezer)
    assert namen[:2] == ["Document", "Title"]
    assert [naam for naam in namen if naam in {"H1", "H2"}] == ["H1", "H2", "H1"]
    assert namen.count("TH") == 2
    assert namen.count("TD") == 4
    assert namen.count("Caption") == 1
    assert namen.count("LI") == 3 + 2 + 2 + 5


def test_de_kop_van_een_tabel_geldt_voor_de_kolom(lezer):
    def zoek(deel):
        deel = deel.get_object()
        if isinstance(deel, list):
            return [kop for kind in deel for kop in zoek(kind)]
        if not isinstance(deel, dict):
            return []
        eigen = [deel["/A"]] if deel.get("/S") == "/TH" else []
        return eigen + (zoek(deel["/K"]) if "/K" in deel else [])

    for kenmerken in zoek(lezer.trailer["/Root"]["/StructTreeRoot"]["/K"]):
        assert {"/O": "/Table", "/Scope": "/Column"}.items() <= dict(kenmerken[0]).items()


def test_elke_bladzijde_heeft_een_nummer_en_de_voet():
    lang = maak_pdf(stuk(*(Alinea(f"Alinea {nummer}.") for nummer in range(80)), voet="Onze voet"))
    bladen = [blad.extract_text() for blad in lees(lang).pages]
    assert len(bladen) == 3
    for nummer, blad in enumerate(bladen, start=1):
        assert f"Pagina {nummer} van 3" in blad
        assert "Onze voet" in blad


def test_een_lange_tabel_herhaalt_haar_koppen():
    rijen = tuple((f"Stap {nummer}", "9 april 2026") for nummer in range(60))
    bladen = lees(maak_pdf(stuk(Tabel(("Stap", "Uiterlijk"), rijen, "De stappen")))).pages
    assert len(bladen) > 1
    assert all("Stap Uiterlijk" in blad.extract_text() for blad in bladen)


def test_onze_eigen_letter_staat_in_het_bestand(lezer):
    letters = {
        str(letter.get_object()["/BaseFont"]).split("+")[-1]
        for blad in lezer.pages
        for letter in blad["/Resources"]["/Font"].values()
    }
    assert {"AtkinsonParaplu-Regular", "AtkinsonParaplu-Bold"} <= letters


def test_een_veld_zonder_waarde_toont_een_streep(pdf):
    assert "Lokaal team –" in tekst_van(pdf)


def test_een_kop_slaat_geen_niveau_over():
    with pytest.raises(OngeldigStuk, match="volgt er een van 3"):
        stuk(Kop(1, "Een"), Kop(3, "Drie"))
    with pytest.raises(OngeldigStuk, match="volgt er een van 2"):
        stuk(Kop(2, "Meteen diep"))
    stuk(Kop(1, "Een"), Kop(2, "Twee"), Kop(1, "Weer een"))


@pytest.mark.parametrize("titel", ["", "  ", "\n"])
def test_een_stuk_zonder_titel_kan_niet(titel):
    with pytest.raises(OngeldigStuk, match="titel"):
        Stuk(titel=titel, datum=date(2026, 4, 2), blokken=())


def test_een_titel_waar_niets_van_overblijft_kan_niet():
    with pytest.raises(OngeldigStuk, match="titel"):
        maak_pdf(stuk(titel="\x00\u202e"))


def test_een_scheve_tabel_kan_niet():
    with pytest.raises(OngeldigStuk, match="evenveel vakken"):
        Tabel(("Stap", "Uiterlijk"), (("Contact",),), "Scheef")
    with pytest.raises(OngeldigStuk, match="heeft een kop"):
        Tabel(("Stap", " "), (), "Zonder kop")


def test_een_tabel_zonder_rijen_en_een_lege_lijst_kunnen():
    tekst = tekst_van(maak_pdf(stuk(Tabel(("Stap",), (), ""), Lijst(()), Velden(()), Alinea(""))))
    assert "Stap" in tekst
