"""Figures by situation, step and result: small groups hidden, what fell out said (R130 to R135)."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from django.urls import reverse

from paraplu.casussen.cijfers.tellen import Blik, Cijfer, Verborgen
from paraplu.escalatie.cijfers.metingen import Verloop, make_tabellen
from paraplu.escalatie.opdrachten import KAN_NIET, KLAAR, show
from tests.casussen.bouwen import BEGIN
from tests.escalatie.bouwen import als

DAG = date(2026, 3, 2)


def verloop(casus: int, situatie: str = "2", **velden) -> Verloop:
    besloten = situatie == "3"
    alles = {
        "regio": "" if besloten else "FV",
        "partij": "" if besloten else "GI-1",
        "ingang": "professional",
        "begonnen": BEGIN,
        "afgesloten": DAG,
        "afloop": "afgerond",
        "gedaan": (("eigen_overleg", "naar_leidinggevenden", BEGIN), ("leidinggevenden", "opgeheven", DAG)),
        **velden,
    }  # fmt: skip
    return Verloop(casus=casus, situatie=situatie, **alles)


def tabel(sleutel, verlopen):
    return make_tabellen(verlopen, 2026, DAG, heel_gelderland=True)[sleutel]


def test_vijf_escalaties_zijn_te_zien_en_vier_niet():
    vijf = tabel("situaties", [verloop(nummer) for nummer in range(5)])
    assert vijf.cijfer(Blik(), "2").aantal == 5
    vier = tabel("situaties", [verloop(nummer) for nummer in range(4)])
    assert isinstance(vier.cijfer(Blik(), "2"), Verborgen)


def test_situatie_3_telt_alleen_in_heel_gelderland_en_verbergt_niets_anders():
    verlopen = [verloop(n) for n in range(5)] + [verloop(10 + n, "3") for n in range(6)]
    assert tabel("handelen", verlopen).cijfer(Blik()).aantal == 6
    assert tabel("handelen", verlopen).waarden(1, Blik()) == []
    for blik in (Blik(), Blik(regio="FV"), Blik(partij="GI-1")):
        for aantal in (5, 6, 11):
            assert tabel("situaties", verlopen[:aantal]).cijfer(blik).aantal == 5
    assert "handelen" not in make_tabellen(verlopen, 2026, DAG)


def test_van_elke_stap_staat_er_hoe_vaak_zij_hielp():
    mis = (("leidinggevenden", "niet_opgeheven", BEGIN), ("bestuurders", "oplossing", DAG))
    verlopen = [verloop(n) for n in range(5)] + [verloop(9 + n, gedaan=mis) for n in range(5)]
    een = tabel("stappen", verlopen).cijfer(Blik(), "leidinggevenden")
    assert (een.aantal, een.aandeel) == (10, 0.5)


def test_een_resultaat_is_de_uitkomst_van_de_laatste_stap():
    mis = (("leidinggevenden", "niet_opgeheven", BEGIN), ("bestuurders", "geen_oplossing", DAG))
    een = tabel("resultaten", [verloop(n, gedaan=mis) for n in range(5)])
    cijfer = een.cijfer(Blik(), "geen_oplossing")
    assert isinstance(cijfer, Cijfer)
    assert (cijfer.aandeel, cijfer.mediaan) == (0.0, (DAG - BEGIN).days)


def test_wat_loopt_of_is_ingetrokken_valt_af_en_staat_op_de_bon():
    verlopen = [verloop(n, afgesloten=None, afloop="") for n in range(5)]
    verlopen += [verloop(9 + n, afloop="ingetrokken") for n in range(6)]
    een = tabel("resultaten", verlopen)
    assert een.cijfer(Blik()).aantal == 0
    assert een.afgevallen.cijfer(Blik(), "loopt").aantal == 5
    assert een.afgevallen.cijfer(Blik(), "ingetrokken").aantal == 6


def test_de_bladzijden_en_de_opdracht_tonen_wat_er_in_de_databank_staat(toneel, capsys):
    for _keer in range(5):
        toneel.begin("2")
    toneel.begin("3")
    regio = als(toneel.wereld.wie["regionaal_contactpersoon"])
    tekst = regio.get(reverse("escalatie_cijfers"), {"jaar": "2026"}).content.decode()
    assert "Situatie 2: samenwerking" in tekst
    assert "(situatie 3)" not in tekst
    adres = reverse("escalatie_cijfers_lijst", args=["resultaten"])
    assert "loopt nog" in regio.get(adres, {"jaar": "2026"}).content.decode()
    assert show(Namespace(jaar=2026, regio="FV")) == KLAAR
    uit = capsys.readouterr().out
    assert "Situatie 2: samenwerking: 5 begonnen escalaties" in uit
    assert "(situatie 3)" not in uit
    assert show(Namespace(jaar=2026, regio=None)) == KLAAR
    assert "(situatie 3): Verborgen: minder dan 5" in capsys.readouterr().out
    assert show(Namespace(jaar=None, regio="XX")) == KAN_NIET
