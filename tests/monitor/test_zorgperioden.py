"""Starts en stops die gelden, en de perioden die zij maken (P49)."""

from __future__ import annotations

from datetime import date

import pytest

STATUS = [
    (["1"], 1),
    (["1", "3"], 0),
    (["3", "1"], 0),
    (["1", "3", "1"], 1),
    (["3"], 0),
    (["1", "1", "3"], 1),
    (["9"], 0),
    (["1", "9"], 1),
    (["2"], 1),
]


@pytest.mark.parametrize(("statussen", "aantal"), STATUS)
def test_een_start_geldt_als_zij_vaker_met_1_dan_met_3_kwam(post, statussen, aantal):
    for status in statussen:
        post.start(status_aanlevering=status)

    assert len(post.derive()["zorgperioden"]) == aantal


def test_status_2_vervangt_wat_eerder_over_die_toewijzing_kwam(post):
    post.start(dagtekening=date(2023, 1, 1), begindatum=date(2023, 1, 1), release="2.3")
    post.start(
        dagtekening=date(2023, 1, 2),
        begindatum=date(2023, 1, 5),
        status_aanlevering="2",
        release="2.3",
    )
    post.start(2, dagtekening=date(2023, 1, 1), begindatum=date(2023, 1, 1))

    perioden = {(rij["sleutel"], rij["begindatum"]) for rij in post.derive()["zorgperioden"]}

    assert perioden == {("T|0200|1", date(2023, 1, 5)), ("T|0200|2", date(2023, 1, 1))}


def test_van_meer_stops_geldt_de_laatste_en_definitief_gaat_voor_tijdelijk(post):
    post.start()
    post.stop(einddatum=date(2023, 5, 31))
    post.stop(einddatum=date(2023, 6, 1), reden_beeindiging="20")
    post.stop(einddatum=date(2023, 6, 1), reden_beeindiging="19")

    (periode,) = post.derive()["zorgperioden"]

    assert (periode["einddatum"], periode["tijdelijk"]) == (date(2023, 6, 1), False)


def test_een_ingetrokken_stop_laat_de_zorg_lopen(post):
    post.start()
    post.stop()
    post.stop(status_aanlevering="3")

    (periode,) = post.derive()["zorgperioden"]

    assert periode["einddatum"] is None


def test_een_stop_hoort_bij_de_start_van_dezelfde_dag(post):
    post.start(begindatum=date(2023, 1, 1))
    post.start(begindatum=date(2023, 7, 1))
    post.stop(begindatum=date(2023, 1, 1), einddatum=date(2023, 6, 1))

    einden = {rij["begindatum"]: rij["einddatum"] for rij in post.derive()["zorgperioden"]}

    assert einden == {date(2023, 1, 1): date(2023, 6, 1), date(2023, 7, 1): None}


def test_aanbieder_kind_en_product_zijn_die_van_de_toewijzing(post):
    post.toewijzing(kind="het kind", productcode="48A03", ingangsdatum=date(2022, 12, 1))
    post.start(kind="een ander", productcode="48A01")

    (periode,) = post.derive()["zorgperioden"]

    assert (periode["kind"], periode["productcode"]) == ("het kind", "48A03")
    assert (periode["ingangsdatum"], periode["heeft_toewijzing"]) == (date(2022, 12, 1), True)


def test_een_taakgerichte_start_zonder_toewijzing_telt_met_haar_eigen_begin(post):
    post.start(None)

    (periode,) = post.derive()["zorgperioden"]

    assert periode["sleutel"] == "K|0200|60000001|kind|48|48A01|2023-01-01"
    assert (periode["ingangsdatum"], periode["heeft_toewijzing"]) == (date(2023, 1, 1), False)
