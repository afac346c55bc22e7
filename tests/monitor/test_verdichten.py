"""Small files of the tables together: no figure moves, and what a report needs stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import DeltaTable

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.stand import Stand, StandNietLeesbaar
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.verdichten import TeKort, verdicht
from tests.generated.wereld import maak_wereld

JAAR = Periode.jaar(2023)
TOEN = date(2023, 7, 1)
LEVERINGEN = 5


@pytest.fixture
def opslag(tmp_path: Path) -> Opslag:
    """Tables that grew by one small file per intake."""
    opslag = Opslag(tmp_path / "tabellen")
    opslag.maak()
    for zaad in range(LEVERINGEN):
        inhoud = maak_wereld(zaad)
        opslag.voeg_toe(
            {naam: pa.Table.from_pylist(r, schema=SCHEMAS[naam]) for naam, r in inhoud.items()}
        )
    return opslag


def cijfers(monitor: Monitor) -> list[object]:
    """A figure and the list behind it."""
    per_gemeente = monitor.waarde("V2a", periode=JAAR, per="gemeente").rijen
    return [per_gemeente, monitor.lijst("V2a", periode=JAAR, hoogstens=None)]


def inhoud(opslag: Opslag) -> dict[str, list[str]]:
    """Every row of every table, in an order of its own."""
    return {
        naam: sorted(map(repr, opslag.arrow(naam).to_pylist())) for naam in ("bericht", "start")
    }


def in_stand(opslag: Opslag, stand: Stand) -> dict[str, list[str]]:
    """The rows of the tables as they were."""
    return inhoud(Opslag(opslag.map, versies=stand.versies))


def maak_oud(map_: Path) -> None:
    """Let the log say that all of it was long ago."""
    for logboek in map_.glob("*/_delta_log/*.json"):
        tekst = logboek.read_text()
        for veld in ("deletionTimestamp", "modificationTime"):
            delen = tekst.split(f'"{veld}":')
            tekst = delen[0] + "".join(f'"{veld}":1{d.lstrip("0123456789")}' for d in delen[1:])
        logboek.write_text(tekst)
    for bitje in map_.glob("*/_delta_log/*.checkpoint.parquet"):
        bitje.unlink()
    for wijzer in map_.glob("*/_delta_log/_last_checkpoint"):
        wijzer.unlink()


def test_geen_cijfer_verandert_en_er_zijn_minder_bestanden(opslag: Opslag) -> None:
    nu, toen = cijfers(Monitor(opslag.map)), cijfers(Monitor(opslag.map, bekend_op=TOEN))
    gedaan = {rij.tabel: rij for rij in verdicht(opslag, [])}

    assert gedaan["bericht"].bestanden_voor == LEVERINGEN
    assert gedaan["bericht"].bestanden_na == len(opslag.bestanden("bericht")) == 1
    assert cijfers(Monitor(opslag.map)) == nu
    assert cijfers(Monitor(opslag.map, bekend_op=TOEN)) == toen
    assert nu != toen


def test_een_tweede_keer_is_er_niets_te_doen(opslag: Opslag) -> None:
    verdicht(opslag, [])
    versies = opslag.versies()
    assert all(rij.bestanden_voor == rij.bestanden_na for rij in verdicht(opslag, []))
    # Only a clean-up says in the log that it was there.
    assert all(versie - versies[naam] in (0, 2) for naam, versie in opslag.versies().items())


def test_droog_verandert_niets(opslag: Opslag) -> None:
    versies = opslag.versies()
    gedaan = verdicht(opslag, [], droog=True)
    assert opslag.versies() == versies
    assert all(rij.bestanden_voor == rij.bestanden_na for rij in gedaan)


def test_wat_een_verslag_nodig_heeft_blijft_en_de_rest_gaat_weg(opslag: Opslag) -> None:
    stand = Monitor(opslag.map).stand()
    toen = inhoud(opslag)
    verdicht(opslag, [stand])
    opslag.voeg_toe(
        {
            naam: pa.Table.from_pylist(rijen, schema=SCHEMAS[naam])
            for naam, rijen in maak_wereld(LEVERINGEN).items()
        }
    )
    maak_oud(opslag.map)

    verdicht(opslag, [stand])
    assert in_stand(opslag, stand) == toen != inhoud(opslag)
    opgeruimd = {rij.tabel: rij.opgeruimd for rij in verdicht(opslag, [])}
    assert opgeruimd["bericht"] == LEVERINGEN
    with pytest.raises(StandNietLeesbaar, match="opgeruimd"):
        in_stand(opslag, stand)


def test_verse_bestanden_blijven_ook_zonder_verslag(opslag: Opslag) -> None:
    stand = Monitor(opslag.map).stand()
    toen = inhoud(opslag)
    assert all(rij.opgeruimd == 0 for rij in verdicht(opslag, []))
    assert in_stand(opslag, stand) == toen


def test_korter_dan_een_week_bewaren_kan_niet(opslag: Opslag) -> None:
    with pytest.raises(TeKort, match="minstens 7 dagen"):
        verdicht(opslag, [], dagen=6)


def test_gedood_tussen_twee_tabellen_is_elke_tabel_heel(
    opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    nu = inhoud(opslag)
    stand = Monitor(opslag.map).stand()

    class Gedood(BaseException):
        pass

    def sterf(*_args: object, **_opties: object) -> None:
        raise Gedood

    monkeypatch.setattr(DeltaTable, "create_checkpoint", sterf)
    with pytest.raises(Gedood):
        verdicht(opslag, [stand])
    assert inhoud(opslag) == in_stand(opslag, stand) == nu
    monkeypatch.undo()
    verdicht(opslag, [stand])
    assert inhoud(opslag) == in_stand(opslag, stand) == nu
