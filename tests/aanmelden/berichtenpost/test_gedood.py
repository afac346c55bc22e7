"""Een proces dat sterft tussen twee stappen raakt geen bericht kwijt en verstuurt er geen twee keer."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest import mock

import pytest
from django.db import connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper

from paraplu.aanmelden.berichtenpost import bij_ontvangst
from paraplu.aanmelden.berichtenpost.bewaren import zet_klaar
from paraplu.aanmelden.berichtenpost.mappen import one_at_a_time
from paraplu.aanmelden.berichtenpost.ontvangen import ontvang
from paraplu.aanmelden.berichtenpost.verzenden import verstuur
from paraplu.aanmelden.models import Werkbericht
from paraplu.casussen.actions import register_gebeurtenis
from paraplu.casussen.models import Gebeurtenis

from .conftest import GEMEENTE, NU

DOOD, LEEFT = 9, 0
#: More than there are steps in one round of two messages.
MEESTE_STAPPEN = 400


def ronde() -> None:
    with one_at_a_time() as aan_de_beurt:
        assert aan_de_beurt
        ontvang(nu=NU)
        verstuur(nu=NU)


def onthoud_start(*, casus, on, **_rest) -> None:
    register_gebeurtenis(casus=casus, soort="hulp_gestart", by=None, on=on)


@contextmanager
def sterf_bij(stap: int) -> Iterator[None]:
    """Die before this write, flush, rename or query, counted from one."""
    geteld = [0]

    def tel() -> None:
        geteld[0] += 1
        if geteld[0] == stap:
            os._exit(DOOD)

    def eerst_tellen(echt: Callable) -> Callable:
        def doe(*args, **kwargs):
            tel()
            return echt(*args, **kwargs)

        return doe

    def vraag(execute, *args):
        tel()
        return execute(*args)

    with (
        mock.patch.object(os, "replace", eerst_tellen(os.replace)),
        mock.patch.object(os, "fsync", eerst_tellen(os.fsync)),
        mock.patch.object(DatabaseWrapper, "commit", eerst_tellen(DatabaseWrapper.commit)),
        connection.execute_wrapper(vraag),
    ):
        yield


def in_een_ander_proces(stap: int) -> int:
    """Do a round in a fork that dies at this step; how it ended."""
    connections.close_all()
    kind = os.fork()
    if kind == 0:
        uitkomst = 1
        try:
            with sterf_bij(stap):
                ronde()
            uitkomst = LEEFT
        finally:
            os._exit(uitkomst)
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])


def haal_op(post, weg: list[str]) -> None:
    """What the courier does: takes away every file that has its name."""
    for pad in (post.var / "postvak" / "uit").glob("*/[!.]*"):
        weg.append(pad.name)
        pad.unlink()


@pytest.mark.traag
@pytest.mark.django_db(transaction=True)
def test_waar_het_proces_ook_sterft_alles_gaat_en_komt_een_keer(post):
    bij_ontvangst.register("start_gemeld", onthoud_start)
    try:
        for stap in range(1, MEESTE_STAPPEN):
            if een_dood(post, stap) == LEEFT:
                break
    finally:
        bij_ontvangst.unregister("start_gemeld", onthoud_start)

    assert 30 < stap < MEESTE_STAPPEN - 1


def een_dood(post, stap: int) -> int:
    Werkbericht.objects.all().order_by("-id")._raw_delete("default")
    shutil.rmtree(post.var / "postvak", ignore_errors=True)
    uitgaand = post.toewijzing()
    rij = zet_klaar(uitgaand, casus=post.casus)
    post.leg_in(post.start(int(rij.sleutels[0].split()[-1])))
    gestart = Gebeurtenis.objects.filter(soort="hulp_gestart").count()
    weg: list[str] = []

    uitkomst = in_een_ander_proces(stap)
    haal_op(post, weg)
    ronde()
    haal_op(post, weg)
    retour = Werkbericht.objects.get(soort="JW306")

    assert uitkomst in (DOOD, LEEFT)
    assert sorted(weg) == sorted([uitgaand.bestandsnaam, retour.bestandsnaam])
    assert (post.in_("in"), len(post.in_("gelezen")), post.in_("fout")) == ({}, 1, {})
    assert not list((post.var / "postvak").glob("**/.*"))
    assert Gebeurtenis.objects.filter(soort="hulp_gestart").count() == gestart + 1
    assert retour.afzender == GEMEENTE
    assert sorted(Werkbericht.objects.values_list("soort", "status")) == [
        ("JW301", "verzonden"),
        ("JW305", "beantwoord"),
        ("JW306", "verzonden"),
    ]
    return uitkomst
