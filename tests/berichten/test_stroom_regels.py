"""What the rows hold, and what a finding costs."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from paraplu.berichten import Bericht, elfproef, schrijf, standaard
from tests.berichten.declaraties import maak_323, schrijf_323
from tests.berichten.maak import BSNS, maak_volledig
from tests.berichten.stroomwegen import lees


def _volledig(soort: str, release: str = "3.2") -> Bericht:
    return maak_volledig(standaard.release(release).berichtsoorten[soort], Random(3))


def test_een_regel_met_een_fout_houdt_de_andere_niet_tegen():
    bericht = maak_323(3, 2)
    client = bericht.inhoud["Declaratie"]["Clienten"]["Client"][1]
    client["Prestaties"]["Prestatie"][1]["Eenheid"] = "99"
    inhoud = schrijf(bericht)
    lezing = lees(inhoud)
    assert [rij["referentie"] for rij in lezing.rijen["declaratie"]] == [
        "L0-0",
        "L0-1",
        "L1-0",
        "L2-0",
        "L2-1",
    ]
    [bevinding] = lezing.bevindingen
    assert bevinding.pad == "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[2]/Eenheid"
    assert bevinding.weigert == "regel"
    assert b"99" in inhoud.split(b"\n")[bevinding.regel - 1]
    assert (lezing.slot.regels, lezing.slot.regels_geweigerd) == (5, 1)
    assert [rij["volgnummer"] for rij in lezing.rijen["declaratie"]] == [1, 2, 3, 5, 6]


@pytest.mark.parametrize("weg", ["snel", "kleine blokken"])
def test_een_bsn_dat_niet_voldoet_aan_de_elfproef_kost_alle_regels_van_die_client(weg):
    bericht = maak_323(30, 2)
    fout = next(str(n) for n in range(999900007, 999999990) if not elfproef(str(n)))
    bericht.inhoud["Declaratie"]["Clienten"]["Client"][20]["Bsn"] = fout
    lezing = lees(schrijf(bericht), weg)
    [bevinding] = lezing.bevindingen
    assert (bevinding.code, bevinding.weigert) == ("CS002", "client")
    assert bevinding.pad == "Declaratie/Clienten/Client[21]/Bsn"
    assert fout not in repr(bevinding)
    assert len(lezing.rijen["declaratie"]) == 58
    assert fout not in {rij["bsn"] for rij in lezing.rijen["declaratie"]}


def test_een_fout_in_de_kop_kost_het_bericht():
    bericht = maak_323()
    bericht.inhoud["Header"]["Ontvanger"] = "12"
    lezing = lees(schrijf(bericht))
    assert lezing.slot.geweigerd
    assert [b.weigert for b in lezing.bevindingen] == ["bericht"]


def test_een_onbekende_gemeente_is_een_bevinding_die_niets_kost():
    bericht = maak_323()
    bericht.inhoud["Header"]["Ontvanger"] = "9999"
    lezing = lees(schrijf(bericht))
    assert [(b.code, b.weigert) for b in lezing.bevindingen] == [("TR378", "")]
    assert not lezing.slot.geweigerd


def test_een_declaratieregel_heeft_getallen_datums_en_een_bedrag_met_teken():
    lezing = lees(schrijf_323(1, 1, IngediendBedrag={"Bedrag": "1250", "DebetCredit": "C"}))
    [rij] = lezing.rijen["declaratie"]
    assert rij == {
        "volgnummer": 1,
        "regel": 33,
        "bsn": BSNS[0],
        "toewijzing_nummer": 201,
        "beschikking_nummer": None,
        "productcategorie": "48",
        "productcode": "48B01",
        "declaratie_nummer": "DN001",
        "referentie": "L0-0",
        "vorige_referentie": None,
        "begindatum": date(2024, 2, 1),
        "einddatum": date(2024, 2, 29),
        "volume": 1,
        "eenheid": "82",
        "tarief": 1250,
        "bedrag": -1250,
        "credit": True,
    }


def test_de_regel_is_die_van_het_begin_van_de_prestatie():
    inhoud = schrijf_323(4, 3)
    regels = inhoud.split(b"\n")
    for rij in lees(inhoud).rijen["declaratie"]:
        assert b"Prestatie>" in regels[rij["regel"] - 1]
        assert rij["referentie"].encode() in regels[rij["regel"] + 1]


def test_de_kop_van_een_303_is_die_van_de_factuur():
    bericht = _volledig("JW303", "2.3")
    kop = bericht.inhoud["Header"]
    factuur = kop["DeclaratieFactuurIdentificatie"]
    velden = lees(schrijf(bericht)).kop.velden
    assert velden["afzender"] == velden["aanbieder"] == kop["Aanbieder"]
    assert velden["ontvanger"] == velden["gemeente"] == kop["Gemeente"]
    assert (
        velden["identificatie"] == velden["declaratie_nummer"] == factuur["DeclarantFactuurNummer"]
    )
    assert velden["dagtekening"] == date.fromisoformat(factuur["FactuurDagtekening"])


def test_de_zender_van_een_retourbericht_is_de_ontvanger_in_de_kop():
    bericht = _volledig("JW302")
    kop = bericht.inhoud["Header"]
    lezing = lees(schrijf(bericht))
    velden = lezing.kop.velden
    assert (velden["afzender"], velden["ontvanger"]) == (kop["Ontvanger"], kop["Afzender"])
    assert (velden["gemeente"], velden["aanbieder"]) == (kop["Afzender"], kop["Ontvanger"])
    assert velden["identificatie"] == kop["BerichtIdentificatie"]["Identificatie"]
    assert velden["identificatie_retour"] == kop["IdentificatieRetour"]
    assert velden["dagtekening_retour"] == date.fromisoformat(kop["DagtekeningRetour"])
    assert velden["retourcodes"] == " ".join(kop["RetourCodes"]["RetourCode"])
    client = bericht.inhoud["Client"]
    codes = " ".join(client["RetourCodes"]["RetourCode"])
    assert lezing.slot.velden["retourcodes_klasse"] == codes
    assert {rij["retourcodes_client"] for rij in lezing.rijen["retour"]} == {codes}


def test_een_325_geeft_totalen_codes_en_regels():
    bericht = _volledig("JW325")
    antwoord = bericht.inhoud["DeclaratieAntwoord"]
    lezing = lees(schrijf(bericht))
    assert lezing.kop.velden["declaratie_nummer"] == antwoord["DeclaratieNummer"]
    totaal = antwoord["TotaalToegekendBedrag"]
    teken = -1 if totaal["DebetCredit"] == "C" else 1
    assert lezing.kop.velden["totaal_toegekend"] == teken * int(totaal["TotaalBedrag"])
    assert lezing.slot.velden["retourcodes_klasse"] == " ".join(
        antwoord["RetourCodes"]["RetourCode"]
    )
    prestatie = antwoord["Clienten"]["Client"][0]["Prestaties"]["Prestatie"][0]
    assert lezing.rijen["declaratieantwoord"][0]["retourcodes"] == " ".join(
        prestatie["RetourCodes"]["RetourCode"]
    )


def test_een_317_geeft_per_product_een_verzoek_met_zijn_soort():
    lezing = lees(schrijf(_volledig("JW317")))
    soorten = [rij["soort"] for rij in lezing.rijen["verzoek"]]
    assert set(soorten) == {"ongewijzigd", "wijzigen", "nieuw"}
    assert len({rij["referentie_aanbieder"] for rij in lezing.rijen["verzoek"]}) == 1


def test_een_301_van_2_3_heeft_het_nummer_van_de_beschikking_en_een_geboortejaar():
    bericht = _volledig("JW301", "2.3")
    client = bericht.inhoud["Client"]
    for rij in lees(schrijf(bericht)).rijen["toewijzing"]:
        assert rij["beschikking_nummer"] == int(client["Beschikking"]["BeschikkingNummer"])
        assert rij["geboortejaar"] == int(client["Geboortedatum"]["Datum"][:4])
        assert rij["budget"] is None


def test_een_jaartal_dat_niet_te_bewaren_is_kost_de_regel():
    bericht = maak_323(1, 2)
    prestatie = bericht.inhoud["Declaratie"]["Clienten"]["Client"][0]["Prestaties"]["Prestatie"][0]
    prestatie["ProductPeriode"] = {"Begindatum": "12024-02-01", "Einddatum": "12024-02-29"}
    lezing = lees(schrijf(bericht))
    assert [b.weigert for b in lezing.bevindingen] == ["regel"]
    assert [rij["referentie"] for rij in lezing.rijen["declaratie"]] == ["L0-1"]


def test_de_inhoud_verschilt_zodra_een_blad_verschilt():
    basis = maak_323(2, 2)
    gezien = {lees(schrijf(basis)).slot.inhoud}
    inhoud = schrijf(basis)
    bladeren = {b"L0-1": b"L0-9", b">201<": b">202<", b"0201": b"0202", b">1250<": b">1251<"}
    bladeren |= {b"DN001": b"DN002", b"2024-02-29": b"2024-02-28", b">D<": b">C<", b"A1<": b"A2<"}
    for oud, nieuw in bladeren.items():
        if oud in inhoud:
            gezien.add(lees(inhoud.replace(oud, nieuw, 1)).slot.inhoud)
    assert len(gezien) == 8


def test_clienten_anders_verdelen_geeft_een_andere_inhoud():
    samen, los = maak_323(1, 2), maak_323(1, 2)
    client = los.inhoud["Declaratie"]["Clienten"]["Client"][0]
    regels = client["Prestaties"]["Prestatie"]
    los.inhoud["Declaratie"]["Clienten"]["Client"] = [
        {"Bsn": client["Bsn"], "Prestaties": {"Prestatie": [regel]}} for regel in regels
    ]
    assert lees(schrijf(samen)).slot.inhoud != lees(schrijf(los)).slot.inhoud
