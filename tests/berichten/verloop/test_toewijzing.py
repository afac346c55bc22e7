"""Allocations through their versions, as tables of messages."""

from __future__ import annotations

import pytest

from tests.berichten.verloop.post import codes, volg_tabel

EERSTE = "1 | 2026-01-05 | 301 | 101 einde=2026-12-31\n"
GEWIJZIGD = {
    "ingetrokken": ("101 einde=2026-06-30 op=2026-03-01 reden=03", "ingetrokken", "2026-06-30"),
    "opgerekt": ("101 einde=2027-06-30 op=2026-03-01 reden=10", "opgerekt", "2027-06-30"),
    "budget": ("101 einde=2026-12-31 op=2026-03-01 reden=10 budget=5", "budget", "2026-12-31"),
    "verwijderd": ("101 einde=2026-01-01 op=2026-03-01 reden=13", "verwijderd", "2026-01-01"),
}
FOUT = {
    "een ander product": ("101 einde=2026-12-31 op=2026-03-01 reden=10 code=48A02", ["OP257"]),
    "een andere omvang": ("101 einde=2026-12-31 op=2026-03-01 reden=10 volume=9", ["OP257"]),
    "een andere ingangsdatum": (
        "101 einde=2026-12-31 op=2026-03-01 reden=10 ingang=2026-02-01",
        ["OP033x1"],
    ),
    "gewijzigd zonder reden": ("101 einde=2026-06-30 op=2026-03-01", ["IV099"]),
    "een reden zonder wijziging": ("101 einde=2026-12-31 op=2026-03-01 reden=10", ["IV099"]),
    "een ander kind": ("101 einde=2026-06-30 op=2026-03-01 reden=10 kind=2", ["TR332"]),
    "een andere aanbieder": (
        "101 einde=2026-06-30 op=2026-03-01 reden=10 aanbieder=42420002",
        ["TR332"],
    ),
    "andere inhoud op hetzelfde moment": ("101 einde=2026-06-30 reden=10", ["IV013"]),
}


@pytest.mark.parametrize(("versie", "wijziging", "einde"), GEWIJZIGD.values(), ids=GEWIJZIGD)
def test_een_wijziging_die_mag(versie, wijziging, einde):
    (toewijzing,) = volg_tabel(EERSTE + f"2 | 2026-03-01 | 301 | {versie}").toewijzingen
    assert [soort for _, soort in toewijzing.versies] == ["nieuw", wijziging]
    assert toewijzing.geldt.einddatum.isoformat() == einde
    assert codes(toewijzing) == []


@pytest.mark.parametrize(("versie", "breekt"), FOUT.values(), ids=FOUT)
def test_een_wijziging_die_niet_mag(versie, breekt):
    (toewijzing,) = volg_tabel(EERSTE + f"2 | 2026-03-01 | 301 | {versie}").toewijzingen
    assert codes(toewijzing) == breekt


def test_volume_voor_de_hele_periode_mag_veranderen():
    (toewijzing,) = volg_tabel(
        """
        1 | 2026-01-05 | 301 | 101 frequentie=6 volume=100 einde=2026-12-31
        2 | 2026-03-01 | 301 | 101 frequentie=6 volume=120 einde=2026-12-31 op=2026-03-01 reden=14
        """
    ).toewijzingen
    assert [soort for _, soort in toewijzing.versies] == ["nieuw", "volume"]
    assert codes(toewijzing) == []


def test_het_vaststelmoment_wint_en_niet_de_dagtekening():
    (toewijzing,) = volg_tabel(
        """
        1 | 2026-03-09 | 301 | 101 einde=2026-12-31 op=2026-01-05
        2 | 2026-03-01 | 301 | 101 einde=2026-06-30 op=2026-02-05 tijd=08:00:00 reden=03
        3 | 2026-03-02 | 301 | 101 einde=2026-07-31 op=2026-02-05 tijd=09:00:00 reden=10
        """
    ).toewijzingen
    assert toewijzing.geldt.einddatum.isoformat() == "2026-07-31"
    assert [soort for _, soort in toewijzing.versies] == ["nieuw", "ingetrokken", "opgerekt"]
    assert toewijzing.eerste_dag.isoformat() == "2026-03-01"
    assert codes(toewijzing) == []


