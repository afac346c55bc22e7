"""What stays hidden so that nobody can work out a small number."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.casussen.cijfers.verbergen import ALLES, DREMPEL, hide


def met_totalen(delen):
    """A table of one dimension with its total."""
    return {**{(naam,): n for naam, n in delen.items()}, (ALLES,): sum(delen.values())}


@pytest.mark.parametrize(
    ("delen", "weg"),
    [
        ({"a": 10, "b": 20}, ""),
        ({"a": 4, "b": 20, "c": 9}, "ac"),  # a is small, c goes with it
        ({"a": 1, "b": 2, "c": 9, "d": 30}, "abc"),  # three of two parts would still be small
        ({"a": 3, "b": 4, "c": 9}, "ab"),  # together seven: nobody knows which is which
        ({"a": 4, "b": 0, "c": 9}, "ac"),  # a zero hides nothing
        ({"a": 0, "b": 20}, ""),
        ({"a": 5, "b": 5}, ""),
    ],
)
def test_een_klein_deel_verdwijnt_met_een_tweede(delen, weg):
    assert hide(met_totalen(delen)) == {(naam,) for naam in weg}


def test_is_er_geen_tweede_deel_dan_verdwijnt_het_totaal():
    assert hide(met_totalen({"a": 4})) == {("a",), (ALLES,)}
    cellen = {("a",): 4, ("b",): 2, (ALLES,): 6}
    assert hide(cellen) == {("a",), ("b",)}


def tabel(delen):
    """Every total of a table of more dimensions, by adding up."""
    cellen = Counter()
    for cel, aantal in delen.items():
        for boven in product(*({waarde, ALLES} for waarde in cel)):
            cellen[boven] += aantal
    return dict(cellen)


SLEUTEL = st.tuples(
    st.sampled_from("12"), st.sampled_from(["FV", "CG", "AH"]), st.sampled_from("xyz")
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(SLEUTEL, st.integers(0, 12), max_size=12))
def test_geen_som_geeft_een_verborgen_cijfer_terug(delen):
    """The second reading: go by every sum that a reader can make and look for one unknown."""
    cellen = tabel(delen)
    weg = hide(cellen)
    for cel, aantal in cellen.items():
        assert (cel in weg) or aantal == 0 or aantal >= DREMPEL
        for plek in range(3):
            if cel[plek] != ALLES:
                continue
            onder = [
                c
                for c in cellen
                if c[plek] != ALLES and c[:plek] == cel[:plek] and c[plek + 1 :] == cel[plek + 1 :]
            ]
            onbekend = [c for c in [cel, *onder] if c in weg]
            assert len(onbekend) != 1
            if onbekend and cel not in weg:
                assert sum(cellen[c] for c in onbekend) >= DREMPEL
