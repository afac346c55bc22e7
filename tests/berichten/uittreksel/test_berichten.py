"""De rijen van een uittreksel worden goede berichten: dezelfde als de administratie had verstuurd."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.berichten import controleer, schrijf
from paraplu.berichten.lezer import lees as lees_bericht
from paraplu.berichten.uittreksel import zoek_afbeelding
from paraplu.berichten.uittreksel.maken import maak_berichten
from tests.berichten.uittreksel import tabellen as t

DAG = date(2023, 6, 1)


def berichten(naam: str, *rijen: str, zout: bytes = b"z", dag: date = DAG):
    lezing = t.lees(naam, *rijen)
    assert lezing.bevindingen == ()
    afbeelding = zoek_afbeelding(naam)
    gemaakt = maak_berichten(afbeelding.van, lezing.rijen, dagtekening=dag, zout=zout)
    return [bericht for bericht, _ in gemaakt]


@pytest.mark.parametrize("naam", t.KOPPEN)
def test_elke_tabel_wordt_een_bericht_dat_aan_het_schema_voldoet(naam: str):
    (bericht,) = berichten(naam)
    fouten = [b for b in controleer(schrijf(bericht), vandaag=DAG) if b.weigert]

    assert fouten == []
    assert lees_bericht(schrijf(bericht)).bericht == bericht


@pytest.mark.parametrize("naam", ["starts", "stops", "declaraties"])
def test_een_volledige_rij_breekt_geen_regel_van_de_standaard(naam: str):
    (bericht,) = berichten(naam)

    assert controleer(schrijf(bericht), vandaag=DAG) == ()


def test_de_velden_komen_op_hun_plek():
    (bericht,) = berichten("toewijzingen")
    product = bericht.inhoud["Client"]["ToegewezenProducten"]["ToegewezenProduct"]

    assert product == [
        {
            "ToewijzingNummer": "1",
            "Product": {"Categorie": "48", "Code": "48A03"},
            "Toewijzingsdatum": "2023-05-01",
            "Toewijzingstijd": "00:00:00",
            "Ingangsdatum": "2023-05-01",
            "Omvang": {"Volume": "4", "Eenheid": "04", "Frequentie": "2"},
        }
    ]
    assert bericht.inhoud["Header"]["Afzender"] == "0221"
    assert bericht.inhoud["Client"]["Geslacht"] == "2"


def test_wat_een_uittreksel_niet_heeft_staat_er_als_onbekend_en_niet_verzonnen():
    leeg = t.met("starts", Geboortedatum="", Geslacht="")
    (bericht,) = berichten("starts", leeg)
    client = bericht.inhoud["Client"]

    assert client["Geboortedatum"] == {"Datum": "1900-01-01", "DatumGebruik": "3"}
    assert client["Geslacht"] == "0"
    assert client["Naam"] == {"Geslachtsnaam": {"Achternaam": "(niet in uittreksel)"}}
    assert [b for b in controleer(schrijf(bericht), vandaag=DAG) if b.weigert] == []


def test_elk_bericht_uit_een_uittreksel_is_te_herkennen():
    for naam in t.KOPPEN:
        (bericht,) = berichten(naam)
        assert bericht.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"].startswith("UT")


def test_rijen_van_een_kind_gaan_in_een_bericht_die_van_een_ander_niet():
    gemaakt = berichten(
        "starts",
        t.RIJEN["starts"],
        t.met("starts", Toewijzingnummer="2"),
        t.met("starts", BSN=t.ANDER_BSN),
    )

    regels = [b.inhoud["Client"]["StartProducten"]["StartProduct"] for b in gemaakt]
    assert [len(regel) for regel in regels] == [2, 1]


def test_declaraties_gaan_per_maand_met_het_totaal_van_debet_en_credit():
    gemaakt = berichten(
        "declaraties",
        t.RIJEN["declaraties"],
        t.met("declaraties", Referentienummer="r2", Bedrag="-1.000,00"),
        t.met("declaraties", BSN=t.ANDER_BSN, Begindatum="01-04-2023", Einddatum="30-04-2023"),
    )
    mei, april = (bericht.inhoud["Declaratie"] for bericht in gemaakt)

    assert mei["TotaalIngediendBedrag"] == {"TotaalBedrag": "67450", "DebetCredit": "C"}
    assert mei["DeclaratiePeriode"] == {"Begindatum": "2023-05-01", "Einddatum": "2023-05-31"}
    assert april["TotaalIngediendBedrag"] == {"TotaalBedrag": "32550", "DebetCredit": "D"}


def test_hetzelfde_uittreksel_geeft_dezelfde_berichten():
    assert berichten("starts") == berichten("starts")


def test_zonder_het_geheim_is_een_bsn_niet_uit_een_kenmerk_te_raden():
    ene, andere = berichten("starts", zout=b"een"), berichten("starts", zout=b"twee")

    kenmerken = {
        bericht.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"]
        for bericht in (*ene, *andere)
    }
    assert len(kenmerken) == 2


def test_een_kind_met_twee_geboortedatums_wordt_niet_samengevoegd():
    assert (
        len(berichten("starts", t.RIJEN["starts"], t.met("starts", Geboortedatum="02-02-2012")))
        == 2
    )
