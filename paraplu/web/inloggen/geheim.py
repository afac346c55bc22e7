"""The shared secret of a second step, unreadable to who gets hold of the database alone."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12


class GeheimOnleesbaar(Exception):
    """The secret was encrypted with another key than the one of now."""


def encrypt(geheim: str, *, van: int) -> bytes:
    """`geheim` for account number `van`; it opens for no other account."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _sleutel().encrypt(nonce, geheim.encode(), _bij(van))


def decrypt(versleuteld: bytes, *, van: int) -> str:
    """The secret again. Raises GeheimOnleesbaar."""
    inhoud = bytes(versleuteld)
    try:
        return _sleutel().decrypt(inhoud[:NONCE], inhoud[NONCE:], _bij(van)).decode()
    except InvalidTag as fout:
        raise GeheimOnleesbaar from fout


def _sleutel() -> AESGCM:
    afleiding = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"paraplu tweede stap")
    return AESGCM(afleiding.derive(settings.SECRET_KEY.encode()))


def _bij(van: int) -> bytes:
    return f"gebruiker {van}".encode()
