"""Per oorzaak één kind: wat later binnenkwam en wat het met de instroom deed."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.verschil import Oorzaak, Verschil, Wijziging, verklaar
from paraplu.monitor.verschil.soorten import ANDERS, GEKOMEN, WEG
from tests.monitor.post import Post

TOEN, LATER = date(2023, 6, 30), date(2023, 9, 1)
JAAR = Periode.jaar(2023)
BEGIN = {"begindatum": date(2023, 2, 1)}


def begin(post: Post, nummer: int, **start) -> dict:
    """An allocation of a child of its own that started; gives the message of the start."""
    post.toewijzing(nummer, kind=f"kind{nummer}")
    return post.start(nummer, kind=f"kind{nummer}", **BEGIN, **start)


@pytest.fixture(scope="module")
def verschil(tmp_path_factory) -> Verschil:
    """The inflow of 2023 as known in June and as known now."""
    post, kind = Post(), "kind{}".format
    begin(post, 1, op=LATER)
    begin(post, 2)
    post.start(2, kind=kind(2), **BEGIN, status_aanlevering="3", op=LATER)
    geweigerd = begin(post, 3)
    post.antwoord(geweigerd, retourcodes="0001", op=LATER)
    begin(post, 4)
    post.toewijzing(
        4, kind=kind(4), reden_wijziging="13", toewijzingsdatum=date(2023, 8, 1), op=LATER
    )
    begin(post, 5)
    post.toewijzing(
        5, kind=kind(5), toewijzingsdatum=date(2023, 8, 1), productcode="48B10", op=LATER
    )
    begin(post, 6)
    post.stop(6, kind=kind(6), **BEGIN, op=LATER)
    begin(post, 7)
    opslag = Opslag(tmp_path_factory.mktemp("oorzaken"))
    opslag.maak()
    post.bewaar(opslag)
    return verklaar(Monitor(opslag.map), "V2a", periode=JAAR, toen=TOEN)


def van(verschil: Verschil, nummer: int) -> Wijziging | None:
    return next((w for w in verschil.wijzigingen if w.kind == f"kind{nummer}"), None)


@pytest.mark.parametrize(
    ("nummer", "soort", "oorzaak", "bericht"),
    [
        (1, GEKOMEN, Oorzaak.LATE_START, "JW305"),
        (2, WEG, Oorzaak.INTREKKING, "JW305"),
        (3, WEG, Oorzaak.WEIGERING, "JW306"),
        (4, WEG, Oorzaak.INTREKKING, "JW301"),
        (5, ANDERS, Oorzaak.NIEUWE_VERSIE, "JW301"),
        (6, ANDERS, Oorzaak.LATE_STOP, "JW307"),
    ],
)
def test_elk_kind_heeft_de_oorzaak_die_het_trof(verschil, nummer, soort, oorzaak, bericht):
    wijziging = van(verschil, nummer)

    assert wijziging is not None
    assert (wijziging.soort, wijziging.oorzaak) == (soort, oorzaak)
    assert (wijziging.aanleidingen[0].soort, wijziging.aanleidingen[0].dag) == (bericht, LATER)


def test_waar_niets_gebeurde_staat_niets(verschil):
    assert van(verschil, 7) is None


def test_een_veranderde_regel_zegt_wat_er_veranderde(verschil):
    wijziging = van(verschil, 6)

    assert wijziging is not None
    assert wijziging.veranderd["einddatum"] == (None, date(2023, 6, 1))


def test_wat_erbij_kwam_zegt_waarop_het_eerst_afviel(verschil):
    wijziging = van(verschil, 1)

    assert wijziging is not None
    assert wijziging.afgevallen_toen is None or "start" in wijziging.afgevallen_toen


def test_de_levering_die_het_deed_staat_erbij_met_haar_aantal(verschil):
    assert [(deel.levering, deel.berichten, deel.regels) for deel in verschil.leveringen] == [
        (f"{LATER}", 6, 6)
    ]
    assert (verschil.waarden_toen["instroom"], verschil.waarden_nu["instroom"]) == (6, 4)
