"""Declarations, their answers, credits and what is sent again, as tables of messages."""

from __future__ import annotations

import pytest

from paraplu.berichten.verloop.declaratie import NA, STAPPEN
from paraplu.berichten.verloop.zinnen import ZINNEN, Nee
from tests.berichten.verloop.post import codes, volg_tabel

INGEDIEND = "1 | 2026-02-05 | 323 | D1 2026-01; PR1 101 5000; PR2 102 7000\n"
TOEGEKEND = INGEDIEND + "2 | 2026-02-12 | 325 | 1 goed\n"
DEELS = INGEDIEND + "2 | 2026-02-12 | 325 | 1 weigert PR2\n"
GECREDITEERD = (
    TOEGEKEND + "3 | 2026-03-05 | 323 | D2 2026-02; C1 101 5000 credit=PR1 maand=2026-01\n"
)

ANTWOORD = {
    "geen antwoord": (INGEDIEND, "ingediend", ["ingediend"] * 2, ("325",), "gemeente"),
    "alles goed": (TOEGEKEND, "toegekend", ["toegekend"] * 2, ("323 credit",), "niemand"),
    "een regel geweigerd": (
        DEELS,
        "deels toegekend",
        ["toegekend", "afgewezen"],
        ("323 credit", "323 opnieuw"),
        "aanbieder",
    ),
    "alle regels geweigerd": (
        INGEDIEND + "2 | 2026-02-12 | 325 | 1 weigert PR1 PR2",
        "afgewezen",
        ["afgewezen"] * 2,
        ("323 opnieuw",),
        "aanbieder",
    ),
    "de declaratie geweigerd": (
        INGEDIEND + "2 | 2026-02-12 | 325 | 1 code 9333",
        "afgewezen",
        ["afgewezen"] * 2,
        ("323 opnieuw",),
        "aanbieder",
    ),
    "het bericht geweigerd": (
        INGEDIEND + "2 | 2026-02-12 | 325 | 1 kop 0001",
        "technisch afgekeurd",
        ["afgewezen"] * 2,
        ("323 opnieuw",),
        "aanbieder",
    ),
    "een regel gecrediteerd": (
        GECREDITEERD,
        "toegekend",
        ["gecrediteerd", "toegekend"],
        ("323 credit", "323 opnieuw"),
        "niemand",
    ),
}
GOED = {
    "crediteren en in hetzelfde bericht opnieuw": TOEGEKEND
    + "3 | 2026-03-05 | 323 | D2 2026-02; PR3 101 6000 maand=2026-01; C1 101 5000 credit=PR1 maand=2026-01",
    "crediteren en later opnieuw": GECREDITEERD
    + "4 | 2026-04-05 | 323 | D3 2026-03; PR3 101 6000 maand=2026-01",
    "een geweigerde regel opnieuw": DEELS
    + "3 | 2026-03-05 | 323 | D2 2026-02; PR3 102 7000 maand=2026-01",
    "hetzelfde nummer na een technische afkeuring": INGEDIEND
    + "2 | 2026-02-12 | 325 | 1 kop 0001\n3 | 2026-02-13 | 323 | D1 2026-01; PR1 101 5000",
    "een volgende maand": TOEGEKEND + "3 | 2026-03-05 | 323 | D2 2026-02; PR3 101 5000",
    "een geweigerde credit mag nog eens": GECREDITEERD
    + "4 | 2026-03-10 | 325 | 3 weigert C1\n"
    + "5 | 2026-04-05 | 323 | D3 2026-03; C2 101 5000 credit=PR1 maand=2026-01",
    "crediteren op de dag van het antwoord": INGEDIEND
    + "2 | 2026-03-05 | 325 | 1 goed\n"
    + "3 | 2026-03-05 | 323 | D2 2026-02; C1 101 5000 credit=PR1 maand=2026-01",
}
FOUT = {
    "crediteren zonder antwoord": (
        INGEDIEND + "3 | 2026-03-05 | 323 | D2 2026-02; C1 101 5000 credit=PR1 maand=2026-01",
        ["IV085"],
    ),
    "crediteren voor het antwoord er was": (
        INGEDIEND
        + "2 | 2026-03-12 | 325 | 1 goed\n"
        + "3 | 2026-03-05 | 323 | D2 2026-02; C1 101 5000 credit=PR1 maand=2026-01",
        ["IV085"],
    ),
    "een geweigerde regel crediteren": (
        DEELS + "3 | 2026-03-05 | 323 | D2 2026-02; C1 102 7000 credit=PR2 maand=2026-01",
        ["TR323"],
    ),
    "een onbekende regel crediteren": (
        TOEGEKEND + "3 | 2026-03-05 | 323 | D2 2026-02; C1 101 5000 credit=PR9 maand=2026-01",
        ["TR323"],
    ),
    "twee keer crediteren": (
        GECREDITEERD + "4 | 2026-04-05 | 323 | D3 2026-03; C2 101 5000 credit=PR1 maand=2026-01",
        ["TR390"],
    ),
    "een regel met zijn eigen credit": (
        "3 | 2026-03-05 | 323 | D2 2026-02; PR1 101 5000; C1 101 5000 credit=PR1",
        ["TR316"],
    ),
    "een ander bedrag crediteren": (
        TOEGEKEND + "3 | 2026-03-05 | 323 | D2 2026-02; C1 101 4000 credit=PR1 maand=2026-01",
        ["IV091"],
    ),
    "hetzelfde nog eens declareren": (
        TOEGEKEND + "3 | 2026-03-05 | 323 | D2 2026-02; PR3 101 5000 maand=2026-01",
        ["TR389"],
    ),
    "een referentie nog eens": (
        TOEGEKEND + "3 | 2026-03-05 | 323 | D2 2026-02; PR1 101 5000",
        ["TR314"],
    ),
    "een declaratienummer nog eens": (
        TOEGEKEND + "3 | 2026-03-05 | 323 | D1 2026-02; PR3 101 5000",
        ["TR333"],
    ),
    "een eerdere maand na een latere": (
        TOEGEKEND + "3 | 2026-03-05 | 323 | D2 2025-12; PR3 101 5000",
        ["IV090"],
    ),
}


