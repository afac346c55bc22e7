"""The trace as chains: every line has a number and a seal, and a line that is rolled back never was."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing

import pytest
from django.db import connection, transaction

from paraplu.inname.fouten import SleutelFout
from paraplu.web.actions import write_spoor
from paraplu.web.models import Spoor, Spoorkop
from paraplu.web.spoor import zegel
from paraplu.web.spoor.controle import Telling, check_ketens


def schrijf(gebruiker=None, **velden) -> Spoor:
    return write_spoor(
        gebruiker=gebruiker, **{"handeling": "casus bekijken", "doel": "hulpverlening"} | velden
    )


def heel() -> bool:
    return not list(check_ketens(Telling()))


def naast_elkaar(*werk: Callable[[], None]) -> None:
    """Each piece of work in a thread and a connection of its own, all at once."""
    fouten: list[BaseException] = []

    def doe(stuk: Callable[[], None]) -> None:
        with closing(connection):
            try:
                stuk()
            except BaseException as fout:
                fouten.append(fout)

    draden = [threading.Thread(target=doe, args=(stuk,), daemon=True) for stuk in werk]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=20)
    assert not [d for d in draden if d.is_alive()], "twee schrijvers wachten op elkaar"
    assert fouten == []


def test_de_regels_van_een_keten_zijn_doorgenummerd(accounts):
    nummers = [schrijf(accounts["gi"]).nummer, schrijf(accounts["wethouder"]).nummer]
    kop = Spoorkop.objects.get()
    assert nummers == [1, 2]
    assert (kop.nummer, kop.zegel) == (2, Spoor.objects.get(nummer=2).zegel)
    assert heel()


def test_elk_veld_zit_in_het_zegel(accounts):
    regel = schrijf(accounts["gi"], voorwerp="C1", gezin="G1", namens="de teamleider")
    geheim = zegel.secret_of(zegel.current_sleutel())
    waarden = {naam: getattr(regel, naam) for naam in zegel.Velden.__dataclass_fields__}
    velden = zegel.Velden(**waarden | {"gebruiker": regel.gebruiker_id})
    plek = {"keten": regel.keten_id, "nummer": 1, "vorige": "", "sleutel": geheim}
    anders = {naam: schrijf_anders(waarde) for naam, waarde in vars(velden).items()}
    assert zegel.seal(velden, **plek) == regel.zegel
    for naam, waarde in anders.items():
        nieuw = zegel.Velden(**vars(velden) | {naam: waarde})
        assert zegel.seal(nieuw, **plek) != regel.zegel, naam
    for naam, waarde in {"keten": 99, "nummer": 2, "vorige": "x", "sleutel": b"x"}.items():
        assert zegel.seal(velden, **plek | {naam: waarde}) != regel.zegel, naam


def schrijf_anders(waarde):
    """Another value of the same kind."""
    if isinstance(waarde, str):
        return waarde + "x"
    return waarde.replace(year=1999) if hasattr(waarde, "year") else waarde + 1


def test_een_grens_tussen_velden_kan_niet_schuiven(accounts):
    een = schrijf(handeling="lijst", voorwerp="V2", doel="a")
    velden = zegel.Velden(een.wanneer, None, een.als, "lijs", "tV2", "a", "gelukt", "", "")
    geheim = zegel.secret_of(zegel.current_sleutel())
    assert zegel.seal(velden, keten=een.keten_id, nummer=1, vorige="", sleutel=geheim) != een.zegel


def test_wat_wordt_teruggedraaid_laat_geen_regel_en_geen_gat(accounts):
    schrijf(accounts["gi"])
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        schrijf(accounts["gi"])
        raise ZeroDivisionError
    assert schrijf(accounts["gi"]).nummer == 2
    assert heel()


@pytest.mark.django_db(transaction=True)
def test_wat_pas_bij_het_vastleggen_faalt_laat_geen_regel_en_geen_gat():
    schrijf(voorwerp="ervoor")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE proef_uitgesteld (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
    try:
        with pytest.raises(Exception, match="proef_uitgesteld"), transaction.atomic():
            schrijf(voorwerp="nooit gebeurd")
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO proef_uitgesteld VALUES (1), (1)")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE proef_uitgesteld")
    schrijf(voorwerp="erna")
    regels = list(Spoor.objects.order_by("nummer").values_list("nummer", "voorwerp"))
    assert regels == [(1, "ervoor"), (2, "erna")]
    assert heel()


@pytest.mark.django_db(transaction=True)
def test_wat_niet_in_het_spoor_kan_gebeurt_ook_niet(monkeypatch):
    def kwijt() -> None:
        raise SleutelFout("weg")

    with transaction.atomic():
        Spoorkop.objects.create(sleutel="voor de fout")
        monkeypatch.setattr("paraplu.web.spoor.schrijven.current_sleutel", kwijt)
        with pytest.raises(SleutelFout):
            schrijf()
        # Whoever swallows the error cannot commit either.
        assert connection.needs_rollback
    assert not Spoorkop.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_twee_tegelijk_in_omgekeerde_volgorde_wachten_niet_op_elkaar():
    schrijf(namens="eerder")
    beiden = threading.Barrier(2, timeout=10)

    def werk(eerst: str, dan: str) -> Callable[[], None]:
        @transaction.atomic
        def doe() -> None:
            schrijf(namens=eerst)
            beiden.wait()
            schrijf(namens=dan)
            beiden.wait()

        return doe

    naast_elkaar(werk("A", "B"), werk("B", "A"))
    assert Spoorkop.objects.count() == 2
    assert Spoor.objects.count() == 5
    assert heel()


@pytest.mark.django_db(transaction=True)
def test_dezelfde_gebruiker_in_veel_verzoeken_tegelijk_geeft_hele_ketens():
    def werk() -> None:
        for _keer in range(15):
            schrijf()

    naast_elkaar(*[werk] * 6)
    assert Spoor.objects.count() == 90
    assert Spoorkop.objects.count() <= 6
    assert heel()


def test_een_andere_sleutel_begint_een_andere_keten(accounts, monkeypatch):
    schrijf()
    andere = zegel.Sleutel("spoor", b"x" * 32)
    monkeypatch.setattr("paraplu.web.spoor.schrijven.current_sleutel", lambda: andere)
    assert schrijf().nummer == 1
    assert set(Spoorkop.objects.values_list("sleutel", flat=True)) == {
        zegel.current_sleutel().kenmerk,
        andere.kenmerk,
    }


def test_zonder_de_sleutel_die_in_gebruik_is_wordt_er_geen_nieuwe_gemaakt(
    accounts, tmp_path, monkeypatch
):
    schrijf()
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path / "elders"))
    with pytest.raises(SleutelFout, match="De sleutel van het spoor ontbreekt"):
        zegel.current_sleutel()
    assert not (tmp_path / "elders").exists()


def test_de_sleutel_staat_niet_in_de_database(accounts):
    schrijf()
    geheim = zegel.current_sleutel().waarde.hex()
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(k)::text FROM web_spoorkop k")
        assert geheim not in cursor.fetchone()[0]
