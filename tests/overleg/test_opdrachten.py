"""De opdrachten van het overleg, en wat de demo klaarzet: twee keer is één keer."""

from __future__ import annotations

import argparse
import csv
import io
import json
from datetime import date

import pytest

from paraplu.demo.agenda import overleg as demo
from paraplu.inzage.gebied import Gebied
from paraplu.overleg import opdrachten, queries
from paraplu.overleg.actions import acties, afwijkingen, overleggen
from paraplu.overleg.models import Actie, Afwijking, Gegevenswens, Overleg, Reflectie
from paraplu.overleg.partijen import find_partij
from paraplu.resultaten.stand import Status
from tests.overleg.conftest import DAG, DE_GI, make_stand


def geef(*woorden: str) -> int:
    parser = argparse.ArgumentParser()
    opdrachten.register(parser.add_subparsers())
    args = parser.parse_args(["overleg", *woorden])
    return args.doe(args)


def test_de_agenda_van_een_overleg_in_drie_vormen(plan, accounts, capsys):
    overleg = plan()
    overleggen.add_punt(
        overleg=overleg, titel="Opening; welkom", tekst="", volgorde=1, by=accounts["contractmanager"]
    )  # fmt: skip
    assert geef("agenda", overleg.nummer, "--formaat", "json") == 0
    [punt] = json.loads(capsys.readouterr().out)
    assert (punt["punt"], punt["onderwerp"]) == (1, "Opening; welkom")
    assert geef("agenda", str(overleg.pk), "--formaat", "csv") == 0
    [rij] = csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter=";")
    assert rij["onderwerp"] == "Opening; welkom"
    assert geef("agenda", overleg.nummer) == 0
    assert "Opening; welkom" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize("nummer", ["O99999", "geen", "O"])
def test_een_overleg_dat_er_niet_is_is_code_2(nummer, capsys):
    assert geef("agenda", nummer) == 2
    assert "Een nummer is bijvoorbeeld O3." in capsys.readouterr().err


def test_een_tweede_afwijking_die_wacht_is_code_1(accounts, gis, capsys):
    """R211."""
    assert geef("afwijkingen") == 0
    assert capsys.readouterr().out == "Er is niets.\n"
    wie, getroffen = find_partij(DE_GI), find_partij("regio-CG")
    for jaar, code in ((2022, 0), (2023, 1)):
        afwijkingen.record_afwijking(
            stand=make_stand(partij=Gebied("gi", wie.code, wie.naam), jaar=jaar), partij=wie,
            getroffen=getroffen, bekend_op=DAG, toelichting="x", by=accounts["contractmanager"],
            on=DAG,
        )  # fmt: skip
        assert geef("afwijkingen", "--formaat", "json") == code
        rijen = json.loads(capsys.readouterr().out)
        assert {rij["besluit_g7_nodig"] for rij in rijen} == {"ja" if code else "nee"}


def test_een_actie_over_de_datum_is_code_1(accounts, plan, capsys):
    overleg, by = plan(), accounts["contractmanager"]
    velden = {"resultaat": "x", "eigenaar": "GI", "overleg": overleg, "by": by, "on": DAG}
    acties.add_actie(onderwerp="Later", datum=date(2999, 1, 1), **velden)
    assert geef("acties", "--laat") == 0
    assert capsys.readouterr().out == "Er is niets.\n"
    acties.add_actie(onderwerp="Al lang", datum=DAG, **velden)
    assert geef("acties", "--laat", "--formaat", "json") == 1
    assert [rij["onderwerp"] for rij in json.loads(capsys.readouterr().out)] == ["Al lang"]


@pytest.mark.django_db
def test_inrichten_maakt_twee_keer_niets_twee_keer(capsys):
    """R219: the actions of 2020."""
    assert geef("inrichten") == 0
    aantal = Actie.objects.count()
    assert aantal >= 24
    assert geef("inrichten") == 0
    assert "Nieuw: 0 acties" in capsys.readouterr().out
    assert Actie.objects.count() == aantal


def test_de_demo_heeft_overleggen_een_afwijking_en_wat_er_is_geleerd(accounts, gis, cijfers):
    """A GI that did not meet RA3 in 2022 gets a deviation; filled twice it stays one."""
    cijfers["RA3", DE_GI, 2022] = Status.NIET_GEHAALD
    for _keer in range(2):
        demo.fill(date(2026, 11, 22))
    assert Overleg.objects.count() == len(demo.OVERLEGGEN) + 1
    [afwijking] = Afwijking.objects.all()
    assert (afwijking.partij, afwijking.afspraak, afwijking.jaar) == (DE_GI, "RA3", 2022)
    assert queries.has_reactie(afwijking)
    assert Reflectie.objects.get().past == "ja"
    assert Gegevenswens.objects.get().stand == "zinvol"
    assert Overleg.objects.filter(soort="g7").get().datum == date(2026, 12, 22)


@pytest.mark.django_db
def test_zonder_demo_accounts_doet_de_demo_niets():
    demo.fill(date(2026, 11, 22))
    assert not Overleg.objects.exists()
    assert not Actie.objects.exists()
