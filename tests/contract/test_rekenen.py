"""The calculator as tables that a reader can check by hand; every number in them is invented or cited."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.contract.rekenen.afronden import share_out
from paraplu.contract.rekenen.begroting import Jaarmutatie, compute_begroting, compute_totaal
from paraplu.contract.rekenen.invoer import compute_uitkomst
from paraplu.contract.rekenen.jaren import needs_no_rise
from paraplu.contract.rekenen.stappen import explain
from paraplu.contract.rekenen.tarief import (
    HoortNietInTarief,
    Kosten,
    check_delen,
    compute_kostprijs,
)
from paraplu.contract.rekenen.uren import (
    Uren,
    add_productiviteit,
    divide_caseload,
    shrink_normuren,
)
from tests.contract.voorbeeld import VERZONNEN, d, lees_tabel


def reken(**anders):
    return compute_uitkomst(VERZONNEN | anders)


def test_twintig_procent_van_het_totaal_is_tien_miljoen_dus_het_totaal_is_vijftig():
    """R170: the illustration."""
    assert compute_totaal(stijging=d("10000000"), procent=d("20")) == 50_000_000


def test_caseload_is_productieve_uren_gedeeld_door_normuren():
    """R166, R174; the hours themselves are invented, the sources do not have them (R165)."""
    for rij in lees_tabel("""
        productief | normuren | caseload
        1200       | 80       | 15
        1200       | 40       | 30
        1208       | 80       | 15.1
        1000       | 64       | 15.625
    """):
        assert divide_caseload(d(rij["productief"]), d(rij["normuren"])) == d(rij["caseload"])


def test_elke_tweeenhalve_punt_minder_verloop_geeft_acht_uur():
    """R178, R179: 20, 17.5, 15; and back again when turnover rises."""
    for rij in lees_tabel("""
        verloop | uren
        20      | 1200
        17.5    | 1208
        15      | 1216
        16.25   | 1212
        22.5    | 1192
    """):
        gemeten = add_productiviteit(d("1200"), van=d("20"), naar=d(rij["verloop"]))
        assert gemeten == d(rij["uren"])


def test_minder_zoektijd_is_meer_tijd_voor_gezinnen():
    """R173, R172: 18, 16, 14 percent; 22 percent of the time goes to something else."""
    for rij in lees_tabel("""
        zoektijd | zoeken | gezinnen
        18       | 216    | 720
        16       | 192    | 744
        14       | 168    | 768
    """):
        uren = Uren(d("1200"), d(rij["zoektijd"]), d("22"))
        assert (uren.zoeken, uren.gezinnen) == (d(rij["zoeken"]), d(rij["gezinnen"]))


def test_het_tarief_bestaat_uit_directe_en_indirecte_tijd_en_overhead():
    """R163, R164, R176, R296: a rise or fall of the overhead, and the parts add up to the cent.

    29.1 percent: (75000 + 9000 + 1080) / 0.709 = 120000, and by 1200 hours 100.00.
    """
    for rij in lees_tabel("""
        overhead | uren | zoektijd | tarief | direct | indirect | personeel | bbk  | overheaddeel
        29.1     | 1200 | 18       | 100.00 | 37.50  | 25.00    | 7.50      | 0.90 | 29.10
        28.1     | 1200 | 18       | 98.61  | 37.50  | 25.00    | 7.50      | 0.90 | 27.71
        28.1     | 1216 | 14       | 97.31  | 39.47  | 22.21    | 7.40      | 0.89 | 27.34
        0        | 1200 | 18       | 70.90  | 37.50  | 25.00    | 7.50      | 0.90 | 0.00
    """):
        kosten = Kosten(
            personeel=d("75000"), indirect_personeel=d("9000"), bbk=d("1080"),
            overhead=d(rij["overhead"]),
        )  # fmt: skip
        prijs = compute_kostprijs(kosten, Uren(d(rij["uren"]), d(rij["zoektijd"]), d("22")))
        namen = ("direct", "indirect", "personeel", "bbk", "overheaddeel")
        assert prijs.bedrag == d(rij["tarief"])
        assert list(prijs.delen.values()) == [d(rij[naam]) for naam in namen]
        assert sum(prijs.delen.values()) == prijs.bedrag


@pytest.mark.parametrize("deel", ["reisgeld", "zakgeld", "kleedgeld"])
def test_reisgeld_zakgeld_en_kleedgeld_horen_niet_in_het_tarief(deel):
    """R163: that is the tariff of the provider; BBK does belong in it."""
    check_delen(["bbk", "directe_tijd"])
    with pytest.raises(HoortNietInTarief, match="jeugdhulpaanbieder"):
        check_delen(["bbk", deel])


def test_vrije_zoektijd_gaat_naar_de_gezinnen_tenzij_iemand_anders_kiest():
    """R7: nothing of it makes room in the caseload by itself. 80 × 82 / 86 = 76.28 hours."""
    gelijk = shrink_normuren(d("80"), van=d("18"), naar=d("14"))
    alles = shrink_normuren(d("80"), van=d("18"), naar=d("14"), deel=d("100"))
    half = shrink_normuren(d("80"), van=d("18"), naar=d("14"), deel=d("50"))
    assert (gelijk, round(alles, 2), round(half, 2)) == (80, d("76.28"), d("78.14"))


def test_een_plan_over_jaren_met_de_hand_na_te_rekenen():
    """R192, R306, R158, P33: 4 percent more in 2022, fewer measures, from 2024 the cost price.

    2022: 2280 × 80 = 182400 hours × 104.00; 2023: 2166 × 80 = 173280 hours × 104.00.
    """
    uitkomst = reken()
    for rij, jaar in zip(
        lees_tabel("""
        jaar | productief | gezinnen | caseload | tarief | uren   | bedrag
        2021 | 1200       | 720.00   | 15.000   | 100.00 | 192000 | 19200000.00
        2022 | 1208       | 748.96   | 15.100   | 104.00 | 182400 | 18969600.00
        2023 | 1216       | 778.24   | 15.200   | 104.00 | 173280 | 18021120.00
        2024 | 1216       | 778.24   | 15.200   | 97.31  | 173280 | 16861876.80
        2025 | 1216       | 778.24   | 15.200   | 97.31  | 173280 | 16861876.80
        """),
        uitkomst.jaren,
        strict=True,
    ):
        assert jaar.jaar == int(rij["jaar"])
        assert jaar.uren.productief == d(rij["productief"])
        assert jaar.uren.gezinnen == d(rij["gezinnen"])
        assert jaar.caseload == {"ots": d(rij["caseload"])}
        assert jaar.tarief == d(rij["tarief"])
        assert jaar.uren_totaal == d(rij["uren"])
        assert jaar.bedrag == d(rij["bedrag"])


def test_een_gezin_krijgt_meer_uren_als_zoeken_minder_tijd_kost():
    """R172: 80 hours a year, of which 60, 62 and 64 percent with the family."""
    per_jaar = [jaar.gezinsuren_per_maatregel["ots"] for jaar in reken().jaren]
    assert per_jaar[:3] == [48, d("49.6"), d("51.2")]


def test_de_kosten_per_gemeente_hoeven_niet_te_stijgen():
    """R171: 4.0 percent on the tariff (R158), 5 percent fewer measures (R183), 1 percent less jeugdhulp.

    1.04 × 0.95 = 0.988. In 2022 a gemeente with 600 of 2400 measures goes from 4,800,000 to
    4,742,400, and its jeugdhulp from 1,000,000 to 990,000.
    """
    uitkomst = reken(gemeenten="A; 600; 1000000\nB; 1800")
    een = uitkomst.jaren[1].gemeenten[0]
    assert (een.was, een.maatregelen, een.jeugdhulp) == (5_800_000, 4_742_400, 990_000)
    assert een.verschil == -67_600
    assert all(needs_no_rise(jaar) for jaar in uitkomst.jaren)


def test_zonder_daling_van_het_aantal_stijgen_de_kosten_wel():
    """R171: it depends on the extra effort of the lokale teams."""
    vlak = {f"maatregelen_{jaar}": "0" for jaar in (2022, 2023)}
    jaar = reken(gemeenten="A; 600; 1000000", **vlak).jaren[1]
    assert not needs_no_rise(jaar)
    assert jaar.gemeenten[0].verschil == 19_200_000 * d("0.04") - 10_000


def test_indexatie_telt_niet_als_stijging_voor_een_gemeente():
    """R7, R158: the frame is without indexation, so gemeenten are compared in prices of the base year."""
    zonder = reken(gemeenten="A; 600").jaren[1].gemeenten[0]
    met = reken(gemeenten="A; 600", indexatie_2022="5").jaren[1]
    assert met.tarief == d("109.20")
    assert met.gemeenten[0].maatregelen == zonder.maatregelen


def test_minder_maatregelen_telt_voor_de_organisatie_van_een_gi():
    """R306: people and turnover per GI, by its part of the measures."""
    begin, later = (reken(gis="Een; 600\nTwee; 1800").jaren[plek] for plek in (0, 2))
    assert [gi.fte for gi in begin.gis] == [40, 120]
    assert [round(gi.fte, 3) for gi in later.gis] == [d("35.625"), d("106.875")]
    assert sum(gi.omzet for gi in later.gis) == later.bedrag == 18_021_120


def test_de_begroting_is_een_vast_kader_met_indexatie_en_volume():
    """R7, R162: the base never changes; preventive work and one-off costs are lines of their own."""
    jaren = [
        Jaarmutatie(jaar=2021, indexatie=d("0"), maatregelen=d("0")),
        Jaarmutatie(jaar=2022, indexatie=d("2"), maatregelen=d("-4")),
        Jaarmutatie(jaar=2023, indexatie=d("2"), maatregelen=d("-5")),
    ]
    begroting = compute_begroting(
        basis=d("1000000"), preventief=d("50000"), eenmalig={2021: d("25000")}, drempel=d("5"),
        jaren=jaren,
    )  # fmt: skip
    for rij, jaar in zip(
        lees_tabel("""
        basis   | indexatie | volume | preventief | eenmalig | totaal
        1000000 | 0         | 0      | 50000      | 25000    | 1075000
        1000000 | 20000     | 0      | 50000      | 0        | 1070000
        1000000 | 40400     | -91555 | 50000      | 0        | 998845
        """),
        begroting,
        strict=True,
    ):
        assert jaar.basis == d(rij["basis"])
        assert jaar.indexatie == d(rij["indexatie"])
        assert jaar.volumecorrectie == d(rij["volume"])
        assert jaar.preventief == d(rij["preventief"])
        assert jaar.eenmalig == d(rij["eenmalig"])
        assert jaar.totaal == d(rij["totaal"])


def test_wat_de_uitvoering_wint_verlaagt_de_begroting_niet():
    """R7: less search time, overhead and turnover leave the frame as it is."""
    beter = reken()
    zoals_het_was = {
        f"{pad}_{jaar}": waarde
        for pad, waarde in (("zoektijd", "18"), ("overhead", "29,1"), ("verloop", "20"))
        for jaar in (2022, 2023, 2024, 2025)
    }
    assert beter.begroting == reken(**zoals_het_was).begroting


def test_elke_stap_is_na_te_doen():
    uitkomst = reken(indexatie_2022="2")
    eerste, tweede = uitkomst.jaren[:2]
    stappen = {stap.naam: stap for stap in explain(uitkomst.plan, tweede, vorig=eerste)}
    assert stappen["Productieve uren"].som == "1.200 + 8 × (20 − 17,50) / 2,5"
    assert stappen["Tarief dat wordt betaald"].som == "100 × (1 + 4%) × (1 + 2%)"
    assert stappen["Tarief dat wordt betaald"].waarde == d("106.08")
    assert stappen["Caseload, ondertoezichtstelling"].som == "1.208 / 80"
    assert all(stap.herkomst for stap in stappen.values())


@settings(max_examples=30)
@given(
    st.decimals(0, 10**9, places=2),
    st.lists(st.integers(0, 10**6).map(Decimal), min_size=1, max_size=12),
)
def test_verdelen_raakt_geen_euro_kwijt(bedrag, gewichten):
    delen = share_out(bedrag, gewichten)
    if sum(gewichten):
        assert abs(sum(delen) - bedrag) <= d("0.5")
    assert all(deel >= 0 for deel in delen)
