"""A sheet that someone made: what is read, and how a fault is told."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken.blad import BladNotReadable, Kolom, lees_blad, lees_dag, lees_geheel

KOLOMMEN = (
    Kolom("jaar", lees_geheel, "Vul een jaar in."),
    Kolom("vanaf", lees_dag, "Vul een dag in.", verplicht=False),
)


def fouten_in(inhoud: str | bytes) -> list[tuple[int, str]]:
    with pytest.raises(BladNotReadable) as gevangen:
        lees_blad(inhoud, KOLOMMEN, bestand="blad.csv")
    return [(fout.regel, fout.kolom) for fout in gevangen.value.fouten]


@pytest.mark.parametrize(
    "inhoud",
    [
        "jaar,vanaf\n2023,2023-01-31\n",
        "jaar;vanaf\r\n2023;31-1-2023\r\n",
        b"\xef\xbb\xbfvanaf;jaar;meer\n31-01-2023;2023;x\n\n;;\n",
    ],
)
def test_een_blad_is_te_lezen_zoals_een_rekenprogramma_het_bewaart(inhoud):
    (rij,) = lees_blad(inhoud, KOLOMMEN, bestand="blad.csv")
    assert rij.waarden == {"jaar": 2023, "vanaf": date(2023, 1, 31)}
    assert rij.regel == 2


def test_een_lege_cel_die_leeg_mag_zijn_is_niets():
    (rij,) = lees_blad("jaar,vanaf\n2023,\n", KOLOMMEN, bestand="blad.csv")
    assert rij.waarden["vanaf"] is None


def test_alle_fouten_staan_bij_elkaar_met_regel_en_kolom():
    inhoud = "jaar,vanaf\n,2023-01-01\n2023,gisteren\n2.5,2023-02-30\n2023,,te veel\n"
    assert fouten_in(inhoud) == [(2, "jaar"), (3, "vanaf"), (4, "jaar"), (4, "vanaf"), (5, "")]


def test_een_fout_zegt_bestand_regel_kolom_en_wat_te_doen():
    with pytest.raises(BladNotReadable) as gevangen:
        lees_blad("jaar,vanaf\ntwee,\n", KOLOMMEN, bestand="blad.csv")
    zin = "blad.csv, regel 2, kolom jaar: Dit is geen heel getal. Vul een jaar in."
    assert str(gevangen.value) == zin


def test_een_ontbrekende_kolom_is_een_fout():
    assert fouten_in("vanaf\n2023-01-01\n") == [(1, "")]
    assert fouten_in("") == [(1, "")]


def test_een_kolom_die_er_twee_keer_staat_is_een_fout():
    assert fouten_in("jaar,vanaf,jaar\n2023,,2024\n") == [(1, "")]


def test_een_cel_zonder_eind_is_een_fout():
    assert fouten_in("jaar,vanaf\n2023," + 200_000 * "1" + "\n") == [(2, "")]


def test_iets_anders_dan_utf8_is_een_fout():
    assert fouten_in("jaar,vanaf\n2023,\xe9\n".encode("latin-1")) == [(1, "")]
