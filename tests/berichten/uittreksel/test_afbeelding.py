"""Een afbeelding is een klein bestand dat klopt met de tabel, of een zin die zegt wat eraan mist."""

from __future__ import annotations

import pytest

from paraplu.afspraken.plaats import WORTEL
from paraplu.berichten.uittreksel import (
    AfbeeldingOngeldig,
    afbeeldingen,
    bewaar_afbeelding,
    lees_afbeelding,
    lees_blad,
    maak_voorbeeld,
    schrijf_afbeelding,
    stel_voor,
    zoek_afbeelding,
)
from paraplu.berichten.uittreksel.afbeelding import VOORBEELDEN
from paraplu.berichten.uittreksel.velden import tabellen
from tests.berichten.uittreksel import tabellen as t


@pytest.fixture(autouse=True)
def var(var_map):
    return var_map


@pytest.mark.parametrize("naam", t.KOPPEN)
def test_elk_voorbeeld_is_goed_en_komt_ongewijzigd_terug(naam: str):
    afbeelding = zoek_afbeelding(naam)

    assert lees_afbeelding(schrijf_afbeelding(afbeelding)) == afbeelding
    assert {veld.naam for veld in afbeelding.van.verplicht} <= set(afbeelding.kolommen)


def test_er_is_een_voorbeeld_voor_elke_tabel():
    soorten = {zoek_afbeelding(pad.stem).tabel for pad in VOORBEELDEN.glob("*.toml")}

    assert soorten == set(tabellen())


@pytest.mark.parametrize("naam", t.KOPPEN)
def test_uit_de_koppen_volgt_een_voorstel(naam: str):
    voorstel = stel_voor(lees_blad(t.tabel(naam).encode()))

    assert voorstel.tabel == zoek_afbeelding(naam).tabel
    assert voorstel.kolommen == zoek_afbeelding(naam).kolommen


def test_koppen_mogen_anders_zijn_geschreven_en_er_mag_een_titel_boven_staan():
    inhoud = "Overzicht mei\n\nCBS code,agb_code,B.S.N.,START datum,toewijzing-nr\n"
    voorstel = stel_voor(lees_blad(inhoud.encode()), tabel="start")

    assert voorstel.kolommen == {
        "gemeente": "CBS code",
        "aanbieder": "agb_code",
        "bsn": "B.S.N.",
        "toewijzing_nummer": "toewijzing-nr",
        "begindatum": "START datum",
    }


@pytest.mark.parametrize(
    ("datum", "vorm"),
    [("2023-05-31", "jjjj-mm-dd"), ("05/31/2023", "mm-dd-jjjj"), ("01-02-2023", "dd-mm-jjjj")],
)
def test_de_schrijfwijze_van_datums_wordt_geraden(datum: str, vorm: str):
    rij = t.met("starts", Begindatum=datum, Geboortedatum="")

    assert stel_voor(lees_blad(t.tabel("starts", rij).encode())).wijze.datum == vorm


def test_zonder_bekende_koppen_is_er_geen_voorstel():
    assert stel_voor(lees_blad(b"x;y\n1;2\n")) is None


@pytest.mark.parametrize(
    ("tekst", "stukje"),
    [
        ("tabel = ", "geen goede TOML"),
        ('tabel = "iets"', "een van deze"),
        ('tabel = "start"\ndatum = "d/m"', "Zet bij `datum`"),
        ('tabel = "start"\nvreemd = 1', "kent een afbeelding niet: vreemd"),
        ('tabel = "start"\n[kolommen]\nbudget = "x"', "heeft geen veld budget"),
        ('tabel = "start"\n[kolommen]\nbsn = "x"\n[vast]\nbsn = "1"', "niet beide"),
        ('tabel = "start"\n[vertaal]\ngeslacht = "x"', "kopje per veld"),
        ('tabel = "start"\nkolommen = 1', "is een kopje"),
    ],
)
def test_een_verkeerde_afbeelding_zegt_wat_eraan_mist(tekst: str, stukje: str):
    with pytest.raises(AfbeeldingOngeldig, match=stukje):
        lees_afbeelding(tekst)


