"""Elke regel over structuur: op elke plek waar hij geldt een waarde die mag en een die niet mag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pytest
from lxml import etree

from paraplu.berichten import codes, controleer, schrijf, standaard
from paraplu.berichten.lezer import HOOGSTENS
from paraplu.berichten.regels.register import regels
from paraplu.berichten.standaard import Berichtsoort, Element
from paraplu.berichten.waarde import keur
from tests.berichten.maak import maak_waarde
from tests.berichten.plekken import plekken, tekst, volledige_boom
from tests.berichten.regels.voorbeeld import declaratiebericht, toewijzingsbericht

#: What breaks a rule, wherever it holds.
FOUT = {
    **{"CS015": "9", "CS025": "9", "CS319": "D 1"},
    **{"RS001": "-1", "RS002": "100", "RS004": "100000", "RS005": "100000000"},
    **{"RS006": "1000000000", "RS040": "1000000000000"},
    **{"RS008": "x" * 2, "RS009": "x" * 3, "RS010": "x" * 4, "RS011": "x" * 5, "RS012": "x" * 6},
    **{"RS013": "x" * 7, "RS014": "x" * 9, "RS015": "x" * 10, "RS016": "x" * 11},
    **{"RS017": "x" * 13, "RS018": "1" * 16, "RS019": "x" * 21, "RS020": "x" * 25},
    **{"RS021": "x" * 26, "RS023": "x" * 36, "RS024": "x" * 37, "RS025": "x" * 65},
    **{"RS026": "x" * 81, "RS028": "x" * 201},
    **{"RS031": " ", "RS032": "2024-03-01Z", "RS033": " ", "RS034": "10:00:00+01:00"},
    **{"RS035": "202", "RS036": "980001", "RS037": "99990000", "RS045": "A.B."},
    **{"RS046": "026-1", "RS047": "999", "RS048": "1.0"},
}
#: Bounds that no element of 3.2 has, with a place in 2.3 that has them.
ALLEEN_2_3 = {"RS003": ("BtwPercentage", "10000"), "RS039": ("BtwIDNummer", "NL123456789B012")}
#: Rules on the file, and rules that the schema keeps by itself: a test each, below.
EIGEN_TEST = {"OP179", "OP192", *codes.IN_HET_SCHEMA}
IJW = standaard.release("3.2")


def _elementen(code: str) -> Iterator[tuple[Berichtsoort, Element]]:
    """Every element of 3.2 that the register names with this rule."""
    for plek in regels()[code].waar:
        bericht, klasse, *rest = plek.split("/")
        soort = IJW.berichtsoorten["JW302" if bericht == "retour" else bericht]
        gevonden = [
            element
            for houder in _klassen(soort.wortel)
            if houder.naam == klasse
            if (element := _daal(houder, rest[0].split(".") if rest else []))
        ]
        assert gevonden, plek
        yield from ((soort, element) for element in gevonden)


def _klassen(element: Element) -> Iterator[Element]:
    for kind in element.kinderen:
        if kind.type is None:
            yield kind
            yield from _klassen(kind)


def _daal(element: Element | None, stappen: list[str]) -> Element | None:
    for stap in stappen:
        element = element.per_naam.get(stap) if element else None
    return element


def test_elke_regel_over_structuur_heeft_een_test():
    alle = {code for code, regel in regels().items() if regel.getoetst == "structuur"}

    assert alle == FOUT.keys() | ALLEEN_2_3.keys() | EIGEN_TEST


@pytest.mark.parametrize("code", FOUT)
def test_op_elke_plek_van_de_regel_geeft_de_fout_zijn_code(code):
    rng = Random(code)
    gezien = 0
    for soort, element in _elementen(code):
        if element.type is None:
            continue
        goed = keur(element.type, _goede_waarde(soort, element, rng))
        fout = keur(element.type, FOUT[code])
        assert goed is None, (soort, element.naam)
        assert fout is not None and fout.code == code, (soort, element.naam, fout)
        gezien += 1

    assert gezien


def _goede_waarde(soort: Berichtsoort, element: Element, rng: Random) -> str:
    assert element.type is not None
    return soort.codes[0] if element.naam == "BerichtCode" else maak_waarde(element.type, rng)


@pytest.mark.parametrize("code", FOUT)
def test_een_bericht_met_de_fout_krijgt_zijn_code_op_die_plek(code):
    soort, element = next((s, e) for s, e in _elementen(code) if e.type is not None)
    wortel = volledige_boom(soort)
    knoop, pad = next((k, p) for k, e, p in plekken(soort, wortel) if e is element)

    assert code not in _codes(wortel).values()
    knoop.text = FOUT[code]
    assert _codes(wortel)[pad] == code


@pytest.mark.parametrize("code", ALLEEN_2_3)
def test_een_grens_die_alleen_2_3_heeft(code):
    naam, fout = ALLEEN_2_3[code]
    soort = standaard.release("2.3").berichtsoorten["JW303"]
    wortel = volledige_boom(soort)
    knoop, pad = next((k, p) for k, e, p in plekken(soort, wortel) if e.naam == naam)

    assert code not in _codes(wortel).values()
    knoop.text = fout
    assert _codes(wortel)[pad] == code


def _codes(wortel) -> dict[str, str]:
    """The code of the finding at each path; of two at one place the first."""
    gevonden = controleer(tekst(wortel))
    return {een.pad: een.code for een in reversed(gevonden)}


@pytest.mark.parametrize(
    ("code", "maak", "pad"),
    [
        ("OP076", toewijzingsbericht, "Client/Relaties/Relatie[1]/Soort"),
        ("OP079", toewijzingsbericht, "Client/Bsn"),
        ("OP079", declaratiebericht, "Declaratie/Clienten/Client[1]/Bsn"),
        (
            "OP260",
            toewijzingsbericht,
            "Client/ToegewezenProducten/ToegewezenProduct[1]/Product/Categorie",
        ),
    ],
)
def test_wat_het_schema_eist_mag_niet_ontbreken(code, maak, pad):
    wortel = etree.fromstring(schrijf(maak()))
    knoop = wortel.xpath("/".join(_stappen(pad)))[0]

    assert pad not in _codes(wortel)
    knoop.getparent().remove(knoop)
    assert _codes(wortel)[pad] == codes.IN_HET_SCHEMA[code]
    assert codes.IN_HET_SCHEMA[code] in regels()[code].reden


def _stappen(pad: str) -> Iterator[str]:
    for stap in pad.split("/"):
        naam, _, nummer = stap.partition("[")
        yield f"*[local-name()='{naam}'][{nummer.rstrip(']') or 1}]"


@pytest.mark.parametrize("fout", ["12,50", "12.50", "€ 12"])
def test_iv024_een_bedrag_is_een_geheel_getal(fout):
    for soort, element in _elementen("IV024"):
        assert element.type is not None
        assert keur(element.type, "1250") is None
        gevonden = keur(element.type, fout)
        assert gevonden is not None and gevonden.code == codes.IN_HET_SCHEMA["IV024"], soort


def test_op192_een_bestand_is_utf8_zonder_bom():
    goed = schrijf(toewijzingsbericht())

    assert "OP192" not in {een.code for een in controleer(goed)}
    assert "OP192" in {een.code for een in controleer(b"\xef\xbb\xbf" + goed)}
    anders = re.sub(rb'encoding="[^"]+"', b'encoding="UTF-16"', goed, flags=re.IGNORECASE)
    utf16 = anders.decode("utf-8").encode("utf-16")
    assert "OP192" in {een.code for een in controleer(utf16)}


def test_op179_een_bestand_is_hoogstens_25_mb():
    goed = schrijf(toewijzingsbericht())
    gevuld = goed.rstrip() + b"\n" * (HOOGSTENS - len(goed.rstrip()))

    assert "OP179" not in {een.code for een in controleer(gevuld)}
    assert "OP179" in {een.code for een in controleer(gevuld + b"\n")}
