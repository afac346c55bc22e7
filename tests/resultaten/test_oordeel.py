"""Waar een afspraak staat: gehaald, niet gehaald, nog niet bekend, verborgen of geen norm."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from paraplu.afspraken.resultaatafspraken import find_afspraak
from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.monitor.verbergen import KLEIN, NIET_GEDEELD, Kijk
from paraplu.opgaven.antwoorden import Gemeld
from paraplu.opgaven.enquete import Gegeven, make_uitslag
from paraplu.opgaven.queries.zoektijd import make_zoektijd
from paraplu.resultaten import woorden
from paraplu.resultaten.meten import opgaven
from paraplu.resultaten.meten.gemeten import Gemeten, Vraag, hide_small
from paraplu.resultaten.oordeel import Norm, list_needed, list_years, make_stand
from paraplu.resultaten.queries.standen import read_norm
from paraplu.resultaten.stand import Gemis, Onderdeel, Stand, Status


@dataclass
class Dicht:
    """Figures that nobody asks; only whose eyes they are counts."""

    kijk: Kijk | None = None
    bekend_op: date | None = None
    gevraagd: list = field(default_factory=list)

    def namen(self) -> dict:
        return {"gi": {}}


def stand(code: str, jaar: int, gemeten: dict, *, op=date(2026, 1, 1), norm=None) -> Stand:
    """Where an agreement stands with these figures by year; a Gemeten or a number."""
    afspraak = find_afspraak(code)
    vraag = Vraag(code=code, partij=GELDERLAND, bekend_op=None, op=op, cijfers=Dicht())

    def meet(vraag: Vraag, van: int) -> Gemeten:
        waarde = gemeten.get(van)
        return waarde if isinstance(waarde, Gemeten) else Gemeten(waarde=waarde)

    return make_stand(
        afspraak,
        vraag,
        jaar,
        meet=meet,
        norm=norm or read_norm(afspraak, jaar, in_tuin=False),
    )


@pytest.mark.parametrize(
    ("code", "gemeten", "status", "grens"),
    [
        ("RA7", {2022: 1000, 2023: 950}, Status.GEHAALD, 950.0),
        ("RA7", {2022: 1000, 2023: 960}, Status.NIET_GEHAALD, 950.0),
        ("RA7", {2023: 960}, Status.NOG_NIET_BEKEND, None),
        ("RA7", {2022: 1000}, Status.NOG_NIET_BEKEND, 950.0),
        ("RA7", {2022: KLEIN, 2023: 960}, Status.VERBORGEN, KLEIN),
        ("RA7", {2022: 1000, 2023: NIET_GEDEELD}, Status.VERBORGEN, 950.0),
        ("RA1", {2023: 0.13}, Status.GEHAALD, pytest.approx(0.14)),
        ("RA3", {2023: 0.29}, Status.NIET_GEHAALD, pytest.approx(0.281)),
        ("RA10", {2023: 0.01}, Status.GEHAALD, pytest.approx(0.01)),
        ("RA6", {2023: Gemeten(waarde=6, keer=7)}, Status.NIET_GEHAALD, 7.0),
        ("RA6", {2023: Gemeten(waarde=7, keer=7)}, Status.GEHAALD, 7.0),
    ],
)
def test_de_status_volgt_uit_cijfer_en_norm(code, gemeten, status, grens):
    gevonden = stand(code, 2023, gemeten)
    assert (gevonden.status, gevonden.grens) == (status, grens)


@pytest.mark.parametrize(
    ("antwoorden", "status", "waarom"),
    [
        (131, Status.NIET_GEHAALD, "Het cijfer is hoger dan de norm."),
        (99, Status.NOG_NIET_BEKEND, "ten minste 100"),
        (0, Status.NOG_NIET_BEKEND, "geen enquête"),
    ],
)
def test_een_enquete_telt_vanaf_honderd_antwoorden(monkeypatch, antwoorden, status, waarom):
    """R173: met genoeg antwoorden is er een oordeel, en zonder staat er waarom niet."""
    gemeten = make_uitslag(
        Gegeven("eik", "jeugdbeschermer", Decimal(15)) for _ in range(antwoorden)
    )

    def zoektijd(jaar, *, bekend_op):
        gemeld = Gemeld(
            bekend_op=bekend_op, wel=("eik",), niet=(), versie=1, ingediend_op=bekend_op
        )
        return make_zoektijd(jaar, gemeten, gemeld)

    monkeypatch.setattr(opgaven.queries, "zoektijd", zoektijd)
    vraag = Vraag(
        code="RA1", partij=GELDERLAND, bekend_op=None, op=date(2026, 1, 1), cijfers=Dicht()
    )
    gevonden = stand("RA1", 2023, {2023: opgaven.measure_ra1(vraag, 2023)})
    assert gevonden.status == status
    assert waarom in gevonden.uitleg


def test_een_jaar_waar_geen_norm_over_gaat_heeft_een_streepje():
    regels = woorden.make_padregels(stand("RA1", 2022, {2021: 0.18, 2022: 0.17}))
    assert [str(regel.grens) for regel in regels] == ["–", "16,0\xa0%", "14,0\xa0%"]


def test_na_de_evaluatie_is_er_geen_norm_en_het_zegt_waarom():
    """P45."""
    gevonden = stand("RA7", 2024, {2023: 950, 2024: 900})
    assert gevonden.status == Status.GEEN_NORM
    assert (gevonden.grens, gevonden.cijfer) == (None, 900)
    assert "R213" in gevonden.uitleg


def test_in_de_gemeente_van_een_tuin_blijft_de_norm_gelden_zolang_die_loopt():
    """R54."""
    ra7, ra2 = find_afspraak("RA7"), find_afspraak("RA2")
    assert read_norm(ra7, 2025, in_tuin=True).verandering == -5
    assert read_norm(ra7, 2025, in_tuin=False).verandering is None
    assert read_norm(ra2, 2025, in_tuin=True).verandering is None
    gevonden = stand("RA7", 2025, {2024: 100, 2025: 95}, norm=Norm(ra7.on(2023)))
    assert gevonden.status == Status.GEHAALD


def test_een_jaar_dat_loopt_heeft_nog_geen_oordeel():
    loopt = stand("RA7", 2023, {2022: 1000, 2023: 400}, op=date(2023, 6, 30))
    assert loopt.status == Status.NOG_NIET_BEKEND
    assert loopt.cijfer == 400
    vast = Gemeten(waarde=1, is_vast=True)
    assert stand("RA11", 2023, {2023: vast}, op=date(2023, 6, 30)).status == Status.NIET_GEHAALD


def test_wat_ontbreekt_staat_erbij_ook_van_de_jaren_ervoor():
    mist = Gemeten(reden="Er is niets.", ontbreekt=(Gemis(wat="de opgave", van="een GI"),))
    gevonden = stand("RA5", 2023, {2023: mist})
    assert [g.van for g in gevonden.ontbreekt] == ["een GI", ""]
    assert "2022" in gevonden.ontbreekt[1].wat
    assert gevonden.uitleg == "Er is niets."


def test_het_begin_van_ra9_weegt_elk_jaar_naar_zijn_zaken():
    """R185: the mean of 2020 and 2021 over all cases, not of two means."""
    gemeten = {
        2020: Gemeten(waarde=700.0, gewicht=30),
        2021: Gemeten(waarde=900.0, gewicht=10),
        2022: Gemeten(waarde=735.0, gewicht=20),
    }
    gevonden = stand("RA9", 2022, gemeten)
    assert gevonden.grens == pytest.approx(750 * 0.98)
    assert gevonden.status == Status.GEHAALD
    gemeten[2020] = Gemeten(waarde=KLEIN, gewicht=KLEIN)
    assert stand("RA9", 2022, gemeten).status == Status.VERBORGEN


def test_het_pad_gaat_door_in_de_jaren_die_nog_komen():
    gevonden = stand("RA1", 2022, {2021: 0.18, 2022: 0.17})
    assert [punt.jaar for punt in gevonden.pad] == [2021, 2022, 2023]
    assert [punt.pad for punt in gevonden.pad] == pytest.approx([0.18, 0.16, 0.14])
    regels = woorden.make_padregels(gevonden)
    assert [regel.is_vooruit for regel in regels] == [False, False, True]
    assert regels[1].stap == "−2,0 punt (−11,1%)"
    assert woorden.draw(gevonden)[0] is not None


def test_een_raad_ziet_niets_van_een_gi_en_geen_kleine_aantallen():
    kijk = Kijk(kring="publiek", drempels=(("", 10),))
    gemeten = Gemeten(waarde=3, onderdelen=(Onderdeel(naam="weg", waarde=3, eenheid="mensen"),))
    gi = Gebied("gi", "90000001", "GI")
    vraag = Vraag(code="RA4", partij=gi, bekend_op=None, op=date(2026, 1, 1), cijfers=Dicht(kijk))
    dicht = vraag.scherm_af(gemeten)
    assert dicht.waarde == NIET_GEDEELD == dicht.onderdelen[0].waarde
    open_ = Vraag(code="RA4", partij=gi, bekend_op=None, op=vraag.op, cijfers=Dicht())
    assert open_.scherm_af(gemeten) == gemeten
    samen = Vraag(code="RA11", partij=GELDERLAND, bekend_op=None, op=vraag.op, cijfers=Dicht(kijk))
    assert samen.scherm_af(gemeten).waarde == KLEIN
    assert [hide_small(w, "mensen") for w in (0, 9, 10)] == [0, KLEIN, 10]
    assert hide_small(0.2, "aandeel") == 0.2


def test_elke_status_heeft_een_woord_en_een_teken():
    merken = [woorden.make_merk(status) for status in Status]
    assert len({merk.woord for merk in merken}) == len({merk.teken for merk in merken}) == 5


@pytest.mark.parametrize(
    ("code", "jaren"),
    [("RA1", {2023}), ("RA3", {2023}), ("RA7", {2022, 2023}), ("RA9", {2020, 2021, 2023})],
)
def test_een_lijst_vraagt_alleen_de_jaren_die_het_oordeel_nodig_heeft(code, jaren):
    afspraak = find_afspraak(code)
    assert list_needed(afspraak, 2023) == jaren <= list_years(afspraak, 2023)
