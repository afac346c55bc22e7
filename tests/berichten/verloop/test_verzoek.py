"""Requests: every flow of 315 and 317, as a table of messages with the state it gives."""

from __future__ import annotations

import pytest

from paraplu.berichten.regels.register import regels
from paraplu.berichten.verloop import verzoek as module
from paraplu.berichten.verloop.verzoek import NA, STAPPEN, mag_volgen
from paraplu.berichten.verloop.zinnen import ZINNEN, Nee
from tests.berichten.verloop.post import codes, volg_tabel

VERZONDEN = "1 | 2026-04-01 | 315 | VZ1\n"
IN_ONDERZOEK = VERZONDEN + "2 | 2026-04-07 | 319 | VZ1 onderzoek\n"

GOED = {
    "verzonden": (VERZONDEN, "ontvangen", "gemeente"),
    "bevestigd": (VERZONDEN + "2 | 2026-04-02 | 316 | 1 goed", "in behandeling", "gemeente"),
    "technisch afgekeurd telt als niet verzonden": (
        VERZONDEN + "2 | 2026-04-02 | 316 | 1 0001",
        "technisch afgekeurd",
        "aanbieder",
    ),
    "opnieuw gestuurd na een afkeuring": (
        VERZONDEN + "2 | 2026-04-02 | 316 | 1 0001\n3 | 2026-04-03 | 315 | VZ1",
        "ontvangen",
        "gemeente",
    ),
    "315-301": (VERZONDEN + "2 | 2026-04-08 | 301 | 101 ref=VZ1", "toegewezen", "aanbieder"),
    "315-319(1)": (VERZONDEN + "2 | 2026-04-08 | 319 | VZ1 afgewezen 3", "afgewezen", "niemand"),
    "315-319(2)": (IN_ONDERZOEK, "in onderzoek", "gemeente"),
    "315-319(2)-301": (
        IN_ONDERZOEK + "3 | 2026-05-20 | 301 | 101 ref=VZ1",
        "toegewezen",
        "aanbieder",
    ),
    "315-319(2)-319(1)": (
        IN_ONDERZOEK + "3 | 2026-05-20 | 319 | VZ1 afgewezen 4",
        "afgewezen",
        "niemand",
    ),
    "317-301": (
        "1 | 2026-04-01 | 317 | VZ1\n2 | 2026-04-08 | 301 | 101 ref=VZ1; 102 ref=VZ1 code=48A02",
        "toegewezen",
        "aanbieder",
    ),
    "317-319(1)": (
        "1 | 2026-04-01 | 317 | VZ1\n2 | 2026-04-08 | 319 | VZ1 afgewezen 2",
        "afgewezen",
        "niemand",
    ),
    "317-319(2)-301": (
        "1 | 2026-04-01 | 317 | VZ1\n2 | 2026-04-08 | 319 | VZ1 onderzoek\n"
        "3 | 2026-05-08 | 301 | 101 ref=VZ1",
        "toegewezen",
        "aanbieder",
    ),
    "een geweigerde 301 telt als niet verzonden": (
        VERZONDEN + "2 | 2026-04-07 | 301 | 101 ref=VZ1\n3 | 2026-04-08 | 302 | 2 0001",
        "ontvangen",
        "gemeente",
    ),
    "een geweigerde 319 telt als niet verzonden": (
        VERZONDEN + "2 | 2026-04-07 | 319 | VZ1 afgewezen 3\n3 | 2026-04-08 | 320 | 2 9355\n"
        "4 | 2026-04-08 | 301 | 101 ref=VZ1",
        "toegewezen",
        "aanbieder",
    ),
    "319(2) en 301 op dezelfde dag": (
        VERZONDEN + "2 | 2026-04-08 | 301 | 101 ref=VZ1\n3 | 2026-04-08 | 319 | VZ1 onderzoek",
        "toegewezen",
        "aanbieder",
    ),
}
FOUT = {
    "een 319 na de 301": (
        VERZONDEN + "2 | 2026-04-07 | 301 | 101 ref=VZ1\n3 | 2026-04-08 | 319 | VZ1 afgewezen 3",
        "toegewezen",
        ["TR359"],
    ),
    "twee keer in onderzoek": (
        IN_ONDERZOEK + "3 | 2026-04-08 | 319 | VZ1 onderzoek",
        "in onderzoek",
        ["TR360"],
    ),
    "in onderzoek na een afwijzing": (
        VERZONDEN + "2 | 2026-04-07 | 319 | VZ1 afgewezen 3\n3 | 2026-04-08 | 319 | VZ1 onderzoek",
        "afgewezen",
        ["TR360"],
    ),
    "twee afwijzingen": (
        VERZONDEN
        + "2 | 2026-04-07 | 319 | VZ1 afgewezen 3\n3 | 2026-04-08 | 319 | VZ1 afgewezen 4",
        "afgewezen",
        ["TR365"],
    ),
    "een 301 na een afwijzing": (
        VERZONDEN + "2 | 2026-04-07 | 319 | VZ1 afgewezen 3\n3 | 2026-04-08 | 301 | 101 ref=VZ1",
        "afgewezen",
        ["OP344"],
    ),
    "de referentie twee keer in een 301": (
        VERZONDEN
        + "2 | 2026-04-07 | 301 | 101 ref=VZ1\n3 | 2026-04-08 | 301 | 102 ref=VZ1 code=48A02",
        "toegewezen",
        ["TR379"],
    ),
    "een antwoord zonder verzoek": (
        "1 | 2026-04-07 | 319 | VZ1 onderzoek",
        "niet gezien",
        ["TR355"],
    ),
    "een 301 met een onbekende referentie": (
        "1 | 2026-04-07 | 301 | 101 ref=VZ1",
        "niet gezien",
        ["TR379"],
    ),
    "een antwoord op een verzoek dat is afgekeurd": (
        VERZONDEN + "2 | 2026-04-02 | 316 | 1 0001\n3 | 2026-04-07 | 319 | VZ1 afgewezen 3",
        "technisch afgekeurd",
        ["TR355"],
    ),
    "een referentie voor twee verzoeken": (
        VERZONDEN + "2 | 2026-04-02 | 315 | VZ1 kind=2",
        "ontvangen",
        ["TR347"],
    ),
    "een verzoek om wijziging voor de helft gehonoreerd": (
        "1 | 2026-04-01 | 317 | VZ1\n2 | 2026-04-08 | 301 | 101 ref=VZ1; 102 code=48A02",
        "toegewezen",
        ["IV093"],
    ),
}


