"""Een bezette poort: dat zegt `start` meteen, en niet na minuten vullen."""

from __future__ import annotations

import socket

from paraplu.project.opdracht import main
from paraplu.project.opdrachten import is_free


def test_op_een_bezette_poort_begint_start_niet(capsys):
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        assert main(["start", "--poort", str(poort)]) == 2
    assert f"Poort {poort} is niet vrij" in capsys.readouterr().err
    assert is_free("127.0.0.1", poort)
    assert not is_free("127.0.0.1", 99_999)
