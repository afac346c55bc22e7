"""Wat klaarstaat gaat één keer de deur uit, waar het proces ook stopt."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from paraplu.aanmelden.berichtenpost import mappen, verzenden
from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van, zet_klaar
from paraplu.aanmelden.berichtenpost.queries import post_of, unanswered
from paraplu.aanmelden.berichtenpost.ronde import doe_ronde
from paraplu.aanmelden.berichtenpost.verzenden import verstuur
from paraplu.aanmelden.models import Werkbericht
from paraplu.monitor.opslag import Opslag

from .conftest import AANBIEDER, GEMEENTE, NU
from .voorbeeld import BSN


class Gestopt(BaseException):
    """The process was killed here."""


def stop_bij(monkeypatch, module, naam: str, *, keer: int = 1) -> None:
    """Let the process stop at this call of a function, before it did anything."""
    echt, tel = getattr(module, naam), [0]

    def of_stop(*args, **kwargs):
        tel[0] += 1
        if tel[0] == keer:
            raise Gestopt
        return echt(*args, **kwargs)

    monkeypatch.setattr(module, naam, of_stop)


def test_een_klaargezet_bericht_gaat_naar_de_map_van_de_afzender(post):
    uitgaand = post.toewijzing()
    bericht = zet_klaar(uitgaand, casus=post.casus)
    verstuur(nu=NU)
    bericht.refresh_from_db()

    assert post.in_(f"uit/{GEMEENTE}") == {uitgaand.bestandsnaam: uitgaand.inhoud}
    assert (bericht.status, bericht.verzonden) == ("verzonden", NU)
    assert list(post_of(post.casus)) == list(unanswered()) == [bericht]


def test_het_bsn_staat_versleuteld_in_de_database(post):
    bericht = zet_klaar(post.toewijzing(), casus=post.casus)
    bericht.refresh_from_db()
    velden = [str(getattr(bericht, veld.attname)) for veld in Werkbericht._meta.fields]

    assert BSN.encode() in inhoud_van(bericht)
    assert BSN.encode() not in bytes(bericht.inhoud)
    assert not [tekst for tekst in (*velden, str(bericht)) if BSN in tekst]


def test_een_stap_die_wordt_teruggedraaid_verstuurt_niets(post):
    with pytest.raises(Gestopt), transaction.atomic():
        zet_klaar(post.toewijzing(), casus=post.casus)
        raise Gestopt
    assert verstuur(nu=NU) == []
    assert post.in_("uit") == {}


def test_een_identificatie_wordt_niet_twee_keer_gebruikt(post):
    uitgaand = post.toewijzing()
    zet_klaar(uitgaand)
    with pytest.raises(IntegrityError):
        zet_klaar(uitgaand)


@pytest.mark.parametrize(
    ("module", "naam", "keer"),
    [
        (verzenden, "write_durably", 1),
        (verzenden, "move_durably", 1),
        (verzenden, "write_durably", 2),
        (verzenden, "move_durably", 2),
        (mappen.Path, "replace", 1),
        (mappen.Path, "replace", 4),
        (Werkbericht, "save", 1),
        (Werkbericht, "save", 2),
    ],
)
def test_gestopt_op_elke_plek_raakt_niets_kwijt_en_gaat_niets_dubbel(
    post, monkeypatch, module, naam, keer
):
    berichten = [post.toewijzing(), post.toewijzing()]
    for uitgaand in berichten:
        zet_klaar(uitgaand, casus=post.casus)
    weggehaald: dict[str, bytes] = {}
    with monkeypatch.context() as even:
        stop_bij(even, module, naam, keer=keer)
        with pytest.raises(Gestopt):
            verstuur(nu=NU)
    neem_weg(post, weggehaald)
    verstuur(nu=NU)
    neem_weg(post, weggehaald)
    verstuur(nu=NU)

    assert post.in_("uit") == {}
    assert weggehaald == {een.bestandsnaam: een.inhoud for een in berichten}
    assert set(Werkbericht.objects.values_list("status", flat=True)) == {"verzonden"}
    assert not list((post.var / "postvak").glob("**/.*"))


def neem_weg(post, weggehaald: dict[str, bytes]) -> None:
    """What the courier does: takes every file away, and must never see one twice."""
    for pad in (post.var / "postvak" / "uit").glob("*/[!.]*"):
        assert pad.name not in weggehaald
        weggehaald[pad.name] = pad.read_bytes()
        pad.unlink()


def test_wat_is_verstuurd_telt_een_keer_mee_in_de_monitor(post):
    zet_klaar(post.toewijzing(), casus=post.casus)
    eerste, tweede = doe_ronde(nu=NU), doe_ronde(nu=NU)
    (bericht,) = Werkbericht.objects.all()
    rijen = Opslag(post.var / "tabellen").arrow("toewijzing").to_pylist()

    assert (eerste.geteld, tweede.geteld) == (1, 0)
    assert bericht.levering
    assert [(rij["gemeente"], rij["aanbieder"]) for rij in rijen] == [(GEMEENTE, AANBIEDER)]


def test_gestopt_bij_het_tellen_telt_de_monitor_het_later_een_keer(post, monkeypatch):
    zet_klaar(post.toewijzing(), casus=post.casus)
    verstuur(nu=NU)
    with monkeypatch.context() as even:
        stop_bij(even, QuerySet, "update")
        with pytest.raises(Gestopt):
            doe_ronde(nu=NU)
    zet_klaar(post.toewijzing(), casus=post.casus)
    ronde = doe_ronde(nu=NU)

    assert ronde.geteld == 2
    assert len(Opslag(post.var / "tabellen").arrow("toewijzing")) == 2
    assert not list((post.var / "run").glob("postvak-*"))