@pytest.mark.parametrize(("tabel", "stand", "aan_zet"), GOED.values(), ids=GOED)
def test_een_stroom_die_mag(tabel, stand, aan_zet):
    (verzoek,) = volg_tabel(tabel).verzoeken
    assert (verzoek.stand, module.AAN_ZET[verzoek.stand]) == (stand, aan_zet)
    assert codes(verzoek) == []


@pytest.mark.parametrize(("tabel", "stand", "breekt"), FOUT.values(), ids=FOUT)
def test_een_bericht_dat_niet_mag_volgen_verandert_niets(tabel, stand, breekt):
    (verzoek,) = volg_tabel(tabel).verzoeken
    assert (verzoek.stand, codes(verzoek)) == (stand, breekt)
    assert all(een.tekst for een in verzoek.afwijkingen)


def test_elk_product_van_een_315_is_een_eigen_verzoek():
    verloop = volg_tabel(
        """
        1 | 2026-04-01 | 315 | VZ1 VZ2 VZ3
        2 | 2026-04-07 | 319 | VZ1 afgewezen 3
        3 | 2026-04-08 | 301 | 101 ref=VZ2
        """
    )
    standen = {een.referentie: een.stand for een in verloop.verzoeken}
    assert standen == {"VZ1": "afgewezen", "VZ2": "toegewezen", "VZ3": "ontvangen"}
    assert verloop.alle_afwijkingen == ()


