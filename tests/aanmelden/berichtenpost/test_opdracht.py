"""`paraplu postvak` toont wat er ging en kwam, en zegt met 0, 1 of 2 hoe het afliep."""

from __future__ import annotations

import pytest
from django.utils.timezone import now

from paraplu.aanmelden.berichtenpost import meetellen
from paraplu.aanmelden.berichtenpost.bewaren import zet_klaar
from paraplu.aanmelden.berichtenpost.mappen import one_at_a_time
from paraplu.aanmelden.berichtenpost.opdrachten import BEZIG
from paraplu.aanmelden.berichtenpost.ronde import doe_ronde
from paraplu.aanmelden.tasks import doe_de_post
from paraplu.inname.fouten import SchijfVol
from paraplu.project.opdracht import make_parser

from .voorbeeld import BSN


def postvak(*woorden: str) -> int:
    args = make_parser().parse_args(["postvak", *woorden])
    assert args.database
    return args.doe(args)


def test_een_ronde_toont_wat_ging_en_kwam(post, capsys):
    uitgaand = post.toewijzing()
    zet_klaar(uitgaand, casus=post.casus)
    post.leg_in(post.verzoek())
    status, getoond = postvak(), capsys.readouterr().out

    assert status == 0
    assert f"verstuurd  {uitgaand.bestandsnaam}" in getoond
    assert f"JW315 beantwoord en goedgekeurd, {post.casus.nummer}" in getoond
    assert "Verstuurd: 2. Gelezen: 1, waarvan geweigerd: 0. Naar de monitor: 3." in getoond
    assert BSN not in getoond


def test_alleen_uit_leest_niets_en_alleen_in_verstuurt_niets(post, capsys):
    zet_klaar(post.toewijzing(), casus=post.casus)
    post.leg_in(post.verzoek())
    assert postvak("--in") == 0
    assert "Verstuurd: 0. Gelezen: 1" in capsys.readouterr().out
    post.leg_in(post.verzoek(), naam="nog-eens.xml")
    assert postvak("--uit") == 0
    assert "Verstuurd: 2. Gelezen: 0" in capsys.readouterr().out


def test_een_geweigerd_bestand_geeft_een(post, capsys):
    post.leg_in(b"geen xml", "iets.xml")
    assert postvak() == 1
    assert "iets.xml: Dit bestand is geen bericht" in capsys.readouterr().out


def test_terwijl_een_ander_bezig_is_gebeurt_er_niets(post, capsys):
    post.leg_in(post.verzoek())
    with one_at_a_time():
        status = postvak()

    assert (status, capsys.readouterr().err.strip()) == (2, BEZIG)
    assert post.in_("in")


def test_als_de_monitor_niet_kan_gaat_de_post_toch(post, monkeypatch, capsys):
    def vol(*_args, **_kwargs):
        raise SchijfVol(post.var)

    zet_klaar(post.toewijzing(), casus=post.casus)
    with monkeypatch.context() as even:
        even.setattr(meetellen, "neem_in", vol)
        status = postvak()
    getoond = capsys.readouterr()

    assert status == 2
    assert "Verstuurd: 1" in getoond.out and "De schijf is vol" in getoond.err
    assert doe_ronde(nu=now()).geteld == 1


def test_de_taak_op_de_achtergrond_doet_een_ronde(post):
    zet_klaar(post.toewijzing(), casus=post.casus)
    doe_de_post(timestamp=0)
    assert len(post.in_("uit")) == 1


@pytest.mark.parametrize("woord", ["--uit", "--in"])
def test_een_lege_ronde_is_goed(post, woord):
    assert postvak(woord) == 0
