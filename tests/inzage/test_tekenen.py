"""What is hidden stays hidden in what is drawn, ordered and put into words."""

from __future__ import annotations

import pytest

from paraplu.dashboard.kaart import VERBORGEN, make_kaart
from paraplu.dashboard.views.overzicht import list_gemeenten
from paraplu.inzage.gebied import GELDERLAND
from paraplu.inzage.grafiek import GAT_HOOGTE, GRAFIEK_HOOGTE, Reeks, make_grafiek, make_vonk
from paraplu.inzage.keuze import Keuze
from paraplu.inzage.woorden import vergelijk
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import KLEIN, NIET_GEDEELD
from paraplu.web.getallen import toon
from paraplu.web.templatetags.kader import tabelcel

JAREN = ["2020", "2021", "2022", "2023"]


def test_verborgen_is_geen_nul_en_niet_onbekend():
    assert str(toon(KLEIN, "euro")) == "verborgen"
    assert toon(KLEIN).reden.startswith("klein aantal")
    assert str(toon(None)) == "onbekend"


def test_een_schermlezer_hoort_waarom():
    cel = str(tabelcel(KLEIN, "aandeel"))
    assert ">verborgen<" in cel
    assert '<span class="alleen-voorlezen">: klein aantal' in cel


def test_een_lijn_heeft_een_gat_waar_een_cijfer_verborgen_is():
    grafiek = make_grafiek([Reeks("Ede", (10, KLEIN, 30, 20))], JAREN, "kinderen")
    [lijn] = grafiek.lijnen
    assert [punt.label for punt in lijn.punten] == ["2020", "2022", "2023"]
    assert [(stuk.van.label, stuk.tot.label) for stuk in lijn.stukken] == [("2022", "2023")]
    assert [gat.label for gat in lijn.gaten] == ["2021"]


def test_het_teken_van_een_gat_staat_altijd_even_hoog():
    for anders in (1, 1000):
        grafiek = make_grafiek([Reeks("Ede", (anders, KLEIN, 30, 20))], JAREN, "kinderen")
        assert grafiek.lijnen[0].gaten[0].y == GRAFIEK_HOOGTE - GAT_HOOGTE


def test_een_onbekend_cijfer_is_geen_gat():
    grafiek = make_grafiek([Reeks("Ede", (10, None, 30, 20))], JAREN, "kinderen")
    assert not grafiek.heeft_gaten


def test_een_kleine_trend_zegt_in_woorden_wat_verborgen_is():
    vonk = make_vonk([10, KLEIN, 30, 20], JAREN, "kinderen")
    assert vonk.tekst.startswith("2020 10, 2021 verborgen, 2022 30, 2023 20; verborgen: klein")
    assert len(vonk.punten) == 3
    assert make_vonk([10, KLEIN, NIET_GEDEELD, None], JAREN, "kinderen") is None


@pytest.mark.parametrize(("nu", "toen"), [(KLEIN, 3), (3, KLEIN), (KLEIN, NIET_GEDEELD)])
def test_een_verschil_met_een_verborgen_cijfer_is_verborgen(nu, toen):
    verschil = vergelijk(nu, toen, "kinderen", code="V2a")
    assert (verschil.tekst, verschil.teken, verschil.oordeel) == (
        "het verschil is verborgen",
        "",
        "",
    )


def test_op_de_kaart_heeft_verborgen_een_eigen_patroon_en_telt_niet_in_de_legenda():
    kaart = make_kaart({"0197": 10, "0200": KLEIN, "0202": None, "0228": 40}, "kinderen")
    per_code = {tegel.gemeente.code: tegel for tegel in kaart.tegels}
    assert per_code["0200"].trap == VERBORGEN
    assert per_code["0202"].trap == 0
    assert per_code["0200"].tekst.startswith("verborgen: klein aantal")
    assert sum(trap.aantal for trap in kaart.legenda) == 2
    assert kaart.verborgen.startswith("klein aantal")


def test_verborgen_staat_na_wat_te_zien_is_op_naam():
    keuze = Keuze(gebied=GELDERLAND, periode=Periode.jaar(2023))
    waarden = {"0197": KLEIN, "0200": 3, "0202": KLEIN, "0228": 40}
    namen = [rij[1] for rij in list_gemeenten(keuze, "V2a", waarden)]
    assert namen[:4] == ["Ede", "Apeldoorn", "Aalten", "Arnhem"]
