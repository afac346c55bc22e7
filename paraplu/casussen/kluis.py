"""BSN's and other personal data at rest: encrypted with the key of the families."""

from __future__ import annotations

import hmac
import json
import os
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from paraplu.afspraken.plaats import var_map
from paraplu.inname.sleutels import Sleutel, find_sleutel

NONCE = 12


@lru_cache(maxsize=4)
def _sleutel(plaats: str) -> Sleutel:
    from .models import Persoon  # noqa: PLC0415 - the tables are there only after Django's start

    in_gebruik = Persoon.objects.exclude(bsn_kenmerk="").exists()
    return find_sleutel("gezin", plaats=var_map() / "werk", in_gebruik=in_gebruik)


def _derive(doel: str) -> bytes:
    return _sleutel(str(var_map())).derive(doel)


def seal(waarde: Any) -> bytes:
    """Any value that JSON knows, encrypted."""
    nonce = os.urandom(NONCE)
    tekst = json.dumps(waarde, ensure_ascii=False).encode()
    return nonce + AESGCM(_derive("gezin inhoud")).encrypt(nonce, tekst, None)


def unseal(inhoud: bytes | memoryview) -> Any:
    """What `seal` was given; cryptography's InvalidTag when it was changed or the key is another."""
    kaal = bytes(inhoud)
    tekst = AESGCM(_derive("gezin inhoud")).decrypt(kaal[:NONCE], kaal[NONCE:], None)
    return json.loads(tekst)


def kenmerk(bsn: str) -> str:
    """A keyed hash by which the same BSN is found again, and nothing else."""
    return hmac.new(_derive("bsn kenmerk"), bsn.encode(), "sha256").hexdigest()
