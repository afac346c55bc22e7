"""The numbers of the second step, against the tables of RFC 6238 and RFC 4226."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from paraplu.web.inloggen import totp
from paraplu.web.inloggen.geheim import GeheimOnleesbaar, decrypt, encrypt

#: The secret of both standards, as an app wants to have it.
GEHEIM = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconden", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_de_code_is_die_van_rfc_6238(seconden, code):
    op = datetime.fromtimestamp(seconden, UTC)
    assert totp.matching_tel(GEHEIM, code, op=op) == seconden // 30


@pytest.mark.parametrize(
    ("later", "goed"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)]
)
def test_een_telefoon_mag_een_halve_minuut_schelen(later, goed):
    op = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
    code = pyotp.TOTP(GEHEIM).at(op + timedelta(seconds=later))
    assert (totp.matching_tel(GEHEIM, code, op=op) is not None) is goed


@pytest.mark.parametrize("code", ["", "28708", "2870822", "abcdef", "２８７０８２"])
def test_wat_geen_code_is_klopt_niet(code):
    assert totp.matching_tel(GEHEIM, code, op=datetime.fromtimestamp(59, UTC)) is None


def test_een_geheim_heeft_160_bits_en_is_elke_keer_anders():
    geheimen = {totp.make_geheim() for _keer in range(20)}
    assert len(geheimen) == 20
    assert all(len(base64.b32decode(geheim)) == 20 for geheim in geheimen)


def test_het_adres_voor_de_app_noemt_paraplu_en_het_geheim():
    adres = totp.address(GEHEIM, gebruikersnaam="k.jansen")
    assert adres.startswith("otpauth://totp/Paraplu:k.jansen?")
    assert f"secret={GEHEIM}" in adres


def test_de_qr_code_is_een_beeld_in_de_pagina_zelf():
    assert totp.qr("otpauth://totp/x").startswith("data:image/svg+xml")


def test_het_geheim_staat_onleesbaar_in_de_database_en_opent_voor_een_ander_niet():
    versleuteld = encrypt(GEHEIM, van=7)
    assert GEHEIM.encode() not in versleuteld
    assert decrypt(versleuteld, van=7) == GEHEIM
    with pytest.raises(GeheimOnleesbaar):
        decrypt(versleuteld, van=8)


def test_met_een_andere_sleutel_is_het_geheim_niet_te_lezen(settings):
    versleuteld = encrypt(GEHEIM, van=7)
    settings.SECRET_KEY = "een andere"
    with pytest.raises(GeheimOnleesbaar):
        decrypt(versleuteld, van=7)
