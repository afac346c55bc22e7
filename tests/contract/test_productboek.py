"""The product book: which tariff holds on a day and why, and a sheet with every fault named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction

from paraplu.afspraken.blad import BladNotReadable
from paraplu.contract import queries
from paraplu.contract.actions import productboek as acts
from paraplu.contract.blad import read_regels, read_tekst
from paraplu.contract.bladuit import write_productboek
from paraplu.contract.fouten import BestaatAl, DelenKloppenNiet, TariefLooptAl
from paraplu.contract.models import Product, Tarief, Tariefdeel
from paraplu.contract.rekenen.tarief import HoortNietInTarief
from paraplu.contract.tarieven import find_tarief
from tests.contract.voorbeeld import d, lees_tabel

KOP = "product;naam;eenheid;soort;vanaf;tot;tarief;directe_tijd;overhead;zakgeld;bron"
GOED = f"""{KOP}
48A01;OTS jaar 1;uur;gelders;1-1-2022;;100,00;60,00;40,00;;verzonnen voorbeeld
48A01;OTS jaar 1;uur;landelijk;2024-01-01;;1.095,40;;;;verzonnen voorbeeld
48A03;Voogdij;uur;gelders;2022-01-01;;;;;;"""


@dataclass(frozen=True)
class Rij:
    soort: str
    vanaf: date
    tot: date | None
    bedrag: Decimal
    bron: str = "een blad"
    verzonnen: bool = True


GELDERS = Rij("gelders", date(2022, 1, 1), None, d("100.00"))
LANDELIJK = Rij("landelijk", date(2025, 7, 1), None, d("110.50"))


def test_welk_tarief_geldt_op_een_dag():
    """R158: indexation on top, each year in cents; a national tariff goes first and is not indexed."""
    for rij in lees_tabel("""
        op         | tarief | soort
        2021-12-31 |        |
        2022-01-01 | 100.00 | gelders
        2022-12-31 | 100.00 | gelders
        2023-01-01 | 103.33 | gelders
        2024-06-01 | 105.40 | gelders
        2025-06-30 |        | gelders
        2025-07-01 | 110.50 | landelijk
        2026-01-01 | 110.50 | landelijk
    """):
        procent = {2023: d("3.333"), 2024: d("2")}
        antwoord = find_tarief([GELDERS, LANDELIJK], procent, op=date.fromisoformat(rij["op"]))
        assert antwoord.bedrag == (d(rij["tarief"]) if rij["tarief"] else None)
        assert antwoord.soort == rij["soort"]


def test_de_uitleg_noemt_elke_stap_en_wat_ontbreekt():
    antwoord = find_tarief([GELDERS], {2023: d("4")}, op=date(2024, 3, 1))
    assert antwoord.bedrag is None
    assert "Indexatie 2023: 4%. Dat maakt € 104." in antwoord.uitleg
    assert antwoord.uitleg[-1].startswith("De indexatie van 2024 is niet bekend.")
    assert "verzonnen" in " ".join(antwoord.uitleg)


def test_een_blad_wordt_gelezen():
    eerste, tweede, leeg = read_regels(GOED, bestand="boek.csv")
    assert (eerste.product, eerste.vanaf, eerste.bedrag) == ("48A01", date(2022, 1, 1), d("100"))
    assert eerste.delen == {"directe_tijd": d("60"), "overhead": d("40")}
    assert tweede.bedrag == d("1095.40")
    assert leeg.bedrag is None


@pytest.mark.parametrize(
    ("rij", "kolom", "code"),
    [
        ("48A01;Anders;uur;gelders;2023-01-01;;101;;;;bron", "naam", "PB1"),
        ("48A02;OTS;uur;gelders;2023-01-01;2022-01-01;101;;;;bron", "tot", "PB2"),
        ("48A01;OTS jaar 1;uur;gelders;2022-01-01;;101;;;;bron", "vanaf", "PB3"),
        ("48A02;OTS;uur;gelders;2023-01-01;;101;60;40;;bron", "tarief", "PB4"),
        ("48A02;OTS;uur;gelders;2023-01-01;;101;;;5;bron", "zakgeld", "PB5"),
        ("48A02;OTS;uur;gelders;2023-01-01;;101;;;;", "bron", "PB6"),
        ("4801;OTS;uur;gelders;2023-01-01;;101;;;;bron", "product", "productcode"),
        ("48A02;OTS;kwartier;gelders;2023-01-01;;101;;;;bron", "eenheid", "Dit is niet"),
        ("48A02;OTS;uur;gelders;2023-01-01;;1.234;;;;bron", "tarief", "geen bedrag"),
        ("48A02;OTS;uur;gelders;2023-01-01;;0;;;;bron", "tarief", "meer dan 0"),
    ],
)
def test_een_fout_noemt_bestand_regel_kolom_eis_en_wat_te_doen(rij, kolom, code):
    """R163, R164."""
    with pytest.raises(BladNotReadable) as fout:
        read_regels(f"{GOED}\n{rij}", bestand="boek.csv")
    (een,) = fout.value.fouten
    assert (een.bestand, een.regel, een.kolom) == ("boek.csv", 5, kolom)
    assert code in een.tekst
    assert een.remedie


def test_alle_fouten_staan_er_tegelijk():
    with pytest.raises(BladNotReadable) as fout:
        read_regels(f"{KOP}\nx;y;uur;gelders;gisteren;;veel;;;;", bestand="boek.csv")
    assert {f.kolom for f in fout.value.fouten} == {"product", "vanaf", "tarief"}


@pytest.mark.django_db
def test_een_blad_komt_in_het_boek_en_er_heel_weer_uit():
    """Twice brings nothing twice; what is taken out can be brought in again."""
    regels = read_regels(GOED, bestand="boek.csv")
    assert acts.take_blad(regels=regels, by=None, on=date(2022, 1, 1)) == 2
    assert acts.take_blad(regels=regels, by=None, on=date(2022, 1, 1)) == 0
    assert queries.tarief_on(Product.objects.get(code="48A03"), op=date(2022, 5, 1)).bedrag is None
    uit = write_productboek(Product.objects.all(), "een waarmerk")
    weer = read_regels(read_tekst(uit, bestand="uit.xlsx"), bestand="uit.xlsx")
    assert [(r.soort, r.vanaf, r.bedrag, r.delen) for r in weer] == [
        (r.soort, r.vanaf, r.bedrag, r.delen) for r in regels[:2]
    ]


@pytest.fixture
def product(db):
    return Product.objects.create(code="48A01", naam="OTS", eenheid="uur")


def zet(product, vanaf, bedrag="100.00", **velden):
    return acts.set_tarief(
        product=product, soort=velden.pop("soort", "gelders"), vanaf=date.fromisoformat(vanaf),
        bedrag=d(bedrag), bron="een blad", on=date(2022, 1, 1), by=None, **velden,
    )  # fmt: skip


def test_een_nieuw_tarief_sluit_het_oude_de_dag_ervoor(product):
    oud, nieuw = zet(product, "2022-01-01"), zet(product, "2024-01-01", "110.00")
    oud.refresh_from_db()
    assert oud.tot == date(2023, 12, 31)
    assert (nieuw.tot, zet(product, "2024-01-01", "110.00")) == (None, nieuw)
    with pytest.raises(TariefLooptAl):
        zet(product, "2023-06-01", "105.00", tot=date(2024, 6, 1))
    assert [queries.tarief_on(product, op=date(jaar, 1, 1)).bedrag for jaar in (2022, 2024)] == [
        100,
        110,
    ]


def test_een_bedrag_in_het_boek_verandert_niet(product):
    tarief = zet(product, "2022-01-01")
    with pytest.raises(DatabaseError, match="laatste dag"), transaction.atomic():
        Tarief.objects.filter(pk=tarief.pk).update(bedrag=d("99.00"))


def test_zakgeld_kan_geen_deel_van_een_tarief_zijn(product):
    """R163, R164: not through the action, and not in the database."""
    with pytest.raises(HoortNietInTarief):
        zet(product, "2022-01-01", delen={"zakgeld": d("100.00")})
    with pytest.raises(DelenKloppenNiet):
        zet(product, "2022-01-01", delen={"directe_tijd": d("99.99")})
    tarief = zet(product, "2022-01-01", delen={"directe_tijd": d("99.00"), "bbk": d("1.00")})
    with pytest.raises(IntegrityError), transaction.atomic():
        Tariefdeel.objects.create(tarief=tarief, deel="zakgeld", bedrag=d("1"))


def test_de_indexatie_van_een_jaar_staat_er_een_keer(product):
    """R158."""
    zet(product, "2022-01-01")
    acts.set_indexatie(jaar=2023, procent=d("4"), bron="een brief", by=None)
    with pytest.raises(BestaatAl):
        acts.set_indexatie(jaar=2023, procent=d("5"), bron="een brief", by=None)
    assert queries.tarief_on(product, op=date(2023, 1, 1)).bedrag == 104


def test_een_blad_inlezen_op_de_pagina(als, db):
    """Looking keeps nothing; taking does; who only reads may not."""

    def post(wie, doe, tekst=GOED):
        bestand = SimpleUploadedFile("boek.csv", tekst.encode())
        return als(wie).post("/productboek/inlezen/", {"bestand": bestand, "doe": doe})

    assert "3 rijen" in post("contractmanager", "bekijk").content.decode()
    assert Tarief.objects.count() == 0
    fout = post("contractmanager", "neem", GOED.replace("100,00", "veel"))
    assert fout.status_code == 422
    assert "boek.csv, regel 2, kolom tarief" in fout.content.decode()
    assert post("contractmanager", "neem").status_code == 302
    assert post("gi", "neem").status_code == 403
    assert Tarief.objects.count() == 2
    pagina = als("gi").get("/productboek/?op=2022-03-01").content.decode()
    assert "€\u00a0100,00" in pagina
    assert "niet bekend" in pagina
    assert "Gelderse tarief" in als("gi").get("/productboek/48A01/?op=2022-03-01").content.decode()
