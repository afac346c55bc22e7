"""Wat er in een verslag staat: wat ertoe doet eerst, elk cijfer met zijn aantal, niets verborgens."""

from __future__ import annotations

import json
from datetime import date

import pytest

from paraplu.verslagen.inhoud import Inhoud
from paraplu.verslagen.inhoud.delen import Hoofdstuk, Tabel, Trend
from paraplu.verslagen.maken import make_rapport
from paraplu.verslagen.opzet import OpzetKanNiet, find_overlegkwartaal
from tests.verslagen.conftest import opzet


def hoofdstuk(inhoud: Inhoud, sleutel: str) -> Hoofdstuk:
    return next(deel for deel in inhoud.hoofdstukken if deel.sleutel == sleutel)


def rij(inhoud: Inhoud, sleutel: str, begin: str, plek: int = 0) -> tuple[str, ...]:
    tabellen = [blok for blok in hoofdstuk(inhoud, sleutel).blokken if isinstance(blok, Tabel)]
    return next(rij for rij in tabellen[plek].rijen if rij[0].startswith(begin))


def alles(inhoud: Inhoud) -> str:
    return json.dumps(inhoud.als_dict(), ensure_ascii=False)


def test_de_eerste_zin_zegt_wat_ertoe_doet(maak):
    assert maak("regio-CG").inhoud.kern.startswith("Eind 2023 liepen in Centraal Gelderland ")
    assert ", 1 minder dan een jaar eerder; " in maak("regio-CG").inhoud.kern


def test_bij_een_aandeel_en_een_duur_staat_het_aantal_gevallen(maak):
    inhoud = maak("").inhoud
    assert rij(inhoud, "kort", "V4 ")[1:] == (
        "50,0\u00a0%",
        "50,0\u00a0%",
        "gelijk gebleven",
        "1.326",
    )
    assert rij(inhoud, "kort", "V2a ")[-1] == "–"


def test_een_gemeente_staat_naast_haar_regio_en_de_provincie(maak):
    namen = [rij[0] for rij in hoofdstuk(maak().inhoud, "waarde-V2a").blokken[3].rijen]
    assert namen == ["Ede", "FoodValley", "Gelderland"]


def test_een_regio_toont_haar_gemeenten_en_gelderland_zijn_regios(maak):
    assert len(hoofdstuk(maak("").inhoud, "delen").blokken[0].rijen) == 7
    namen = [rij[0] for rij in hoofdstuk(maak("regio-FV").inhoud, "delen").blokken[0].rijen]
    assert "Ede" in namen
    assert "Arnhem" not in namen


def test_het_jaar_staat_naast_de_norm(maak):
    # In 2022 telt Gelderland 1.327 begonnen maatregelen; 5 procent minder is 1.261 (R183).
    gevonden = rij(maak("").inhoud, "afspraken", "Instroom")
    assert gevonden == (
        "Instroom van maatregelen (R183)",
        "−5\u00a0%",
        "1.327",
        "1.261",
        "1.326",
        "nee",
    )


def test_zonder_norm_voor_het_jaar_staat_dat_er(maak):
    tekst = alles(maak("", "2021").inhoud)
    assert "Voor 2021 noemen de resultaatafspraken geen norm" in tekst


def test_een_kwartaal_ligt_niet_naast_een_jaarnorm(maak):
    assert "Een norm geldt voor een heel jaar." in alles(maak("", "2023-K2").inhoud)


def test_het_verloop_van_een_kwartaal_toont_er_vijf(maak):
    [verloop] = [b for b in hoofdstuk(maak("", "2023-K2").inhoud, "waarde-V3").blokken
                 if isinstance(b, Trend)]  # fmt: skip
    assert verloop.labels == ("K2 22", "K3 22", "K4 22", "K1 23", "K2 23")


