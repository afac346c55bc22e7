"""Whoever changes, removes, moves or cuts off lines in the database is seen, with the line."""

from __future__ import annotations

import tracemalloc
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.web.actions import write_spoor
from paraplu.web.models import Spoor, Spoorkop
from paraplu.web.spoor.anker import AnkerOnleesbaar, missing_ankers, read_ankers, write_anker
from paraplu.web.spoor.controle import Breuk, Hoe, Telling, check_ketens
from paraplu.web.spoor.schrijven import append
from paraplu.web.spoor.zegel import Velden

OM = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


@pytest.fixture
def keten(db) -> int:
    """A chain of ten lines."""
    for nummer in range(10):
        schrijf(nummer)
    return Spoorkop.objects.get().pk


def schrijf(nummer: int) -> None:
    write_spoor(gebruiker=None, handeling="bekijken", voorwerp=f"C{nummer}", doel="hulp")


def knoei(*opdrachten: str) -> None:
    """Do what a database administrator can do: switch the trigger off and go on."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE web_spoor DISABLE TRIGGER web_spoor_alleen_erbij")
        for opdracht in opdrachten:
            cursor.execute(opdracht)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE web_spoor ENABLE TRIGGER web_spoor_alleen_erbij")


def breuken() -> list[tuple[str, int, int]]:
    return [(str(b.hoe), b.nummer, b.tot) for b in check_ketens(Telling())]


def kort_in(tot: int) -> str:
    """Set the head back to line `tot`, seal and all."""
    return (
        f"UPDATE web_spoorkop SET nummer = {tot}, "
        f"zegel = (SELECT zegel FROM web_spoor WHERE nummer = {tot})"
    )


def test_een_spoor_waar_niemand_aan_kwam_is_heel(keten):
    telling = Telling()
    assert list(check_ketens(telling)) == []
    assert (telling.ketens, telling.regels) == (1, 10)


@pytest.mark.parametrize(
    "veld",
    ["als", "handeling", "voorwerp", "doel", "resultaat", "gezin", "namens"],
)
def test_een_gewijzigd_veld_wordt_gezien(keten, veld):
    knoei(f"UPDATE web_spoor SET {veld} = 'x' WHERE nummer = 4")
    assert breuken() == [("gewijzigd", 4, 4)]


def test_een_ander_moment_wordt_gezien(keten):
    knoei("UPDATE web_spoor SET wanneer = wanneer - interval '1 microsecond' WHERE nummer = 10")
    assert breuken() == [("gewijzigd", 10, 10)]


def test_een_ander_zegel_wordt_gezien_bij_die_regel_en_niet_bij_de_volgende(keten):
    knoei("UPDATE web_spoor SET zegel = repeat('0', 64) WHERE nummer = 4")
    assert breuken() == [("gewijzigd", 4, 4)]


def test_een_gewiste_regel_wordt_gezien(keten):
    knoei("DELETE FROM web_spoor WHERE nummer IN (1, 5, 6)")
    assert breuken() == [("ontbreekt", 1, 1), ("ontbreekt", 5, 6)]


def test_wissen_en_aansluiten_wordt_gezien(keten):
    knoei(
        "DELETE FROM web_spoor WHERE nummer = 5",
        "UPDATE web_spoor SET nummer = -nummer WHERE nummer > 5",
        "UPDATE web_spoor SET nummer = -nummer - 1 WHERE nummer < 0",
        "UPDATE web_spoorkop SET nummer = 9",
    )
    assert breuken() == [("gewijzigd", 5, 5), ("omgenummerd", 6, 9)]
    assert [b.verschoven for b in check_ketens(Telling())] == [0, 1]


def test_een_ingeschoven_regel_wordt_gezien(keten):
    knoei(
        "UPDATE web_spoor SET nummer = -nummer WHERE nummer > 5",
        "UPDATE web_spoor SET nummer = -nummer + 1 WHERE nummer < 0",
        "INSERT INTO web_spoor (keten_id, nummer, zegel, wanneer, als, handeling, voorwerp, doel,"
        " resultaat, gezin, namens) SELECT keten_id, 6, zegel, wanneer, als, handeling, 'bij',"
        " doel, resultaat, gezin, namens FROM web_spoor WHERE nummer = 5",
    )
    # The line pushed in carries the seal of the line before it, so the next still fits on that.
    assert breuken() == [("gewijzigd", 6, 6), ("omgenummerd", 7, 11), ("kop_achter", 11, 11)]


def test_een_regel_voorbij_de_kop_wordt_gezien(keten):
    knoei(kort_in(8))
    assert breuken() == [("kop_achter", 9, 10)]


def test_een_afgekapt_eind_wordt_gezien_aan_de_kop(keten):
    knoei("DELETE FROM web_spoor WHERE nummer > 7")
    assert breuken() == [("afgekapt", 8, 10)]


def test_een_lege_keten_met_een_kop_wordt_gezien(keten):
    knoei("DELETE FROM web_spoor")
    assert breuken() == [("afgekapt", 1, 10)]


def test_een_kop_met_een_ander_zegel_wordt_gezien(keten):
    knoei("UPDATE web_spoorkop SET zegel = repeat('0', 64)")
    assert breuken() == [("kop_anders", 10, 10)]


def test_een_keten_zonder_kop_wordt_gezien(keten):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'f' "
            "AND conrelid = 'web_spoor'::regclass AND confrelid = 'web_spoorkop'::regclass"
        )
        [naam] = cursor.fetchone()
    knoei(f"ALTER TABLE web_spoor DROP CONSTRAINT {naam}", "DELETE FROM web_spoorkop")
    assert sorted(breuken()) == sorted(("zonder_kop", nummer, nummer) for nummer in range(1, 11))


def test_een_kop_die_naar_voren_is_geschoven_wordt_gezien(keten):
    knoei("UPDATE web_spoorkop SET nummer = 12")
    assert breuken() == [("afgekapt", 11, 12)]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(keuze=st.sets(st.integers(1, 10), min_size=1, max_size=4), wissen=st.booleans())
def test_welke_regels_ook_geraakt_zijn_de_controle_noemt_ze(keten, keuze, wissen):
    waar = f"nummer IN ({','.join(map(str, keuze))})"
    with transaction.atomic():
        knoei(
            f"DELETE FROM web_spoor WHERE {waar}"
            if wissen
            else f"UPDATE web_spoor SET gezin = 'G9' WHERE {waar}"
        )
        genoemd = {n for b in check_ketens(Telling()) for n in range(b.nummer, b.tot + 1)}
        transaction.set_rollback(True)
    assert genoemd == keuze


def test_afkappen_met_een_teruggezette_kop_ziet_alleen_het_anker(keten, tmp_path):
    write_anker(plaats=tmp_path, at=OM)
    knoei("DELETE FROM web_spoor WHERE nummer > 7", kort_in(7))
    assert breuken() == []
    assert [(a.keten, a.nummer) for a in missing_ankers(read_ankers(tmp_path))] == [(keten, 10)]


def test_afkappen_en_verder_schrijven_ziet_het_anker_ook(keten, tmp_path):
    write_anker(plaats=tmp_path, at=OM)
    knoei("DELETE FROM web_spoor WHERE nummer > 7", kort_in(7))
    for nummer in range(5):
        schrijf(nummer)
    write_anker(plaats=tmp_path, at=OM.replace(hour=3))
    assert breuken() == []
    assert [a.nummer for a in missing_ankers(read_ankers(tmp_path))] == [10]


def test_een_hele_keten_weg_ziet_het_anker(keten, tmp_path):
    write_anker(plaats=tmp_path, at=OM)
    knoei("DELETE FROM web_spoor", "DELETE FROM web_spoorkop")
    assert len(list(missing_ankers(read_ankers(tmp_path)))) == 1


def test_een_anker_bevat_alleen_nummers_en_zegels(keten, tmp_path):
    pad = write_anker(plaats=tmp_path, at=OM)
    zegel = Spoor.objects.get(nummer=10).zegel
    assert pad.read_text() == f"{keten} 10 {zegel}\n"


def test_een_anker_dat_geen_anker_is_wordt_niet_stil_overgeslagen(tmp_path):
    (tmp_path / "anker-x.txt").write_text("zomaar tekst die niets is\n")
    with pytest.raises(AnkerOnleesbaar, match="geen bestand met ankers"):
        list(read_ankers(tmp_path))


def test_regels_die_er_tijdens_de_controle_bijkomen_zijn_geen_breuk(keten, monkeypatch):
    monkeypatch.setattr("paraplu.web.spoor.controle.STUK", 2)
    knoei("UPDATE web_spoor SET doel = 'x' WHERE nummer IN (1, 3)")
    gang = check_ketens(Telling())
    assert next(gang).nummer == 1
    schrijf(10)
    assert [b.nummer for b in gang] == [3]


def test_de_controle_leest_met_een_vast_geheugen(db, monkeypatch):
    monkeypatch.setattr("paraplu.web.spoor.controle.STUK", 200)

    def piek() -> int:
        tracemalloc.start()
        assert list(check_ketens(Telling())) == []
        hoogste = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return hoogste

    regels = [Velden(OM, None, "a", "b", "c" * 200, "d", "e", "", "")] * 1000
    append(regels)
    klein = piek()
    append(regels * 3)
    assert piek() < klein * 1.3


def test_een_breuk_noemt_keten_en_regel(keten):
    knoei("UPDATE web_spoor SET doel = 'x' WHERE nummer = 3")
    assert list(check_ketens(Telling())) == [Breuk(keten, Hoe.GEWIJZIGD, 3, 3)]
