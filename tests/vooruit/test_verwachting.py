"""De pagina's met een verwachting, zoals ieder cijfers ziet (R171, R194, R200, R201)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import KLEIN
from paraplu.vooruit.lezen.prognose import make_blad
from paraplu.vooruit.lezen.ruimte import make_ruimteblad, same_day

MAAT = SimpleNamespace(sleutel="instroom", naam="Instroom", eenheid="maatregelen")


class Reeks:
    """Figures of which each quarter is what `per_kwartaal` says, in the order of time."""

    def __init__(self, *per_kwartaal, eerste: int = 2021) -> None:
        self.per_kwartaal, self.eerste = per_kwartaal, eerste
        maten = (MAAT,)
        self.indicatoren = {
            code: SimpleNamespace(code=code, naam=code, maten=maten)
            for code in ("V2a", "V2c", "V1a", "V1b")
        }

    def waarden(self, _code, periode, _gebied):
        nummer = 4 * (periode.begin.year - self.eerste) + int(periode.naam[-1]) - 1
        return {"instroom": self.per_kwartaal[nummer]}


def blad(reeks, code="V2a", *, tot=date(2023, 12, 31), bijgewerkt=date(2024, 12, 31), **anders):
    return make_blad(
        reeks,
        code,
        gebied=GELDERLAND,
        bereik=(2021, 2023),
        tot=tot,
        bijgewerkt=bijgewerkt,
        **anders,
    )


def test_tot_het_einde_van_het_jaar_en_het_volgende():
    gevonden = blad(Reeks(*[10] * 12), tot=date(2023, 6, 30))
    assert [(j.jaar, j.kwartalen_bekend) for j in gevonden.jaren] == [(2023, 2), (2024, 0)]
    assert gevonden.jaren[0].prognose.bekend == 20
    assert gevonden.jaren[0].prognose.verwacht == pytest.approx(40)
    assert [p.naam for p, _x in gevonden.kwartalen] == [
        "2023-K3", "2023-K4", "2024-K1", "2024-K2", "2024-K3", "2024-K4",
    ]  # fmt: skip


def test_een_stand_wordt_niet_opgeteld():
    gevonden = blad(Reeks(*[50] * 12), "V2c", tot=date(2023, 6, 30))
    assert gevonden.jaren[0].prognose.verwacht == pytest.approx(50)
    assert gevonden.jaren[1].prognose.verwacht == pytest.approx(50)


def test_een_kwartaal_waarover_nog_berichten_komen_doet_niet_mee():
    """Over kosten komen nog drie maanden antwoorden, over starts nog een maand."""
    reeks, dag = Reeks(*[10] * 12), date(2024, 2, 15)
    assert blad(reeks, "V2a", bijgewerkt=dag).gemeten[-1][0] == Periode.kwartaal(2023, 4)
    assert blad(reeks, "V1b", bijgewerkt=dag).gemeten[-1][0] == Periode.kwartaal(2023, 3)


def test_een_verborgen_kwartaal_verbergt_de_verwachting():
    gevonden = blad(Reeks(*[10] * 5, KLEIN, *[10] * 6))
    assert gevonden.is_verborgen
    assert (gevonden.jaren, gevonden.kwartalen, gevonden.grafiek) == ((), (), None)


def test_een_onbekend_kwartaal_of_te_weinig_kwartalen_is_onbekend():
    assert "onbekend" in blad(Reeks(*[10] * 5, None, *[10] * 6)).waarom_niet
    gevonden = blad(Reeks(*[10] * 12), tot=date(2022, 3, 31))
    assert "Er zijn 5 volledige kwartalen" in gevonden.waarom_niet
    assert not gevonden.is_verborgen


class Budget:
    """Six providers; what was expected of 2022 came out a tenth higher, with one exception."""

    def __init__(self, verborgen: str = "") -> None:
        self.verborgen = verborgen

    def rijen(self, code, periode, *, per):
        assert per == "aanbieder"
        return [self._rij(code, periode, nummer) for nummer in range(1, 7)]

    def _rij(self, code, periode, nummer):
        verwacht = Decimal(1000 * nummer)
        if code == "V6b":
            waarden = {"gedeclareerd": verwacht * (Decimal("1.1") if nummer < 6 else 1)}
            assert periode == Periode.jaar(2023)
        else:
            waarden = {"plafond": verwacht * 2, "verwacht": verwacht, "ruimte": verwacht}
        if str(nummer) == self.verborgen:
            waarden = dict.fromkeys(waarden, KLEIN)
        return SimpleNamespace(sleutel=str(nummer), naam=f"aanbieder {nummer}", waarden=waarden)


def test_de_ruimte_volgt_hoe_de_afspraak_eerder_uitkwam():
    gevonden = make_ruimteblad(Budget(), jaar=2023, bereik=(2021, 2023))
    assert (gevonden.paren, gevonden.getoetst) == (6, 6)
    eerste = gevonden.aanbieders[0]
    assert 900 < eerste.prognose.verwacht < 950
    assert eerste.prognose.tachtig.laag < eerste.prognose.verwacht


def test_een_verborgen_aanbieder_heeft_geen_verwachting_en_helpt_niet_bij_de_andere():
    gevonden = make_ruimteblad(Budget("3"), jaar=2023, bereik=(2021, 2023))
    assert gevonden.paren == 5
    assert [a.naam for a in gevonden.aanbieders if a.prognose is None] == ["aanbieder 3"]


def test_van_een_lopend_jaar_telt_wat_toen_op_die_dag_bekend_was():
    gevraagd = []

    def toen(jaar):
        gevraagd.append(jaar)
        return Budget()

    make_ruimteblad(Budget(), jaar=2023, bereik=(2021, 2023), toen=toen)
    assert gevraagd == [2022]
    assert same_day(date(2024, 2, 29), 2023) == date(2023, 2, 28)


@pytest.mark.django_db
def test_de_pagina_zegt_de_marge_ook_in_woorden(als, nep):
    tekst = als("wethouder").get("/vooruit/prognose/V2a/").content.decode()
    for woorden in (
        "80 van de 100 keer",
        "95 van de 100 keer",
        "fout als u zegt: zoals vorig jaar",
    ):
        assert woorden in tekst
    assert als("wethouder").get("/vooruit/prognose/V3/").status_code == 404


@pytest.mark.django_db
def test_een_raadslid_ziet_geen_kwartalen_en_dus_geen_verwachting(als, nep):
    tekst = als("raadslid").get("/vooruit/prognose/V2a/?gebied=regio-CG").content.decode()
    assert "dus de verwachting ook" in tekst
    assert "ongeveer" not in tekst


def test_een_gebied_wordt_gevraagd_zoals_het_is_gekozen():
    class Let(Reeks):
        def waarden(self, code, periode, gebied):
            assert gebied == Gebied("regio", "CG", "x")
            return super().waarden(code, periode, gebied)

    gekozen = Gebied("regio", "CG", "x")
    gevonden = make_blad(
        Let(*[10] * 12), "V2a", gebied=gekozen, bereik=(2021, 2023), tot=date(2023, 12, 31),
        bijgewerkt=None,
    )  # fmt: skip
    assert gevonden.jaren
