"""From BSN to pseudonym at the door, and everything else that could give a person away.

A child becomes the first 9 bytes of HMAC-SHA256(key, bsn), 12 characters base64url. Without the
key nobody can go back, not even by trying all numbers. Identifiers that a sender fills in freely
sometimes hold a BSN: such a value is replaced by a keyed hash, so that equal values stay equal.
"""

from __future__ import annotations

import base64
import hmac
import re

import pyarrow as pa
import pyarrow.compute as pc

GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
#: Nine digits, possibly written with a space, dot, dash, slash or underscore between them.
NEGEN_CIJFERS = r"[0-9](?:[ ._/\-]?[0-9]){8}"
SCHEIDING = re.compile(r"[ ._/\-]")
CIJFERREEKS = re.compile(r"[0-9]{9,}")

#: Columns that a sender fills in freely. Dates, codes, amounts and numbers have a checked form.
VRIJE_KOLOMMEN = frozenset(
    {
        "identificatie",
        "identificatie_retour",
        "declaratie_nummer",
        "referentie",
        "vorige_referentie",
        "referentie_aanbieder",
        "naam",
    }
)


class Pseudoniemen:
    """Makes pseudonyms with one key; keeps nothing of what it was given."""

    def __init__(self, sleutel: bytes) -> None:
        self._sleutel = sleutel

    def kind(self, bsn: str) -> str:
        """The pseudonym of one BSN (9 digits)."""
        return self._hash(bsn.encode())

    def kenteken(self, doel: str, *delen: str | bytes) -> str:
        """An identity of 12 characters for the combination `delen`; `doel` keeps uses apart.

        Keyed too: a declaration of one child can be guessed from its hash, number by number.
        """
        bytes_delen = (deel.encode() if isinstance(deel, str) else deel for deel in delen)
        return self._hash(doel.encode() + b"".join(_measured(deel) for deel in bytes_delen))

    def kinderen(self, bsn: pa.Array | pa.ChunkedArray) -> pa.Array:
        """The pseudonyms of a column of BSN's, hashing each number once."""
        gecodeerd = _single(bsn).dictionary_encode()
        namen = [None if b is None else self.kind(b) for b in gecodeerd.dictionary.to_pylist()]
        return pa.array(namen, pa.string()).take(gecodeerd.indices)

    def masker(self, tekst: str) -> str:
        """`tekst`, or "#" and a keyed hash of it when it may hold a BSN."""
        if not may_hold_bsn(tekst):
            return tekst
        return "#" + self._hash(b"masker" + tekst.encode())

    def maskers(self, kolom: pa.Array | pa.ChunkedArray) -> pa.Array:
        """A column with `masker` applied; only values with nine digits are looked at one by one."""
        kolom = _single(kolom)
        verdacht = pc.fill_null(pc.match_substring_regex(kolom, NEGEN_CIJFERS), False)
        if not pc.any(verdacht).as_py():
            return kolom
        vervanging = [self.masker(tekst) for tekst in kolom.filter(verdacht).to_pylist()]
        return pc.replace_with_mask(kolom, verdacht, pa.array(vervanging, pa.string()))

    def _hash(self, inhoud: bytes) -> str:
        return base64.urlsafe_b64encode(hmac.digest(self._sleutel, inhoud, "sha256")[:9]).decode()


def may_hold_bsn(tekst: str) -> bool:
    """Whether nine digits in a row, separators aside, pass the elfproef.

    >>> may_hold_bsn("D-2023.999900006"), may_hold_bsn("9999 00 006"), may_hold_bsn("123456789")
    (True, True, False)
    """
    for reeks in CIJFERREEKS.findall(SCHEIDING.sub("", tekst)):
        cijfers = [int(cijfer) for cijfer in reeks]
        for begin in range(len(cijfers) - 8):
            venster = cijfers[begin : begin + 9]
            som = sum(g * c for g, c in zip(GEWICHTEN, venster, strict=True))
            if som % 11 == 0 and any(venster):
                return True
    return False


def _measured(deel: bytes) -> bytes:
    """With its length in front, so that ("a", "bc") and ("ab", "c") differ."""
    return len(deel).to_bytes(4, "big") + deel


def _single(kolom: pa.Array | pa.ChunkedArray) -> pa.Array:
    if not isinstance(kolom, pa.ChunkedArray):
        return kolom
    return kolom.combine_chunks() if kolom.num_chunks != 1 else kolom.chunk(0)
