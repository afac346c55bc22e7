"""The command line speaks Dutch, also where argparse writes the sentence."""

from __future__ import annotations

import argparse
import inspect

import pytest

from paraplu.project.nederlands import ZINNEN
from paraplu.project.opdracht import main

ENGELS = ("usage", "options", "positional", "error", "invalid", "argument", "choose", "required")


@pytest.mark.parametrize(
    "argumenten",
    [
        ["onzin"],
        ["termijn"],
        ["termijn", "3 dagen", "--vanaf"],
        ["regels", "--getoetst", "fout"],
        ["regels", "--zomaar"],
        ["lees", ".", "--hoogstens", "veel"],
        ["monitor", "--jaar", "2023", "--maand", "2023-01"],
        ["antwoorden", "abc", "--uit", "map", "--op", "31-12-2023"],
        ["lees", "--help"],
    ],
)
def test_wat_de_opdrachtregel_zegt_is_nederlands(
    argumenten: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(argumenten)
    gezegd = capsys.readouterr()
    gevonden = [woord for woord in ENGELS if woord in gezegd.out + gezegd.err]
    assert gevonden == []


def test_een_verkeerde_keuze_noemt_de_goede(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["regels", "--getoetst", "fout"])
    assert "--getoetst: 'fout' kan hier niet; kies uit 'structuur'" in capsys.readouterr().err


def test_een_verkeerde_dag_van_antwoorden_zegt_hoe_het_wel_moet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["antwoorden", "abc", "--uit", "map", "--op", "31-12-2023"])
    assert "schrijf de datum als JJJJ-MM-DD" in capsys.readouterr().err


@pytest.mark.parametrize("zin", ZINNEN)
def test_elke_vertaalde_zin_staat_nog_in_argparse(zin: str) -> None:
    bron = inspect.getsource(argparse)
    assert repr(zin)[1:-1] in bron