def test_een_eigen_afbeelding_gaat_voor_en_wordt_nooit_overschreven():
    eigen = lees_afbeelding('tabel = "start"\n[kolommen]\nbsn = "Kind"\n')
    bewaar_afbeelding("toewijzingen", eigen)

    assert zoek_afbeelding("toewijzingen") == eigen
    assert afbeeldingen()[0] == "toewijzingen"
    with pytest.raises(AfbeeldingOngeldig, match="al een afbeelding"):
        bewaar_afbeelding("toewijzingen", eigen)


@pytest.mark.parametrize("naam", ["../weg", "", "A B", "x" * 80, ".verborgen"])
def test_een_naam_wijst_nooit_buiten_de_map(naam: str):
    with pytest.raises(AfbeeldingOngeldig, match="Kies een naam"):
        bewaar_afbeelding(naam, zoek_afbeelding("starts"))


def test_het_voorbeeld_toont_hoe_rijen_worden_gelezen_zonder_het_kind():
    rijen = [t.RIJEN["starts"] + ";x", t.met("starts", Begindatum="31-02-2023")]
    inhoud = t.tabel("starts", *rijen).replace("Begindatum", "Begindatum;Opmerking", 1)
    voorbeeld = maak_voorbeeld(
        lees_blad(inhoud.encode()), zoek_afbeelding("starts"), bestand="s.csv"
    )

    assert (voorbeeld.goed, voorbeeld.geweigerd, voorbeeld.berichten) == (1, 1, 1)
    assert [(k.letter, k.kop) for k in voorbeeld.niet_gebruikt] == [("J", "Opmerking")]
    assert "0221" in repr(voorbeeld.rijen)
    assert t.BSN not in repr(voorbeeld)
    assert "2012" not in repr(voorbeeld)
    assert voorbeeld.rijen[1].cellen[-1].fout.startswith("bevat geen bestaande datum")


def test_een_blad_zonder_koppen_toont_geen_eerste_rij():
    voorbeeld = maak_voorbeeld(
        lees_blad(f"{t.BSN};x\n".encode()), zoek_afbeelding("starts"), bestand="s.csv"
    )

    assert [b.code for b in voorbeeld.bevindingen] == ["PAR051"]
    assert t.BSN not in repr(voorbeeld)


def test_een_kolom_die_er_niet_is_wordt_genoemd_met_haar_veld():
    inhoud = t.tabel("starts").replace("Begindatum", "Iets", 1).encode()
    voorbeeld = maak_voorbeeld(lees_blad(inhoud), zoek_afbeelding("starts"), bestand="s.csv")

    assert [b.tekst for b in voorbeeld.bevindingen] == [
        "De kolom voor begindatum staat niet in dit blad."
    ]


def test_gewone_woorden_voor_een_code_staan_in_het_voorstel():
    voorstel = stel_voor(lees_blad(t.tabel("toewijzingen").encode()))
    voorbeeld = maak_voorbeeld(
        lees_blad(t.tabel("toewijzingen").encode()), voorstel, bestand="t.csv"
    )

    assert voorstel.vertaal == {
        "geslacht": {"v": "2"},
        "eenheid": {"uren": "04"},
        "frequentie": {"week": "2"},
    }
    assert (voorbeeld.goed, voorbeeld.geweigerd) == (1, 0)


def test_elk_woord_is_een_code_van_de_standaard():
    for tabel in tabellen().values():
        for veld in tabel.velden.values():
            assert set(veld.woorden.values()) <= set(veld.type.codes)


def test_de_handleiding_noemt_elk_veld():
    tekst = (WORTEL / "docs" / "uittreksels.md").read_text("utf-8")
    velden = {veld for tabel in tabellen().values() for veld in tabel.velden}

    assert [veld for veld in sorted(velden) if veld not in tekst] == []
