"""From BSN to pseudonym at the door, and everything else that could give a person away.

A child becomes the first 9 bytes of HMAC-SHA256(key, bsn), 12 characters base64url. Without the
key nobody can go back, not even by trying all numbers. Identifiers that a sender fills in freely
sometimes hold a BSN: such a value is replaced by a keyed hash, so that equal values stay equal.
"""

from __future__ import annotations

import base64
import hmac
import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
#: Nine digits, possibly written with a space, dot, dash, slash or underscore between them.
NEGEN_CIJFERS = r"[0-9](?:[ ._/\-]?[0-9]){8}"
NEGEN_ACHTEREEN = re.compile(NEGEN_CIJFERS)
SCHEIDING = r"[ ._/\-]"

#: Columns that a sender fills in freely. Dates, codes, amounts and numbers have a checked form.
VRIJE_KOLOMMEN = frozenset(
    {
        "identificatie",
        "identificatie_retour",
        "declaratie_nummer",
        "referentie",
        "vorige_referentie",
        "referentie_aanbieder",
        "declaratie_xsd_versie",
        "declaratie_xsd_basis",
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
        return self._hidden(tekst)

    def maskers(self, kolom: pa.Array | pa.ChunkedArray) -> pa.Array:
        """A column with `masker` applied, looking at all values at once."""
        kolom = _single(kolom)
        kandidaat = pc.fill_null(pc.match_substring_regex(kolom, NEGEN_CIJFERS), False)
        plekken = np.flatnonzero(kandidaat.to_numpy(zero_copy_only=False))
        plekken = plekken[_holds_bsn(kolom.take(pa.array(plekken)))]
        if not len(plekken):
            return kolom
        teksten = kolom.take(pa.array(plekken)).to_pylist()
        verborgen = pa.array([self._hidden(tekst) for tekst in teksten], pa.string())
        waar = np.zeros(len(kolom), dtype=bool)
        waar[plekken] = True
        return pc.replace_with_mask(kolom, pa.array(waar), verborgen)

    def masker_tabel(self, tabel: pa.Table) -> pa.Table:
        """A table with `maskers` applied to the columns that a sender fills in freely."""
        for plek, naam in enumerate(tabel.column_names):
            if naam in VRIJE_KOLOMMEN:
                tabel = tabel.set_column(plek, naam, self.maskers(tabel[naam]))
        return tabel

    def _hidden(self, tekst: str) -> str:
        return "#" + self._hash(b"masker" + tekst.encode())

    def _hash(self, inhoud: bytes) -> str:
        return base64.urlsafe_b64encode(hmac.digest(self._sleutel, inhoud, "sha256")[:9]).decode()


def may_hold_bsn(tekst: str) -> bool:
    """Whether nine digits in a row, separators aside, pass the elfproef.

    >>> may_hold_bsn("D-2023.999900006"), may_hold_bsn("9999 00 006"), may_hold_bsn("123456789")
    (True, True, False)
    """
    return bool(NEGEN_ACHTEREEN.search(tekst) and _holds_bsn(pa.array([tekst], pa.string()))[0])


def _holds_bsn(kolom: pa.StringArray) -> np.ndarray:
    """For every text (none null) what `may_hold_bsn` says of it."""
    kaal = pc.replace_substring_regex(kolom, SCHEIDING, "").cast(pa.binary())
    tekens = np.array(kaal.to_numpy(zero_copy_only=False), dtype="S")
    if tekens.itemsize < 9 or not len(tekens):
        return np.zeros(len(kolom), dtype=bool)
    cijfers = tekens.view(np.uint8).reshape(len(tekens), -1).astype(np.int16) - ord("0")
    aantal = cijfers.shape[1] - 8
    som = np.zeros((len(tekens), aantal), dtype=np.int16)
    alle_cijfer = np.ones_like(som, dtype=bool)
    niet_nul = np.zeros_like(som, dtype=bool)
    for plek, gewicht in enumerate(GEWICHTEN):
        cijfer = cijfers[:, plek : plek + aantal]
        som += gewicht * cijfer
        alle_cijfer &= (cijfer >= 0) & (cijfer <= 9)
        niet_nul |= cijfer != 0
    return (alle_cijfer & niet_nul & (som % 11 == 0)).any(axis=1)


def _measured(deel: bytes) -> bytes:
    """With its length in front, so that ("a", "bc") and ("ab", "c") differ."""
    return len(deel).to_bytes(4, "big") + deel


def _single(kolom: pa.Array | pa.ChunkedArray) -> pa.Array:
    if not isinstance(kolom, pa.ChunkedArray):
        return kolom
    return kolom.combine_chunks() if kolom.num_chunks != 1 else kolom.chunk(0)
