"""`start` as a user knows it: one command, a page in the browser, Ctrl-C, and all is quiet."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from paraplu.project import postgres
from tests.databank import lees_inrichting

WORTEL = Path(__file__).resolve().parents[2]
#: A machine that does other work as well takes minutes over the migrations.
LANGSTE_WACHT = 400


def free_port() -> int:
    with socket.socket() as contact:
        contact.bind(("127.0.0.1", 0))
        return contact.getsockname()[1]


def wait_for(adres: str, proces: subprocess.Popen) -> str:
    einde = time.monotonic() + LANGSTE_WACHT
    while time.monotonic() < einde and proces.poll() is None:
        try:
            with urllib.request.urlopen(adres, timeout=30) as antwoord:
                return antwoord.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    raise AssertionError(
        f"geen antwoord: {proces.stderr.read() if proces.poll() is not None else ''}"
    )


def zoals_de_tests_die_maken(verwacht: dict[str, set[tuple]]) -> None:
    """The migrations have made exactly the tables that every other test works with."""
    zijn = postgres.verbinding()
    with psycopg.connect(
        host=zijn["HOST"], user=zijn["USER"], password=zijn["PASSWORD"], dbname=zijn["NAME"]
    ) as verbinding:
        gekregen = lees_inrichting(verbinding.cursor())
    for naam, regels in verwacht.items():
        assert regels
        assert gekregen[naam] ^ regels == set(), naam


@pytest.fixture
def inrichting(db) -> dict[str, set[tuple]]:
    """The tables of the test database."""
    with connection.cursor() as cursor:
        return lees_inrichting(cursor)


@pytest.mark.traag
def test_start_leeg_toont_een_pagina_en_stopt_met_ctrl_c(inrichting, var_map):
    poort = free_port()
    proces = subprocess.Popen(
        [sys.executable, "-m", "paraplu", "start", "--leeg", "--poort", str(poort)],
        cwd=WORTEL, env=os.environ, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        pagina = wait_for(f"http://127.0.0.1:{poort}/", proces)
        assert "Inloggen" in pagina
        assert 'lang="nl"' in pagina
        zoals_de_tests_die_maken(inrichting)
        proces.send_signal(signal.SIGINT)
        assert proces.wait(timeout=LANGSTE_WACHT) == 0
    finally:
        proces.kill()
        proces.wait()
        proces.stderr.close()
    assert not postgres._draait()


def test_een_onbekende_opdracht_zegt_wat_er_wel_is():
    uitkomst = subprocess.run(
        [sys.executable, "-m", "paraplu", "weet-niet"],
        cwd=WORTEL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert uitkomst.returncode == 2
    assert "monitor" in uitkomst.stderr
