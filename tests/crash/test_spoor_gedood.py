"""A process that dies while it writes the trace leaves whole chains and loses nothing it confirmed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from paraplu.web.actions import write_spoor
from paraplu.web.models import Spoor
from paraplu.web.spoor.controle import Telling, check_ketens

WORTEL = Path(__file__).resolve().parents[2]


def adres() -> str:
    """The address of the database of this test, for another process."""
    velden = connection.settings_dict
    gast = quote(str(velden["HOST"]), safe="")
    naam = f"{velden['USER']}:{quote(str(velden['PASSWORD']))}"
    return f"postgresql://{naam}@/{velden['NAME']}?host={gast}&port={velden['PORT']}"


def schrijf_en_sterf(na: float) -> int:
    """Kill a writer `na` seconds after its first line; how many lines it had confirmed."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.crash.spoor_schrijven"],
        cwd=WORTEL,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ
        | {"PARAPLU_DATABASE_URL": adres(), "DJANGO_SETTINGS_MODULE": "paraplu.project.settings"},
    ) as kind:
        assert kind.stdout
        bevestigd = [kind.stdout.readline()]
        time.sleep(na)
        kind.kill()
        bevestigd += kind.stdout.readlines()
    return int([regel for regel in bevestigd if regel.endswith("\n")][-1])


@pytest.mark.django_db(transaction=True)
def test_een_gedood_proces_laat_hele_ketens_na():
    rng = random.Random(7)
    bevestigd = sum(schrijf_en_sterf(rng.uniform(0, 0.2)) for _keer in range(3))
    write_spoor(gebruiker=None, handeling="daarna", doel="proef")
    geschreven = Spoor.objects.exclude(handeling="daarna")
    assert geschreven.count() >= bevestigd
    assert geschreven.filter(handeling="een").count() == geschreven.filter(handeling="twee").count()
    assert list(check_ketens(Telling())) == []