def test_wat_klein_is_blijft_verborgen_met_zijn_reden(maak):
    gemaakt = maak("gemeente-0197", kring="partijen")
    assert rij(gemaakt.inhoud, "kort", "V2a ")[1:4] == ("verborgen", "verborgen", "–")
    assert "een verborgen aantal maatregelen" in gemaakt.inhoud.kern
    assert "klein aantal" in alles(gemaakt.inhoud)
    verloop = hoofdstuk(gemaakt.inhoud, "waarde-V2a").blokken[2]
    assert verloop.waarden == ((None, None, None),)
    assert all("verborgen" in str(waarde) for naam, waarde in gemaakt.cijfers.items()
               if naam.startswith("V2a aaneengesloten") and "gemeente-0197" in naam)  # fmt: skip


def test_de_eigen_organisatie_ziet_haar_gebied_volledig(maak):
    inhoud = maak("gemeente-0197", kring="eigen").inhoud
    assert rij(inhoud, "kort", "V2a ")[1] == "1"
    assert "verborgen" not in inhoud.kern
    assert rij(inhoud, "kwaliteit", "K01")[1] == "7"


def test_bevindingen_over_kinderen_staan_alleen_in_het_eigen_verslag(maak):
    assert not hoofdstuk(maak("gemeente-0197").inhoud, "kwaliteit").blokken[0].rijen


def test_in_een_openbaar_verslag_staat_niet_bij_wie_een_kind_hulp_krijgt(maak):
    tekst = alles(maak("regio-FV", kring="publiek").inhoud)
    assert "verwachte maanden" in tekst
    assert "Wat ontbreekt" not in tekst
    assert "Pluryn" not in tekst


def test_van_wie_ontbreekt_wat_noemt_maanden(maak):
    assert rij(maak("").inhoud, "compleet", "")[2] == "december"


def test_elke_waarde_noemt_haar_bon_en_de_versie_van_haar_definitie(maak):
    blok = hoofdstuk(maak("").inhoud, "waarde-V2a").blokken[-1].tekst
    assert blok.startswith("Zo komt dit getal tot stand: van 1.338 regels telden er 1.326 mee.")
    assert "geen startbericht: 9" in blok
    assert "Definitie V2a versie 1" in blok


def test_de_inhoud_komt_uit_json_zoals_hij_erin_ging(maak):
    inhoud = maak("gemeente-0197").inhoud
    assert Inhoud.van_dict(json.loads(json.dumps(inhoud.als_dict()))) == inhoud


@pytest.mark.parametrize(
    ("gebied", "velden", "reden"),
    [
        ("aanbieder-90000101", {}, "een regio, een gemeente of een GI"),
        ("", {"periode": "2025"}, "moet nog beginnen"),
        ("", {"periode": "2023", "soort": "overleg"}, "een kwartaal"),
        ("", {"kring": "iedereen"}, "kennen wij niet"),
    ],
)
def test_een_opzet_die_niet_kan_zegt_waarom(gebied, velden, reden):
    with pytest.raises(OpzetKanNiet, match=reden):
        opzet(gebied, **velden)


@pytest.mark.parametrize(("gebied", "periode"), [("", "2023-K2"), ("gi-90000001", "2023")])
def test_buiten_de_kring_gaat_alleen_wat_is_afgesproken(maak, gebied, periode):
    with pytest.raises(OpzetKanNiet, match="Buiten de kring"):
        maak(gebied, periode, kring="publiek")


def test_zonder_gegevens_is_er_geen_verslag(db, monitor, monkeypatch):
    monkeypatch.setattr(monitor, "leeg", True)
    with pytest.raises(OpzetKanNiet, match="geen gegevens"):
        make_rapport(opzet())


@pytest.mark.parametrize(
    ("dag", "kwartaal"),
    [
        ((2023, 1, 1), "2022-K4"),
        ((2023, 3, 31), "2022-K4"),
        ((2023, 4, 1), "2023-K1"),
        ((2023, 12, 31), "2023-K3"),
    ],
)
def test_het_overleg_gaat_over_het_laatste_hele_kwartaal(dag, kwartaal):
    assert find_overlegkwartaal(date(*dag)).naam == kwartaal
