"""A backup that is put back elsewhere gives the same figures and a whole trace; half of one nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from django.db import connection

from paraplu.beheer.fouten import GeenReservekopie, NietLeeg
from paraplu.beheer.reservekopie import inhoud, maken, terugzetten
from paraplu.beheer.reservekopie.sleutels import SleutelOntbreekt
from paraplu.monitor import Monitor
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.periode import Periode
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker, Spoor
from tests.generated.wereld import maak_wereld

NU = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
JAAR = Periode.lees("2022")
ELDERS = "test_paraplu_terug"
Naar = Callable[[str], None]


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """A finished backup of two files that can be changed."""
    map_ = tmp_path / "kopie"
    sommen = {}
    for naam in ("database.dump", "var/bestanden/aa"):
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_text(naam)
        sommen[naam] = inhoud.hash_file(map_ / naam)
    _lijst(sommen=inhoud.write_sommen(map_, sommen)).write(map_)
    return map_


def _lijst(**velden) -> inhoud.Lijst:
    gewoon = {
        "vorm": 1, "gemaakt": NU.isoformat(), "paraplu": "0.1.0", "migraties": (), "tabellen": {},
        "sleutels": {}, "ankers": (), "bestanden": 2, "bytes": 1, "sommen": "",
    }  # fmt: skip
    return inhoud.Lijst(**{**gewoon, **velden})


@pytest.fixture
def databank(transactional_db, monkeypatch) -> Iterator[Naar]:
    """Goes to an empty database on the same server, and back again."""
    eerste = connection.settings_dict["NAME"]

    def naar(naam: str) -> None:
        connection.close()
        monkeypatch.setitem(connection.settings_dict, "NAME", naam or eerste)

    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {ELDERS}")
        cursor.execute(f"CREATE DATABASE {ELDERS} TEMPLATE template0")
    yield naar
    naar("")
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {ELDERS}")


@pytest.fixture
def bron(tmp_path: Path, monkeypatch) -> Path:
    """A `var` with a generated world and one kept file in it."""
    var = tmp_path / "bron"
    monkeypatch.setenv("PARAPLU_VAR", str(var))
    opslag = Opslag(var / "tabellen")
    opslag.maak()
    opslag.voeg_toe(
        {
            naam: pa.Table.from_pylist(rijen, schema=SCHEMAS[naam])
            for naam, rijen in maak_wereld(3).items()
        }
    )
    (var / "bestanden" / "aa").mkdir(parents=True)
    (var / "bestanden" / "aa" / "aabb").write_bytes(b"dicht")
    return var


def _cijfers(var: Path) -> list:
    monitor = Monitor(var / "tabellen")
    return [monitor.waarde(code, periode=JAAR).rijen for code in ("V2a", "V2b")]


def test_elders_teruggezet_geeft_dezelfde_cijfers_en_een_heel_spoor(
    bron, databank, tmp_path, monkeypatch
):
    wie = Gebruiker.objects.create_user(
        "anna", naam="Anna", soort="gi", organisatie_soort="gi", organisatie_code="12345678"
    )
    for nummer in range(3):
        write_spoor(gebruiker=wie, handeling=f"kijken {nummer}", doel="proef")
    lijst = maken.make(doel=tmp_path / "kopie", at=NU)
    maken.copy_sleutels(tmp_path / "kluis")
    eerst = _cijfers(bron)

    databank(ELDERS)
    elders = tmp_path / "elders"
    monkeypatch.setenv("PARAPLU_VAR", str(elders))
    with pytest.raises(SleutelOntbreekt):
        terugzetten.put_back(bron=tmp_path / "kopie")
    terug = terugzetten.put_back(bron=tmp_path / "kopie", sleutels=tmp_path / "kluis")

    assert terug.regels_spoor == 3
    assert Gebruiker.objects.get(gebruikersnaam="anna").naam == "Anna"
    assert Spoor.objects.order_by("-nummer")[0].handeling == "reservekopie terugzetten"
    assert lijst.bestanden > 10 and any(rij.waarden for rij in eerst[0])
    assert _cijfers(elders) == eerst
    assert (elders / "bestanden" / "aa" / "aabb").read_bytes() == b"dicht"
    with pytest.raises(NietLeeg, match="database"):
        terugzetten.put_back(bron=tmp_path / "kopie")


def test_een_veranderd_bestand_valt_op(kopie):
    assert inhoud.check(kopie).bestanden == 2
    (kopie / "var/bestanden/aa").write_text("anders")
    with pytest.raises(GeenReservekopie, match="var/bestanden/aa"):
        inhoud.check(kopie)


def test_een_bestand_dat_weg_is_valt_op(kopie):
    (kopie / "database.dump").unlink()
    with pytest.raises(GeenReservekopie, match=r"database\.dump ontbreekt"):
        inhoud.check(kopie)


def test_wie_de_lijst_van_sommen_aanpast_valt_op(kopie):
    (kopie / "var/bestanden/aa").write_text("anders")
    inhoud.write_sommen(kopie, {"var/bestanden/aa": inhoud.hash_file(kopie / "var/bestanden/aa")})
    with pytest.raises(GeenReservekopie, match="sommen"):
        inhoud.check(kopie)


def test_een_kopie_die_niet_af_is_is_geen_kopie(kopie):
    (kopie / inhoud.LIJST).unlink()
    with pytest.raises(GeenReservekopie, match="niet afgemaakt"):
        inhoud.check(kopie)


def test_sleutels_database_en_sloten_gaan_niet_mee(tmp_path):
    for naam in ("sleutels/kind", "postgres/base", "run/slot", "bestanden/aa/x", "iets/nieuws"):
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).touch()
    assert [str(pad) for pad in inhoud.find_files(tmp_path)] == ["bestanden/aa/x", "iets/nieuws"]


def test_een_volle_map_wordt_niet_overschreven(tmp_path, monkeypatch):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path / "var"))
    (tmp_path / "doel").mkdir()
    (tmp_path / "doel" / "brief.txt").touch()
    with pytest.raises(NietLeeg):
        maken.make(doel=tmp_path / "doel", at=NU)
    with pytest.raises(NietLeeg, match="andere plaats"):
        maken.make(doel=tmp_path / "var" / "kopie", at=NU)


def test_een_reservekopie_van_een_nieuwere_paraplu_wordt_geweigerd(kopie, monkeypatch, tmp_path):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path / "var"))
    sommen = inhoud.read_sommen(kopie, inhoud.Lijst.read(kopie))
    _lijst(migraties=("web.9999_later",), sommen=inhoud.write_sommen(kopie, sommen)).write(kopie)
    with pytest.raises(GeenReservekopie, match=r"nieuwere Paraplu \(web\.9999_later\)"):
        terugzetten.put_back(bron=kopie)


@pytest.mark.django_db
def test_wat_halverwege_stopte_wordt_niet_als_af_gezien(kopie, monkeypatch, tmp_path):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path / "var"))
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / inhoud.BEZIG).write_text("een andere kopie")
    assert inhoud.is_half()
    with pytest.raises(NietLeeg):
        terugzetten.put_back(bron=kopie)
