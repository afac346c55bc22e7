"""The terms that messages start: until when, who must act, met, late, open or passed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.berichten.verloop.post import volg_tabel

V = "1 | 2026-04-01 | 315 | VZ1\n"
W = "1 | 2026-04-01 | 317 | VZ1\n"
# Goede Vrijdag is 3 april en tweede paasdag 6 april 2026.
VERZOEK = [
    # tabel, op, (regel, uiterlijk, stand)
    (V, "2026-04-01", [("OP274", "2026-04-10", "open")]),
    (V, "2026-04-10", [("OP274", "2026-04-10", "open")]),
    (V, "2026-04-11", [("OP274", "2026-04-10", "verlopen")]),
    (
        V + "2 | 2026-04-10 | 301 | 101 ref=VZ1 ingang=2026-05-01",
        "2026-05-01",
        [("OP274", "2026-04-10", "gehaald")],
    ),
    (
        V + "2 | 2026-04-13 | 301 | 101 ref=VZ1 ingang=2026-05-01",
        "2026-05-01",
        [("OP274", "2026-04-10", "te laat")],
    ),
    (V + "2 | 2026-04-13 | 301 | 101 ref=VZ1", "2026-04-12", [("OP274", "2026-04-10", "verlopen")]),
    (
        V + "2 | 2026-04-08 | 319 | VZ1 onderzoek",
        "2026-05-27",
        [("OP274", "2026-04-10", "gehaald"), ("OP274", "2026-05-27", "open")],
    ),
    (
        V + "2 | 2026-04-08 | 319 | VZ1 onderzoek",
        "2026-05-28",
        [("OP274", "2026-04-10", "gehaald"), ("OP274", "2026-05-27", "verlopen")],
    ),
    (
        V + "2 | 2026-04-08 | 319 | VZ1 onderzoek\n3 | 2026-05-28 | 319 | VZ1 afgewezen 3",
        "2026-06-01",
        [("OP274", "2026-04-10", "gehaald"), ("OP274", "2026-05-27", "te laat")],
    ),
    (W, "2026-04-11", [("OP346", "2026-04-10", "verlopen")]),
    (
        W + "2 | 2026-04-08 | 319 | VZ1 onderzoek",
        "2026-04-20",
        [("OP346", "2026-04-10", "gehaald"), ("OP346", "2026-05-27", "open")],
    ),
    (
        V + "2 | 2026-04-10 | 319 | VZ1 afgewezen 8 0268",
        "2026-04-20",
        [("OP274", "2026-04-10", "gehaald"), ("OP359", "2026-04-15", "gehaald")],
    ),
    (
        V + "2 | 2026-04-08 | 319 | VZ1 onderzoek\n3 | 2026-04-16 | 319 | VZ1 afgewezen 8 0268",
        "2026-04-20",
        [
            ("OP274", "2026-04-10", "gehaald"),
            ("OP274", "2026-05-27", "gehaald"),
            ("OP359", "2026-04-15", "te laat"),
        ],
    ),
    (V + "2 | 2026-04-02 | 316 | 1 0001", "2026-05-01", []),
]
LEVERING = [
    # Tijdig toegewezen: de start telt. Met terugwerkende kracht: de dag van de 301.
    (
        "1 | 2026-03-02 | 301 | 101 ingang=2026-04-01\n2 | 2026-04-09 | 305 | 101 begin=2026-04-02",
        "2026-05-01",
        [("OP271", "2026-04-13", "gehaald")],
    ),
    (
        "1 | 2026-04-09 | 301 | 101 ingang=2026-02-01\n2 | 2026-04-17 | 305 | 101 begin=2026-02-01",
        "2026-05-01",
        [("OP271", "2026-04-16", "te laat")],
    ),
    (
        "1 | 2026-04-09 | 301 | 101 ingang=2026-02-01",
        "2026-04-16",
        [("OP271", "2026-04-16", "open")],
    ),
    (
        "1 | 2026-04-09 | 301 | 101 ingang=2026-02-01",
        "2026-04-17",
        [("OP271", "2026-04-16", "verlopen")],
    ),
    ("1 | 2026-04-09 | 301 | 101 ingang=2026-06-01", "2026-12-01", []),
    (
        "1 | 2026-04-09 | 301 | 101 ingang=2026-02-01\n"
        "2 | 2026-04-20 | 301 | 101 ingang=2026-02-01 einde=2026-02-01 op=2026-04-20 reden=13",
        "2026-05-01",
        [],
    ),
    (
        "1 | 2026-01-12 | 305 | 101 begin=2026-01-10\n"
        "2 | 2026-04-10 | 307 | 101 begin=2026-01-10 einde=2026-04-02",
        "2026-05-01",
        [("OP271", "2026-01-16", "gehaald"), ("OP272", "2026-04-13", "gehaald")],
    ),
    (
        "1 | 2026-01-12 | 305 | 101 begin=2026-01-10\n"
        "2 | 2026-04-14 | 307 | 101 begin=2026-01-10 einde=2026-04-02 reden=20",
        "2026-05-01",
        [("OP271", "2026-01-16", "gehaald"), ("OP272", "2026-04-13", "te laat")],
    ),
    # Wanneer bekend was dat een pauze het einde werd, zegt geen bericht.
    (
        "1 | 2026-01-12 | 305 | 101 begin=2026-01-10\n"
        "2 | 2026-04-10 | 307 | 101 begin=2026-01-10 einde=2026-04-02 reden=20\n"
        "3 | 2026-07-01 | 307 | 101 begin=2026-01-10 einde=2026-04-02",
        "2026-08-01",
        [("OP271", "2026-01-16", "gehaald"), ("OP272", "2026-04-13", "gehaald")],
    ),
    # De toewijzing is afgelopen en de stop ontbreekt nog.
    (
        "1 | 2026-01-05 | 301 | 101 ingang=2026-01-10 einde=2026-04-02\n"
        "2 | 2026-01-12 | 305 | 101 begin=2026-01-10",
        "2026-04-14",
        [("OP271", "2026-01-16", "gehaald"), ("OP272", "2026-04-13", "verlopen")],
    ),
    (
        "1 | 2026-01-05 | 301 | 101 ingang=2026-01-10 einde=2026-04-02\n"
        "2 | 2026-01-12 | 305 | 101 begin=2026-01-10",
        "2026-04-01",
        [("OP271", "2026-01-16", "gehaald")],
    ),
]
DECLARATIE = [
    ("1 | 2026-04-17 | 323 | D1 2026-03; PR1 101 5000", "2026-05-04", [("OP090x4", "2026-05-04", "open")]),
    ("1 | 2026-04-17 | 323 | D1 2026-03; PR1 101 5000", "2026-05-06", [("OP090x4", "2026-05-04", "verlopen")]),
    (
        "1 | 2026-04-17 | 323 | D1 2026-03; PR1 101 5000\n2 | 2026-05-04 | 325 | 1 goed",
        "2026-05-06",
        [("OP090x4", "2026-05-04", "gehaald")],
    ),
    (
        "1 | 2026-04-17 | 323 | D1 2026-03; PR1 101 5000\n2 | 2026-05-06 | 325 | 1 kop 0001",
        "2026-05-06",
        [("OP090x4", "2026-05-04", "te laat")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("tabel", "op", "verwacht"), [*VERZOEK, *LEVERING, *DECLARATIE])
def test_de_termijnen_op_een_dag(tabel, op, verwacht):
    verloop = volg_tabel(tabel, op=op)
    gevonden = [
        (een.regel, een.termijn.uiterste_datum.isoformat(), een.stand(verloop.op))
        for een in verloop.bewakingen
        if een.regel != "OP090"
    ]
    assert sorted(gevonden) == sorted(verwacht)


HEEN = [
    ("315", "VZ1", "316", "gemeente"),
    ("317", "VZ1", "318", "gemeente"),
    ("305", "101 begin=2026-04-01", "306", "gemeente"),
    ("307", "101 begin=2026-03-01 einde=2026-04-01", "308", "gemeente"),
    ("301", "101", "302", "aanbieder"),
    ("319", "VZ1 onderzoek", "320", "aanbieder"),
]


@pytest.mark.parametrize(("soort", "wat", "retour", "wie"), HEEN)
def test_op_elk_bericht_hoort_binnen_drie_werkdagen_een_retourbericht(soort, wat, retour, wie):
    heen = f"1 | 2026-04-02 | {soort} | {wat}\n"
    (bewaking,) = volg_tabel(heen).retouren
    assert (bewaking.regel, bewaking.wie) == ("OP090", wie)
    assert bewaking.partij == ("0200" if wie == "gemeente" else "42420001")
    assert bewaking.termijn.uiterste_datum == date(2026, 4, 9)
    assert bewaking.stand(date(2026, 4, 9)) == "open"
    for dag, stand in (("2026-04-09", "gehaald"), ("2026-04-10", "te laat")):
        (bewaking,) = volg_tabel(heen + f"2 | {dag} | {retour} | 1 goed").retouren
        assert bewaking.stand(date(2026, 12, 31)) == stand


def test_een_declaratie_en_haar_antwoord_krijgen_geen_retourbericht():
    verloop = volg_tabel(
        "1 | 2026-04-17 | 323 | D1 2026-03; PR1 101 5\n2 | 2026-05-04 | 325 | 1 goed"
    )
    assert verloop.retouren == ()


def test_wat_na_de_dag_is_gedagtekend_telt_niet_mee():
    tabel = V + "2 | 2026-04-08 | 301 | 101 ref=VZ1\n3 | 2026-04-09 | 302 | 2 goed"
    verloop = volg_tabel(tabel, op="2026-04-07")
    assert (verloop.verzoeken[0].stand, verloop.toewijzingen, verloop.later) == ("ontvangen", (), 2)


def test_een_afkeuring_telt_vanaf_de_dag_dat_zij_bekend_is():
    tabel = V + "2 | 2026-04-08 | 316 | 1 0001"
    assert volg_tabel(tabel, op="2026-04-07").verzoeken[0].stand == "ontvangen"
    assert volg_tabel(tabel, op="2026-04-08").verzoeken[0].stand == "technisch afgekeurd"


def test_in_orde_is_alleen_een_verloop_zonder_afwijking_en_zonder_verlopen_termijn():
    goed = V + "2 | 2026-04-02 | 316 | 1 goed\n"
    assert volg_tabel(goed, op="2026-04-10").is_in_orde
    assert not volg_tabel(goed, op="2026-04-11").is_in_orde
    fout = goed + "3 | 2026-04-02 | 315 | VZ2"
    assert not volg_tabel(fout, op="2026-04-02").is_in_orde


def test_een_datum_buiten_de_kalender_geeft_geen_termijn_en_geen_fout():
    verloop = volg_tabel(
        "1 | 0001-01-01 | 315 | VZ1\n2 | 9999-12-31 | 315 | VZ2 kind=2", op="9999-12-31"
    )
    assert [een.stand for een in verloop.verzoeken] == ["ontvangen", "ontvangen"]
    assert verloop.bewakingen == ()
