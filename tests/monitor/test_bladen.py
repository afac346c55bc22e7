"""Eigen bladen: gekeurd per cel, bewaard met hun dag."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook

from paraplu.afspraken import tussentaal
from paraplu.afspraken.blad import BladNotReadable
from paraplu.monitor.bladen import SOORTEN, Bladen, OnbekendBlad

GOED = {
    "tussentaal": "productcategorie;productcode;tussentaal;vanaf;tot;versie\n45;;2;2023-01-01;;besluit\n",
    "organisaties": "agb;naam;soort\n60000001;Een GI;GI\n",
    "tarieven": "aanbieder;productcategorie;productcode;eenheid;tarief;vanaf;tot\n;45;45A04;46;1.095,40;1-1-2023;\n",
    "budgetplafonds": "aanbieder;jaar;bedrag\n70000001;2023;1250000\n",
    "inwoners": "gemeente;jaar;jeugdigen\n200;2023;31.500\n",
}
DAG = date(2023, 1, 1)


@pytest.fixture
def bladen(tmp_path) -> Bladen:
    return Bladen(tmp_path)


def lees(bladen: Bladen, soort: str, tekst: str, *, op: date = DAG):
    return bladen.importeer(soort, tekst.encode(), bestand=f"{soort}.csv", op=op)


@pytest.mark.parametrize("soort", SOORTEN)
def test_elk_soort_blad_wordt_gelezen_en_bewaard(bladen, soort):
    versie = lees(bladen, soort, GOED[soort])

    assert versie.rijen == 1
    assert bladen.lees(soort, op=DAG).num_rows == 1
    assert [v.soort for v in bladen.lijst()] == [soort]


def test_bedragen_en_codes_worden_gelezen_zoals_een_rekenblad_ze_schrijft(bladen):
    lees(bladen, "tarieven", GOED["tarieven"])
    lees(bladen, "inwoners", GOED["inwoners"])

    assert bladen.lees("tarieven", op=DAG)["tarief"].to_pylist() == [109540]
    assert bladen.lees("inwoners", op=DAG).to_pylist() == [
        {"gemeente": "0200", "jaar": 2023, "jeugdigen": 31500}
    ]


FOUT = [
    ("organisaties", "agb;naam;soort\n123;x;gi\n", "agb"),
    ("organisaties", "agb;naam;soort\n60000001;;gi\n", "naam"),
    ("organisaties", "agb;naam;soort\n60000001;x;winkel\n", "soort"),
    ("budgetplafonds", "aanbieder;jaar;bedrag\n70000001;1999;5\n", "jaar"),
    ("budgetplafonds", "aanbieder;jaar;bedrag\n70000001;2023;veel\n", "bedrag"),
    ("budgetplafonds", "aanbieder;jaar;bedrag\n70000001;2023;-5\n", "bedrag"),
    ("budgetplafonds", "aanbieder;jaar;bedrag\n70000001;2023;5,001\n", "bedrag"),
    ("inwoners", "gemeente;jaar;jeugdigen\n9999;2023;5\n", "gemeente"),
    ("tussentaal", GOED["tussentaal"].replace(";2;", ";11;"), "tussentaal"),
]


@pytest.mark.parametrize(("soort", "tekst", "kolom"), FOUT)
def test_een_fout_noemt_regel_kolom_en_remedie_en_er_komt_niets_binnen(bladen, soort, tekst, kolom):
    with pytest.raises(BladNotReadable) as fout:
        lees(bladen, soort, tekst)

    (bevinding,) = fout.value.fouten
    assert (bevinding.regel, bevinding.kolom) == (2, kolom)
    assert bevinding.remedie
    assert bladen.lees(soort, op=DAG) is None


def test_twee_rijen_over_hetzelfde_en_een_leeg_blad_worden_geweigerd(bladen):
    with pytest.raises(BladNotReadable, match=r"regel 3.*regel 2"):
        lees(bladen, "budgetplafonds", "aanbieder;jaar;bedrag\n70000001;2023;5\n70000001;2023;6\n")
    with pytest.raises(BladNotReadable, match="geen rijen"):
        lees(bladen, "budgetplafonds", "aanbieder;jaar;bedrag\n")


def test_xlsx_geeft_dezelfde_rijen_als_csv_en_een_fout_noemt_de_rij(bladen):
    def xlsx(*rijen: tuple) -> bytes:
        werkmap = Workbook()
        for rij in (("aanbieder", "jaar", "bedrag"), *rijen):
            werkmap.active.append(rij)
        uit = io.BytesIO()
        werkmap.save(uit)
        return uit.getvalue()

    inhoud = xlsx(("70000001", 2023, 1250000.0), ("70000002", 2023, 99.95))
    bladen.importeer("budgetplafonds", inhoud, bestand="plafond.xlsx", op=DAG)
    assert bladen.lees("budgetplafonds", op=DAG)["bedrag"].to_pylist() == [125000000, 9995]

    with pytest.raises(BladNotReadable, match="regel 3"):
        bladen.importeer(
            "budgetplafonds",
            xlsx(("70000001", 2023, 5), ("x", 2023, 5)),
            bestand="plafond.xlsx",
            op=DAG,
        )
    with pytest.raises(BladNotReadable, match="XLSX"):
        bladen.importeer("budgetplafonds", b"geen zip", bestand="plafond.xlsx", op=DAG)


def test_zoals_bekend_op_een_dag_geldt_het_laatste_blad_van_toen(bladen):
    for op, bedrag in ((date(2023, 3, 1), 2), (date(2023, 1, 1), 1), (date(2023, 3, 1), 3)):
        lees(bladen, "budgetplafonds", f"aanbieder;jaar;bedrag\n70000001;2023;{bedrag}\n", op=op)

    def bedragen(op: date) -> list[int] | None:
        tabel = bladen.lees("budgetplafonds", op=op)
        return tabel and tabel["bedrag"].to_pylist()

    assert bedragen(date(2022, 12, 31)) is None
    assert bedragen(date(2023, 2, 28)) == [100]
    assert bedragen(date(2023, 3, 1)) == [300]


def test_zonder_ingelezen_tussentaal_geldt_onze_eigen(bladen):
    assert bladen.tussentaalregels(op=DAG) == tussentaal.regels()
    lees(bladen, "tussentaal", GOED["tussentaal"])

    (regel,) = bladen.tussentaalregels(op=DAG)
    assert (regel.productcategorie, regel.tussentaal, regel.tot) == ("45", 2, None)
    assert bladen.tussentaalregels(op=date(2022, 12, 31)) == tussentaal.regels()


def test_een_blad_dat_er_niet_is_wordt_genoemd(bladen):
    with pytest.raises(OnbekendBlad, match="wel: tussentaal"):
        lees(bladen, "weer", "x\n")
