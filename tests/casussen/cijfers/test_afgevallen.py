"""What was looked at and does not count stands on the receipt, with its reason, and nowhere else."""

from __future__ import annotations

from datetime import date

from paraplu.casussen.cijfers.tellen import Blik, Meting, Rij, Verborgen, list_rijen, make_tabel
from paraplu.casussen.cijfers.woorden import list_afgevallen

METING = Meting(
    sleutel="wachttijd",
    naam="Wachttijd",
    telt="gesprekken",
    uitleg="",
    rijen=lambda rijen, _op: rijen,
    redenen=(("ingetrokken", "Ingetrokken voor het gesprek"), ("loopt", "Nog niet gesproken")),
)


def rij(casus, afgevallen="", dag=date(2026, 3, 2), regio="FV"):
    return Rij(casus=casus, regio=regio, dag=dag, waarde=casus, afgevallen=afgevallen)


def test_wie_afvalt_telt_niet_mee_en_staat_met_de_reden_op_de_bon():
    rijen = [rij(n) for n in range(1, 9)] + [rij(n, "loopt") for n in range(11, 18)]
    tabel = make_tabel(METING, rijen)
    assert tabel.cijfer(Blik()).aantal == 8
    assert tabel.cijfer(Blik()).mediaan == 4.5
    assert list_afgevallen(tabel, Blik()) == [("Nog niet gesproken", "7")]
    assert {r.casus for r in tabel.list_rijen(Blik())} == set(range(1, 9))


def test_ook_wat_afviel_wordt_bij_kleine_aantallen_verborgen():
    rijen = [rij(n, "loopt") for n in range(9)] + [rij(20, "ingetrokken"), rij(21, "ingetrokken")]
    tabel = make_tabel(METING, rijen)
    assert dict(list_afgevallen(tabel, Blik())).keys() == {
        "Ingetrokken voor het gesprek",
        "Nog niet gesproken",
    }
    assert all("verborgen" in aantal for _naam, aantal in list_afgevallen(tabel, Blik()))
    assert isinstance(tabel.afgevallen.cijfer(Blik(), "loopt"), Verborgen)  # else by subtraction


def test_zonder_afval_is_er_geen_bon_van_afval():
    assert list_afgevallen(make_tabel(METING, [rij(1)]), Blik()) == []


def test_een_rij_telt_alleen_in_het_jaar_van_zijn_dag_en_niet_voor_hij_bekend_is():
    bron = [[rij(1), rij(2, dag=date(2025, 3, 2)), rij(3, dag=date(2026, 4, 2))]]
    gevonden = list_rijen(METING, bron, jaar=2026, op=date(2026, 3, 31))
    assert [r.casus for r in gevonden] == [1]
