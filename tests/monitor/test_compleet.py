"""Wie moest declareren, wie deed het, en wat is er geleverd."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.monitor import Monitor, Periode, geduld

K2 = Periode.kwartaal(2023, 2)


@pytest.fixture
def monitor(post, opslag) -> Monitor:
    """Care from 30 April to 1 June; May declared twice and answered once, June answered."""
    post.toewijzing(1, ingangsdatum=date(2023, 4, 30), einddatum=date(2023, 6, 1))
    for nummer, maand, laatste in (("D1", 5, 31), ("D2", 5, 31), ("D3", 6, 30)):
        post.bericht(
            "JW323",
            declaratie_nummer=nummer,
            periode_begin=date(2023, maand, 1),
            periode_einde=date(2023, maand, laatste),
        )
    for nummer in ("D1", "D3"):
        post.bericht("JW325", declaratie_nummer=nummer, retourcodes_klasse="8001")
    for rij in post.tabellen["aanlevering"]:
        rij |= {"levering": "L1", "bestand": "bestand"}
    laat = post.bericht("JW305", op=date(2023, 8, 1), afzender="60000001")
    post.lever(post.tabellen["bericht"][0], op=date(2023, 8, 1))
    for rij in post.tabellen["aanlevering"][-2:]:
        rij |= {"levering": "L2", "bestand": "bestand 2", "batch": "batch 2"}
    for nummer, dag in (("L1", date(2023, 1, 1)), ("L2", date(2023, 8, 1))):
        batch = "batch" if nummer == "L1" else "batch 2"
        bestand = "bestand" if nummer == "L1" else "bestand 2"
        post.tabellen["levering"].append(
            {"levering": nummer, "dag": dag, "brenger": "gemeente", "bestanden": 1}
        )
        post.tabellen["bestand"].append(
            {
                "batch": batch,
                "levering": nummer,
                "bestand": bestand,
                "naam": f"{nummer}.zip",
                "bytes": 10,
                "berichten": 2,
                "berichten_geweigerd": 0,
            }
        )
    laat["batch"] = "batch 2"
    for rij in post.tabellen["bericht"]:
        rij |= {"regels": 1, "regels_geweigerd": 0}
    post.tabellen["bevinding"].append(
        {
            "batch": "batch 2",
            "levering": "L2",
            "bestand": "bestand 2",
            "bericht": laat["bericht"],
            "afzender": "60000001",
            "soort": "JW305",
            "regel": 3,
            "pad": "Client/Bsn",
            "code": "CS002",
            "tekst": "fout",
            "remedie": "doe iets",
            "geweigerd": True,
        }
    )
    post.tabellen["bevinding"].append({**post.tabellen["bevinding"][0], "batch": "halve batch"})
    post.bewaar(opslag)
    return Monitor(opslag.map)


def test_verwacht_aanwezig_en_beantwoord_per_maand(monitor):
    rijen = {
        rij.maand.naam: (rij.verwacht, rij.aanwezig, rij.beantwoord)
        for rij in monitor.volledigheid(K2)
    }

    assert rijen == {
        "2023-04": (True, False, False),
        "2023-05": (True, True, False),
        "2023-06": (True, True, True),
    }


def test_een_filter_geldt_ook_voor_de_volledigheid(monitor):
    assert len(monitor.volledigheid(K2, {"gemeente": "0200", "aanbieder": "60000001"})) == 3
    assert monitor.volledigheid(K2, {"gemeente": "0202"}) == []


def test_wat_geen_tussentaal_heeft_wordt_gemeld(post, opslag):
    post.toewijzing(1, productcategorie="50", productcode="50A00")
    post.toewijzing(2, productcategorie="46", productcode=None)
    post.toewijzing(3)
    post.bewaar(opslag)

    (rij,) = Monitor(opslag.map).niet_geplaatst()

    assert (rij["productcategorie"], rij["productcode"], rij["toewijzingen"]) == ("50", "50A00", 1)


def test_leveringen_hebben_hun_aantallen_de_nieuwste_eerst(monitor):
    tweede, eerste = monitor.leveringen()

    assert (tweede["levering"], tweede["berichten"], tweede["berichten_nieuw"]) == ("L2", 2, 1)
    assert (tweede["berichten_bekend"], tweede["bevindingen"], tweede["regels"]) == (1, 1, 1)
    assert (eerste["levering"], eerste["berichten"], eerste["berichten_bekend"]) == ("L1", 6, 0)
    assert monitor.laatst_bijgewerkt() == date(2023, 8, 1)


def test_zoals_bekend_op_een_dag_is_een_latere_levering_er_nog_niet(monitor, opslag):
    toen = Monitor(opslag.map, bekend_op=date(2023, 7, 31))

    assert [rij["levering"] for rij in toen.leveringen()] == ["L1"]


def test_de_dag_van_de_laatste_levering_is_er_ook_voordat_er_is_afgeleid(
    opslag, monitor, monkeypatch
):
    monkeypatch.setattr(geduld, "WEINIG", 0)
    toen = Monitor(opslag.map, bekend_op=date(2023, 7, 31))
    eerste = monitor.zoals(toen.stand()).leveringen()[-1]["dag"]
    opslag.voeg_toe({"levering": opslag.arrow("levering").slice(0, 1)})
    with geduld.zonder_geduld():
        assert monitor.laatst_bijgewerkt() == date(2023, 8, 1)
        assert toen.laatst_bijgewerkt() == eerste
        with pytest.raises(geduld.NogNietBerekend):
            monitor.leveringen()


def test_een_organisatie_ziet_leveringen_met_haar_berichten(monitor):
    assert len(monitor.leveringen(organisatie="60000001")) == 2
    assert monitor.leveringen(organisatie="70000009") == []
    assert len(monitor.bevindingen("L2", organisatie="60000001")) == 1
    assert monitor.bevindingen("L2", organisatie="70000009") == []


def test_het_bonnetje_van_een_levering_noemt_bestanden_berichten_en_bevindingen(monitor):
    bon = monitor.levering("L2")

    assert [rij["naam"] for rij in bon["per_bestand"]] == ["L2.zip"]
    assert {rij["soort"]: (rij["berichten"], rij["nieuw"]) for rij in bon["per_soort"]} == {
        "JW301": (1, 0),
        "JW305": (1, 1),
    }
    assert [(rij["code"], rij["aantal"]) for rij in bon["per_bevinding"]] == [("CS002", 1)]
    assert [rij["afzender"] for rij in bon["afzenders"]] == ["60000001"]
    assert monitor.levering("L9") is None