def test_een_afwijzing_op_het_woonplaatsbeginsel_noemt_de_andere_gemeente():
    (verzoek,) = volg_tabel(VERZONDEN + "2 | 2026-04-10 | 319 | VZ1 afgewezen 8 0268").verzoeken
    assert (verzoek.stand, verzoek.reden, verzoek.woonplaats_gemeente) == ("afgewezen", "8", "0268")


TEGELIJK = {
    "het eerste loopt nog": ("", ["TR374"]),
    "het eerste is afgewezen": ("9 | 2026-04-07 | 319 | VZ1 afgewezen 3", []),
    "het eerste is toegewezen": ("9 | 2026-04-07 | 301 | 101 ref=VZ1", []),
    "het eerste is pas later afgewezen": ("9 | 2026-04-20 | 319 | VZ1 afgewezen 3", ["TR374"]),
    "het eerste is technisch afgekeurd": ("9 | 2026-04-02 | 316 | 1 0001", []),
}


@pytest.mark.parametrize(("erbij", "breekt"), TEGELIJK.values(), ids=TEGELIJK)
def test_een_tweede_verzoek_voor_een_kind_wacht_op_het_einde_van_het_eerste(erbij, breekt):
    verloop = volg_tabel(VERZONDEN + "2 | 2026-04-10 | 315 | VZ2\n" + erbij)
    assert [codes(een) for een in verloop.verzoeken] == [[], breekt]


def test_een_ander_kind_of_een_andere_aanbieder_hoeft_niet_te_wachten():
    verloop = volg_tabel(
        """
        1 | 2026-04-01 | 315 | VZ1
        2 | 2026-04-02 | 315 | VZ2 kind=2
        3 | 2026-04-03 | 315 | VZ3 aanbieder=42420002
        """
    )
    assert verloop.alle_afwijkingen == ()


def test_elke_stap_heeft_in_elke_stand_een_uitkomst_en_elk_nee_een_zin():
    for stappen in NA.values():
        assert set(stappen) == set(STAPPEN)
        for uitkomst in stappen.values():
            assert uitkomst.regel in ZINNEN if isinstance(uitkomst, Nee) else uitkomst in NA


def test_elke_zin_hoort_bij_een_regel_van_de_standaard():
    assert [code for code in ZINNEN if code not in regels()] == []


def test_mag_volgen_geeft_de_regel_en_de_zin():
    afwijking = mag_volgen("toegewezen", "319 afgewezen")
    assert afwijking is not None
    assert (afwijking.regel, afwijking.tekst) == (
        "TR359",
        "Op dit verzoek is al een toewijzing (301) gekomen. Een 319 kan niet meer.",
    )
    assert mag_volgen("in onderzoek", "301") is None


def test_wat_mag_volgen_hangt_af_van_de_stand():
    (verzoek,) = volg_tabel(IN_ONDERZOEK).verzoeken
    assert verzoek.mag_volgen == ("319 afgewezen", "301")


def test_een_antwoord_met_een_eerdere_dagtekening_hoort_toch_bij_het_verzoek():
    (verzoek,) = volg_tabel(
        "1 | 2026-04-02 | 315 | VZ1\n2 | 2026-04-01 | 319 | VZ1 onderzoek"
    ).verzoeken
    assert (verzoek.stand, codes(verzoek)) == ("in onderzoek", [])


def test_een_nieuw_verzoek_mag_op_de_dag_dat_het_vorige_eindigt():
    verloop = volg_tabel(
        VERZONDEN + "2 | 2026-04-10 | 319 | VZ1 afgewezen 3\n3 | 2026-04-10 | 315 | VZ2"
    )
    assert verloop.alle_afwijkingen == ()


def test_van_een_goede_en_een_foute_retour_telt_de_foute():
    tabel = VERZONDEN + "2 | 2026-04-02 | 316 | 1 goed\n3 | 2026-04-03 | 316 | 1 0001"
    assert volg_tabel(tabel).verzoeken[0].stand == "technisch afgekeurd"