HERHAALD = (
    EERSTE + "2 | 2026-03-01 | 301 | 101 einde=2026-06-30 op=2026-03-01 reden=03\n"
    "3 | 2026-04-01 | 301 | 101 einde=2026-06-30 op=2026-03-01"
)


def test_een_herhaalde_toewijzing_is_geen_nieuwe_versie():
    (toewijzing,) = volg_tabel(HERHAALD).toewijzingen
    assert len(toewijzing.versies) == 2
    assert codes(toewijzing) == []


def test_op_een_verwijderde_toewijzing_volgt_niets_meer():
    verloop = volg_tabel(
        """
        1 | 2026-01-05 | 301 | 101
        2 | 2026-02-01 | 301 | 101 einde=2026-01-01 op=2026-02-01 reden=13
        3 | 2026-03-01 | 301 | 101 einde=2026-12-31 op=2026-03-01 reden=10
        """
    )
    assert codes(verloop.toewijzingen[0]) == ["TR332"]


def test_een_verwijderde_toewijzing_heeft_geen_levering():
    verloop = volg_tabel(
        EERSTE + "2 | 2026-03-01 | 301 | 101 einde=2026-01-01 op=2026-03-01 reden=13"
    )
    assert [een.stand for een in verloop.toewijzingen] == ["verwijderd"]
    assert verloop.leveringen == ()


def test_een_toewijzing_met_toegekende_prestaties_mag_niet_worden_verwijderd():
    verwijderd = EERSTE + "2 | 2026-03-01 | 301 | 101 einde=2026-01-01 op=2026-03-01 reden=13\n"
    declaratie = "3 | 2026-02-05 | 323 | D1 2026-01; PR1 101 5000\n4 | 2026-02-10 | 325 | 3 goed\n"
    credit = "5 | 2026-03-05 | 323 | D2 2026-02; C1 101 5000 credit=PR1 maand=2026-01\n"
    assert codes(volg_tabel(verwijderd + declaratie).toewijzingen[0]) == ["TR385"]
    assert codes(volg_tabel(verwijderd + declaratie + credit).toewijzingen[0]) == []
    assert codes(volg_tabel(verwijderd).toewijzingen[0]) == []


@pytest.mark.parametrize(
    ("op", "stand"),
    [("2026-01-06", "nog niet ingegaan"), ("2026-02-01", "actueel"), ("2026-12-31", "actueel"), ("2027-01-01", "afgelopen")],
)  # fmt: skip
def test_de_stand_hangt_af_van_de_dag(op, stand):
    tabel = "1 | 2026-01-05 | 301 | 101 ingang=2026-02-01 einde=2026-12-31"
    assert volg_tabel(tabel, op=op).toewijzingen[0].stand == stand


def test_een_geweigerde_wijziging_telt_als_niet_verzonden():
    wijziging = EERSTE + "2 | 2026-03-01 | 301 | 101 einde=2026-06-30 op=2026-03-01 reden=03\n"
    (toewijzing,) = volg_tabel(wijziging + "3 | 2026-03-03 | 302 | 2 9332").toewijzingen
    assert toewijzing.geldt.einddatum.isoformat() == "2026-12-31"


def test_een_toewijzing_die_is_geweigerd_is_technisch_afgekeurd():
    verloop = volg_tabel(EERSTE + "2 | 2026-01-06 | 302 | 1 0001")
    assert [een.stand for een in verloop.toewijzingen] == ["technisch afgekeurd"]
    assert verloop.leveringen == ()
