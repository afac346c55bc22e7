"""The secrets of the family's way in: long ones that cannot be guessed, short ones that are braked.

Of none of them more is kept than a hash. A long secret is 256 bits of chance, so a plain hash keeps
it; a short code could be tried out by who has the table, so its hash needs the installation's key.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final

from django.utils.crypto import salted_hmac

#: Bytes of chance in a link, a device and a session.
LANG: Final = 32
#: Letters and digits that nobody reads as another one; 28 of them, so 12 are 57 bits.
TEKENS: Final = "BCDFGHJKLMNPQRSTVWXZ23456789"
PAPIER_LENGTE: Final = 12
SMS_LENGTE: Final = 6


def make_lang() -> str:
    """A secret for a link, a device or a session."""
    return secrets.token_urlsafe(LANG)


def hash_lang(geheim: str) -> str:
    """What is kept of it."""
    return hashlib.sha256(geheim.encode("utf-8", "surrogatepass")).hexdigest()


def make_papier() -> str:
    """A code for on paper, in groups of four: XXXX-XXXX-XXXX."""
    kaal = "".join(secrets.choice(TEKENS) for _teken in range(PAPIER_LENGTE))
    return "-".join(kaal[plek : plek + 4] for plek in range(0, PAPIER_LENGTE, 4))


def make_sms() -> str:
    """Six digits for in a text message."""
    return f"{secrets.randbelow(10**SMS_LENGTE):0{SMS_LENGTE}d}"


def clean_kort(code: str) -> str:
    """A short code as it was meant: without spaces and dashes, in capitals."""
    return "".join(teken for teken in code.upper() if teken.isalnum())[:40]


def hash_kort(code: str, *, van: str) -> str:
    """What is kept of a short code; `van` is the hash of the link that it belongs to."""
    waarde = f"{van}:{clean_kort(code)}"
    return salted_hmac("paraplu.meelezen.kort", waarde, algorithm="sha256").hexdigest()


def hash_telefoon(nummer: str) -> str:
    """A keyed hash by which it is seen that a phone number changed."""
    return salted_hmac("paraplu.meelezen.telefoon", nummer, algorithm="sha256").hexdigest()


def is_gelijk(een: str, ander: str) -> bool:
    """Whether two hashes are the same, in a time that says nothing; two empty ones are not."""
    return bool(een) and hmac.compare_digest(een.encode(), ander.encode())
