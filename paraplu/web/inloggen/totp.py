"""The numbers of an authenticator app (TOTP, RFC 6238): a new one every half minute."""

from __future__ import annotations

import hmac
from datetime import datetime

import pyotp
import segno

NAAM = "Paraplu"
#: How many numbers before and after the one of now are good too: clocks of phones differ.
SPELING = 1


def make_geheim() -> str:
    """A new shared secret of 160 bits, as apps want to have it typed."""
    return pyotp.random_base32()


def matching_tel(geheim: str, code: str, *, op: datetime) -> int | None:
    """Number of the half minute that `code` belongs to, near `op`; None when to none."""
    totp = pyotp.TOTP(geheim)
    nu = totp.timecode(op)
    for tel in range(nu - SPELING, nu + SPELING + 1):
        if hmac.compare_digest(totp.generate_otp(tel).encode(), code.encode()):
            return tel
    return None


def address(geheim: str, *, gebruikersnaam: str) -> str:
    """What an app reads from the QR code."""
    return pyotp.TOTP(geheim).provisioning_uri(name=gebruikersnaam, issuer_name=NAAM)


def qr(adres: str) -> str:
    """The QR code as the source of an image; black on white in every theme, so that phones see it."""
    return segno.make(adres, error="m").svg_data_uri(scale=5, border=4, light="#fff")
