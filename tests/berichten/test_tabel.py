"""Een map met berichten als platte rijen, voor wie erop rekent."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random

import pytest

from paraplu.berichten import Bericht, schrijf, standaard
from paraplu.berichten.tabel import klassen, lees_tabel, maak_rijen
from tests.berichten.maak import BSNS, maak_volledig

WORTEL = Path(__file__).resolve().parents[2]
SOORTEN = standaard.release("3.2").berichtsoorten


def startbericht(bsn: str, aantal: int = 1) -> Bericht:
    bericht = maak_volledig(SOORTEN["JW305"], Random(3))
    client = bericht.inhoud["Client"]
    client["Bsn"] = bsn
    start = client["StartProducten"]["StartProduct"][0] | {"Begindatum": "2024-03-01"}
    client["StartProducten"]["StartProduct"] = [
        start | {"ToewijzingNummer": str(nummer)} for nummer in range(1, aantal + 1)
    ]
    return bericht


@pytest.fixture
def berichtenmap(tmp_path):
    (tmp_path / "een.xml").write_bytes(schrijf(startbericht(BSNS[0], 2)))
    (tmp_path / "twee.xml").write_bytes(schrijf(startbericht(BSNS[1])))
    (tmp_path / "drie.xml").write_bytes(schrijf(startbericht(BSNS[0])))
    return tmp_path


def test_elk_product_is_een_rij_met_wat_erboven_staat(berichtenmap):
    rijen = list(lees_tabel(berichtenmap, "StartProduct"))

    assert [rij["ToewijzingNummer"] for rij in rijen] == [1, 1, 2, 1]
    assert {rij["Begindatum"] for rij in rijen} == {date(2024, 3, 1)}
    assert {rij["Header.BerichtCode"] for rij in rijen} == {"438"}


def test_een_kind_heeft_een_nummer_en_geen_bsn(berichtenmap):
    rijen = list(lees_tabel(berichtenmap, "StartProduct"))

    assert [rij["kind"] for rij in rijen] == [1, 1, 1, 2]
    assert not any(bsn in str(rij) for rij in rijen for bsn in BSNS[:2])


def test_wie_erom_vraagt_krijgt_de_personen(berichtenmap):
    rijen = list(lees_tabel(berichtenmap, "StartProduct", personen=True))

    assert [rij["Client.Bsn"] for rij in rijen] == [BSNS[0], BSNS[0], BSNS[0], BSNS[1]]


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=str)
def test_zonder_personen_staat_er_geen_naam_adres_of_geboortedatum(soort):
    bericht = maak_volledig(soort, Random(4))
    for klasse in klassen():
        for rij in maak_rijen(bericht, klasse, kinderen={}):
            for kolom in rij:
                delen = set(kolom.split("."))
                assert not delen & {"Bsn", "Naam", "Adres", "Geboortedatum", "Telefoon"}, kolom


def test_elke_rij_van_een_klasse_heeft_dezelfde_kolommen():
    vol, leeg = (maak_volledig(SOORTEN["JW301"], Random(nummer)) for nummer in (5, 6))
    for product in leeg.inhoud["Client"]["ToegewezenProducten"]["ToegewezenProduct"]:
        product.pop("Omvang"), product.pop("Budget")
    kolommen = {
        tuple(rij)
        for bericht in (vol, leeg)
        for rij in maak_rijen(bericht, "ToegewezenProduct", kinderen={})
    }

    assert len(kolommen) == 1


def test_een_geweigerd_bestand_waarschuwt_en_de_rest_wordt_gelezen(berichtenmap):
    (berichtenmap / "kapot.xml").write_bytes(b"<a>")

    with pytest.warns(UserWarning, match="kapot.xml, regel 1"):
        assert len(list(lees_tabel(berichtenmap, "StartProduct"))) == 4


def test_wie_wil_vangt_de_bevindingen_zelf(berichtenmap):
    (berichtenmap / "kapot.xml").write_bytes(b"<a>")
    bevindingen = []

    list(lees_tabel(berichtenmap, "StartProduct", meld=bevindingen.append))

    assert "kapot.xml" in {bevinding.bestand for bevinding in bevindingen}


def test_een_onbekende_klasse_noemt_de_bekende():
    with pytest.raises(ValueError, match="Kies uit: AangevraagdProduct"):
        list(lees_tabel(".", "Product"))


ALLEEN_LXML = """
import sys
class Weg:
    def find_spec(self, naam, pad=None, doel=None):
        kop = naam.partition(".")[0]
        if kop not in sys.stdlib_module_names and kop not in ("lxml", "paraplu"):
            raise ImportError(f"{naam} hoort hier niet")
sys.meta_path.insert(0, Weg())
import paraplu.berichten
from paraplu.berichten.tabel import lees_tabel
from paraplu.berichten import controleer, lees, schrijf
print(len(list(lees_tabel(sys.argv[1], "StartProduct"))))
"""


def test_lezen_controleren_en_schrijven_heeft_alleen_lxml_nodig(berichtenmap):
    gedaan = subprocess.run(
        [sys.executable, "-c", ALLEEN_LXML, str(berichtenmap)],
        capture_output=True, text=True, check=False, cwd=WORTEL,
    )  # fmt: skip

    assert (gedaan.stdout.strip(), gedaan.stderr) == ("4", "")
