"""From BSN to pseudonym, and identifiers that may hold a BSN."""

from __future__ import annotations

import base64
import hashlib
import hmac

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraplu.inname.pseudoniem import Pseudoniemen, may_hold_bsn

SLEUTEL = bytes(range(32))
PSEUDONIEMEN = Pseudoniemen(SLEUTEL)
BSN = "999900006"


def test_een_kind_is_twaalf_tekens_van_de_hmac():
    volledig = hmac.new(SLEUTEL, BSN.encode(), hashlib.sha256).digest()
    assert PSEUDONIEMEN.kind(BSN) == base64.urlsafe_b64encode(volledig).decode()[:12]


def test_een_andere_sleutel_geeft_een_ander_pseudoniem():
    # R204.
    assert PSEUDONIEMEN.kind(BSN) != Pseudoniemen(bytes(32)).kind(BSN)


def test_een_kolom_krijgt_dezelfde_pseudoniemen_als_losse_nummers():
    kolom = pa.array([BSN, None, "999900018", BSN])
    een, twee = PSEUDONIEMEN.kind(BSN), PSEUDONIEMEN.kind("999900018")
    assert PSEUDONIEMEN.kinderen(kolom).to_pylist() == [een, None, twee, een]
    assert PSEUDONIEMEN.kinderen(pa.chunked_array([kolom, kolom])).to_pylist()[4:] == [
        een,
        None,
        twee,
        een,
    ]


@pytest.mark.parametrize("tekst", [BSN, f"D{BSN}", f"12{BSN}34", "9999.00.006", "9999 000 06"])
def test_een_kenmerk_met_een_bsn_wordt_verborgen(tekst: str):
    gemaskeerd = PSEUDONIEMEN.masker(tekst)
    assert gemaskeerd.startswith("#")
    assert len(gemaskeerd) == 13
    assert PSEUDONIEMEN.masker(tekst) == gemaskeerd


@pytest.mark.parametrize("tekst", ["", "DN001", "123456789", "000000000", "9452b7eb-c87"])
def test_een_kenmerk_zonder_bsn_blijft_staan(tekst: str):
    assert PSEUDONIEMEN.masker(tekst) == tekst


@given(st.lists(st.none() | st.text("0123456789aB -", max_size=14)))
def test_een_kolom_wordt_gemaskeerd_als_losse_teksten(teksten: list[str | None]):
    verwacht = [None if t is None else PSEUDONIEMEN.masker(t) for t in teksten]
    assert PSEUDONIEMEN.maskers(pa.array(teksten, pa.string())).to_pylist() == verwacht


@given(st.integers(1, 99_999_999), st.text("abc-", max_size=4), st.text("xyz.", max_size=4))
def test_elk_bsn_wordt_herkend_waar_het_ook_staat(kop: int, voor: str, na: str):
    cijfers = [int(c) for c in f"{kop:08}"]
    laatste = sum(g * c for g, c in zip(range(9, 1, -1), cijfers, strict=True)) % 11
    if laatste < 10:
        assert may_hold_bsn(f"{voor}{kop:08}{laatste}{na}")


def test_delen_van_een_kenteken_lopen_niet_in_elkaar_over():
    assert PSEUDONIEMEN.kenteken("a", "1", "23") != PSEUDONIEMEN.kenteken("a", "12", "3")
    assert PSEUDONIEMEN.kenteken("a", "1") != PSEUDONIEMEN.kenteken("b", "1")
