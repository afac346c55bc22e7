"""Figures from rows: what counts, in which period, and that figure and list are the same."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.aanmelden.verloop.cijfers import make_tabellen
from paraplu.aanmelden.verloop.metingen import METING_VAN, METINGEN
from paraplu.aanmelden.verloop.traject import Bijzonderheid
from paraplu.casussen.cijfers.tellen import (
    LEEG,
    MEE_VERBORGEN,
    TE_KLEIN,
    Blik,
    Rij,
    find_p90,
    list_rijen,
    make_cijfer,
    make_tabel,
)
from paraplu.casussen.cijfers.verbergen import ALLES
from tests.aanmelden.verloop.bouwen import d, stap, traject

OP = date(2026, 12, 31)
DRIE = {"termijn": "3 werkdagen", "kalender": "atw"}


def rijen(meting, *trajecten, jaar=2026, op=OP):
    return list_rijen(METING_VAN[meting], trajecten, jaar=jaar, op=op)


def test_een_stap_telt_in_de_periode_waarin_hij_klaar_was():
    s = stap("contact", d(2), d(5), uiterste_datum=d(5), **DRIE)
    laat = stap("contact", d(2), d(9), uiterste_datum=d(5), **DRIE)
    vervallen = stap("contact", d(2), d(9), uitkomst="vervallen", **DRIE)
    alle = rijen("stappen", traject(s, laat, vervallen, stap("contact", d(2))))
    assert [(rij.waarde, rij.ja) for rij in alle] == [(3, True), (5, False)]
    assert rijen("stappen", traject(s), jaar=2025) == []
    assert rijen("stappen", traject(s), op=d(4)) == []


def test_mediaan_en_p90_zijn_na_te_rekenen():
    cijfer = make_cijfer(
        [Rij(casus=n, regio="FV", dag=d(2), waarde=n, ja=n > 3) for n in range(1, 13)]
    )
    assert (cijfer.aantal, cijfer.mediaan, cijfer.p90, cijfer.aandeel) == (12, 6.5, 11, 0.75)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=40))
def test_negen_van_de_tien_komen_niet_boven_p90(waarden):
    waarden = sorted(waarden)
    p90 = find_p90(waarden)
    assert 10 * sum(w <= p90 for w in waarden) >= 9 * len(waarden)
    assert 10 * sum(w < p90 for w in waarden) < 9 * len(waarden)


def test_het_expertteam_telt_pas_als_de_casus_er_weggaat():
    """R147: solutions, and the time from the first meeting to the solution."""
    t = traject(
        stap("expertteam", d(2), d(6), uitkomst="zicht_op_hulp", partij="RET-FV"),
        stap("expertteam", d(6), d(12), uitkomst="oplossing", partij="RET-FV"),
        stap("expertteam", d(16), d(20), uitkomst="geen_oplossing", partij="RET-FV"),
    )
    assert [(r.waarde, r.ja) for r in rijen("expertteam", t)] == [(8, True), (None, False)]


def test_van_een_afgesloten_casus_telt_of_hij_langs_het_expertteam_kwam():
    t = traject(stap("expertteam", d(2), d(6)), afgesloten_op=d(9), afloop="hulp_gestart")
    assert {r.deel: r.ja for r in rijen("zijwegen", t)} == {
        "netwerk": False,
        "expertteam": True,
        "opschalen": False,
    }
    assert rijen("zijwegen", traject(stap("expertteam", d(2), d(6)))) == []


def test_formulieren_en_aanbieders_tellen_per_vraag():
    """R275: one form per question. R277: providers approached per case."""
    t = traject(afgesloten_op=d(9), afloop="ingetrokken", formulieren=2, aanbieders=1)
    assert [(r.waarde, r.ja) for r in rijen("formulieren", t)] == [(2, False)]
    assert [(r.waarde, r.ja) for r in rijen("aanbieders", t)] == [(1, True)]


def test_wie_na_de_norm_nog_wacht_telt_mee_als_te_laat():
    """R128: the clock counts on its last day when nobody met it."""
    wacht = traject(uitspraak_op=d(2))
    assert [(r.dag, r.waarde, r.ja) for r in rijen("klok_jeugdbeschermer", wacht)] == [
        (d(9), None, False)
    ]
    assert rijen("klok_jeugdbeschermer", wacht, op=d(9)) == []
    assert [
        (r.dag, r.waarde, r.ja)
        for r in rijen("klok_hulp", traject(uitspraak_op=d(2), start_hulp=d(9)))
    ] == [(d(9), 5, True)]


def test_duidelijkheid_is_het_eerste_antwoord_van_een_aanbieder():
    t = traject(
        stap("reactie_aanbieder", d(4), d(12)),
        stap("reactie_aanbieder", d(16), d(19)),
        duidelijk_bij=("reactie_aanbieder",),
    )
    assert [(r.dag, r.waarde) for r in rijen("duidelijkheid", t)] == [(d(12), 8)]


def test_afwijzingen_en_knelpunten_tellen_per_reden():
    # R125, R146.
    t = traject(
        bijzonder=(
            Bijzonderheid(soort="afwijzing", deel="niet_op_tijd", op=d(3), partij="ZA-1"),
            Bijzonderheid(soort="knelpunt", deel="wachttijd", op=d(4)),
        )
    )
    assert [(r.deel, r.partij) for r in rijen("afwijzing", t)] == [("niet_op_tijd", "ZA-1")]
    assert [r.deel for r in rijen("knelpunt", t)] == ["wachttijd"]


def _zes(deel, van=1, aantal=6, **velden):
    return [
        Rij(**{"casus": n, "regio": "FV", "dag": d(2), "deel": deel, "partij": "GI-1", **velden})
        for n in range(van, van + aantal)
    ]


def test_een_klein_cijfer_is_verborgen_en_nooit_nul():
    tabel = make_tabel(METING_VAN["stappen"], _zes("a") + _zes("b", 10, 4) + _zes("c", 20, 9))
    assert tabel.cijfer(Blik(), "b") == TE_KLEIN
    assert tabel.cijfer(Blik(), "a") == MEE_VERBORGEN
    assert tabel.cijfer(Blik(), "c").aantal == 9
    assert tabel.cijfer(Blik(), "bestaat niet") == LEEG
    assert tabel.cijfer(Blik()).aantal == 19


def test_zes_rijen_van_een_casus_zijn_een_klein_cijfer():
    tabel = make_tabel(METING_VAN["stappen"], [r for _n in range(6) for r in _zes("a", 1, 1)])
    assert tabel.cijfer(Blik()) == TE_KLEIN


def test_wat_over_heel_gelderland_uit_te_rekenen_is_blijft_ook_per_regio_verborgen():
    tabel = make_tabel(
        METING_VAN["stappen"],
        _zes("a", 1, 8) + _zes("a", 20, 3, regio="CG") + _zes("a", 30, 9, regio="AH"),
    )
    assert tabel.cijfer(Blik(regio="CG"), "a") == TE_KLEIN
    assert tabel.cijfer(Blik(regio="FV"), "a") == MEE_VERBORGEN
    assert tabel.cijfer(Blik(regio="AH"), "a").aantal == 9


RIJ = st.builds(
    Rij,
    casus=st.integers(1, 30),
    regio=st.sampled_from(["FV", "CG"]),
    dag=st.integers(0, 364).map(lambda n: date(2026, 1, 1) + timedelta(days=n)),
    partij=st.sampled_from(["", "GI-1", "LT-1"]),
    deel=st.sampled_from(["", "a", "b"]),
    waarde=st.none() | st.integers(0, 40),
    ja=st.none() | st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(RIJ, max_size=60),
    st.sampled_from("*1234"),
    st.sampled_from(["*", "FV"]),
    st.sampled_from(["*", "GI-1"]),
    st.sampled_from(["*", "a"]),
)
def test_elk_cijfer_is_dat_van_zijn_lijst_en_die_lijst_die_van_een_zeef(
    rijen, k, regio, partij, deel
):
    """The second reading: sift the rows with conditions and count them."""
    blik = Blik(k, regio, partij)
    tabel = make_tabel(METINGEN[0], rijen)
    gezeefd = [
        r
        for r in rijen
        if k
        in (ALLES, str({1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 3}.get(r.dag.month, 4)))
        and regio in (ALLES, r.regio)
        and partij in (ALLES, r.partij)
        and deel in (ALLES, r.deel)
    ]
    lijst = tabel.list_rijen(blik, deel)
    assert sorted(map(repr, lijst)) == sorted(map(repr, gezeefd))
    cijfer = tabel.cijfer(blik, deel)
    if not gezeefd:
        assert cijfer == LEEG
    elif len({r.casus for r in gezeefd}) < 5:
        assert cijfer == TE_KLEIN
    elif cijfer != MEE_VERBORGEN:
        assert cijfer == make_cijfer(lijst)


def test_elke_meting_heeft_een_tabel():
    assert list(make_tabellen([traject()], jaar=2026, op=OP)) == [m.sleutel for m in METINGEN]
