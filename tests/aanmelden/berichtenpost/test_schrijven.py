"""Wat er in een bericht komt te staan, en wat er niet uit mag."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from paraplu.aanmelden.berichtenpost import (
    Adres,
    Antwoord,
    Gezagsdrager,
    NietTeVersturen,
    Persoonsnaam,
    organisatie_als_voogd,
    schrijf_antwoord,
    schrijf_start,
    schrijf_stop,
    schrijf_toewijzing,
    schrijf_verzoek,
    start_van,
    verwijzer_gemeente,
    verwijzer_gi,
)

from .voorbeeld import (
    ADRES,
    BSN,
    JEUGDIGE,
    START,
    STOP,
    TOEWIJZING,
    VERZOEK,
    gelezen,
    verzending,
)


def toewijzing(**anders):
    wie = replace(JEUGDIGE, **anders)
    return schrijf_toewijzing(verzending(), jeugdige=wie, toewijzingen=[TOEWIJZING])


def client(uitgaand):
    return gelezen(uitgaand.inhoud).inhoud["Client"]


def regels(fout: pytest.ExceptionInfo[NietTeVersturen]) -> set[str]:
    return {reden.regel for reden in fout.value.redenen}


def test_een_gemeente_zendt_301_en_319_en_een_aanbieder_de_rest():
    wie = {"jeugdige": JEUGDIGE}
    alle = [
        toewijzing(),
        schrijf_antwoord(verzending(), antwoord=Antwoord(referentie="R")),
        schrijf_verzoek(verzending(), verzoeken=[VERZOEK], **wie),
        schrijf_start(verzending(), starts=[START], **wie),
        schrijf_stop(verzending(), stops=[STOP], **wie),
    ]

    assert [(een.soort, een.afzender, een.ontvanger) for een in alle] == [
        ("JW301", "0202", "98000001"),
        ("JW319", "0202", "98000001"),
        ("JW315", "98000001", "0202"),
        ("JW305", "98000001", "0202"),
        ("JW307", "98000001", "0202"),
    ]
    assert alle[0].bestandsnaam == "JW301-0202-98000001-PPL-00000001.xml"


def test_een_301_noemt_wie_het_gezag_heeft():
    ouder = Gezagsdrager(naam=Persoonsnaam(achternaam="Ouder"), adres=ADRES)
    gi = organisatie_als_voogd("Jeugdbescherming Voorbeeld", telefoon="026 1234567")
    relaties = client(toewijzing(gezagsdragers=(ouder, gi)))["Relaties"]["Relatie"]

    assert [(een["Nummer"], een["Soort"]) for een in relaties] == [("1", "10"), ("2", "11")]
    assert relaties[1]["Naam"]["NaamGebruik"] == "6"


def test_een_kind_met_een_geheim_adres_is_te_bereiken_via_de_telefoon():
    (contact,) = client(toewijzing(adres=None, telefoon="06-12345678"))["Contactgegevens"][
        "Contact"
    ]

    assert contact == {
        "Soort": "02",
        "Telefoon": {"Telefoon01": {"Telefoonnummer": "0612345678", "Landnummer": "0031"}},
    }


def test_zonder_adres_en_zonder_telefoon_gaat_er_geen_301_uit():
    with pytest.raises(NietTeVersturen) as fout:
        toewijzing(adres=None)
    assert regels(fout) == {"TR006"}


def test_een_postcode_komt_zonder_spatie_en_een_lange_straat_ingekort_in_het_bericht():
    adres = Adres(straat="Burgemeester van de Proeflaan-Oost", huisnummer=3, postcode="6811 ab")
    (contact,) = client(toewijzing(adres=adres))["Contactgegevens"]["Contact"]

    assert contact["Adres"]["Postcode"] == "6811AB"
    assert contact["Adres"]["Straatnaam"] == "Burgemeester van de Proe"


def test_het_moment_van_toewijzen_staat_in_onze_tijd():
    laat = datetime(2026, 3, 1, 23, 30, 5, tzinfo=UTC)
    uitgaand = schrijf_toewijzing(
        verzending(), jeugdige=JEUGDIGE, toewijzingen=[replace(TOEWIJZING, vastgesteld_op=laat)]
    )
    (product,) = client(uitgaand)["ToegewezenProducten"]["ToegewezenProduct"]

    assert (product["Toewijzingsdatum"], product["Toewijzingstijd"]) == ("2026-03-02", "00:30:05")


@pytest.mark.parametrize(
    ("verwijzer", "staat"),
    [
        (verwijzer_gi(naam="GI Voorbeeld"), {"Type": "04", "Naam": "GI Voorbeeld"}),
        (
            verwijzer_gi(naam="GI Voorbeeld", agb="98000009"),
            {"Type": "04", "ZorgverlenerCode": "98000009"},
        ),
        (verwijzer_gemeente(), {"Type": "01"}),
    ],
    ids=["gi met naam", "gi met code", "lokaal team"],
)
def test_een_315_noemt_wie_verwees(verwijzer, staat):
    verzoek = replace(VERZOEK, verwijzer=verwijzer)
    uitgaand = schrijf_verzoek(verzending(), jeugdige=JEUGDIGE, verzoeken=[verzoek])
    (gevraagd,) = client(uitgaand)["AangevraagdeProducten"]["AangevraagdProduct"]

    assert gevraagd["Verwijzer"] == staat


def test_een_gi_zonder_naam_en_zonder_code_is_geen_verwijzer():
    verzoek = replace(VERZOEK, verwijzer=verwijzer_gi())
    with pytest.raises(NietTeVersturen) as fout:
        schrijf_verzoek(verzending(), jeugdige=JEUGDIGE, verzoeken=[verzoek])
    assert regels(fout) == {"CD067"}


@pytest.mark.parametrize(
    ("antwoord", "staat"),
    [
        (Antwoord(referentie="R"), {"VerzoekAntwoord": "2"}),
        (
            Antwoord(referentie="R", reden="3"),
            {"VerzoekAntwoord": "1", "RedenAfwijzingVerzoek": "3"},
        ),
        (
            Antwoord(referentie="R", reden="8", gemeente="0228"),
            {
                "VerzoekAntwoord": "1",
                "RedenAfwijzingVerzoek": "8",
                "Woonplaatsbeginsel": {"Gemeente": "0228"},
            },
        ),
    ],
    ids=["in onderzoek", "geen contract", "andere gemeente"],
)
def test_een_319_zegt_in_onderzoek_of_waarom_niet(antwoord, staat):
    inhoud = gelezen(schrijf_antwoord(verzending(), antwoord=antwoord).inhoud).inhoud

    assert inhoud["Antwoord"] == {"ReferentieAanbieder": "R", **staat}


def test_een_afwijzing_op_woonplaats_zonder_gemeente_gaat_er_niet_uit():
    with pytest.raises(NietTeVersturen) as fout:
        schrijf_antwoord(verzending(), antwoord=Antwoord(referentie="R", reden="8"))
    assert regels(fout) == {"TR377"}


def test_een_start_neemt_over_wat_er_is_toegewezen():
    start = start_van(TOEWIJZING, begindatum=date(2026, 3, 2))
    uitgaand = schrijf_start(verzending(), jeugdige=JEUGDIGE, starts=[start])
    (gestart,) = client(uitgaand)["StartProducten"]["StartProduct"]

    assert gestart == {
        "ToewijzingNummer": "70000011",
        "Product": {"Categorie": "45", "Code": "45A04"},
        "ToewijzingIngangsdatum": "2026-03-01",
        "Begindatum": "2026-03-02",
        "StatusAanlevering": "1",
    }


def test_een_start_wordt_in_hetzelfde_bericht_teruggenomen_en_verbeterd():
    fout = replace(START, verwijderd=True)
    goed = replace(START, begindatum=date(2026, 3, 1))
    uitgaand = schrijf_start(verzending(), jeugdige=JEUGDIGE, starts=[fout, goed])
    starts = client(uitgaand)["StartProducten"]["StartProduct"]

    assert [een["StatusAanlevering"] for een in starts] == ["3", "1"]


def test_een_start_in_de_toekomst_gaat_er_niet_uit():
    morgen = replace(START, begindatum=date(2026, 3, 3))
    with pytest.raises(NietTeVersturen) as fout:
        schrijf_start(verzending(), jeugdige=JEUGDIGE, starts=[morgen])
    assert regels(fout) == {"TR134"}


def test_de_weigering_noemt_geen_kind():
    wie = replace(JEUGDIGE, bsn="999900007", naam=Persoonsnaam(achternaam="Geheim" * 40))
    with pytest.raises(NietTeVersturen) as fout:
        schrijf_toewijzing(
            verzending(), jeugdige=wie, toewijzingen=[TOEWIJZING], commentaar=f"BSN {BSN}"
        )
    assert regels(fout) >= {"CS002", "RS028"}
    assert not {"999900007", BSN, "Geheim"} & set(str(fout.value).split())
    assert "Geheim" not in repr((fout.value, wie)) and BSN not in repr(fout.value)


def test_een_teken_dat_niet_in_een_bericht_kan_wordt_gemeld():
    with pytest.raises(NietTeVersturen) as fout:
        toewijzing(naam=Persoonsnaam(achternaam="Voor\x01beeld"))
    assert "Voor" not in str(fout.value)


def test_een_buitenlands_telefoonnummer_wordt_gemeld_en_niet_half_verstuurd():
    with pytest.raises(NietTeVersturen) as fout:
        toewijzing(telefoon="+49 211 123456")
    assert regels(fout) == {"RS046"}
