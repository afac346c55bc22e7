"""Losse waarden tegen hun type, het bsn en de volgorde: als tabel te lezen."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraplu.berichten import codes, elfproef, standaard
from paraplu.berichten.standaard import Datatype, Element
from paraplu.berichten.volgorde import uit_de_rij
from paraplu.berichten.waarde import keur


def _types(element: Element):
    if element.type is not None and element.type.beperkt is None:
        yield element.type.naam, element.type
    for kind in element.kinderen:
        yield from _types(kind)


TYPES: dict[str, Datatype] = dict(
    paar
    for soort in standaard.release("3.2").berichtsoorten.values()
    for paar in _types(soort.wortel)
)


@pytest.mark.parametrize(
    ("naam", "tekst", "code"),
    [
        ("Datum", "2023-05-01", None),
        ("Datum", "2024-02-29", None),
        ("Datum", "2023-02-29", "PAR012"),
        ("Datum", "01-05-2023", "PAR012"),
        ("Datum", "0000-01-01", "PAR012"),
        ("Datum", "2023-05-01+02:00", "RS032"),
        ("Tijd", "23:59:59", None),
        ("Tijd", "24:00:00", None),
        ("Tijd", "24:00:01", "PAR013"),
        ("Tijd", "12:00:00Z", "RS034"),
        ("Nummer", "007", None),
        ("Nummer", "+5", None),
        ("Nummer", "5,0", "PAR011"),
        ("Nummer", "-5", "RS001"),
        ("Volume", "99999999", None),
        ("Volume", "100000000", "RS005"),
        ("TotaalBedrag", "1000000000000", "RS040"),
        ("Naam", "x" * 200, None),
        ("Naam", "x" * 201, "RS028"),
        ("Naam", "\u00a0", None),
        ("Naam", "a\nb", "PAR019"),
        ("Naam", "   ", "RS033"),
        ("Commentaar", "a\nb", None),
        ("Commentaar", " \n ", "RS031"),
        ("Voorletters", "J.P.", "RS045"),
        ("Voorletters", "ÀÉỳ", None),
        ("Telefoonnummer", "06-12", "RS046"),
        ("Versie", "1.0.0", None),
        ("Versie", "1.0", "RS048"),
        ("Versie", "01.0.0", "RS048"),
        ("Gemeente", "0363", None),
        ("Gemeente", "363", "RS035"),
        ("AgbCode", "1234567x", "RS036"),
        ("ProductCategorie", "47", None),
        ("ProductCategorie", "39", "PAR010"),
        ("LandCode", "NL", None),
        ("LandCode", "XX", "PAR010"),
    ],
)
def test_een_waarde_krijgt_de_code_van_haar_fout(naam, tekst, code):
    fout = keur(TYPES[f"LDT_{naam}"], tekst)

    assert (fout and fout.code) == code


def test_elk_type_van_de_standaard_keurt_een_lege_tekst_af():
    assert {keur(datatype, "").code for datatype in TYPES.values()} == {"RS031", "RS033"}


def test_een_lange_codelijst_wordt_niet_opgesomd():
    assert (
        keur(TYPES["LDT_LandCode"], "XX").remedie == "Gebruik een van de 249 codes uit die lijst."
    )


@pytest.mark.parametrize(
    "bsn", ["123456782", "999900006", "999900018", "999996770", "999996782", "999996800"]
)
def test_een_geldig_bsn_doorstaat_de_elfproef(bsn):
    assert elfproef(bsn)


@pytest.mark.parametrize(
    "bsn", ["", "99990006", "9999000060", "99990000x", "٩٩٩٩٠٠٠٠٦", "000000000", "999900007"]
)
def test_een_ongeldig_bsn_doorstaat_de_elfproef_niet(bsn):
    assert not elfproef(bsn)


@given(st.lists(st.integers(0, 6), max_size=9))
def test_wie_uit_de_rij_staat_is_het_kleinste_aantal(nummers):
    buiten = uit_de_rij(nummers)
    rest = [nummer for plek, nummer in enumerate(nummers) if plek not in buiten]
    langste = max(
        (len(deel) for deel in _deelrijen(nummers) if deel == sorted(deel)),
        default=0,
    )

    assert rest == sorted(rest)
    assert len(rest) == langste


def _deelrijen(nummers):
    for keuze in range(2 ** len(nummers)):
        yield [nummer for plek, nummer in enumerate(nummers) if keuze >> plek & 1]


def test_elke_code_die_wij_geven_heeft_een_titel():
    eigen = {
        waarde for naam, waarde in vars(codes).items() if naam.isupper() and isinstance(waarde, str)
    }
    alle = (
        eigen
        | set(codes.PATROON.values())
        | set(codes.HOOGSTENS.values())
        | set(codes.LANGST.values())
    )

    assert len(alle) > 60
    assert [code for code in sorted(alle) if codes.titel(code) == code] == []


def test_elke_code_van_ijw_die_wij_geven_bestaat_in_ijw(shared: Path):
    with (shared / "ijw" / "rules.csv").open(encoding="utf-8") as bestand:
        regels = {rij["regel_id"]: rij for rij in csv.DictReader(bestand)}
    eigen = {
        waarde for naam, waarde in vars(codes).items() if naam.isupper() and isinstance(waarde, str)
    }

    assert {code for code in eigen if not code.startswith("PAR")} <= set(regels)
    for tabel, facet in ((codes.LANGST, "maxLength"), (codes.HOOGSTENS, "maxInclusive")):
        for grens, code in tabel.items():
            assert regels[code]["xsd_facet"] == f'{facet} value="{grens}"'
