"""Bevindingen door de tijd: elk bericht telt één keer, bij wie het stuurde en in de maand van komst."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from paraplu.afspraken.plaats import tabellen_map
from paraplu.berichten import lees
from paraplu.inname.actions import neem_in
from paraplu.inname.bevindingen import VerkeerdeMaand, read_maand
from paraplu.monitor import Monitor, keten
from paraplu.monitor.bevindingen import Keuze, OnbekendeSplitsing, make_basis, tel
from paraplu.monitor.keten.toetsing import KOLOMMEN
from paraplu.monitor.opslag import Opslag
from paraplu.project.opdracht import main
from tests.inname.post import anders_geschreven, bericht, kapot, maak_zip, schrijf_map

MEI, JUNI = date(2023, 5, 31), date(2023, 6, 30)


def maak_fout(soort: str, vanaf: int = 0) -> bytes:
    """A message of iJW 2.3 with one wrong code: of that release only the form is checked."""
    return next(
        fout
        for zaad in range(vanaf, vanaf + 50)
        if (fout := kapot(heel := bericht(soort, zaad, release="2.3"))) != heel
    )


GOED, FOUT_301, FOUT_305 = (
    bericht("JW301", 1, release="2.3"),
    maak_fout("JW301"),
    maak_fout("JW305"),
)
GEMEENTE = lees(FOUT_301).bericht.inhoud["Header"]["Afzender"]
AANBIEDER = lees(FOUT_305).bericht.inhoud["Header"]["Afzender"]


def neem(plaats: Path, bestanden: dict[str, bytes], op: date) -> None:
    neem_in([schrijf_map(plaats, bestanden)], op=op, brenger="Ede")


@pytest.fixture(scope="module")
def gevulde_map(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """In May a good message, a wrong one, and a file that is no message; the wrong one again in June."""
    plaats = tmp_path_factory.mktemp("gevuld")
    with pytest.MonkeyPatch.context() as m:
        m.setenv("PARAPLU_VAR", str(plaats / "var"))
        mei = {"a.xml": GOED, "b.xml": FOUT_301, "c.xml": b"<a/>"}
        neem(plaats / "mei", {"post.zip": maak_zip(mei)}, MEI)
        neem(plaats / "juni", {"d.xml": anders_geschreven(FOUT_301), "e.xml": FOUT_305}, JUNI)
        yield plaats / "var"


def verzonnen_keten(opslag: Opslag, *, bekend_op: date | None) -> pa.Table:
    """One finding across messages, on the message of the provider; the rules have their own tests."""
    [bericht] = [rij for rij in opslag.arrow("bericht").to_pylist() if rij["soort"] == "JW305"]
    velden = {
        naam: bericht[naam] for naam in ("bericht", "soort", "gemeente", "aanbieder", "afzender")
    }
    return pa.Table.from_pylist([{**velden, "volgnummer": 1, "regel": 12, "code": "TR308", "klasse": "Client"}], KOLOMMEN)  # fmt: skip


@pytest.fixture(scope="module")
def monitor(gevulde_map: Path) -> Monitor:
    """The monitor over those deliveries; making its tables takes longer than asking it."""
    monitor = Monitor(gevulde_map / "tabellen")
    assert not monitor.keten_klaar()
    assert monitor.tel_bevindingen(per=("herkomst",))[-1]["herkomst"] == "bericht"
    assert monitor.keten_in_levering(monitor.leveringen()[0]["levering"]) == []
    with pytest.MonkeyPatch.context() as m:
        m.setattr(keten, "keten_bevindingen", verzonnen_keten, raising=False)
        monitor.reken_keten()
    assert monitor.keten_klaar()
    return monitor


@pytest.fixture
def gevuld(monitor: Monitor, gevulde_map: Path, monkeypatch: pytest.MonkeyPatch) -> Monitor:
    """The same, for who asks on the command line too."""
    monkeypatch.setenv("PARAPLU_VAR", str(gevulde_map))
    return monitor


def kort(rijen, *velden):
    return [tuple(rij[veld] for veld in velden) for rij in rijen]


CIJFERS = ("berichten", "met_bevinding", "bevindingen", "geweigerd")


def test_een_bericht_telt_in_de_maand_waarin_het_het_eerst_kwam(gevuld):
    assert kort(gevuld.tel_bevindingen(per=("maand",)), "maand", *CIJFERS) == [
        ("2023-05", 3, 2, 2, 2),
        ("2023-06", 1, 1, 2, 1),
    ]


def test_een_geweigerd_bestand_telt_bij_een_onbekende_afzender(gevuld):
    rijen = {rij["afzender"]: rij for rij in gevuld.tel_bevindingen(per=("afzender",))}
    assert kort([rijen[""]], *CIJFERS) == [(1, 1, 1, 1)]
    assert kort([rijen[GEMEENTE]], "met_bevinding", "bevindingen") == [(1, 1)]
    assert kort([rijen[AANBIEDER]], *CIJFERS) == [(1, 1, 2, 1)]


def test_per_regel_is_er_geen_aantal_berichten(gevuld):
    rijen = gevuld.tel_bevindingen(per=("code", "herkomst"))
    assert kort(rijen, "code", "herkomst", *CIJFERS) == [
        ("PAR004", "bericht", None, 1, 1, 1),
        ("PAR010", "bericht", None, 2, 2, 2),
        ("TR308", "keten", None, 1, 1, 0),
    ]


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        (Keuze(afzender=GEMEENTE, soort="JW301", tot=MEI), 1),
        (Keuze(soort="JW305"), 2),
        (Keuze(herkomst="keten"), 1),
        (Keuze(herkomst="keten", tot=MEI), 0),
        (Keuze(code="PAR004"), 1),
        (Keuze(van=JUNI), 2),
        (Keuze(tot=MEI), 2),
        (Keuze(herkomst="bericht"), 3),
        (Keuze(organisatie=(GEMEENTE,)), 1),
        (Keuze(organisatie="0000"), 0),
        (Keuze(organisatie=()), 0),
    ],
)
def test_wat_er_gekozen_is_telt_en_de_rest_niet(keuze, verwacht, gevuld):
    [samen] = gevuld.tel_bevindingen(keuze, per=())
    assert samen["bevindingen"] == verwacht


def test_een_ontvanger_ziet_ook_wat_hem_is_gestuurd(gevuld):
    ontvanger = lees(FOUT_305).bericht.inhoud["Header"]["Ontvanger"]
    [samen] = gevuld.tel_bevindingen(Keuze(organisatie=(ontvanger,), soort="JW305"), per=())
    assert kort([samen], *CIJFERS) == [(1, 1, 2, 1)]


def test_een_levering_kent_de_bevindingen_over_haar_berichten_heen(gevuld):
    juni, mei = (rij["levering"] for rij in gevuld.leveringen())
    assert kort(gevuld.keten_in_levering(juni), "naam", "regel", "code", "klasse") == [
        ("e.xml", 12, "TR308", "Client")
    ]
    assert gevuld.keten_in_levering(mei) == []
    assert gevuld.keten_in_levering(juni, organisatie=("0000",)) == []
    assert len(gevuld.keten_in_levering(juni, organisatie=(AANBIEDER,))) == 1


def test_zoals_bekend_op_een_dag_telt_wat_later_kwam_niet():
    assert Keuze().known_on(MEI).tot == MEI
    assert Keuze(tot=JUNI).known_on(MEI).tot == MEI
    assert Keuze(tot=MEI).known_on(JUNI).tot == MEI
    assert Keuze(tot=MEI).known_on(None).tot == MEI


def test_bewaard_of_opnieuw_berekend_is_hetzelfde(gevuld):
    per = ("maand", "afzender", "soort")
    rijen = gevuld.tel_bevindingen(per=per)
    binnen = gevuld.tel_bevindingen(Keuze(herkomst="bericht"), per=per)
    assert tel(make_basis(Opslag(tabellen_map())), Keuze(), per=per) == binnen
    assert [rij["berichten"] for rij in rijen] == [rij["berichten"] for rij in binnen]


def test_wat_er_bij_komt_telt_meteen(tmp_path):
    opslag = Opslag(tabellen_map())
    for nummer in (1, 2):
        neem(tmp_path / str(nummer), {"f.xml": bericht("JW307", nummer, release="2.3")}, JUNI)
        assert tel(make_basis(opslag), Keuze(), per=())[0]["berichten"] == nummer


def test_een_woord_waarnaar_niet_te_tellen_is(gevuld):
    with pytest.raises(OnbekendeSplitsing, match="kleur"):
        gevuld.tel_bevindingen(per=("kleur",))


def test_zonder_levering_is_er_niets_te_tellen():
    leeg = make_basis(Opslag(tabellen_map()))
    assert tel(leeg, Keuze(), per=("maand",)) == []


def test_als_er_niets_bij_hoort_zegt_de_opdracht_dat(gevuld, capsys):
    assert main(["bevindingen", "--soort", "JW325"]) == 0
    assert "niets ingenomen" in capsys.readouterr().err


def test_op_de_opdrachtregel_staan_naam_en_betekenis_erbij(gevuld, capsys):
    assert main(["bevindingen", "--per", "afzender,code", "--code", "par010", "--formaat", "json"]) == 0  # fmt: skip
    rijen = json.loads(capsys.readouterr().out)
    assert {rij["afzender"] for rij in rijen} == {GEMEENTE, AANBIEDER}
    van_gemeente = next(rij for rij in rijen if rij["afzender"] == GEMEENTE)
    assert van_gemeente["naam"] == gevuld.namen().partij(GEMEENTE) != GEMEENTE
    assert van_gemeente["titel"] == "code staat niet in de codelijst"


def test_een_periode_op_de_opdrachtregel_is_van_en_tot_en_met(gevuld, capsys):
    main(["bevindingen", "--van", "2023-06", "--tot", "2023-06", "--formaat", "csv"])
    rijen = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [rij["maand"] for rij in rijen] == ["2023-06"]


@pytest.mark.parametrize("woorden", [["--van", "mei"], ["--tot", "2023-13"], ["--per", "kleur"]])
def test_wat_niet_kan_staat_in_een_zin(woorden, gevuld, capsys):
    assert main(["bevindingen", *woorden]) == 2
    assert capsys.readouterr().err.startswith("Dat kan niet: ")


def test_een_maand_is_haar_eerste_of_haar_laatste_dag():
    assert read_maand("2024-02", einde=False) == date(2024, 2, 1)
    assert read_maand("2024-02", einde=True) == date(2024, 2, 29)
    assert read_maand("2024-02-10", einde=True) == date(2024, 2, 10)
    with pytest.raises(VerkeerdeMaand):
        read_maand("vorige maand", einde=True)
