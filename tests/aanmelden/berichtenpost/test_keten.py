"""Van verzoek tot stop, als gemeente en aanbieder allebei hier werken en de bode alles bezorgt."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.aanmelden.berichtenpost.ronde import doe_ronde
from paraplu.aanmelden.berichtenpost.zenden import (
    send_antwoord,
    send_start,
    send_stop,
    send_toewijzing,
    send_verzoek,
)
from paraplu.aanmelden.models import Toewijzing, Werkbericht
from paraplu.monitor.opslag import Opslag

from .conftest import NU
from .test_zenden import maak
from .voorbeeld import DAG


@pytest.fixture
def toewijzing(post) -> Toewijzing:
    """Help that was coded and is not allocated yet."""
    return maak(post.casus)


def bezorg(post) -> None:
    """Rounds of the post and of the courier, until nothing goes any more."""
    for _keer in range(5):
        if not doe_ronde(nu=NU).verzonden:
            return
        for pad in (post.var / "postvak" / "uit").glob("*/[!.]*"):
            pad.rename(post.var / "postvak" / "in" / pad.name)
    raise AssertionError("de post blijft heen en weer gaan")


@pytest.mark.traag
def test_een_hele_keten_komt_aan_en_telt_een_keer(post, toewijzing, gehoord):
    send_verzoek(toewijzing=toewijzing, nu=NU)
    bezorg(post)
    send_antwoord(toewijzing=toewijzing, nu=NU)
    bezorg(post)
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    bezorg(post)
    send_start(toewijzing=toewijzing, begindatum=DAG, nu=NU)
    bezorg(post)
    toewijzing.gestart_op = DAG
    send_stop(toewijzing=toewijzing, einddatum=DAG, reden="31", nu=NU)
    bezorg(post)
    opslag = Opslag(post.var / "tabellen")

    wat = [soort for soort, _casus, _dag in gehoord]
    assert wat == [
        "verzoek_ontvangen",
        "bericht_goedgekeurd",
        "verzoek_in_onderzoek",
        "bericht_goedgekeurd",
        "toewijzing_ontvangen",
        "bericht_goedgekeurd",
        "start_gemeld",
        "bericht_goedgekeurd",
        "stop_gemeld",
        "bericht_goedgekeurd",
    ]
    assert {casus for _soort, casus, _dag in gehoord} == {post.casus}
    heen = Werkbericht.objects.filter(soort__in=("JW301", "JW305", "JW307", "JW315", "JW319"))
    assert set(heen.values_list("status", flat=True)) == {"beantwoord"}
    tabellen = ("verzoek", "antwoord", "toewijzing", "start", "stop")
    assert [len(opslag.arrow(tabel)) for tabel in tabellen] == [1, 1, 1, 1, 1]
    assert len(opslag.arrow("bericht")) == 10
    assert post.in_("fout") == {}


def test_de_dagen_in_de_monitor_zijn_de_dagen_van_de_post(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    doe_ronde(nu=NU)
    (levering,) = Opslag(post.var / "tabellen").arrow("levering").to_pylist()

    assert levering["dag"] == date(2026, 3, 2)
    assert levering["brenger"] == "Paraplu: berichten van het werk"
