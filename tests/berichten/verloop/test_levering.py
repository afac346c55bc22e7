"""Deliveries: start, pause, stop and start again, with corrections, as tables of messages."""

from __future__ import annotations

import pytest

from paraplu.berichten.verloop.levering import NA, STAPPEN, mag_volgen
from paraplu.berichten.verloop.zinnen import ZINNEN, Nee
from tests.berichten.verloop.post import codes, volg_tabel

TOEGEWEZEN = "1 | 2026-01-05 | 301 | 101 ingang=2026-01-10\n"
START = TOEGEWEZEN + "2 | 2026-01-12 | 305 | 101 begin=2026-01-10\n"
PAUZE = START + "3 | 2026-03-02 | 307 | 101 begin=2026-01-10 einde=2026-02-28 reden=20\n"
STOP = START + "3 | 2026-03-02 | 307 | 101 begin=2026-01-10 einde=2026-02-28\n"

GOED = {
    "alleen toegewezen": (TOEGEWEZEN, "niet gestart", None, None),
    "gestart": (START, "gestart", "2026-01-10", None),
    "een pauze": (PAUZE, "tijdelijk gestopt", "2026-01-10", "2026-02-28"),
    "gestopt": (STOP, "gestopt", "2026-01-10", "2026-02-28"),
    "definitief na een pauze": (
        PAUZE + "4 | 2026-04-02 | 307 | 101 begin=2026-01-10 einde=2026-03-31",
        "gestopt",
        "2026-01-10",
        "2026-03-31",
    ),
    "definitief na een pauze, met hetzelfde einde": (
        PAUZE + "4 | 2026-04-02 | 307 | 101 begin=2026-01-10 einde=2026-02-28",
        "gestopt",
        "2026-01-10",
        "2026-02-28",
    ),
    "weer gestart na een pauze": (
        PAUZE + "4 | 2026-04-02 | 305 | 101 begin=2026-04-01",
        "gestart",
        "2026-04-01",
        None,
    ),
    "weer gestart na een stop": (
        STOP + "4 | 2026-04-02 | 305 | 101 begin=2026-04-01",
        "gestart",
        "2026-04-01",
        None,
    ),
    "een start ingetrokken": (
        START + "3 | 2026-01-13 | 305 | 101 begin=2026-01-10 status=3",
        "niet gestart",
        None,
        None,
    ),
    "een start verbeterd in een bericht": (
        START
        + "3 | 2026-01-13 | 305 | 101 begin=2026-01-10 status=3; 101 begin=2026-01-11 status=1",
        "gestart",
        "2026-01-11",
        None,
    ),
    "een stop ingetrokken": (
        STOP + "4 | 2026-03-03 | 307 | 101 begin=2026-01-10 einde=2026-02-28 status=3",
        "gestart",
        "2026-01-10",
        None,
    ),
    "een start en zijn stop ingetrokken": (
        STOP + "4 | 2026-03-03 | 307 | 101 begin=2026-01-10 einde=2026-02-28 status=3\n"
        "5 | 2026-03-03 | 305 | 101 begin=2026-01-10 status=3",
        "niet gestart",
        None,
        None,
    ),
    "een geweigerde start telt niet": (
        START + "3 | 2026-01-13 | 306 | 2 9326",
        "niet gestart",
        None,
        None,
    ),
    "een geweigerde stop telt niet": (
        STOP + "4 | 2026-03-03 | 308 | 3 9069",
        "gestart",
        "2026-01-10",
        None,
    ),
}
FOUT = {
    "een tweede start": (
        START + "3 | 2026-02-02 | 305 | 101 begin=2026-02-01",
        "gestart",
        ["TR326"],
    ),
    "dezelfde start nog eens": (
        START + "3 | 2026-02-02 | 305 | 101 begin=2026-01-10",
        "gestart",
        ["TR326"],
    ),
    "twee pauzes": (
        PAUZE + "4 | 2026-04-02 | 307 | 101 begin=2026-01-10 einde=2026-03-31 reden=20",
        "tijdelijk gestopt",
        ["TR413"],
    ),
    "definitief voor het begin van de pauze": (
        PAUZE + "4 | 2026-04-02 | 307 | 101 begin=2026-01-10 einde=2026-02-27",
        "tijdelijk gestopt",
        ["TR414"],
    ),
    "twee keer definitief": (
        STOP + "4 | 2026-04-02 | 307 | 101 begin=2026-01-10 einde=2026-03-31",
        "gestopt",
        ["TR415"],
    ),
    "een stop zonder start": (
        TOEGEWEZEN + "2 | 2026-03-02 | 307 | 101 begin=2026-01-10 einde=2026-02-28",
        "niet gestart",
        ["TR382"],
    ),
    "een stop op een andere begindatum": (
        START + "3 | 2026-03-02 | 307 | 101 begin=2026-01-11 einde=2026-02-28",
        "gestart",
        ["TR382"],
    ),
    "een stop op een ander product": (
        START + "3 | 2026-03-02 | 307 | 101 begin=2026-01-10 einde=2026-02-28 code=48A02",
        "gestart",
        ["TR382"],
    ),
    "intrekken wat nooit is gestuurd": (
        START + "3 | 2026-02-02 | 305 | 101 begin=2026-02-01 status=3",
        "gestart",
        ["TR063"],
    ),
    "een start intrekken waar een stop op is": (
        STOP + "4 | 2026-03-03 | 305 | 101 begin=2026-01-10 status=3",
        "gestopt",
        ["TR071"],
    ),
    "status 2": (
        START + "3 | 2026-01-13 | 305 | 101 begin=2026-01-10 status=2",
        "gestart",
        ["OP033x2"],
    ),
}


