"""Afgeleide tabellen: één keer gemaakt per stand van de gegevens, door iedereen gebruikt."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import date

import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.bladen import Bladen

JAAR = Periode.jaar(2023)


def instroom(monitor: Monitor, **keuze) -> int:
    return monitor.waarde("V2a", periode=JAAR, **keuze).rijen[0].waarden["instroom"]


def vul(post, opslag, *, op=date(2023, 1, 1)):
    post.toewijzing(op=op)
    post.start(op=op)
    post.bewaar(opslag)


def test_zonder_gegevens_is_elk_cijfer_nul_en_is_er_geen_bereik(opslag):
    monitor = Monitor(opslag.map)

    assert [r.sleutel for r in monitor.waarde("V2a", periode=JAAR).rijen] == [
        "gelderland",
        "buiten",
    ]
    assert len(monitor.waarde("V2a", periode=JAAR, per="gemeente").rijen) == 52
    assert instroom(monitor) == 0
    assert monitor.bereik() is None
    assert monitor.laatst_bijgewerkt() is None


def test_elk_gebied_zonder_gevallen_heeft_een_rij_met_nul(post, opslag):
    vul(post, opslag)

    rijen = {
        r.sleutel: r for r in Monitor(opslag.map).waarde("V2a", periode=JAAR, per="regio").rijen
    }

    assert len(rijen) == 8
    assert rijen["MIJOV"].waarden["instroom"] == 1
    assert sum(rij.waarden["instroom"] for rij in rijen.values()) == 1


def test_na_een_nieuwe_levering_zijn_de_cijfers_nieuw(post, opslag):
    vul(post, opslag)
    monitor = Monitor(opslag.map)
    assert instroom(monitor) == 1
    versie = monitor.dataversie()

    post.tabellen = {naam: [] for naam in post.tabellen}
    bericht = post.toewijzing(2)
    start = post.start(2, begindatum=date(2023, 5, 1))
    for rij in (bericht, start):
        rij["bericht"] = rij["sleutel"] = f"nieuw{rij['bericht']}"
    for tabel, rij in (("toewijzing", bericht), ("start", start)):
        post.tabellen[tabel][0] |= {"bericht": rij["bericht"], "kind": "ander"}
    for levering, rij in zip(post.tabellen["aanlevering"], (bericht, start), strict=True):
        levering["bericht"] = rij["bericht"]
    post.bewaar(opslag)

    assert instroom(monitor) == 2
    assert monitor.dataversie() != versie


def test_een_cijfer_zoals_bekend_op_een_dag_blijft_wat_het_toen_was(post, opslag):
    vul(post, opslag, op=date(2023, 7, 2))

    assert instroom(Monitor(opslag.map, bekend_op=date(2023, 7, 1))) == 0
    assert instroom(Monitor(opslag.map, bekend_op=date(2023, 7, 2))) == 1
    assert instroom(Monitor(opslag.map)) == 1


def test_de_dag_waarna_zorg_moet_zijn_ingegaan_is_een_instelling(post, opslag):
    vul(post, opslag)

    assert instroom(Monitor(opslag.map, ingegaan_na=date(2023, 1, 1))) == 0
    assert instroom(Monitor(opslag.map, ingegaan_na=date(2022, 12, 31))) == 1
    bon = Monitor(opslag.map, ingegaan_na=date(2023, 1, 1)).bon("V2a", periode=JAAR)
    assert bon.afgevallen == [("ingegaan op of vóór 1-1-2023", 1)]


def test_een_blad_met_soorten_organisaties_verandert_wie_gi_is(post, opslag):
    vul(post, opslag)
    monitor = Monitor(opslag.map)
    assert monitor.organisaties() == [{"agb": "60000001", "naam": "60000001", "soort": "gi"}]

    blad = b"agb,naam,soort\n60000001,Een naam,aanbieder\n"
    Bladen(opslag.map).importeer("organisaties", blad, bestand="agb.csv", op=date(2023, 1, 1))

    assert monitor.organisaties() == [{"agb": "60000001", "naam": "Een naam", "soort": "aanbieder"}]


def test_vier_draden_krijgen_hetzelfde_antwoord(post, opslag):
    vul(post, opslag)
    monitor = Monitor(opslag.map)
    gevonden: list[int] = []

    def vraag() -> None:
        gevonden.append(instroom(monitor, per="gemeente", filters={"gemeente": "0200"}))

    draden = [threading.Thread(target=vraag) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert gevonden == [1, 1, 1, 1]


def test_twee_processen_die_tegelijk_beginnen_maken_de_tabellen_een_keer(post, opslag):
    vul(post, opslag)
    programma = (
        "import sys, pathlib\n"
        "from paraplu.monitor import Monitor, Periode\n"
        "m = Monitor(pathlib.Path(sys.argv[1]))\n"
        "print(m.waarde('V2a', periode=Periode.jaar(2023)).rijen[0].waarden['instroom'])\n"
    )
    opdracht = [sys.executable, "-c", programma, str(opslag.map)]
    processen = [subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    antwoorden = [proces.communicate(timeout=120)[0].strip() for proces in processen]

    assert antwoorden == ["1", "1"]
    mappen = {pad.name for pad in (opslag.map / "_afgeleid").iterdir() if pad.is_dir()}
    assert len({naam for naam in mappen if not naam.startswith("query-")}) == 1


def test_een_oude_stand_wordt_opgeruimd_en_vertaalde_vragen_blijven(post, opslag):
    vul(post, opslag)
    assert instroom(Monitor(opslag.map)) == 1
    afgeleid = opslag.map / "_afgeleid"
    for pad in afgeleid.iterdir():
        os.utime(pad, (0, 0))
    oud = {pad.name for pad in afgeleid.iterdir() if pad.is_dir()}

    Bladen(opslag.map).importeer(
        "organisaties",
        b"agb,naam,soort\n60000001,Een naam,gi\n",
        bestand="agb.csv",
        op=date(2023, 1, 1),
    )
    assert instroom(Monitor(opslag.map)) == 1

    gebleven = oud & {pad.name for pad in afgeleid.iterdir()}
    assert gebleven == {naam for naam in oud if naam.startswith("query-")} != set()


@pytest.mark.traag
def test_vooraf_rekenen_geeft_dezelfde_cijfers(post, opslag):
    vul(post, opslag)
    monitor = Monitor(opslag.map)
    gezien: list[tuple[int, int]] = []

    aantal = monitor.reken_vooraf(
        [JAAR], per=["gelderland"], voortgang=lambda klaar, totaal: gezien.append((klaar, totaal))
    )

    assert gezien[-1] == (aantal, aantal)
    assert instroom(monitor) == 1
