"""Een uittreksel met zijn afbeelding is één bestand, dat elke keer dezelfde berichten geeft."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.berichten import Bevinding, controleer
from paraplu.berichten.bestanden import Bestand, open_bestanden, open_stroom
from paraplu.berichten.uittreksel import maak_pakket, zoek_afbeelding
from tests.berichten.uittreksel import tabellen as t

DAG = date(2023, 6, 1)


@pytest.fixture(autouse=True)
def var(var_map):
    return var_map


def open_(inhoud: bytes) -> tuple[list[Bestand], list[Bevinding]]:
    stukken = list(open_stroom(io.BytesIO(inhoud), naam="uit.csv"))
    bestanden = [stuk for stuk in stukken if isinstance(stuk, Bestand)]
    return bestanden, [stuk for stuk in stukken if isinstance(stuk, Bevinding)]


def pakket(naam: str = "starts", *rijen: str) -> bytes:
    return maak_pakket(t.tabel(naam, *rijen).encode(), zoek_afbeelding(naam), dagtekening=DAG)


@pytest.mark.parametrize("naam", t.KOPPEN)
def test_een_pakket_gaat_open_als_berichten(naam: str):
    (bestand,), (gelezen,) = open_(pakket(naam))

    assert bestand.naam == "uit.csv/rij 2"
    assert [b for b in controleer(bestand.open().read(), vandaag=DAG) if b.weigert] == []
    assert gelezen.code == "PAR056"
    assert "1 rijen goed, 0 geweigerd; 1 berichten" in gelezen.tekst


def test_hetzelfde_uittreksel_is_hetzelfde_pakket():
    assert pakket() == pakket()
    assert t.BSN.encode() not in pakket()[:200]


def test_csv_en_excel_geven_dezelfde_berichten():
    csv_ = open_(pakket("toewijzingen"))[0][0].open().read()
    rijen = t.cellen(t.tabel("toewijzingen"))
    inhoud = maak_pakket(t.als_xlsx(rijen), zoek_afbeelding("toewijzingen"), dagtekening=DAG)
    xlsx = open_(inhoud)[0][0].open().read()

    assert xlsx == csv_


def test_bevindingen_op_het_bericht_noemen_de_rij_en_zwijgen_over_wat_is_aangevuld():
    rijen = [
        t.RIJEN["toewijzingen"],
        t.met("toewijzingen", Toewijzingnummer="2", Eenheid="etmalen", Frequentie="dag"),
    ]
    (bestand,), _ = open_(pakket("toewijzingen", *rijen))
    los = controleer(bestand.open().read(), vandaag=DAG)
    geduid = [g for b in los if (g := bestand.duid(b)) is not None]

    assert any(b.pad.startswith("Client/Contactgegevens") for b in los)
    assert not any(b.pad.startswith("Client/Contactgegevens") for b in geduid)
    assert {b.regel for b in geduid if "ToegewezenProduct[2]" in b.pad} == {3}
    assert {b.regel for b in geduid} <= {2, 3}


def test_fouten_in_cellen_staan_tussen_de_berichten():
    bestanden, bevindingen = open_(pakket("starts", t.RIJEN["starts"], t.met("starts", BSN="1")))

    assert len(bestanden) == 1
    assert [b.code for b in bevindingen] == ["PAR056", "CS002"]


def test_een_excel_bestand_zonder_afbeelding_wordt_bij_naam_genoemd(tmp_path):
    (tmp_path / "lijst.xlsx").write_bytes(t.als_xlsx([["a"]]))
    (bevinding,) = open_bestanden(tmp_path / "lijst.xlsx")

    assert bevinding.weigert == "bericht"
    assert "Excel" in bevinding.tekst
    assert "docs/uittreksels.md" in bevinding.remedie


@pytest.mark.parametrize(
    "leden",
    [
        {"afbeelding.toml": b"", "levering.toml": b"", "uittreksel": b""},
        {"afbeelding.toml": b"\xff", "levering.toml": b"dagtekening = 1", "uittreksel": b""},
        *(
            {
                "afbeelding.toml": b'tabel = "start"',
                "levering.toml": levering,
                "uittreksel": inhoud,
            }
            for levering, inhoud in (
                (b'dagtekening = 2023-05-01\nzout = "00"', b"PK\x03\x04"),
                (b'dagtekening = "mei"\nzout = "00"', b"a;b"),
                (b'dagtekening = 2023-05-01T00:00:00\nzout = "00"', b"a;b"),
                (b'dagtekening = 2023-05-01\nzout = ""', b"a;b"),
                (b"dagtekening = 2023-05-01\nzout = 1", b"a;b"),
            )
        ),
    ],
)
def test_een_beschadigd_pakket_is_een_bevinding(leden: dict[str, bytes]):
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    bestanden, (bevinding,) = open_(doel.getvalue())

    assert bestanden == []
    assert (bevinding.code, bevinding.weigert) == ("PAR053", "bericht")


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_een_verminkt_pakket_laat_de_lezer_niet_vallen(data):
    goed = maak_pakket(t.tabel("starts").encode(), zoek_afbeelding("starts"), dagtekening=DAG)
    plek = data.draw(st.integers(0, 900))
    verminkt = goed[:plek] + data.draw(st.binary(max_size=4)) + goed[plek + 1 :]
    bestanden, bevindingen = open_(verminkt)
    assert bestanden or bevindingen


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=9, max_size=9))
def test_wat_er_ook_in_de_cellen_staat_het_wordt_een_bericht_of_een_bevinding(cellen):
    goed = t.RIJEN["starts"].split(";")
    rijen = [
        ";".join(cellen),
        *(";".join([*goed[:plek], cel, *goed[plek + 1 :]]) for plek, cel in enumerate(cellen)),
    ]
    inhoud = t.tabel("starts", *rijen).encode("utf-8", "replace")
    pakket_ = maak_pakket(inhoud, zoek_afbeelding("starts"), dagtekening=DAG)
    for bestand in open_(pakket_)[0]:
        assert [b for b in controleer(bestand.open().read(), vandaag=DAG) if b.weigert] == []


def test_een_besturingsteken_in_een_cel_is_een_bevinding():
    rij = t.met("declaraties", Referentienummer="r\x01")
    bestanden, bevindingen = open_(pakket("declaraties", rij))

    assert bestanden == []
    assert [b.code for b in bevindingen] == ["PAR056", "PAR001"]