@pytest.mark.parametrize(("tabel", "stand", "begin", "einde"), GOED.values(), ids=GOED)
def test_een_stroom_die_mag(tabel, stand, begin, einde):
    (levering,) = volg_tabel(tabel).leveringen
    datums = [str(dag) if dag else None for dag in (levering.begindatum, levering.einddatum)]
    assert [levering.stand, *datums] == [stand, begin, einde]
    assert codes(levering) == []


@pytest.mark.parametrize(("tabel", "stand", "breekt"), FOUT.values(), ids=FOUT)
def test_een_bericht_dat_niet_mag_volgen(tabel, stand, breekt):
    (levering,) = volg_tabel(tabel).leveringen
    assert (levering.stand, codes(levering)) == (stand, breekt)


def test_van_twee_definitieve_stops_geldt_de_laatste_einddatum():
    (levering,) = volg_tabel(FOUT["twee keer definitief"][0]).leveringen
    assert levering.einddatum.isoformat() == "2026-03-31"


def test_taakgericht_werk_heeft_geen_toewijzingsnummer():
    verloop = volg_tabel(
        """
        1 | 2026-01-12 | 305 | begin=2026-01-10
        2 | 2026-01-12 | 305 | begin=2026-01-10 kind=2
        3 | 2026-03-02 | 307 | begin=2026-01-10 einde=2026-02-28
        """
    )
    assert sorted(een.stand for een in verloop.leveringen) == ["gestart", "gestopt"]
    assert verloop.alle_afwijkingen == ()


def test_elke_toewijzing_heeft_haar_eigen_levering():
    verloop = volg_tabel(
        """
        1 | 2026-01-05 | 301 | 101; 102 code=48A02
        2 | 2026-01-12 | 305 | 101 begin=2026-01-10
        """
    )
    standen = {een.sleutel.nummer: een.stand for een in verloop.leveringen}
    assert standen == {101: "gestart", 102: "niet gestart"}


def test_een_nummer_met_voorloopnullen_is_hetzelfde_nummer():
    (levering,) = volg_tabel(TOEGEWEZEN + "2 | 2026-01-12 | 305 | 0101 begin=2026-01-10").leveringen
    assert levering.stand == "gestart"


def test_elke_stap_heeft_in_elke_stand_een_uitkomst_en_elk_nee_een_zin():
    for stappen in NA.values():
        assert set(stappen) == set(STAPPEN)
        for uitkomst in stappen.values():
            assert uitkomst.regel in ZINNEN if isinstance(uitkomst, Nee) else uitkomst in NA


def test_na_een_stop_mag_alleen_een_nieuwe_start():
    assert [stap for stap in STAPPEN if mag_volgen("gestopt", stap) is None] == ["start"]
    assert [stap for stap in STAPPEN if mag_volgen("tijdelijk gestopt", stap) is None] == [
        "start",
        "stop",
    ]
