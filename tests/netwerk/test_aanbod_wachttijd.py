"""The waiting time in the messages beside the promise, to the provider first (R187, R198, R301)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paraplu.netwerk.aanbod import actions, wachten
from paraplu.netwerk.aanbod.wachttijd import four_quarters, measure, year_before
from paraplu.netwerk.models import GemetenWachttijd
from paraplu.netwerk.tasks import meet_wachttijden
from paraplu.web import gegevens
from tests.netwerk.aanbod_bouwen import OP, maak_aanbieder, maak_gebruiker, maak_meting


def rij(dagen, *, aanbieder="90000101", tussentaal=1):
    return {
        "aanbieder": aanbieder,
        "tussentaal": tussentaal,
        "dagen_bc": dagen,
        "niet_gestart": dagen is None,
    }


class Monitor:
    """Gives these rows for the last quarter of 2023, nothing for any other."""

    def __init__(self, rijen, *, zonder_maatregel=()):
        self.rijen, self.zonder, self.gevraagd = list(rijen), list(zonder_maatregel), []

    def laatst_bijgewerkt(self):
        return date(2024, 1, 15)

    def lijst(self, code, *, periode, hoogstens, reden):
        self.gevraagd.append((code, periode.naam, reden))
        if periode.naam != "2023-K4":
            return []
        return self.zonder if reden else self.rijen


@pytest.mark.parametrize(
    ("dag", "kwartalen"),
    [
        (date(2023, 12, 31), ["2023-K1", "2023-K2", "2023-K3", "2023-K4"]),
        (date(2023, 12, 30), ["2022-K4", "2023-K1", "2023-K2", "2023-K3"]),
    ],
)
def test_een_jaar_is_vier_hele_kwartalen(dag, kwartalen):
    assert [k.naam for k in four_quarters(dag)] == kwartalen
    assert year_before(four_quarters(dag))[-1].einde == four_quarters(dag)[0].begin - timedelta(
        days=1
    )


def test_de_helft_en_negen_van_de_tien_per_aanbieder_en_zorgvorm():
    monitor = Monitor([*(rij(dagen) for dagen in (10, 20, 30, 40, 50)), rij(None)])
    [meting] = measure(monitor, four_quarters(date(2023, 12, 31)))
    assert meting.cijfers == {"aantal": 5, "mediaan": 30, "p90": 46, "niet_gestart": 1}


def test_hulp_zonder_maatregel_telt_mee():
    monitor = Monitor([rij(10)] * 3, zonder_maatregel=[rij(20)] * 2)
    [meting] = measure(monitor, four_quarters(date(2023, 12, 31)))
    assert meting.aantal == 5


def test_van_minder_dan_vijf_houden_wij_niets_over():
    [meting] = measure(Monitor([rij(10)] * 4), four_quarters(date(2023, 12, 31)))
    assert set(meting.cijfers.values()) == {None}


def test_een_product_zonder_plaats_in_de_tussentaal_telt_nergens_mee():
    assert measure(Monitor([rij(10, tussentaal=None)] * 9), four_quarters(OP)) == []


@pytest.mark.django_db
def test_meten_bewaart_per_bekende_aanbieder_en_een_tweede_keer_niets():
    maak_aanbieder()
    monitor = Monitor([rij(10)] * 5 + [rij(10, aanbieder="90009999")] * 5)
    assert actions.measure_wachttijden(monitor=monitor, on=OP) == 1
    assert actions.measure_wachttijden(monitor=monitor, on=OP + timedelta(days=30)) == 0
    gemeten = GemetenWachttijd.objects.get()
    assert (gemeten.van, gemeten.tot) == (date(2023, 1, 1), date(2023, 12, 31))
    assert gemeten.vrijgegeven_vanaf == OP + timedelta(days=14)


@pytest.mark.django_db
def test_een_ander_cijfer_over_hetzelfde_jaar_is_een_nieuwe_meting():
    maak_aanbieder()
    actions.measure_wachttijden(monitor=Monitor([rij(10)] * 5), on=OP)
    later = OP + timedelta(days=31)
    assert actions.measure_wachttijden(monitor=Monitor([rij(12)] * 5), on=later) == 1
    assert wachten.released(on=later)[maak_aanbieder().pk, 1].nu.mediaan == 10


@pytest.mark.django_db
@pytest.mark.parametrize(("dag", "ziet"), [(date(2026, 10, 14), False), (date(2026, 10, 15), True)])
def test_een_ander_ziet_een_cijfer_pas_na_de_dagen_om_te_reageren(dag, ziet):
    maak_meting(maak_aanbieder("Ander", code="90000102"))
    eigen = maak_aanbieder()
    maak_meting(eigen)
    gezien = [w.nu.aanbieder for w in wachten.wachttijden_for(maak_gebruiker(), on=dag)]
    assert eigen in gezien
    assert (len(gezien) == 2) is ziet
    assert (len(wachten.released(on=dag)) == 2) is ziet


@pytest.mark.django_db
def test_het_cijfer_in_woorden_met_het_aantal_en_wie_nog_wacht():
    maak_meting(maak_aanbieder())
    [stuk] = wachten.wachttijden_for(maak_gebruiker(), on=OP)
    assert (
        stuk.zin
        == "De helft begon binnen 43 dagen, negen van de tien binnen 90 dagen (18 kinderen)."
    )
    assert stuk.zin_wachtend == "7 kinderen waren nog niet begonnen."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("eerder", "zin"),
    [
        (50, "Dat is 7 dagen korter dan een jaar eerder."),
        (42, "Dat is 1 dag langer dan een jaar eerder."),
        (43, "Dat is even lang als een jaar eerder."),
    ],
)
def test_het_verloop_naast_een_jaar_eerder(eerder, zin):
    aanbieder = maak_aanbieder()
    maak_meting(aanbieder)
    maak_meting(aanbieder, van=date(2024, 10, 1), tot=date(2025, 9, 30), mediaan=eerder)
    [stuk] = wachten.wachttijden_for(maak_gebruiker(), on=OP)
    assert stuk.zin_verloop == zin


@pytest.mark.django_db
def test_een_kleine_groep_is_er_wel_maar_zonder_getal_en_met_de_reden():
    leeg = dict.fromkeys(("aantal", "mediaan", "p90", "niet_gestart"))
    maak_meting(maak_aanbieder(), **leeg)
    [stuk] = wachten.wachttijden_for(maak_gebruiker(), on=OP)
    assert stuk.zin.startswith("Niet te tonen: er begonnen minder dan 5 kinderen.")
    assert (stuk.zin_wachtend, stuk.zin_verloop) == ("", "")


@pytest.mark.django_db
def test_een_klein_aantal_dat_nog_wacht_is_geen_getal():
    maak_meting(maak_aanbieder(), niet_gestart=4)
    [stuk] = wachten.wachttijden_for(maak_gebruiker(), on=OP)
    assert stuk.zin_wachtend == "Minder dan 5 kinderen waren nog niet begonnen."


@pytest.mark.django_db
def test_de_reactie_van_de_aanbieder_blijft_bij_een_nieuwe_meting_van_dat_jaar():
    aanbieder = maak_aanbieder()
    actions.react_wachttijd(
        gemeten=maak_meting(aanbieder), tekst="Er was ziekte.", by=maak_gebruiker(), on=OP
    )
    maak_meting(aanbieder, mediaan=44, gemeten_op=date(2026, 10, 20))
    [stuk] = wachten.wachttijden_for(maak_gebruiker(), on=OP)
    assert (stuk.nu.mediaan, stuk.reactie.tekst) == (44, "Er was ziekte.")


@pytest.mark.django_db
def test_elke_maand_meet_de_werker_opnieuw(monkeypatch):
    maak_aanbieder()
    monkeypatch.setattr(gegevens, "open_monitor", lambda: Monitor([rij(10)] * 5))
    meet_wachttijden(timestamp=0)
    assert GemetenWachttijd.objects.get().mediaan == 10


@pytest.mark.django_db
def test_zonder_leveringen_is_er_niets_te_meten(monkeypatch):
    leeg = Monitor([])
    monkeypatch.setattr(leeg, "laatst_bijgewerkt", lambda: None)
    assert actions.measure_wachttijden(monitor=leeg, on=OP) == 0