@pytest.mark.parametrize(
    ("tabel", "stand", "regels", "volgt", "aan_zet"), ANTWOORD.values(), ids=ANTWOORD
)
def test_het_antwoord_bepaalt_de_stand(tabel, stand, regels, volgt, aan_zet):
    declaratie = volg_tabel(tabel).declaraties[0]
    assert (declaratie.stand, declaratie.aan_zet) == (stand, aan_zet)
    assert [regel.stand for regel in declaratie.regels] == regels
    assert declaratie.mag_volgen == volgt
    assert declaratie.ingediend == 12000


@pytest.mark.parametrize("tabel", GOED.values(), ids=GOED)
def test_een_declaratie_die_mag_volgen(tabel):
    assert volg_tabel(tabel).alle_afwijkingen == ()


@pytest.mark.parametrize(("tabel", "breekt"), FOUT.values(), ids=FOUT)
def test_een_declaratie_die_niet_mag_volgen(tabel, breekt):
    declaraties = volg_tabel(tabel).declaraties
    assert codes(declaraties[-1]) == breekt
    assert [codes(een) for een in declaraties[:-1]] == [[]] * (len(declaraties) - 1)


def test_een_antwoord_zonder_declaratie_valt_op():
    verloop = volg_tabel(INGEDIEND + "2 | 2026-02-12 | 325 | 1 goed", op="2026-12-31")
    assert verloop.afwijkingen == ()
    zonder = volg_tabel(
        "1 | 2026-02-05 | 315 | VZ1\n2 | 2026-02-12 | 325 | 1 goed", op="2026-12-31"
    )
    assert codes(zonder) == ["TR337"]


def test_een_credit_telt_als_een_min():
    assert volg_tabel(GECREDITEERD).declaraties[1].ingediend == -5000


def test_elke_stap_heeft_in_elke_stand_een_uitkomst_en_elk_nee_een_zin():
    for stappen in NA.values():
        assert set(stappen) == set(STAPPEN)
        for uitkomst in stappen.values():
            assert uitkomst.regel in ZINNEN if isinstance(uitkomst, Nee) else uitkomst in NA


TWEE_ANTWOORDEN = INGEDIEND + "2 | 2026-02-20 | 325 | 1 goed\n3 | 2026-02-12 | 325 | 1 weigert PR2"


def test_van_twee_antwoorden_telt_het_eerste():
    (declaratie,) = volg_tabel(TWEE_ANTWOORDEN).declaraties
    assert (declaratie.stand, str(declaratie.beantwoord_op)) == ("deels toegekend", "2026-02-12")
