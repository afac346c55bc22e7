"""Een bericht als getypeerde waarden, en terug."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date, time
from random import Random

import pytest
from hypothesis import given

from paraplu.berichten import Bericht, lees, standaard
from paraplu.berichten.records import GeenRecord, maak_bericht, maak_record, recordtype
from tests.berichten.maak import ALLE_SOORTEN, berichten, maak_volledig

JW301 = standaard.release("3.2").berichtsoorten["JW301"]


@pytest.fixture
def toewijzing() -> Bericht:
    return maak_volledig(JW301, Random(1))


@given(berichten())
def test_een_bericht_wordt_waarden_en_weer_hetzelfde_bericht(bericht):
    terug = maak_bericht(maak_record(bericht), soort=bericht.soort, release_naam=bericht.release)

    assert maak_record(terug) == maak_record(bericht)
    assert {*_paden(terug.inhoud)} == {*_paden(bericht.inhoud)}


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=str)
def test_elke_soort_heeft_zijn_eigen_waarden(soort):
    record = maak_record(maak_volledig(soort, Random(2)))

    assert isinstance(record, recordtype(soort.naam, soort.release))
    assert isinstance(
        record.Header, recordtype(soort.naam, soort.release).__annotations__["Header"]
    )


def test_datums_tijden_en_getallen_hebben_hun_eigen_type(toewijzing):
    (product, *_) = maak_record(toewijzing).Client.ToegewezenProducten.ToegewezenProduct

    assert type(product.Toewijzingsdatum) is date
    assert type(product.Toewijzingstijd) is time
    assert type(product.ToewijzingNummer) is int
    assert type(product.Product.Categorie) is str


def test_wat_ontbreekt_is_niets_en_wat_herhaalt_een_rij(toewijzing):
    del toewijzing.inhoud["Client"]["ToegewezenProducten"]["ToegewezenProduct"][0]["Einddatum"]
    del toewijzing.inhoud["Client"]["Relaties"]
    client = maak_record(toewijzing).Client

    assert client.ToegewezenProducten.ToegewezenProduct[0].Einddatum is None
    assert isinstance(client.ToegewezenProducten.ToegewezenProduct, tuple)
    assert client.Relaties is None


def test_een_waarde_is_niet_te_wijzigen(toewijzing):
    with pytest.raises(FrozenInstanceError):
        maak_record(toewijzing).Header.BerichtCode = "437"


def test_een_verkeerde_datum_zegt_waar_en_niet_wat(toewijzing):
    toewijzing.inhoud["Client"]["Geboortedatum"]["Datum"] = "999900006"

    with pytest.raises(GeenRecord) as fout:
        maak_record(toewijzing)
    assert str(fout.value) == "JW301/Client/Geboortedatum/Datum: de waarde past niet bij datum."


def test_een_verplicht_element_dat_ontbreekt_wordt_genoemd(toewijzing):
    del toewijzing.inhoud["Client"]["Bsn"]

    with pytest.raises(GeenRecord, match="JW301/Client: een verplicht element ontbreekt"):
        maak_record(toewijzing)


def test_de_echte_voorbeelden_komen_heel_terug(shared):
    for pad in sorted((shared / "ijw" / "messages-3.2").glob("*.xml")):
        bericht = lees(pad).bericht
        if bericht is not None:
            terug = maak_bericht(maak_record(bericht), soort=bericht.soort, release_naam="3.2")
            assert terug == bericht, pad.name


def _paden(inhoud, boven=""):
    for naam, waarde in inhoud.items():
        for een in waarde if isinstance(waarde, list) else [waarde]:
            yield f"{boven}/{naam}"
            if isinstance(een, dict):
                yield from _paden(een, f"{boven}/{naam}")
