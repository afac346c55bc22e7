"""`rapport maak|publiceer|lijst` op de opdrachtregel."""

from __future__ import annotations

import argparse
import json

import pytest

from paraplu.verslagen import opdrachten
from paraplu.verslagen.models import Rapport


def doe(*woorden: str) -> int:
    parser = argparse.ArgumentParser()
    opdrachten.register(parser.add_subparsers())
    args = parser.parse_args(woorden)
    return args.doe(args)


def test_maken_publiceren_en_tonen(accounts, monitor, capsys):
    door = ("--door", "demo-contractmanager")
    assert doe("rapport", "maak", "2023", "--gebied", "regio-CG", *door) == 0
    rapport = Rapport.objects.get()
    assert f"{rapport.nummer}: Jaarverslag 2023, Centraal Gelderland" in capsys.readouterr().out
    assert doe("rapport", "publiceer", rapport.nummer, *door) == 0
    assert doe("rapport", "publiceer", rapport.nummer, *door) == 2
    capsys.readouterr()
    assert doe("rapport", "lijst", "--formaat", "json") == 0
    [rij] = json.loads(capsys.readouterr().out)
    assert rij["gebied"] == "regio-CG"
    assert rij["gepubliceerd_op"] == Rapport.objects.get().gepubliceerd_op.isoformat()
    assert doe("rapport", "lijst", "--jaar", "2022") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("2023", "--door", "niemand"), "niemand maakt geen verslagen."),
        (("2023", "--door", "demo-wethouder"), "demo-wethouder maakt geen verslagen."),
        (
            ("2023", "--gebied", "regio-XX", "--door", "demo-contractmanager"),
            "regio-XX kennen wij niet.",
        ),
        (("2023-05", "--door", "demo-contractmanager"), "over een kwartaal"),
        (("gisteren", "--door", "demo-contractmanager"), "geen periode"),
    ],
)
def test_wat_niet_kan_is_een_zin(accounts, monitor, capsys, woorden, zin):
    assert doe("rapport", "maak", *woorden) == 2
    assert zin in capsys.readouterr().err
