"""The waiting time over real tables: from the 301 to the 305, no fake between page and message (R198)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paraplu.monitor import Monitor
from paraplu.monitor.opslag import Opslag
from paraplu.netwerk.aanbod.wachttijd import four_quarters, measure
from tests.monitor.post import Post

pytestmark = pytest.mark.traag

AANBIEDER = "70000001"
TOEGEWEZEN = date(2023, 2, 1)


@pytest.fixture
def monitor(tmp_path) -> Monitor:
    """Six children get ambulant help; five begin after 10 to 50 days, two of them have a measure."""
    opslag = Opslag(tmp_path)
    opslag.maak()
    post = Post()
    for nummer in (1, 2):
        post.toewijzing(nummer, kind=f"kind{nummer}", toewijzingsdatum=date(2023, 1, 1))
        post.start(nummer, kind=f"kind{nummer}")
    for nummer in range(1, 7):
        velden = {
            "kind": f"kind{nummer}",
            "aanbieder": AANBIEDER,
            "productcategorie": "45",
            "productcode": "45A04",
        }
        post.toewijzing(
            100 + nummer, toewijzingsdatum=TOEGEWEZEN, ingangsdatum=TOEGEWEZEN, **velden
        )
        if nummer < 6:
            begin = TOEGEWEZEN + timedelta(days=10 * nummer)
            post.start(100 + nummer, begindatum=begin, **velden)
    post.bewaar(opslag)
    return Monitor(tmp_path)


def test_de_dagen_van_toewijzing_tot_start_met_en_zonder_maatregel(monitor):
    [meting] = measure(monitor, four_quarters(date(2023, 12, 31)))
    assert (meting.agb, meting.tussentaal) == (AANBIEDER, 1)
    assert meting.cijfers == {"aantal": 5, "mediaan": 30, "p90": 46, "niet_gestart": 1}


def test_een_later_jaar_kent_deze_toewijzingen_niet(monitor):
    assert measure(monitor, four_quarters(date(2024, 3, 31))) == []
