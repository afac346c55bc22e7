"""Wat geen bericht is, wordt bij naam genoemd, met wat de brenger eraan kan doen."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from paraplu.berichten import controleer
from paraplu.berichten.stroom import Slot, lees_stroom
from tests.berichten.omslag.envelopen import bericht, in_zip

BERICHT = bericht()
EI = b"\r\n".join(
    [b"01" + b"434" + b"0100" + b"1" * 60, b"02" + b"0" * 67, b"04" + b"0" * 67, b"99" + b"0" * 67]
)


def _xlsx() -> bytes:
    doel = io.BytesIO()
    Workbook().save(doel)
    return doel.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "stukje"),
    [
        (b"\r\n <!DOCTYPE html><html><body>Inloggen</body></html>", "webpagina"),
        (b"<HTML><head/></HTML>", "webpagina"),
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (_xlsx(), "Excel"),
        (in_zip(BERICHT), "het is een zip"),
        (b'[{"bsn": ""}]', "JSON"),
        (b"bsn;naam\r\n1;x\r\n", "tabel (CSV)"),
        (b"\xef\xbb\xbfbsn,naam\n1,x\n", "tabel (CSV)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "oud bestand van Office"),
        (EI, "declaratie jeugd-ggz, in de vorm van EI"),
        (EI.replace(b"434", b"999", 1), "een plat bestand, in de vorm van EI"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_een_ander_bestand_wordt_bij_naam_genoemd(inhoud: bytes, stukje: str):
    bevinding = controleer(inhoud)[-1]
    in_stroom = [*lees_stroom(io.BytesIO(inhoud), bestand="")]

    assert (bevinding.code, bevinding.weigert) == ("PAR001", "bericht")
    assert stukje in bevinding.tekst
    assert bevinding.remedie
    assert in_stroom[-2].tekst == bevinding.tekst
    assert isinstance(in_stroom[-1], Slot)


@pytest.mark.parametrize(
    ("namespace", "stukje"),
    [
        ("http://www.istandaarden.nl/iwmo/3_2/wmo301/schema", "iWmo 3.2"),
        ("http://www.istandaarden.nl/iwlz/2_2/aw33/schema", "iWlz 2.2"),
        ("http://www.istandaarden.nl/ieb/1_0/wmo401/schema", "iEb 1.0"),
        ("http://www.istandaarden.nl/iwmo/2_1/wmo301/schema/2_1", "iWmo 2.1"),
        ("http://www.egem.nl/StUF/sector/bg/0310", "StUF-BG"),
        ("http://www.egem.nl/StUF/sector/zkn/0310", "StUF-ZKN"),
        ("http://bkwi.nl/SuwiML/Diensten/x", "Suwinet"),
        ("http://elders.nl", "namespace van het eerste element is onbekend"),
    ],
)
def test_een_andere_standaard_wordt_bij_naam_genoemd(namespace: str, stukje: str):
    (bevinding,) = controleer(f'<Bericht xmlns="{namespace}"><Header/></Bericht>'.encode())

    assert bevinding.weigert == "bericht"
    assert stukje in bevinding.tekst


@pytest.mark.parametrize(
    ("teken", "naam"),
    [
        (b"Jos\xe9 de", "Windows-1252 of ISO-8859-1."),
        (b"Jos\x92s", "Windows-1252."),
    ],
)
def test_de_codering_wordt_geraden_uit_de_bytes(teken: bytes, naam: str):
    anders = BERICHT.replace(b"<jw305:Client>", b"<!-- " + teken + b" -->\r\n<jw305:Client>")
    (bevinding,) = controleer(anders)

    assert bevinding.code == "OP192"
    assert bevinding.tekst.endswith(f"lijkt {naam}")
    assert bevinding.regel == anders[: anders.index(teken)].count(b"\n") + 1


def test_een_gebroken_teken_van_utf8_wordt_niet_voor_windows_aangezien():
    anders = BERICHT.replace(b"<jw305:Client>", b"<!-- \xe2\x82 -->\r\n<jw305:Client>")
    (bevinding,) = controleer(anders)

    assert "lijkt" not in bevinding.tekst
