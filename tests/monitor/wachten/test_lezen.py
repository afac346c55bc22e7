"""De wachten van een dag: geteld per maand, termijn en organisatie, en als lijst; ook van de schijf."""

from __future__ import annotations

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.wachten import Keuze, Telling
from paraplu.monitor.wachten.lezen import OnbekendeSplitsing, Wachten
from paraplu.monitor.wachten.opdracht import show_wachten
from paraplu.project.opdracht import make_parser
from tests.monitor.keten.keten import AANBIEDER, ANDERE, GEMEENTE, dag
from tests.monitor.wachten.conftest import Post


@pytest.fixture(scope="module")
def monitor(tmp_path_factory) -> Monitor:
    """Three requests in March and one in April; delivered on the day itself, the last on 2 May."""
    opslag = Opslag(tmp_path_factory.mktemp("tabellen"))
    opslag.maak()
    post = Post()
    post.verzoek("R1", "03-06")
    post.antwoord("R1", "1", "03-08")
    post.verzoek("R2", "03-06", aanbieder=ANDERE)
    post.antwoord("R2", "1", "03-20", aanbieder=ANDERE)
    post.verzoek("R3", "03-07")
    post.verzoek("R4", "04-28", gemeente="0202")
    post.antwoord("R9", "1", "05-02")
    opslag.voeg_toe(
        {
            naam: pa.Table.from_pylist(post.tabellen[naam], schema=SCHEMAS[naam])
            for naam in ("bericht", "aanlevering", "verzoek", "antwoord")
        }
        | {
            "levering": pa.Table.from_pylist(
                [{"levering": "l", "dag": dag("05-02"), "bestanden": 1}],
                schema=SCHEMAS["levering"],
            ),
            "bestand": pa.Table.from_pylist(
                [{"batch": "batch", "levering": "l", "bestand": "b", "naam": "b"}],
                schema=SCHEMAS["bestand"],
            ),
        }
    )
    return Monitor(opslag.map)


@pytest.fixture
def wachten(monitor) -> Wachten:
    """As known on the day of the newest delivery."""
    return monitor.wachten()


OP274 = Keuze(soort="OP274")


def test_zonder_dag_geldt_de_laatste_levering(wachten):
    assert wachten.op == dag("05-02")


def test_geteld_per_maand(wachten):
    assert wachten.tel(OP274, ("maand",)) == [
        (("2023-03",), Telling(op_tijd=1, te_laat=1, te_laat_open=1)),
        (("2023-04",), Telling(open=1)),
    ]


def test_het_aandeel_telt_alleen_wat_bekend_is(wachten):
    [(_per, telling)] = wachten.tel(OP274)
    assert (telling.samen, telling.beslist, telling.aandeel) == (4, 3, 1 / 3)
    assert Telling(open=2).aandeel is None


@pytest.mark.parametrize(
    ("keuze", "aantal"),
    [
        (Keuze(organisatie=GEMEENTE, soort="OP274"), 3),
        (Keuze(organisatie=ANDERE, soort="OP274"), 1),
        (Keuze(organisatie=("0202", ANDERE), soort="OP274"), 2),
        (Keuze(organisatie=(), soort="OP274"), 0),
        (Keuze(gemeente="0202", soort="OP274"), 1),
        (Keuze(aanbieder=AANBIEDER, maand="2023-03", soort="OP274"), 2),
        (Keuze(is_open=True, soort="OP274"), 2),
        (Keuze(behalve=("OP090",)), 4),
    ],
)
def test_een_keuze_geldt_voor_de_telling_en_de_lijst(keuze, aantal, wachten):
    [(_per, telling)] = wachten.tel(keuze)
    assert telling.samen == len(wachten.lijst(keuze)) == aantal


def test_wat_het_langst_over_is_staat_bovenaan(wachten):
    rijen = wachten.lijst(OP274)
    assert [w.werkdagen_over for w in rijen][:2] == [31, 5]
    assert wachten.lijst(OP274, vanaf=1, hoogstens=1) == [rijen[1]]


def test_op_een_eerdere_dag_was_er_minder_bekend(monitor):
    [(_per, telling)] = monitor.wachten(dag("03-07")).tel(OP274)
    assert telling == Telling(open=3)


def test_van_schijf_is_het_hetzelfde_als_de_eerste_keer(monitor):
    eerste = monitor.wachten().lijst(Keuze())
    assert Monitor(monitor.opslag.map).wachten().lijst(Keuze()) == eerste
    assert len(eerste) > 4


def test_per_iets_onbekends_kan_niet(wachten):
    with pytest.raises(OnbekendeSplitsing, match="kleur"):
        wachten.tel(Keuze(), ("kleur",))


def test_zonder_levering_wacht_niemand(tmp_path):
    leeg = Monitor(tmp_path).wachten()
    assert (leeg.op, leeg.lijst(Keuze()), leeg.tel(Keuze(), ("maand",))) == (None, [], [])


def doe(monitor, monkeypatch, *argumenten: str) -> int:
    monkeypatch.setattr("paraplu.afspraken.plaats.tabellen_map", lambda: monitor.opslag.map)
    args = make_parser().parse_args(["wachten", *argumenten])
    return show_wachten(args)


def test_de_opdracht_telt_per_termijn(monitor, monkeypatch, capsys):
    assert doe(monitor, monkeypatch) == 1
    uit = capsys.readouterr().out
    assert "Zoals bekend op 2023-05-02." in uit
    [regel] = [regel for regel in uit.splitlines() if regel.startswith("OP274")]
    assert regel.split()[-6:] == ["4", "1", "1", "1", "1", "33,3%"]


def test_de_opdracht_zonder_te_late_wachten_geeft_nul(monitor, monkeypatch, capsys):
    assert doe(monitor, monkeypatch, "--op", "2023-03-08", "--soort", "OP274") == 0


def test_de_opdracht_toont_wat_open_is_met_een_bon(monitor, monkeypatch, capsys):
    doe(monitor, monkeypatch, "--soort", "OP274", "--open", "--bon", "--organisatie", AANBIEDER)
    uit = capsys.readouterr().out
    assert f"{GEMEENTE} moet dit sturen aan {AANBIEDER}" in uit
    assert "te laat open, 31 werkdagen over" in uit
    assert "di 2023-03-14     5  werkdag" in uit


@pytest.mark.parametrize("formaat", ["json", "csv"])
def test_de_opdracht_geeft_geen_kind_en_geen_referentie(formaat, monitor, monkeypatch, capsys):
    doe(monitor, monkeypatch, "--open", "--bon", "--formaat", formaat)
    uit = capsys.readouterr().out
    assert "2023-03-14" in uit
    assert "kind" not in uit
    assert "R3" not in uit


def test_een_dag_die_er_niet_is_kan_niet(monitor, monkeypatch, capsys):
    assert doe(monitor, monkeypatch, "--op", "31-12-2023") == 2
    assert "is geen dag" in capsys.readouterr().err
